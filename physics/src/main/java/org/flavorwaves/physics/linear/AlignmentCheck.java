package org.flavorwaves.physics.linear;

/**
 * Decides which block structure holds to rounding, by bounding the part of the operator M_k that each structure would
 * neglect: |H_i| and |P_i| |q| sum_j w_j f_ij, each taken transverse to the axis in question. Independent of k, O(N).
 */
final class AlignmentCheck {
    private final ModeArrays m_modes;

    private final double[] m_sums;

    private final double m_bound;

    private final double m_commonBound;

    /** The matter potential turns all modes alike about z, so it does not enlarge what a common axis may neglect. */
    AlignmentCheck(final ModeArrays modes, final double matterPotential) {
        m_modes = modes;
        m_sums = modes.couplingSums();
        double h = 0;
        double h0 = 0;
        double c = 0;
        for (int i = 0; i < modes.size(); i++) {
            h = Math.max(h, modes.lengthH(i));
            h0 = Math.max(h0, length(new double[]{modes.hx()[i], modes.hy()[i], modes.hz()[i] - matterPotential}));
            c = Math.max(c, modes.lengthP(i) * m_sums[i]);
        }
        m_bound = Background.ALIGNMENT_TOLERANCE * (h + c);
        m_commonBound = Background.ALIGNMENT_TOLERANCE * (Math.min(h, h0) + c);
    }

    /**
     * The axis along which everything would lie: the sum of all H_i and P_i with the signs that make them add up. Its
     * first non-zero component in the order z, x, y is positive, so that it is +z for the usual states.
     */
    double[] commonAxis() {
        double[] seed = {0, 0, 0};
        double largest = 0;
        for (int i = 0; i < m_modes.size(); i++) {
            if (m_modes.lengthH(i) > largest) {
                largest = m_modes.lengthH(i);
                seed = h(i);
            }
            if (m_modes.lengthP(i) * m_sums[i] > largest) {
                largest = m_modes.lengthP(i) * m_sums[i];
                seed = p(i);
            }
        }
        final double[] axis = new double[3];
        for (int i = 0; i < m_modes.size(); i++) {
            addTowards(seed, h(i), 1, axis);
            addTowards(seed, p(i), m_sums[i], axis);
        }
        final double length = length(axis);
        if (length == 0) {
            return new double[]{0, 0, 1};
        }
        final double sign = axis[2] != 0 ? axis[2] : axis[0] != 0 ? axis[0] : axis[1];
        for (int a = 0; a < 3; a++) {
            axis[a] /= Math.copySign(length, sign);
        }
        return axis;
    }

    private static void addTowards(final double[] seed, final double[] u, final double factor, final double[] sum) {
        final double sign = seed[0] * u[0] + seed[1] * u[1] + seed[2] * u[2] < 0 ? -factor : factor;
        for (int a = 0; a < 3; a++) {
            sum[a] += sign * u[a];
        }
    }

    /** Whether all P_i and H_i lie along the axis (of unit length). */
    boolean holdsFor(final double[] axis) {
        for (int i = 0; i < m_modes.size(); i++) {
            final double neglected = length(cross(axis, h(i))) + m_sums[i] * length(cross(axis, p(i)));
            if (neglected > m_commonBound) {
                return false;
            }
        }
        return true;
    }

    /**
     * For each mode the direction of P_i or of H_i, whichever neglects less of the other.
     *
     * @return one unit vector a mode, z where both are zero; empty if a mode's P and H are not parallel
     */
    double[][] localAxes() {
        final double[][] axes = new double[m_modes.size()][];
        for (int i = 0; i < axes.length; i++) {
            final double p = m_modes.lengthP(i);
            final double h = m_modes.lengthH(i);
            final double torque = length(cross(h(i), p(i)));
            final double neglectedAlongP = p == 0 ? Double.POSITIVE_INFINITY : torque / p;
            final double neglectedAlongH = h == 0 ? Double.POSITIVE_INFINITY : m_sums[i] * torque / h;
            if (p == 0 && h == 0) {
                axes[i] = new double[]{0, 0, 1};
            } else if (Math.min(neglectedAlongP, neglectedAlongH) > m_bound) {
                return new double[0][];
            } else {
                axes[i] = neglectedAlongP <= neglectedAlongH ? p(i) : h(i);
            }
            final double length = length(axes[i]);
            for (int a = 0; a < 3; a++) {
                axes[i][a] /= length;
            }
        }
        return axes;
    }

    private double[] h(final int i) {
        return new double[]{m_modes.hx()[i], m_modes.hy()[i], m_modes.hz()[i]};
    }

    private double[] p(final int i) {
        return new double[]{m_modes.px()[i], m_modes.py()[i], m_modes.pz()[i]};
    }

    private static double[] cross(final double[] a, final double[] b) {
        return new double[]{a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }

    private static double length(final double[] u) {
        return Math.sqrt(u[0] * u[0] + u[1] * u[1] + u[2] * u[2]);
    }
}
