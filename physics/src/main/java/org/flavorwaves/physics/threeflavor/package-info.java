/**
 * Three flavors: density matrices of 3 x 3, polarization vectors of eight components.
 *
 * <p>Enter by {@link org.flavorwaves.physics.threeflavor.ThreeFlavorState}, the state, and
 * {@link org.flavorwaves.physics.threeflavor.waves.ThreeFlavorBands}, all 8N waves of a state at one wave vector.
 *
 * <p>A state without coherence between flavors separates exactly into three gases of two flavors,
 * {@link org.flavorwaves.physics.threeflavor.ThreeFlavorState#pair}, so that every search of the two-flavor packages
 * works for the pairs e-mu, e-tau and mu-tau. {@link org.flavorwaves.physics.threeflavor.FlavorAlgebra} has the product
 * of SU(3) in the place of the cross product, {@link org.flavorwaves.physics.threeflavor.ThreeFlavorField} the 32
 * collective numbers, {@link org.flavorwaves.physics.threeflavor.ThreeFlavorEnvironment} mixing and matter.
 */
package org.flavorwaves.physics.threeflavor;
