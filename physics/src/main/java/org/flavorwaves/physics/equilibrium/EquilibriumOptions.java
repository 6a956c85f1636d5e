package org.flavorwaves.physics.equilibrium;

/**
 * Options of {@link MixingEquilibrium}.
 *
 * @param tolerance bound on |F|_inf relative to sum_i w_i |P_i|, dimensionless
 * @param maxIterations most Newton iterations of one solve (each step of a continuation has its own small bound)
 * @param continuation which solution to take
 * @param coRotating whether to solve in the co-rotating frame
 */
public record EquilibriumOptions(double tolerance, int maxIterations, Continuation continuation,
    CoRotating coRotating) {
    /** Tolerance 1e-12, 100 iterations, everything automatic. */
    public static final EquilibriumOptions DEFAULT =
        new EquilibriumOptions(1e-12, 100, Continuation.AUTO, CoRotating.AUTO);

    /**
     * Checks the numbers.
     *
     * @param tolerance bound on |F|_inf relative to sum_i w_i |P_i|, dimensionless
     * @param maxIterations most Newton iterations of one solve (each step of a continuation has its own small bound)
     * @param continuation which solution to take
     * @param coRotating whether to solve in the co-rotating frame
     * @throws IllegalArgumentException if the tolerance is not in (0, 1) or there is no iteration
     */
    public EquilibriumOptions {
        if (!(tolerance > 0 && tolerance < 1)) {
            throw new IllegalArgumentException("Tolerance must be above 0 and below 1 but is " + tolerance + ".");
        }
        if (maxIterations < 1) {
            throw new IllegalArgumentException("maxIterations must be at least 1 but is " + maxIterations + ".");
        }
    }

    /**
     * The same options with another tolerance.
     *
     * @param bound on |F|_inf relative to sum_i w_i |P_i|
     * @return a changed copy
     */
    public EquilibriumOptions withTolerance(final double bound) {
        return new EquilibriumOptions(bound, maxIterations, continuation, coRotating);
    }

    /**
     * The same options with another bound on the iterations.
     *
     * @param iterations most Newton iterations
     * @return a changed copy
     */
    public EquilibriumOptions withMaxIterations(final int iterations) {
        return new EquilibriumOptions(tolerance, iterations, continuation, coRotating);
    }

    /**
     * The same options with another choice of the solution.
     *
     * @param choice which solution to take
     * @return a changed copy
     */
    public EquilibriumOptions withContinuation(final Continuation choice) {
        return new EquilibriumOptions(tolerance, maxIterations, choice, coRotating);
    }

    /**
     * The same options with another choice of the frame.
     *
     * @param choice whether to solve in the co-rotating frame
     * @return a changed copy
     */
    public EquilibriumOptions withCoRotating(final CoRotating choice) {
        return new EquilibriumOptions(tolerance, maxIterations, continuation, choice);
    }
}
