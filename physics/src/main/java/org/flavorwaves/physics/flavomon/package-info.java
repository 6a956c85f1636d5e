/**
 * Flavomons: the flavor susceptibility, dielectric tensor and dispersion relation of an axially symmetric medium with
 * continuous angular spectra or discrete beams (FR 1-13, S18-S61; physics specification section 9).
 */
package org.flavorwaves.physics.flavomon;
