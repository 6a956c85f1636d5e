package org.flavorwaves.physics.thermo.temperature;

import java.util.ArrayList;
import java.util.List;

import org.flavorwaves.physics.numerics.NewtonSolver;
import org.flavorwaves.physics.numerics.roots.ScalarRoots;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.CollectiveField;

/**
 * Finds the self-consistent collective numbers at one beta, which may be several (JK 102), by the strongest means that
 * the problem allows: one solution where there can be only one, root isolation where all solutions lie along one axis,
 * otherwise deflated Newton from many starts.
 *
 * <p>There is one solution if all eigenvalues of beta q X g are below 1 even for the largest possible X, that of
 * unpolarized modes: then S + 2 beta U, reduced to the channels that favour order, is concave everywhere. All solutions
 * lie along one axis if the external terms of all modes are equal and beta q &gt; 0, or if there are no external terms
 * and beta q &gt; 0 or the velocities lie along one line: the channels that oppose order have one solution for given
 * others, which therefore shares their rotational symmetry.
 */
final class BranchSearch {
    private static final int SIZE = CollectiveField.SIZE;

    private static final int MAX_EVALUATIONS = 200_000;

    /** |f| of the one-axis equation up to this share of the scale is rounding. */
    private static final double ROUNDING = 1e-13;

    /** Rounds of quasi-random starts at the beta asked for; all but the first only if solutions are surely missing. */
    private static final int ROUNDS = 4;

    /** Ratio of beta of two steps of cooling. */
    private static final double COOLING = 1.25;

    /** The share of the quasi-random starts used at each step of cooling. */
    private static final int SHARE_WHILE_COOLING = 4;

    /** Steps in beta, each followed by Newton, where Newton from the start fails. */
    private static final int CONTINUATION_STEPS = 64;

    private final ThermalModes m_modes;

    private final FlavorSymmetry m_symmetry;

    private final TemperatureOptions m_options;

    private final double[] m_line;

    private int m_starts;

    private int m_iterations;

    private int m_evaluations;

    BranchSearch(final ThermalModes modes, final FlavorSymmetry symmetry, final TemperatureOptions options) {
        m_modes = modes;
        m_symmetry = symmetry;
        m_options = options;
        m_line = modes.line();
    }

    /**
     * The solutions at one beta.
     *
     * @param fields 12 collective numbers each
     * @param scope whether there can be others
     * @param unresolved number of places where the one-axis equation is flat
     * @param incomplete whether the sum over indices proves that there are others
     * @param unseen share of starts that would lead to one that is not known, from above; 0 where there can be none
     */
    record Solutions(List<double[]> fields, SearchScope scope, int unresolved, boolean incomplete, double unseen) {
    }

    int starts() {
        return m_starts;
    }

    int iterations() {
        return m_iterations;
    }

    int evaluations() {
        return m_evaluations;
    }

    /** Counts iterations done elsewhere. */
    void count(final int iterations) {
        m_iterations += iterations;
    }

