package org.flavorwaves.physics.kinetics;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

import org.flavorwaves.physics.kinetics.waves.WaveBasis;
import org.flavorwaves.physics.linear.WaveFunction;
import org.flavorwaves.physics.linear.bands.Assignment;

/** Carries amplitudes from the bands of one background to those of a neighbouring one. */
final class WaveTransfer {
    /** Old bands closer than this share of the largest |Omega| are one group, whose basis is arbitrary. */
    private static final double DEGENERATE = 1e-10;

    /** Bands with a smaller share of the action of their wave do not count in the worst overlap. */
    private static final double NEGLIGIBLE = 1e-6;

    private final WaveBasis m_old;

    private final WaveBasis m_next;

    /** One amplitude at a time, and those of its wave in the new bands. */
    private final double[] m_unit;

    private final double[] m_back;

    private double m_worstOverlap;

    WaveTransfer(final WaveBasis old, final WaveBasis next) {
        this(old, next, 1);
    }

    /** From old bands to new ones, after other transfers with a worst overlap. */
    WaveTransfer(final WaveBasis old, final WaveBasis next, final double worstOverlap) {
        m_old = old;
        m_next = next;
        m_unit = new double[2 * old.size()];
        m_back = new double[m_unit.length];
        m_worstOverlap = worstOverlap;
    }

    /** The smallest overlap with which a band with action was recognised. */
    double worstOverlap() {
        return m_worstOverlap;
    }

    /** Replaces the amplitudes of the old bands by those of the new ones. */
    void apply(final double[] phi, final Transfer transfer) {
        final int bands = m_old.bands();
        for (int w = 0; w < m_old.waves(); w++) {
            if (transfer == Transfer.PROJECT) {
                final int wave = w;
                judge(phi, w, b -> closest(wave, b));
                m_next.expand(m_old.wave(phi, w + 1), w + 1, phi);
            } else {
                final double[][] back = products(m_next.vectors(w, true), m_old.vectors(w, false));
                final double[][] there = products(m_old.vectors(w, true), m_next.vectors(w, false));
                final double[][] cost = new double[bands][bands];
                for (int b = 0; b < bands; b++) {
                    for (int c = 0; c < bands; c++) {
                        cost[b][c] = 1 - Math.min(1, Math.hypot(there[b][2 * c], there[b][2 * c + 1])
                            * Math.hypot(back[c][2 * b], back[c][2 * b + 1]));
                    }
                }
                final int[] to = Assignment.solve(cost);
                judge(phi, w, b -> 1 - cost[b][to[b]]);
                follow(phi, w, back, to);
            }
        }
    }

    /** Takes the worst overlap of the bands that matter and share their frequency with no other. */
    private void judge(final double[] phi, final int w, final IntToDoubleFunction overlap) {
        final int from = 2 * w * m_old.bands();
        double total = 0;
        for (int b = 0; b < m_old.bands(); b++) {
            total += square(phi, from + 2 * b);
        }
        final double bound = degenerate(w);
        for (int b = 0; b < m_old.bands(); b++) {
            if (square(phi, from + 2 * b) > NEGLIGIBLE * total && group(w, b, bound).length == 1) {
                m_worstOverlap = Math.min(m_worstOverlap, overlap.applyAsDouble(b));
            }
        }
    }

    /** The overlap with the closest band; with another one if that is no worse than the worst already. */
    private double closest(final int w, final int b) {
        m_next.expand(band(m_old, w, b), w + 1, m_back);
        int first = 0;
        for (int c = 1; c < m_next.bands(); c++) {
            first = square(m_back, at(w, c)) > square(m_back, at(w, first)) ? c : first;
        }
        double best = overlap(w, b, first);
        for (int c = 0; c < m_next.bands() && best < m_worstOverlap; c++) {
            best = Math.max(best, overlap(w, b, c));
        }
        return best;
    }

    private double overlap(final int w, final int b, final int c) {
        return Math.min(1, m_old.product(w + 1, b, band(m_next, w, c)) * Math.sqrt(square(m_back, at(w, c))));
    }

