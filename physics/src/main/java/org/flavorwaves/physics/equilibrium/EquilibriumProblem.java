package org.flavorwaves.physics.equilibrium;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

import org.flavorwaves.physics.numerics.ArclengthFollower;
import org.flavorwaves.physics.numerics.NewtonSolver;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.CollectiveField;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.Hamiltonian;

/**
 * One set of equilibrium equations - |P_i|, eps_i, environment and frame - with the routes to a solution. Keeps the
 * point with the smallest residual of all that its routes ended at.
 */
final class EquilibriumProblem {
    /** Tolerance along a continuation; its end is iterated to the full one. */
    private static final double PATH_TOLERANCE = 1e-6;

    private static final int MAX_PATH_STEPS = 500;

    /** Smoothing length at the start of a path, as a share of the mean |H_i| of the input. */
    private static final double SMOOTHING = 0.1;

    /** Iterations back to which |F| is compared where the strict descent ends in a minimum of |F|. */
    private static final int MEMORY = 8;

    private static final int RESTARTS = 100;

    private static final int RESTART_ITERATIONS = 40;

    private static final long RESTART_SEED = 20250101;

    private final FlavorState m_input;

    private final Environment m_environment;

    private final Alignment m_alignment;

    private final Frame m_frame;

    private final double m_tolerance;

    private final double m_fieldScale;

    private final double m_rateScale;

    private final double m_smoothing;

    private final CollectiveSums m_sums;

    private final EquilibriumSystem m_system;

    private final double[] m_start;

    private double[] m_best;

    private double m_residual = Double.POSITIVE_INFINITY;

    private int m_iterations;

    private boolean m_ranOut;

    private String m_obstacle = "";

    /**
     * Sets the equations up.
     *
     * @param input |P_i| and the first guess
     * @param environment vacuum mixing, matter and the strength of the nu-nu term
     * @param alignment eps_i
     * @param frame resting or co-rotating
     * @param rates first guess of the rotation rates of the frame, in the units of the potentials
     * @param tolerance of |F|_inf relative to sum_i w_i |P_i|
     */
    EquilibriumProblem(final FlavorState input, final Environment environment, final Alignment alignment,
        final Frame frame, final double[] rates, final double tolerance) {
        m_input = input;
        m_environment = environment;
        m_alignment = alignment;
        m_frame = frame;
        m_tolerance = tolerance;
        m_fieldScale = Scales.field(input);
        m_rateScale = Scales.rate(input, environment);
        m_smoothing = SMOOTHING * Scales.meanLength(Hamiltonian.of(input, environment));
        m_sums = new CollectiveSums(input, environment, alignment);
        m_system = system(CouplingPaths.fixed(environment), frame);
        m_start = m_system.unknownsOf(CollectiveField.of(input).toArray(), rates);
        m_best = m_start;
    }

    private EquilibriumSystem system(final CouplingPath path, final Frame frame) {
        return new EquilibriumSystem(m_sums, path, frame, m_fieldScale, m_rateScale);
    }

    /** Newton from the collective numbers of the input, with strict descent, then without. */
    boolean newton(final int maxIterations) {
        boolean converged = newton(m_start.clone(), maxIterations, 1);
        m_ranOut = !converged && m_iterations >= maxIterations;
        if (!converged && !m_ranOut) {
            converged = newton(m_start.clone(), maxIterations, MEMORY);
        }
        return converged;
    }

    /** Whether Newton from the input stopped because of its bound on the iterations. */
    boolean ranOut() {
        return m_ranOut;
    }

    private boolean newton(final double[] x, final int maxIterations, final int memory) {
        final NewtonSolver solver = new NewtonSolver(m_system, m_tolerance, memory);
        final boolean converged = solver.solve(x, 1, maxIterations);
        m_iterations += solver.iterations();
        keep(x, solver.residual());
        return converged;
    }

    private void keep(final double[] x, final double residual) {
        if (residual < m_residual) {
            m_residual = residual;
            m_best = x;
        }
    }

    /** Newton from points around J = 0 with normally distributed components of the size of those of the input. */
    boolean restarts(final Progress progress) {
        final Random random = new Random(RESTART_SEED);
        final double size = NewtonSolver.norm(Arrays.copyOf(m_start, CollectiveField.SIZE))
            / Math.sqrt(CollectiveField.SIZE);
        for (int k = 0; k < RESTARTS; k++) {
            progress.report(k / (double) RESTARTS, "Starting Newton elsewhere");
            final double[] x = m_start.clone();
            for (int c = 0; c < CollectiveField.SIZE; c++) {
                x[c] = size * random.nextGaussian();
            }
            if (newton(x, RESTART_ITERATIONS, MEMORY)) {
                return true;
            }
        }
        return false;
    }

