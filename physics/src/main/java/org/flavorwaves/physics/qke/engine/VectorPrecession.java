package org.flavorwaves.physics.qke.engine;

/**
 * The precession of two flavors: about the vectors s omega B + lambda z, less the angular velocity of a co-rotating
 * frame, R = exp(tau [H_ext]x), one rotation for the modes of each lane.
 */
final class VectorPrecession implements Precession {
    private final boolean m_none;

    /** cos and sin of the angle |H| tau, and the axis, of modes j, then of modes B + j. */
    private final double[] m_cos;

    private final double[] m_sin;

    private final double[][] m_axis;

    /**
     * Makes the rotations.
     *
     * @param external components of the external Hamiltonian, [axis][lane]
     * @param tau time interval
     */
    VectorPrecession(final double[][] external, final double tau) {
        final int lanes = external[0].length;
        m_cos = new double[lanes];
        m_sin = new double[lanes];
        m_axis = new double[3][lanes];
        boolean none = true;
        for (int j = 0; j < lanes; j++) {
            final double h = Math.hypot(Math.hypot(external[0][j], external[2][j]), external[1][j]);
            m_cos[j] = Math.cos(h * tau);
            m_sin[j] = Math.sin(h * tau);
            for (int a = 0; a < 3 && h > 0; a++) {
                m_axis[a][j] = external[a][j] / h;
            }
            none &= h * tau == 0;
        }
        m_none = none;
    }

    @Override
    public boolean isNone() {
        return m_none;
    }

    @Override
    public void turn(final BlockRows rows, final int row, final int opposite, final int sign) {
        final double[] x = rows.re()[row];
        final double[] y = rows.im()[row];
        final double[] u = rows.re()[opposite];
        final double[] v = rows.im()[opposite];
        final double[][] first = rows.parts()[0];
        final double[][] second = rows.parts()[1];
        final int lanes = first[0].length;
        for (int j = 0; j < lanes; j++) {
            final int c = 2 * lanes + j;
            first[0][j] = 0.5 * (x[c] + u[c]);
            first[1][j] = 0.5 * (y[c] - v[c]);
            second[0][j] = 0.5 * (y[c] + v[c]);
            second[1][j] = 0.5 * (u[c] - x[c]);
        }
        turn(0, x, y, u, v, first, sign);
        turn(1, x, y, u, v, second, sign);
        for (int j = 0; j < lanes; j++) {
            final int c = 2 * lanes + j;
            x[c] = first[0][j] - second[1][j];
            y[c] = first[1][j] + second[0][j];
            u[c] = first[0][j] + second[1][j];
            v[c] = second[0][j] - first[1][j];
        }
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
    private void turn(final int second, final double[] x, final double[] y, final double[] u, final double[] v,
        final double[][] z, final int sign) {
        final int lanes = z[0].length;
        for (int j = 0; j < lanes; j++) {
            final int lane = second * lanes + j;
            final double c = m_cos[lane];
            final double s = sign * m_sin[lane];
            final double nx = m_axis[0][lane];
            final double ny = m_axis[1][lane];
            final double nz = m_axis[2][lane];
            final double xRe = 0.5 * (x[lane] + u[lane]);
            final double xIm = 0.5 * (y[lane] - v[lane]);
            final double yRe = 0.5 * (y[lane] + v[lane]);
            final double yIm = 0.5 * (u[lane] - x[lane]);
            final double zRe = z[0][j];
            final double zIm = z[1][j];
            final double re = (1 - c) * (nx * xRe + ny * yRe + nz * zRe);
            final double im = (1 - c) * (nx * xIm + ny * yIm + nz * zIm);
            final double aRe = c * xRe + s * (ny * zRe - nz * yRe) + re * nx;
            final double aIm = c * xIm + s * (ny * zIm - nz * yIm) + im * nx;
            final double bRe = c * yRe + s * (nz * xRe - nx * zRe) + re * ny;
            final double bIm = c * yIm + s * (nz * xIm - nx * zIm) + im * ny;
            z[0][j] = c * zRe + s * (nx * yRe - ny * xRe) + re * nz;
            z[1][j] = c * zIm + s * (nx * yIm - ny * xIm) + im * nz;
            x[lane] = aRe - bIm;
            y[lane] = aIm + bRe;
            u[lane] = aRe + bIm;
            v[lane] = bRe - aIm;
        }
    }
}
