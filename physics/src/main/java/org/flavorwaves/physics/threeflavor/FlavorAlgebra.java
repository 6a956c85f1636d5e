package org.flavorwaves.physics.threeflavor;

import java.util.Arrays;

/**
 * Hermitian 3 x 3 matrices as vectors of eight components, rho = P0/3 + P.lambda/2 with P_a = Tr(rho lambda_a) and the
 * matrices lambda_a of Gell-Mann (FW gell-mann). The commutator becomes the product (a o b)_c = f_abc a_a b_b, which
 * for vectors of the first three components is the cross product (FW flavor-product).
 */
public final class FlavorAlgebra {
    /** Components of a vector. */
    public static final int SIZE = 8;

    private static final double ROOT3 = Math.sqrt(3);

    /** The triples (a, b, c) with f_abc != 0, from 0, once each. */
    private static final int[] TRIPLES = {0, 1, 2, 0, 3, 6, 0, 4, 5, 1, 3, 5, 1, 4, 6, 2, 3, 4, 2, 5, 6, 3, 4, 7,
        5, 6, 7};

    /** f of each triple. */
    private static final double[] CONSTANTS = {1, 0.5, -0.5, 0.5, 0.5, 0.5, -0.5, ROOT3 / 2, ROOT3 / 2};

    /** Terms of the series of a turn, which may be by some rad. */
    private static final int MAX_TERMS = 40;

    private FlavorAlgebra() {
    }

    /**
     * Adds scale times a o b, the vector of -i [A, B] for A = a.lambda/2 and B = b.lambda/2.
     *
     * @param scale a factor
     * @param a first vector, from offset {@code ao}
     * @param ao offset
     * @param b second vector, from offset {@code bo}
     * @param bo offset
     * @param out takes the sum, from offset {@code oo}; must not be one of the factors
     * @param oo offset
     */
    public static void addProduct(final double scale, final double[] a, final int ao, final double[] b, final int bo,
        final double[] out, final int oo) {
        for (int t = 0; t < CONSTANTS.length; t++) {
            final double f = scale * CONSTANTS[t];
            final int i = TRIPLES[3 * t];
            final int j = TRIPLES[3 * t + 1];
            final int k = TRIPLES[3 * t + 2];
            out[oo + k] += f * (a[ao + i] * b[bo + j] - a[ao + j] * b[bo + i]);
            out[oo + i] += f * (a[ao + j] * b[bo + k] - a[ao + k] * b[bo + j]);
            out[oo + j] += f * (a[ao + k] * b[bo + i] - a[ao + i] * b[bo + k]);
        }
    }

    /**
     * The length of a vector.
     *
     * @param p vector, from offset {@code po}
     * @param po offset
     * @return |P|, the square root of the sum of squares
     */
    public static double length(final double[] p, final int po) {
        double square = 0;
        for (int a = po; a < po + SIZE; a++) {
            square += p[a] * p[a];
        }
        return Math.sqrt(square);
    }

    /**
     * Turns a vector: exp(g o) P, the vector of U rho U^dagger with U = exp(-i g.lambda/2).
     *
     * @param g eight components of the turn, in rad
     * @param p vector, from offset {@code po}, changed
     * @param po offset
     */
    public static void turn(final double[] g, final double[] p, final int po) {
        double[] term = Arrays.copyOfRange(p, po, po + SIZE);
        for (int n = 1; n < MAX_TERMS; n++) {
            final double[] next = new double[SIZE];
            addProduct(1.0 / n, g, 0, term, 0, next, 0);
            for (int a = 0; a < SIZE; a++) {
                p[po + a] += next[a];
            }
            term = next;
        }
    }

