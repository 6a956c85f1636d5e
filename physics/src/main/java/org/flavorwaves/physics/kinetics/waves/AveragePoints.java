package org.flavorwaves.physics.kinetics.waves;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The fewest points for an average over the time of a secular window. A sum over Q points repeats its weight with the
 * period Q Delta in the mismatch x = Re Omega_{n-m,j} + Re Omega_{m,l} - Re Omega_{n,b}, so no triad may have an x near
 * a multiple of Q Delta other than 0. Frequencies lie in few clusters, about 0 and +-lambda in dense matter, and so do
 * the x: Q is the least number whose multiples fall into gaps between them. Triads that symmetry about an axis
 * forbids do not count.
 */
final class AveragePoints {
    /** Distance of every x from the multiples of Q Delta in units of Delta; the weight there is below 0.004. */
    private static final int MARGIN = 4;

    /**
     * Coefficients of triads, relative to the largest possible, that may count with any weight: of one that turns fast
     * no more than rounding, or it would shorten the time steps.
     */
    private static final double NEGLIGIBLE = 1e-6;

    /** Most points of an average. */
    private static final int MOST_POINTS = 20_000;

    /** Most clusters of the frequencies of a wave. */
    private static final int CLUSTERS = 6;

    private final WaveBasis m_basis;

    private final double m_delta;

    /** Whether some triad has |x| in [s Delta, (s + 1) Delta]. */
    private final BitSet m_met = new BitSet();

    /** Bands of one wave with near frequencies: the interval of Re Omega and what products they take part in. */
    private record Cluster(double low, double high, ChargeShares right, ChargeShares left) {
    }

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
        final List<List<Cluster>> clusters = new ArrayList<>();
        for (int n = 0; n <= waves; n++) {
            clusters.add(n == 0 ? List.of() : clusters(n));
        }
        for (int n = 1; n <= waves; n++) {
            for (int m = (n + 1) / 2; m <= waves; m++) {
                for (final Cluster target : clusters.get(n)) {
                    for (final Cluster first : clusters.get(Math.abs(n - m))) {
                        for (final Cluster second : clusters.get(m)) {
                            mark(first, n < m, second, target);
                        }
                    }
                }
            }
        }
    }

    private void mark(final Cluster first, final boolean conjugate, final Cluster second, final Cluster target) {
        if (ChargeShares.bound(first.right, conjugate, second.right, target.left) > NEGLIGIBLE) {
            final double low = conjugate ? -first.high : first.low;
            final double high = conjugate ? -first.low : first.high;
            mark(low + second.low - target.high, high + second.high - target.low);
        }
    }

    private void mark(final double low, final double high) {
        final double from = Math.max(0, Math.max(low, -high));
        final double to = Math.max(Math.abs(low), Math.abs(high));
        m_met.set((int) Math.floor(from / m_delta), (int) Math.floor(to / m_delta) + 1);
    }

    /** The bands of a wave, split at the widest gaps of Re Omega. */
    private List<Cluster> clusters(final int n) {
        final Integer[] order = new Integer[m_basis.bands()];
        Arrays.setAll(order, b -> b);
        Arrays.sort(order, Comparator.comparingDouble(b -> m_basis.omegaRe(m_basis.index(n, b))));
        final double[] sorted = new double[order.length];
        Arrays.setAll(sorted, r -> m_basis.omegaRe(m_basis.index(n, order[r])));
        final List<Integer> gaps = new ArrayList<>();
        for (int b = 1; b < sorted.length; b++) {
            if (sorted[b] - sorted[b - 1] > 2 * MARGIN * m_delta) {
                gaps.add(b);
            }
        }
        gaps.sort(Comparator.comparingDouble(b -> sorted[b - 1] - sorted[b]));
        final List<Integer> widest = new ArrayList<>(gaps.subList(0, Math.min(gaps.size(), CLUSTERS - 1)));
        widest.sort(Comparator.naturalOrder());
        widest.add(sorted.length);
        final List<Cluster> clusters = new ArrayList<>();
        int from = 0;
        for (final int gap : widest) {
            final int[] bands = IntStream.range(from, gap).map(r -> order[r]).toArray();
            clusters.add(new Cluster(sorted[from], sorted[gap - 1], ChargeShares.of(m_basis, n - 1, bands, false),
                ChargeShares.of(m_basis, n - 1, bands, true)));
            from = gap;
        }
        return clusters;
    }
}
