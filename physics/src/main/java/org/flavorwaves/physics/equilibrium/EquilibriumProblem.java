package org.flavorwaves.physics.equilibrium;

import org.flavorwaves.physics.numerics.Progress;
import org.flavorwaves.physics.state.CollectiveField;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.Hamiltonian;
import org.flavorwaves.physics.state.InvalidModeException;

/** One set of equilibrium equations: |P_i|, eps_i, environment and frame, with the routes to a solution. */
final class EquilibriumProblem {
    /** |H_i| below this share of the sizes of its terms is rounding and has no direction. */
    private static final double NO_DIRECTION = 1e-14;

    /** Tolerance within a continuation, where the end is iterated to the full one. */
    private static final double PATH_TOLERANCE = 1e-9;

    private static final int MAX_PATH_STEPS = 2000;

    private final FlavorState m_input;

    private final Environment m_environment;

    private final Alignment m_alignment;

    private final Frame m_frame;

    private final Frame m_symmetry;

    private final double[] m_startRates;

    private final EquilibriumOptions m_options;

    private final CollectiveSums m_sums;

    private final double m_fieldScale;

    private final double m_rateScale;

    private final EquilibriumSystem m_system;

    private int m_iterations;

    private double[] m_solution;

    private double m_residual = Double.POSITIVE_INFINITY;

    EquilibriumProblem(final FlavorState input, final Environment environment, final Alignment alignment,
        final Frame frame, final Frame symmetry, final double[] startRates, final EquilibriumOptions options) {
        m_input = input;
        m_environment = environment;
        m_alignment = alignment;
        m_frame = frame;
        m_symmetry = symmetry;
        m_startRates = startRates;
        m_options = options;
        m_fieldScale = fieldScale(input);
        m_rateScale = rateScale(input, environment);
        m_sums = new CollectiveSums(input, environment, alignment);
        m_system = new EquilibriumSystem(m_sums, CouplingPaths.fixed(environment), frame, m_fieldScale, m_rateScale);
        m_solution = inputUnknowns();
    }

    /** sum_i w_i |P_i| in the units of the potentials, or 1 if that is 0. */
    static double fieldScale(final FlavorState state) {
        double sum = 0;
        for (int i = 0; i < state.size(); i++) {
            sum += state.modes().weight(i) * state.length(i);
        }
        return sum > 0 ? sum : 1;
    }

    /** The largest term of the Hamiltonian vectors in the units of the potentials, or 1 if that is 0. */
    static double rateScale(final FlavorState state, final Environment environment) {
        double largest = Math.abs(environment.matterPotential());
        double sum = 0;
        for (int i = 0; i < state.size(); i++) {
            largest = Math.max(largest, Math.abs(state.modes().omega(i)));
            sum += state.modes().weight(i) * state.length(i);
        }
        largest = Math.max(largest, Math.abs(environment.selfInteraction()) * sum);
        return largest > 0 ? largest : 1;
    }

    private double[] inputUnknowns() {
        final double[] omega = m_startRates;
        final double[] j = CollectiveField.of(m_input).toArray();
        return new EquilibriumSystem(m_sums, CouplingPaths.fixed(m_environment), m_frame, m_fieldScale, m_rateScale)
            .unknownsOf(j, omega);
    }

    /** Newton from the input. */
    boolean newton() {
        return finish(inputUnknowns());
    }

    /** Newton at the end of a path; keeps the point if it is better than what there is. */
    private boolean finish(final double[] start) {
        final NewtonSolver solver = new NewtonSolver(m_system, m_options.tolerance());
        final double[] x = start.clone();
        final boolean converged = solver.solve(x, 1, m_options.maxIterations());
        m_iterations += solver.iterations();
        if (solver.residual() < m_residual) {
            m_residual = solver.residual();
            m_solution = x;
        }
        return converged;
    }

    /** Along a homotopy from its start, where the collective numbers are known; the frame rests at t = 0. */
    boolean follow(final CouplingPath path, final Progress progress) {
        final Frame frame = m_frame.withoutPhase();
        final EquilibriumSystem system = new EquilibriumSystem(m_sums, path, frame, m_fieldScale, m_rateScale);
        final Couplings k = new Couplings();
        path.at(0, k);
        final double[] j = new double[CollectiveField.SIZE];
        final double[] start = new double[CollectiveField.SIZE];
        m_sums.evaluate(j, k, start);
        final double[] x = system.unknownsOf(start, new double[frame.rotations()]);
        final ArclengthFollower follower = new ArclengthFollower(system, PATH_TOLERANCE, MAX_PATH_STEPS);
        final boolean reached = follower.follow(x, 0, 1, progress);
        m_iterations += follower.iterations();
        return reached && finish(x);
    }

