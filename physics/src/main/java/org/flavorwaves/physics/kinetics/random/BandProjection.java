package org.flavorwaves.physics.kinetics.random;

/**
 * What a column x and a row y of the collective matrix are in groups of modes: b = V g x and a = y V, and what
 * y K(Omega) x, |psi_i|^2 and |left_i|^2 have at the poles of each group.
 */
final class BandProjection {
    private final double[][] m_a;

    private final double[][] m_b;

    private final double[][] m_residueRe;

    private final double[][] m_residueIm;

    private final double[][] m_right;

    private final double[][] m_left;

    private final double[][] m_room;

    private final double[][] m_sums;

    private double m_dotRe;

    private double m_dotIm;

    BandProjection(final int poles, final int flavors, final int groups) {
        m_a = new double[2 * flavors][groups];
        m_b = new double[2 * flavors][groups];
        m_residueRe = new double[poles][groups];
        m_residueIm = new double[poles][groups];
        m_right = new double[poles][groups];
        m_left = new double[poles][groups];
        m_room = new double[4][groups];
        m_sums = new double[2][groups];
    }

    /** a_i, [2 flavor + part][group]. */
    double[][] a() {
        return m_a;
    }

    /** b_i, [2 flavor + part][group]. */
    double[][] b() {
        return m_b;
    }

    /** Real parts of the residues c of y K x = sum c/(Omega - pole), [pole][group]. */
    double[][] residueRe() {
        return m_residueRe;
    }

    /** Imaginary parts. */
    double[][] residueIm() {
        return m_residueIm;
    }

    /** r of |psi_i|^2 = p_i^2 sum r/|Omega - pole|^2, [pole][group]. */
    double[][] right() {
        return m_right;
    }

    /** The same of the part of |left_i|^2/(q w_i)^2 across P_i. */
    double[][] left() {
        return m_left;
    }

    /** Room for two complex numbers of each group, [part][group]. */
    double[][] room() {
        return m_room;
    }

    /** Room for two sums of each group, [sum][group]. */
    double[][] sums() {
        return m_sums;
    }

    void dot(final double re, final double im) {
        m_dotRe = re;
        m_dotIm = im;
    }

    /** Re y x. */
    double dotRe() {
        return m_dotRe;
    }

    /** Im y x. */
    double dotIm() {
        return m_dotIm;
    }
}
