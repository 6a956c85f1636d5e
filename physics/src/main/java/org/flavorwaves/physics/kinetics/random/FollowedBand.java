package org.flavorwaves.physics.kinetics.random;

import java.util.List;

import org.flavorwaves.physics.linear.BandSector;
import org.flavorwaves.physics.numerics.NullVectorIteration;

/**
 * One band at one wave number: its frequency and null vectors, followed through the changes of the background from
 * where they were at the last accepted step, and its intensity. Works without allocation; not for several threads at
 * once.
 */
final class FollowedBand {
    /** Last step of the iteration and residual of the null vectors, as shares of the scale. */
    private static final double SETTLED = 1e-12;

    /**
     * The same where several bands have one frequency: the inverse of a matrix that is singular to rounding would turn
     * their vectors into each other.
     */
    private static final double SETTLED_MULTIPLE = 1e-10;

    /** The same before the last improvement. */
    private static final double NEAR = 1e-8;

    /** Farthest that a frequency may move in a step, as a share of the scale. */
    private static final double REACH = 0.1;

    /** Distance from a frequency that a search gives at which vectors are made, as a share of the scale. */
    private static final double BESIDE = 1e-6;

    /** Distance of a band from what the slope of its neighbour predicts, as a share of the difference of both. */
    private static final double BESIDE_SLOPE = 0.25;

    /** Largest error of a frequency that a search gives, as a share of the scale. */
    private static final double FOUND = 1e-8;

    /** Distance of the frequencies of one band, as a share of the scale, and of its vectors. */
    private static final double SAME = 1e-8;

    private final int m_place;

    private final double m_k;

    private final BandSector m_sector;

    private final BandSums m_sums;

    private final NullVectorIteration m_roots;

    private final BandSums.Sampler m_sampler;

    private final BandProjection m_vectors;

    private final double[] m_anchor;

    private final double[] m_shares;

    private final double[] m_left;

    private final double[] m_product = new double[4];

    /** sum_i w_i |psi_i|^2 where the field has the length 1. */
    private double m_norm;

    /** Growth that the slope promised at the neighbouring places on either side when there was no band. */
    private final double[] m_vain = {0, 0};

    /** Im Omega at the accepted step before the last one; NaN where there was none. */
    private double m_earlier = Double.NaN;

    private boolean m_growing;

    private boolean m_frozen;

    private boolean m_multiple;

    private double m_logarithm;

    /**
     * A band.
     *
     * @param place index of the wave number
     * @param k wave number
     * @param sector block
     * @param sums the block's sums, which change with the background
     */
    FollowedBand(final int place, final double k, final BandSector sector, final BandSums sums) {
        m_place = place;
        m_k = k;
        m_sector = sector;
        m_sums = sums;
        m_roots = new NullVectorIteration(sums.dimension(), new Matrix());
        m_sampler = sums.sampler();
        m_vectors = sums.projection();
        m_anchor = new double[m_roots.stateSize()];
        m_shares = new double[sums.size()];
        m_left = new double[sums.size()];
    }

    /** T of this wave number. */
    private final class Matrix implements NullVectorIteration.Matrix {
        @Override
        public void sample(final double re, final double im, final double[] t, final double[] derivative) {
            m_sampler.sample(m_k, re, im, t, derivative);
        }

        @Override
        public void take(final double[] x, final double[] y) {
            m_sums.project(x, y, m_vectors);
        }

        @Override
        public void product(final double re, final double im, final double[] out) {
            m_sums.product(m_k, re, im, m_vectors, out);
        }
    }

    /**
     * Starts at an estimate of the frequency, beside other bands of the same frequency.
     *
     * @return whether there is a growing band
     */
    boolean start(final double re, final double im, final List<FollowedBand> others) {
        m_roots.start(re, im, BESIDE * m_sums.scale(), others.stream().map(other -> other.m_roots).toList());
        m_multiple = !others.isEmpty();
        others.forEach(other -> other.m_multiple = true);
        m_growing = settle(re, im, FOUND * m_sums.scale());
        if (m_growing) {
            others.forEach(this::separate);
            accept();
        }
        return m_growing;
    }

