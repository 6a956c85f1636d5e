/**
 * {@link org.flavorwaves.physics.qke.field.BoxField} is the state of a periodic box by its harmonics (JK 8), on a
 * {@link org.flavorwaves.physics.qke.field.BoxGrid}; {@link org.flavorwaves.physics.qke.field.BoxPerturbation} seeds
 * waves in it, {@link org.flavorwaves.physics.qke.field.ThreeFlavorPerturbation} in one of three flavors.
 */
package org.flavorwaves.physics.qke.field;
