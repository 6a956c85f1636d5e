package org.flavorwaves.physics.numerics;

/** Evaluates an analytic matrix, its inverse and tr(M^-1 M'), and counts how often. */
final class Evaluator {
    private final AnalyticMatrix m_function;

    private final int m_limit;

    private final SmallComplexLu m_lu;

    private final double[] m_valueRe;

    private final double[] m_valueIm;

    private final double[] m_derivativeRe;

    private final double[] m_derivativeIm;

    private final double[] m_inverseRe;

    private final double[] m_inverseIm;

    private final double[] m_trace = new double[2];

    private int m_evaluations;

    Evaluator(final AnalyticMatrix function, final int limit) {
        final int n = function.size();
        m_function = function;
        m_limit = limit;
        m_lu = new SmallComplexLu(n);
        m_valueRe = new double[n * n];
        m_valueIm = new double[n * n];
        m_derivativeRe = new double[n * n];
        m_derivativeIm = new double[n * n];
        m_inverseRe = new double[n * n];
        m_inverseIm = new double[n * n];
    }

    int size() {
        return m_lu.size();
    }

    int evaluations() {
        return m_evaluations;
    }

    /** Whether so many more evaluations stay within the limit. */
    boolean allows(final int more) {
        return m_evaluations + more <= m_limit;
    }

    /** Evaluates at z; false if M is singular or not finite there. */
    boolean evaluate(final double re, final double im) {
        m_evaluations++;
        m_function.evaluate(re, im, m_valueRe, m_valueIm, m_derivativeRe, m_derivativeIm);
        if (!m_lu.factorize(m_valueRe, m_valueIm)) {
            return false;
        }
        m_lu.inverse(m_inverseRe, m_inverseIm);
        m_lu.logDerivative(m_inverseRe, m_inverseIm, m_derivativeRe, m_derivativeIm, m_trace);
        return Double.isFinite(m_trace[0]) && Double.isFinite(m_trace[1]);
    }

    double traceRe() {
        return m_trace[0];
    }

    double traceIm() {
        return m_trace[1];
    }

    void copyInverse(final double[] re, final double[] im) {
        System.arraycopy(m_inverseRe, 0, re, 0, re.length);
        System.arraycopy(m_inverseIm, 0, im, 0, im.length);
    }

    /** M of the last evaluation. */
    ComplexMatrix value() {
        return matrix(m_valueRe, m_valueIm);
    }

    /** M^-1 M' of the last evaluation, which must have been regular. */
    ComplexMatrix logarithmicDerivative() {
        return matrix(m_inverseRe, m_inverseIm).multiply(matrix(m_derivativeRe, m_derivativeIm));
    }

    private ComplexMatrix matrix(final double[] re, final double[] im) {
        final int n = m_lu.size();
        final ComplexMatrix a = new ComplexMatrix(n, n);
        for (int i = 0; i < n * n; i++) {
            a.set(i / n, i % n, re[i], im[i]);
        }
        return a;
    }
}
