package org.flavorwaves.physics.threeflavor.equilibrium;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import org.flavorwaves.physics.equilibrium.CoRotating;
import org.flavorwaves.physics.equilibrium.Continuation;
import org.flavorwaves.physics.equilibrium.EquilibriumOptions;
import org.flavorwaves.physics.equilibrium.SolutionPath;
import org.flavorwaves.physics.numerics.ArclengthFollower;
import org.flavorwaves.physics.numerics.NewtonSolver;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.InvalidModeException;
import org.flavorwaves.physics.threeflavor.FlavorAlgebra;
import org.flavorwaves.physics.threeflavor.ThreeFlavorEnvironment;
import org.flavorwaves.physics.threeflavor.ThreeFlavorState;

/**
 * Finds the mixing equilibrium of a state of three flavors (FW level-equilibrium): [H_i, rho_i] = 0, with the
 * eigenvalues of every rho_i kept and each on its level of H_i. Which eigenvalue is on which level, a permutation,
 * takes the place of eps_i of two flavors; it is read off the input, whose nearest such state is taken. Levels of
 * different charge ({@link org.flavorwaves.physics.threeflavor.FlavorSymmetry}) keep their occupations where they
 * cross.
 *
 * <p>Damped Newton in the 32 collective numbers, O(N) an iteration; where that fails from the input, the nu-nu term
 * rises from 0 or matter comes down from a hundred times the largest rate, with the same occupations. Where mixing and
 * matter leave charges that the state breaks, as without matter, in the frame that turns about them (FW level-frame);
 * then the nu-nu term comes down from a hundred times its strength. Where all that fails, Newton starts from a fixed
 * series of other collective numbers; most states for which it fails, too, have no equilibrium with their occupations,
 * since two levels would meet on the way to it.
 */
public final class ThreeFlavorEquilibrium {
    private static final double PATH_TOLERANCE = 1e-6;

    private static final int MAX_PATH_STEPS = 500;

    private static final int FINAL_ITERATIONS = 30;

    /** Other starts, iterations from each, and how far they are from the input, as a share of its size. */
    private static final int STARTS = 100;

    private static final int START_ITERATIONS = 40;

    private static final double REACH = 0.15;

    private static final int REACHES = 10;

    /** Iterations back to which |F| is compared, so that its minima can be left. */
    private static final int MEMORY = 8;

    private static final int COLLECTIVE = 4 * FlavorAlgebra.SIZE;

    /** A strong nu-nu term, in units of its own. */
    private static final double MUCH_STRENGTH = 100;

    /** Large matter potentials, in units of the largest rate. */
    private static final double MUCH_MATTER = 100;

    private final EquilibriumOptions m_options;

    /**
     * A solver.
     *
     * @param options tolerance, bounds and choices
     */
    public ThreeFlavorEquilibrium(final EquilibriumOptions options) {
        m_options = options;
    }

    /**
     * Solves.
     *
     * @param input the state whose eigenvalues are kept and whose collective numbers are the start
     * @param environment mixing, matter and the strength of the nu-nu term
     * @param progress told of continuations; may cancel
     * @return the equilibrium, or the best point with {@code converged} false
     * @throws InvalidModeException if two levels of a mode are one and their occupations differ
     */
    public ThreeFlavorEquilibriumResult solve(final ThreeFlavorState input, final ThreeFlavorEnvironment environment,
        final Progress progress) {
        return solve(input, environment, hasMatter(environment), progress).result();
    }

    /** An equilibrium and its problem. */
    record Solved(LevelProblem problem, ThreeFlavorEquilibriumResult result) {
    }

    /** Solves at rest, in the turning frame, or in the first of rest by Newton alone, frame and rest that succeeds. */
    Solved solve(final ThreeFlavorState input, final ThreeFlavorEnvironment environment, final boolean matter,
        final Progress progress) {
        if (m_options.coRotating() != CoRotating.OFF && m_options.continuation() != Continuation.MATTER) {
            final LevelProblem turning = new LevelProblem(input, environment, matter, true);
            if (m_options.coRotating() == CoRotating.ON && turning.frame().size() == 0) {
                throw new IllegalArgumentException("Mixing, matter and nu-nu term leave no one or two commuting "
                    + "charges that the state breaks, so there is no frame to turn; set coRotating to AUTO or OFF.");
            }
            if (turning.frame().size() > 0) {
                return turning(turning, input, environment, matter, progress);
            }
        }
        final LevelProblem resting = new LevelProblem(input, environment, matter, false);
        return new Solved(resting, solve(resting, m_options.continuation(), progress));
    }

