package org.flavorwaves.knime.nodes.temperature;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.flavorwaves.knime.nodes.CellLoop;
import org.flavorwaves.knime.nodes.CellLoop.Solved;
import org.flavorwaves.knime.nodes.temperature.FlavorTemperatureParameters.Mode;
import org.flavorwaves.knime.nodes.temperature.FlavorTemperatureParameters.States;
import org.flavorwaves.knime.table.ResultTable;
import org.flavorwaves.knime.table.StateColumns;
import org.flavorwaves.knime.table.StateLayout;
import org.flavorwaves.knime.table.StateTable;
import org.flavorwaves.knime.table.StateUnits;
import org.flavorwaves.knime.table.StateWriter;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.thermo.temperature.ThermalBranch;
import org.flavorwaves.physics.thermo.temperature.ThermalBranches;
import org.flavorwaves.physics.thermo.temperature.fit.TemperatureFit;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The four output tables of the node Flavor Temperature. */
final class TemperatureTables {
    private final StateLayout m_layout;

    private final StateUnits m_units;

    private final Mode m_mode;

    private final double m_beta;

    private final States m_states;

    private final StateWriter m_fit;

    private final ThermalStateWriter m_thermal;

    TemperatureTables(final StateLayout layout, final StateUnits units, final FlavorTemperatureParameters parameters) {
        m_layout = layout;
        m_units = units;
        m_mode = parameters.m_mode;
        m_beta = parameters.m_beta;
        m_states = parameters.m_states;
        m_fit = new StateWriter(layout.spec(), units.weights(),
            List.of(units.columns("h, P, P_thermal, argument, argument_thermal, angle, residual")));
        m_thermal = new ThermalStateWriter(layout, units, parameters.environment());
    }

    StateLayout layout() {
        return m_layout;
    }

    StateUnits units() {
        return m_units;
    }

    DataTableSpec[] specs() {
        return new DataTableSpec[]{branchesSpec(), m_thermal.spec(), m_fit.spec(), summarySpec()};
    }

    private DataTableSpec branchesSpec() {
        return m_layout.results(m_units, "branch, beta, entropy, U, massieu, free_energy, preferred, stable_at_beta",
            "stable_at_energy, unstable_at_beta, unstable_at_energy, neutral, largest_mode, dU_dbeta, family",
            String.join(", ", StateColumns.COLLECTIVE), "relative_residual");
    }

    private DataTableSpec summarySpec() {
        return m_layout.results(m_units,
            "modes, beta_fit, fit_residual, compatible, misalignment, worst_row, opposed, saturated, entropy, U",
            "branches, scope, beta_preferred, entropy_preferred, U_preferred, starts, iterations, relative_residual",
            "unseen_share [1], wall_time, result");
    }

    BufferedDataTable[] write(final ExecutionContext exec, final BufferedDataTable table, final StateTable state,
        final List<Solved<CellTemperature>> solved, final Progress progress) {
        return new BufferedDataTable[]{writeBranches(exec, solved),
            m_thermal.write(exec, table, state.rowCount(), solved,
                cell -> m_states == States.ALL ? ThermalStateWriter.ALL : cell.preferred(m_mode),
                progress.part(0, 0.6)),
            writeFit(exec, table, state, solved, progress.part(0.6, 1)), writeSummary(exec, table, solved)};
    }

    private BufferedDataTable writeBranches(final ExecutionContext exec, final List<Solved<CellTemperature>> solved) {
        final ResultTable branches = new ResultTable(exec, branchesSpec());
        for (final Solved<CellTemperature> s : solved) {
            final int preferred = s.value().preferred(m_mode);
            int number = 0;
            for (final ThermalBranch branch : s.value().branches()) {
                final List<Object> row = new ArrayList<>();
                row.add(number);
                row.add(branch.beta());
                row.add(branch.entropy() * m_units.densityFactor());
                row.add(branch.energy() * m_units.energyFactor());
                row.add(branch.massieu() * m_units.densityFactor());
                row.add(branch.freeEnergy() * m_units.energyFactor());
                row.add(number == preferred);
                row.add(branch.stability().isStableAtBeta());
                row.add(branch.stability().isStableAtEnergy());
                row.add(branch.stability().unstableAtBeta());
                row.add(branch.stability().unstableAtEnergy());
                row.add(branch.stability().neutral());
                row.add(branch.stability().largestMode());
                row.add(branch.stability().energySlope() * m_units.energyFactor());
                row.add(branch.family().name().toLowerCase(Locale.ROOT).replace('_', ' '));
                for (final double j : branch.field().toArray()) {
                    row.add(j);
                }
                row.add(branch.residual());
                branches.add(s.cell().key(), row.toArray());
                number++;
            }
        }
        return branches.close();
    }

