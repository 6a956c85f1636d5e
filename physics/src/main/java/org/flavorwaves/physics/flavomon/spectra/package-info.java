/**
 * {@link org.flavorwaves.physics.flavomon.spectra.AngularSpectrum} is the lepton number G(v) of a medium over v = cos
 * theta with its Cauchy integrals of (FR 5) at complex phase velocity, retarded where waves are damped.
 *
 * <p>Three kinds: {@link org.flavorwaves.physics.flavomon.spectra.LegendreSpectrum} continues below the real axis,
 * {@link org.flavorwaves.physics.flavomon.spectra.PiecewiseLinearSpectrum} takes samples as they are,
 * {@link org.flavorwaves.physics.flavomon.spectra.BeamSpectrum} is beams.
 * {@link org.flavorwaves.physics.flavomon.spectra.AngularSamples} makes the first two from the directions of a state.
 */
package org.flavorwaves.physics.flavomon.spectra;
