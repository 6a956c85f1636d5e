package org.flavorwaves.physics.numerics;

/**
 * A small square matrix M(z) whose entries are analytic functions of a complex number: the nonlinear eigenproblem
 * M(z) x = 0. Called from one thread at a time.
 */
public interface AnalyticMatrix {
    /**
     * The size of the matrix.
     *
     * @return rows and columns, &gt;= 1
     */
    int size();

    /**
     * Evaluates the matrix and its derivative. All arrays are row-major with size()^2 numbers and are overwritten.
     *
     * @param re real part of z
     * @param im imaginary part of z
     * @param valueRe receives Re M(z)
     * @param valueIm receives Im M(z)
     * @param derivativeRe receives Re dM/dz
     * @param derivativeIm receives Im dM/dz
     */
    void evaluate(double re, double im, double[] valueRe, double[] valueIm, double[] derivativeRe,
        double[] derivativeIm);
}
