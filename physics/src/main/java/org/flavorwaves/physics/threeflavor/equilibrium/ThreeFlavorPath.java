package org.flavorwaves.physics.threeflavor.equilibrium;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.flavorwaves.physics.equilibrium.SolutionPath;
import org.flavorwaves.physics.equilibrium.path.ParameterTrack;
import org.flavorwaves.physics.equilibrium.path.PathOptions;
import org.flavorwaves.physics.numerics.LeastSquares;
import org.flavorwaves.physics.numerics.NewtonSolver;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.threeflavor.ThreeFlavorEnvironment;
import org.flavorwaves.physics.threeflavor.ThreeFlavorState;

/**
 * Follows an equilibrium of three flavors through slowly changing matter and nu-nu term: every occupation stays on its
 * level of H_i (FW level-equilibrium), so that flavors are converted where levels come near (FW level-crossing), at the
 * resonances H and L of matter.
 *
 * <p>By steps in the parameter, straight lines from point to point of the track, with the tangent of the curve as
 * predictor and Newton as corrector. A path ends where the curve turns back or a Hamiltonian has two equal levels of
 * different occupation; what a slow system does beyond is not an equilibrium of the same occupations.
 */
public final class ThreeFlavorPath {
    /** A path ends if steps must be shorter than this share of a leg. */
    private static final double SHORTEST = 1e-9;

    private static final double FIRST = 0.25;

    private static final double GROWTH = 2;

    /** Corrections up to which the next step is longer. */
    private static final int QUICK = 4;

    private static final int MAX_CORRECTIONS = 12;

    /** Farthest correction, as a share of the move or of sum w |P|. */
    private static final double FARTHEST = 0.3;

    private static final double NEARBY = 1e-3;

    private final PathOptions m_options;

    /**
     * A solver.
     *
     * @param options how the first equilibrium is found, and the most steps; folds end a path
     */
    public ThreeFlavorPath(final PathOptions options) {
        m_options = options;
    }

    /**
     * Follows.
     *
     * @param input the state whose eigenvalues are kept; its nearest equilibrium at the first point is the start
     * @param environment the mixing; matter and the strength of the nu-nu term are those of the track
     * @param track the points
     * @param progress told how far it is; may cancel
     * @return the equilibria that were reached
     */
    public ThreeFlavorPathResult follow(final ThreeFlavorState input, final ThreeFlavorEnvironment environment,
        final ParameterTrack track, final Progress progress) {
        final Environment first = track.environment(0);
        boolean matter = false;
        for (int k = 0; k < track.size(); k++) {
            matter |= track.environment(k).matterPotential() != 0;
        }
        final ThreeFlavorEquilibrium.Solved solved = new ThreeFlavorEquilibrium(m_options.start()).solve(input,
            environment.withMatterPotential(first.matterPotential()).withSelfInteraction(first.selfInteraction()),
            matter, progress);
        final LevelProblem problem = solved.problem();
        final ThreeFlavorEquilibriumResult start = solved.result();
        final Walk walk = new Walk(problem, track, progress);
        if (!start.work().converged()) {
            return new ThreeFlavorPathResult(List.of(), List.of(), 0, start.work().advice());
        }
        return walk.go(start);
    }

    /** A way along a track. */
    private final class Walk {
        private final LevelProblem m_problem;

        private final ParameterTrack m_track;

        private final Progress m_progress;

        private final LevelGaps m_gaps;

        private final List<ThreeFlavorEquilibriumResult> m_points = new ArrayList<>();

        private int m_steps;

        private int m_iterations;

        private double m_residual;

        Walk(final LevelProblem problem, final ParameterTrack track, final Progress progress) {
            m_problem = problem;
            m_track = track;
            m_progress = progress;
            m_gaps = new LevelGaps(problem);
        }

