package org.flavorwaves.physics.linear.collective;

import org.flavorwaves.physics.linear.collective.sums.ResolventSums;
import org.flavorwaves.physics.numerics.ComplexPivoting;
import org.flavorwaves.physics.numerics.roots.SampledFunction;

/** Samples f = det T(Omega) and its logarithmic derivative f'/f = tr T^-1 T' in the upper half-plane. */
final class DeterminantField implements SampledFunction {
    private final ResolventSums m_sums;

    private final ResolventSums.Sampler m_sampler;

    private final double[] m_t;

    private final double[] m_derivative;

    private final double[] m_determinant = new double[2];

    private final ComplexPivoting m_lu;

    private int m_evaluations;

    DeterminantField(final ResolventSums sums, final ResolventSums.Sampler sampler) {
        m_sums = sums;
        m_sampler = sampler;
        final int n = sums.dimension();
        m_t = new double[2 * n * n];
        m_derivative = new double[2 * n * n];
        m_lu = new ComplexPivoting(n);
    }

    @Override
    public Sample at(final double re, final double im) {
        m_evaluations++;
        m_sampler.sample(re, im, m_t, m_derivative);
        m_lu.factor(m_t);
        m_lu.determinant(m_determinant);
        double slopeRe = Double.POSITIVE_INFINITY;
        double slopeIm = 0;
        if (!m_lu.singular()) {
            slopeRe = 0;
            final int n = m_sums.dimension();
            m_lu.solve(m_derivative);
            for (int c = 0; c < n; c++) {
                slopeRe += m_derivative[2 * (c * n + c)];
                slopeIm += m_derivative[2 * (c * n + c) + 1];
            }
        }
        return new Sample(re, im, m_determinant[0], m_determinant[1], slopeRe, slopeIm,
            m_sums.poleDistance(re, im));
    }

    int evaluations() {
        return m_evaluations;
    }
}
