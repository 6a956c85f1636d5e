package org.flavorwaves.knime.nodes.path;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.flavorwaves.knime.nodes.CellLoop;
import org.flavorwaves.knime.nodes.CellLoop.Solved;
import org.flavorwaves.knime.table.ResultTable;
import org.flavorwaves.knime.table.StateColumns;
import org.flavorwaves.knime.table.StateLayout;
import org.flavorwaves.knime.table.StateTable;
import org.flavorwaves.knime.table.StateUnits;
import org.flavorwaves.knime.table.StateWriter;
import org.flavorwaves.physics.equilibrium.path.PathEnd;
import org.flavorwaves.physics.equilibrium.path.PathEvent;
import org.flavorwaves.physics.equilibrium.path.PathPoint;
import org.flavorwaves.physics.equilibrium.path.PathResult;
import org.flavorwaves.physics.equilibrium.path.SpectralSplit;
import org.flavorwaves.physics.run.Progress;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The tables of the node Equilibrium Path about its end: the state and the Summary. */
final class PathOutcome {
    /** Share below which what is converted is rounding. */
    private static final double ROUNDING = 1e-12;

    private final StateLayout m_layout;

    private final StateUnits m_units;

    private final StateWriter m_writer;

    PathOutcome(final StateLayout layout, final StateUnits units) {
        m_layout = layout;
        m_units = units;
        m_writer = new StateWriter(layout.spec(), units.weights(),
            List.of(units.columns(StateColumns.IN_EQUILIBRIUM, "conversion, sin2_2theta")));
    }

    StateLayout layout() {
        return m_layout;
    }

    StateUnits units() {
        return m_units;
    }

    DataTableSpec stateSpec() {
        return m_writer.spec();
    }

    DataTableSpec summarySpec() {
        return m_layout.results(m_units,
            "modes, points, end, co_rotating, matterPotential, selfInteraction, omega_corotating, folds",
            "fold_matterPotential, fold_selfInteraction, bifurcations, converted_nu, converted_nubar",
            "split_conservation, split_state, split_pivot, split_width, split_spacing, smallest_field",
            "relative_residual, conservation_error, steps, iterations, wall_time, result");
    }

    BufferedDataTable writeState(final ExecutionContext exec, final BufferedDataTable table, final StateTable state,
        final List<Solved<CellPath>> solved, final Progress progress) {
        final double[][] values = new double[9][state.rowCount()];
        for (final double[] column : values) {
            Arrays.fill(column, Double.NaN);
        }
        for (final Solved<CellPath> s : solved) {
            if (!s.value().failed()) {
                fill(s, values);
            }
        }
        return m_writer.write(exec, table, values, progress);
    }

    private static void fill(final Solved<CellPath> s, final double[][] values) {
        final CellPath cell = s.value();
        final double[][] vectors = {cell.state().pxs(), cell.state().pys(), cell.state().pzs(),
            cell.hamiltonian().hxs(), cell.hamiltonian().hys(), cell.hamiltonian().hzs()};
        for (int i = 0; i < cell.state().size(); i++) {
            final int row = s.cell().row(i);
            for (int c = 0; c < vectors.length; c++) {
                values[c][row] = vectors[c][i];
            }
            values[6][row] = cell.path().start().alignment().sign(i);
            values[7][row] = cell.conversion().conversion(i);
            values[8][row] = cell.conversion().mixing(i);
        }
    }

    BufferedDataTable writeSummary(final ExecutionContext exec, final List<Solved<CellPath>> solved) {
        final ResultTable summary = new ResultTable(exec, summarySpec());
        solved.forEach(s -> addSummary(summary, s));
        return summary.close();
    }

    private void addSummary(final ResultTable summary, final Solved<CellPath> s) {
        final CellPath cell = s.value();
        final PathResult path = cell.path();
        final PathPoint last = path.last();
        final List<PathEvent> folds =
            path.events().stream().filter(e -> e.kind() == PathEvent.Kind.FOLD).toList();
        final Optional<PathPoint> fold = folds.stream().findFirst().map(PathEvent::point);
        final Optional<SpectralSplit> split = cell.failed() ? Optional.empty() : cell.split();
        summary.add(s.cell().key(), cell.state().size(), path.points().size(), words(path.end()), path.rotates(),
            last.matterPotential(), last.selfInteraction(), last.omega() * m_units.rateFactor(), folds.size(),
            fold.map(PathPoint::matterPotential).orElse(Double.NaN),
            fold.map(PathPoint::selfInteraction).orElse(Double.NaN),
            (int) path.events().stream().filter(e -> e.kind() == PathEvent.Kind.BIFURCATION).count(),
            cell.failed() ? Double.NaN : cell.converted(1), cell.failed() ? Double.NaN : cell.converted(-1),
            split.map(SpectralSplit::fromConservation).orElse(Double.NaN),
            split.map(SpectralSplit::fromState).orElse(Double.NaN), split.map(SpectralSplit::pivot).orElse(Double.NaN),
            split.map(SpectralSplit::width).orElse(Double.NaN), split.map(SpectralSplit::spacing).orElse(Double.NaN),
            path.points().stream().mapToDouble(PathPoint::smallestField).min().orElse(Double.NaN), path.residual(),
            path.conservationError(), path.steps(), path.iterations(), s.seconds(), sentence(s));
    }

    private static String words(final PathEnd end) {
        return end.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private String sentence(final Solved<CellPath> s) {
        final CellPath cell = s.value();
        final PathResult path = cell.path();
        final String prefix = s.cell().prefix();
        final String where = "lambda = " + CellLoop.brief(path.last().matterPotential()) + m_units.potentialUnit()
            + ", q = " + CellLoop.brief(path.last().selfInteraction());
        if (cell.failed()) {
            return prefix + "no path to the end: " + words(path.end()) + " at " + where;
        }
        if (path.end() == PathEnd.FOLD) {
            return prefix + "the equilibrium ends at a fold at " + where;
        }
        final Optional<SpectralSplit> split = cell.sharpSplit();
        if (split.isPresent()) {
            return prefix + "spectral split at s omega = " + CellLoop.brief(split.get().fromState())
                + m_units.potentialUnit() + ", from the conservation of B.J0 at "
                + CellLoop.brief(split.get().fromConservation()) + m_units.potentialUnit();
        }
        return prefix + (path.end() == PathEnd.RETURNED ? "back at " : "followed to ") + where + ", "
            + share(cell.converted(1), "nu") + share(cell.converted(-1), "nubar") + folds(path);
    }

    private static String share(final double converted, final String species) {
        return Double.isNaN(converted) ? ""
            : (Math.abs(converted) < ROUNDING ? "none" : String.format(Locale.ROOT, "%.4g", converted)) + " of "
                + species + " converted, ";
    }

    private static String folds(final PathResult path) {
        final long folds = path.events().stream().filter(e -> e.kind() == PathEvent.Kind.FOLD).count();
        final long others = path.events().stream().filter(e -> e.kind() == PathEvent.Kind.BIFURCATION).count();
        return folds + (folds == 1 ? " fold, " : " folds, ") + others
            + (others == 1 ? " bifurcation" : " bifurcations");
    }
}
