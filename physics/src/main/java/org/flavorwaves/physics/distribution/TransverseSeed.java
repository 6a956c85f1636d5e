package org.flavorwaves.physics.distribution;

import java.util.SplittableRandom;

import org.flavorwaves.physics.state.FlavorState;

/**
 * A small initial perturbation: every polarization vector is tilted by asin(amplitude) away from itself; its length,
 * hence its entropy, stays. For P along +-z the transverse part is amplitude |P| (cos phi, sin phi, 0).
 *
 * @param amplitude sine of the tilt, in [0, 1]
 * @param randomPhases whether the phase phi is drawn for every mode; otherwise it is 0 for all
 * @param seed of the random phases
 */
public record TransverseSeed(double amplitude, boolean randomPhases, long seed) {

    /**
     * Checks the options.
     *
     * @param amplitude sine of the tilt, in [0, 1]
     * @param randomPhases whether the phase phi is drawn for every mode; otherwise it is 0 for all
     * @param seed of the random phases
     * @throws IllegalArgumentException if the amplitude is not in [0, 1]
     */
    public TransverseSeed {
        if (!(amplitude >= 0 && amplitude <= 1)) {
            throw new IllegalArgumentException("The amplitude of the seed must be in [0, 1] but is " + amplitude + ".");
        }
    }

    /**
     * Tilts a state.
     *
     * @param state any state
     * @return the same modes with tilted vectors
     */
    public FlavorState applyTo(final FlavorState state) {
        final SplittableRandom random = new SplittableRandom(seed);
        final double[][] p = {state.pxs(), state.pys(), state.pzs()};
        final double cos = Math.sqrt((1 - amplitude) * (1 + amplitude));
        for (int i = 0; i < state.size(); i++) {
            final double phi = randomPhases ? 2 * Math.PI * random.nextDouble() : 0;
            tilt(p, i, cos, amplitude * Math.cos(phi), amplitude * Math.sin(phi));
        }
        return state.withPolarization(p[0], p[1], p[2]);
    }

    /** P -> cos P + |P| (a e1 + b e2), where e1, e2 complete P to an orthogonal frame: x and y for P along +-z. */
    private static void tilt(final double[][] p, final int i, final double cos, final double a, final double b) {
        final double length = Math.sqrt(p[0][i] * p[0][i] + p[1][i] * p[1][i] + p[2][i] * p[2][i]);
        if (length == 0) {
            return;
        }
        int main = 2;
        for (int c = 0; c < 2; c++) {
            if (Math.abs(p[c][i]) > Math.abs(p[main][i])) {
                main = c;
            }
        }
        final double[] n = {p[0][i] / length, p[1][i] / length, p[2][i] / length};
        final double[] e1 = new double[3];
        final double[] e2 = new double[3];
        e1[(main + 1) % 3] = 1;
        e2[(main + 2) % 3] = 1;
        orthonormalize(e1, n);
        orthonormalize(e2, n, e1);
        for (int c = 0; c < 3; c++) {
            p[c][i] = cos * p[c][i] + length * (a * e1[c] + b * e2[c]);
        }
    }

    private static void orthonormalize(final double[] e, final double[]... others) {
        for (final double[] o : others) {
            final double dot = e[0] * o[0] + e[1] * o[1] + e[2] * o[2];
            for (int c = 0; c < 3; c++) {
                e[c] -= dot * o[c];
            }
        }
        final double length = Math.sqrt(e[0] * e[0] + e[1] * e[1] + e[2] * e[2]);
        for (int c = 0; c < 3; c++) {
            e[c] /= length;
        }
    }
}
