package org.flavorwaves.physics.linear.collective.sums;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import org.flavorwaves.physics.linear.collective.sums.PoleTree.Interval;
import org.flavorwaves.physics.linear.collective.sums.PoleTree.Sums;

/**
 * Sums of many simple poles close above their line, in a time that does not depend on their number: the fast multipole
 * method (L. Greengard, V. Rokhlin, J. Comput. Phys. 73 (1987) 325) on the binary intervals of a {@link PoleTree}. A
 * point at height y belongs to the interval of width s between 4y and 8y below it. Poles in that interval and its two
 * neighbours are summed one by one; all others are one power series of {@value #TERMS} terms about the middle of the
 * interval, made when it is first needed from the series of the interval twice as wide and from the poles in between.
 * The next pole of a series is at 1.5 s and a point at most at 0.56 s, so that its error is below 2e-12 of each term.
 * Points far above the line are left to the tree. Not thread-safe.
 */
final class LocalExpansions {
    private static final int TERMS = 28;

    /** Width of an interval in units of the height of a point, at least. */
    private static final double WIDTH = 4;

    /** Distance of a point from the middle in units of the width, at most: half a width and a quarter of height. */
    private static final double RADIUS = 0.56;

    /** Distance from an interval in units of its half-width from which it is replaced by its nodes. */
    private static final double SEPARATION = 2.85;

    /** First level of intervals that have series. */
    private static final int TOP = 2;

    private static final int DEEPEST = 40;

    /** Poles that are collected together. */
    private static final int BLOCK = 32;

    private final PoleTree m_tree;

    private final PoleSet m_poles;

    private final PoleSet.Near m_near;

    private final int m_channels;

    private final double m_low;

    private final double m_span;

    private final Map<Long, Series> m_series;

    private final double[] m_room;

    /** Strengths of poles that wait to be collected, [channel][pole]. */
    private final double[][] m_strengths;

    /** Their factors in the terms of the series, [term][pole]. */
    private final double[][] m_factors = new double[TERMS][BLOCK];

    private int m_waiting;

