package org.flavorwaves.knime.nodes.equilibrium;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.flavorwaves.knime.nodes.CellLoop;
import org.flavorwaves.knime.nodes.CellLoop.Solved;
import org.flavorwaves.knime.table.ResultTable;
import org.flavorwaves.knime.table.StateColumns;
import org.flavorwaves.knime.table.StateLayout;
import org.flavorwaves.knime.table.StateTable;
import org.flavorwaves.knime.table.StateUnits;
import org.flavorwaves.knime.table.StateWriter;
import org.flavorwaves.physics.equilibrium.EquilibriumResult;
import org.flavorwaves.physics.run.Progress;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The two output tables of the node Mixing Equilibrium. */
final class EquilibriumTables {
    private final StateLayout m_layout;

    private final StateUnits m_units;

    private final StateWriter m_writer;

    EquilibriumTables(final StateLayout layout, final StateUnits units) {
        m_layout = layout;
        m_units = units;
        m_writer = new StateWriter(layout.spec(), units.weights(), List.of(units.columns(StateColumns.IN_EQUILIBRIUM)));
    }

    DataTableSpec stateSpec() {
        return m_writer.spec();
    }

    DataTableSpec summarySpec() {
        return m_layout.results(m_units, "iterations, residual [potential], omega_corotating, path",
            String.join(", ", StateColumns.COLLECTIVE), "modes, relative_residual, misalignment, converged",
            "other_solutions [count], wall_time, result");
    }

    BufferedDataTable writeState(final ExecutionContext exec, final BufferedDataTable table, final StateTable state,
        final List<Solved<EquilibriumResult>> solved, final Progress progress) {
        final double[][] values = new double[7][state.rowCount()];
        for (final double[] column : values) {
            Arrays.fill(column, Double.NaN);
        }
        for (final Solved<EquilibriumResult> s : solved) {
            final EquilibriumResult result = s.value();
            if (result.converged()) {
                final double[][] cell = {result.state().pxs(), result.state().pys(), result.state().pzs(),
                    result.hamiltonian().hxs(), result.hamiltonian().hys(), result.hamiltonian().hzs()};
                for (int i = 0; i < s.cell().state().size(); i++) {
                    final int row = s.cell().row(i);
                    for (int c = 0; c < cell.length; c++) {
                        values[c][row] = cell[c][i];
                    }
                    values[cell.length][row] = result.alignment().sign(i);
                }
            }
        }
        return m_writer.write(exec, table, values, progress);
    }

    BufferedDataTable writeSummary(final ExecutionContext exec, final List<Solved<EquilibriumResult>> solved) {
        final ResultTable summary = new ResultTable(exec, summarySpec());
        for (final Solved<EquilibriumResult> s : solved) {
            final EquilibriumResult result = s.value();
            final List<Object> row = new ArrayList<>();
            row.add(result.iterations());
            row.add(result.residual());
            row.add(known(result, result.rotation().omega() * m_units.rateFactor()));
            row.add(result.path().name());
            for (final double j : result.field().toArray()) {
                row.add(known(result, j));
            }
            row.add(s.cell().state().size());
            row.add(result.relativeResidual());
            row.add(result.misalignment());
            row.add(result.converged());
            row.add(result.others());
            row.add(s.seconds());
            row.add(sentence(s));
            summary.add(s.cell().key(), row.toArray());
        }
        return summary.close();
    }

    private static double known(final EquilibriumResult result, final double value) {
        return result.converged() ? value : Double.NaN;
    }

    private String sentence(final Solved<EquilibriumResult> s) {
        final EquilibriumResult result = s.value();
        final String path = result.path().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        if (!result.converged()) {
            return s.cell().prefix() + "no mixing equilibrium found (" + path + ", relative residual "
                + CellLoop.brief(result.relativeResidual()) + (result.vanishing() < 0 ? ")"
                    : "; H of mode " + result.vanishing() + " vanishes on the way)");
        }
        final double omega = result.rotation().omega() * m_units.rateFactor();
        return s.cell().prefix() + "mixing equilibrium by " + path + " in " + result.iterations()
            + (result.iterations() == 1 ? " iteration" : " iterations")
            + (result.others() == 0 ? "" : ", the nearest to the input of " + (result.others() + 1) + " seen")
            + (omega == 0 ? "" : ", rotating at " + CellLoop.brief(omega) + m_units.rateUnit());
    }
}
