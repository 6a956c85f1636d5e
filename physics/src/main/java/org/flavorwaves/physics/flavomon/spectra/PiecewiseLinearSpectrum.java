package org.flavorwaves.physics.flavomon.spectra;

import java.util.Arrays;

import org.apache.commons.math3.complex.Complex;

/**
 * A spectrum G(v) that is linear between nodes and continued linearly to v = +-1. With t = omega/k - m and w = v - m on
 * a segment of middle m and half-width h its dispersion integrals are sums of
 *
 * <pre>E_0 = log((t + h)/(t - h)),   E_{j+1} = t E_j - integral w^j dw,   F_j = -dE_j/dt,
 * I_n = (1/k) sum c_j E_j,   J_n = (1/k^2) sum c_j F_j   with   v^n G(v) = sum c_j w^j,</pre>
 *
 * <p>summed as power series in h/t on segments far from omega/k. Second order in the distance of the nodes, exact for G
 * linear in v. Below the real axis the segment under omega continues its own straight line; kinks are branch points
 * there. Immutable.
 */
public final class PiecewiseLinearSpectrum implements AngularSpectrum {
    private static final int POWERS = 4;

    /** Highest power of w in v^3 G(v), plus one. */
    private static final int TERMS = POWERS + 1;

    /** |h/t| below which E_0 and E_1 are summed as power series. */
    private static final double SMALL = 0.25;

    /** Terms of these series: {@link #SMALL} to the power of twice this is below rounding. */
    private static final int SERIES = 14;

    /** |h/t|^2 below which fewer terms do. */
    private static final double DISTANT = 1e-3;

    private static final int SHORT_SERIES = 6;

    /** Ends of the segments, from -1 to 1. */
    private final double[] m_ends;

    /** G in the middle of each segment. */
    private final double[] m_middle;

    private final double[] m_slope;

    private final double m_strength;

    /**
     * Takes the values at nodes.
     *
     * @param nodes cos theta, at least two, rising, in [-1, 1]
     * @param values G at the nodes, in the unit of the potentials
     * @throws IllegalArgumentException if the lengths differ, there are fewer than two, or they do not rise; names the
     *             node
     */
    public PiecewiseLinearSpectrum(final double[] nodes, final double[] values) {
        final int n = nodes.length;
        if (n < 2 || values.length != n) {
            throw new IllegalArgumentException("A piecewise linear spectrum needs at least two directions and one value"
                + " for each, but has " + n + " directions and " + values.length + " values.");
        }
        for (int i = 0; i < n; i++) {
            if (!(nodes[i] >= -1 && nodes[i] <= 1) || i > 0 && !(nodes[i] > nodes[i - 1])) {
                throw new IllegalArgumentException("Direction " + i + " of a piecewise linear spectrum is " + nodes[i]
                    + "; directions must rise within [-1, 1].");
            }
        }
        m_ends = nodes.clone();
        m_ends[0] = -1;
        m_ends[n - 1] = 1;
        m_middle = new double[n - 1];
        m_slope = new double[n - 1];
        double strength = 0;
        for (int s = 0; s < n - 1; s++) {
            m_slope[s] = (values[s + 1] - values[s]) / (nodes[s + 1] - nodes[s]);
            m_middle[s] = values[s] + m_slope[s] * (middle(s) - nodes[s]);
            final double half = half(s);
            strength += half * (Math.abs(m_middle[s] - half * m_slope[s]) + Math.abs(m_middle[s] + half * m_slope[s]));
        }
        m_strength = strength;
    }

    /**
     * Takes beams that stand for a continuous spectrum, g_i = G(v_i) times a quadrature weight, see
     * {@link AngularSamples}.
     *
     * @param v cos theta of the beams, in any order; beams of equal direction are added up
     * @param g their lepton numbers, quadrature weights included
     * @return the spectrum
     * @throws IllegalArgumentException if there are fewer than two directions
     */
    public static PiecewiseLinearSpectrum ofBeams(final double[] v, final double[] g) {
        final AngularSamples samples = AngularSamples.of(v, g);
        return new PiecewiseLinearSpectrum(samples.nodes(), samples.values());
    }

