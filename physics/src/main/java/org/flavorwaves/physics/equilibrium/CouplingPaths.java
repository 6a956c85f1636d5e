package org.flavorwaves.physics.equilibrium;

import org.flavorwaves.physics.equilibrium.system.CouplingPath;
import org.flavorwaves.physics.equilibrium.system.Couplings;
import org.flavorwaves.physics.state.Environment;

/**
 * The homotopies H_i(t) = (1 - t) A_i + t H_i of {@link SolutionPath}, t from 0 to 1, and the point t -> anything where
 * nothing changes.
 */
final class CouplingPaths {
    private CouplingPaths() {
    }

    /** Linear between two sets of coefficients. */
    private record Linear(double[] start, double[] end) implements CouplingPath {
        @Override
        public void at(final double t, final Couplings out) {
            out.set(mix(t, 0), mix(t, 1), mix(t, 2), mix(t, 3), mix(t, 4));
        }

        private double mix(final double t, final int c) {
            return (1 - t) * start[c] + t * end[c];
        }

        @Override
        public void rates(final double t, final Couplings out) {
            out.set(end[0] - start[0], end[1] - start[1], end[2] - start[2], end[3] - start[3],
                end[4] - start[4]);
        }
    }

    private static double[] coefficients(final Environment environment) {
        return new double[]{1, environment.matterPotential(), 0, environment.selfInteraction(), 0};
    }

    /** The environment, whatever t. */
    static CouplingPath fixed(final Environment environment) {
        final double[] same = coefficients(environment);
        return new Linear(same, same);
    }

    /** From matter alone, potential {@code lambda} in the units of the potentials. */
    static CouplingPath fromMatter(final Environment environment, final double lambda, final double smoothing) {
        return new Linear(new double[]{0, lambda, 0, 0, smoothing}, coefficients(environment));
    }

    /** From vacuum and matter without nu-nu term. */
    static CouplingPath fromExternal(final Environment environment, final double smoothing) {
        final double[] start = coefficients(environment.withSelfInteraction(0));
        start[4] = smoothing;
        return new Linear(start, coefficients(environment));
    }

    /** From the same environment, with a smoothing that ends. */
    static CouplingPath fromSmoothed(final Environment environment, final double smoothing) {
        final double[] start = coefficients(environment);
        start[4] = smoothing;
        return new Linear(start, coefficients(environment));
    }

    /** From the auxiliary vectors alone. */
    static CouplingPath fromAnchor(final Environment environment, final double smoothing) {
        return new Linear(new double[]{0, 0, 1, 0, smoothing}, coefficients(environment));
    }
}
