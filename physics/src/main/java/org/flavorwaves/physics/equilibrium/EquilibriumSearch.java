package org.flavorwaves.physics.equilibrium;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.flavorwaves.physics.equilibrium.system.Frame;
import org.flavorwaves.physics.equilibrium.system.FrameFinder;
import org.flavorwaves.physics.equilibrium.system.Scales;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Alignment;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.Hamiltonian;

/** Chooses frame, signs and routes for one solve of {@link MixingEquilibrium}. */
final class EquilibriumSearch {
    /** Newton iterations after a continuation has reached its end. */
    private static final int FINAL_ITERATIONS = 30;

    /** The start of a continuation is the input if J agrees within this share of sum_i w_i |P_i|. */
    private static final double SAME = 1e-9;

    /** Cosine from which on a P_i is nearly along a vector. */
    private static final double STANDING = 0.9;

    /** A symmetry axis with a smaller x component is the z axis. */
    private static final double ALONG_Z = 1e-15;

    private final FlavorState m_input;

    private final Environment m_environment;

    private final EquilibriumOptions m_options;

    private final Progress m_progress;

    private final Frame m_symmetry;

    private final Hamiltonian m_hamiltonian;

    /** Without matter if that only adds to the rotation, which would cost digits. */
    private final Environment m_rotatingEnvironment;

    /** What matter adds to the rotation rate, in the units of the potentials. */
    private final double m_shift;

    /** A way to a solution, and its name. */
    private record Route(SolutionPath path, boolean smoothed) {

        String describe(final EquilibriumProblem problem) {
            return path + (smoothed ? ", smoothed, " : " ")
                + (path.isContinuation() ? problem.obstacle() : "did not converge");
        }
    }

    EquilibriumSearch(final FlavorState input, final Environment environment, final EquilibriumOptions options,
        final Progress progress) {
        m_input = input;
        m_environment = environment;
        m_options = options;
        m_progress = progress;
        m_symmetry = FrameFinder.symmetric(input, environment, Scales.field(input));
        m_hamiltonian = Hamiltonian.of(input, environment);
        final boolean axisIsZ = m_symmetry.rotations() == 1 && Math.abs(m_symmetry.axis(0, 0)) < ALONG_Z;
        m_rotatingEnvironment = axisIsZ ? environment.withMatterPotential(0) : environment;
        m_shift = axisIsZ ? environment.matterPotential() * m_symmetry.axis(0, 2) : 0;
        if (options.coRotating() == CoRotating.ON && m_symmetry.rotations() == 0) {
            throw new IllegalArgumentException("There is no co-rotating frame, because the external terms of the modes "
                + "do not lie along one axis; set coRotating to AUTO or OFF.");
        }
        if (options.coRotating() == CoRotating.ON && namesParameter()) {
            throw new IllegalArgumentException("Continuation " + options.continuation() + " is defined in the resting "
                + "frame; set coRotating to AUTO or OFF, or continuation to AUTO or OFF.");
        }
    }

    private boolean namesParameter() {
        return m_options.continuation() == Continuation.MATTER
            || m_options.continuation() == Continuation.SELF_INTERACTION;
    }

    /** With eps_i of the input. */
    EquilibriumResult run() {
        if (staysAtRest()) {
            Scales.requireDirections(m_input, m_environment, m_hamiltonian, 0);
            return atRest(Alignment.of(m_input, m_hamiltonian));
        }
        if (m_options.coRotating() == CoRotating.AUTO) {
            final EquilibriumProblem problem = atRestProblem(Alignment.of(m_input, m_hamiltonian));
            if (problem.newton(0)) {
                return result(problem, SolutionPath.DIRECT_NEWTON, true, "");
            }
        }
        final double[] rates = rates();
        final double[] omega = {m_symmetry.rotation(rates, 0), m_symmetry.rotation(rates, 1),
            m_symmetry.rotation(rates, 2)};
        final Hamiltonian resting = Hamiltonian.of(m_input, m_rotatingEnvironment);
        final Hamiltonian rotating = resting.rotating(omega[0], omega[1], omega[2]);
        Scales.requireDirections(m_input, m_rotatingEnvironment, rotating, FrameFinder.length(omega));
        if (standsStill(rotating)) {
            return rotating(Alignment.of(m_input, rotating), rates);
        }
        Scales.requireDirections(m_input, m_rotatingEnvironment, resting, 0);
        return rotating(Alignment.of(m_input, resting), rates);
    }

