package org.flavorwaves.physics.flavomon.thermal;

import org.flavorwaves.physics.state.MomentumModes;

/** Moments of the lepton number of modes over their directions. */
public final class LeptonMoments {
    private LeptonMoments() {
    }

    /**
     * The lepton number.
     *
     * @param modes the modes
     * @param pz f_e - f_x of each
     * @return sum w s Pz in the units of the potentials
     */
    public static double density(final MomentumModes modes, final double[] pz) {
        final double[] signed = modes.signedWeights();
        double sum = 0;
        for (int i = 0; i < pz.length; i++) {
            sum += signed[i] * pz[i];
        }
        return sum;
    }

    /**
     * How far the lepton number is from isotropic, as waves at k = 0 feel it: the largest of |sum w s Pz v_a| and |sum
     * w s Pz (v_a v_b - delta_ab/3)|, over sum w |Pz|. Rings about z stand for directions around the axis.
     *
     * @param modes the modes
     * @param pz f_e - f_x of each
     * @return 0 for an isotropic medium; 0 without lepton number
     */
    public static double anisotropy(final MomentumModes modes, final double[] pz) {
        final double[] signed = modes.signedWeights();
        final double[] sums = new double[9];
        double scale = 0;
        for (int i = 0; i < pz.length; i++) {
            final double g = signed[i] * pz[i];
            final double[] v = {modes.vx(i), modes.vy(i), modes.vz(i)};
            final double ring = Math.max(0, 1 - v[0] * v[0] - v[1] * v[1] - v[2] * v[2]) / 2;
            for (int a = 0; a < 3; a++) {
                sums[a] += g * v[a];
                sums[3 + a] += g * (v[a] * v[a] + (a < 2 ? ring : 0) - 1 / 3.0);
                sums[6 + a] += g * v[a] * v[(a + 1) % 3];
            }
            scale += Math.abs(g);
        }
        double largest = 0;
        for (final double sum : sums) {
            largest = Math.max(largest, Math.abs(sum));
        }
        return scale > 0 ? largest / scale : 0;
    }
}
