package org.flavorwaves.physics.transport.rays;

/**
 * The resolvents of single modes of a mixing equilibrium (FW resolvent): with A = nu - i [H]x and P along H,
 *
 * <pre>
 * A^-1 = a - b H H^T + i c [H]x,   a = nu/(nu^2 - h^2),   b = 1/(nu (nu^2 - h^2)),   c = 1/(nu^2 - h^2)
 * R = -i A^-1 [P]x = -i a [P]x + c (P H^T - H.P),   a' = c - 2 a^2,   c' = -2 a c.
 * </pre>
 *
 * Complex vectors stand as re, im of x, y, z. Not for several threads at once.
 */
final class CoupledResolvents {
    /** Re and im of three flavor components. */
    static final int VECTOR = 6;

    /** R and dR/dnu of the mode that was asked last. */
    final double[] m_resolvent = new double[3 * VECTOR];

    final double[] m_resolventSlope = new double[3 * VECTOR];

    private final CoupledMedium m_medium;

    private final double[] m_factors = new double[6];

    CoupledResolvents(final CoupledMedium medium) {
        m_medium = medium;
    }

    /** a = nu/(nu^2 - h^2), c = 1/(nu^2 - h^2), b = 1/(nu (nu^2 - h^2)). */
    private void factors(final double re, final double im, final int i) {
        final double h = m_medium.m_length[i];
        final double qRe = (re - h) * (re + h) - im * im;
        final double qIm = 2 * re * im;
        final double inverse = 1 / (qRe * qRe + qIm * qIm);
        final double cRe = qRe * inverse;
        final double cIm = -qIm * inverse;
        final double nu = 1 / (re * re + im * im);
        m_factors[0] = re * cRe - im * cIm;
        m_factors[1] = re * cIm + im * cRe;
        m_factors[2] = cRe;
        m_factors[3] = cIm;
        m_factors[4] = (re * cRe + im * cIm) * nu;
        m_factors[5] = (re * cIm - im * cRe) * nu;
    }

    /** R = -i a [P]x + c (P H^T - H.P) and dR/dnu, with P along H. */
    void resolvent(final double re, final double im, final int i) {
        factors(re, im, i);
        final double aRe = m_factors[0];
        final double aIm = m_factors[1];
        final double cRe = m_factors[2];
        final double cIm = m_factors[3];
        final double aSlopeRe = cRe - 2 * (aRe * aRe - aIm * aIm);
        final double aSlopeIm = cIm - 4 * aRe * aIm;
        final double cSlopeRe = -2 * (aRe * cRe - aIm * cIm);
        final double cSlopeIm = -2 * (aRe * cIm + aIm * cRe);
        final double[] p = m_medium.m_p;
        final double[] h = m_medium.m_h;
        final double dot = p[3 * i] * h[3 * i] + p[3 * i + 1] * h[3 * i + 1] + p[3 * i + 2] * h[3 * i + 2];
        for (int r = 0; r < 3; r++) {
            for (int c = 0; c < 3; c++) {
                final double cross = r == c ? 0 : ((c - r + 3) % 3 == 1 ? -1 : 1) * p[3 * i + 3 - r - c];
                final double across = p[3 * i + r] * h[3 * i + c] - (r == c ? dot : 0);
                final int at = VECTOR * r + 2 * c;
                m_resolvent[at] = aIm * cross + cRe * across;
                m_resolvent[at + 1] = -aRe * cross + cIm * across;
                m_resolventSlope[at] = aSlopeIm * cross + cSlopeRe * across;
                m_resolventSlope[at + 1] = -aSlopeRe * cross + cSlopeIm * across;
            }
        }
    }

    /** out = A^-1 u, or u A^-1 with the sign -1: a u - b H (H.u) + sign i c H x u. */
    void resolve(final double re, final double im, final int i, final int sign, final double[] u, final double[] out,
        final int at) {
        factors(re, im, i);
        final double[] h = m_medium.m_h;
        double dotRe = 0;
        double dotIm = 0;
        for (int a = 0; a < 3; a++) {
            dotRe += h[3 * i + a] * u[2 * a];
            dotIm += h[3 * i + a] * u[2 * a + 1];
        }
        final double bRe = m_factors[4] * dotRe - m_factors[5] * dotIm;
        final double bIm = m_factors[4] * dotIm + m_factors[5] * dotRe;
        for (int a = 0; a < 3; a++) {
            final int b = (a + 1) % 3;
            final int c = (a + 2) % 3;
            final double crossRe = h[3 * i + b] * u[2 * c] - h[3 * i + c] * u[2 * b];
            final double crossIm = h[3 * i + b] * u[2 * c + 1] - h[3 * i + c] * u[2 * b + 1];
            out[at + 2 * a] = m_factors[0] * u[2 * a] - m_factors[1] * u[2 * a + 1] - bRe * h[3 * i + a]
                - sign * (m_factors[2] * crossIm + m_factors[3] * crossRe);
            out[at + 2 * a + 1] = m_factors[0] * u[2 * a + 1] + m_factors[1] * u[2 * a] - bIm * h[3 * i + a]
                + sign * (m_factors[2] * crossRe - m_factors[3] * crossIm);
        }
    }

    /** out += factor i (vector x u) for a real vector and a complex one. */
    static void addCross(final double factor, final double[] vector, final int i, final double[] u,
        final int from, final double[] out) {
        for (int a = 0; a < 3; a++) {
            final int b = (a + 1) % 3;
            final int c = (a + 2) % 3;
            final double re = vector[3 * i + b] * u[from + 2 * c] - vector[3 * i + c] * u[from + 2 * b];
            final double im = vector[3 * i + b] * u[from + 2 * c + 1] - vector[3 * i + c] * u[from + 2 * b + 1];
            out[2 * a] -= factor * im;
            out[2 * a + 1] += factor * re;
        }
    }

    /** The share w s P.(i right x left*)/|P|^2 of one mode in the form of (FW action). */
    void form(final int i, final double[] left, final double[] right, final double[] out) {
        final double[] p = m_medium.m_p;
        double square = 0;
        out[0] = 0;
        out[1] = 0;
        for (int a = 0; a < 3; a++) {
            final int b = (a + 1) % 3;
            final int c = (a + 2) % 3;
            final int l = VECTOR * i;
            final double re = right[l + 2 * b] * left[l + 2 * c] + right[l + 2 * b + 1] * left[l + 2 * c + 1]
                - right[l + 2 * c] * left[l + 2 * b] - right[l + 2 * c + 1] * left[l + 2 * b + 1];
            final double im = right[l + 2 * b + 1] * left[l + 2 * c] - right[l + 2 * b] * left[l + 2 * c + 1]
                - right[l + 2 * c + 1] * left[l + 2 * b] + right[l + 2 * c] * left[l + 2 * b + 1];
            out[0] -= p[3 * i + a] * im;
            out[1] += p[3 * i + a] * re;
            square += p[3 * i + a] * p[3 * i + a];
        }
        final double factor = square == 0 ? 0 : m_medium.m_weight[i] / square;
        out[0] *= factor;
        out[1] *= factor;
    }
}