    private BufferedDataTable writeFit(final ExecutionContext exec, final BufferedDataTable table,
        final StateTable state, final List<Solved<CellTemperature>> solved, final Progress progress) {
        final double[][] values = new double[7][state.rowCount()];
        for (final Solved<CellTemperature> s : solved) {
            final TemperatureFit fit = s.value().fit();
            for (int i = 0; i < fit.size(); i++) {
                final int row = s.cell().row(i);
                values[0][row] = fit.field(i);
                values[1][row] = fit.length(i);
                values[2][row] = fit.predictedLength(i);
                values[3][row] = fit.argument(i);
                values[4][row] = fit.predictedArgument(i);
                values[5][row] = fit.angle(i);
                values[6][row] = Double.isNaN(fit.beta()) ? Double.NaN : fit.residual(i);
            }
        }
        return m_fit.write(exec, table, values, progress);
    }

    private BufferedDataTable writeSummary(final ExecutionContext exec, final BufferedDataTable table,
        final List<Solved<CellTemperature>> solved) {
        final ResultTable summary = new ResultTable(exec, summarySpec());
        final Map<Integer, String> keys = worstRows(table, solved);
        for (final Solved<CellTemperature> s : solved) {
            final CellTemperature value = s.value();
            final TemperatureFit fit = value.fit();
            final boolean fitted = !Double.isNaN(fit.beta());
            final Optional<ThermalBranches> thermal = value.thermal();
            final int preferred = value.preferred(m_mode);
            final Optional<ThermalBranch> best =
                preferred < 0 ? Optional.empty() : Optional.of(value.branches().get(preferred));
            summary.add(s.cell().key(), fit.size(), fit.beta(), fitted ? fit.relativeResidual() : Double.NaN,
                fitted ? (Object) fit.isCompatible() : ResultTable.missing(), fit.misalignment(),
                fitted ? keys.get(s.cell().row(fit.worstMode())) : ResultTable.missing(),
                fitted ? (Object) fit.opposedModes() : ResultTable.missing(), fit.saturatedModes(),
                value.entropy() * m_units.densityFactor(), value.energy() * m_units.energyFactor(),
                value.branches().size(),
                thermal.map(t -> (Object) t.scope().name().toLowerCase(Locale.ROOT)).orElse(ResultTable.missing()),
                best.map(ThermalBranch::beta).orElse(Double.NaN),
                best.map(b -> b.entropy() * m_units.densityFactor()).orElse(Double.NaN),
                best.map(b -> b.energy() * m_units.energyFactor()).orElse(Double.NaN),
                thermal.map(ThermalBranches::starts).orElse(0), thermal.map(ThermalBranches::iterations).orElse(0),
                best.isPresent() ? thermal.get().worstResidual() : Double.NaN,
                thermal.map(ThermalBranches::unseen).orElse(Double.NaN), s.seconds(),
                s.cell().prefix() + fit.statement() + found(value));
        }
        return summary.close();
    }

    /** The keys of the rows that contribute most to the residual of their cell. */
    private static Map<Integer, String> worstRows(final BufferedDataTable table,
        final List<Solved<CellTemperature>> solved) {
        final Map<Integer, String> keys = new HashMap<>();
        solved.forEach(s -> keys.put(s.cell().row(s.value().fit().worstMode()), ""));
        int index = 0;
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                final RowKey key = rows.next().getKey();
                keys.computeIfPresent(index++, (row, none) -> key.getString());
            }
        }
        return keys;
    }

    /** The thermal states found, in words. */
    String found(final CellTemperature value) {
        if (value.thermal().isEmpty()) {
            return "";
        }
        final String statement = " " + value.thermal().get().statement();
        if (m_mode == Mode.AT_BETA) {
            return " At the given beta = " + CellLoop.brief(m_beta) + m_units.lengthUnit() + ":" + statement;
        }
        if (m_mode == Mode.FIT || value.branches().isEmpty()) {
            return statement;
        }
        final ThermalBranch best = value.branches().get(value.preferred(m_mode));
        return statement + " The one with the most entropy has beta = " + CellLoop.brief(best.beta())
            + m_units.lengthUnit() + " and entropy " + CellLoop.brief(best.entropy() * m_units.densityFactor())
            + m_units.densityUnit() + "; the state has "
            + CellLoop.brief(value.entropy() * m_units.densityFactor()) + m_units.densityUnit() + ".";
    }
}