    /**
     * Expansions over a tree.
     *
     * @param tree the poles
     * @param maxBytes room for series; later ones replace those that were not used for longest
     */
    LocalExpansions(final PoleTree tree, final long maxBytes) {
        m_tree = tree;
        m_poles = tree.poles();
        m_near = m_poles.near();
        m_channels = m_poles.channels();
        m_low = tree.low();
        m_span = tree.high() - tree.low();
        m_room = new double[m_channels];
        m_strengths = new double[m_channels][BLOCK];
        final long most = Math.max(DEEPEST, maxBytes / (8L * TERMS * m_channels));
        m_series = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(final Map.Entry<Long, Series> eldest) {
                return size() > most;
            }
        };
    }

    /** Coefficients of ((z - middle)/width)^k for all poles but those with places from..to-1 in rising order. */
    private record Series(double middle, double width, int from, int to, double[] coefficients) {
    }

    /**
     * Adds the sums of all poles.
     *
     * @param re real part of z
     * @param im distance of z from the line of the poles, positive
     * @param sums receives them
     */
    void addTo(final double re, final double im, final Sums sums) {
        final int level = Math.min(DEEPEST, Math.getExponent(m_span / (WIDTH * im)));
        final double place = (re - m_low) / m_span;
        if (level < TOP || !(Math.abs(place - 0.5) < 1)) {
            m_tree.addTo(re, im, m_near, sums);
            return;
        }
        final Series series = series(level, (long) Math.floor(Math.scalb(place, level)));
        evaluate(series, (re - series.middle) / series.width, im / series.width, sums);
        m_tree.addTo(re, im, series.from, series.to, m_near, sums);
    }

    private void evaluate(final Series series, final double x, final double y, final Sums sums) {
        double re = 1;
        double im = 0;
        double beforeRe = 0;
        double beforeIm = 0;
        for (int k = 0; k < TERMS; k++) {
            final double slope = -k / series.width;
            add(series.coefficients, k * m_channels, re, im, slope * beforeRe, slope * beforeIm, sums);
            beforeRe = re;
            beforeIm = im;
            re = beforeRe * x - beforeIm * y;
            im = beforeRe * y + beforeIm * x;
        }
    }

    private void add(final double[] coefficients, final int offset, final double re, final double im,
        final double slopeRe, final double slopeIm, final Sums sums) {
        final double[] valueRe = sums.valueRe();
        final double[] valueIm = sums.valueIm();
        final double[] squareRe = sums.squareRe();
        final double[] squareIm = sums.squareIm();
        for (int c = 0; c < m_channels; c++) {
            final double b = coefficients[offset + c];
            valueRe[c] += b * re;
            valueIm[c] += b * im;
            squareRe[c] += b * slopeRe;
            squareIm[c] += b * slopeIm;
        }
    }

    private Series series(final int level, final long index) {
        final long key = (index + (1L << DEEPEST + 1)) * (DEEPEST + 1) + level;
        final Series known = m_series.get(key);
        if (known != null) {
            return known;
        }
        final double width = Math.scalb(m_span, -level);
        final double middle = m_low + (index + 0.5) * width;
        final int from = m_tree.place(m_low + (index - 1) * width);
        final int to = m_tree.place(m_low + (index + 2) * width);
        final double[] coefficients = new double[TERMS * m_channels];
        final Series series = new Series(middle, width, from, to, coefficients);
        if (level == TOP) {
            collect(m_tree.root(), series, 0, m_tree.size());
        } else {
            final Series wider = series(level - 1, Math.floorDiv(index, 2L));
            shift(wider, index % 2 == 0 ? -0.25 : 0.25, coefficients);
            collect(m_tree.root(), series, wider.from, wider.to);
        }
        flush(series);
        m_series.put(key, series);
        return series;
    }

    /** The series about another middle: (zeta/2 + d)^m = sum_k binomial(m, k) d^(m-k) (zeta/2)^k. */
    private void shift(final Series wider, final double d, final double[] out) {
        for (int m = 0; m < TERMS; m++) {
            double factor = Math.scalb(1.0, -m);
            for (int k = m; k >= 0; k--) {
                for (int c = 0; c < m_channels; c++) {
                    out[k * m_channels + c] += factor * wider.coefficients[m * m_channels + c];
                }
                factor *= 2 * d * k / (m - k + 1);
            }
        }
    }

    /** Adds the poles of an interval with places in first..last-1 that the series shall contain. */
    private void collect(final Interval interval, final Series series, final int first, final int last) {
        final int from = Math.max(interval.from(), first);
        final int to = Math.min(interval.to(), last);
        if (from >= to || from >= series.from && to <= series.to) {
            return;
        }
        final boolean whole = from == interval.from() && to == interval.to()
            && (to <= series.from || from >= series.to);
        if (whole && interval.strengths().length > 0 && Math.abs(interval.center() - series.middle)
            >= RADIUS * series.width + SEPARATION * interval.half()) {
            for (int q = 0; q < PoleTree.NODES; q++) {
                collect(m_tree.node(interval, q), interval.strengths(), q * m_channels, series);
            }
        } else if (interval.parts().length > 0) {
            collect(interval.parts()[0], series, first, last);
            collect(interval.parts()[1], series, first, last);
        } else {
            for (int j = from; j < to; j++) {
                if (j < series.from || j >= series.to) {
                    Arrays.fill(m_room, 0);
                    m_poles.addStrengths(m_tree.pole(j), 1, m_room, 0);
                    collect(m_poles.position(m_tree.pole(j)), m_room, 0, series);
                }
            }
        }
    }

    /** 1/(z - x) = - sum_k zeta^k (s/(x - c))^k/(x - c); poles wait until a block is full. */
    private void collect(final double position, final double[] strengths, final int offset, final Series series) {
        if (m_waiting == BLOCK) {
            flush(series);
        }
        final double inverse = 1 / (position - series.middle);
        double factor = -inverse;
        for (int k = 0; k < TERMS; k++) {
            m_factors[k][m_waiting] = factor;
            factor *= series.width * inverse;
        }
        for (int c = 0; c < m_channels; c++) {
            m_strengths[c][m_waiting] = strengths[offset + c];
        }
        m_waiting++;
    }

    /** Adds what waits to a series. */
    private void flush(final Series series) {
        BlockProducts.add(m_factors, 0, m_strengths, m_waiting, series.coefficients);
        m_waiting = 0;
    }
}
