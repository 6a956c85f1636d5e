package org.flavorwaves.physics.kinetics.waves;

import java.util.Arrays;

import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.state.CollectiveField;
import org.flavorwaves.physics.state.MomentumModes;

/**
 * One private copy of the velocities and couplings of the modes, with the two sums over them that every product of
 * waves is made of: wave function to 12 collective numbers, and back to the fields H_i.
 *
 * @param vx velocity, x
 * @param vy velocity, y
 * @param vz velocity, z
 * @param coupling q w_j s_j in the units of the potentials
 * @param damping D_i + kappa_i in the units of the potentials
 */
public record ModeTable(double[] vx, double[] vy, double[] vz, double[] coupling, double[] damping) {

    static ModeTable of(final Background background) {
        return of(background.state().modes(), background.environment().selfInteraction());
    }

    /** Of modes and the strength q of the nu-nu term. */
    static ModeTable of(final MomentumModes modes, final double selfInteraction) {
        final double[] coupling = modes.signedWeights();
        for (int i = 0; i < coupling.length; i++) {
            coupling[i] *= selfInteraction;
        }
        return new ModeTable(modes.vxs(), modes.vys(), modes.vzs(), coupling, modes.dampings());
    }

    int size() {
        return vx.length;
    }

    /** J^m_a = q sum_j w_j s_j V^m_j P_{j,a} of the wave function at re[from..], im[from..] into out[at..at + 23]. */
    void field(final double[] re, final double[] im, final int from, final double[] out, final int at) {
        Arrays.fill(out, at, at + WaveVectors.FIELD, 0);
        for (int i = 0; i < vx.length; i++) {
            final double w = coupling[i];
            final int c = from + 3 * i;
            CollectiveField.add(out, at, w * re[c], w * re[c + 1], w * re[c + 2], vx[i], vy[i], vz[i]);
            CollectiveField.add(out, at + CollectiveField.SIZE, w * im[c], w * im[c + 1], w * im[c + 2], vx[i], vy[i],
                vz[i]);
        }
    }

    /** H_{i,a} = g_mn V^m_i J^n_a; a = 0..2 for the real part and 12 + 0..2 for the imaginary part. */
    double h(final int i, final double[] field, final int at, final int a) {
        return CollectiveField.contract(field, at + a, vx[i], vy[i], vz[i]);
    }
}
