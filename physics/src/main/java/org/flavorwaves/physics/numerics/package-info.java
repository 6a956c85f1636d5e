/**
 * Numerical tools without physics that no library at hand provides.
 * {@link org.flavorwaves.physics.numerics.NewtonSolver} and {@link org.flavorwaves.physics.numerics.ArclengthFollower}
 * solve a {@link org.flavorwaves.physics.numerics.ParametrizedSystem};
 * {@link org.flavorwaves.physics.numerics.AnalyticRoots} counts and finds the zeros of an analytic function.
 *
 * <p>{@link org.flavorwaves.physics.numerics.GaussLegendre} is the quadrature of every angle,
 * {@link org.flavorwaves.physics.numerics.ScalarRoots} isolates roots on an interval,
 * {@link org.flavorwaves.physics.numerics.LeastSquares} and {@link org.flavorwaves.physics.numerics.SymmetricEigen}
 * solve small real problems and {@link org.flavorwaves.physics.numerics.ComplexPivoting} small complex ones. Complex
 * matrices and their eigenvalues are in {@code eigen}, Fourier transforms in {@code fft}.
 */
package org.flavorwaves.physics.numerics;
