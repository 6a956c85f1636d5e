package org.flavorwaves.physics.flavomon.spectra;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.QRDecomposition;
import org.flavorwaves.physics.numerics.GaussLegendre;

/**
 * A lepton number over the sphere as a series of spherical harmonics, from a product grid. Seen from any direction its
 * azimuthal moments are polynomials in the cosine to that direction, so that waves in all directions see one medium.
 * Immutable.
 */
public final class SphereSeries {
    /** Moments of 1, x, y, xx, xy, yy over the azimuth. */
    private static final int MOMENTS = 6;

    private final double[][] m_axes;

    /** Factors of Plm(c) cos m phi at [2 m] and Plm(c) sin m phi at [2 m + 1], by degree l. */
    private final double[][] m_series;

    private final int m_degree;

    private final double m_error;

    private SphereSeries(final double[][] axes, final double[][] series, final int degree, final double error) {
        m_axes = axes;
        m_series = series;
        m_degree = degree;
        m_error = error;
    }

    /**
     * Expands the lepton number of modes.
     *
     * @param grid their directions
     * @param g their lepton numbers, quadrature weights included
     * @param degree highest degree
     * @return the series, ended where its terms sink into noise
     */
    public static SphereSeries of(final SphereGrid grid, final double[] g, final int degree) {
        final double[][] f = grid.fourier(g);
        final double[][] series = new double[f.length][];
        final double[] sizes = new double[degree + 1];
        final double[] azimuthal = new double[grid.azimuthalOrder() + 1];
        for (int p = 0; p < f.length; p++) {
            final int m = p / 2;
            series[p] = m > degree ? new double[degree + 1] : coefficients(grid, f[p], m, degree);
            for (int l = 0; l <= degree; l++) {
                sizes[l] = Math.hypot(sizes[l], series[p][l]);
                azimuthal[m] = Math.hypot(azimuthal[m], series[p][l]);
            }
        }
        final SeriesTail tail = SeriesTail.of(sizes);
        final SeriesTail around = SeriesTail.of(azimuthal);
        return new SphereSeries(grid.axes(), series, tail.order(), Math.max(tail.error(), around.error()));
    }

    private static double[] coefficients(final SphereGrid grid, final double[] f, final int m, final int degree) {
        final double[] c = grid.cosines();
        final double[] weights = grid.weights();
        final double[] a = new double[degree + 1];
        final double[][] rows = new double[c.length][];
        for (int j = 0; j < c.length; j++) {
            final double[] p = associated(m, degree, c[j]);
            rows[j] = new double[degree - m + 1];
            for (int l = m; l <= degree; l++) {
                a[l] += weights[j] * f[j] * p[l];
                rows[j][l - m] = Math.sqrt(weights[j]) * p[l];
            }
        }
        if (!grid.gauss()) {
            final double[] right = new double[c.length];
            for (int j = 0; j < c.length; j++) {
                right[j] = Math.sqrt(weights[j]) * f[j];
            }
            final double[] fit = new QRDecomposition(new Array2DRowRealMatrix(rows, false)).getSolver()
                .solve(new ArrayRealVector(right, false)).toArray();
            System.arraycopy(fit, 0, a, m, fit.length);
        }
        return a;
    }

    /** Associated Legendre functions of order m by degree, normalised to integral P^2 dc = 1 over [-1, 1]. */
    private static double[] associated(final int m, final int degree, final double c) {
        final double[] p = new double[degree + 1];
        double start = Math.sqrt(0.5);
        final double s = Math.sqrt(Math.max(0, (1 - c) * (1 + c)));
        for (int i = 1; i <= m; i++) {
            start *= -s * Math.sqrt((2 * i + 1.0) / (2 * i));
        }
        if (m <= degree) {
            p[m] = start;
        }
        for (int l = m + 1; l <= degree; l++) {
            final double below = l - 2 >= m ? p[l - 2] : 0;
            final double a = Math.sqrt((4.0 * l * l - 1) / ((double) l * l - (double) m * m));
            final double b = Math.sqrt((((double) l - 1) * (l - 1) - (double) m * m) / (4.0 * (l - 1) * (l - 1) - 1));
            p[l] = a * (c * p[l - 1] - b * below);
        }
        return p;
    }

    /**
     * The highest degree.
     *
     * @return L
     */
    public int degree() {
        return m_degree;
    }

    /**
     * How well the series is known.
     *
     * @return noise or size of the last terms, relative to the largest
     */
    public double error() {
        return m_error;
    }

    /**
     * The same series to one degree less.
     *
     * @return a shorter copy
     */
    public SphereSeries shorter() {
        return new SphereSeries(m_axes, m_series, Math.max(0, m_degree - 1), m_error);
    }

    private double density(final double[] v) {
        final double phi = Math.atan2(PropagationFrame.dot(v, m_axes[1]), PropagationFrame.dot(v, m_axes[0]));
        final double c = PropagationFrame.dot(v, m_axes[2]);
        double sum = 0;
        for (int m = 0; 2 * m < m_series.length && m <= m_degree; m++) {
            final double[] p = associated(m, m_degree, c);
            double cosine = 0;
            double sine = 0;
            for (int l = m; l <= m_degree; l++) {
                cosine += m_series[2 * m][l] * p[l];
                sine += m_series[2 * m + 1][l] * p[l];
            }
            sum += cosine * Math.cos(m * phi) + sine * Math.sin(m * phi);
        }
        return sum;
    }

    /**
     * The azimuthal moments about a direction, exact: integrals over the azimuth of G times 1, x, y, xx, xy, yy.
     *
     * @param frame two axes across the direction, and the direction
     * @return Legendre series over the cosine to the direction
     */
    public LegendreSpectrum[] moments(final double[][] frame) {
        final int nodes = m_degree + 3;
        final GaussLegendre rule = GaussLegendre.of(nodes);
        final int azimuths = 2 * m_degree + 6;
        final double[][] values = new double[MOMENTS][nodes];
        final double[] v = new double[3];
        for (int j = 0; j < nodes; j++) {
            final double c = rule.node(j);
            final double s = Math.sqrt((1 - c) * (1 + c));
            for (int a = 0; a < azimuths; a++) {
                final double x = s * Math.cos(2 * Math.PI * a / azimuths);
                final double y = s * Math.sin(2 * Math.PI * a / azimuths);
                for (int b = 0; b < 3; b++) {
                    v[b] = x * frame[0][b] + y * frame[1][b] + c * frame[2][b];
                }
                final double g = density(v) * 2 * Math.PI / azimuths;
                final double[] factors = {1, x, y, x * x, x * y, y * y};
                for (int n = 0; n < MOMENTS; n++) {
                    values[n][j] += factors[n] * g;
                }
            }
        }
        final LegendreSpectrum[] spectra = new LegendreSpectrum[MOMENTS];
        for (int n = 0; n < MOMENTS; n++) {
            spectra[n] = LegendreSpectrum.project(rule.nodes(), rule.weights(), values[n], nodes - 1);
        }
        return spectra;
    }
}
