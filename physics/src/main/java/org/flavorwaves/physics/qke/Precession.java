package org.flavorwaves.physics.qke;

/**
 * The exact precession of a time interval about the external Hamiltonian vectors s omega B + lambda z, which lie in the
 * plane x, z: P -> R P with R = exp(tau [H_ext]x), one rotation for the modes of each lane. Immutable.
 */
final class Precession {
    private final boolean m_none;

    /** cos and sin of the angle |H| tau, and the axis, of modes j, then of modes B + j. */
    private final double[] m_cos;

    private final double[] m_sin;

    private final double[] m_axisX;

    private final double[] m_axisZ;

    /**
     * Makes the rotations.
     *
     * @param externalX x component of the external Hamiltonian by lane
     * @param externalZ z component
     * @param tau time interval
     */
    Precession(final double[] externalX, final double[] externalZ, final double tau) {
        final int lanes = externalX.length;
        m_cos = new double[lanes];
        m_sin = new double[lanes];
        m_axisX = new double[lanes];
        m_axisZ = new double[lanes];
        boolean none = true;
        for (int j = 0; j < lanes; j++) {
            final double h = Math.hypot(externalX[j], externalZ[j]);
            m_cos[j] = Math.cos(h * tau);
            m_sin[j] = Math.sin(h * tau);
            m_axisX[j] = h > 0 ? externalX[j] / h : 0;
            m_axisZ[j] = h > 0 ? externalZ[j] / h : 1;
            none &= h * tau == 0;
        }
        m_none = none;
    }

    /** Whether nothing precesses. */
    boolean isNone() {
        return m_none;
    }

    /**
     * Turns the harmonics n and -n of modes: Px + i Py is x + i y at n and u + i v at -n, and Pz is z at n. The
     * components are real fields, so that those at -n are the conjugates.
     *
     * @param second 0 for modes j, 1 for modes B + j
     * @param x real part by lane, changed
     * @param y imaginary part, changed
     * @param u real part, changed; may be x if n is 0
     * @param v imaginary part, changed; may be y if n is 0
     * @param z real and imaginary part, changed
     * @param sign 1 to turn forward, -1 to turn back
     */
    void turn(final int second, final double[] x, final double[] y, final double[] u, final double[] v,
        final double[][] z, final int sign) {
        final int lanes = z[0].length;
        for (int j = 0; j < lanes; j++) {
            final int lane = second * lanes + j;
            final double c = m_cos[lane];
            final double s = sign * m_sin[lane];
            final double nx = m_axisX[lane];
            final double nz = m_axisZ[lane];
            final double cross = (1 - c) * nx * nz;
            final double xRe = 0.5 * (x[j] + u[j]);
            final double xIm = 0.5 * (y[j] - v[j]);
            final double yRe = 0.5 * (y[j] + v[j]);
            final double yIm = 0.5 * (u[j] - x[j]);
            final double zRe = z[0][j];
            final double zIm = z[1][j];
            final double xx = nx * nx + nz * nz * c;
            final double zz = nz * nz + nx * nx * c;
            final double aRe = xx * xRe - s * nz * yRe + cross * zRe;
            final double aIm = xx * xIm - s * nz * yIm + cross * zIm;
            final double bRe = s * nz * xRe + c * yRe - s * nx * zRe;
            final double bIm = s * nz * xIm + c * yIm - s * nx * zIm;
            z[0][j] = cross * xRe + s * nx * yRe + zz * zRe;
            z[1][j] = cross * xIm + s * nx * yIm + zz * zIm;
            x[j] = aRe - bIm;
            y[j] = aIm + bRe;
            u[j] = aRe + bIm;
            v[j] = bRe - aIm;
        }
    }
}
