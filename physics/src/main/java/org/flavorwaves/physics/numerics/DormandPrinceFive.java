package org.flavorwaves.physics.numerics;

/**
 * The explicit Runge-Kutta method of order 5 by Dormand and Prince with an error estimate of order 4 (Hairer, Norsett,
 * Wanner, Solving Ordinary Differential Equations I, section II.5). The argument of its last stage is the step itself,
 * whose slope the next step begins with: six evaluations a step.
 */
public final class DormandPrinceFive {
    /** Number of stages. */
    public static final int STAGES = 7;

    /** Order of the method. */
    public static final int ORDER = 5;

    /** Times of the stages, in units of the step. */
    private static final double[] C = {0, 1.0 / 5, 3.0 / 10, 4.0 / 5, 8.0 / 9, 1, 1};

    /** Weights of the earlier stages in each stage. */
    private static final double[][] A = {
        {},
        {1.0 / 5},
        {3.0 / 40, 9.0 / 40},
        {44.0 / 45, -56.0 / 15, 32.0 / 9},
        {19372.0 / 6561, -25360.0 / 2187, 64448.0 / 6561, -212.0 / 729},
        {9017.0 / 3168, -355.0 / 33, 46732.0 / 5247, 49.0 / 176, -5103.0 / 18656},
        {35.0 / 384, 0, 500.0 / 1113, 125.0 / 192, -2187.0 / 6784, 11.0 / 84}
    };

    /** Weights of the stages in the error estimate. */
    private static final double[] ERROR = {
        71.0 / 57600, 0, -71.0 / 16695, 71.0 / 1920, -17253.0 / 339200, 22.0 / 525, -1.0 / 40
    };

    /** Weights of the slopes in what the values within a step add to a cubic, section II.6 there. */
    private static final double[] QUARTIC = {-12715105075.0 / 11282082432L, 0, 87487479700.0 / 32700410799L,
        -10690763975.0 / 1880347072, 701980252875.0 / 199316789632L, -1453857185.0 / 822651844,
        69997945.0 / 29380423};

    private DormandPrinceFive() {
    }

    /** Time of a stage as a share of the step, c_i. */
    public static double time(final int stage) {
        return C[stage];
    }

    /** Weight of an earlier slope in the argument of a stage, a_ij. */
    public static double stageWeight(final int stage, final int earlier) {
        return A[stage][earlier];
    }

    /** Weight of a slope in the error estimate. */
    public static double error(final int stage) {
        return ERROR[stage];
    }

    /**
     * Weight of a slope in the term th^2 (1 - th)^2 by which values of order 4 at a share th of a step differ from the
     * cubic that has the values and slopes of its ends.
     */
    public static double quartic(final int stage) {
        return QUARTIC[stage];
    }
}
