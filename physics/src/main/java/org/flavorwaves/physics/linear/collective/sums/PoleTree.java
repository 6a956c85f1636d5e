package org.flavorwaves.physics.linear.collective.sums;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Sums of many simple poles, sum_j s_j/(z - x_j), and their derivatives, in a time that grows with log N. Poles are put
 * into a binary tree of intervals. An interval that is further from z than {@value #SEPARATION} times its half-width
 * is replaced by {@value #NODES} poles at its Chebyshev nodes. This interpolates 1/(z - x) in x with an error below
 * 4 r^-{@value #NODES}, r = {@value #SEPARATION} + sqrt({@value #SEPARATION}^2 - 1), which is 3e-12 of each term at
 * worst and far less for most.
 */
final class PoleTree {
    /** Nodes that replace an interval. */
    static final int NODES = 16;

    private static final double SEPARATION = 3;

    private final PoleSet m_poles;

    /** Poles in rising order. */
    private final int[] m_order;

    private final double[] m_positions;

    private final Interval m_root;

    private final double[] m_nodes = new double[NODES];

    private final double[] m_weights = new double[NODES];

    private final int m_leaf;

    /**
     * Builds the tree.
     *
     * @param poles the poles, at least one
     * @param leaf number of poles below which an interval is not divided
     */
    PoleTree(final PoleSet poles, final int leaf) {
        this(poles, IntStream.range(0, poles.size()).toArray(), leaf);
    }

    /** Builds the tree of some poles, at least one. */
    PoleTree(final PoleSet poles, final int[] chosen, final int leaf) {
        m_poles = poles;
        m_leaf = leaf;
        for (int q = 0; q < NODES; q++) {
            final double angle = Math.PI * (2 * q + 1) / (2 * NODES);
            m_nodes[q] = Math.cos(angle);
            m_weights[q] = (q % 2 == 0 ? 1 : -1) * Math.sin(angle);
        }
        m_order = IntStream.of(chosen).boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> poles.position(i)).thenComparing(i -> i))
            .mapToInt(i -> i).toArray();
        m_positions = Arrays.stream(m_order).mapToDouble(poles::position).toArray();
        m_root = build(0, m_order.length, poles.position(m_order[0]), poles.position(m_order[m_order.length - 1]));
    }

    /** A range of poles in rising order, its interval, its replacement and its two halves. */
    record Interval(int from, int to, double center, double half, double[] strengths, Interval[] parts) {
    }

    PoleSet poles() {
        return m_poles;
    }

    Interval root() {
        return m_root;
    }

    double low() {
        return m_positions[0];
    }

    double high() {
        return m_positions[m_positions.length - 1];
    }

    /** The number of poles. */
    int size() {
        return m_order.length;
    }

    /** The pole at a place in rising order. */
    int pole(final int place) {
        return m_order[place];
    }

    /** The number of poles below a position. */
    int place(final double position) {
        int low = 0;
        int high = m_positions.length;
        while (low < high) {
            final int middle = (low + high) >>> 1;
            if (m_positions[middle] < position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** A Chebyshev node of an interval. */
    double node(final Interval interval, final int q) {
        return interval.center + interval.half * m_nodes[q];
    }

    private Interval build(final int from, final int to, final double low, final double high) {
        final double center = low + (high - low) / 2;
        final double half = (high - low) / 2;
        Interval[] parts = {};
        if (to - from > m_leaf && half > Math.ulp(center) * NODES) {
            int middle = from;
            while (middle < to && m_poles.position(m_order[middle]) <= center) {
                middle++;
            }
            final Interval left = middle > from ? build(from, middle, low, center) : new Interval(from, from, 0, 0,
                new double[0], new Interval[0]);
            final Interval right = middle < to ? build(middle, to, center, high) : new Interval(to, to, 0, 0,
                new double[0], new Interval[0]);
            parts = new Interval[]{left, right};
        }
        return new Interval(from, to, center, half, strengths(from, to, center, half, parts), parts);
    }

    /** Strengths at the Chebyshev nodes, from those of the halves or from the poles; none if there are fewer poles. */
    private double[] strengths(final int from, final int to, final double center, final double half,
        final Interval[] parts) {
        if (to - from <= NODES || half == 0) {
            return new double[0];
        }
        final int channels = m_poles.channels();
        final double[] strengths = new double[NODES * channels];
        final double[] lagrange = new double[NODES];
        if (parts.length == 0) {
            for (int j = from; j < to; j++) {
                addPole(j, center, half, lagrange, strengths);
            }
        }
        for (final Interval part : parts) {
            if (part.strengths.length == 0) {
                for (int j = part.from; j < part.to; j++) {
                    addPole(j, center, half, lagrange, strengths);
                }
                continue;
            }
            for (int r = 0; r < NODES; r++) {
                lagrange((part.center + part.half * m_nodes[r] - center) / half, lagrange);
                for (int q = 0; q < NODES; q++) {
                    for (int c = 0; c < channels; c++) {
                        strengths[q * channels + c] += lagrange[q] * part.strengths[r * channels + c];
                    }
                }
            }
        }
        return strengths;
    }

    private void addPole(final int j, final double center, final double half, final double[] lagrange,
        final double[] strengths) {
        final int pole = m_order[j];
        lagrange((m_poles.position(pole) - center) / half, lagrange);
        for (int q = 0; q < NODES; q++) {
            m_poles.addStrengths(pole, lagrange[q], strengths, q * m_poles.channels());
        }
    }

    /** The values at x of the Lagrange polynomials of the Chebyshev nodes, by the second barycentric formula. */
    private void lagrange(final double x, final double[] out) {
        double sum = 0;
        for (int q = 0; q < NODES; q++) {
            if (x == m_nodes[q]) {
                Arrays.fill(out, 0);
                out[q] = 1;
                return;
            }
            out[q] = m_weights[q] / (x - m_nodes[q]);
            sum += out[q];
        }
        for (int q = 0; q < NODES; q++) {
            out[q] /= sum;
        }
    }

    /** Receives 1/(z - x) = u and 1/(z - x)^2 = w for one set of strengths. */
    private static void add(final double[] strengths, final int offset, final int channels, final double dx,
        final double dy, final Sums sums) {
        final double inverse = 1 / (dx * dx + dy * dy);
        final double ur = dx * inverse;
        final double ui = -dy * inverse;
        final double wr = ur * ur - ui * ui;
        final double wi = 2 * ur * ui;
        for (int c = 0; c < channels; c++) {
            final double s = strengths[offset + c];
            sums.valueRe[c] += s * ur;
            sums.valueIm[c] += s * ui;
            sums.squareRe[c] += s * wr;
            sums.squareIm[c] += s * wi;
        }
    }

    /**
     * Sums over poles, one number a channel.
     *
     * @param valueRe real part of sum s/(z - x)
     * @param valueIm imaginary part of it
     * @param squareRe real part of sum s/(z - x)^2
     * @param squareIm imaginary part of it
     */
    record Sums(double[] valueRe, double[] valueIm, double[] squareRe, double[] squareIm) {
        void clear() {
            Arrays.fill(valueRe, 0);
            Arrays.fill(valueIm, 0);
            Arrays.fill(squareRe, 0);
            Arrays.fill(squareIm, 0);
        }

        static Sums zero(final int channels) {
            return new Sums(new double[channels], new double[channels], new double[channels], new double[channels]);
        }
    }

    /**
     * Adds the sums of all poles.
     *
     * @param re real part of z
     * @param im distance of z from the line of the poles, not zero
     * @param near what sums near poles one by one
     * @param sums receives them
     */
    void addTo(final double re, final double im, final PoleSet.Near near, final Sums sums) {
        add(m_root, re, im, 0, m_order.length, near, sums);
    }

    /** Adds the sums of the poles with places from..to-1 in rising order. */
    void addTo(final double re, final double im, final int from, final int to, final PoleSet.Near near,
        final Sums sums) {
        if (from < to) {
            add(m_root, re, im, from, to, near, sums);
        }
    }

    private static boolean separated(final double dx, final double dy, final double half) {
        return dx * dx + dy * dy >= SEPARATION * SEPARATION * half * half;
    }

    private void add(final Interval interval, final double re, final double im, final int from, final int to,
        final PoleSet.Near near, final Sums sums) {
        if (interval.from >= from && interval.to <= to && interval.strengths.length > 0
            && separated(re - interval.center, im, interval.half)) {
            final int channels = m_poles.channels();
            for (int q = 0; q < NODES; q++) {
                add(interval.strengths, q * channels, channels, re - node(interval, q), im, sums);
            }
        } else if (interval.parts.length > 0) {
            for (final Interval part : interval.parts) {
                if (part.from < to && part.to > from) {
                    add(part, re, im, from, to, near, sums);
                }
            }
        } else {
            near.add(m_order, Math.max(from, interval.from), Math.min(to, interval.to), re, im, sums);
        }
    }
}
