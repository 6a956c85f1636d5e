package org.flavorwaves.knime.nodes.transport;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.flavorwaves.knime.nodes.CellLoop;
import org.flavorwaves.knime.table.ResultTable;
import org.flavorwaves.knime.table.StateColumns;
import org.flavorwaves.knime.table.StateLayout;
import org.flavorwaves.knime.table.StateOutput;
import org.flavorwaves.knime.table.StateUnits;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.transport.flow.Closure;
import org.flavorwaves.physics.transport.flow.FlowCells;
import org.flavorwaves.physics.transport.flow.FlowFace;
import org.flavorwaves.physics.transport.flow.FlowMonitor;
import org.flavorwaves.physics.transport.flow.FlowSample;
import org.flavorwaves.physics.transport.flow.FlowStop;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The four output tables of the node Miscidynamic Transport. */
final class TransportTables {
    private static final String UNSTABLE = "UNSTABLE";

    private final ExecutionContext m_exec;

    private final StateLayout m_layout;

    private final StateUnits m_units;

    private final double[] m_energies;

    TransportTables(final ExecutionContext exec, final TransportInput input) {
        m_exec = exec;
        m_layout = input.layout();
        m_units = input.units();
        m_energies = input.energies();
    }

    static DataTableSpec[] specs(final StateLayout layout, final StateUnits units) {
        return new DataTableSpec[]{statesSpec(layout, units), wavesSpec(units), fieldsSpec(units), summarySpec(units)};
    }

    private static StateOutput.Columns stateColumns(final StateLayout layout, final StateUnits units) {
        return new StateOutput.Columns(Optional.empty(), layout.energy() >= 0, layout.hasRings(), layout.omega() >= 0,
            layout.hasDepolarization(), layout.hasAbsorption(), units.weights());
    }

    private static DataTableSpec statesSpec(final StateLayout layout, final StateUnits units) {
        final DataColumnSpec[] state = stateColumns(layout, units).spec().stream().toArray(DataColumnSpec[]::new);
        return new DataTableSpec(Stream.of(units.columns("t, z"), state, units.columns("Hx, Hy, Hz, epsilon, gamma"))
            .flatMap(Stream::of).toArray(DataColumnSpec[]::new));
    }

    private static DataTableSpec wavesSpec(final StateUnits units) {
        return new DataTableSpec(units.columns("t, z, k, branch, action, growth, intensity [1]"));
    }

    private static DataTableSpec fieldsSpec(final StateUnits units) {
        return new DataTableSpec(units.columns("t, z", String.join(", ", StateColumns.COLLECTIVE),
            "omega_corotating, K_corotating, growth, growth_in_z, stability, entropy, quasistaticity, scale_ratio, "
                + "min_field, wave_mixing"));
    }

    private static DataTableSpec summarySpec(final StateUnits units) {
        return new DataTableSpec(units.columns("modes, cells, steps, t_end, stopped, stopped_at, reason, unstable",
            "growth, lepton_drift, clipped, wall_time, result"));
    }

    private double time(final double t) {
        return t / m_units.rateFactor();
    }

    private double rate(final double frequency) {
        return frequency * m_units.rateFactor();
    }

    BufferedDataTable states(final TransportOutcome outcome) {
        final ResultTable table = new ResultTable(m_exec, statesSpec(m_layout, m_units));
        final int last = outcome.reached() - 1;
        for (final FlowSample sample : outcome.samples()) {
            final FlowCells cells = sample.cells();
            outcome.left(sample.t()).ifPresent(
                inflow -> modes(table, sample, 0, cells.grid().face(0), FlowFace.entering(cells, 0, inflow)));
            for (int c = 0; c <= last; c++) {
                modes(table, sample, c, cells.grid().centre(c), cells.state(c));
            }
            outcome.right(sample.t()).ifPresent(
                inflow -> modes(table, sample, last, cells.grid().face(last + 1),
                    FlowFace.entering(cells, last, inflow)));
        }
        return table.close();
    }

    private void modes(final ResultTable table, final FlowSample sample, final int c, final double z,
        final FlavorState state) {
        final double[] h = FlowMonitor.fields(sample.cells(), c);
        final MomentumModes modes = state.modes();
        final List<Object> row = new ArrayList<>();
        for (int i = 0; i < state.size(); i++) {
            row.clear();
            row.addAll(List.of(time(sample.t()), z, modes.species(i).label()));
            if (m_layout.energy() >= 0) {
                row.add(m_energies[i]);
            }
            if (!m_layout.hasRings()) {
                row.addAll(List.of(modes.vx(i), modes.vy(i)));
            }
            row.addAll(List.of(modes.vz(i), m_units.weight(modes.weight(i)), state.trace(i), state.px(i), state.py(i),
                state.pz(i)));
            if (m_layout.omega() >= 0) {
                row.add(modes.omega(i));
            }
            if (m_layout.hasDepolarization()) {
                row.add(modes.depolarization(i));
            }
            if (m_layout.hasAbsorption()) {
                row.addAll(StateOutput.absorption(modes.absorption(), i));
            }
            final double along = state.px(i) * h[3 * i] + state.py(i) * h[3 * i + 1] + state.pz(i) * h[3 * i + 2];
            row.addAll(List.of(h[3 * i], h[3 * i + 1], h[3 * i + 2], along == 0 ? Double.NaN : Math.signum(along),
                sample.viscosity().length == 0 ? 0.0 : rate(sample.viscosity()[c][i])));
            table.add(Optional.empty(), row.toArray());
        }
    }

