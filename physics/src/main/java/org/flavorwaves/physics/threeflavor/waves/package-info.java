/**
 * Waves of three flavors: {@link org.flavorwaves.physics.threeflavor.waves.ThreeFlavorBands}, the dense problem of 8N
 * bands at one wave vector.
 */
package org.flavorwaves.physics.threeflavor.waves;
