package org.flavorwaves.physics.linear;

import java.util.Arrays;
import java.util.Random;

import org.flavorwaves.physics.linear.bands.BandSet;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.Hamiltonian;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.state.WaveVector;

/** States for the tests of the linear analysis. */
public final class Backgrounds {
    private Backgrounds() {
    }

    /** Random modes with vacuum frequencies and, if wanted, depolarization; weights of order 1/n. */
    public static MomentumModes modes(final int n, final Random random, final boolean damped) {
        final Species[] species = new Species[n];
        final double[][] v = new double[3][n];
        final double[] w = new double[n];
        final double[] omega = new double[n];
        final double[] damping = new double[n];
        for (int i = 0; i < n; i++) {
            species[i] = random.nextBoolean() ? Species.NU : Species.NUBAR;
            final double[] u = unit(random);
            for (int a = 0; a < 3; a++) {
                v[a][i] = u[a];
            }
            w[i] = (0.2 + 0.8 * random.nextDouble()) / n;
            omega[i] = 2 * random.nextDouble() - 1;
            damping[i] = damped ? 0.3 * random.nextDouble() : 0;
        }
        return MomentumModes.builder().species(species).velocity(v[0], v[1], v[2]).weight(w).omega(omega)
            .depolarization(damping).build();
    }

    /** Polarization vectors of random length in [0.1, 1] and sign along z. */
    public static FlavorState alongZ(final MomentumModes modes, final Random random) {
        final double[] trace = new double[modes.size()];
        final double[] pz = new double[modes.size()];
        for (int i = 0; i < trace.length; i++) {
            trace[i] = 1;
            pz[i] = (random.nextBoolean() ? 1 : -1) * (0.1 + 0.9 * random.nextDouble());
        }
        return FlavorState.alongZ(modes, trace, pz);
    }

    /** The state of {@link #alongZ} turned about the y axis: no structure is left. */
    public static FlavorState tilted(final MomentumModes modes, final Random random) {
        final FlavorState along = alongZ(modes, random);
        final double[] px = Arrays.stream(along.pzs()).map(z -> 0.6 * z).toArray();
        final double[] pz = Arrays.stream(along.pzs()).map(z -> 0.8 * z).toArray();
        return along.withPolarization(px, new double[px.length], pz);
    }

    /**
     * A mixing equilibrium (JK 12) by iterating P_i = +-|P_i| H_i/|H_i| in external fields that dominate the nu-nu
     * term, where the iteration contracts.
     */
    public static FlavorState equilibrium(final MomentumModes modes, final Environment environment,
        final Random random) {
        final int n = modes.size();
        FlavorState state = alongZ(modes, random);
        final double[] signed = state.pzs();
        for (int sweep = 0; sweep < 2000; sweep++) {
            final Hamiltonian h = Hamiltonian.of(state, environment);
            final double[][] p = new double[3][n];
            double change = 0;
            for (int i = 0; i < n; i++) {
                final double factor = signed[i] / h.length(i);
                p[0][i] = factor * h.hx(i);
                p[1][i] = factor * h.hy(i);
                p[2][i] = factor * h.hz(i);
                change = Math.max(change, Math.abs(p[0][i] - state.px(i)) + Math.abs(p[1][i] - state.py(i))
                    + Math.abs(p[2][i] - state.pz(i)));
            }
            state = state.withPolarization(p[0], p[1], p[2]);
            if (change < 1e-15) {
                return state;
            }
        }
        throw new IllegalStateException("The equilibrium of the test did not converge.");
    }

    /** A random direction. */
    static double[] unit(final Random random) {
        final double[] u = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
        final double length = Math.sqrt(u[0] * u[0] + u[1] * u[1] + u[2] * u[2]) * (1 + 1e-15);
        return new double[]{u[0] / length, u[1] / length, u[2] / length};
    }

    /** A random wave vector of length up to about 2. */
    public static WaveVector waveVector(final Random random) {
        return new WaveVector(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
    }

    /** Largest distance in the best one-to-one matching of two spectra, found greedily from the closest pairs on. */
    public static double distance(final BandSet a, final BandSet b) {
        final boolean[] used = new boolean[b.size()];
        double worst = 0;
        for (int i = 0; i < a.size(); i++) {
            int best = -1;
            double least = Double.POSITIVE_INFINITY;
            for (int j = 0; j < b.size(); j++) {
                final double d = Math.hypot(a.omegaRe(i) - b.omegaRe(j), a.omegaIm(i) - b.omegaIm(j));
                if (!used[j] && d < least) {
                    least = d;
                    best = j;
                }
            }
            used[best] = true;
            worst = Math.max(worst, least);
        }
        return worst;
    }
}