    /**
     * The operator b -> a o b.
     *
     * @param a vector, from offset {@code ao}
     * @param ao offset
     * @return row c, column b of f_abc a_a
     */
    public static double[][] operator(final double[] a, final int ao) {
        final double[][] m = new double[SIZE][SIZE];
        for (int t = 0; t < CONSTANTS.length; t++) {
            final int[] abc = {TRIPLES[3 * t], TRIPLES[3 * t + 1], TRIPLES[3 * t + 2]};
            for (int r = 0; r < 3; r++) {
                final int i = abc[r];
                final int j = abc[(r + 1) % 3];
                final int k = abc[(r + 2) % 3];
                m[k][j] += CONSTANTS[t] * a[ao + i];
                m[j][k] -= CONSTANTS[t] * a[ao + i];
            }
        }
        return m;
    }

    /**
     * The vector of a Hermitian matrix.
     *
     * @param ee diagonal entry of the electron flavor
     * @param mm diagonal entry of the muon flavor
     * @param tt diagonal entry of the tau flavor
     * @param off real and imaginary parts of the entries (e, mu), (e, tau), (mu, tau)
     * @param out takes the eight components, from offset {@code oo}
     * @param oo offset
     */
    static void vector(final double ee, final double mm, final double tt, final double[] off, final double[] out,
        final int oo) {
        out[oo] = 2 * off[0];
        out[oo + 1] = -2 * off[1];
        out[oo + 2] = ee - mm;
        out[oo + 3] = 2 * off[2];
        out[oo + 4] = -2 * off[3];
        out[oo + 5] = 2 * off[4];
        out[oo + 6] = -2 * off[5];
        out[oo + 7] = (ee + mm - 2 * tt) / ROOT3;
    }

    /**
     * The vector of a Hermitian matrix from its nine numbers.
     *
     * @param rho entries ee, mm, tt, then real and imaginary parts of em, et, mt
     * @param out takes the eight components, from offset {@code oo}
     * @param oo offset
     */
    public static void vector(final double[] rho, final double[] out, final int oo) {
        vector(rho[0], rho[1], rho[2], new double[]{rho[3], rho[4], rho[5], rho[6], rho[7], rho[8]}, out, oo);
    }

    /**
     * The matrix trace/3 + P.lambda/2.
     *
     * @param trace the trace
     * @param p vector, from offset {@code po}
     * @param po offset
     * @return its nine numbers: ee, mm, tt, then real and imaginary parts of em, et, mt
     */
    public static double[] matrix(final double trace, final double[] p, final int po) {
        return new double[]{diagonal(0, trace, p, po), diagonal(1, trace, p, po), diagonal(2, trace, p, po),
            p[po] / 2, -p[po + 1] / 2, p[po + 3] / 2, -p[po + 4] / 2, p[po + 5] / 2, -p[po + 6] / 2};
    }

    /**
     * The determinant of P.lambda/2.
     *
     * @param p vector, from offset {@code po}
     * @param po offset
     * @return a third of the trace of its cube
     */
    public static double determinant(final double[] p, final int po) {
        final double[] m = matrix(0, p, po);
        final double em = m[3] * m[3] + m[4] * m[4];
        final double et = m[5] * m[5] + m[6] * m[6];
        final double mt = m[7] * m[7] + m[8] * m[8];
        final double loop = (m[3] * m[7] - m[4] * m[8]) * m[5] + (m[3] * m[8] + m[4] * m[7]) * m[6];
        return m[0] * m[1] * m[2] + 2 * loop - m[0] * mt - m[1] * et - m[2] * em;
    }

    /**
     * A diagonal entry of trace/3 + P.lambda/2.
     *
     * @param flavor 0, 1, 2 for e, mu, tau
     * @param trace the trace
     * @param p vector, from offset {@code po}
     * @param po offset
     * @return the entry
     */
    static double diagonal(final int flavor, final double trace, final double[] p, final int po) {
        final double p3 = p[po + 2];
        final double p8 = p[po + 7] / ROOT3;
        return trace / 3 + switch (flavor) {
            case 0 -> (p3 + p8) / 2;
            case 1 -> (p8 - p3) / 2;
            default -> -p8;
        };
    }
}
