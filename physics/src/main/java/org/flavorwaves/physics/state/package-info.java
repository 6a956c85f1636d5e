/**
 * {@link org.flavorwaves.physics.state.FlavorState} is the state of a neutrino gas, the flavor (JK 5) of the momentum
 * modes of {@link org.flavorwaves.physics.state.MomentumModes}, whose collisions with a medium are depolarization and
 * {@link org.flavorwaves.physics.state.Absorption}; {@link org.flavorwaves.physics.state.Hamiltonian} is what acts on
 * it, in O(N), and {@link org.flavorwaves.physics.state.Alignment} the signs of P_i.H_i.
 *
 * <p>{@link org.flavorwaves.physics.state.CollectiveField} holds the 12 collective numbers, (JK 14) and (JK 15), by
 * which modes know of each other; {@link org.flavorwaves.physics.state.Environment} the vacuum mixing, matter and the
 * strength of the nu-nu term; {@link org.flavorwaves.physics.state.LeptonNumber} the shifts (FR 15) between physical
 * and shifted waves. What counts as one {@link org.flavorwaves.physics.state.Direction} is said there alone:
 * {@link org.flavorwaves.physics.state.LeptonDirections} and {@link org.flavorwaves.physics.state.Cosines} group by
 * it. {@link org.flavorwaves.physics.state.WaveVector} is a wave vector; {@link org.flavorwaves.physics.state.Units}
 * the way from centimetres.
 */
package org.flavorwaves.physics.state;
