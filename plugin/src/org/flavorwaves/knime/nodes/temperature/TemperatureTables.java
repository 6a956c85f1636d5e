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
import org.flavorwaves.knime.table.TableColumns;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.thermo.temperature.ThermalBranch;
import org.flavorwaves.physics.thermo.temperature.ThermalBranches;
import org.flavorwaves.physics.thermo.temperature.fit.TemperatureFit;
import org.knime.core.data.DataColumnSpec;
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
        m_fit = new StateWriter(layout.spec(), units.weights(), List.of(TableColumns.real("h", units.potentialUnit()),
            TableColumns.real("P"), TableColumns.real("P_thermal"), TableColumns.real("argument"),
            TableColumns.real("argument_thermal"), TableColumns.real("angle"), TableColumns.real("residual")));
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
        final List<DataColumnSpec> columns = new ArrayList<>();
        columns.add(TableColumns.whole(ThermalStateWriter.BRANCH));
        columns.add(TableColumns.real("beta", m_units.lengthUnit()));
        columns.add(TableColumns.real("entropy", m_units.densityUnit()));
        columns.add(TableColumns.real("U", m_units.energyUnit()));
        columns.add(TableColumns.real("massieu", m_units.densityUnit()));
        columns.add(TableColumns.real("free_energy", m_units.energyUnit()));
        columns.add(TableColumns.flag("preferred"));
        columns.add(TableColumns.flag("stable_at_beta"));
        columns.add(TableColumns.flag("stable_at_energy"));
        columns.add(TableColumns.whole("unstable_at_beta"));
        columns.add(TableColumns.whole("unstable_at_energy"));
        columns.add(TableColumns.whole("neutral"));
        columns.add(TableColumns.real("largest_mode"));
        columns.add(TableColumns.real("dU_dbeta", m_units.energySlopeUnit()));
        columns.add(TableColumns.words("family"));
        StateColumns.COLLECTIVE.forEach(name -> columns.add(TableColumns.real(name, m_units.potentialUnit())));
        columns.add(TableColumns.real("relative_residual"));
        return new DataTableSpec(m_layout.withCell(columns.toArray(new DataColumnSpec[0])));
    }

    private DataTableSpec summarySpec() {
        return new DataTableSpec(m_layout.withCell(TableColumns.whole("modes"),
            TableColumns.real("beta_fit", m_units.lengthUnit()), TableColumns.real("fit_residual"),
            TableColumns.flag("compatible"), TableColumns.real("misalignment"), TableColumns.words("worst_row"),
            TableColumns.whole("opposed"), TableColumns.whole("saturated"),
            TableColumns.real("entropy", m_units.densityUnit()), TableColumns.real("U", m_units.energyUnit()),
            TableColumns.whole("branches"), TableColumns.words("scope"),
            TableColumns.real("beta_preferred", m_units.lengthUnit()),
            TableColumns.real("entropy_preferred", m_units.densityUnit()),
            TableColumns.real("U_preferred", m_units.energyUnit()), TableColumns.whole("starts"),
            TableColumns.whole("iterations"), TableColumns.real("relative_residual"), TableColumns.real("unseen_share"),
            TableColumns.real("wall_time"), TableColumns.words(StateColumns.RESULT)));
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
