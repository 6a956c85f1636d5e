package org.flavorwaves.physics.thermo.temperature;

import org.flavorwaves.physics.thermo.ThermalRelation;

/**
 * Options of {@link TemperatureSolver}.
 *
 * @param relation full (JK 100) or dilute (JK 101)
 * @param tolerance bound on the largest difference between the collective numbers put in and those that come out,
 *            relative to sum_i w_i max|P_i|; dimensionless
 * @param maxIterations most Newton iterations from one start
 * @param starts quasi-random starts in a row that must lead to nothing new before a search ends, beside those that the
 *            problem itself suggests
 */
public record TemperatureOptions(ThermalRelation relation, double tolerance, int maxIterations, int starts) {
    /** Full relation, tolerance 1e-12, 60 iterations, 40 starts. */
    public static final TemperatureOptions DEFAULT = new TemperatureOptions(ThermalRelation.FULL, 1e-12, 60, 40);

    /**
     * Checks the numbers.
     *
     * @param relation full (JK 100) or dilute (JK 101)
     * @param tolerance bound on the largest difference between the collective numbers put in and those that come out,
     *            relative to sum_i w_i max|P_i|; dimensionless
     * @param maxIterations most Newton iterations from one start
     * @param starts quasi-random starts of a search, beside those that the problem itself suggests
     * @throws IllegalArgumentException if the tolerance is not in (0, 1), there is no iteration or a negative number of
     *             starts
     */
    public TemperatureOptions {
        if (!(tolerance > 0 && tolerance < 1)) {
            throw new IllegalArgumentException("Tolerance must be above 0 and below 1 but is " + tolerance + ".");
        }
        if (maxIterations < 1) {
            throw new IllegalArgumentException("maxIterations must be at least 1 but is " + maxIterations + ".");
        }
        if (starts < 0) {
            throw new IllegalArgumentException("The number of starts must be 0 or more but is " + starts + ".");
        }
    }

    /**
     * The same options with another relation.
     *
     * @param choice full or dilute
     * @return a changed copy
     */
    public TemperatureOptions withRelation(final ThermalRelation choice) {
        return new TemperatureOptions(choice, tolerance, maxIterations, starts);
    }
}
