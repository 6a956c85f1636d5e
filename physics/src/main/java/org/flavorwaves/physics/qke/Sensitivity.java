package org.flavorwaves.physics.qke;

import java.util.List;
import java.util.OptionalInt;

/**
 * How fast a twin goes away from a run. The twin starts with noise of the size of its own errors: ten times the
 * tolerance, at which it also runs; with fixed steps 1e-10, and half the step. Its distance at the end is therefore a
 * bound of the error of the run itself, and where the motion is chaotic it says that no digit of the values is certain.
 *
 * @param interval time between outputs
 * @param differences rms difference of the fields over the rms length of the polarization vectors, at t = 0 and at
 *            every output that the twin reached
 * @param meanDifference largest difference of a mean polarization vector at any output, over the rms length of that
 *            mode
 * @param complete whether the twin reached the end of the run
 */
public record Sensitivity(double interval, List<Double> differences, double meanDifference, boolean complete) {
    /** Differences above this no longer grow as small ones do. */
    private static final double SMALL = 0.1;

    /**
     * The estimate of the largest Lyapunov exponent: the mean growth rate of the difference while it is small.
     *
     * @return ln(d(t)/d(0))/t in the units of the potentials at the last output before the difference exceeds a tenth,
     *         or at the first output if it does so before, which is a bound from below; NaN without an output
     */
    public double lyapunov() {
        int last = 1;
        while (last + 1 < differences.size() && differences.get(last + 1) <= SMALL) {
            last++;
        }
        return differences.size() < 2 || !(differences.get(0) > 0) ? Double.NaN
            : Math.log(differences.get(last) / differences.get(0)) / (last * interval);
    }

    /**
     * The number of decimal digits that all mean polarization vectors carry, relative to the length of their mode.
     *
     * @return 0 to 15; empty if the twin did not reach the end
     */
    public OptionalInt digits() {
        return complete ? OptionalInt.of(Double.isNaN(meanDifference) ? 0
            : (int) Math.max(0, Math.min(15, Math.floor(-Math.log10(meanDifference))))) : OptionalInt.empty();
    }
}