    /** Goes to the frequency on the present background; where the band does not grow there it counts as marginal. */
    void follow() {
        if (m_frozen) {
            return;
        }
        if (!m_growing) {
            m_roots.restore(m_anchor);
        }
        m_growing = settle(m_anchor[0], m_anchor[1], REACH * m_sums.scale());
    }

    /** Starts at what the slope of a band at a neighbouring wave number predicts. */
    boolean start(final FollowedBand neighbour) {
        m_multiple = neighbour.m_multiple;
        m_roots.restore(neighbour.m_anchor);
        final double re = m_roots.re() + neighbour.slopeRe() * (m_k - neighbour.m_k);
        final double im = m_roots.im() + neighbour.slopeIm() * (m_k - neighbour.m_k);
        m_roots.moveTo(re, im);
        m_growing = im > 0 && settle(re, im, Math.abs(m_k - neighbour.m_k));
        if (m_growing) {
            accept();
        }
        return m_growing;
    }

    private double slopeRe() {
        final double[] p = m_product;
        return (p[2] * p[0] + p[3] * p[1]) / (p[0] * p[0] + p[1] * p[1]);
    }

    private double slopeIm() {
        final double[] p = m_product;
        return (p[3] * p[0] - p[2] * p[1]) / (p[0] * p[0] + p[1] * p[1]);
    }

    /** Whether the slope of this band leads to more growth at a neighbouring place than when there was no band. */
    boolean mayLeadTo(final int place, final double k) {
        return growth() + slopeIm() * (k - m_k) > m_vain[place < m_place ? 0 : 1];
    }

    /** Remembers that there was no band at a neighbouring place. */
    void leadsNowhere(final int place, final double k) {
        m_vain[place < m_place ? 0 : 1] = growth() + slopeIm() * (k - m_k);
    }

    /** Whether the slope of this band leads to a growing band of a neighbouring wave number, one of one each. */
    boolean leadsTo(final FollowedBand other) {
        if (m_multiple || other.m_multiple || m_sector != other.m_sector || !(growth() > 0 && other.growth() > 0)) {
            return false;
        }
        final double re = slopeRe() * (other.m_k - m_k);
        final double im = slopeIm() * (other.m_k - m_k);
        return Math.hypot(omegaRe() + re - other.omegaRe(), growth() + im - other.growth())
            <= BESIDE_SLOPE * Math.hypot(re, im);
    }

    private boolean settle(final double re, final double im, final double reach) {
        if (!m_roots.follow(m_sums.scale(), m_multiple ? SETTLED_MULTIPLE : SETTLED, m_multiple ? 0 : NEAR)
            || Math.hypot(m_roots.re() - re, m_roots.im() - im) > reach || !(m_roots.im() > 0)) {
            return false;
        }
        measure();
        return true;
    }

    /** Evaluates the shares of the modes for the present frequency and vectors. */
    private void measure() {
        m_sums.project(m_roots.right(), m_roots.left(), m_vectors);
        m_sums.shares(m_k, m_roots.re(), m_roots.im(), m_vectors, m_shares, m_left, m_product);
        double norm = 0;
        for (int i = 0; i < m_shares.length; i++) {
            norm += m_sums.weight(i) * m_shares[i];
        }
        m_norm = norm;
        final double product = m_product[0] * m_product[0] + m_product[1] * m_product[1];
        final double right = 1 / norm;
        final double left = norm / product;
        for (int i = 0; i < m_shares.length; i++) {
            m_shares[i] *= right;
            m_left[i] *= left;
        }
    }

    /**
     * Keeps bands of one frequency apart, which rounding would turn into each other: of a pair by symmetry, such as
     * transverse waves along the axis of an axisymmetric gas, both together have the symmetry of the gas.
     */
    void separate(final FollowedBand other) {
        if (m_multiple && other.m_multiple && isBeside(other)) {
            m_roots.separate(other.m_roots);
            measure();
            other.measure();
        }
    }

    /** Takes the present frequency for the one of an accepted step. */
    void accept() {
        if (m_growing) {
            m_earlier = m_anchor[1] > 0 ? m_anchor[1] : Double.NaN;
            m_roots.save(m_anchor);
        }
    }