    private Solved turning(final LevelProblem turning, final ThreeFlavorState input,
        final ThreeFlavorEnvironment environment, final boolean matter, final Progress progress) {
        if (m_options.coRotating() == CoRotating.ON) {
            return new Solved(turning, solve(turning, m_options.continuation(), progress));
        }
        final LevelProblem resting = new LevelProblem(input, environment, matter, false);
        final ThreeFlavorEquilibriumResult direct = solve(resting, Continuation.OFF, progress);
        if (direct.work().converged()) {
            return new Solved(resting, direct);
        }
        final ThreeFlavorEquilibriumResult turned = solve(turning, m_options.continuation(), progress);
        return turned.work().converged() ? new Solved(turning, turned)
            : new Solved(resting, solve(resting, m_options.continuation(), progress));
    }

    private boolean hasMatter(final ThreeFlavorEnvironment environment) {
        return environment.matterPotential() != 0 || m_options.continuation() == Continuation.MATTER;
    }

    private ThreeFlavorEquilibriumResult solve(final LevelProblem problem, final Continuation continuation,
        final Progress progress) {
        final Attempt attempt = new Attempt(problem, progress);
        final List<SolutionPath> routes = new ArrayList<>();
        switch (continuation) {
            case MATTER -> routes.add(SolutionPath.CONTINUATION_MATTER);
            case SELF_INTERACTION -> routes.add(SolutionPath.CONTINUATION_SELF_INTERACTION);
            case OFF -> routes.add(SolutionPath.DIRECT_NEWTON);
            default -> {
                routes.add(SolutionPath.DIRECT_NEWTON);
                routes.add(SolutionPath.CONTINUATION_SELF_INTERACTION);
                routes.add(SolutionPath.CONTINUATION_MATTER);
                routes.add(SolutionPath.RESTARTED_NEWTON);
            }
        }
        for (final SolutionPath route : routes) {
            if (attempt.go(route)) {
                return attempt.result(route, "");
            }
        }
        attempt.measure();
        return attempt.result(routes.get(routes.size() - 1), String.format(Locale.ROOT,
            "No mixing equilibrium was found: |F| = %.3g of sum w|P| at best, tolerance %.3g, %d iterations. Try: a "
                + "larger maxIterations; a weaker nu-nu term (selfInteraction) or more matter (matterPotential); an "
                + "input nearer to equilibrium.", attempt.m_residual, m_options.tolerance(), attempt.m_iterations));
    }

    /** The routes to one equilibrium; keeps the best point. */
    private final class Attempt {
        private final LevelProblem m_problem;

        private final Progress m_progress;

        private final TermPath m_here;

        private double[] m_best;

        private double m_residual = Double.POSITIVE_INFINITY;

        private int m_iterations;

        Attempt(final LevelProblem problem, final Progress progress) {
            m_problem = problem;
            m_progress = progress;
            final ThreeFlavorEnvironment e = problem.environment();
            m_here = TermPath.line(e.matterPotential(), e.matterPotential(), e.selfInteraction(), e.selfInteraction());
            m_best = problem.start(0);
        }

        boolean go(final SolutionPath route) {
            final ThreeFlavorEnvironment e = m_problem.environment();
            return switch (route) {
                case CONTINUATION_SELF_INTERACTION -> {
                    if (m_problem.frame().size() > 0) {
                        yield fromStrong(e);
                    }
                    final double[] none = new double[m_best.length];
                    yield follow(TermPath.line(e.matterPotential(), e.matterPotential(), 0, e.selfInteraction()),
                        m_problem.unknowns(m_problem.sums().sum(e.matterPotential(), 0, none),
                            new double[FlavorAlgebra.SIZE]));
                }
                case CONTINUATION_MATTER -> {
                    final double much = Math.copySign(MUCH_MATTER * largestRate(), e.matterPotential());
                    final double[] x = m_problem.start(0);
                    yield m_problem.frame().size() == 0
                        && newton(TermPath.line(much, much, e.selfInteraction(), e.selfInteraction()), x,
                            m_options.maxIterations(), false)
                        && follow(TermPath.falling(much, e.matterPotential(), e.selfInteraction()), x);
                }
                case RESTARTED_NEWTON -> m_problem.frame().size() == 0 && restarted(e);
                default -> direct();
            };
        }

