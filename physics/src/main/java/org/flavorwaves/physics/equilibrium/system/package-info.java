/**
 * {@link org.flavorwaves.physics.equilibrium.system.EquilibriumSystem} is the 12 equations (JK 16) of mixing
 * equilibrium, with the rotation of a {@link org.flavorwaves.physics.equilibrium.system.Frame}, as the solvers of
 * {@code numerics} take them; {@link org.flavorwaves.physics.equilibrium.system.CollectiveSums} are its sums over
 * modes, {@link org.flavorwaves.physics.equilibrium.system.CouplingPath} the coefficients that a path changes.
 */
package org.flavorwaves.physics.equilibrium.system;
