package org.flavorwaves.physics.transport.stationary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.flavorwaves.physics.numerics.NewtonSolver;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.InvalidModeException;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;

/**
 * The stationary adiabatic state of neutrinos that stream from an inflow without matter (JK 27). All external terms are
 * along the mass axis B, so the inflow fixes no phase: the equilibrium turns about B as one goes along, with a wave
 * number K that depends on the place, and the flux of lepton number along B, not its density, is kept
 * (FW flux-equilibrium). Each mode keeps |P_i| and eps_i = sign(P_i.(H_i + v_i K B)) of the inflow.
 *
 * <p>The path is followed by linear prediction and Newton's method, with steps that are halved where a direction turns
 * too far. It ends where no equilibrium continues it: then |H_i| of some mode has vanished.
 */
public final class FluxEquilibriumPath {
    /** A step is halved where 1 - cos of the turn of a direction exceeds this. */
    private static final double LARGEST_TURN = 0.02;

    /** Bound on the residual, relative to sum w |P|. */
    private static final double TOLERANCE = 1e-13;

    private static final int MAX_ITERATIONS = 60;

    /** Smallest step as a share of the whole path. */
    private static final double SHORTEST = 1e-9;

    /** First step as a share of the whole path. */
    private static final double FIRST = 1e-2;

    private final StreamGeometry m_geometry;

    /**
     * A path in a geometry.
     *
     * @param geometry how directions and weights change with the place
     */
    public FluxEquilibriumPath(final StreamGeometry geometry) {
        m_geometry = geometry;
    }

    /**
     * Follows the equilibrium.
     *
     * @param inflow rings with the directions and weights of the slab's edge or of the sphere, and P_i of the first
     *             place
     * @param environment mixing angle and strength of the nu-nu term; no matter
     * @param places where the equilibrium is wanted, rising, the first one that of the inflow
     * @param progress told the share of the path; may cancel
     * @return the equilibria at the places, as far as they exist
     * @throws IllegalArgumentException if there is matter, a mode is no ring, places do not rise or begin inside the
     *             sphere, or the inflow has no lepton number flux
     */
    public List<FluxEquilibrium> follow(final FlavorState inflow, final Environment environment, final double[] places,
        final Progress progress) {
        check(inflow, environment, places);
        final double start = places[0];
        final double rotation = rotation(inflow, start);
        final int[] signs = signs(inflow, environment, rotation, start);
        final FluxSystem system = new FluxSystem(inflow, signs, environment, m_geometry, start, rotation);
        final NewtonSolver newton = new NewtonSolver(system, TOLERANCE);
        final double[] x = system.unknownsOf(collective(inflow, start), rotation);
        final List<FluxEquilibrium> found = new ArrayList<>();
        if (!newton.solve(x, start, MAX_ITERATIONS)) {
            return found;
        }
        found.add(equilibrium(system, inflow, signs, x, start, newton.residual()));
        double z = start;
        double[] before = x.clone();
        double zBefore = start;
        double[] fields = fields(system, x, z);
        final double length = places[places.length - 1] - start;
        double step = FIRST * length;
        double[] now = x;
        for (int p = 1; p < places.length;) {
            progress.report((z - start) / length, "Equilibrium along the flux");
            final double next = Math.min(places[p], z + step);
            final double[] trial = new double[now.length];
            for (int c = 0; c < trial.length; c++) {
                trial[c] = now[c] + (z == zBefore ? 0 : (now[c] - before[c]) * (next - z) / (z - zBefore));
            }
            final boolean solved = newton.solve(trial, next, MAX_ITERATIONS);
            final double[] turned = fields(system, trial, next);
            if (!solved || turn(fields, turned) > LARGEST_TURN) {
                step = (next - z) / 2;
                if (step < SHORTEST * length) {
                    return found;
                }
                continue;
            }
            before = now;
            zBefore = z;
            now = trial;
            z = next;
            fields = turned;
            if (z == places[p]) {
                found.add(equilibrium(system, inflow, signs, now, z, newton.residual()));
                p++;
            } else {
                step *= 2;
            }
        }
        return found;
    }

    private void check(final FlavorState inflow, final Environment environment, final double[] places) {
        if (environment.matterPotential() != 0) {
            throw new IllegalArgumentException("The equilibrium along the flux co-rotates only without matter, but the"
                + " matter potential is " + environment.matterPotential() + ".");
        }
        if (places.length < 2 || !(places[0] >= m_geometry.first())) {
            throw new IllegalArgumentException("A path needs at least two places that begin at or beyond "
                + m_geometry.first() + ", not " + Arrays.toString(places) + ".");
        }
        for (int p = 1; p < places.length; p++) {
            if (!(places[p] > places[p - 1])) {
                throw new IllegalArgumentException("Places must rise, but " + places[p] + " follows " + places[p - 1]
                    + ".");
            }
        }
        for (int i = 0; i < inflow.size(); i++) {
            if (inflow.modes().vx(i) != 0 || inflow.modes().vy(i) != 0) {
                throw new InvalidModeException(i, "is no ring about the z axis");
            }
        }
    }

