package org.flavorwaves.physics.flavomon.kinetics;

import org.flavorwaves.physics.flavomon.WaveBranch;

/**
 * A mode to follow.
 *
 * @param at index of its wave number
 * @param branch its branch
 * @param sign +1 for Z &gt; 0, -1 for Z &lt; 0
 * @param phaseVelocity u = omega/k; NaN if it has no root yet
 */
record WaveSeed(int at, WaveBranch branch, int sign, double phaseVelocity) {
}
