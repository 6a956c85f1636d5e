package org.flavorwaves.physics.flavomon.spectra;

import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.QRDecomposition;

/**
 * A spectrum G(v) = sum_l a_l P_l(v). Its dispersion integrals are exact sums of Legendre functions of the second kind,
 * I_n = (2/k) sum_l a^(n)_l Q_l(omega/k) with a^(n) the series of v^n G, and continue analytically below the real axis,
 * where Landau-damped modes live.
 */
public final class LegendreSpectrum implements AngularSpectrum {
    /** Powers of v that the integrals need, v^0 to v^3. */
    private static final int POWERS = 4;

    /** Points at which |G| is summed for {@link #strength()}. */
    private static final int STRENGTH_POINTS = 400;

    /** Coefficients of v^n G by power n. */
    private final double[][] m_series;

    private final double m_strength;

    /**
     * Takes the coefficients.
     *
     * @param coefficients a_0 ... a_L, in the unit of the potentials
     * @throws IllegalArgumentException if there is none or one is not finite
     */
    public LegendreSpectrum(final double... coefficients) {
        if (coefficients.length == 0) {
            throw new IllegalArgumentException("A Legendre series needs at least one coefficient.");
        }
        for (int l = 0; l < coefficients.length; l++) {
            if (!Double.isFinite(coefficients[l])) {
                throw new IllegalArgumentException(
                    "Legendre coefficient " + l + " must be finite but is " + coefficients[l] + ".");
            }
        }
        m_series = new double[POWERS][];
        m_series[0] = coefficients.clone();
        for (int n = 1; n < POWERS; n++) {
            m_series[n] = timesV(m_series[n - 1]);
        }
        double sum = 0;
        for (int p = 0; p < STRENGTH_POINTS; p++) {
            sum += Math.abs(density(-1 + (2 * p + 1.0) / STRENGTH_POINTS));
        }
        m_strength = sum * 2 / STRENGTH_POINTS;
    }

    /**
     * Projects samples at Gauss-Legendre nodes: a_l = (2l + 1)/2 sum_i w_i G(v_i) P_l(v_i). Exact if G is a polynomial
     * of degree less than the number of nodes.
     *
     * @param nodes Gauss-Legendre nodes v_i
     * @param weights their weights, with sum 2
     * @param values G(v_i)
     * @return the series of order up to nodes - 1
     */
    public static LegendreSpectrum project(final double[] nodes, final double[] weights, final double[] values) {
        final double[] strengths = new double[nodes.length];
        for (int i = 0; i < nodes.length; i++) {
            strengths[i] = weights[i] * values[i];
        }
        return ofBeams(nodes, strengths, nodes.length - 1);
    }

    /**
     * Projects beams that stand for a continuous spectrum: a_l = (2l + 1)/2 sum_i g_i P_l(v_i).
     *
     * @param v cos theta of the beams
     * @param g their lepton numbers, quadrature weights included
     * @param order highest order L; beyond the number of distinct directions the series only rings
     * @return the series a_0 ... a_L
     */
    public static LegendreSpectrum ofBeams(final double[] v, final double[] g, final int order) {
        final double[] a = new double[order + 1];
        for (int i = 0; i < v.length; i++) {
            double below = 0;
            double p = 1;
            for (int l = 0; l < a.length; l++) {
                a[l] += 0.5 * (2 * l + 1) * g[i] * p;
                final double above = ((2 * l + 1) * v[i] * p - l * below) / (l + 1);
                below = p;
                p = above;
            }
        }
        return new LegendreSpectrum(a);
    }