    private double middle(final int s) {
        return (m_ends[s] + m_ends[s + 1]) / 2;
    }

    private double half(final int s) {
        return (m_ends[s + 1] - m_ends[s]) / 2;
    }

    private int segment(final double v) {
        final int at = Arrays.binarySearch(m_ends, v);
        return Math.max(0, Math.min(m_middle.length - 1, at >= 0 ? at : -at - 2));
    }

    @Override
    public double density(final double v) {
        final int s = segment(v);
        return m_middle[s] + m_slope[s] * (v - middle(s));
    }

    @Override
    public double moment(final int n) {
        final double[] c = new double[TERMS];
        double sum = 0;
        for (int s = 0; s < m_middle.length; s++) {
            start(s, c);
            for (int p = 0; p < n; p++) {
                timesV(middle(s), c);
            }
            final double h = half(s);
            double power = 2 * h;
            for (int j = 0; j < TERMS; j += 2) {
                sum += c[j] * power / (j + 1);
                power *= h * h;
            }
        }
        return sum;
    }

    /** The coefficients of G in w on a segment. */
    private void start(final int s, final double[] c) {
        Arrays.fill(c, 0);
        c[0] = m_middle[s];
        c[1] = m_slope[s];
    }

    /** Multiplies a polynomial in w by v = middle + w. */
    private static void timesV(final double middle, final double[] c) {
        for (int j = TERMS - 1; j > 0; j--) {
            c[j] = middle * c[j] + c[j - 1];
        }
        c[0] *= middle;
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
        final Complex u = omega.divide(k);
        final Complex[][] sums = sums(u, Double.NaN, k);
        if (omega.getImaginary() < 0 && Math.abs(u.getReal()) < 1) {
            addResidues(u, k, sums[0], sums[1]);
        }
        return DispersionIntegrals.of(sums[0], sums[1]);
    }

    @Override
    public DispersionIntegrals outside(final int side, final double gap, final double k) {
        if (k == 0) {
            return AngularSpectrum.homogeneous(this, new Complex(side * gap));
        }
        final double beyond = gap / Math.abs(k);
        final Complex[][] sums = sums(new Complex(side * Math.signum(k) * (1 + beyond)), beyond, k);
        return DispersionIntegrals.of(sums[0], sums[1]);
    }

    /** I_n and J_n; beyond is |u| - 1 for real u outside the light cone, NaN otherwise. */
    private Complex[][] sums(final Complex u, final double beyond, final double k) {
        final double[] sums = new double[4 * POWERS];
        final double[] e = new double[4 * TERMS];
        final double[] c = new double[TERMS];
        final int last = m_middle.length - 1;
        for (int s = 0; s <= last; s++) {
            final double middle = middle(s);
            final double x = u.getReal() - middle;
            final double plus = s == 0 && beyond > 0 && x < 0 ? -beyond : x + half(s);
            final double minus = s == last && beyond > 0 && x > 0 ? beyond : x - half(s);
            integrals(x, u.getImaginary(), half(s), plus, minus, k > 0 ? 1 : -1, e);
            start(s, c);
            for (int n = 0; n < POWERS; n++) {
                for (int j = 0; j < TERMS; j++) {
                    for (int part = 0; part < 4; part++) {
                        sums[4 * n + part] += c[j] * e[4 * j + part];
                    }
                }
                timesV(middle, c);
            }
        }
        final Complex[] i = new Complex[POWERS];
        final Complex[] j = new Complex[POWERS];
        for (int n = 0; n < POWERS; n++) {
            i[n] = new Complex(sums[4 * n] / k, sums[4 * n + 1] / k);
            j[n] = new Complex(sums[4 * n + 2] / (k * k), sums[4 * n + 3] / (k * k));
        }
        return new Complex[][]{i, j};
    }

