package org.flavorwaves.physics.numerics.roots;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.flavorwaves.physics.numerics.roots.SampledFunction.Sample;

/**
 * A straight edge on which f is sampled so closely that its phase can be followed: between neighbours the step is at
 * most the distance of the nearest pole, and of the nearest zero as |f/f'| tells it at both ends; the phase turns by
 * less than one radian, and the turn is the one that f'/f predicts.
 */
final class SampledEdge {
    private static final double MAX_TURN = 1;

    private static final double MAX_SURPRISE = 0.3;

    private static final double MAX_SLOPE_STEP = 1.5;

    /** Steps shorter than this part of the position are rounding; then a zero lies on the edge. */
    private static final double SHORTEST = 1e-13;

    /** Bound on how much shorter than the edge a trial step may be, so that the walk ends. */
    private static final double MAX_PIECES = 1e9;

    /** Ten times what the longest edges of media of common size need. */
    private static final int MAX_SAMPLES = 100_000;

    private final List<Sample> m_samples;

    private SampledEdge(final List<Sample> samples) {
        m_samples = samples;
    }

    /**
     * Samples an edge.
     *
     * @throws ZeroOnEdgeException if f vanishes on it
     * @throws EdgeTooLongException if it takes more than {@value #MAX_SAMPLES} samples
     */
    static SampledEdge between(final SampledFunction field, final Sample from, final Sample to)
        throws ZeroOnEdgeException {
        final List<Sample> samples = new ArrayList<>(List.of(from));
        final Deque<Sample> ahead = new ArrayDeque<>(List.of(to));
        Sample here = from;
        while (!ahead.isEmpty()) {
            final Sample next = ahead.peek();
            if (followed(here, next)) {
                samples.add(next);
                here = next;
                ahead.pop();
                if (samples.size() > MAX_SAMPLES) {
                    throw new EdgeTooLongException(distance(from, to), MAX_SAMPLES);
                }
            } else {
                final double step = distance(here, next);
                if (step <= SHORTEST * (Math.abs(here.re()) + Math.abs(here.im()))) {
                    throw new ZeroOnEdgeException();
                }
                final double fraction = Math.max(0.5 / MAX_PIECES, Math.min(0.5, here.poleDistance() / step));
                ahead.push(field.at(here.re() + fraction * (next.re() - here.re()),
                    here.im() + fraction * (next.im() - here.im())));
            }
        }
        return new SampledEdge(samples);
    }

    private static double distance(final Sample a, final Sample b) {
        return Math.sqrt((b.re() - a.re()) * (b.re() - a.re()) + (b.im() - a.im()) * (b.im() - a.im()));
    }

    private static boolean followed(final Sample a, final Sample b) {
        final double dx = b.re() - a.re();
        final double dy = b.im() - a.im();
        final double step = distance(a, b);
        if (step > Math.min(a.poleDistance(), b.poleDistance())
            || tooLong(step, a) || tooLong(step, b)) {
            return false;
        }
        final double turn = turn(a, b);
        final double predicted = ((a.slopeIm() + b.slopeIm()) * dx + (a.slopeRe() + b.slopeRe()) * dy) / 2;
        return Math.abs(turn) <= MAX_TURN && Math.abs(turn - predicted) <= MAX_SURPRISE;
    }

    /** Whether a step is long in units of the distance of the nearest zero; also for a zero itself. */
    private static boolean tooLong(final double step, final Sample s) {
        final double square = s.slopeRe() * s.slopeRe() + s.slopeIm() * s.slopeIm();
        return !(step * step * square <= MAX_SLOPE_STEP * MAX_SLOPE_STEP);
    }

    private static double turn(final Sample a, final Sample b) {
        return Math.atan2(a.valueRe() * b.valueIm() - a.valueIm() * b.valueRe(),
            a.valueRe() * b.valueRe() + a.valueIm() * b.valueIm());
    }

    Sample first() {
        return m_samples.get(0);
    }

    Sample last() {
        return m_samples.get(m_samples.size() - 1);
    }

    /** The turn of the phase from the first to the last sample. */
    double turn() {
        double turn = 0;
        for (int s = 1; s < m_samples.size(); s++) {
            turn += turn(m_samples.get(s - 1), m_samples.get(s));
        }
        return turn;
    }

    /** Adds the integral of (z - center)^power d log f to out[0] + i out[1]. */
    void addMoment(final double centerRe, final double centerIm, final int power, final double sign,
        final double[] out) {
        for (int s = 1; s < m_samples.size(); s++) {
            final Sample a = m_samples.get(s - 1);
            final Sample b = m_samples.get(s);
            final double logRe = Math.log(Math.hypot(b.valueRe(), b.valueIm()) / Math.hypot(a.valueRe(), a.valueIm()));
            final double logIm = turn(a, b);
            final double x = (a.re() + b.re()) / 2 - centerRe;
            final double y = (a.im() + b.im()) / 2 - centerIm;
            double wRe = sign;
            double wIm = 0;
            for (int p = 0; p < power; p++) {
                final double r = wRe * x - wIm * y;
                wIm = wRe * y + wIm * x;
                wRe = r;
            }
            out[0] += wRe * logRe - wIm * logIm;
            out[1] += wRe * logIm + wIm * logRe;
        }
    }

    /** The two parts of a horizontal edge, cut at a real part; the samples are kept. */
    SampledEdge[] cutHorizontal(final SampledFunction field, final double re) throws ZeroOnEdgeException {
        int after = 1;
        while (m_samples.get(after).re() <= re) {
            after++;
        }
        final Sample cut = field.at(re, first().im());
        return cut(field, cut, after);
    }

    /** The two parts of a vertical edge, cut at an imaginary part; the samples are kept. */
    SampledEdge[] cutVertical(final SampledFunction field, final double im) throws ZeroOnEdgeException {
        int after = 1;
        while (m_samples.get(after).im() <= im) {
            after++;
        }
        final Sample cut = field.at(first().re(), im);
        return cut(field, cut, after);
    }

    private SampledEdge[] cut(final SampledFunction field, final Sample cut, final int after)
        throws ZeroOnEdgeException {
        final List<Sample> before = new ArrayList<>(m_samples.subList(0, after - 1));
        before.addAll(between(field, m_samples.get(after - 1), cut).m_samples);
        final List<Sample> behind = new ArrayList<>(between(field, cut, m_samples.get(after)).m_samples);
        behind.addAll(m_samples.subList(after + 1, m_samples.size()));
        return new SampledEdge[]{new SampledEdge(before), new SampledEdge(behind)};
    }
}
