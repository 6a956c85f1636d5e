package org.flavorwaves.knime.nodes.tomoments;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.flavorwaves.knime.nodes.CellLoop;
import org.flavorwaves.knime.table.MassSplittings;
import org.flavorwaves.knime.table.Messages;
import org.flavorwaves.knime.table.PlaceColumns;
import org.flavorwaves.knime.table.ResultTable;
import org.flavorwaves.knime.table.StateLayout;
import org.flavorwaves.knime.table.StateUnits;
import org.flavorwaves.knime.table.stream.StateStream;
import org.flavorwaves.physics.distribution.moments.AngularMoments;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.KNIMEException;

/** The output tables of the node Distribution to Moments, filled cell by cell. */
final class MomentRows {
    /** Components of the four-flux in Rhea's order; the last one is the density. */
    private static final String[] COMPONENTS = {"x", "y", "z", "t"};

    private static final String[] SIX_KINDS = {"nu_e", "nu_mu", "nu_tau", "nubar_e", "nubar_mu", "nubar_tau"};

    private static final String[] EDDINGTON = {"Pxx", "Pxy", "Pxz", "Pyy", "Pyz", "Pzz"};

    private final StateLayout m_layout;

    private final StateUnits m_units;

    private final ResultTable m_moments;

    private final ResultTable m_flux;

    private final ResultTable m_summary;

    MomentRows(final ExecutionContext exec, final StateLayout layout, final StateUnits units) {
        m_layout = layout;
        m_units = units;
        final DataTableSpec[] specs = specs(layout, units);
        m_moments = new ResultTable(exec, specs[0]);
        m_flux = new ResultTable(exec, specs[1]);
        m_summary = new ResultTable(exec, specs[2]);
    }

    static DataTableSpec[] specs(final StateLayout layout, final StateUnits units) {
        final String energy = layout.energy() >= 0 ? ", E" : "";
        final List<DataColumnSpec> moments = new ArrayList<>(List.of(units.columns("species" + energy,
            "n [weight], fx [1], fy [1], fz [1]", String.join(" [1], ", EDDINGTON) + " [1]")));
        moments.addAll(PlaceColumns.of(layout.spec()).specs());
        return new DataTableSpec[]{new DataTableSpec(layout.withCell(moments.toArray(new DataColumnSpec[0]))),
            layout.results(units, String.join(" [weight], ", fluxNames()) + " [weight]"),
            layout.results(units, "modes, energies [count], number_density, lepton_density, flux_x [weight]",
                "flux_y [weight], flux_z [weight], largest_flux_factor [1], result")};
    }

    private static String[] fluxNames() {
        return Stream.of(COMPONENTS).flatMap(c -> Stream.of(SIX_KINDS).map(kind -> "F4" + c + "_" + kind))
            .toArray(String[]::new);
    }

    static String fluxText() {
        return String.join(", ", fluxNames()) + " [weight]: Flux along x, y, z over c, and density t, of each kind.";
    }

    /** Sums a cell and writes its rows. */
    void add(final StateStream.Cell cell) throws KNIMEException {
        final CellGas gas;
        try {
            gas = m_layout.hasThreeFlavors() ? new CellGas.Three(cell.threeFlavors(m_units, MassSplittings.ofTwo(0)))
                : new CellGas.Two(cell.state(m_units, 0));
        } catch (final IllegalArgumentException e) {
            throw Messages.failure(cell.key().map(key -> key + ": ").orElse("") + e.getMessage(),
                "Repair the row, or check the units and the meaning of its columns.");
        }
        final double factor = m_units.densityFactor();
        final TreeMap<Double, int[]> bins = bins(cell.energies(), gas.size());
        bins.forEach((energy, modes) -> {
            for (int kind = 0; kind < gas.kinds().size(); kind++) {
                addMoments(cell, gas.kinds().get(kind), energy, gas.moments(kind, modes));
            }
        });
        final int[] all = IntStream.range(0, gas.size()).toArray();
        final List<AngularMoments> kinds =
            IntStream.range(0, gas.kinds().size()).mapToObj(kind -> gas.moments(kind, all)).toList();
        final List<Object> flux = new ArrayList<>();
        for (int axis = 0; axis < COMPONENTS.length; axis++) {
            for (final int kind : gas.six()) {
                flux.add(factor * (axis < 3 ? kinds.get(kind).flux(axis) : kinds.get(kind).density()));
            }
        }
        m_flux.add(cell.key(), flux.toArray());
        addSummary(cell, gas, bins.size(), kinds);
    }

    private void addMoments(final StateStream.Cell cell, final String kind, final double energy,
        final AngularMoments moments) {
        final List<Object> row = new ArrayList<>();
        row.add(kind);
        if (m_layout.energy() >= 0) {
            row.add(energy);
        }
        row.add(m_units.densityFactor() * moments.density());
        IntStream.range(0, 3).forEach(axis -> row.add(moments.fluxFactor(axis)));
        IntStream.range(0, EDDINGTON.length).forEach(c -> row.add(moments.eddington(c)));
        row.addAll(cell.place());
        m_moments.add(cell.key(), row.toArray());
    }

    private void addSummary(final StateStream.Cell cell, final CellGas gas, final int energies,
        final List<AngularMoments> kinds) {
        final double factor = m_units.densityFactor();
        double number = 0;
        double lepton = 0;
        double largest = 0;
        final double[] flux = new double[3];
        for (int kind = 0; kind < kinds.size(); kind++) {
            final AngularMoments moments = kinds.get(kind);
            final double g = gas.lepton(kind);
            number += moments.density();
            lepton += g * moments.density();
            double square = 0;
            for (int axis = 0; axis < 3; axis++) {
                flux[axis] += g * moments.flux(axis);
                square += moments.fluxFactor(axis) * moments.fluxFactor(axis);
            }
            largest = Math.max(largest, Math.sqrt(square));
        }
        final String prefix = cell.key().map(key -> key + ": ").orElse("");
        m_summary.add(cell.key(), gas.size(), energies, factor * number, factor * lepton, factor * flux[0],
            factor * flux[1], factor * flux[2], largest, prefix + "density " + CellLoop.brief(factor * number)
                + m_units.densityUnit() + ", of which " + CellLoop.brief(factor * kinds.get(0).density()) + " nu_e and "
                + CellLoop.brief(factor * kinds.get(1).density()) + " nubar_e; largest flux factor "
                + CellLoop.brief(largest));
    }

    /** The modes of each energy; one bin of all modes without energies. */
    private static TreeMap<Double, int[]> bins(final double[] energies, final int size) {
        final TreeMap<Double, int[]> bins = new TreeMap<>();
        if (energies.length == 0) {
            bins.put(1.0, IntStream.range(0, size).toArray());
            return bins;
        }
        final TreeMap<Double, IntStream.Builder> lists = new TreeMap<>();
        for (int i = 0; i < size; i++) {
            lists.computeIfAbsent(energies[i], e -> IntStream.builder()).add(i);
        }
        lists.forEach((energy, modes) -> bins.put(energy, modes.build().toArray()));
        return bins;
    }

    BufferedDataTable[] close() {
        return new BufferedDataTable[]{m_moments.close(), m_flux.close(), m_summary.close()};
    }
}
