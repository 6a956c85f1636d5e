/**
 * The state of a neutrino gas: momentum modes, occupations and polarization vectors, the 12 collective numbers and the
 * Hamiltonian vectors that follow from them in O(N).
 */
package org.flavorwaves.physics.state;
