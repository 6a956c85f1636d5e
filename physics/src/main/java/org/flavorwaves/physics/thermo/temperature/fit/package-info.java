/**
 * {@link org.flavorwaves.physics.thermo.temperature.fit.TemperatureFitter} asks how near a state is to one flavor
 * temperature (JK 100) and answers with a {@link org.flavorwaves.physics.thermo.temperature.fit.TemperatureFit}.
 */
package org.flavorwaves.physics.thermo.temperature.fit;
