package org.flavorwaves.knime.nodes.fromtable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import org.flavorwaves.knime.nodes.fromtable.TableLayout.Quantity;
import org.flavorwaves.knime.table.Messages;
import org.flavorwaves.knime.table.StateColumns;
import org.flavorwaves.knime.table.TableColumns;
import org.flavorwaves.knime.table.moments.HeavyLeptonMeaning;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Absorption;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.InvalidModeException;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.threeflavor.ThreeFlavorState;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.StringValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.KNIMEException;

/**
 * Makes modes of the rows of a table. Occupations f become P0 = f_e + f_x, Pz = f_e - f_x, first the neutrinos of all
 * rows of a cell, then the antineutrinos; these are left out if the table has no column for them.
 */
final class MappedReader {
    private static final int REPORT_EVERY = 4096;

    private final TableLayout m_layout;

    private final HeavyLeptonMeaning m_meaning;

    private final Map<Optional<DataCell>, List<Mode>> m_cells = new LinkedHashMap<>();

    /** A mode with the row it came from; the numbers are in the order of the quantities. */
    private record Mode(String key, long row, Species species, double[] numbers) {
        double get(final Quantity quantity) {
            return numbers[quantity.ordinal()];
        }
    }

    private MappedReader(final TableLayout layout, final HeavyLeptonMeaning meaning) {
        m_layout = layout;
        m_meaning = meaning;
    }

