/**
 * {@link org.flavorwaves.physics.flavomon.spectra.AngularSpectrum} is the lepton number G(v) of a medium over v = cos
 * theta with its Cauchy integrals of (FR 5) at complex phase velocity, retarded where waves are damped.
 *
 * <p>Two kinds: {@link org.flavorwaves.physics.flavomon.spectra.LegendreSpectrum} continues below the real axis,
 * {@link org.flavorwaves.physics.flavomon.spectra.PiecewiseLinearSpectrum} takes samples as they are.
 * {@link org.flavorwaves.physics.flavomon.spectra.AngularSpectra} makes them from the directions of a state as an
 * {@link org.flavorwaves.physics.state.AngularModel} says;
 * {@link org.flavorwaves.physics.flavomon.spectra.SphereSeries} is the lepton number over the whole sphere.
 */
package org.flavorwaves.physics.flavomon.spectra;
