package org.flavorwaves.physics.flavomon.spectra;

import java.util.Arrays;

import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealVector;
import org.flavorwaves.physics.numerics.LegendreSeries;

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

    /** Relative error of G below the real axis up to which its continuation is trusted. */
    private static final double TRUSTED = 1e-3;

    /** Farther below the axis modes decay within a fraction of their wavelength. */
    private static final double LARGEST_ELLIPSE = 1.8;

    /** Relative residual of a fit above which the samples are rough. */
    private static final double ROUGH = 0.02;

    /** Coefficients of v^n G by power n. */
    private final double[][] m_series;

    private final double m_strength;

    /** Coefficients that were cut off, and the error of those that were kept, relative to the largest. */
    private final double[] m_beyond;

    private final double m_error;

    private final boolean m_rough;

    /**
     * Takes the coefficients, which are exact.
     *
     * @param coefficients a_0 ... a_L, in the unit of the potentials
     * @throws IllegalArgumentException if there is none or one is not finite
     */
    public LegendreSpectrum(final double... coefficients) {
        this(coefficients, new double[0], SeriesTail.ROUNDING, false);
    }

    private LegendreSpectrum(final double[] coefficients, final double[] beyond, final double error,
        final boolean rough) {
        m_beyond = beyond;
        m_error = error;
        m_rough = rough;
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
            m_series[n] = new LegendreSeries(m_series[n - 1]).timesV().coefficients();
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
     * @param order highest order L; from the number of nodes on the series only rings
     * @return the series a_0 ... a_L
     */
    public static LegendreSpectrum project(final double[] nodes, final double[] weights, final double[] values,
        final int order) {
        final double[] strengths = new double[nodes.length];
        for (int i = 0; i < nodes.length; i++) {
            strengths[i] = weights[i] * values[i];
        }
        final double[] a = LegendreSeries.project(nodes, strengths, order).coefficients();
        final SeriesTail tail = SeriesTail.of(sizes(a));
        return new LegendreSpectrum(a, new double[0], tail.error(), tail.rough());
    }

    /** Norms of the terms a_l P_l. */
    private static double[] sizes(final double[] a) {
        final double[] sizes = new double[a.length];
        for (int l = 0; l < a.length; l++) {
            sizes[l] = Math.abs(a[l]) * Math.sqrt(2 / (2 * l + 1.0));
        }
        return sizes;
    }

    /**
     * The series up to the order from which on its coefficients are rounding or noise of the samples. Above the real
     * axis nothing changes; continued below it, noise of high orders would invent roots.
     *
     * @return the series that can be continued
     */
    public LegendreSpectrum cut() {
        final SeriesTail tail = SeriesTail.of(sizes(m_series[0]));
        return new LegendreSpectrum(Arrays.copyOf(m_series[0], tail.order() + 1),
            Arrays.copyOfRange(m_series[0], tail.order() + 1, m_series[0].length), m_error, m_rough);
    }

    /**
     * The highest order.
     *
     * @return L
     */
    public int order() {
        return m_series[0].length - 1;
    }

    /**
     * How well the series is known.
     *
     * @return error of the coefficients relative to the largest, each as the norm of its term
     */
    public double error() {
        return m_error;
    }

    /**
     * Whether the samples are those of a function for which a series is no good representation.
     *
     * @return true if its terms are large and fall slowly, or a fit leaves a large residual
     */
    public boolean isRough() {
        return m_rough;
    }

    @Override
    public double trustedEllipse() {
        return trustedEllipse(m_error, order());
    }

    /**
     * The ellipse with foci +-1 on which a point lies.
     *
     * @param u a complex phase velocity
     * @return the sum of the semi-axes, &gt;= 1
     */
    public static double ellipse(final Complex u) {
        return LegendreQ.ellipse(u);
    }

    /**
     * How far a series can be continued: an error of its coefficients is worth rho^(L + 1) on the ellipse of sum of
     * semi-axes rho (Bernstein).
     *
     * @param error relative error of the coefficients
     * @param order highest order L
     * @return rho, see {@link AngularSpectrum#trustedEllipse()}
     */
    public static double trustedEllipse(final double error, final int order) {
        return Math.min(LARGEST_ELLIPSE, Math.max(1, Math.pow(TRUSTED / error, 1.0 / (order + 1))));
    }

    /** One order more if its coefficient was cut off, otherwise one less. */
    @Override
    public AngularSpectrum neighbour() {
        if (m_beyond.length == 0) {
            return m_error <= SeriesTail.ROUNDING || order() == 0 ? this
                : new LegendreSpectrum(Arrays.copyOf(m_series[0], order()), m_beyond, m_error, m_rough);
        }
        final double[] a = Arrays.copyOf(m_series[0], order() + 2);
        a[order() + 1] = m_beyond[0];
        return new LegendreSpectrum(a, new double[0], m_error, m_rough);
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
        final double[][] rows = new double[n][];
        final double[] right = new double[n];
        for (int i = 0; i < n; i++) {
            final double weight = Math.sqrt(weights[i]);
            rows[i] = Arrays.stream(LegendreSeries.polynomials(nodes[i], order)).map(p -> weight * p).toArray();
            right[i] = weight * values[i];
        }
        final Array2DRowRealMatrix matrix = new Array2DRowRealMatrix(rows, false);
        final ArrayRealVector wanted = new ArrayRealVector(right, false);
        final RealVector a = new QRDecomposition(matrix).getSolver().solve(wanted);
        final double norm = wanted.getNorm();
        final double residual = norm == 0 ? 0 : matrix.operate(a).subtract(wanted).getNorm() / norm;
        final double error = Math.max(SeriesTail.ROUNDING,
            2 * (order + 1) <= n ? residual : Math.max(residual, SeriesTail.of(sizes(a.toArray())).error()));
        return new LegendreSpectrum(a.toArray(), new double[0], error, error > ROUGH);
    }

    @Override
    public double density(final double v) {
        return LegendreSeries.value(m_series[0], v);
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
    public DispersionIntegrals integrals(final Complex omega, final double k) {
        if (k == 0) {
            return AngularSpectrum.homogeneous(this, omega);
        }
        return integrals(new LegendreQ(omega.divide(k), k > 0 ? 1 : -1, m_series[POWERS - 1].length - 1), omega, k);
    }

    /**
     * The integrals of several spectra of equal order, for which the Legendre functions are the same.
     *
     * @param spectra of equal order
     * @param omega complex frequency, shifted
     * @param k real wave number, shifted
     * @return the integrals of each
     */
    public static DispersionIntegrals[] integrals(final LegendreSpectrum[] spectra, final Complex omega,
        final double k) {
        if (k == 0) {
            return Arrays.stream(spectra).map(s -> s.integrals(omega, 0)).toArray(DispersionIntegrals[]::new);
        }
        final LegendreQ q =
            new LegendreQ(omega.divide(k), k > 0 ? 1 : -1, spectra[0].m_series[POWERS - 1].length - 1);
        return Arrays.stream(spectra).map(s -> s.integrals(q, omega, k)).toArray(DispersionIntegrals[]::new);
    }

    private DispersionIntegrals integrals(final LegendreQ q, final Complex omega, final double k) {
        final Complex u = omega.divide(k);
        final Complex[][] sums = sums(q, k);
        if (omega.getImaginary() < 0 && Math.abs(u.getReal()) < 1) {
            for (int n = 0; n < POWERS; n++) {
                final Complex[] g = polynomial(m_series[n], u);
                sums[0][n] = sums[0][n].subtract(Complex.I.multiply(2 * Math.PI / Math.abs(k)).multiply(g[0]));
                sums[1][n] = sums[1][n].add(Complex.I.multiply(2 * Math.PI / (k * Math.abs(k))).multiply(g[1]));
            }
        }
        return DispersionIntegrals.of(sums[0], sums[1]);
    }

    @Override
    public DispersionIntegrals outside(final int side, final double gap, final double k) {
        if (k == 0) {
            return AngularSpectrum.homogeneous(this, new Complex(side * gap));
        }
        final Complex[][] sums = sums(LegendreQ.outside(k > 0 ? side : -side, gap / Math.abs(k),
            m_series[POWERS - 1].length - 1), k);
        return DispersionIntegrals.of(sums[0], sums[1]);
    }

    /** I_n and J_n on the branch that is cut along the light cone. */
    private Complex[][] sums(final LegendreQ q, final double k) {
        final Complex[] i = new Complex[POWERS];
        final Complex[] j = new Complex[POWERS];
        for (int n = 0; n < POWERS; n++) {
            double re = 0;
            double im = 0;
            double slopeRe = 0;
            double slopeIm = 0;
            for (int l = 0; l < m_series[n].length; l++) {
                final double a = m_series[n][l];
                re += a * q.value(l).getReal();
                im += a * q.value(l).getImaginary();
                slopeRe += a * q.derivative(l).getReal();
                slopeIm += a * q.derivative(l).getImaginary();
            }
            i[n] = new Complex(2 / k * re, 2 / k * im);
            j[n] = new Complex(-2 / (k * k) * slopeRe, -2 / (k * k) * slopeIm);
        }
        return new Complex[][]{i, j};
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
