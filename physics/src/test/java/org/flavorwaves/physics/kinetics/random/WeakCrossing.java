package org.flavorwaves.physics.kinetics.random;

import java.util.Arrays;

import org.flavorwaves.physics.numerics.GaussLegendre;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;

/** The weak crossing of reference case 23: G = 0.2 (1 - exp(-(1 - v)^2/0.2)) - 0.01 on 24 and 40 nodes. */
final class WeakCrossing {
    static final double NOISE = 5e-6;

    static final double CUT = 3e-4;

    private WeakCrossing() {
    }

    static FlavorState state() {
        final GaussLegendre coarse = GaussLegendre.of(24);
        final GaussLegendre fine = GaussLegendre.of(40);
        final int n = coarse.size() + fine.size();
        final double[] v = new double[n];
        final double[] w = new double[n];
        final double[] p = new double[n];
        final double[] trace = new double[n];
        for (int i = 0; i < n; i++) {
            final boolean first = i < coarse.size();
            final int node = first ? i : i - coarse.size();
            final double half = first ? 0.875 : 0.125;
            v[i] = (first ? -0.125 : 0.875) + half * (first ? coarse : fine).node(node);
            w[i] = half * (first ? coarse : fine).weight(node);
            p[i] = 0.2 * (1 - Math.exp(-(1 - v[i]) * (1 - v[i]) / 0.2)) - 0.01;
            trace[i] = Math.abs(p[i]);
        }
        final Species[] species = new Species[n];
        Arrays.fill(species, Species.NU);
        return FlavorState.alongZ(MomentumModes.builder().species(species).rings(v).weight(w).build(), trace, p);
    }

    /** Sum of w |P_z| over the modes that were negative at the start, negative values counted positive. */
    static double negativeSide(final FlavorState state) {
        final FlavorState start = state();
        double sum = 0;
        for (int i = 0; i < start.size(); i++) {
            sum -= start.pz(i) < 0 ? start.modes().weight(i) * state.pz(i) : 0;
        }
        return sum;
    }

    /** D^0 = sum w P_z. */
    static double moment(final FlavorState state) {
        double sum = 0;
        for (int i = 0; i < state.size(); i++) {
            sum += state.modes().weight(i) * state.pz(i);
        }
        return sum;
    }
}