    /**
     * Searches.
     *
     * @param beta inverse flavor temperature
     * @param seeds collective numbers to start from first, where a search is needed
     * @param starts number of quasi-random starts in a row that must lead to nothing new
     * @param rounds how often to repeat them if solutions are missing for sure
     * @param progress told of the work
     * @return the solutions
     */
    Solutions search(final double beta, final List<double[]> seeds, final int starts, final int rounds,
        final Progress progress) {
        final double bq = beta * m_modes.strength();
        final double[][] largest = ThermalModes.response(m_modes.largestResponse());
        if (bq == 0 || BranchBuilder.modes(largest, bq).largest() < 1) {
            return new Solutions(single(beta), SearchScope.UNIQUE, 0, false, 0);
        }
        final List<double[]> found = new ArrayList<>();
        int unresolved = 0;
        if (m_symmetry.hasAxis() && (bq > 0 || m_line.length > 0)) {
            final AxisSector sector = new AxisSector(m_modes,
                new double[]{m_symmetry.axis(0), m_symmetry.axis(1), m_symmetry.axis(2)}, m_line, beta);
            final double reach = sector.reach() * (1 + 1e-9);
            final ScalarRoots.Found roots = new ScalarRoots(sector, ROUNDING * m_modes.scale(), MAX_EVALUATIONS)
                .search(-reach, reach, progress);
            m_evaluations += roots.evaluations();
            unresolved = roots.flat();
            for (final double root : roots.roots()) {
                found.add(polished(sector.field(root), beta));
            }
            if (isProven(beta) && roots.finished()) {
                return new Solutions(found, SearchScope.COMPLETE, unresolved, false, 0);
            }
        }
        final DeflatedSearch search = new DeflatedSearch(m_modes, m_symmetry, m_options, beta);
        search.search(found, seeds, starts, rounds, progress);
        m_starts += search.starts();
        m_iterations += search.iterations();
        return new Solutions(found, SearchScope.SEARCH, unresolved, search.isIncomplete(found), search.unseen());
    }

    /**
     * Searches after cooling down from where there is one solution, with the solutions of each step as seeds of the
     * next, because Newton converges the worse the more the modes are saturated.
     *
     * @param beta inverse flavor temperature
     * @param seed collective numbers to start from, too
     * @param progress told of the work
     * @return the solutions
     */
    Solutions cool(final double beta, final double[] seed, final Progress progress) {
        final double[][] largest = ThermalModes.response(m_modes.largestResponse());
        final double mu = BranchBuilder.modes(largest, beta * m_modes.strength()).largest();
        final int steps = isProven(beta) || mu <= 1 ? 0 : (int) Math.ceil(Math.log(mu) / Math.log(COOLING));
        List<double[]> seeds = List.of();
        for (int step = 1; step < steps; step++) {
            seeds = search(beta * Math.pow(COOLING, step - steps), seeds, m_options.starts() / SHARE_WHILE_COOLING, 1,
                progress.part((step - 1.0) / steps, (double) step / steps)).fields();
        }
        final List<double[]> all = new ArrayList<>(seeds);
        all.add(seed);
        return search(beta, all, m_options.starts(), ROUNDS, progress.part((steps - 1.0) / Math.max(1, steps), 1));
    }

    /** Whether all solutions lie along one axis. */
    private boolean isProven(final double beta) {
        final double bq = beta * m_modes.strength();
        return m_symmetry.hasAxis() && (bq > 0 ? m_symmetry.isEqual() : m_symmetry.isFree() && m_line.length > 0);
    }

    private double[] polished(final double[] field, final double beta) {
        final ThermalEquations equations = ThermalEquations.atBeta(m_modes, beta);
        final NewtonSolver newton = ThermalNewton.of(equations, m_options);
        final double[] x = equations.unknowns(field, beta);
        final boolean solved = newton.solve(x, 0, m_options.maxIterations());
        m_iterations += newton.iterations();
        return solved ? equations.field(x) : field;
    }

    private List<double[]> single(final double beta) {
        double[] last = plainNewton(new double[SIZE], beta);
        if (last.length > 0) {
            return List.of(last);
        }
        double[] start = new double[SIZE];
        for (int step = 1; step <= CONTINUATION_STEPS; step++) {
            last = plainNewton(start, beta * step / CONTINUATION_STEPS);
            start = last.length > 0 ? last : start;
        }
        return last.length > 0 ? List.of(last) : List.of();
    }

    /** Newton without deflation; an empty array if it fails. */
    double[] plainNewton(final double[] start, final double beta) {
        final ThermalEquations equations = ThermalEquations.atBeta(m_modes, beta);
        final NewtonSolver newton = ThermalNewton.of(equations, m_options);
        final double[] x = equations.unknowns(start, beta);
        m_starts++;
        final boolean solved = newton.solve(x, 0, m_options.maxIterations());
        m_iterations += newton.iterations();
        return solved ? equations.field(x) : new double[0];
    }
}