    private double[] collective(final FlavorState inflow, final double z) {
        final double[] j = new double[6];
        for (int i = 0; i < inflow.size(); i++) {
            final double w = inflow.modes().species(i).sign() * m_geometry.weight(inflow.modes(), i, z);
            final double v = m_geometry.cosine(inflow.modes(), i, z);
            j[0] += w * inflow.px(i);
            j[1] += w * inflow.py(i);
            j[2] += w * inflow.pz(i);
            j[3] += w * v * inflow.px(i);
            j[4] += w * v * inflow.py(i);
            j[5] += w * v * inflow.pz(i);
        }
        return j;
    }

    /** The start of K: that with which the inflow's mean torque about B turns, -sum w omega P_z/sum w s v P_z. */
    private double rotation(final FlavorState inflow, final double z) {
        double torque = 0;
        double flux = 0;
        for (int i = 0; i < inflow.size(); i++) {
            final double w = m_geometry.weight(inflow.modes(), i, z);
            torque += w * inflow.modes().omega(i) * inflow.pz(i);
            flux += w * inflow.modes().species(i).sign() * m_geometry.cosine(inflow.modes(), i, z) * inflow.pz(i);
        }
        if (flux == 0) {
            throw new IllegalArgumentException("The inflow carries no lepton number along z, so nothing fixes the"
                + " rotation.");
        }
        return -torque / flux;
    }

    private int[] signs(final FlavorState inflow, final Environment environment, final double rotation,
        final double z) {
        final double[] j = collective(inflow, z);
        final double[] b = {environment.bx(), 0, environment.bz()};
        final int[] signs = new int[inflow.size()];
        for (int i = 0; i < signs.length; i++) {
            final double v = m_geometry.cosine(inflow.modes(), i, z);
            final double along = inflow.modes().species(i).sign() * inflow.modes().omega(i) + v * rotation;
            final double[] p = {inflow.px(i), inflow.py(i), inflow.pz(i)};
            double dot = 0;
            for (int a = 0; a < 3; a++) {
                dot += p[a] * (along * b[a] + environment.selfInteraction() * (j[a] - v * j[3 + a]));
            }
            signs[i] = dot < 0 ? -1 : 1;
        }
        return signs;
    }

    private static double[] fields(final FluxSystem system, final double[] x, final double z) {
        system.residual(x, z, new double[system.equations()]);
        return system.fields();
    }

    /** The largest 1 - cos between two sets of vectors. */
    private static double turn(final double[] a, final double[] b) {
        double largest = 0;
        for (int i = 0; i < a.length; i += 3) {
            final double lengths = Math.sqrt((a[i] * a[i] + a[i + 1] * a[i + 1] + a[i + 2] * a[i + 2])
                * (b[i] * b[i] + b[i + 1] * b[i + 1] + b[i + 2] * b[i + 2]));
            largest = Math.max(largest,
                lengths == 0 ? 2 : 1 - (a[i] * b[i] + a[i + 1] * b[i + 1] + a[i + 2] * b[i + 2]) / lengths);
        }
        return largest;
    }

    private FluxEquilibrium equilibrium(final FluxSystem system, final FlavorState inflow, final int[] signs,
        final double[] x, final double z, final double residual) {
        final double[] h = fields(system, x, z);
        final int n = inflow.size();
        final double[][] p = new double[3][n];
        final double[] weight = new double[n];
        final double[] mu = new double[n];
        final Species[] species = new Species[n];
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            final double length = Math.sqrt(h[3 * i] * h[3 * i] + h[3 * i + 1] * h[3 * i + 1]
                + h[3 * i + 2] * h[3 * i + 2]);
            smallest = inflow.length(i) > 0 ? Math.min(smallest, length) : smallest;
            species[i] = inflow.modes().species(i);
            mu[i] = m_geometry.cosine(inflow.modes(), i, z);
            weight[i] = m_geometry.weight(inflow.modes(), i, z);
            for (int a = 0; a < 3; a++) {
                p[a][i] = length == 0 ? 0 : signs[i] * inflow.length(i) * h[3 * i + a] / length;
            }
        }
        final MomentumModes modes = MomentumModes.builder().species(species).rings(mu).weight(weight)
            .omega(inflow.modes().omegas()).depolarization(inflow.modes().depolarizations())
            .absorption(inflow.modes().absorption()).build();
        return new FluxEquilibrium(z, system.rotationOf(x), new FlavorState(modes, inflow.traces(), p[0], p[1], p[2]),
            system.flux(), smallest, residual);
    }
}