    /**
     * E_j and F_j of a segment, [4 j + part], parts Re E, Im E, Re F, Im F; E_4 is left out, no I_n needs it. The
     * distances plus = x + h and minus = x - h from its ends are given by themselves, for they may be tiny.
     */
    private static void integrals(final double x, final double y, final double h, final double plus,
        final double minus, final int side, final double[] e) {
        final double size = x * x + y * y;
        final double wide = plus * minus + y * y;
        final double norm = y == 0 ? Math.abs(wide) : Math.sqrt(wide * wide + 4 * h * h * y * y);
        e[2] = 2 * h / norm * ((plus * minus - y * y) / norm);
        e[3] = -2 * h / norm * (2 * x * y / norm);
        if (h * h < SMALL * SMALL * size) {
            series(h * x / size, -h * y / size, h, e);
        } else {
            e[0] = y == 0 ? Math.log(Math.abs(plus)) - Math.log(Math.abs(minus))
                : 0.5 * Math.log((plus * plus + y * y) / (minus * minus + y * y));
            e[1] = y == 0 ? wide < 0 ? -side * Math.PI : 0 : Math.atan2(-2 * h * y, wide);
            e[4] = x * e[0] - y * e[1] - 2 * h;
            e[5] = x * e[1] + y * e[0];
            e[6] = x * e[2] - y * e[3] - e[0];
            e[7] = x * e[3] + y * e[2] - e[1];
        }
        for (int j = 2; j < TERMS; j++) {
            final int at = 4 * j;
            e[at] = x * e[at - 4] - y * e[at - 3] - (j == 3 ? 2 * h * h * h / 3 : 0);
            e[at + 1] = x * e[at - 3] + y * e[at - 4];
            e[at + 2] = x * e[at - 2] - y * e[at - 1] - e[at - 4];
            e[at + 3] = x * e[at - 1] + y * e[at - 2] - e[at - 3];
        }
    }

    /**
     * With q = h/t: E_0 = 2 sum q^(2r+1)/(2r+1), E_1 = 2 h sum_{r>0} q^(2r)/(2r+1),
     * F_1 = 2 sum_{r>0} 2r q^(2r+1)/(2r+1).
     */
    private static void series(final double qRe, final double qIm, final double h, final double[] e) {
        final double squareRe = qRe * qRe - qIm * qIm;
        final double squareIm = 2 * qRe * qIm;
        double evenRe = 0;
        double evenIm = 0;
        double slopeRe = 0;
        double slopeIm = 0;
        final double square = qRe * qRe + qIm * qIm;
        for (int r = square < DISTANT ? SHORT_SERIES : SERIES; r > 0; r--) {
            final double nextRe = squareRe * evenRe - squareIm * evenIm + 1.0 / (2 * r + 1);
            evenIm = squareRe * evenIm + squareIm * evenRe;
            evenRe = nextRe;
            final double nextSlope = squareRe * slopeRe - squareIm * slopeIm + 2.0 * r / (2 * r + 1);
            slopeIm = squareRe * slopeIm + squareIm * slopeRe;
            slopeRe = nextSlope;
        }
        final double sumRe = squareRe * evenRe - squareIm * evenIm;
        final double sumIm = squareRe * evenIm + squareIm * evenRe;
        final double weightedRe = squareRe * slopeRe - squareIm * slopeIm;
        final double weightedIm = squareRe * slopeIm + squareIm * slopeRe;
        e[0] = 2 * (qRe * (1 + sumRe) - qIm * sumIm);
        e[1] = 2 * (qRe * sumIm + qIm * (1 + sumRe));
        e[4] = 2 * h * sumRe;
        e[5] = 2 * h * sumIm;
        e[6] = 2 * (qRe * weightedRe - qIm * weightedIm);
        e[7] = 2 * (qRe * weightedIm + qIm * weightedRe);
    }

    /** - 2 pi i G(u) u^n/|k| below the real axis, and its derivatives. */
    private void addResidues(final Complex u, final double k, final Complex[] i, final Complex[] j) {
        final int s = segment(u.getReal());
        Complex value = u.subtract(middle(s)).multiply(m_slope[s]).add(m_middle[s]);
        Complex slope = new Complex(m_slope[s]);
        for (int n = 0; n < POWERS; n++) {
            i[n] = i[n].subtract(Complex.I.multiply(2 * Math.PI / Math.abs(k)).multiply(value));
            j[n] = j[n].add(Complex.I.multiply(2 * Math.PI / (k * Math.abs(k))).multiply(slope));
            slope = slope.multiply(u).add(value);
            value = value.multiply(u);
        }
    }
}
