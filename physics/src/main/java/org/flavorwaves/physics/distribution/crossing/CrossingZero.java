package org.flavorwaves.physics.distribution.crossing;

import java.util.Optional;

import org.flavorwaves.physics.state.Direction;

/**
 * A place where the lepton number G(v) changes its sign.
 *
 * @param position where: a point of the axis (0, 0, cos theta) for rings, a unit vector on the sphere
 * @param fluxCosine cosine of its angle to the lepton number flux; empty if there is no flux
 * @param rising whether G grows from negative to positive: along the axis (with cos theta for rings), on the sphere
 *            towards the flux; empty on a sphere without flux and where the change is across it
 */
public record CrossingZero(Direction position, Optional<Double> fluxCosine, Optional<Boolean> rising) {
}
