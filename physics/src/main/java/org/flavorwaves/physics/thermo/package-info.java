/**
 * {@link org.flavorwaves.physics.thermo.FlavorEntropy} and {@link org.flavorwaves.physics.thermo.PolarizationEnergy}
 * are the entropy (JK 91) and the energy (JK 96) of a state.
 *
 * <p>{@link org.flavorwaves.physics.thermo.ModeEntropy} is one mode, (JK 92), (JK 93) and (JK 94);
 * {@link org.flavorwaves.physics.thermo.ThermalRelation} ties |P| to the field at one flavor temperature, exact
 * (JK 100) and dilute (JK 101). States of one temperature are found in {@code temperature}.
 */
package org.flavorwaves.physics.thermo;