    /** Whether every P_i lies nearly along or against a vector. */
    private boolean standsStill(final Hamiltonian h) {
        for (int i = 0; i < m_input.size(); i++) {
            final double dot = m_input.px(i) * h.hx(i) + m_input.py(i) * h.hy(i) + m_input.pz(i) * h.hz(i);
            if (Math.abs(dot) < STANDING * m_input.length(i) * h.length(i)) {
                return false;
            }
        }
        return true;
    }

    private double[] rates() {
        return FrameFinder.rates(m_symmetry, m_input, Hamiltonian.of(m_input, m_rotatingEnvironment));
    }

    /** With given eps_i. */
    EquilibriumResult run(final Alignment alignment) {
        if (alignment.size() != m_input.size()) {
            throw new IllegalArgumentException("There are " + alignment.size() + " values of epsilon for "
                + m_input.size() + " modes.");
        }
        if (staysAtRest()) {
            return atRest(alignment);
        }
        if (m_options.coRotating() == CoRotating.AUTO) {
            final EquilibriumProblem problem = atRestProblem(alignment);
            if (problem.newton(0)) {
                return result(problem, SolutionPath.DIRECT_NEWTON, true, "");
            }
        }
        return rotating(alignment, rates());
    }

    private boolean staysAtRest() {
        return m_symmetry.rotations() == 0 || m_options.coRotating() == CoRotating.OFF || namesParameter()
            || m_options.coRotating() == CoRotating.AUTO && !hasSelfInteraction();
    }

    /** Whether polarized modes feel each other, in the field of the input. */
    private boolean hasSelfInteraction() {
        final Hamiltonian external = Hamiltonian.of(m_input, m_environment.withSelfInteraction(0));
        final double bound = Scales.NO_DIRECTION * Scales.rate(m_input, m_environment);
        for (int i = 0; i < m_input.size(); i++) {
            if (m_input.length(i) > 0 && Math.max(Math.abs(m_hamiltonian.hx(i) - external.hx(i)),
                Math.max(Math.abs(m_hamiltonian.hy(i) - external.hy(i)),
                    Math.abs(m_hamiltonian.hz(i) - external.hz(i)))) > bound) {
                return true;
            }
        }
        return false;
    }

    private EquilibriumProblem atRestProblem(final Alignment alignment) {
        return new EquilibriumProblem(m_input, m_environment, alignment, Frame.REST, new double[0],
            m_options.tolerance());
    }

    private EquilibriumResult atRest(final Alignment alignment) {
        final EquilibriumProblem problem = atRestProblem(alignment);
        final List<Route> routes = new ArrayList<>();
        final List<Route> all = new ArrayList<>();
        switch (m_options.continuation()) {
            case MATTER -> both(routes, SolutionPath.CONTINUATION_MATTER);
            case SELF_INTERACTION -> both(routes, SolutionPath.CONTINUATION_SELF_INTERACTION);
            case OFF -> routes.add(new Route(SolutionPath.DIRECT_NEWTON, false));
            default -> {
                routes.add(new Route(SolutionPath.DIRECT_NEWTON, false));
                if (problem.startsAtInput(problem.matterPath(false), SAME)) {
                    both(routes, SolutionPath.CONTINUATION_MATTER);
                }
                if (problem.startsAtInput(problem.externalPath(false), SAME)) {
                    both(routes, SolutionPath.CONTINUATION_SELF_INTERACTION);
                }
                both(all, SolutionPath.CONTINUATION_INPUT);
                all.add(new Route(SolutionPath.CONTINUATION_SMOOTHING, true));
                all.add(new Route(SolutionPath.RESTARTED_NEWTON, false));
            }
        }
        return take(routes, all, problem);
    }

    private EquilibriumResult rotating(final Alignment alignment, final double[] rates) {
        final List<Route> all = new ArrayList<>();
        if (m_options.continuation() != Continuation.OFF) {
            both(all, SolutionPath.CO_ROTATING_CONTINUATION_INPUT);
            all.add(new Route(SolutionPath.CO_ROTATING_RESTARTED_NEWTON, false));
        }
        return take(List.of(new Route(SolutionPath.CO_ROTATING_NEWTON, false)), all,
            rotatingProblem(alignment, rates));
    }

