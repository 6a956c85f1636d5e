/**
 * Closures of transport by the waves that grow on aligned streams.
 *
 * <p>{@link org.flavorwaves.physics.transport.waves.FlavorWaves} moves the intensities of growing waves by place and
 * wave number (FW wave-stream) beside the polarizations of a slab.
 *
 * <p>{@link org.flavorwaves.physics.transport.waves.UniformWaves} is the uniform medium with sources: intensities of
 * growing waves and the viscosity that they cause (JK 78), which a drive and the waves bring into balance.
 */
package org.flavorwaves.physics.transport.waves;
