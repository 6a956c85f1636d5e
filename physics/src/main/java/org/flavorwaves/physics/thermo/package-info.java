/**
 * Thermodynamics of flavor: entropy, polarization energy, and the states of one flavor temperature (JK 91-102; physics
 * specification section 8).
 */
package org.flavorwaves.physics.thermo;
