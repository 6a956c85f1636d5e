/**
 * {@link org.flavorwaves.physics.qke.QkeBox} solves the quantum kinetic equation (JK 1) resolved in a periodic box, in
 * the fluctuations of (JK 8) and (JK 45), as the yardstick of the theories that average over flavor waves; its state is
 * the {@code BoxField} of {@code qke.field}.
 *
 * <p>Steppers over {@code qke.engine} advance it; {@link org.flavorwaves.physics.qke.BoxMonitor} watches what is
 * conserved.
 *
 * <p>{@link org.flavorwaves.physics.qke.ThreeFlavorBox} is the same for three flavors, by the same engine.
 */
package org.flavorwaves.physics.qke;
