package org.flavorwaves.physics.linear;

import java.util.Arrays;

import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.Hamiltonian;
import org.flavorwaves.physics.state.MomentumModes;

/**
 * One private copy of all per-mode numbers of the linear problem; never handed out of this package.
 *
 * @param vx velocity, x
 * @param vy velocity, y
 * @param vz velocity, z
 * @param coupling q w_j s_j, the weight with species sign and strength of the nu-nu term
 * @param damping D_i + kappa_i
 * @param px polarization, x
 * @param py polarization, y
 * @param pz polarization, z
 * @param hx Hamiltonian vector in the frame of the background, x
 * @param hy Hamiltonian vector, y
 * @param hz Hamiltonian vector, z
 */
public record ModeArrays(double[] vx, double[] vy, double[] vz, double[] coupling, double[] damping, double[] px,
    double[] py, double[] pz, double[] hx, double[] hy, double[] hz) {

    /** With H_i - rotation + v_z turning in the place of H_i. */
    static ModeArrays of(final FlavorState state, final Environment environment, final Hamiltonian h,
        final double[] rotation, final double[] turning) {
        final MomentumModes modes = state.modes();
        final double[] coupling = modes.signedWeights();
        for (int i = 0; i < coupling.length; i++) {
            coupling[i] *= environment.selfInteraction();
        }
        return new ModeArrays(modes.vxs(), modes.vys(), modes.vzs(), coupling, modes.dampings(), state.pxs(),
            state.pys(), state.pzs(), seen(h.hxs(), modes, rotation[0], turning[0]),
            seen(h.hys(), modes, rotation[1], turning[1]), seen(h.hzs(), modes, rotation[2], turning[2]));
    }

    private static double[] seen(final double[] values, final MomentumModes modes, final double rotation,
        final double turning) {
        for (int i = 0; i < values.length; i++) {
            values[i] += modes.vz(i) * turning - rotation;
        }
        return values;
    }

    /**
     * Number of modes.
     *
     * @return N
     */
    public int size() {
        return vx.length;
    }

    /**
     * f_ij = 1 - v_i.v_j (JK 50).
     *
     * @param i index of a mode
     * @param j index of another
     * @return a number in [0, 2]
     */
    public double f(final int i, final int j) {
        return 1 - vx[i] * vx[j] - vy[i] * vy[j] - vz[i] * vz[j];
    }

    double lengthP(final int i) {
        return Math.sqrt(px[i] * px[i] + py[i] * py[i] + pz[i] * pz[i]);
    }

    double lengthH(final int i) {
        return Math.sqrt(hx[i] * hx[i] + hy[i] * hy[i] + hz[i] * hz[i]);
    }

    /** |q| sum_j w_j f_ij for all i in O(N). */
    double[] couplingSums() {
        double s0 = 0;
        double sx = 0;
        double sy = 0;
        double sz = 0;
        for (int j = 0; j < size(); j++) {
            final double w = Math.abs(coupling[j]);
            s0 += w;
            sx += w * vx[j];
            sy += w * vy[j];
            sz += w * vz[j];
        }
        final double[] sums = new double[size()];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = Math.max(0, s0 - vx[i] * sx - vy[i] * sy - vz[i] * sz);
        }
        return sums;
    }

    /**
     * Frobenius norm of the matrix |P_i| f_ij q w_j, which bounds the 2-norm of the coupling blocks; O(N).
     *
     * @return the norm, in the units of the potentials
     */
    public double couplingNorm() {
        final double[] p = new double[size()];
        Arrays.setAll(p, this::lengthP);
        return couplingNorm(vx, vy, vz, coupling, p);
    }

    /** The same for any number of flavors, from |P_i|. */
    static double couplingNorm(final double[] vx, final double[] vy, final double[] vz, final double[] coupling,
        final double[] p) {
        final double[] m = new double[10];
        for (int j = 0; j < p.length; j++) {
            addProducts(1, -vx[j], -vy[j], -vz[j], coupling[j] * coupling[j], m);
        }
        double sum = 0;
        final double[] own = new double[10];
        for (int i = 0; i < p.length; i++) {
            Arrays.fill(own, 0);
            addProducts(1, vx[i], vy[i], vz[i], 1, own);
            double f2 = 0;
            for (int c = 0; c < m.length; c++) {
                f2 += (c < 4 ? 1 : 2) * own[c] * m[c];
            }
            sum += p[i] * p[i] * Math.max(0, f2);
        }
        return Math.sqrt(sum);
    }

    private static void addProducts(final double t, final double x, final double y, final double z,
        final double factor, final double[] m) {
        m[0] += factor * t * t;
        m[1] += factor * x * x;
        m[2] += factor * y * y;
        m[3] += factor * z * z;
        m[4] += factor * t * x;
        m[5] += factor * t * y;
        m[6] += factor * t * z;
        m[7] += factor * x * y;
        m[8] += factor * x * z;
        m[9] += factor * y * z;
    }
}