        ThreeFlavorPathResult go(final ThreeFlavorEquilibriumResult start) {
            m_points.add(start);
            final double[] x = m_problem.unknowns(start.field(), start.frame());
            look(0, m_track.environment(0).matterPotential(), m_track.environment(0).selfInteraction(), x);
            String stop = "";
            for (int leg = 0; leg + 1 < m_track.size() && stop.isEmpty(); leg++) {
                stop = leg(leg, x);
                if (stop.isEmpty()) {
                    final Environment at = m_track.environment(leg + 1);
                    m_points.add(ThreeFlavorEquilibriumResult.of(m_problem, at.matterPotential(),
                        at.selfInteraction(), x, new ThreeFlavorEquilibriumResult.Work(start.work().path(),
                            m_iterations, m_residual, "")));
                }
            }
            return new ThreeFlavorPathResult(List.copyOf(m_points), m_gaps.found(), m_steps, stop);
        }

        private void look(final double place, final double matter, final double strength, final double[] x) {
            m_problem.turn(x);
            m_gaps.look(place, matter, strength, m_problem.field(x));
        }

        /** Moves x over a leg; empty, or why that cannot be. */
        private String leg(final int leg, final double[] x) {
            final Environment a = m_track.environment(leg);
            final Environment b = m_track.environment(leg + 1);
            final TermPath path = TermPath.line(a.matterPotential(), b.matterPotential(), a.selfInteraction(),
                b.selfInteraction());
            final LevelEquations equations = m_problem.equations(path);
            double t = 0;
            double step = FIRST;
            while (t < 1) {
                m_progress.report((leg + t) / (m_track.size() - 1), "Following the equilibrium");
                final double next = t + step >= 1 - SHORTEST ? 1 : t + step;
                final double[] there = step < SHORTEST || m_steps >= m_options.maxSteps() ? x
                    : step(equations, x, t, next);
                if (there == x) {
                    return end(path, t, x);
                }
                m_steps++;
                if (there.length == 0) {
                    step = (next - t) / 2;
                } else {
                    System.arraycopy(there, 0, x, 0, x.length);
                    t = next;
                    look(leg + t, path.matter(t), path.strength(t), x);
                    step = m_quick ? Math.min(1, GROWTH * step) : step;
                }
            }
            return "";
        }

        private boolean m_quick;

        /** The solution at the next parameter; nothing if Newton fails or leads far away. */
        private double[] step(final LevelEquations equations, final double[] x, final double t, final double next) {
            final int n = x.length;
            final int m = equations.equations();
            final double[] f = new double[m];
            final double[][] derivative = new double[m][n + 1];
            equations.linearize(x, t, f, derivative);
            m_iterations++;
            final double[] right = new double[m];
            for (int c = 0; c < m; c++) {
                right[c] = -derivative[c][n];
            }
            final double[] slope = LeastSquares.solve(derivative, m, n, right);
            final double[] guess = x.clone();
            double move = 0;
            for (int c = 0; c < n; c++) {
                guess[c] += (next - t) * slope[c];
                move = Math.max(move, Math.abs(guess[c] - x[c]));
            }
            final double[] there = guess.clone();
            final NewtonSolver newton = new NewtonSolver(equations, m_options.start().tolerance());
            final boolean converged = newton.solve(there, next, MAX_CORRECTIONS);
            m_iterations += newton.iterations();
            double correction = 0;
            for (int c = 0; c < n; c++) {
                correction = Math.max(correction, Math.abs(there[c] - guess[c]));
            }
            if (!converged || !(correction <= Math.max(NEARBY, FARTHEST * move))) {
                return new double[0];
            }
            m_quick = newton.iterations() <= QUICK;
            m_residual = newton.residual();
            return there;
        }

        private String end(final TermPath path, final double t, final double[] x) {
            final ThreeFlavorEquilibriumResult last = ThreeFlavorEquilibriumResult.of(m_problem, path.matter(t),
                path.strength(t), Arrays.copyOf(x, x.length),
                new ThreeFlavorEquilibriumResult.Work(SolutionPath.DIRECT_NEWTON, m_iterations, m_residual, ""));
            return String.format(Locale.ROOT, "The path could not be followed beyond lambda = %.6g, q = %.6g after %d "
                + "steps: the equilibria turn back there or two levels meet; the smallest distance of levels is %.3g, "
                + "of mode %d. End the path before, or try a larger tolerance or maxSteps.", path.matter(t),
                path.strength(t), m_steps, last.smallestGap(), last.smallestMode());
        }
    }
}
