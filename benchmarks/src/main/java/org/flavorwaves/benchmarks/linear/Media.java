package org.flavorwaves.benchmarks.linear;

import java.util.Random;

import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.CoherentBackground;
import org.flavorwaves.physics.linear.WaveBackground;
import org.flavorwaves.physics.linear.blocks.DenseOperator;
import org.flavorwaves.physics.numerics.matrix.ComplexMatrix;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.state.WaveVector;
import org.flavorwaves.physics.threeflavor.ThreeFlavorBackground;
import org.flavorwaves.physics.threeflavor.ThreeFlavorEnvironment;
import org.flavorwaves.physics.threeflavor.ThreeFlavorState;
import org.flavorwaves.physics.threeflavor.waves.ThreeFlavorBands;

/** Media of N modes with a crossing of the lepton number, of total weight about 2. */
enum Media {
    /** Axially symmetric rings, P along z, fast: a half-Gaussian of width 0.6 minus a deeper one of width 0.5. */
    RINGS {
        @Override
        WaveBackground of(final int n) {
            final double[] v = new double[n];
            final double[] w = new double[n];
            final double[] one = new double[n];
            final double[] pz = new double[n];
            final Species[] species = new Species[n];
            for (int i = 0; i < n; i++) {
                v[i] = -1 + (2.0 * i + 1) / n;
                final double g = Math.exp(-0.5 * Math.pow((1 - v[i]) / 0.6, 2)) / 0.6
                    - 0.9 * Math.exp(-0.5 * Math.pow((1 - v[i]) / 0.5, 2)) / 0.5;
                w[i] = Math.abs(g) * 2 / n;
                one[i] = 1;
                pz[i] = Math.signum(g);
                species[i] = Species.NU;
            }
            final MomentumModes modes = MomentumModes.builder().species(species).rings(v).weight(w).build();
            return Background.of(FlavorState.alongZ(modes, one, pz), Environment.FAST);
        }
    },
    /** Random directions and energies, P along z, matter. */
    ALIGNED {
        @Override
        WaveBackground of(final int n) {
            final Random random = new Random(n);
            final MomentumModes modes = modes(n, random);
            final double[] one = new double[n];
            final double[] pz = new double[n];
            for (int i = 0; i < n; i++) {
                one[i] = 1;
                pz[i] = 0.5 + 0.5 * random.nextDouble();
            }
            return Background.of(FlavorState.alongZ(modes, one, pz), new Environment(0, 0.7, 1));
        }
    },
    /** The same with mixing and with P up to 0.6 rad off the z axis, not in equilibrium. */
    GENERAL {
        @Override
        WaveBackground of(final int n) {
            final Random random = new Random(n);
            final MomentumModes modes = modes(n, random);
            final double[] one = new double[n];
            final double[][] p = new double[3][n];
            for (int i = 0; i < n; i++) {
                one[i] = 1;
                final double length = 0.5 + 0.5 * random.nextDouble();
                final double angle = 0.6 * random.nextDouble();
                final double phase = 2 * Math.PI * random.nextDouble();
                p[0][i] = length * Math.sin(angle) * Math.cos(phase);
                p[1][i] = length * Math.sin(angle) * Math.sin(phase);
                p[2][i] = length * Math.cos(angle);
            }
            return Background.of(new FlavorState(modes, one, p[0], p[1], p[2]), new Environment(0.3, 0.7, 1));
        }
    },
    /** The same directions with three flavors that are coherent, mixing and matter, not in equilibrium. */
    COHERENT {
        @Override
        WaveBackground of(final int n) {
            final Random random = new Random(n);
            final MomentumModes modes = modes(n, random);
            final double[] omega31 = modes.omegas();
            final double[] omega21 = new double[n];
            final double[][] rho = new double[n][];
            for (int i = 0; i < n; i++) {
                omega21[i] = omega31[i] / 33;
                final double x = 0.1 * random.nextDouble();
                final double y = 0.1 * random.nextDouble();
                rho[i] = new double[]{0.5 + 3 * x, 0.3 - y, 0.2 + y, 0.1 - x, y, x, -y / 2, y - x, x / 2};
            }
            return CoherentBackground.of(new ThreeFlavorBackground(
                new ThreeFlavorState(modes.toBuilder().omega(new double[n]).build(), omega21, omega31, rho),
                new ThreeFlavorEnvironment(0.59, 0.76, 0.15, 3.7, 0.7, 1)));
        }
    };

    /**
     * Builds a medium.
     *
     * @param n number of modes
     * @return the background
     */
    abstract WaveBackground of(int n);

    /** The dense linear problem at a wave vector. */
    static ComplexMatrix dense(final WaveBackground background, final WaveVector k) {
        return background instanceof CoherentBackground three
            ? new ThreeFlavorBands(three.state(), three.background().environment()).operator(k)
            : DenseOperator.of((Background) background, k);
    }

    private static MomentumModes modes(final int n, final Random random) {
        final Species[] species = new Species[n];
        final double[][] v = new double[3][n];
        final double[] w = new double[n];
        final double[] omega = new double[n];
        for (int i = 0; i < n; i++) {
            final boolean bar = i % 2 == 1;
            final double z = 2 * random.nextDouble() - 1;
            final double phase = 2 * Math.PI * random.nextDouble();
            final double across = Math.sqrt(1 - z * z) * (1 - 1e-15);
            v[0][i] = across * Math.cos(phase);
            v[1][i] = across * Math.sin(phase);
            v[2][i] = z;
            species[i] = bar ? Species.NUBAR : Species.NU;
            w[i] = (bar ? 0.9 * (1 + 0.9 * z) : 1 + 0.4 * z) * 2 / n;
            omega[i] = 0.02 * (0.5 + random.nextDouble());
        }
        return MomentumModes.builder().species(species).velocity(v[0], v[1], v[2]).weight(w).omega(omega).build();
    }
}