    /**
     * Reads a table.
     *
     * @param table the table
     * @param layout where its columns are
     * @param meaning what nu_x counts
     * @param progress told how far reading is
     * @return the states by cell, in the order in which the cells first appear
     * @throws KNIMEException if the table has no rows, or a row breaks a bound; names the row key and the value
     */
    static List<MappedCell> read(final BufferedDataTable table, final TableLayout layout,
        final HeavyLeptonMeaning meaning, final Progress progress) throws KNIMEException {
        if (table.size() == 0) {
            throw Messages.failure("The table has no rows; it needs one row a direction.",
                "Check the node that makes the table, or the filter before this node.");
        }
        final MappedReader reader = new MappedReader(layout, meaning);
        long index = 0;
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                if (index % REPORT_EVERY == 0) {
                    progress.report(index / (double) table.size(), "reading the table");
                }
                reader.readRow(rows.next(), index++);
            }
        }
        final List<MappedCell> cells = new ArrayList<>();
        for (final Map.Entry<Optional<DataCell>, List<Mode>> entry : reader.m_cells.entrySet()) {
            cells.add(reader.cell(entry.getKey(), entry.getValue()));
        }
        return cells;
    }

    private void readRow(final DataRow row, final long index) throws KNIMEException {
        final String name = m_layout.cell() < 0 ? "" : m_layout.spec().getColumnSpec(m_layout.cell()).getName();
        final Optional<DataCell> key = m_layout.cell() < 0 ? Optional.empty()
            : Optional.of(TableColumns.present(row, index, m_layout.cell(), name));
        final double[] numbers = new double[Quantity.values().length];
        for (final Quantity quantity : Quantity.values()) {
            if (m_layout.has(quantity)) {
                numbers[quantity.ordinal()] =
                    TableColumns.finite(row, index, m_layout.index(quantity), m_layout.name(quantity));
            }
        }
        final String id = row.getKey().getString();
        if (m_layout.has(Quantity.ENERGY) && numbers[Quantity.ENERGY.ordinal()] <= 0) {
            throw Messages.row("Row '" + id + "' has energy " + numbers[Quantity.ENERGY.ordinal()]
                + " MeV; it must be positive.", index, m_layout.index(Quantity.ENERGY));
        }
        final List<Mode> modes = m_cells.computeIfAbsent(key, k -> new ArrayList<>());
        if (m_layout.occupations()) {
            addOccupations(modes, id, index, numbers);
        } else {
            modes.add(new Mode(id, index, species(row, index), numbers));
        }
    }

    private Species species(final DataRow row, final long index) throws KNIMEException {
        final String column = m_layout.spec().getColumnSpec(m_layout.species()).getName();
        final String label =
            ((StringValue) TableColumns.present(row, index, m_layout.species(), column)).getStringValue();
        for (final Species species : Species.values()) {
            if (species.label().equals(label)) {
                return species;
            }
        }
        throw Messages.row("Row '" + row.getKey().getString() + "' has species '" + label
            + "'; it must be 'nu' or 'nubar'.", index, m_layout.species(),
            "Replace the value: 'nu' for neutrinos, 'nubar' for antineutrinos.");
    }

    private void addOccupations(final List<Mode> modes, final String id, final long index, final double[] numbers)
        throws KNIMEException {
        final double share = m_meaning.share();
        final double nuE = occupation(id, index, numbers, Quantity.NU_E, 1);
        final double nubarE = occupation(id, index, numbers, Quantity.NUBAR_E, 1);
        final double nuX = occupation(id, index, numbers, Quantity.NU_X, share);
        final double nubarX =
            m_layout.has(Quantity.NUBAR_X) ? occupation(id, index, numbers, Quantity.NUBAR_X, share) : nuX;
        if (m_layout.has(Quantity.NU_E) || m_layout.has(Quantity.NU_X)) {
            modes.add(flavorMode(id, index, Species.NU, numbers, nuE, nuX));
        }
        if (hasAntineutrinos()) {
            modes.add(flavorMode(id, index, Species.NUBAR, numbers, nubarE, nubarX));
        }
    }

    private boolean hasAntineutrinos() {
        return m_layout.has(Quantity.NUBAR_E) || m_layout.has(Quantity.NUBAR_X) || m_layout.has(Quantity.NU_X);
    }

    private double occupation(final String id, final long index, final double[] numbers, final Quantity quantity,
        final double share) throws KNIMEException {
        final double f = share * numbers[quantity.ordinal()];
        if (!(f >= 0 && f <= 1)) {
            throw Messages.row("Row '" + id + "' has " + numbers[quantity.ordinal()] + " in column '"
                + m_layout.name(quantity) + "', an occupation of " + f + " for one kind; it must be between 0 and 1.",
                index, m_layout.index(quantity),
                "If the column is a density, divide it by the weight, the density per unit occupation.");
        }
        return f;
    }

    private static Mode flavorMode(final String id, final long index, final Species species, final double[] numbers,
        final double e, final double x) {
        final double[] all = numbers.clone();
        all[Quantity.P0.ordinal()] = e + x;
        all[Quantity.PZ.ordinal()] = e - x;
        return new Mode(id, index, species, all);
    }

    private MappedCell cell(final Optional<DataCell> key, final List<Mode> rows) throws KNIMEException {
        final List<Mode> modes = rows;
        if (m_layout.occupations()) {
            modes.sort((a, b) -> a.species().compareTo(b.species()));
        }
        try {
            final MomentumModes built = MomentumModes.builder()
                .species(modes.stream().map(Mode::species).toArray(Species[]::new))
                .velocity(column(modes, Quantity.VX), column(modes, Quantity.VY), column(modes, Quantity.VZ))
                .weight(m_layout.has(Quantity.WEIGHT) ? column(modes, Quantity.WEIGHT) : ringWeights(key, modes))
                .omega(column(modes, m_layout.matrices() ? m_layout.frequency().orElse(Quantity.OMEGA)
                    : Quantity.OMEGA)).depolarization(column(modes, Quantity.DEPOLARIZATION))
                .absorption(absorption(modes)).build();
            return m_layout.matrices() ? ofThree(key, built, modes) : ofTwo(key, built, modes);
        } catch (final InvalidModeException e) {
            final Mode mode = modes.get(e.mode());
            throw Messages.row("Row '" + mode.key() + "' " + e.problem() + ".", mode.row(), -1,
                "Repair the row, or check the units and the meaning of its columns.");
        }
    }

    private Absorption absorption(final List<Mode> modes) {
        final double[] kappa = column(modes, Quantity.KAPPA);
        return m_layout.matrices() ? ThreeFlavorState.absorption(kappa, matrices(modes, Quantity.RHO_EE_SOURCE))
            : new Absorption(kappa, column(modes, Quantity.P0_SOURCE), column(modes, Quantity.PX_SOURCE),
                column(modes, Quantity.PY_SOURCE), column(modes, Quantity.PZ_SOURCE));
    }

    private static double[][] matrices(final List<Mode> modes, final Quantity first) {
        final double[][] rho = new double[modes.size()][StateColumns.RHO.size()];
        for (int i = 0; i < rho.length; i++) {
            System.arraycopy(modes.get(i).numbers(), first.ordinal(), rho[i], 0, rho[i].length);
        }
        return rho;
    }

    private MappedCell ofTwo(final Optional<DataCell> key, final MomentumModes built, final List<Mode> modes) {
        final FlavorState state = new FlavorState(built, column(modes, Quantity.P0), column(modes, Quantity.PX),
            column(modes, Quantity.PY), column(modes, Quantity.PZ));
        final double[] energies = column(modes, Quantity.ENERGY);
        final double[] none = new double[modes.size()];
        final double[] omega = column(modes, Quantity.OMEGA);
        return m_layout.change().other()
            .map(other -> new MappedCell(key, Optional.empty(),
                Optional.of(other.three(state, m_layout.change() == FlavorChange.MU ? omega : none,
                    m_layout.change() == FlavorChange.TAU ? omega : none)), energies))
            .orElseGet(() -> new MappedCell(key, Optional.of(state), Optional.empty(), energies));
    }

    private MappedCell ofThree(final Optional<DataCell> key, final MomentumModes built, final List<Mode> modes) {
        final ThreeFlavorState state = new ThreeFlavorState(built, column(modes, Quantity.OMEGA21),
            column(modes, Quantity.OMEGA31), matrices(modes, Quantity.RHO_EE));
        final double[] energies = column(modes, Quantity.ENERGY);
        return m_layout.change().other()
            .map(other -> new MappedCell(key, Optional.of(other.two(state)), Optional.empty(), energies))
            .orElseGet(() -> new MappedCell(key, Optional.empty(), Optional.of(state), energies));
    }

    private static double[] column(final List<Mode> modes, final Quantity quantity) {
        final ToDoubleFunction<Mode> get = mode -> mode.get(quantity);
        return modes.stream().mapToDouble(get).toArray();
    }

    /** Weights by the values of cos theta, for each species alone. */
    private double[] ringWeights(final Optional<DataCell> key, final List<Mode> modes) throws KNIMEException {
        final double[] weights = new double[modes.size()];
        for (final Species species : Species.values()) {
            final int[] of = IntStream.range(0, modes.size())
                .filter(i -> modes.get(i).species() == species).toArray();
            final double[] mu = Arrays.stream(of).mapToDouble(i -> modes.get(i).get(Quantity.VZ)).toArray();
            if (mu.length == 0) {
                continue;
            }
            final double[] found = RingMeasure.weights(mu).orElseThrow(() -> Messages.failure(
                (key.isPresent() ? "Cell '" + key.get() + "'" : "The table") + " has " + mu.length + " values of '"
                    + m_layout.name(Quantity.VZ) + "' for " + species.label() + ", which are not those of a "
                    + "Gauss-Legendre, midpoint or trapezoid rule; their weights cannot be known.",
                "Choose the column with the weights, the density per unit occupation."));
            for (int i = 0; i < of.length; i++) {
                weights[of[i]] = found[i];
            }
        }
        return weights;
    }
}