    /**
     * Fits samples by least squares in the norm of their weights. Exact if G is a polynomial of at most this degree.
     *
     * @param samples values at more directions than the order
     * @param order highest order L; on equally spaced directions the fit is stable up to about 2 sqrt(n)
     * @return the series a_0 ... a_L
     * @throws IllegalArgumentException if there are not more directions than the order
     */
    public static LegendreSpectrum fit(final AngularSamples samples, final int order) {
        final double[] nodes = samples.nodes();
        final double[] weights = samples.weights();
        final double[] values = samples.values();
        final int n = nodes.length;
        if (order >= n) {
            throw new IllegalArgumentException("A Legendre series of order " + order + " cannot be fitted to " + n
                + " directions.");
        }
        final double[][] rows = new double[n][order + 1];
        final double[] right = new double[n];
        for (int i = 0; i < n; i++) {
            final double v = nodes[i];
            final double weight = Math.sqrt(weights[i]);
            double below = 0;
            double p = 1;
            for (int l = 0; l <= order; l++) {
                rows[i][l] = weight * p;
                final double above = ((2 * l + 1) * v * p - l * below) / (l + 1);
                below = p;
                p = above;
            }
            right[i] = weight * values[i];
        }
        return new LegendreSpectrum(new QRDecomposition(new Array2DRowRealMatrix(rows, false)).getSolver()
            .solve(new ArrayRealVector(right, false)).toArray());
    }

    /** v P_l = ((l + 1) P_{l+1} + l P_{l-1})/(2l + 1). */
    private static double[] timesV(final double[] a) {
        final double[] b = new double[a.length + 1];
        for (int l = 0; l < a.length; l++) {
            b[l + 1] += (l + 1) * a[l] / (2 * l + 1);
            if (l > 0) {
                b[l - 1] += l * a[l] / (2 * l + 1);
            }
        }
        return b;
    }

    @Override
    public double density(final double v) {
        return polynomial(m_series[0], new Complex(v))[0].getReal();
    }

    @Override
    public double moment(final int n) {
        return 2 * m_series[n][0];
    }

    @Override
    public double strength() {
        return m_strength;
    }

    @Override
    public boolean isContinuous() {
        return true;
    }

    /** Only a homogeneous wave has one, at omega = 0. */
    @Override
    public double poleDistance(final Complex omega, final double k) {
        return k == 0 ? omega.abs() : Double.POSITIVE_INFINITY;
    }

    @Override
    public DispersionIntegrals integrals(final Complex omega, final double k) {
        if (k == 0) {
            return AngularSpectrum.homogeneous(this, omega);
        }
        final Complex u = omega.divide(k);
        final LegendreQ q = new LegendreQ(u, k > 0 ? 1 : -1, m_series[POWERS - 1].length - 1);
        final boolean continued = omega.getImaginary() < 0 && Math.abs(u.getReal()) < 1;
        final Complex[] i = new Complex[POWERS];
        final Complex[] j = new Complex[POWERS];
        for (int n = 0; n < POWERS; n++) {
            Complex sum = Complex.ZERO;
            Complex slope = Complex.ZERO;
            for (int l = 0; l < m_series[n].length; l++) {
                sum = sum.add(q.value(l).multiply(m_series[n][l]));
                slope = slope.add(q.derivative(l).multiply(m_series[n][l]));
            }
            i[n] = sum.multiply(2 / k);
            j[n] = slope.multiply(-2 / (k * k));
            if (continued) {
                final Complex[] g = polynomial(m_series[n], u);
                i[n] = i[n].subtract(Complex.I.multiply(2 * Math.PI / Math.abs(k)).multiply(g[0]));
                j[n] = j[n].add(Complex.I.multiply(2 * Math.PI / (k * Math.abs(k))).multiply(g[1]));
            }
        }
        return DispersionIntegrals.of(i, j);
    }

    /** Value and derivative of a Legendre series at a complex point. */
    private static Complex[] polynomial(final double[] a, final Complex u) {
        Complex value = new Complex(a[0]);
        Complex slope = Complex.ZERO;
        Complex below = Complex.ONE;
        Complex p = u;
        Complex slopeBelow = Complex.ZERO;
        Complex pSlope = Complex.ONE;
        for (int l = 1; l < a.length; l++) {
            value = value.add(p.multiply(a[l]));
            slope = slope.add(pSlope.multiply(a[l]));
            final Complex above = u.multiply(p).multiply(2 * l + 1).subtract(below.multiply(l)).divide(l + 1);
            final Complex slopeAbove = slopeBelow.add(p.multiply(2 * l + 1));
            below = p;
            p = above;
            slopeBelow = pSlope;
            pSlope = slopeAbove;
        }
        return new Complex[]{value, slope};
    }
}
