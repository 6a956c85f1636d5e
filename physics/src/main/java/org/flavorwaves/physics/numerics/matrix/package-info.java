/**
 * {@link org.flavorwaves.physics.numerics.matrix.ComplexMatrix} and what is done with one directly:
 * {@link org.flavorwaves.physics.numerics.matrix.ComplexLu} solves linear systems,
 * {@link org.flavorwaves.physics.numerics.matrix.ComplexSvd} finds singular values and
 * {@link org.flavorwaves.physics.numerics.matrix.HermitianJacobi} diagonalizes Hermitian matrices.
 * {@link org.flavorwaves.physics.numerics.matrix.Columns} and
 * {@link org.flavorwaves.physics.numerics.matrix.Givens} are the storage and the rotations of the dense solvers.
 */
package org.flavorwaves.physics.numerics.matrix;
