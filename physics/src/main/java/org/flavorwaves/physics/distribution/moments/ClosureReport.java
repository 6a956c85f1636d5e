package org.flavorwaves.physics.distribution.moments;

import org.flavorwaves.physics.distribution.FlavorSpecies;

/**
 * How well a grid represents the closed distribution of one kind of neutrino.
 *
 * @param bin index of the energy bin
 * @param kind which neutrinos
 * @param fluxFactor |F|/n asked for
 * @param shape a of the maximum entropy distribution exp(a cos theta), infinite for a beam
 * @param densityError relative error of the sum of the continuous distribution over the grid, before any matching; -1
 *            for a beam
 * @param fluxError length of the difference of the loaded from the wanted flux, over the density
 */
public record ClosureReport(int bin, FlavorSpecies kind, double fluxFactor, double shape, double densityError,
    double fluxError) {
}
