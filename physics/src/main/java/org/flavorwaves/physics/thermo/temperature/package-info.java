/**
 * {@link org.flavorwaves.physics.thermo.temperature.TemperatureSolver} finds the states of one flavor temperature
 * (JK 100) at given temperature or polarization energy, all branches of them (JK 102); {@link
 * org.flavorwaves.physics.thermo.temperature.fit.TemperatureFitter} asks how near a state is to one.
 *
 * <p>{@link org.flavorwaves.physics.thermo.temperature.ThermalEquations} are the 12 equations over the modes of {@link
 * org.flavorwaves.physics.thermo.temperature.ThermalModes}; {@link
 * org.flavorwaves.physics.thermo.temperature.BranchSearch} finds their solutions by the strongest means the problem
 * allows, isolation of roots on an axis ({@link org.flavorwaves.physics.thermo.temperature.AxisSector}) or deflated
 * Newton from many starts ({@link org.flavorwaves.physics.thermo.temperature.DeflatedSearch}); {@link
 * org.flavorwaves.physics.thermo.temperature.BranchBuilder} makes each a {@link
 * org.flavorwaves.physics.thermo.temperature.ThermalBranch} with its stability (JK 98).
 */
package org.flavorwaves.physics.thermo.temperature;
