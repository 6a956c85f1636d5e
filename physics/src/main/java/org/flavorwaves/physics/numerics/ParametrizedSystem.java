package org.flavorwaves.physics.numerics;

/**
 * Few equations f(x, t) = 0 in few dimensionless unknowns x of order one, with a parameter t. There may be more
 * equations than unknowns as long as they agree with each other at a solution.
 */
public interface ParametrizedSystem {

    /**
     * The number of unknowns x.
     *
     * @return a number above 0
     */
    int unknowns();

    /**
     * The number of equations.
     *
     * @return at least the number of unknowns
     */
    int equations();

    /**
     * The equations.
     *
     * @param x unknowns
     * @param t parameter
     * @param f overwritten with f(x, t)
     */
    void residual(double[] x, double t, double[] f);

    /**
     * The equations and their derivatives.
     *
     * @param x unknowns
     * @param t parameter
     * @param f overwritten with f(x, t)
     * @param derivative overwritten, one row an equation: df/dx, and df/dt in the last column
     */
    void linearize(double[] x, double t, double[] f, double[][] derivative);
}
