package org.flavorwaves.physics.linear.survey.fast;

import org.flavorwaves.physics.state.Direction;

/**
 * A wave with the direction of its shifted wave vector.
 *
 * @param axis unit vector
 * @param wave the wave along it
 */
public record DirectedWave(Direction axis, FastWave wave) {
}
