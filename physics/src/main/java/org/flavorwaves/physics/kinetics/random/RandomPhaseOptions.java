package org.flavorwaves.physics.kinetics.random;

/**
 * Options of {@link RandomPhaseKinetics}.
 *
 * @param cut growth rate in the units of the potentials below which a band is frozen: it keeps its intensity and
 *            exchanges nothing; 0 for {@value #AUTOMATIC_CUT} of the fastest growth at the start, in driven gases for
 *            1e-4 of the neutrino-neutrino term
 * @param tolerance error of a |P_i| in a step relative to the geometric mean of its start and the largest one, and ten
 *            times it relative to the sum of intensities
 * @param searchStep change of a |P_i|, relative to the largest one at the start, after which growing bands are
 *            searched anew; a quarter of the largest change in a step
 * @param leastLength share of its start at which a |P_i| that is not along a common axis counts as vanished
 * @param maxSteps number of steps after which a run ends
 */
public record RandomPhaseOptions(double cut, double tolerance, double searchStep, double leastLength, int maxSteps) {
    /** The automatic cut, in units of the fastest growth at the start. */
    public static final double AUTOMATIC_CUT = 0.03;

    /** Growth rates, over the neutrino-neutrino term, at which the search for an automatic cut begins and ends. */
    static final double COARSEST = 0.01;

    static final double FINEST = 1e-5;

    /** Automatic cut, tolerance 1e-6, a search every 1 %, |P| vanished at 2 %, 20 000 steps. */
    public static final RandomPhaseOptions DEFAULT = new RandomPhaseOptions(0, 1e-6, 0.01, 0.02, 20_000);

    /**
     * Checks the numbers.
     *
     * @param cut growth rate in the units of the potentials below which a band is frozen; 0 for automatic
     * @param tolerance error of a |P_i| in a step relative to the geometric mean of its start and the largest one, and
     *            ten times it relative to the sum of intensities
     * @param searchStep change of a |P_i|, relative to the largest one at the start, after which growing bands are
     *            searched anew; a quarter of the largest change in a step
     * @param leastLength share of its start at which a |P_i| that is not along a common axis counts as vanished
     * @param maxSteps number of steps after which a run ends
     * @throws IllegalArgumentException if a number is out of its range
     */
    public RandomPhaseOptions {
        if (!(cut >= 0) || Double.isInfinite(cut)) {
            throw new IllegalArgumentException("The lowest growth rate is " + cut + "; it must be at least 0.");
        }
        requireShare("The tolerance", tolerance);
        requireShare("The change between searches", searchStep);
        requireShare("The share at which a |P| counts as vanished", leastLength);
        if (maxSteps < 1) {
            throw new IllegalArgumentException("There must be at least 1 step, not " + maxSteps + ".");
        }
    }

    private static void requireShare(final String what, final double value) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException(what + " is " + value + "; it must be above 0 and below 1.");
        }
    }

    /**
     * The same options with another cut.
     *
     * @param rate growth rate in the units of the potentials, 0 for automatic
     * @return a changed copy
     */
    public RandomPhaseOptions withCut(final double rate) {
        return new RandomPhaseOptions(rate, tolerance, searchStep, leastLength, maxSteps);
    }

    /**
     * The same options with another tolerance.
     *
     * @param error error of a |P_i| in a step, see {@link #tolerance}
     * @return a changed copy
     */
    public RandomPhaseOptions withTolerance(final double error) {
        return new RandomPhaseOptions(cut, error, searchStep, leastLength, maxSteps);
    }
}