    boolean fromMatter(final Progress progress) {
        final double lambda = m_environment.matterPotential();
        return follow(CouplingPaths.fromMatter(m_environment, lambda < 0 ? -m_rateScale : m_rateScale), progress);
    }

    boolean fromExternal(final Progress progress) {
        return follow(CouplingPaths.fromExternal(m_environment), progress);
    }

    boolean fromInput(final Progress progress) {
        final int n = m_input.size();
        final double[][] a = new double[3][n];
        for (int i = 0; i < n; i++) {
            final double length = m_input.length(i);
            if (length > 0) {
                final double factor = m_alignment.sign(i) * m_rateScale / length;
                a[0][i] = factor * m_input.px(i);
                a[1][i] = factor * m_input.py(i);
                a[2][i] = factor * m_input.pz(i);
            }
        }
        m_sums.anchor(a[0], a[1], a[2]);
        return follow(CouplingPaths.fromAnchor(m_environment), progress);
    }

    /** The result at the best point found. */
    EquilibriumResult result(final SolutionPath path, final boolean converged, final String advice) {
        final double[] omega = m_system.rotationOf(m_solution);
        final Hamiltonian h = Hamiltonian.of(m_input.modes(), m_environment,
            new CollectiveField(m_system.fieldOf(m_solution))).rotating(omega[0], omega[1], omega[2]);
        requireDirections(m_input, m_environment, h, omega);
        final int n = m_input.size();
        final double[][] p = new double[3][n];
        for (int i = 0; i < n; i++) {
            final double length = h.length(i);
            if (length > 0) {
                final double factor = m_alignment.sign(i) * m_input.length(i) / length;
                p[0][i] = factor * h.hx(i);
                p[1][i] = factor * h.hy(i);
                p[2][i] = factor * h.hz(i);
            }
        }
        final FlavorState state = m_input.withPolarization(p[0], p[1], p[2]);
        final CollectiveField field = CollectiveField.of(state);
        final Hamiltonian own = Hamiltonian.of(state.modes(), m_environment, field).rotating(omega[0], omega[1],
            omega[2]);
        return new EquilibriumResult(state, h, m_alignment, field, rotation(omega), m_iterations,
            m_residual * m_fieldScale, m_residual, misalignment(state, own), conservationError(field), path, converged,
            advice);
    }

    private double conservationError(final CollectiveField field) {
        double worst = 0;
        for (int k = 0; k < m_symmetry.rotations(); k++) {
            double component = 0;
            for (int a = 0; a < 3; a++) {
                component += m_symmetry.axis(k, a) * field.get(0, a);
            }
            worst = Math.max(worst, Math.abs(component - m_symmetry.conserved(k)));
        }
        return worst / m_fieldScale;
    }

    private CoRotation rotation(final double[] omega) {
        if (m_frame.rotations() == 0) {
            return CoRotation.NONE;
        }
        double[] axis = {m_frame.axis(0, 0), m_frame.axis(0, 1), m_frame.axis(0, 2)};
        if (m_frame.rotations() > 1) {
            final double length = FrameFinder.length(omega);
            axis = length > 0 ? new double[]{omega[0] / length, omega[1] / length, omega[2] / length} : axis;
        }
        return new CoRotation(axis[0], axis[1], axis[2], FrameFinder.dot(axis, omega));
    }

    /** The largest |P_i x H_i|/(|P_i||H_i|). */
    static double misalignment(final FlavorState state, final Hamiltonian h) {
        double worst = 0;
        for (int i = 0; i < state.size(); i++) {
            final double lengths = state.length(i) * h.length(i);
            if (lengths > 0) {
                final double[] across = FrameFinder.cross(new double[]{state.px(i), state.py(i), state.pz(i)},
                    new double[]{h.hx(i), h.hy(i), h.hz(i)});
                worst = Math.max(worst, FrameFinder.length(across) / lengths);
            }
        }
        return worst;
    }

    /** Refuses a polarized mode whose H_i is zero to rounding. */
    static void requireDirections(final FlavorState state, final Environment environment, final Hamiltonian h,
        final double[] omega) {
        final double field = Math.abs(environment.matterPotential()) + FrameFinder.length(omega)
            + 2 * Math.abs(environment.selfInteraction()) * fieldScale(state);
        for (int i = 0; i < state.size(); i++) {
            final double bound = NO_DIRECTION * (field + Math.abs(state.modes().omega(i)));
            if (state.length(i) > 0 && h.length(i) <= bound) {
                throw new InvalidModeException(i, "has |P| = " + state.length(i) + " but |H| = " + h.length(i)
                    + ", which is zero to rounding (bound " + bound
                    + "), so there is no direction to align P with; give the mode a vacuum frequency or matter, or "
                    + "remove its polarization");
            }
        }
    }
}
