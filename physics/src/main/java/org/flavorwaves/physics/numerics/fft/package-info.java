/**
 * {@link org.flavorwaves.physics.numerics.fft.LaneFft} transforms many periodic fields at once, one a lane.
 */
package org.flavorwaves.physics.numerics.fft;
