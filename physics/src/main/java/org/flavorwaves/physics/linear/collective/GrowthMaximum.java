package org.flavorwaves.physics.linear.collective;

import java.util.List;
import java.util.Optional;

/**
 * The fastest growing waves of a region of wave vectors.
 *
 * @param peaks the maxima that climbs reached, each once, fastest first; of equally fast ones, as mirrored waves at K
 *            and -K are, the one at the lowest coordinates first
 * @param starts number of wave vectors that were searched completely
 * @param steps number of wave vectors at which a wave was followed uphill
 */
public record GrowthMaximum(List<Peak> peaks, int starts, int steps) {

    /**
     * A maximum.
     *
     * @param wave the wave there
     * @param atEdge whether it lies at the edge of the region, so that the growth may be larger outside
     */
    public record Peak(UnstableWave wave, boolean atEdge) {
    }

    /**
     * Copies the list.
     *
     * @param peaks the maxima that climbs reached, each once, fastest first; of equally fast ones, as mirrored waves at
     *            K and -K are, the one at the lowest coordinates first
     * @param starts number of wave vectors that were searched completely
     * @param steps number of wave vectors at which a wave was followed uphill
     */
    public GrowthMaximum {
        peaks = List.copyOf(peaks);
    }

    /**
     * The wave at the global maximum.
     *
     * @return empty if none grows faster than the floor at any start
     */
    public Optional<UnstableWave> wave() {
        return peaks.stream().map(Peak::wave).findFirst();
    }

    /**
     * Whether the global maximum lies at the edge of the region.
     *
     * @return true if a larger one may lie outside
     */
    public boolean atEdge() {
        return !peaks.isEmpty() && peaks.get(0).atEdge;
    }
}
