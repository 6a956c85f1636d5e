package org.flavorwaves.physics.flavomon.kinetics;

/**
 * How fast the parts of the energy density change by the exchange between neutrinos and waves at one instant, in the
 * unit of the potentials times that of the densities (FR S27). A wave of positive energy that grows takes it from
 * neutrinos.
 *
 * @param kinetic of the neutrinos' motion: each quantum of wave number K that a neutrino emits costs it v.K (FR S24)
 * @param potential of the neutrinos' flavor in the mean field (FR S21)
 * @param waves of the waves
 * @param width what the three leave over, because a resonance has a width; 0 with the quasi-linear closure
 * @param emitted potential energy that absorption and emission of neutrinos bring
 */
record EnergyRates(double kinetic, double potential, double waves, double width, double emitted) {
}
