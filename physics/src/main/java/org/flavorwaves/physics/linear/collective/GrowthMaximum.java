package org.flavorwaves.physics.linear.collective;

import java.util.Optional;

/**
 * The fastest growing wave of a region of wave vectors.
 *
 * @param wave the wave at the maximum; empty if none grows faster than the floor at any start
 * @param atEdge whether the maximum lies at the edge of the region, so that a larger one may lie outside
 * @param starts number of wave vectors that were searched completely
 * @param steps number of wave vectors at which a wave was followed uphill
 */
public record GrowthMaximum(Optional<UnstableWave> wave, boolean atEdge, int starts, int steps) {
}
