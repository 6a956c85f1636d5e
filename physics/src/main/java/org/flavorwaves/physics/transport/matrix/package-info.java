/**
 * The closure of transport by the flavor-wave density matrix itself (FW wave-matrix).
 *
 * <p>{@link org.flavorwaves.physics.transport.matrix.WaveMatrix} carries the coherences of all pairs of modes by place
 * and wave number beside the polarizations of an aligned stream, so that waves give back what they carry away.
 */
package org.flavorwaves.physics.transport.matrix;
