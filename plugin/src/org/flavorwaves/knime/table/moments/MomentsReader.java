package org.flavorwaves.knime.table.moments;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.flavorwaves.knime.table.Messages;
import org.flavorwaves.knime.table.PlaceColumns;
import org.flavorwaves.knime.table.StateColumns;
import org.flavorwaves.knime.table.TableColumns;
import org.flavorwaves.physics.distribution.FlavorSpecies;
import org.flavorwaves.physics.distribution.moments.FlavorMoments;
import org.flavorwaves.physics.distribution.moments.SixSpecies;
import org.flavorwaves.physics.distribution.moments.SpeciesMoments;
import org.flavorwaves.physics.run.Progress;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.StringValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

/**
 * Reads a table of angular moments, one row a cell, energy and kind of neutrino: [cell] species [E] n fx fy fz. Species
 * are nu_e, nubar_e, nu_x, nubar_x, and {@value #SUM4} for the sum of the four heavy-lepton kinds; with three flavors
 * also nu_mu, nubar_mu, nu_tau, nubar_tau, beside which nu_x stands for those that are not given.
 */
public final class MomentsReader {
    /** Species that is the sum of nu_mu, nu_tau and their antineutrinos whatever nu_x means. */
    public static final String SUM4 = "nu_x_sum4";

    /** The columns that are read. */
    public static final List<String> READ =
        List.of(StateColumns.CELL, StateColumns.SPECIES, StateColumns.ENERGY, "n", "fx", "fy", "fz");

    /** Species of three flavors: neutrinos and antineutrinos of mu, then of tau. */
    private static final List<String> HEAVY = List.of("nu_mu", "nubar_mu", "nu_tau", "nubar_tau");

    private static final int REPORT_EVERY = 4096;

    private final Layout m_layout;

    private final HeavyLeptonMeaning m_meaning;

    private final boolean m_three;

    private final Map<Optional<DataCell>, Rows> m_cells = new LinkedHashMap<>();

    private final PlaceColumns m_places;

    /**
     * Where the columns are; -1 for absent ones.
     *
     * @param spec the table
     * @param cell index of cell
     * @param species index of species
     * @param energy index of E
     * @param n index of n
     * @param fx index of fx
     * @param fy index of fy
     * @param fz index of fz
     */
    public record Layout(DataTableSpec spec, int cell, int species, int energy, int n, int fx, int fy, int fz) {

        /**
         * Finds the columns.
         *
         * @param spec a table
         * @return where they are
         * @throws InvalidSettingsException if a required column is missing or a column has the wrong type; names it
         */
        public static Layout of(final DataTableSpec spec) throws InvalidSettingsException {
            return new Layout(spec, TableColumns.optionalKey(spec, StateColumns.CELL),
                TableColumns.text(spec, StateColumns.SPECIES),
                TableColumns.optionalNumber(spec, StateColumns.ENERGY), TableColumns.number(spec, "n"),
                TableColumns.number(spec, "fx"), TableColumns.number(spec, "fy"), TableColumns.number(spec, "fz"));
        }
    }

    /** The rows of one cell by energy, and its place. */
    private record Rows(TreeMap<Double, Bin> bins, List<DataCell> place) {
    }

    /** The rows of one energy. */
    private static final class Bin {
        private final Map<String, SpeciesMoments> m_rows = new LinkedHashMap<>();
    }

    private MomentsReader(final Layout layout, final HeavyLeptonMeaning meaning, final boolean three) {
        m_three = three;
        m_layout = layout;
        m_meaning = meaning;
        m_places = PlaceColumns.of(layout.spec());
    }