    private EquilibriumProblem rotatingProblem(final Alignment alignment, final double[] rates) {
        return new EquilibriumProblem(m_input, m_rotatingEnvironment, alignment, m_symmetry, rates,
            m_options.tolerance());
    }

    private static void both(final List<Route> routes, final SolutionPath path) {
        for (final boolean smoothed : new boolean[]{false, true}) {
            final Route route = new Route(path, smoothed);
            if (!routes.contains(route)) {
                routes.add(route);
            }
        }
    }

    /** The first solution of the routes; else of all that all other routes lead to the one nearest to the input. */
    private EquilibriumResult take(final List<Route> routes, final List<Route> all, final EquilibriumProblem problem) {
        final List<String> failures = new ArrayList<>();
        for (final Route route : routes) {
            if (solve(route, problem)) {
                return result(problem, route.path(), true, "");
            }
            failures.add(route.describe(problem));
        }
        final List<SolutionPath> paths = new ArrayList<>();
        for (final Route route : all) {
            if (!solve(route, problem) && paths.isEmpty()) {
                failures.add(route.describe(problem));
            }
            while (paths.size() < problem.solutions()) {
                paths.add(route.path());
            }
        }
        if (!paths.isEmpty()) {
            return result(problem, paths.get(problem.nearest()), true, "");
        }
        final List<Route> tried = all.isEmpty() ? routes : all;
        return result(problem, tried.get(tried.size() - 1).path(), false, advice(problem, failures));
    }

    private String advice(final EquilibriumProblem problem, final List<String> failures) {
        final StringBuilder text = new StringBuilder(String.format(Locale.ROOT,
            "No mixing equilibrium was found: |F| = %.3g of sum w|P| at best, tolerance %.3g, %d iterations. ",
            problem.residual(), m_options.tolerance(), problem.iterations()));
        text.append(String.join("; ", failures)).append(". ");
        if (problem.vanishing() >= 0) {
            text.append("Where H of mode ").append(problem.vanishing()).append(" vanishes its P has no direction, and ")
                .append("the equilibria end: for these |P| and signs there is none on that curve. ");
        }
        text.append("Try: ");
        if (problem.frame().rotations() > 0) {
            text.append("coRotating OFF, for an equilibrium at rest that does not keep J^0 along the symmetry axis; ");
        }
        if (m_options.continuation() != Continuation.AUTO) {
            text.append("continuation AUTO; ");
        }
        if (problem.ranOut()) {
            text.append("a larger maxIterations; ");
        }
        return text.append("a weaker nu-nu term (selfInteraction) or more matter (matterPotential); an input nearer to "
            + "equilibrium; given signs epsilon.").toString();
    }

    private boolean solve(final Route route, final EquilibriumProblem problem) {
        return switch (route.path()) {
            case DIRECT_NEWTON, CO_ROTATING_NEWTON -> problem.newton(m_options.maxIterations());
            case RESTARTED_NEWTON, CO_ROTATING_RESTARTED_NEWTON -> problem.search(m_progress);
            case CONTINUATION_SMOOTHING -> problem.followSmoothed(FINAL_ITERATIONS, m_progress);
            case CONTINUATION_MATTER -> problem.follow(problem.matterPath(route.smoothed()), FINAL_ITERATIONS,
                m_progress);
            case CONTINUATION_SELF_INTERACTION -> problem.follow(problem.externalPath(route.smoothed()),
                FINAL_ITERATIONS, m_progress);
            case CONTINUATION_INPUT, CO_ROTATING_CONTINUATION_INPUT -> problem.follow(
                problem.inputPath(route.smoothed()), FINAL_ITERATIONS, m_progress);
        };
    }

    private EquilibriumResult result(final EquilibriumProblem problem, final SolutionPath path,
        final boolean converged, final String advice) {
        return ResultAssembler.assemble(problem, m_symmetry, problem.frame().rotations() == 0 ? 0 : m_shift, path,
            converged, advice);
    }
}
