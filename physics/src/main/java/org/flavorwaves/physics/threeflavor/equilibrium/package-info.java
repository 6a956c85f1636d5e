/**
 * {@link org.flavorwaves.physics.threeflavor.equilibrium.ThreeFlavorEquilibrium} turns a state of three flavors into
 * its mixing equilibrium, every density matrix diagonal in the levels of its own Hamiltonian, in the place of (JK 12)
 * of two flavors; {@link org.flavorwaves.physics.threeflavor.equilibrium.ThreeFlavorPath} follows it through matter
 * with its resonances H and L.
 */
package org.flavorwaves.physics.threeflavor.equilibrium;
