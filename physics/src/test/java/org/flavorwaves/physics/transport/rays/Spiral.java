package org.flavorwaves.physics.transport.rays;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;

/**
 * Twenty directions on a spiral over the sphere, neutrinos along z with w P_i = (0.6 + 0.3 cos theta_i)/20, with
 * profiles.
 * Half of it is in the weights, so that there is room for |P| to vary: kappa, of w/P, is {@value #SIGNATURE} times
 * that of
 * w = 1/20.
 */
final class Spiral {
    static final int MODES = 20;

    static final double SIGNATURE = 4;

    private Spiral() {
    }

    static double cosine(final int i) {
        return 1 - (2 * i + 1) / (double) MODES;
    }

    static MomentumModes modes() {
        final Species[] species = new Species[MODES];
        final double[][] v = new double[3][MODES];
        final double[] weight = new double[MODES];
        for (int i = 0; i < MODES; i++) {
            species[i] = Species.NU;
            final double c = cosine(i);
            final double phi = i * Math.PI * (3 - Math.sqrt(5));
            v[0][i] = Math.sqrt(1 - c * c) * Math.cos(phi);
            v[1][i] = Math.sqrt(1 - c * c) * Math.sin(phi);
            v[2][i] = c;
            weight[i] = 2.0 / MODES;
        }
        return MomentumModes.builder().species(species).velocity(v[0], v[1], v[2]).weight(weight).build();
    }

    /** The profile with lengths p_i times a factor and a matter potential, given at equally spaced places. */
    static BackgroundProfile profile(final double from, final double to, final int places,
        final DoubleUnaryOperator density, final DoubleUnaryOperator matter) {
        return profile(from, to, places, density, matter, z -> 0, z -> 1);
    }

    /** The same with depolarization rates that grow with the number of the mode, and a factor on all weights. */
    static BackgroundProfile profile(final double from, final double to, final int places,
        final DoubleUnaryOperator density, final DoubleUnaryOperator matter, final DoubleUnaryOperator damping,
        final DoubleUnaryOperator weight) {
        final double[] z = new double[places];
        final List<FlavorState> states = new ArrayList<>();
        final List<Environment> environments = new ArrayList<>();
        for (int j = 0; j < places; j++) {
            z[j] = from + (to - from) * j / (places - 1);
            final double[] p = new double[MODES];
            for (int i = 0; i < MODES; i++) {
                p[i] = (0.3 + 0.15 * cosine(i)) * density.applyAsDouble(z[j]);
            }
            final double[] rates = new double[MODES];
            final double[] weights = modes().weights();
            for (int i = 0; i < MODES; i++) {
                rates[i] = (1 + i) * damping.applyAsDouble(z[j]);
                weights[i] *= weight.applyAsDouble(z[j]);
            }
            states.add(FlavorState.alongZ(modes().toBuilder().depolarization(rates).weight(weights).build(), p, p));
            environments.add(new Environment(0, matter.applyAsDouble(z[j]), 1));
        }
        return BackgroundProfile.of(z, states, environments, Progress.NONE);
    }
}
