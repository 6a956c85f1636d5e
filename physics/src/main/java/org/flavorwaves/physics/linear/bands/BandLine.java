package org.flavorwaves.physics.linear.bands;

import java.util.List;

/**
 * The bands at a list of wave vectors. If tracked, a band index means the same wave at every point. Immutable.
 */
public final class BandLine {
    private final List<BandSet> m_points;

    private final boolean m_tracked;

    private final double[][] m_overlaps;

    BandLine(final List<BandSet> points, final boolean tracked, final double[][] overlaps) {
        m_points = List.copyOf(points);
        m_tracked = tracked;
        m_overlaps = overlaps;
    }

    /**
     * The number of wave vectors.
     *
     * @return points of the line
     */
    public int points() {
        return m_points.size();
    }

    /**
     * The number of bands at each point.
     *
     * @return 3N
     */
    public int bands() {
        return m_points.get(0).size();
    }

    /**
     * The bands of one point.
     *
     * @param point 0 to points - 1, in the order of the wave vectors that were asked for
     * @return the bands
     */
    public BandSet at(final int point) {
        return m_points.get(point);
    }

    /**
     * Whether band indices are constant along the line.
     *
     * @return false at {@link BandDetail#VALUES}, where each point is sorted by itself
     */
    public boolean tracked() {
        return m_tracked;
    }

    /**
     * How surely a band was recognised: |(left_old . right_new)(left_new . right_old)| with the neighbouring point from
     * which it was tracked, summed over bands of equal frequency. The values of one old band with all new ones add up
     * to 1 if they do not interfere.
     *
     * @param point point index
     * @param band band index
     * @return overlap; 1 where tracking started, and everywhere for bands that are known by their mode
     * @throws IllegalStateException if the line is not tracked
     */
    public double overlap(final int point, final int band) {
        if (!m_tracked) {
            throw new IllegalStateException("Bands that were solved for values alone are not tracked.");
        }
        return m_overlaps[point][band];
    }

    /**
     * The largest |Re Omega_{p+1,b} - Re Omega_{p,b}| of neighbouring points.
     *
     * @return the difference; 0 of a single point
     */
    public double largestStep() {
        double largest = 0;
        for (int p = 1; p < points(); p++) {
            for (int b = 0; b < bands(); b++) {
                largest = Math.max(largest, Math.abs(at(p).omegaRe(b) - at(p - 1).omegaRe(b)));
            }
        }
        return largest;
    }
}
