package org.flavorwaves.physics.kinetics.waves;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * The triads that drive the bands of one wave, band after band. A partner is stored as its place plus 1, negative for
 * the complex conjugate wave.
 */
final class TriadRows {
    private static final int FIRST_CAPACITY = 64;

    private final int[] m_end;

    private int[] m_first = new int[FIRST_CAPACITY];

    private int[] m_second = new int[FIRST_CAPACITY];

    private double[] m_re = new double[FIRST_CAPACITY];

    private double[] m_im = new double[FIRST_CAPACITY];

    private int m_size;

    TriadRows(final int bands) {
        m_end = new int[bands];
    }

    /** Adds a triad to the band that is being filled. */
    void add(final int first, final int second, final double re, final double im) {
        if (m_size == m_first.length) {
            final int capacity = m_size + (m_size >> 1);
            m_first = Arrays.copyOf(m_first, capacity);
            m_second = Arrays.copyOf(m_second, capacity);
            m_re = Arrays.copyOf(m_re, capacity);
            m_im = Arrays.copyOf(m_im, capacity);
        }
        m_first[m_size] = first;
        m_second[m_size] = second;
        m_re[m_size] = re;
        m_im[m_size] = im;
        m_size++;
    }

    /** Ends a band; bands are filled in order. */
    void end(final int band) {
        m_end[band] = m_size;
    }

    int size() {
        return m_size;
    }

    /** Writes N_b of all bands to out from a place on. */
    void evaluate(final double[] phi, final double[] out, final int at) {
        int t = 0;
        for (int b = 0; b < m_end.length; b++) {
            double re = 0;
            double im = 0;
            for (; t < m_end[b]; t++) {
                final int first = m_first[t];
                final int second = m_second[t];
                final int i = 2 * (Math.abs(first) - 1);
                final int j = 2 * (Math.abs(second) - 1);
                final double xi = first < 0 ? -phi[i + 1] : phi[i + 1];
                final double yi = second < 0 ? -phi[j + 1] : phi[j + 1];
                final double pr = phi[i] * phi[j] - xi * yi;
                final double pi = phi[i] * yi + xi * phi[j];
                re += m_re[t] * pr - m_im[t] * pi;
                im += m_re[t] * pi + m_im[t] * pr;
            }
            out[at + 2 * b] = re;
            out[at + 2 * b + 1] = im;
        }
    }

    /** Shows all triads of wave n. */
    void visit(final WaveBasis basis, final int n, final double[] phi, final Consumer<Triad> visitor) {
        int t = 0;
        for (int b = 0; b < m_end.length; b++) {
            for (; t < m_end[b]; t++) {
                final int i = Math.abs(m_first[t]) - 1;
                final int j = Math.abs(m_second[t]) - 1;
                final int signI = Integer.signum(m_first[t]);
                final int signJ = Integer.signum(m_second[t]);
                final double strength = Math.hypot(m_re[t], m_im[t]) * Math.hypot(phi[2 * i], phi[2 * i + 1])
                    * Math.hypot(phi[2 * j], phi[2 * j + 1]);
                visitor.accept(new Triad(n, b, signI * (i / basis.bands() + 1), i % basis.bands(),
                    signJ * (j / basis.bands() + 1), j % basis.bands(),
                    signI * basis.omegaRe(i) + signJ * basis.omegaRe(j) - basis.omegaRe(basis.index(n, b)), m_re[t],
                    m_im[t], strength));
            }
        }
    }
}