    private int at(final int w, final int band) {
        return 2 * (w * m_old.bands() + band);
    }

    /** The right vector of a band. */
    private WaveFunction band(final WaveBasis basis, final int w, final int band) {
        m_unit[at(w, band)] = 1;
        final WaveFunction right = basis.wave(m_unit, w + 1);
        m_unit[at(w, band)] = 0;
        return right;
    }

    private void follow(final double[] phi, final int w, final double[][] back, final int[] to) {
        final int bands = m_old.bands();
        final double[] old = new double[2 * bands];
        System.arraycopy(phi, 2 * w * bands, old, 0, 2 * bands);
        final boolean[] done = new boolean[bands];
        final double bound = degenerate(w);
        for (int b = 0; b < bands; b++) {
            if (!done[b]) {
                final int[] group = group(w, b, bound);
                move(group, to, old, back, phi, 2 * w * bands);
                for (final int member : group) {
                    done[member] = true;
                }
            }
        }
    }

    /** left_b . right_c as [b][2 c, 2 c + 1]. */
    private double[][] products(final double[][] left, final double[][] right) {
        final double[] lr = left[0];
        final double[] li = left[1];
        final double[] rr = right[0];
        final double[] ri = right[1];
        final int bands = m_old.bands();
        final double[][] out = new double[bands][2 * bands];
        for (int b = 0; b < bands; b++) {
            for (int c = 0; c < bands; c++) {
                double re = 0;
                double im = 0;
                for (int e = 0; e < bands; e++) {
                    final int p = b * bands + e;
                    final int q = c * bands + e;
                    re += lr[p] * rr[q] - li[p] * ri[q];
                    im += lr[p] * ri[q] + li[p] * rr[q];
                }
                out[b][2 * c] = re;
                out[b][2 * c + 1] = im;
            }
        }
        return out;
    }

    /** The distance below which bands of wave w + 1 share a frequency. */
    private double degenerate(final int w) {
        double scale = 0;
        for (int c = w * m_old.bands(); c < (w + 1) * m_old.bands(); c++) {
            scale = Math.max(scale, Math.hypot(m_old.omegaRe(c), m_old.omegaIm(c)));
        }
        return DEGENERATE * scale;
    }

    /** The bands of wave w + 1 that share the frequency of band b, b among them. */
    private int[] group(final int w, final int b, final double bound) {
        final int from = w * m_old.bands();
        return IntStream.range(0, m_old.bands())
            .filter(c -> Math.abs(m_old.omegaRe(from + c) - m_old.omegaRe(from + b)) <= bound
                && Math.hypot(m_old.omegaRe(from + c) - m_old.omegaRe(from + b),
                    m_old.omegaIm(from + c) - m_old.omegaIm(from + b)) <= bound)
            .toArray();
    }

    /** The members' wave function in the new bands they are matched with, with its action kept. */
    private static void move(final int[] group, final int[] to, final double[] old, final double[][] back,
        final double[] phi, final int at) {
        double before = 0;
        double after = 0;
        for (final int b : group) {
            before += square(old, 2 * b);
        }
        for (final int b : group) {
            final int c = to[b];
            double re = 0;
            double im = 0;
            for (final int member : group) {
                re += back[c][2 * member] * old[2 * member] - back[c][2 * member + 1] * old[2 * member + 1];
                im += back[c][2 * member] * old[2 * member + 1] + back[c][2 * member + 1] * old[2 * member];
            }
            phi[at + 2 * c] = re;
            phi[at + 2 * c + 1] = im;
            after += re * re + im * im;
        }
        final double factor = after > 0 ? Math.sqrt(before / after) : 0;
        for (final int b : group) {
            final int c = to[b];
            phi[at + 2 * c] = after > 0 ? factor * phi[at + 2 * c] : old[2 * b];
            phi[at + 2 * c + 1] = after > 0 ? factor * phi[at + 2 * c + 1] : old[2 * b + 1];
        }
    }

    private static double square(final double[] x, final int at) {
        return x[at] * x[at] + x[at + 1] * x[at + 1];
    }
}
