package org.flavorwaves.physics.kinetics.waves;

/**
 * The full three-wave term N_{n,b} = left_{n,b} . N_n with
 *
 * <pre>N_n[i] = i sum_{m not in {0, n}} H_{i,n-m} x P_{i,m},   |m|, |n - m| &lt;= nMax</pre>
 *
 * <p>(JK 67), without secular approximation, from fields; the change between bands and components costs
 * O(nMax (3N)^2).
 */
public final class FullTerm implements NonlinearTerm {
    private final WaveBasis m_basis;

    private final BoxProducts m_products;

    private final double[] m_re;

    private final double[] m_im;

    /**
     * The term in a basis of waves.
     *
     * @param basis the bands that amplitudes are counted in
     * @param products the products in its box
     */
    public FullTerm(final WaveBasis basis, final BoxProducts products) {
        m_basis = basis;
        m_products = products;
        m_re = new double[basis.bands()];
        m_im = new double[basis.bands()];
    }

    @Override
    public void evaluate(final double[] phi, final double[] out) {
        for (int n = 1; n <= m_basis.waves(); n++) {
            m_basis.synthesize(phi, n - 1, m_re, m_im);
            m_products.take(n, m_re, m_im);
        }
        m_products.evaluate();
        for (int n = 1; n <= m_basis.waves(); n++) {
            m_products.give(n, m_im, m_re);
            for (int c = 0; c < m_re.length; c++) {
                m_re[c] = -m_re[c];
            }
            m_basis.project(m_re, m_im, n - 1, out);
        }
    }
}