    BufferedDataTable waves(final TransportOutcome outcome, final boolean coherences) {
        final ResultTable table = new ResultTable(m_exec, wavesSpec(m_units));
        for (int s = 0; s < outcome.samples().size(); s++) {
            waves(table, outcome.samples().get(s), outcome.waves(s));
        }
        if (coherences) {
            waves(table, outcome.samples().get(outcome.samples().size() - 1), outcome.coherences());
        }
        return table.close();
    }

    private void waves(final ResultTable table, final FlowSample sample, final List<Closure.WaveSample> waves) {
        for (final Closure.WaveSample wave : waves) {
            table.add(Optional.empty(), time(sample.t()), sample.cells().grid().centre(wave.cell()), wave.k(),
                wave.branch(), wave.action(), rate(wave.growth()), wave.intensity());
        }
    }

    BufferedDataTable fields(final TransportOutcome outcome) {
        final ResultTable table = new ResultTable(m_exec, fieldsSpec(m_units));
        for (int s = 0; s < outcome.samples().size(); s++) {
            final FlowSample sample = outcome.samples().get(s);
            for (int c = 0; c < outcome.reached(); c++) {
                final List<Object> row = new ArrayList<>();
                row.add(time(sample.t()));
                row.add(sample.cells().grid().centre(c));
                for (int m = 0; m < 4; m++) {
                    for (int a = 0; a < 3; a++) {
                        row.add(sample.cells().field(c, m, a));
                    }
                }
                row.add(rate(sample.cells().rotation(c)));
                row.add(sample.cells().turning(c));
                row.add(rate(outcome.growth(s, c)));
                row.add(outcome.along(s, c));
                final double growth = outcome.decisive(s, c);
                row.add(Double.isNaN(growth) ? ResultTable.missing() : growth > 0 ? UNSTABLE : "stable");
                final FlowMonitor monitor = FlowMonitor.of(sample, c);
                row.add(monitor.entropy() * m_units.densityFactor());
                row.add(monitor.quasistaticity());
                row.add(monitor.scaleRatio());
                row.add(monitor.minField());
                row.add(monitor.mixing());
                table.add(Optional.empty(), row.toArray());
            }
        }
        return table.close();
    }

    BufferedDataTable summary(final TransportOutcome outcome, final double seconds) {
        final ResultTable table = new ResultTable(m_exec, summarySpec(m_units));
        final FlowSample last = outcome.samples().get(outcome.samples().size() - 1);
        table.add(Optional.empty(), last.cells().modes(), outcome.reached(), outcome.steps(), time(last.t()),
            outcome.stop().isPresent(), outcome.stop().map(FlowStop::place).orElse(Double.NaN),
            outcome.stop().map(TransportTables::reason).<Object>map(r -> r).orElse(ResultTable.missing()),
            outcome.unstable(), rate(outcome.fastest()), outcome.leptonDrift(),
            outcome.clipped() * m_units.densityFactor(), seconds, sentence(outcome, last));
        return table.close();
    }

    /** Why a stream stopped. */
    static String reason(final FlowStop stop) {
        return stop.reason().name() + ": " + switch (stop.reason()) {
            case VANISHING_FIELD -> "the field of mode " + stop.mode() + " vanishes"
                + (Double.isFinite(stop.value())
                    ? ", |H| = " + CellLoop.brief(stop.value()) + " of its action on itself" : "");
            case VANISHING_LENGTH -> "|P| of mode " + stop.mode() + " vanishes, so that its alignment would change";
            case STIFF -> "the balance of waves and drive changes too fast to be followed";
            case FOLD -> "the curve of equilibria turns back; the weakest field is that of mode " + stop.mode();
        };
    }

    private String sentence(final TransportOutcome outcome, final FlowSample last) {
        final StringBuilder text = new StringBuilder(last.cells().modes() + " modes in " + outcome.reached()
            + (outcome.reached() == 1 ? " cell" : " cells"));
        if (last.t() > 0) {
            text.append(" to t = ").append(CellLoop.brief(time(last.t()))).append(m_units.timeUnit());
        }
        outcome.stop().ifPresent(stop -> text.append("; stopped at z = ").append(CellLoop.brief(stop.place()))
            .append(m_units.lengthUnit()).append(" by ").append(reason(stop)));
        final double fastest = outcome.fastest();
        if (outcome.unstable() > 0) {
            text.append("; UNSTABLE in ").append(outcome.unstable()).append(" of ")
                .append(outcome.reached() * outcome.samples().size()).append(" rows");
        } else if (!Double.isNaN(fastest)) {
            text.append("; stable");
        }
        return text.toString();
    }
}
