package org.flavorwaves.physics.equilibrium;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.flavorwaves.physics.equilibrium.system.CollectiveSums;
import org.flavorwaves.physics.equilibrium.system.CouplingPath;
import org.flavorwaves.physics.equilibrium.system.Couplings;
import org.flavorwaves.physics.equilibrium.system.EquilibriumSystem;
import org.flavorwaves.physics.equilibrium.system.Frame;
import org.flavorwaves.physics.equilibrium.system.Scales;
import org.flavorwaves.physics.numerics.ArclengthFollower;
import org.flavorwaves.physics.numerics.Deflation;
import org.flavorwaves.physics.numerics.NewtonSolver;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Alignment;
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

    /** |H_i| that counts as vanished where a path stops, as a share of the size of the H_i. */
    private static final double VANISHING = 1e-3;

    /** Smoothing length at the start of a path, as a share of the mean |H_i| of the input. */
    private static final double SMOOTHING = 0.1;

    /** Iterations back to which |F| is compared where the strict descent ends in a minimum of |F|. */
    private static final int MEMORY = 8;

    /** Starts of a search besides the input. */
    private static final int STARTS = 40;

    private static final int START_ITERATIONS = 40;

    /** Distance beyond which a solution does not repel, and within which two are one, over sum_i w_i |P_i|. */
    private static final double REACH = 0.3;

    private static final double SAME = 1e-6;

    /**
     * Length of the smoothing at the start of {@link SolutionPath#CONTINUATION_SMOOTHING}, times the size of the H_i.
     */
    private static final double STRONG = 3;

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

    private final Deflation m_solutions;

    private double[] m_best;

    private double m_residual = Double.POSITIVE_INFINITY;

    private int m_iterations;

    private boolean m_ranOut;

    private String m_obstacle = "";

    private int m_vanishing = -1;

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
        m_solutions = new Deflation(REACH, this::copy);
    }

    /** The copy of a solution, turned by half a circle or not, that is nearest to a point. */
    private double[] copy(final double[] x, final double[] solution) {
        if (m_frame.phases().length == 0) {
            return solution;
        }
        final double[] turned = solution.clone();
        m_frame.phases()[0].turn(turned, -1, 0);
        return distance(x, turned) < distance(x, solution) ? turned : solution;
    }

    private static double distance(final double[] x, final double[] y) {
        double sum = 0;
        for (int c = 0; c < CollectiveField.SIZE; c++) {
            sum += (x[c] - y[c]) * (x[c] - y[c]);
        }
        return Math.sqrt(sum);
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
        return newton(new NewtonSolver(m_system, m_tolerance, NewtonSolver.Limits.DESCENT.withMemory(memory)), x,
            maxIterations);
    }

    private boolean newton(final NewtonSolver solver, final double[] x, final int maxIterations) {
        final int before = solver.iterations();
        final boolean converged = solver.solve(x, 1, maxIterations);
        m_iterations += solver.iterations() - before;
        keep(x, solver.residual());
        return converged;
    }

    private void keep(final double[] x, final double residual) {
        if (residual < m_residual) {
            m_residual = residual;
            m_best = x.clone();
        }
    }

    /**
     * Newton from a {@link StartSeries}, deflated by the known solutions, from each start until nothing new is found.
     */
    boolean search(final Progress progress) {
        final StartSeries starts = new StartSeries(m_environment, m_frame, m_sums, m_system, m_fieldScale, m_rateScale);
        final NewtonSolver solver =
            new NewtonSolver(m_system, m_tolerance, NewtonSolver.Limits.DESCENT, m_solutions);
        for (int k = 0; k < STARTS; k++) {
            progress.report(k / (double) STARTS, "Searching equilibria");
            final double[] start = starts.next();
            double[] x = start.clone();
            while (newton(solver, x, START_ITERATIONS) && add(x)) {
                x = start.clone();
            }
        }
        return solutions() > 0;
    }

    private boolean add(final double[] x) {
        final double[] solution = x.clone();
        fixPhase(solution);
        if (m_solutions.known().stream().anyMatch(known -> m_solutions.distance(solution, known) < SAME)) {
            return false;
        }
        m_solutions.add(solution);
        return true;
    }

    /** The number of different solutions that were found. */
    int solutions() {
        return m_solutions.known().size();
    }

    /**
     * Makes the solution nearest to the input the best point.
     *
     * @return its place among the solutions, in the order in which they were found
     */
    int nearest() {
        final List<double[]> known = m_solutions.known();
        int nearest = 0;
        for (int s = 1; s < known.size(); s++) {
            nearest = distance(known.get(s), m_start) < distance(known.get(nearest), m_start) ? s : nearest;
        }
        m_best = known.get(nearest);
        final double[] f = new double[m_system.equations()];
        m_system.residual(m_best, 1, f);
        m_residual = NewtonSolver.largest(f);
        return nearest;
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

    /** The path of {@link SolutionPath#CONTINUATION_SMOOTHING}. */
    boolean followSmoothed(final int maxIterations, final Progress progress) {
        final EquilibriumSystem system =
            system(CouplingPaths.fromSmoothed(m_environment, STRONG * m_rateScale), m_frame);
        final double[] point = new double[system.unknowns()];
        final NewtonSolver newton = new NewtonSolver(system, PATH_TOLERANCE);
        final boolean started = newton.solve(point, 0, START_ITERATIONS);
        m_iterations += newton.iterations();
        return started && follow(system, point, maxIterations, progress);
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
        return follow(system, system.unknownsOf(startOf(path), new double[frame.rotations()]), maxIterations, progress);
    }

    private boolean follow(final EquilibriumSystem system, final double[] point, final int maxIterations,
        final Progress progress) {
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
        return newton(x, maxIterations, 1) && add(x);
    }

    private String obstacle(final EquilibriumSystem system, final double[] x, final double t) {
        final double[] h = new double[3 * m_sums.size()];
        final int mode = m_sums.smallestField(system.fieldOf(x), system.couplings(x, t), h);
        final double length = NewtonSolver.norm(Arrays.copyOfRange(h, 3 * mode, 3 * mode + 3));
        if (length <= VANISHING * m_rateScale) {
            m_vanishing = mode;
        }
        return String.format(Locale.ROOT, "stopped at t = %.6g, where mode %d has the smallest |H|, %.2g", t, mode,
            length);
    }

    /** The mode whose |H| vanished where a continuation stopped; -1 if none did. */
    int vanishing() {
        return m_vanishing;
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