    /**
     * Reads a table.
     *
     * @param table the table
     * @param layout where its columns are
     * @param meaning what nu_x counts
     * @param three whether bins are those of three flavors, see {@link SixSpecies}
     * @param progress told how far reading is
     * @return the moments by cell, in the order in which the cells first appear
     * @throws KNIMEException as with two flavors
     */
    public static List<MomentsCell> read(final BufferedDataTable table, final Layout layout,
        final HeavyLeptonMeaning meaning, final boolean three, final Progress progress) throws KNIMEException {
        if (table.size() == 0) {
            throw Messages.failure("The table of moments has no rows; it needs one row a cell and kind of neutrino.");
        }
        final MomentsReader reader = new MomentsReader(layout, meaning, three);
        long index = 0;
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                if (index % REPORT_EVERY == 0) {
                    progress.report(index / (double) table.size(), "reading the moments");
                }
                reader.readRow(rows.next(), index++);
            }
        }
        final List<MomentsCell> cells = new ArrayList<>();
        for (final Map.Entry<Optional<DataCell>, Rows> entry : reader.m_cells.entrySet()) {
            cells.add(reader.cell(entry.getKey(), entry.getValue()));
        }
        return cells;
    }

    /** The moments of the rows of one cell, the first of which is number {@code first} of the table. */
    static MomentsCell cell(final Layout layout, final HeavyLeptonMeaning meaning, final List<DataRow> rows,
        final long first) throws KNIMEException {
        final MomentsReader reader = new MomentsReader(layout, meaning, false);
        for (int row = 0; row < rows.size(); row++) {
            reader.readRow(rows.get(row), first + row);
        }
        final Map.Entry<Optional<DataCell>, Rows> only = reader.m_cells.entrySet().iterator().next();
        return reader.cell(only.getKey(), only.getValue());
    }

    private void readRow(final DataRow row, final long index) throws KNIMEException {
        final Optional<DataCell> key = m_layout.cell() < 0 ? Optional.empty()
            : Optional.of(TableColumns.present(row, index, m_layout.cell(), StateColumns.CELL));
        final double energy = m_layout.energy() < 0 ? 1
            : TableColumns.finite(row, index, m_layout.energy(), StateColumns.ENERGY);
        final String id = "Row '" + row.getKey().getString() + "'";
        if (energy <= 0) {
            throw Messages.row(id + " has energy E = " + energy + " MeV; it must be positive.", index,
                m_layout.energy());
        }
        final String species = ((StringValue) TableColumns.present(row, index, m_layout.species(),
            StateColumns.SPECIES)).getStringValue();
        checkSpecies(species, id, index);
        final Bin bin = m_cells
            .computeIfAbsent(key, k -> new Rows(new TreeMap<>(), m_places.cells(row))).bins()
            .computeIfAbsent(energy, e -> new Bin());
        if (bin.m_rows.containsKey(species)) {
            throw Messages.row(id + " gives the species '" + species + "' a second time"
                + (key.isPresent() ? " in cell '" + key.get() + "'" : "") + ".", index, m_layout.species(),
                "Add the column 'cell' to tell places apart, or the column 'E' to tell energies apart.");
        }
        final double n = TableColumns.finite(row, index, m_layout.n(), "n");
        final double fx = TableColumns.finite(row, index, m_layout.fx(), "fx");
        final double fy = TableColumns.finite(row, index, m_layout.fy(), "fy");
        final double fz = TableColumns.finite(row, index, m_layout.fz(), "fz");
        try {
            bin.m_rows.put(species, new SpeciesMoments(n, fx, fy, fz));
        } catch (final IllegalArgumentException e) {
            throw Messages.row(id + ": " + e.getMessage(), index, m_layout.n(),
                "fx, fy, fz are the flux divided by the density and by c; divide the flux by them if it is not.");
        }
    }

    private void checkSpecies(final String species, final String id, final long index) throws KNIMEException {
        if (SUM4.equals(species) || m_three && HEAVY.contains(species)) {
            return;
        }
        for (final FlavorSpecies kind : FlavorSpecies.values()) {
            if (kind.label().equals(species)) {
                if (kind == FlavorSpecies.NUBAR_X && m_meaning.holdsAntineutrinos()) {
                    throw Messages.row(id + " gives 'nubar_x', but nu_x is said to hold the antineutrinos too.", index,
                        m_layout.species(), "Choose another meaning of nu_x, or remove the row.");
                }
                return;
            }
        }
        final String message = id + " has species '" + species
            + "'; it must be 'nu_e', 'nubar_e', 'nu_x', 'nubar_x' or '"
            + SUM4 + "'.";
        throw HEAVY.contains(species) ? Messages.row(message, index, m_layout.species(), "Set \"Flavors\" to three "
            + "where the node has it, or give the mean of nu_mu and nu_tau as nu_x.")
            : Messages.row(message, index, m_layout.species());
    }

    private MomentsCell cell(final Optional<DataCell> key, final Rows rows) throws KNIMEException {
        final List<FlavorMoments> moments = new ArrayList<>();
        for (final Bin bin : rows.bins().values()) {
            if (m_three) {
                moments.addAll(six(key, bin.m_rows));
            } else {
                moments.add(moments(key, bin.m_rows));
            }
        }
        return new MomentsCell(key, List.copyOf(rows.bins().keySet()), moments, rows.place());
    }

    private List<FlavorMoments> six(final Optional<DataCell> key, final Map<String, SpeciesMoments> rows)
        throws KNIMEException {
        final FlavorMoments four = moments(key, rows);
        return SixSpecies.bins(List.of(four.nuE(), four.nubarE()), heavy(rows, 0, four), heavy(rows, 2, four));
    }

    /** Neutrinos and antineutrinos of a heavy flavor; where neither is given, those of x. */
    private static List<SpeciesMoments> heavy(final Map<String, SpeciesMoments> rows, final int at,
        final FlavorMoments four) {
        final SpeciesMoments nu = rows.get(HEAVY.get(at));
        final SpeciesMoments nubar = rows.get(HEAVY.get(at + 1));
        if (nu == null && nubar == null) {
            return List.of(four.nuX(), four.nubarX());
        }
        return List.of(nu == null ? SpeciesMoments.NONE : nu, nubar == null ? nu : nubar);
    }

    private FlavorMoments moments(final Optional<DataCell> key, final Map<String, SpeciesMoments> rows)
        throws KNIMEException {
        final SpeciesMoments nuE = rows.getOrDefault(FlavorSpecies.NU_E.label(), SpeciesMoments.NONE);
        final SpeciesMoments nubarE = rows.getOrDefault(FlavorSpecies.NUBAR_E.label(), SpeciesMoments.NONE);
        final SpeciesMoments nuX = rows.get(FlavorSpecies.NU_X.label());
        final SpeciesMoments nubarX = rows.get(FlavorSpecies.NUBAR_X.label());
        final SpeciesMoments sum4 = rows.get(SUM4);
        if (sum4 != null && (nuX != null || nubarX != null)) {
            throw Messages.failure((key.isPresent() ? "Cell '" + key.get() + "'" : "The table") + " gives both '"
                + SUM4 + "' and 'nu_x' or 'nubar_x'; one must go.");
        }
        if (sum4 != null) {
            return FlavorMoments.ofSummedX(nuE, nubarE, sum4);
        }
        final SpeciesMoments one = nuX == null ? SpeciesMoments.NONE : nuX.times(m_meaning.share());
        return new FlavorMoments(nuE, nubarE, one, nubarX == null ? one : nubarX.times(m_meaning.share()));
    }
}
