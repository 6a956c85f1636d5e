package org.flavorwaves.knime.nodes.wavekinetics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

import org.flavorwaves.knime.nodes.CellLoop;
import org.flavorwaves.knime.nodes.CellLoop.Solved;
import org.flavorwaves.knime.table.ResultTable;
import org.flavorwaves.knime.table.StateLayout;
import org.flavorwaves.knime.table.StateUnits;
import org.flavorwaves.physics.kinetics.KineticsMonitors;
import org.flavorwaves.physics.kinetics.KineticsResult;
import org.flavorwaves.physics.kinetics.KineticsSample;
import org.flavorwaves.physics.kinetics.ShortestLength;
import org.flavorwaves.physics.kinetics.random.BandIntensity;
import org.flavorwaves.physics.kinetics.random.RandomPhaseResult;
import org.flavorwaves.physics.kinetics.random.RandomPhaseSample;
import org.flavorwaves.physics.kinetics.random.WaveLine;
import org.flavorwaves.physics.kinetics.waves.BoxModes;
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

    /** Columns of the summary without the cell. */
    private static final int COLUMNS = 29;

    private static final int MOST_WARNINGS = 4;

    private final StateUnits m_units;

    private final List<String> m_warnings = new ArrayList<>();

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
        final DataTableSpec background = layout.results(units,
            "t, mode, species, vx, vy, vz, P0, Px, Py, Pz, length, gamma");
        final DataTableSpec actions = layout.results(units,
            "t, n, k, band, omega_re, omega_im, action, phase, intensity [1]");
        final DataTableSpec triads = layout.results(units,
            "n, band, first_n, first_band, second_n, second_band, mismatch, coefficient_re, coefficient_im, strength");
        final DataTableSpec summary = layout.results(units,
            "modes, waves, structure, box_length, t_end, delta, triads, steps, rejected, backgrounds, growth_start",
            "growth_end, least_length, reversed, lepton_drift, length_drift, viscosity_residual, wave_torque",
            "wave_torque_share, wave_driving, worst_overlap, worst_condition, complete, wall_time",
            "method, method_reason, left_out, left_out_growth, result");
        return new DataTableSpec[]{background, actions, triads, summary};
    }

    void add(final Solved<CellKinetics> solved) {
        final Optional<DataCell> key = solved.cell().key();
        final CellKinetics cell = solved.value();
        final List<KineticsSample> samples = cell.result().map(KineticsResult::samples).orElse(List.of());
        final List<RandomPhaseSample> random = cell.random().map(RandomPhaseResult::samples).orElse(List.of());
        for (int t = 0; t < cell.times().length; t++) {
            if (t < samples.size()) {
                final KineticsSample sample = samples.get(t);
                addBackground(key, sample.time(), sample.state(), sample::viscosity);
                addActions(key, cell.plan().orElseThrow().box(), sample);
            } else if (t < random.size()) {
                final RandomPhaseSample sample = random.get(t);
                addBackground(key, sample.time(), sample.state(), sample::viscosity);
                addIntensities(key, cell.plan().orElseThrow().line(), sample);
            } else {
                addMissing(key, cell.times()[t], solved.cell().state());
            }
        }
        cell.result().map(KineticsResult::triads).orElse(List.of()).forEach(triad -> addTriad(key, triad));
        addSummary(solved);
        addWarnings(solved);
    }

    /** What the node shows when it is done, at most a few sentences. */
    List<String> warnings() {
        return m_warnings.size() <= MOST_WARNINGS ? m_warnings
            : List.of(m_warnings.get(0),
                "There are " + (m_warnings.size() - 1) + " more such warnings, of other cells.");
    }

    private void addWarnings(final Solved<CellKinetics> solved) {
        final String prefix = solved.cell().prefix();
        solved.value().plan().ifPresent(plan -> {
            if (plan.left() > 0) {
                m_warnings.add(prefix + plan.left() + (plan.left() == 1 ? " wave grows" : " waves grow")
                    + " beyond the largest wave n = " + plan.box().nMax() + ", the fastest at "
                    + CellLoop.brief(rate(plan.leftGrowth())) + m_units.rateUnit()
                    + "; set nMax to 0 to choose it from the waves that grow.");
            }
            if (plan.range().isOpen()) {
                m_warnings.add(prefix + "waves grow up to the largest wave number that was searched, k = "
                    + CellLoop.brief(plan.range().searched()) + "; those beyond are left out.");
            }
        });
        solved.value().random().ifPresent(random -> random.warnings().forEach(w -> m_warnings.add(prefix
            + w.with(t -> CellLoop.brief(time(t)) + m_units.timeUnit()))));
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

    private void addBackground(final Optional<DataCell> key, final double time, final FlavorState state,
        final IntToDoubleFunction viscosity) {
        final MomentumModes modes = state.modes();
        for (int i = 0; i < state.size(); i++) {
            m_background.add(key, time(time), i, modes.species(i).label(), modes.vx(i), modes.vy(i), modes.vz(i),
                state.trace(i), state.px(i), state.py(i), state.pz(i), state.length(i),
                rate(viscosity.applyAsDouble(i)));
        }
    }

    private void addMissing(final Optional<DataCell> key, final double time, final FlavorState state) {
        final MomentumModes modes = state.modes();
        for (int i = 0; i < state.size(); i++) {
            m_background.add(key, time(time), i, modes.species(i).label(), modes.vx(i), modes.vy(i), modes.vz(i),
                state.trace(i), Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
    }

    private void addActions(final Optional<DataCell> key, final BoxModes box, final KineticsSample sample) {
        for (int n = 1; n <= sample.waves(); n++) {
            final double k = n * box.spacing();
            if (sample.bands() == 0) {
                m_actions.add(key, time(sample.time()), n, k, ResultTable.missing(), Double.NaN, Double.NaN,
                    sample.power(n), Double.NaN, Double.NaN);
            }
            for (int b = 0; b < sample.bands(); b++) {
                final double action = sample.action(n, b);
                m_actions.add(key, time(sample.time()), n, k, b, rate(sample.omegaRe(n, b)),
                    rate(sample.omegaIm(n, b)), action, action > 0 ? sample.phase(n, b) : Double.NaN, Double.NaN);
            }
        }
    }

    private void addIntensities(final Optional<DataCell> key, final WaveLine line, final RandomPhaseSample sample) {
        int n = 0;
        int band = 0;
        for (final BandIntensity wave : sample.bands()) {
            final int number = 1 + (int) Math.rint((wave.k() - line.first()) / line.spacing());
            band = number == n ? band + 1 : 0;
            n = number;
            m_actions.add(key, time(sample.time()), n, wave.k(), band, rate(wave.omegaRe()), rate(wave.growth()),
                Double.NaN, Double.NaN, wave.intensity());
        }
    }

    private void addTriad(final Optional<DataCell> key, final Triad triad) {
        m_triads.add(key, triad.n(), triad.band(), triad.firstN(), triad.firstBand(), triad.secondN(),
            triad.secondBand(), rate(triad.mismatch()), rate(triad.coefficientRe()), rate(triad.coefficientIm()),
            rate(triad.strength()));
    }

    private void addSummary(final Solved<CellKinetics> solved) {
        final CellKinetics cell = solved.value();
        final Object[] row = new Object[COLUMNS];
        Arrays.fill(row, ResultTable.missing());
        row[0] = solved.cell().state().size();
        row[22] = cell.problem().isEmpty();
        row[23] = solved.seconds();
        row[24] = cell.treatment().name().toLowerCase(Locale.ROOT);
        row[25] = cell.reason().isEmpty() ? ResultTable.missing() : cell.reason();
        row[28] = solved.cell().prefix() + "no evolution: " + cell.problem();
        cell.plan().ifPresent(plan -> {
            row[1] = cell.random().isPresent() ? plan.line().count() : plan.box().nMax();
            row[3] = cell.random().isPresent() && !plan.given() ? ResultTable.missing() : plan.box().length();
            row[2] = plan.structure().name().toLowerCase(Locale.ROOT);
            row[26] = plan.left();
            row[27] = rate(plan.leftGrowth());
        });
        cell.result().filter(result -> !result.samples().isEmpty()).ifPresent(result -> {
            final Object[] box = boxNumbers(cell, result);
            System.arraycopy(box, 0, row, 4, box.length);
            row[2] = result.background().structure().name().toLowerCase(Locale.ROOT);
            row[28] = sentence(solved, result);
        });
        cell.random().ifPresent(result -> {
            row[4] = time(result.time());
            row[7] = result.steps();
            row[8] = result.rejected();
            row[9] = result.searches();
            row[10] = rate(result.samples().isEmpty() ? Double.NaN : result.samples().get(0).growth());
            row[11] = rate(result.samples().isEmpty() ? Double.NaN : result.last().growth());
            row[12] = least(result);
            row[14] = result.worstLepton();
            row[15] = result.worstBudget();
            row[28] = sentence(solved, result);
        });
        m_summary.add(solved.cell().key(), row);
    }

    /** The columns from t_end to worst_condition. */
    private Object[] boxNumbers(final CellKinetics cell, final KineticsResult result) {
        final double[] drifts = drifts(result);
        final KineticsMonitors last = result.last().monitors();
        return new Object[]{time(result.time()), rate(ResultTable.finite(result.delta())), result.triads().size(),
            (int) result.steps(), (int) result.rejected(), result.backgrounds(),
            rate(growth(cell)), rate(last.largestGrowth()),
            result.shortest().share(), result.reversed(), drifts[0], drifts[1], drifts[2], rate(last.waveTorque()),
            last.torqueShare(), rate(last.waveDriving()), result.worstOverlap(), drifts[3]};
    }

    /** The largest growth rate at the start: of the bands, or where there are none of the search. */
    private static double growth(final CellKinetics cell) {
        final double growth = cell.result().orElseThrow().samples().get(0).monitors().largestGrowth();
        return Double.isNaN(growth) ? cell.plan().orElseThrow().range().growth() : growth;
    }

    /** The smallest |P| of a mode at any output, over its start. */
    private static double least(final RandomPhaseResult result) {
        double least = 1;
        for (final RandomPhaseSample sample : result.samples()) {
            for (int i = 0; i < sample.state().size(); i++) {
                final double start = result.samples().get(0).state().length(i);
                least = start > 0 ? Math.min(least, sample.state().length(i) / start) : least;
            }
        }
        return least;
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

    private String sentence(final Solved<CellKinetics> solved, final RandomPhaseResult result) {
        final CellKinetics cell = solved.value();
        if (!cell.problem().isEmpty()) {
            return solved.cell().prefix() + cell.problem();
        }
        final double growth = result.samples().get(0).growth();
        final double least = least(result);
        return solved.cell().prefix() + (growth > 0 ? "the fastest wave grows at " + CellLoop.brief(rate(growth))
            + m_units.rateUnit() : "no wave grows") + ", and " + (1 - least < UNCHANGED ? "no |P| falls"
            : "a |P| falls to " + CellLoop.brief(least) + " of its start")
            + "; the steps err by " + CellLoop.brief(result.worstBudget()) + " in |P|^2 of background and waves";
    }

    private String sentence(final Solved<CellKinetics> solved, final KineticsResult result) {
        final String prefix = solved.cell().prefix();
        final CellKinetics cell = solved.value();
        if (result.stopped().isPresent()) {
            return prefix + cell.problem();
        }
        final double growth = growth(cell);
        return prefix + (growth > 0 ? "the fastest wave grows at " + CellLoop.brief(rate(growth)) + m_units.rateUnit()
            : "no wave of the box grows") + ", " + lengths(result) + kept(drifts(result));
    }

    /** What is conserved with and without absorption, if anything. */
    private static String kept(final double[] drifts) {
        return !Double.isNaN(drifts[1]) ? "; |P|^2 of background and waves is kept within " + CellLoop.brief(drifts[1])
            : !Double.isNaN(drifts[0]) ? "; the lepton number relaxes to that of the sources within "
                + CellLoop.brief(drifts[0]) : "";
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
