package org.flavorwaves.physics.numerics.roots;

/** An analytic function of a complex argument with its logarithmic derivative. */
@FunctionalInterface
public interface SampledFunction {
    /**
     * Evaluates the function.
     *
     * @param re real part of the argument
     * @param im imaginary part
     * @return the sample there
     */
    Sample at(double re, double im);

    /**
     * One sample.
     *
     * @param re real part of the argument
     * @param im imaginary part
     * @param valueRe Re f
     * @param valueIm Im f
     * @param slopeRe Re f'/f, infinite at a zero
     * @param slopeIm Im f'/f
     * @param poleDistance at most the distance of the nearest pole, infinite if there is none
     */
    record Sample(double re, double im, double valueRe, double valueIm, double slopeRe, double slopeIm,
        double poleDistance) {
    }
}
