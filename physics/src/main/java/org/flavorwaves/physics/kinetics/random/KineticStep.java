package org.flavorwaves.physics.kinetics.random;

/** One step of a system whose size may change from step to step, with an error estimate. */
interface KineticStep {
    /** Rates at a point; false where they do not exist. */
    @FunctionalInterface
    interface Rates {
        boolean evaluate(double[] y, double[] rates);
    }

    /** The bound on the error of each number. */
    @FunctionalInterface
    interface Bounds {
        double at(int index);
    }

    /**
     * Tries a step.
     *
     * @param y the point
     * @param rates the rates there
     * @param h length of the step
     * @param system the rates
     * @param bounds what the error is measured in
     * @return whether the step exists and its error is within the bounds; the point is then {@link #next}
     */
    boolean attempt(double[] y, double[] rates, double h, Rates system, Bounds bounds);

    /** The point reached by the last attempt; its own array. */
    double[] next();

    /** By how much the next step may be longer than the last one. */
    double factor();

    /**
     * Where in the last attempt the rate of a number fell below a positive level, if it fell further.
     *
     * @param index of the number
     * @param level of its rate, which was higher at the beginning
     * @param further a lower level
     * @return share of the step; 1 if the rate stayed above the lower level as far as is known
     */
    double crossing(int index, double level, double further);
}
