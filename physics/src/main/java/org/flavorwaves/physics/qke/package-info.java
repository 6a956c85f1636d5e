/**
 * {@link org.flavorwaves.physics.qke.QkeBox} solves the quantum kinetic equation (JK 1) resolved in a periodic box, in
 * the fluctuations of (JK 8) and (JK 45), as the yardstick of the theories that average over flavor waves; its state is
 * the {@code BoxField} of {@code qke.field}.
 *
 * <p>{@link org.flavorwaves.physics.qke.BoxEngine} turns polarization vectors in the 12 collective numbers of each
 * point and carries harmonics with the exact phase of advection; the steppers advance it;
 * {@link org.flavorwaves.physics.qke.BoxMonitor} watches what is conserved.
 */
package org.flavorwaves.physics.qke;
