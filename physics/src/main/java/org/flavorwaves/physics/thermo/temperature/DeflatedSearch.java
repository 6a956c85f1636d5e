package org.flavorwaves.physics.thermo.temperature;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.flavorwaves.physics.numerics.Deflation;
import org.flavorwaves.physics.numerics.NewtonSolver;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.CollectiveField;

/**
 * Searches for solutions at one beta with Newton's method, plain and deflated by the solutions known, from a fixed list
 * of starts: those given and J = 0; out of every solution along its unstable directions, where the branches that
 * bifurcate from it are, and half-way to every other solution, the newest first; and a Halton sequence in the channels
 * of the nu-nu term that favour order (J^0 for beta q &gt; 0, J^1..3 for beta q &lt; 0), the only ones in which there
 * can be several solutions, every other point of it replaced by the G(J) that the modes answer with. From each start it
 * searches until nothing new is found, and it ends when a number of points of the sequence in a row have led to nothing
 * new: the number that was asked for, once more for every solution that is rarely met.
 *
 * <p>How often plain Newton from the points led to each solution says what share of them would lead to one that is not
 * known: of n that led anywhere, the share of those that were the only ones to lead where they did (Good 1953).
 *
 * <p>Among the solutions there must be a stable one; if there is none yet, {@link Ascent} finds it. While
 * {@link IndexSum} proves that solutions are missing, {@link CurveTracer} follows the curves through the known ones.
 */
final class DeflatedSearch {
    private static final int SIZE = CollectiveField.SIZE;

    /** How far along an unstable direction to start, in units of sum_i w_i max|P_i|. */
    private static final double[] EXCURSIONS = {0.1, 0.5};

    /** Most starts out of solutions for each quasi-random start asked for. */
    private static final int EXCURSIONS_PER_START = 4;

    /** A direction with mu up to this is stable or neutral. */
    private static final double STABLE = 1 + 1e-7;

    private static final String MESSAGE = "Searching thermal states";

    private static final int[] PRIMES = {2, 3, 5, 7, 11, 13, 17, 19, 23};

    private static final int MAX_BRANCHES = 60;

    /** Most points of the sequence for each that must lead to nothing new. */
    private static final int MOST_POINTS = 25;

    /** Solutions nearer than this are one. */
    private static final double SAME = 1e-9;

    /** Solutions nearer than this are one if the equations hold all the way between them. */
    private static final double NEAR = 1e-2;

    private final ThermalModes m_modes;

    private final FlavorSymmetry m_symmetry;

    private final double m_beta;

    private final ThermalEquations m_equations;

    private final Deflation m_known;

    private final NewtonSolver m_plain;

    private final NewtonSolver m_newton;

    private final int m_maxIterations;

    private final double m_tolerance;

    private final double[] m_f = new double[SIZE];

    /** How often the points of the sequence led to each solution. */
    private final List<Integer> m_hits = new ArrayList<>();

    private int m_points;

    private int m_starts;

    private int m_traced;

    DeflatedSearch(final ThermalModes modes, final FlavorSymmetry symmetry, final TemperatureOptions options,
        final double beta) {
        m_modes = modes;
        m_symmetry = symmetry;
        m_beta = beta;
        m_equations = ThermalEquations.atBeta(modes, beta);
        m_known = ThermalNewton.deflation(symmetry);
        m_plain = ThermalNewton.of(m_equations, options);
        m_newton = ThermalNewton.of(m_equations, options, m_known);
        m_maxIterations = options.maxIterations();
        m_tolerance = options.tolerance();
    }

    int starts() {
        return m_starts;
    }

    int iterations() {
        return m_plain.iterations() + m_newton.iterations() + m_traced;
    }

