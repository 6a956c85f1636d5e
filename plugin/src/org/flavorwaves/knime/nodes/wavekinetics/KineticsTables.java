package org.flavorwaves.knime.nodes.wavekinetics;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.flavorwaves.knime.nodes.CellLoop;
import org.flavorwaves.knime.nodes.CellLoop.Solved;
import org.flavorwaves.knime.table.ResultTable;
import org.flavorwaves.knime.table.StateColumns;
import org.flavorwaves.knime.table.StateLayout;
import org.flavorwaves.knime.table.StateUnits;
import org.flavorwaves.knime.table.TableColumns;
import org.flavorwaves.physics.kinetics.KineticsMonitors;
import org.flavorwaves.physics.kinetics.KineticsResult;
import org.flavorwaves.physics.kinetics.KineticsSample;
import org.flavorwaves.physics.kinetics.ShortestLength;
import org.flavorwaves.physics.kinetics.waves.Triad;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The four output tables of the node Flavor Wave Kinetics, filled cell by cell. */
final class KineticsTables {
    /** A relative change that four digits do not show. */
    private static final double UNCHANGED = 5e-5;

    private final StateUnits m_units;

    private final ResultTable m_background;

    private final ResultTable m_actions;

    private final ResultTable m_triads;

    private final ResultTable m_summary;

    KineticsTables(final ExecutionContext exec, final StateLayout layout, final StateUnits units) {
        m_units = units;
        final DataTableSpec[] specs = specs(layout, units);
        m_background = new ResultTable(exec, specs[0]);
        m_actions = new ResultTable(exec, specs[1]);
        m_triads = new ResultTable(exec, specs[2]);
        m_summary = new ResultTable(exec, specs[3]);
    }

    static DataTableSpec[] specs(final StateLayout layout, final StateUnits units) {
        final String time = units.timeUnit();
        final String rate = units.rateUnit();
        final DataTableSpec background = new DataTableSpec(layout.withCell(TableColumns.real("t", time),
            TableColumns.whole("mode"), TableColumns.words(StateColumns.SPECIES), TableColumns.real(StateColumns.VX),
            TableColumns.real(StateColumns.VY), TableColumns.real(StateColumns.VZ),
            TableColumns.real(StateColumns.P0), TableColumns.real(StateColumns.PX),
            TableColumns.real(StateColumns.PY), TableColumns.real(StateColumns.PZ), TableColumns.real("length"),
            TableColumns.real("gamma", rate)));
        final DataTableSpec actions = new DataTableSpec(layout.withCell(TableColumns.real("t", time),
            TableColumns.whole("n"), TableColumns.real("k", units.potentialUnit()), TableColumns.whole("band"),
            TableColumns.real("omega_re", rate), TableColumns.real("omega_im", rate), TableColumns.real("action"),
            TableColumns.real("phase")));
        final DataTableSpec triads = new DataTableSpec(layout.withCell(TableColumns.whole("n"),
            TableColumns.whole("band"), TableColumns.whole("first_n"), TableColumns.whole("first_band"),
            TableColumns.whole("second_n"), TableColumns.whole("second_band"), TableColumns.real("mismatch", rate),
            TableColumns.real("coefficient_re", rate), TableColumns.real("coefficient_im", rate),
            TableColumns.real("strength", rate)));
        final DataTableSpec summary = new DataTableSpec(layout.withCell(TableColumns.whole("modes"),
            TableColumns.whole("waves"), TableColumns.words("structure"),
            TableColumns.real("box_length", units.lengthUnit()), TableColumns.real("t_end", time),
            TableColumns.real("delta", rate), TableColumns.whole("triads"), TableColumns.whole("steps"),
            TableColumns.whole("rejected"), TableColumns.whole("backgrounds"),
            TableColumns.real("growth_start", rate), TableColumns.real("growth_end", rate),
            TableColumns.real("least_length"), TableColumns.whole("reversed"), TableColumns.real("lepton_drift"),
            TableColumns.real("length_drift"), TableColumns.real("viscosity_residual"),
            TableColumns.real("wave_torque", rate), TableColumns.real("wave_driving", rate),
            TableColumns.real("worst_overlap"), TableColumns.real("worst_condition"), TableColumns.flag("complete"),
            TableColumns.real("wall_time"), TableColumns.words(StateColumns.RESULT)));
        return new DataTableSpec[]{background, actions, triads, summary};
    }

    void add(final Solved<CellKinetics> solved) {
        final Optional<DataCell> key = solved.cell().key();
        final CellKinetics cell = solved.value();
        final List<KineticsSample> samples = cell.result().map(KineticsResult::samples).orElse(List.of());
        for (int t = 0; t < cell.times().length; t++) {
            if (t < samples.size()) {
                addBackground(key, samples.get(t));
                addActions(key, cell, samples.get(t));
            } else {
                addMissing(key, cell.times()[t], solved.cell().state());
            }
        }
        cell.result().map(KineticsResult::triads).orElse(List.of()).forEach(triad -> addTriad(key, triad));
        addSummary(solved);
    }

    BufferedDataTable[] close() {
        return new BufferedDataTable[]{m_background.close(), m_actions.close(), m_triads.close(), m_summary.close()};
    }

    private double time(final double t) {
        return t / m_units.rateFactor();
    }

