package org.flavorwaves.physics.kinetics.random;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.flavorwaves.physics.equilibrium.EquilibriumOptions;
import org.flavorwaves.physics.kinetics.BackgroundPath;
import org.flavorwaves.physics.kinetics.KineticsStoppedException;
import org.flavorwaves.physics.kinetics.random.RandomPhaseResult.End;
import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.BackgroundStructure;
import org.flavorwaves.physics.linear.collective.UnstableWaveSearch;
import org.flavorwaves.physics.linear.collective.UnstableWaves;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.InvalidModeException;

/** One evolution of {@link RandomPhaseKinetics}. */
final class RandomPhaseRun {
    /** Lowest growth rate of the first search, in units of the neutrino-neutrino term. */
    private static final double FLOOR = 1e-5;

    /** Shortest step as a share of the whole time. */
    private static final double SHORTEST = 1e-12;

    /** Longest step in growth times of an intensity. */
    private static final double GROWTH = 1;

    private final RandomPhaseGas m_gas;

    private final WaveLine m_line;

    private final RandomPhaseOptions m_options;

    private final double[] m_times;

    private final Progress m_progress;

    private final BackgroundPath m_path;

    private final double m_cut;

    private final BandCensus m_census;

    private final RandomPhaseSystem m_system;

    private final ErrorControlledStep m_step = new ErrorControlledStep();

    private final RunMonitor m_monitor;

    private final double[] m_start;

    private final double m_largest;

    private final List<RandomPhaseSample> m_samples = new ArrayList<>();

    private double m_time;

    private double[] m_y;

    private double[] m_rates;

    private double[] m_searched;

    private int m_steps;

    private int m_rejected;

    private int m_searches;

    RandomPhaseRun(final RandomPhaseGas gas, final WaveLine line, final RandomPhaseOptions options,
        final double[] times, final Progress progress) {
        m_gas = gas;
        m_line = line;
        m_options = options;
        m_times = times.clone();
        m_progress = progress;
        m_path = new BackgroundPath(gas.state(), gas.environment(), EquilibriumOptions.DEFAULT, progress.standing());
        final Background background = m_path.current();
        m_start = background.state().lengths();
        m_largest = Arrays.stream(m_start).max().orElse(0);
        final List<UnstableWaves> found = search(background, floor());
        m_cut = options.cut() > 0 ? options.cut()
            : Math.max(floor(), RandomPhaseOptions.AUTOMATIC_CUT * fastest(found));
        m_census = new BandCensus(background, line, m_cut, gas.noise());
        m_census.start(found);
        m_system = new RandomPhaseSystem(m_path, m_census, line.spacing());
        m_monitor = new RunMonitor(m_system, m_census, line);
    }