    /**
     * Adds what it finds.
     *
     * @param found solutions known so far; extended
     * @param seeds collective numbers to start from
     * @param count number of points of the sequence in a row that must lead to nothing new before a round ends
     * @param rounds most rounds; all but the first only if solutions are missing for sure
     * @param progress told of the starts
     */
    void search(final List<double[]> found, final List<double[]> seeds, final int count, final int rounds,
        final Progress progress) {
        final Deque<double[]> starts = new ArrayDeque<>();
        for (final double[] known : found) {
            m_known.add(m_equations.unknowns(known, m_beta));
        }
        for (final double[] seed : seeds) {
            attempt(m_plain, m_equations.unknowns(seed, m_beta), found, new ArrayDeque<>());
        }
        attempt(m_plain, new double[SIZE], found, new ArrayDeque<>());
        for (int known = found.size() - 1; known >= 0; known--) {
            addExcursions(found.get(known), starts);
        }
        final double all = 1 + rounds;
        final int budget = EXCURSIONS_PER_START * (count + 1);
        drain(starts, budget, found, progress.part(0, 1 / all));
        if (found.stream().noneMatch(this::isStable)) {
            exhaust(new Ascent(m_equations, m_beta * m_modes.strength() > 0).climb(quasiRandom(1)), found, starts);
        }
        for (int round = 0; round == 0 || round < rounds && isIncomplete(found); round++) {
            final Progress part = progress.part((1 + round) / all, (2 + round) / all);
            int fruitless = 0;
            for (int s = 0; s < MOST_POINTS * count && fruitless < count * (1 + rare(found.size()))
                && found.size() < MAX_BRANCHES; s++) {
                part.report((double) s / (MOST_POINTS * count), MESSAGE);
                final int before = found.size();
                final double[] start = quasiRandom(++m_points);
                probe(start, found, starts);
                exhaust(start, found, starts);
                drain(starts, budget, found, part.part(1, 1));
                fruitless = found.size() > before ? 0 : fruitless + 1;
            }
            if (rounds > 1) {
                traceCurves(found, starts, part.part(1, 1));
            }
        }
    }

    private void drain(final Deque<double[]> starts, final int budget, final List<double[]> found,
        final Progress progress) {
        for (int s = 0; s < budget && found.size() < MAX_BRANCHES && !starts.isEmpty(); s++) {
            progress.report((double) s / budget, MESSAGE);
            exhaust(starts.pop(), found, starts);
        }
    }

    /** While solutions are missing for sure, follows the curves through those found, also through new ones. */
    private void traceCurves(final List<double[]> found, final Deque<double[]> starts, final Progress progress) {
        final double mu = BranchBuilder.modes(ThermalModes.response(m_modes.largestResponse()),
            m_beta * m_modes.strength()).largest();
        final CurveTracer tracer = new CurveTracer(m_modes, m_beta, 1 / mu);
        for (int known = 0; known < found.size() && isIncomplete(found); known++) {
            progress.report(0, MESSAGE);
            for (int direction = -1; direction <= 1; direction += 2) {
                for (final double[] field : tracer.trace(found.get(known), direction)) {
                    attempt(m_plain, m_equations.unknowns(field, m_beta), found, starts);
                }
            }
        }
        m_traced += tracer.iterations();
    }

    /** Whether the solutions prove that there are others. */
    boolean isIncomplete(final List<double[]> found) {
        final IndexSum sum = new IndexSum();
        for (final double[] field : found) {
            final BranchBuilder.Modes modes = directions(field);
            sum.add(m_symmetry.family(field, m_modes.scale()), FlavorSymmetry.isOnOneAxis(field, m_modes.scale()),
                modes.above(STABLE), modes.near(STABLE - 1));
        }
        return sum.provesIncomplete();
    }

    private boolean isStable(final double[] field) {
        return directions(field).largest() <= STABLE;
    }

    private BranchBuilder.Modes directions(final double[] field) {
        final double[] sums = new double[ThermalModes.LENGTH];
        m_modes.linearize(field, m_beta, sums);
        return BranchBuilder.modes(ThermalModes.response(sums), m_beta * m_modes.strength());
    }

    /** Plain Newton from a point of the sequence, which counts where it leads. */
    private void probe(final double[] start, final List<double[]> found, final Deque<double[]> starts) {
        final double[] x = start.clone();
        m_starts++;
        if (m_plain.solve(x, 0, m_maxIterations)) {
            final int known = known(x, found);
            if (known == found.size()) {
                add(x, found, starts);
            }
            while (m_hits.size() < found.size()) {
                m_hits.add(0);
            }
            m_hits.set(known, m_hits.get(known) + 1);
        }
    }

    /** The number of solutions that plain Newton from the points has met at most once. */
    private int rare(final int found) {
        return found - (int) m_hits.stream().filter(hits -> hits > 1).count();
    }

