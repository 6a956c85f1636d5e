/**
 * Angular and energy distributions and how they become momentum modes (physics specification section 12): grids, the
 * maximum entropy closure of moments, analytic families, Fermi-Dirac spectra, random states and initial perturbations.
 */
package org.flavorwaves.physics.distribution;