    /** The path of {@link SolutionPath#CONTINUATION_MATTER}. */
    CouplingPath matterPath(final boolean smoothed) {
        final double lambda = m_environment.matterPotential() < 0 ? -m_rateScale : m_rateScale;
        return CouplingPaths.fromMatter(m_environment, lambda, smoothed ? m_smoothing : 0);
    }

    /** The path of {@link SolutionPath#CONTINUATION_SELF_INTERACTION}. */
    CouplingPath externalPath(final boolean smoothed) {
        return CouplingPaths.fromExternal(m_environment, smoothed ? m_smoothing : 0);
    }

    /** The path of {@link SolutionPath#CONTINUATION_INPUT}. */
    CouplingPath inputPath(final boolean smoothed) {
        m_sums.anchor(m_input, m_alignment, m_rateScale);
        return CouplingPaths.fromAnchor(m_environment, smoothed ? m_smoothing : 0);
    }

    /** J at t = 0 of a path, where J has no part in the H_i and the frame rests; in the units of the potentials. */
    private double[] startOf(final CouplingPath path) {
        final Couplings start = new Couplings();
        path.at(0, start);
        final double[] j = new double[CollectiveField.SIZE];
        m_sums.evaluate(new double[CollectiveField.SIZE], start, j);
        return j;
    }

    /** Whether J at t = 0 of a path is that of the input, within a share of sum_i w_i |P_i|. */
    boolean startsAtInput(final CouplingPath path, final double share) {
        final double[] j = startOf(path);
        double worst = 0;
        for (int c = 0; c < j.length; c++) {
            worst = Math.max(worst, Math.abs(j[c] / m_fieldScale - m_start[c]));
        }
        return worst <= share;
    }

    /** Follows a path from t = 0 to 1 and iterates its end to the full tolerance. */
    boolean follow(final CouplingPath path, final int maxIterations, final Progress progress) {
        final Frame frame = m_frame.withoutPhase();
        final EquilibriumSystem system = system(path, frame);
        final double[] point = system.unknownsOf(startOf(path), new double[frame.rotations()]);
        final ArclengthFollower follower = new ArclengthFollower(system, PATH_TOLERANCE, MAX_PATH_STEPS);
        final boolean reached = follower.follow(point, 0, 1, progress);
        m_iterations += follower.iterations();
        final double[] x = Arrays.copyOf(point, m_system.unknowns());
        if (!reached) {
            m_obstacle = obstacle(system, point, follower.parameter());
            final double[] f = new double[m_system.equations()];
            m_system.residual(x, 1, f);
            keep(x, NewtonSolver.largest(f));
            return false;
        }
        fixPhase(x);
        m_obstacle = "came to an end that is no solution";
        return newton(x, maxIterations, 1);
    }

    private String obstacle(final EquilibriumSystem system, final double[] x, final double t) {
        final int mode = m_sums.smallestField(system.fieldOf(x), system.couplings(x, t));
        return String.format(Locale.ROOT, "stopped at t = %.6g, where mode %d has the smallest |H|", t, mode);
    }

    /** Where the last continuation stopped, as the rest of a sentence; empty if none did. */
    String obstacle() {
        return m_obstacle;
    }

    private void fixPhase(final double[] x) {
        for (final Frame.Phase phase : m_frame.phases()) {
            phase.apply(x);
        }
    }

    /** The collective numbers of the best point, in the units of the potentials. */
    CollectiveField field() {
        final double[] x = m_best.clone();
        fixPhase(x);
        return new CollectiveField(m_system.fieldOf(x));
    }

    /** The rotation vector of the best point, in the units of the potentials. */
    double[] rotation() {
        return m_system.rotationOf(m_best, 1);
    }

    /** |F|_inf of the best point relative to sum_i w_i |P_i|. */
    double residual() {
        return m_residual;
    }

    /** Newton iterations and linearizations of continuations so far. */
    int iterations() {
        return m_iterations;
    }

    FlavorState input() {
        return m_input;
    }

    Environment environment() {
        return m_environment;
    }

    Alignment alignment() {
        return m_alignment;
    }

    Frame frame() {
        return m_frame;
    }
}
