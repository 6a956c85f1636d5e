package org.flavorwaves.physics.kinetics.waves;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * The fewest points for an average over the time of a secular window. A sum over Q points repeats its weight with the
 * period Q Delta in the mismatch x = Re Omega_{n-m,j} + Re Omega_{m,l} - Re Omega_{n,b}, so no triad may have an x near
 * a multiple of Q Delta other than 0. Frequencies lie in few clusters, about 0 and +-lambda in dense matter, and so do
 * the x: Q is the least number whose multiples fall into gaps between them.
 */
final class AveragePoints {
    /** Distance of every x from the multiples of Q Delta in units of Delta; the weight there is below 0.004. */
    private static final int MARGIN = 4;

    /** Most points of an average. */
    private static final int MOST_POINTS = 20_000;

    /** Most clusters of the frequencies of a wave. */
    private static final int CLUSTERS = 6;

    private final WaveBasis m_basis;

    private final double m_delta;

    /** Whether some triad has |x| in [s Delta, (s + 1) Delta]. */
    private final BitSet m_met = new BitSet();

    private AveragePoints(final WaveBasis basis, final double delta) {
        m_basis = basis;
        m_delta = delta;
    }

    /**
     * The number of points, 1 for an infinite window and for a single wave, which has no triads.
     *
     * @throws IllegalArgumentException if the window is too narrow for the frequencies of the box
     */
    static int of(final WaveBasis basis, final double delta) {
        return Double.isInfinite(delta) || basis.waves() == 1 ? 1 : new AveragePoints(basis, delta).least();
    }

    private int least() {
        double largest = 0;
        for (int at = 0; at < m_basis.size(); at++) {
            largest = Math.max(largest, 3 * Math.abs(m_basis.omegaRe(at)));
        }
        if (!(largest / m_delta <= Integer.MAX_VALUE / 4)) {
            throw refused(largest / m_delta);
        }
        mark();
        int points = 2 * MARGIN;
        while (isMet(points)) {
            points++;
        }
        if (points > MOST_POINTS) {
            throw refused(points);
        }
        return points;
    }

    private IllegalArgumentException refused(final double points) {
        return new IllegalArgumentException(String.format("The secular window %s is too narrow for the frequencies of"
            + " the box: the average over its time needs %.0f points, above the bound of %d. Widen it.", m_delta,
            points, MOST_POINTS));
    }

    private boolean isMet(final int period) {
        for (int s = period; s - MARGIN < m_met.length(); s += period) {
            final int next = m_met.nextSetBit(s - MARGIN);
            if (next >= 0 && next < s + MARGIN) {
                return true;
            }
        }
        return false;
    }

    private void mark() {
        final int waves = m_basis.waves();
        final List<List<double[]>> clusters = new ArrayList<>();
        for (int n = 0; n <= waves; n++) {
            clusters.add(n == 0 ? List.of() : clusters(n));
        }
        for (int n = 1; n <= waves; n++) {
            for (int m = (n + 1) / 2; m <= waves; m++) {
                for (final double[] target : clusters.get(n)) {
                    for (final double[] first : clusters.get(Math.abs(n - m))) {
                        for (final double[] second : clusters.get(m)) {
                            final double low = n < m ? -first[1] : first[0];
                            final double high = n < m ? -first[0] : first[1];
                            mark(low + second[0] - target[1], high + second[1] - target[0]);
                        }
                    }
                }
            }
        }
    }

    private void mark(final double low, final double high) {
        final double from = Math.max(0, Math.max(low, -high));
        final double to = Math.max(Math.abs(low), Math.abs(high));
        m_met.set((int) Math.floor(from / m_delta), (int) Math.floor(to / m_delta) + 1);
    }

    /** Intervals that hold Re Omega of all bands of a wave, split at the widest gaps. */
    private List<double[]> clusters(final int n) {
        final double[] sorted = new double[m_basis.bands()];
        Arrays.setAll(sorted, b -> m_basis.omegaRe(m_basis.index(n, b)));
        Arrays.sort(sorted);
        final List<Integer> gaps = new ArrayList<>();
        for (int b = 1; b < sorted.length; b++) {
            if (sorted[b] - sorted[b - 1] > 2 * MARGIN * m_delta) {
                gaps.add(b);
            }
        }
        gaps.sort(Comparator.comparingDouble(b -> sorted[b - 1] - sorted[b]));
        final List<Integer> widest = new ArrayList<>(gaps.subList(0, Math.min(gaps.size(), CLUSTERS - 1)));
        widest.sort(Comparator.naturalOrder());
        final List<double[]> clusters = new ArrayList<>();
        int from = 0;
        for (final int gap : widest) {
            clusters.add(new double[]{sorted[from], sorted[gap - 1]});
            from = gap;
        }
        clusters.add(new double[]{sorted[from], sorted[sorted.length - 1]});
        return clusters;
    }
}
