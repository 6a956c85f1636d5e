package org.flavorwaves.physics.linear;

import java.util.Arrays;

/**
 * A flavor-wave function (JK 47): one complex polarization vector a mode, 3N complex components in the Cartesian flavor
 * axes, or 8N with three flavors. Also used for left vectors, which act on wave functions without complex conjugation.
 * Immutable.
 */
public final class WaveFunction {
    private final double[] m_re;

    private final double[] m_im;

    private final int m_components;

    /**
     * Copies components.
     *
     * @param re real parts, ordered P_{0,x}, P_{0,y}, P_{0,z}, P_{1,x}, ...
     * @param im imaginary parts, same order
     * @throws IllegalArgumentException if the lengths differ or are not a positive multiple of 3
     */
    public WaveFunction(final double[] re, final double[] im) {
        this(re.clone(), im.clone(), 3);
    }

    private WaveFunction(final double[] re, final double[] im, final int components) {
        if (re.length != im.length || re.length == 0 || re.length % components != 0) {
            throw new IllegalArgumentException("A wave function has " + components + " complex components a mode, not "
                + re.length + " real and " + im.length + " imaginary parts.");
        }
        m_re = re;
        m_im = im;
        m_components = components;
    }

    /**
     * Takes over arrays that nobody else writes to.
     *
     * @param re real parts, 3N numbers, mode by mode
     * @param im imaginary parts, as many
     * @return a wave that keeps these arrays
     * @throws IllegalArgumentException if the lengths differ or are no multiple of 3 above 0
     */
    public static WaveFunction owning(final double[] re, final double[] im) {
        return new WaveFunction(re, im, 3);
    }

    /**
     * Takes over arrays that nobody else writes to.
     *
     * @param re real parts, mode by mode
     * @param im imaginary parts, as many
     * @param components number of components a mode: 3 with two flavors, 8 with three
     * @return a wave that keeps these arrays
     * @throws IllegalArgumentException if the lengths differ or are no multiple of the components above 0
     */
    public static WaveFunction owning(final double[] re, final double[] im, final int components) {
        return new WaveFunction(re, im, components);
    }

    /**
     * The number of modes.
     *
     * @return N
     */
    public int modes() {
        return m_re.length / m_components;
    }

    /**
     * A real part.
     *
     * @param mode mode index
     * @param axis flavor axis 0..2 for x, y, z
     * @return Re P_{mode,axis}
     */
    public double re(final int mode, final int axis) {
        return m_re[m_components * mode + axis];
    }

    /**
     * An imaginary part.
     *
     * @param mode mode index
     * @param axis flavor axis 0..2 for x, y, z
     * @return Im P_{mode,axis}
     */
    public double im(final int mode, final int axis) {
        return m_im[m_components * mode + axis];
    }

    /**
     * All real parts.
     *
     * @return a new array of length 3N, ordered P_{0,x}, P_{0,y}, P_{0,z}, P_{1,x}, ...
     */
    public double[] toArrayRe() {
        return m_re.clone();
    }

    /**
     * All imaginary parts.
     *
     * @return a new array of length 3N, same order as the real parts
     */
    public double[] toArrayIm() {
        return m_im.clone();
    }

    /**
     * Real parts, 3N numbers, mode by mode; not to be changed.
     *
     * @return the array itself
     */
    public double[] ownRe() {
        return m_re;
    }

    /**
     * Imaginary parts, 3N numbers, mode by mode; not to be changed.
     *
     * @return the array itself
     */
    public double[] ownIm() {
        return m_im;
    }

    /**
     * The share of a mode before normalisation.
     *
     * @param mode mode index
     * @return |P_mode|^2 = sum over the three complex components
     */
    public double weight(final int mode) {
        double sum = 0;
        for (int c = m_components * mode; c < m_components * (mode + 1); c++) {
            sum += m_re[c] * m_re[c] + m_im[c] * m_im[c];
        }
        return sum;
    }

    /**
     * How many modes take part.
     *
     * @return (sum_i |P_i|^2)^2 / sum_i |P_i|^4, from 1 (a single mode) to N (all alike)
     */
    public double participation() {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < modes(); i++) {
            final double weight = weight(i);
            sum += weight;
            squares += weight * weight;
        }
        return sum * sum / squares;
    }

    /**
     * The 2-norm.
     *
     * @return sqrt(sum_i |P_i|^2)
     */
    public double norm() {
        double sum = 0;
        for (int i = 0; i < modes(); i++) {
            sum += weight(i);
        }
        return Math.sqrt(sum);
    }

    /**
     * Real part of the product without conjugation, as a left vector acts on a right one.
     *
     * @param right the other factor
     * @return Re sum_c this_c right_c
     * @throws IllegalArgumentException if the numbers of modes differ
     */
    public double dotRe(final WaveFunction right) {
        requireSameSize(right);
        double sum = 0;
        for (int c = 0; c < m_re.length; c++) {
            sum += m_re[c] * right.m_re[c] - m_im[c] * right.m_im[c];
        }
        return sum;
    }

    /**
     * Imaginary part of the product without conjugation, as a left vector acts on a right one.
     *
     * @param right the other factor
     * @return Im sum_c this_c right_c
     * @throws IllegalArgumentException if the numbers of modes differ
     */
    public double dotIm(final WaveFunction right) {
        requireSameSize(right);
        double sum = 0;
        for (int c = 0; c < m_re.length; c++) {
            sum += m_re[c] * right.m_im[c] + m_im[c] * right.m_re[c];
        }
        return sum;
    }

    private void requireSameSize(final WaveFunction other) {
        if (other.m_re.length != m_re.length) {
            throw new IllegalArgumentException("The wave functions have " + modes() + " and " + other.modes()
                + " modes.");
        }
    }

    /**
     * The complex conjugate, which belongs to -k (JK 51).
     *
     * @return psi*
     */
    public WaveFunction conjugate() {
        final double[] im = m_im.clone();
        for (int c = 0; c < im.length; c++) {
            im[c] = -im[c];
        }
        return new WaveFunction(m_re, im, m_components);
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof WaveFunction wave && Arrays.equals(m_re, wave.m_re) && Arrays.equals(m_im, wave.m_im);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(m_re) + Arrays.hashCode(m_im);
    }
}
