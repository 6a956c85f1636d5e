package org.flavorwaves.physics.qke;

/** How the box chooses its time steps. */
public sealed interface StepControl {

    /**
     * The method of Dormand and Prince, order 8 with 12 evaluations a step, whose step keeps the estimated local error
     * of each step below tolerance times the root mean square length of the polarization vectors, for each pair of
     * modes. The cheapest way to a given error.
     *
     * @param tolerance relative local error of a step, in [1e-15, 0.1]
     */
    record Adaptive(double tolerance) implements StepControl {
        /**
         * Checks the tolerance.
         *
         * @param tolerance relative local error of a step, in [1e-15, 0.1]
         * @throws IllegalArgumentException if it is out of range
         */
        public Adaptive {
            if (!(tolerance >= 1e-15 && tolerance <= 0.1)) {
                throw new IllegalArgumentException("The tolerance of a step must be in [1e-15, 0.1] but is " + tolerance
                    + ".");
            }
        }
    }

    /**
     * The Adams-Bashforth method of order 4 with one evaluation a step, started by the method of Dormand and Prince.
     * The cheapest step; stable for steps up to about 0.4 in units of the inverse of the fastest precession.
     *
     * @param dt largest step; the step is the share of an output interval that comes next below it
     */
    record Fixed(double dt) implements StepControl {
        /**
         * Checks the step.
         *
         * @param dt largest step; the step is the share of an output interval that comes next below it
         * @throws IllegalArgumentException if it is not positive
         */
        public Fixed {
            if (!(dt > 0) || Double.isInfinite(dt)) {
                throw new IllegalArgumentException("The time step must be finite and positive but is " + dt + ".");
            }
        }
    }

    /**
     * Steps by error control.
     *
     * @param tolerance relative local error of a step
     * @return the control
     */
    static StepControl adaptive(final double tolerance) {
        return new Adaptive(tolerance);
    }

    /**
     * Steps of one size.
     *
     * @param dt largest step
     * @return the control
     */
    static StepControl fixed(final double dt) {
        return new Fixed(dt);
    }
}
