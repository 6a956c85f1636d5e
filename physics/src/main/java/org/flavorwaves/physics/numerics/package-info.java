/**
 * Numerical tools without physics that no library at hand provides.
 * {@link org.flavorwaves.physics.numerics.NewtonSolver} and {@link org.flavorwaves.physics.numerics.ArclengthFollower}
 * solve a {@link org.flavorwaves.physics.numerics.ParametrizedSystem};
 * {@link org.flavorwaves.physics.numerics.GaussLegendre} is the quadrature of every angle.
 *
 * <p>{@link org.flavorwaves.physics.numerics.LeastSquares} and {@link org.flavorwaves.physics.numerics.SymmetricEigen}
 * solve small real problems and {@link org.flavorwaves.physics.numerics.ComplexPivoting} small complex ones. Zeros of
 * one variable are in {@code roots}, complex matrices in {@code matrix}, their eigenvalues in {@code eigen}, Fourier
 * transforms in {@code fft}.
 */
package org.flavorwaves.physics.numerics;