    /**
     * How long this band will grow faster than a rate if the square of its growth goes on to fall as it did: two real
     * frequencies are left where it vanishes.
     *
     * @param rate positive
     * @param step time since the accepted step before the last one
     * @return the time, infinite if the growth does not fall
     */
    double timeAbove(final double rate, final double step) {
        final double square = growth() * growth();
        final double fall = (m_earlier * m_earlier - square) / step;
        return fall > 0 && growth() > rate ? (square - rate * rate) / fall : Double.POSITIVE_INFINITY;
    }

    /** Goes back to the last accepted step. */
    void reject() {
        m_roots.restore(m_anchor);
        m_growing = true;
    }

    /**
     * The intensity that noise has in this band: I(0) = sum_i s_i |left_i|^2 over the components across P_i
     * (FW random-noise).
     *
     * @param noise s_i by mode
     */
    double noise(final double[] noise) {
        double sum = 0;
        for (int i = 0; i < noise.length; i++) {
            sum += noise[i] * m_left[i];
        }
        return sum;
    }

    /**
     * The intensity of this band for which the flavor field psi = sum_i w_i s_i V_i rho_xe,i of (FR 3) has a given one,
     * sum over flavor components and components of V (FW random-field).
     *
     * @param field |A|^2 per unit of k, the square of a potential
     * @param selfInteraction the factor q on the nu-nu term, not 0
     */
    double ofField(final double field, final double selfInteraction) {
        return 2 * field * selfInteraction * selfInteraction * m_norm;
    }

    /** The norm of the left vector, sqrt(sum_i |left_i|^2/w_i) for sum w |psi|^2 = 1 and left.psi = 1; at least 1. */
    double condition() {
        double sum = 0;
        for (int i = 0; i < m_left.length; i++) {
            final double w = m_sums.weight(i);
            sum += w > 0 ? m_left[i] / w : 0;
        }
        return Math.sqrt(sum);
    }

    int place() {
        return m_place;
    }

    double k() {
        return m_k;
    }

    BandSector sector() {
        return m_sector;
    }

    /** Re Omega on the background at which it was last found. */
    double omegaRe() {
        return m_growing ? m_roots.re() : m_anchor[0];
    }

    /** Im Omega; 0 where the band does not grow or is frozen. */
    double growth() {
        return m_growing && !m_frozen ? m_roots.im() : 0;
    }

    /** |psi_i|^2 with sum_i w_i |psi_i|^2 = 1; not to be changed. */
    double[] shares() {
        return m_shares;
    }

    /** Whether two bands of one wave number grow with the same frequency. */
    boolean isBeside(final FollowedBand other) {
        return m_place == other.m_place && m_sector == other.m_sector && growth() > 0 && other.growth() > 0
            && Math.hypot(m_roots.re() - other.m_roots.re(), m_roots.im() - other.m_roots.im())
                <= SAME * m_sums.scale();
    }

    /** Whether two bands were different and have become one. */
    boolean isOneWith(final FollowedBand other) {
        return !(m_multiple && other.m_multiple) && isBeside(other) && m_roots.parallel(other.m_roots) > 1 - SAME;
    }

    /** Takes over the intensity of another band. */
    void add(final FollowedBand other) {
        final double larger = Math.max(m_logarithm, other.m_logarithm);
        m_logarithm =
            larger + Math.log(Math.exp(m_logarithm - larger) + Math.exp(other.m_logarithm - larger));
    }

    boolean frozen() {
        return m_frozen;
    }

    void freeze() {
        m_frozen = true;
    }

    /** Lets a frozen band go on if it grows faster than a rate. */
    void wake(final double rate) {
        m_frozen = false;
        m_growing = false;
        follow();
        m_frozen = growth() < rate;
        if (!m_frozen) {
            accept();
            m_earlier = Double.NaN;
        }
    }

    /** ln I. */
    double logarithm() {
        return m_logarithm;
    }

    void setLogarithm(final double logarithm) {
        m_logarithm = logarithm;
    }
}