    private double rate(final double frequency) {
        return frequency * m_units.rateFactor();
    }

    private void addBackground(final Optional<DataCell> key, final KineticsSample sample) {
        final FlavorState state = sample.state();
        final MomentumModes modes = state.modes();
        for (int i = 0; i < state.size(); i++) {
            m_background.add(key, time(sample.time()), i, modes.species(i).label(), modes.vx(i), modes.vy(i),
                modes.vz(i), state.trace(i), state.px(i), state.py(i), state.pz(i), state.length(i),
                rate(sample.viscosity(i)));
        }
    }

    private void addMissing(final Optional<DataCell> key, final double time, final FlavorState state) {
        final MomentumModes modes = state.modes();
        for (int i = 0; i < state.size(); i++) {
            m_background.add(key, time(time), i, modes.species(i).label(), modes.vx(i), modes.vy(i), modes.vz(i),
                state.trace(i), Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
    }

    private void addActions(final Optional<DataCell> key, final CellKinetics cell, final KineticsSample sample) {
        for (int n = 1; n <= sample.waves(); n++) {
            if (sample.bands() == 0) {
                m_actions.add(key, time(sample.time()), n, n * cell.box().spacing(), ResultTable.missing(), Double.NaN,
                    Double.NaN, sample.power(n), Double.NaN);
            }
            for (int b = 0; b < sample.bands(); b++) {
                final double action = sample.action(n, b);
                m_actions.add(key, time(sample.time()), n, n * cell.box().spacing(), b, rate(sample.omegaRe(n, b)),
                    rate(sample.omegaIm(n, b)), action, action > 0 ? sample.phase(n, b) : Double.NaN);
            }
        }
    }

    private void addTriad(final Optional<DataCell> key, final Triad triad) {
        m_triads.add(key, triad.n(), triad.band(), triad.firstN(), triad.firstBand(), triad.secondN(),
            triad.secondBand(), rate(triad.mismatch()), rate(triad.coefficientRe()), rate(triad.coefficientIm()),
            rate(triad.strength()));
    }

    private void addSummary(final Solved<CellKinetics> solved) {
        final CellKinetics cell = solved.value();
        final int modes = solved.cell().state().size();
        if (cell.result().isEmpty()) {
            final Object[] row = new Object[24];
            Arrays.fill(row, ResultTable.missing());
            row[0] = modes;
            row[1] = cell.box().nMax();
            row[3] = cell.box().length();
            row[21] = false;
            row[22] = solved.seconds();
            row[23] = solved.cell().prefix() + "no evolution: " + cell.problem();
            m_summary.add(solved.cell().key(), row);
            return;
        }
        final KineticsResult result = cell.result().get();
        final double[] drifts = drifts(result);
        final KineticsMonitors last = result.last().monitors();
        m_summary.add(solved.cell().key(), modes, cell.box().nMax(),
            result.background().structure().name().toLowerCase(Locale.ROOT), cell.box().length(),
            time(result.time()), rate(ResultTable.finite(result.delta())),
            result.triads().size(), (int) result.steps(), (int) result.rejected(), result.backgrounds(),
            rate(result.samples().get(0).monitors().largestGrowth()), rate(last.largestGrowth()),
            result.shortest().share(), result.reversed(), drifts[0], drifts[1], drifts[2], rate(last.waveTorque()),
            rate(last.waveDriving()), result.worstOverlap(), drifts[3], cell.problem().isEmpty(), solved.seconds(),
            sentence(solved, result));
    }

    /** Largest violation of the three identities and largest condition. */
    private static double[] drifts(final KineticsResult result) {
        final double[] worst = new double[4];
        for (final KineticsSample sample : result.samples()) {
            worst[0] = Math.max(worst[0], sample.monitors().leptonDrift());
            worst[1] = Math.max(worst[1], sample.monitors().lengthDrift());
            worst[2] = Math.max(worst[2], sample.monitors().viscosityResidual());
            worst[3] = Math.max(worst[3], sample.monitors().worstCondition());
        }
        return worst;
    }

    private String sentence(final Solved<CellKinetics> solved, final KineticsResult result) {
        final String prefix = solved.cell().prefix();
        final CellKinetics cell = solved.value();
        if (result.stopped().isPresent()) {
            return prefix + cell.problem();
        }
        final double growth = result.samples().get(0).monitors().largestGrowth();
        return prefix + (growth > 0 ? "the fastest wave grows at " + CellLoop.brief(rate(growth)) + m_units.rateUnit()
            : "no wave of the box grows") + ", " + lengths(result) + "; |P|^2 of background and waves is kept within "
            + CellLoop.brief(drifts(result)[1]);
    }

    /** What became of the lengths, at any time step. */
    private String lengths(final KineticsResult result) {
        final ShortestLength shortest = result.shortest();
        if (1 - shortest.share() < UNCHANGED) {
            return "and no |P| falls";
        }
        final String place = " by t = " + CellLoop.brief(time(shortest.time())) + m_units.timeUnit();
        return result.reversed() > 0
            ? "and |P| of " + result.reversed() + (result.reversed() == 1 ? " mode goes" : " modes go") + " through 0"
                + place
            : "and |P| of mode " + shortest.mode() + " falls to " + CellLoop.brief(shortest.share()) + " of its start"
                + place;
    }
}
