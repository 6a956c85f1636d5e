package org.flavorwaves.physics.kinetics.waves;

import java.util.Arrays;

/**
 * The full three-wave term N_{n,b} = left_{n,b} . N_n with
 *
 * <pre>N_n[i] = i sum_{m not in {0, n}} H_{i,n-m} x P_{i,m},   |m|, |n - m| &lt;= nMax</pre>
 *
 * <p>(JK 67), without secular approximation. The fields H_{i,m} are made of the 12 collective numbers of each wave, so
 * the sum costs O(N nMax^2); the change between bands and components costs O(nMax (3N)^2).
 */
public final class FullTerm implements NonlinearTerm {
    private final WaveBasis m_basis;

    private final int m_size;

    private final double[][] m_pRe;

    private final double[][] m_pIm;

    private final double[][] m_hRe;

    private final double[][] m_hIm;

    private final double[] m_sumRe;

    private final double[] m_sumIm;

    private final double[] m_field = new double[WaveBasis.FIELD];

    /**
     * The term in a basis of waves.
     *
     * @param basis the bands that amplitudes are counted in
     */
    public FullTerm(final WaveBasis basis) {
        m_basis = basis;
        m_size = basis.bands();
        final int waves = 2 * basis.waves() + 1;
        m_pRe = new double[waves][m_size];
        m_pIm = new double[waves][m_size];
        m_hRe = new double[waves][m_size];
        m_hIm = new double[waves][m_size];
        m_sumRe = new double[m_size];
        m_sumIm = new double[m_size];
    }

    @Override
    public void evaluate(final double[] phi, final double[] out) {
        final int waves = m_basis.waves();
        for (int n = 1; n <= waves; n++) {
            m_basis.synthesize(phi, n - 1, m_pRe[waves + n], m_pIm[waves + n]);
            fill(waves + n);
            mirror(waves + n, waves - n);
        }
        for (int n = 1; n <= waves; n++) {
            convolve(n);
            m_basis.project(m_sumRe, m_sumIm, n - 1, out);
        }
    }

    /**
     * i sum_{m not in {0, n}} H_{i,n-m} x P_{i,m} of the amplitudes of the last evaluation.
     *
     * @param n wave, 1 to nMax
     * @param re real parts, 3N numbers that are overwritten
     * @param im imaginary parts, 3N numbers that are overwritten
     */
    public void torque(final int n, final double[] re, final double[] im) {
        convolve(n);
        System.arraycopy(m_sumRe, 0, re, 0, m_size);
        System.arraycopy(m_sumIm, 0, im, 0, m_size);
    }

    private void fill(final int at) {
        final ModeTable modes = m_basis.modes();
        modes.field(m_pRe[at], m_pIm[at], 0, m_field, 0);
        for (int i = 0; i < modes.size(); i++) {
            for (int a = 0; a < 3; a++) {
                m_hRe[at][3 * i + a] = modes.h(i, m_field, 0, a);
                m_hIm[at][3 * i + a] = modes.h(i, m_field, 0, 12 + a);
            }
        }
    }

    private void mirror(final int from, final int to) {
        for (int c = 0; c < m_size; c++) {
            m_pRe[to][c] = m_pRe[from][c];
            m_pIm[to][c] = -m_pIm[from][c];
            m_hRe[to][c] = m_hRe[from][c];
            m_hIm[to][c] = -m_hIm[from][c];
        }
    }

    private void convolve(final int n) {
        final int waves = m_basis.waves();
        Arrays.fill(m_sumRe, 0);
        Arrays.fill(m_sumIm, 0);
        for (int m = n - waves; m <= waves; m++) {
            if (m != 0 && m != n) {
                addCross(m_hRe[waves + n - m], m_hIm[waves + n - m], m_pRe[waves + m], m_pIm[waves + m]);
            }
        }
    }

    /** Adds i h x p. */
    private void addCross(final double[] hr, final double[] hi, final double[] pr, final double[] pi) {
        for (int c = 0; c < m_size; c += 3) {
            for (int a = 0; a < 3; a++) {
                final int a1 = c + (a == 2 ? 0 : a + 1);
                final int a2 = c + (a == 0 ? 2 : a - 1);
                final double re = hr[a1] * pr[a2] - hi[a1] * pi[a2] - hr[a2] * pr[a1] + hi[a2] * pi[a1];
                final double im = hr[a1] * pi[a2] + hi[a1] * pr[a2] - hr[a2] * pi[a1] - hi[a2] * pr[a1];
                m_sumRe[c + a] -= im;
                m_sumIm[c + a] += re;
            }
        }
    }
}
