/**
 * Flavor-wave kinetics in a periodic box (JK 55-83; physics specification section 5): amplitudes of all bands of all
 * box modes, their three-wave interactions within a secular window, and the viscosity by which the waves depolarize
 * the mixing equilibrium that carries them.
 */
package org.flavorwaves.physics.kinetics;
