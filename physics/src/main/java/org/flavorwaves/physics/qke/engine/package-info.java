/**
 * The hot loops of the box: {@link org.flavorwaves.physics.qke.engine.BoxEngine} turns polarization vectors in the 12
 * collective numbers of each point and carries harmonics with the exact phase of advection, in blocks of modes; {@link
 * org.flavorwaves.physics.qke.engine.FixedStepper} and {@link org.flavorwaves.physics.qke.engine.RungeKuttaStepper}
 * advance it. {@link org.flavorwaves.physics.qke.engine.BoxTerms} says of how many flavors; only the packing of
 * components and the local torque differ.
 */
package org.flavorwaves.physics.qke.engine;
