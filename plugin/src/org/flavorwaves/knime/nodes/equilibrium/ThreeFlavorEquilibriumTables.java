package org.flavorwaves.knime.nodes.equilibrium;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.flavorwaves.knime.nodes.CellLoop;
import org.flavorwaves.knime.nodes.CellLoop.Solved;
import org.flavorwaves.knime.table.LevelColumns;
import org.flavorwaves.knime.table.ResultTable;
import org.flavorwaves.knime.table.StateLayout;
import org.flavorwaves.knime.table.StateTable;
import org.flavorwaves.knime.table.StateUnits;
import org.flavorwaves.knime.table.StateWriter;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.threeflavor.ThreeFlavorEnvironment;
import org.flavorwaves.physics.threeflavor.equilibrium.ThreeFlavorEquilibriumResult;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The two output tables of the node Mixing Equilibrium for a state of three flavors. */
final class ThreeFlavorEquilibriumTables {
    private final StateLayout m_layout;

    private final StateUnits m_units;

    private final ThreeFlavorEnvironment m_environment;

    private final StateWriter m_writer;

    ThreeFlavorEquilibriumTables(final StateLayout layout, final StateUnits units,
        final ThreeFlavorEnvironment environment) {
        m_environment = environment;
        m_layout = layout;
        m_units = units;
        m_writer = new StateWriter(layout.spec(), units.weights(), LevelColumns.specs(units));
    }

    DataTableSpec stateSpec() {
        return m_writer.spec();
    }

    DataTableSpec summarySpec() {
        return m_layout.results(m_units, "iterations, residual [potential], path", LevelColumns.COLLECTIVE,
            "modes, relative_residual, misalignment, smallest_gap, charge_error", LevelColumns.ROTATION,
            "converged, wall_time, result");
    }

    BufferedDataTable writeState(final ExecutionContext exec, final BufferedDataTable table, final StateTable state,
        final List<Solved<ThreeFlavorEquilibriumResult>> solved, final Progress progress) {
        final double[][] values = new double[LevelColumns.SIZE][state.rowCount()];
        for (final double[] column : values) {
            Arrays.fill(column, Double.NaN);
        }
        for (final Solved<ThreeFlavorEquilibriumResult> s : solved) {
            if (s.value().work().converged()) {
                LevelColumns.fill(s.cell(), s.value(), values);
            }
        }
        return m_writer.write(exec, table, values, progress);
    }

    BufferedDataTable writeSummary(final ExecutionContext exec,
        final List<Solved<ThreeFlavorEquilibriumResult>> solved) {
        final ResultTable summary = new ResultTable(exec, summarySpec());
        for (final Solved<ThreeFlavorEquilibriumResult> s : solved) {
            final ThreeFlavorEquilibriumResult result = s.value();
            final boolean known = result.work().converged();
            final List<Object> row = new ArrayList<>();
            row.add(result.work().iterations());
            row.add(result.work().residual() * result.scale());
            row.add(result.work().path().name());
            for (final double j : result.field()) {
                row.add(known ? j : Double.NaN);
            }
            row.add(s.cell().size());
            row.add(result.work().residual());
            row.add(result.misalignment());
            row.add(ResultTable.finite(result.smallestGap()));
            row.add(result.conservationError());
            row.addAll(LevelColumns.rotation(result, m_environment, m_units));
            row.add(known);
            row.add(s.seconds());
            row.add(sentence(s));
            summary.add(s.cell().key(), row.toArray());
        }
        return summary.close();
    }

    private static String sentence(final Solved<ThreeFlavorEquilibriumResult> s) {
        final ThreeFlavorEquilibriumResult.Work work = s.value().work();
        final String path = work.path().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return s.cell().prefix() + (work.converged() ? "mixing equilibrium of three flavors by " + path + " in "
            + work.iterations() + (work.iterations() == 1 ? " iteration" : " iterations")
            : "no mixing equilibrium found (" + path + ", relative residual " + CellLoop.brief(work.residual()) + ")");
    }
}
