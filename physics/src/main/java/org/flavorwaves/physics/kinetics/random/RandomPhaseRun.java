package org.flavorwaves.physics.kinetics.random;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.flavorwaves.physics.equilibrium.EquilibriumOptions;
import org.flavorwaves.physics.kinetics.BackgroundPath;
import org.flavorwaves.physics.kinetics.Collisions;
import org.flavorwaves.physics.kinetics.KineticsStoppedException;
import org.flavorwaves.physics.kinetics.random.RandomPhaseResult.End;
import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.BackgroundStructure;
import org.flavorwaves.physics.linear.collective.UnstableWave;
import org.flavorwaves.physics.linear.collective.UnstableWaveSearch;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.InvalidModeException;

/** One evolution of {@link RandomPhaseKinetics}. */
final class RandomPhaseRun {
    private static final double DRIVEN_CUT = 1e-4;

    /** Growth rates below this share of the largest |H| are rounding. */
    private static final double ROUNDING = 1e-11;

    /** That search looks at one of so many wave numbers. */
    private static final int CUT_STRIDE = 3;

    /** Error of a stiff step, of lower order, in units of the tolerance. */
    private static final double STIFF = 100;

    /** Error of ln I of a band that hardly matters. */
    private static final double RARE = 0.01;

    /** Shortest step as a share of the whole time. */
    private static final double SHORTEST = 1e-12;

    /** Largest change of a length in a step and between searches of islands, in units of that between searches. */
    private static final double LONGEST = 4;

    /** Longest step in growth times of an intensity. */
    private static final double GROWTH = 2;

    /** Steps end where a band grows at this share of the cut. */
    private static final double END = 0.9;

    /** A step in which a band falls further is too long. */
    private static final double BEYOND = 0.7;

    /** After a step that was too long the next one is shorter by this at least. */
    private static final double LESS = 0.95;

    /** What a band at the cut may change in a step without ending it, in units of the tolerance. */
    private static final double MATTERS = 0.1;

    /** Modes whose |P| is a smaller share of the largest one count as if it were that. */
    private static final double SMALL = 0.01;

    private final RandomPhaseGas m_gas;

    private final WaveLine m_line;

    private final RandomPhaseOptions m_options;

    private final double[] m_times;

    private final Progress m_progress;

    private final BackgroundPath m_path;

    private final double m_cut;

    private final BandCensus m_census;

    private final RandomPhaseSystem m_system;

    private final Collisions m_collisions;

    private final KineticStep m_step;

    private final RunMonitor m_monitor;

    private final double[] m_start;

    private final double m_largest;

    private final List<RandomPhaseSample> m_samples = new ArrayList<>();

    private double m_time;

    private double m_last = Double.NaN;

    private double m_shrink;

    private double m_square;

    private double[] m_y;

    private double[] m_rates;

    private double[] m_searched;

    private double[] m_islands;

    private int m_steps;

    private int m_rejected;

    private int m_searches = 1;

    RandomPhaseRun(final RandomPhaseGas gas, final WaveLine line, final RandomPhaseOptions options,
        final double[] times, final Progress progress) {
        m_gas = gas;
        m_line = line;
        m_options = options;
        m_times = times.clone();
        m_progress = progress;
        m_collisions = new Collisions(gas.state());
        m_path = new BackgroundPath(m_collisions.roomy(), gas.environment(), EquilibriumOptions.DEFAULT,
            progress.standing());
        final Background background = m_path.current();
        m_start = background.state().lengths();
        double largest = 0;
        for (int i = 0; i < m_start.length; i++) {
            largest = Math.max(largest, m_collisions.size(i));
        }
        m_largest = largest;
        m_cut = options.cut() > 0 ? options.cut() : automaticCut(background);
        m_census = new BandCensus(background, line, m_cut, gas);
        m_census.start(background, progress.part(0, 0.1));
        m_system = new RandomPhaseSystem(m_path, m_census, m_collisions, line.spacing());
        m_monitor = new RunMonitor(m_system, m_census, m_collisions, line);
        m_step = m_collisions.emits() ? new StiffStep(m_start.length, STIFF * options.tolerance())
            : new ErrorControlledStep();
    }