    private double floor() {
        if (m_options.cut() > 0) {
            return m_options.cut();
        }
        final double[] weights = m_gas.state().modes().weights();
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * m_start[i];
        }
        return FLOOR * Math.abs(m_gas.environment().selfInteraction()) * sum;
    }

    private List<UnstableWaves> search(final Background background, final double floor) {
        m_searches++;
        return new UnstableWaveSearch(floor, false).solve(background, m_line.waveVectors(),
            m_progress.part(0, 0.1));
    }

    private static double fastest(final List<UnstableWaves> found) {
        return found.stream().flatMap(waves -> waves.waves().stream()).mapToDouble(wave -> wave.growth()).max()
            .orElse(0);
    }

    RandomPhaseResult run() {
        final int n = m_start.length;
        m_y = new double[n + 1];
        System.arraycopy(m_start, 0, m_y, 0, n);
        m_searched = m_start.clone();
        m_census.settle();
        attach();
        m_monitor.start(m_y);
        final double last = m_times[m_times.length - 1];
        double wanted = last;
        for (final double time : m_times) {
            while (m_time < time) {
                final double allowed = Math.min(wanted, longest());
                final boolean reaches = allowed >= (time - m_time) * (1 - 1e-12);
                final double h = reaches ? time - m_time : allowed;
                final End problem = advance(h, reaches ? time : m_time + h);
                if (problem != End.FINISHED) {
                    return result(problem);
                }
                wanted = h * m_step.factor();
                if (m_steps + m_rejected >= m_options.maxSteps() || wanted < SHORTEST * last) {
                    return result(End.STEPS_EXHAUSTED);
                }
                m_progress.report(0.1 + 0.9 * m_time / last, "Waves of random phases");
            }
            m_samples.add(m_monitor.sample(m_time, m_y));
        }
        return result(End.FINISHED);
    }

    /** Tries a step; a rejected one leaves the time. */
    private End advance(final double h, final double after) {
        final double largest = Math.max(m_largest, Double.MIN_NORMAL);
        final int n = m_start.length;
        final boolean accepted;
        try {
            accepted = m_step.attempt(m_y, m_rates, h, (y, rates) -> m_system.evaluate(y, rates, m_progress.standing()),
                c -> c < n ? m_options.tolerance() * largest
                    : c == n ? Double.POSITIVE_INFINITY : 10 * m_options.tolerance());
        } catch (final KineticsStoppedException | InvalidModeException e) {
            m_monitor.problem(e.getMessage());
            return End.NO_EQUILIBRIUM;
        }
        if (!accepted) {
            m_rejected++;
            m_census.bands().forEach(FollowedBand::reject);
            return End.FINISHED;
        }
        m_steps++;
        m_time = after;
        System.arraycopy(m_step.next(), 0, m_y, 0, m_y.length);
        return settle();
    }

    private End settle() {
        final int n = m_start.length;
        for (int b = 0; b < m_census.bands().size(); b++) {
            m_census.bands().get(b).setLogarithm(m_y[n + 1 + b]);
        }
        if (!m_system.evaluate(m_y, m_rates, m_progress.standing())) {
            return vanished();
        }
        m_census.bands().forEach(FollowedBand::accept);
        m_census.settle();
        double change = 0;
        for (int i = 0; i < n; i++) {
            change = Math.max(change, Math.abs(m_y[i] - m_searched[i]));
        }
        if (change >= m_options.searchStep() * m_largest) {
            m_searched = Arrays.copyOf(m_y, n);
            m_searches++;
            m_census.search(m_system.background(), m_progress.standing());
            m_monitor.reseed(m_y);
        }
        attach();
        m_monitor.watch(m_time, m_y);
        return m_system.background().structure() != BackgroundStructure.ALIGNED && shortest() < m_options.leastLength()
            ? vanished() : End.FINISHED;
    }

    private double shortest() {
        double least = 1;
        for (int i = 0; i < m_start.length; i++) {
            least = m_start[i] > 0 ? Math.min(least, m_y[i] / m_start[i]) : least;
        }
        return least;
    }

    private End vanished() {
        int mode = 0;
        for (int i = 0; i < m_start.length; i++) {
            mode = m_start[i] > 0 && !(m_y[i] / m_start[i] >= m_y[mode] / m_start[mode]) ? i : mode;
        }
        m_monitor.problem(String.format(Locale.ROOT, "|P| of mode %d fell to %.2g of its start at t = %.6g, where its"
            + " alignment with H may change its sign; what follows is outside the theory.", mode,
            m_y[mode] / m_start[mode], m_time));
        return End.POLARIZATION_VANISHED;
    }

    /** Puts the intensities of the present bands into the point and evaluates its rates. */
    private void attach() {
        final int n = m_start.length;
        final double[] y = Arrays.copyOf(m_y, m_system.size());
        for (int b = 0; b < m_census.bands().size(); b++) {
            y[n + 1 + b] = m_census.bands().get(b).logarithm();
        }
        m_y = y;
        m_rates = new double[y.length];
        m_system.evaluate(m_y, m_rates, m_progress.standing());
    }

    /** A step in which no length changes by more than asked for, with the growth of the waves, nor any wave by much. */
    private double longest() {
        final int n = m_start.length;
        double rate = 0;
        for (int i = 0; i < n; i++) {
            rate = Math.max(rate, Math.abs(m_rates[i]));
        }
        double growth = 0;
        for (int b = n + 1; b < m_y.length; b++) {
            growth = Math.max(growth, m_rates[b]);
        }
        final double bound = m_options.searchStep() * m_largest;
        if (growth == 0) {
            return rate > 0 ? bound / rate : Double.POSITIVE_INFINITY;
        }
        final double slow = rate > 0 ? Math.log1p(growth * bound / rate) / growth : Double.POSITIVE_INFINITY;
        return Math.min(slow, GROWTH / growth);
    }

    private RandomPhaseResult result(final End end) {
        return new RandomPhaseResult(m_samples, m_time, end,
            end == End.STEPS_EXHAUSTED ? "The evolution stopped at t = " + m_time + " after " + m_steps + " steps and "
                + m_rejected + " that were too long; raise the number of steps or the tolerance." : m_monitor.problem(),
            m_monitor.warnings(m_cut), m_cut, m_steps, m_rejected, m_searches, m_census.born(), m_monitor.worstBudget(),
            m_monitor.worstLepton());
    }
}
