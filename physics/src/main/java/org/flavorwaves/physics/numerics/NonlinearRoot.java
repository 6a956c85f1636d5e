package org.flavorwaves.physics.numerics;

/**
 * A number z with det M(z) = 0.
 *
 * @param re real part
 * @param im imaginary part
 * @param multiplicity order of the zero of the determinant
 * @param residual smallest over largest singular value of M(z)
 * @param nullVectors orthonormal vectors x with M(z) x = 0 as columns: one, or several at a semisimple multiple root
 */
public record NonlinearRoot(double re, double im, int multiplicity, double residual, ComplexMatrix nullVectors) {
}