    /** Size of the neutrino-neutrino term. */
    private double coupling() {
        final double[] weights = m_gas.state().modes().weights();
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * m_collisions.size(i);
        }
        return Math.max(Double.MIN_NORMAL, Math.abs(m_gas.environment().selfInteraction()) * sum);
    }

    /**
     * A share of the fastest growth among some of the wave numbers, from a high floor down until there is any. Waves of
     * a driven gas are held near marginal growth, so there it is a small share of the neutrino-neutrino term.
     */
    private double automaticCut(final Background background) {
        if (m_collisions.emits()) {
            return DRIVEN_CUT * coupling();
        }
        final double least = Math.max(RandomPhaseOptions.FINEST * coupling(), ROUNDING * background.largestField());
        for (double floor = RandomPhaseOptions.COARSEST * coupling(); floor > least;
            floor *= RandomPhaseOptions.COARSEST) {
            final double fastest = new UnstableWaveSearch(floor, false)
                .solve(background, m_line.share(0, CUT_STRIDE), m_progress.part(0, 0.05)).stream()
                .flatMap(waves -> waves.waves().stream()).mapToDouble(UnstableWave::growth).max().orElse(0);
            if (fastest > 0) {
                return Math.max(least, RandomPhaseOptions.AUTOMATIC_CUT * fastest);
            }
        }
        return least;
    }

    RandomPhaseResult run() {
        final int n = m_start.length;
        final double[] weights = m_gas.state().modes().weights();
        for (int i = 0; i < n; i++) {
            m_square += weights[i] * m_start[i] * m_start[i];
        }
        m_y = new double[n + 1];
        System.arraycopy(m_start, 0, m_y, 0, n);
        m_searched = m_start.clone();
        m_islands = m_start.clone();
        attach();
        m_monitor.start(m_y);
        final double last = m_times[m_times.length - 1];
        double wanted = last;
        for (final double time : m_times) {
            while (m_time < time) {
                final double allowed = untilEnd(Math.min(wanted, longest()));
                final boolean reaches = allowed >= (time - m_time) * (1 - 1e-12);
                final double h = reaches ? time - m_time : allowed;
                final End problem = advance(h, reaches ? time : m_time + h);
                if (problem != End.FINISHED) {
                    return result(problem);
                }
                wanted = h * m_shrink;
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
        final int n = m_start.length;
        double intensity = 0;
        for (int b = n + 1; b < m_y.length; b++) {
            intensity += Math.exp(m_y[b]);
        }
        final double total = intensity;
        final boolean accepted;
        try {
            accepted = m_step.attempt(m_y, m_rates, h, (y, rates) -> m_system.evaluate(y, rates, m_progress.standing()),
                c -> c < n ? bound(c) : c == n ? Double.POSITIVE_INFINITY : rareBound(total / Math.exp(m_y[c])));
        } catch (final KineticsStoppedException | InvalidModeException e) {
            m_monitor.problem(e.getMessage());
            return End.NO_EQUILIBRIUM;
        }
        final double end = end(h);
        m_shrink = end < 1 ? end : m_step.factor();
        if (!accepted || end < 1 || !balanced()) {
            m_shrink = Math.min(m_shrink, LESS);
            m_rejected++;
            m_census.bands().forEach(FollowedBand::reject);
            return End.FINISHED;
        }
        m_steps++;
        m_time = after;
        m_last = h;
        System.arraycopy(m_step.next(), 0, m_y, 0, m_y.length);
        return settle();
    }

    /** Whether the budget is kept; gases with sources have none. */
    private boolean balanced() {
        return m_collisions.emits() || m_system.balance(m_y, m_step.next(), m_options.tolerance());
    }

    /** Where in the last attempt the first band fell so far below the cut that a step should end there; 1 if none. */
    private double end(final double h) {
        double end = 1;
        for (int b = m_start.length + 1; b < m_y.length; b++) {
            if (m_rates[b] > 2 * m_cut && matters(m_y[b], h)) {
                end = Math.min(end, m_step.crossing(b, 2 * END * m_cut, 2 * BEYOND * m_cut));
            }
        }
        return end;
    }

    /** A step that ends where the first band of those that matter ends, if they go on as in the last step. */
    private double untilEnd(final double h) {
        double time = h;
        for (final FollowedBand band : m_census.bands()) {
            final double end = band.timeAbove(END * m_cut, m_last);
            if (end < time && matters(band.logarithm(), h)) {
                time = end;
            }
        }
        return time;
    }

    /** Whether growth at the cut during a step changes more than its error may. */
    private boolean matters(final double logarithm, final double h) {
        return 4 * m_line.spacing() * m_cut * h * Math.exp(logarithm) > MATTERS * m_options.tolerance() * m_square;
    }

    /** The bound on the error of a |P_i|. */
    private double bound(final int i) {
        final double largest = Math.max(m_largest, Double.MIN_NORMAL);
        return m_options.tolerance() * Math.sqrt(largest * Math.max(m_collisions.size(i), SMALL * largest));
    }

    /** The bound on the error of ln I for a band that has one part in so many of all intensity. */
    private double rareBound(final double rarity) {
        return Math.min(10 * m_options.tolerance() * rarity, Math.max(RARE, 10 * m_options.tolerance()));
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
        if (change(m_searched) >= m_options.searchStep() * m_largest) {
            System.arraycopy(m_y, 0, m_searched, 0, n);
            m_searches++;
            m_census.search();
            if (change(m_islands) >= LONGEST * m_options.searchStep() * m_largest) {
                System.arraycopy(m_y, 0, m_islands, 0, n);
                m_census.searchIslands(m_system.background(), m_progress.standing());
            }
            m_census.settle();
            m_monitor.reseed(m_y);
        }
        attach();
        final double shortest = m_system.background().structure() == BackgroundStructure.ALIGNED ? 1 : shortest();
        m_monitor.watch(m_time, m_y, shortest);
        return shortest < m_options.leastLength() ? vanished() : End.FINISHED;
    }

    /** The largest change of a |P_i|. */
    private double change(final double[] since) {
        double change = 0;
        for (int i = 0; i < since.length; i++) {
            change = Math.max(change, Math.abs(m_y[i] - since[i]));
        }
        return change;
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
        m_monitor.problem(String.format(Locale.ROOT, "|P| of mode %d fell to %.2g of its start, where its alignment"
            + " with H may change its sign; what follows is outside the theory.", mode, m_y[mode] / m_start[mode]));
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
        final double bound = LONGEST * m_options.searchStep() * m_largest;
        if (growth == 0) {
            return rate > 0 ? bound / rate : Double.POSITIVE_INFINITY;
        }
        final double slow = rate > 0 ? Math.log1p(growth * bound / rate) / growth : Double.POSITIVE_INFINITY;
        return Math.min(slow, GROWTH / growth);
    }

    private RandomPhaseResult result(final End end) {
        final String reason = end != End.STEPS_EXHAUSTED ? m_monitor.problem()
            : "It took " + m_steps + " steps and " + m_rejected + " that were too long, of at most "
                + m_options.maxSteps() + ", or a step became too short beside the duration; shorten the duration or"
                + " raise the tolerance.";
        return new RandomPhaseResult(m_samples, m_time, end, reason, m_monitor.warnings(), m_monitor.doubtful(), m_cut,
            m_steps, m_rejected, m_searches, m_census.born(), m_monitor.worstBudget(), m_monitor.worstLepton());
    }
}