        /** From all guesses of the rotation; of several solutions the one nearest to the input is kept. */
        private boolean direct() {
            double nearest = Double.POSITIVE_INFINITY;
            double[] best = {};
            for (int k = 0; k < m_problem.rotations(); k++) {
                final double[] x = m_problem.start(k);
                if (newton(m_here, x, m_options.maxIterations(), true) && distance(x) < nearest) {
                    nearest = distance(x);
                    best = x;
                }
            }
            m_best = best.length > 0 ? best : m_best;
            return best.length > 0;
        }

        /** From a fixed series of other collective numbers; of several solutions the nearest to the input is kept. */
        private boolean restarted(final ThreeFlavorEnvironment e) {
            final NewtonSolver solver = new NewtonSolver(m_problem.equations(m_here), m_options.tolerance(),
                NewtonSolver.Limits.DESCENT.withMemory(MEMORY));
            final Random random = new Random(1);
            final double size = NewtonSolver.largest(m_problem.start(0));
            double nearest = Double.POSITIVE_INFINITY;
            for (int k = 0; k < STARTS; k++) {
                m_progress.report(k / (double) STARTS, "Searching for an equilibrium");
                final double[] guess = m_problem.start(0);
                for (int c = 0; c < guess.length; c++) {
                    guess[c] += (k % REACHES + 1) * REACH * size * random.nextGaussian();
                }
                final double[] x = m_problem.unknowns(m_problem.sums().sum(e.matterPotential(), e.selfInteraction(),
                    m_problem.field(guess)), new double[FlavorAlgebra.SIZE]);
                if (solver.solve(x, 1, START_ITERATIONS) && distance(x) < nearest) {
                    nearest = distance(x);
                    m_residual = solver.residual();
                    m_best = x;
                }
            }
            m_iterations += solver.iterations();
            return nearest < Double.POSITIVE_INFINITY;
        }

        private double distance(final double[] x) {
            final double[] from = m_problem.start(0);
            double sum = 0;
            for (int c = 0; c < COLLECTIVE; c++) {
                sum += (x[c] - from[c]) * (x[c] - from[c]);
            }
            return sum;
        }

        private boolean fromStrong(final ThreeFlavorEnvironment e) {
            final double much = MUCH_STRENGTH * e.selfInteraction();
            for (int k = 0; k < m_problem.rotations(); k++) {
                final double[] x = m_problem.start(k);
                if (newton(TermPath.line(e.matterPotential(), e.matterPotential(), much, much), x,
                    m_options.maxIterations(), false)
                    && follow(TermPath.line(e.matterPotential(), e.matterPotential(), much, e.selfInteraction()), x)) {
                    return true;
                }
            }
            return false;
        }

        private double largestRate() {
            final ThreeFlavorEnvironment e = m_problem.environment();
            double rate = Math.abs(e.matterPotential()) + Math.abs(e.selfInteraction()) * m_problem.scale();
            for (int i = 0; i < m_problem.input().size(); i++) {
                rate = Math.max(rate, Math.max(Math.abs(m_problem.input().omega21(i)),
                    Math.abs(m_problem.input().omega31(i))));
            }
            return rate;
        }

        private boolean newton(final TermPath path, final double[] x, final int most, final boolean here) {
            final NewtonSolver solver = new NewtonSolver(m_problem.equations(path), m_options.tolerance());
            final boolean converged = solver.solve(x, 1, most);
            m_iterations += solver.iterations();
            if (here && solver.residual() < m_residual) {
                m_residual = solver.residual();
                m_best = x.clone();
            }
            return converged;
        }

        /** The residual of the start, where no route came to an end. */
        void measure() {
            if (Double.isInfinite(m_residual)) {
                final double[] f = new double[m_problem.equations(m_here).equations()];
                m_problem.equations(m_here).residual(m_best, 1, f);
                m_residual = NewtonSolver.largest(f);
            }
        }

        private boolean follow(final TermPath path, final double[] x) {
            final ArclengthFollower follower =
                new ArclengthFollower(m_problem.equations(path), PATH_TOLERANCE, MAX_PATH_STEPS);
            final boolean reached = follower.follow(x, 0, 1, m_progress);
            m_iterations += follower.iterations();
            return reached && newton(m_here, x, FINAL_ITERATIONS, true);
        }

        ThreeFlavorEquilibriumResult result(final SolutionPath path, final String advice) {
            final ThreeFlavorEnvironment e = m_problem.environment();
            return ThreeFlavorEquilibriumResult.of(m_problem, e.matterPotential(), e.selfInteraction(), m_best,
                new ThreeFlavorEquilibriumResult.Work(path, m_iterations, m_residual, advice));
        }
    }
}
