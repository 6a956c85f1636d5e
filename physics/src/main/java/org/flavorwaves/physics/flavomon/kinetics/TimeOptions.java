package org.flavorwaves.physics.flavomon.kinetics;

/**
 * How the kinetics is integrated in time.
 *
 * @param end last time, in inverse units of the potentials; 0 for {@value #GROWTH_TIMES} growth times of the wave that
 *            grows fastest in the initial medium
 * @param outputs number of equal intervals at whose ends the state is kept, beside time 0
 * @param tolerance largest error of a step, relative to the largest f_e + f_x for occupations and to N for flavomons
 * @param maxChange largest change of an occupation in a step, relative to the largest f_e + f_x; modes and rates are
 *            recomputed at least that often
 * @param invariantTolerance relative change of a conserved number at which the run stops
 * @param maxSteps number of steps after which the run stops
 */
public record TimeOptions(double end, int outputs, double tolerance, double maxChange, double invariantTolerance,
    int maxSteps) {

    /** How long an automatic run is, in units of 1/gamma of the fastest wave. */
    public static final double GROWTH_TIMES = 50;

    /**
     * Checks the numbers.
     *
     * @param end last time, in inverse units of the potentials; 0 for {@value #GROWTH_TIMES} growth times of the wave
     *            that grows fastest in the initial medium
     * @param outputs number of equal intervals at whose ends the state is kept, beside time 0
     * @param tolerance largest error of a step, relative to the largest f_e + f_x for occupations and to N for
     *            flavomons
     * @param maxChange largest change of an occupation in a step, relative to the largest f_e + f_x; modes and rates
     *            are recomputed at least that often
     * @param invariantTolerance relative change of a conserved number at which the run stops
     * @param maxSteps number of steps after which the run stops
     * @throws IllegalArgumentException naming the number that is out of range
     */
    public TimeOptions {
        if (end != 0) {
            requirePositive("The last time", end);
        }
        requirePositive("The number of outputs", outputs);
        requirePositive("The tolerance of a step", tolerance);
        requirePositive("The largest change of an occupation", maxChange);
        requirePositive("The tolerance of the invariants", invariantTolerance);
        requirePositive("The largest number of steps", maxSteps);
    }

    private static void requirePositive(final String what, final double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(what + " must be positive but is " + value + ".");
        }
    }

    /**
     * Tolerance 1e-4 a step, changes of at most 2 %, invariants to 1e-10, at most 200 000 steps.
     *
     * @param end last time
     * @param outputs number of intervals
     * @return options
     */
    public static TimeOptions until(final double end, final int outputs) {
        return new TimeOptions(end, outputs, 1e-4, 0.02, 1e-10, 200_000);
    }
}