    /**
     * The share of starts that would lead to a solution not known, an estimate from above.
     *
     * @return (1 + number of solutions met once)/(1 + number of starts that met one)
     */
    double unseen() {
        return (1.0 + m_hits.stream().filter(hits -> hits == 1).count())
            / (1 + m_hits.stream().mapToInt(Integer::intValue).sum());
    }

    /** Searches from one start until nothing new is found. */
    private void exhaust(final double[] start, final List<double[]> found, final Deque<double[]> starts) {
        boolean fresh = true;
        while (fresh && found.size() < MAX_BRANCHES) {
            fresh = attempt(m_newton, start, found, starts);
        }
    }

    /** Searches once; a new solution is added to those found and its excursions to the starts. */
    private boolean attempt(final NewtonSolver newton, final double[] start, final List<double[]> found,
        final Deque<double[]> starts) {
        final double[] x = start.clone();
        m_starts++;
        if (!newton.solve(x, 0, m_maxIterations) || known(x, found) < found.size()) {
            return false;
        }
        add(x, found, starts);
        return true;
    }

    private void add(final double[] x, final List<double[]> found, final Deque<double[]> starts) {
        final double[] field = m_equations.field(x);
        for (final double[] other : found) {
            starts.push(middle(x, m_symmetry.nearestCopy(x, m_equations.unknowns(other, m_beta))));
        }
        found.add(field);
        m_known.add(x);
        addExcursions(field, starts);
    }

    private static double[] middle(final double[] x, final double[] y) {
        final double[] middle = new double[SIZE];
        for (int c = 0; c < SIZE; c++) {
            middle[c] = (x[c] + y[c]) / 2;
        }
        return middle;
    }

    /** The place of a solution among those found; their number if it is new. */
    private int known(final double[] x, final List<double[]> found) {
        for (int k = 0; k < found.size(); k++) {
            final double[] known = m_symmetry.nearestCopy(x, m_equations.unknowns(found.get(k), m_beta));
            final double distance = m_symmetry.distance(x, known);
            if (distance < SAME || distance < NEAR && joined(x, known)) {
                return k;
            }
        }
        return found.size();
    }

    private boolean joined(final double[] x, final double[] y) {
        final double[] between = new double[SIZE];
        for (int share = 1; share < 4; share++) {
            for (int c = 0; c < SIZE; c++) {
                between[c] = x[c] + (y[c] - x[c]) * share / 4;
            }
            m_equations.evaluate(between, m_f);
            for (final double value : m_f) {
                if (Math.abs(value) > 2 * m_tolerance) {
                    return false;
                }
            }
        }
        return true;
    }

    private void addExcursions(final double[] field, final Deque<double[]> starts) {
        final BranchBuilder.Modes modes = directions(field);
        final double[] x = m_equations.unknowns(field, m_beta);
        for (int e = SIZE - 1; e >= 0; e--) {
            if (modes.value(e) > STABLE) {
                final double[] direction = modes.direction(e);
                for (final double excursion : EXCURSIONS) {
                    starts.push(moved(x, direction, -excursion));
                    starts.push(moved(x, direction, excursion));
                }
            }
        }
    }

    private static double[] moved(final double[] x, final double[] direction, final double length) {
        final double[] moved = x.clone();
        for (int c = 0; c < SIZE; c++) {
            moved[c] += length * direction[c];
        }
        return moved;
    }

    private double[] quasiRandom(final int index) {
        final boolean aligning = m_beta * m_modes.strength() > 0;
        final double[] x = new double[SIZE];
        final int from = aligning ? 0 : 3;
        final int to = aligning ? 3 : SIZE;
        for (int c = from; c < to; c++) {
            x[c] = 2 * vanDerCorput(index, PRIMES[c - from]) - 1;
        }
        if (index % 2 == 0) {
            m_equations.evaluate(x, m_f);
            for (int c = 0; c < SIZE; c++) {
                x[c] -= m_f[c];
            }
        }
        return x;
    }

    private static double vanDerCorput(final int index, final int base) {
        double value = 0;
        double share = 1;
        for (int rest = index; rest > 0; rest /= base) {
            share /= base;
            value += share * (rest % base);
        }
        return value;
    }
}
