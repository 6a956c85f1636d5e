/**
 * {@link org.flavorwaves.physics.numerics.eigen.ComplexEigenSolver} finds eigenvalues and left and right eigenvectors
 * of a {@link org.flavorwaves.physics.numerics.matrix.ComplexMatrix} without symmetry: balancing, reduction to
 * Hessenberg form, small-bulge multishift QR with early deflation, back-substitution, and a dual basis for clusters.
 *
 * <p>{@link org.flavorwaves.physics.numerics.eigen.EigenDecomposition} is what comes back, with residuals and
 * condition numbers.
 */
package org.flavorwaves.physics.numerics.eigen;
