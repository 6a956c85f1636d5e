package org.flavorwaves.physics.qke.engine;

/** Integrates over one output interval at a time, without memory of the intervals before. */
public interface BoxStepper {
    /**
     * Moves y over an interval.
     *
     * @param y harmonics by block, changed
     * @param interval its length
     * @param from time at which it starts, for reports
     * @param whole length of the run, for reports
     */
    void advance(double[][] y, double interval, double from, double whole);

    /** Steps taken so far. */
    long steps();

    /** Steps refused so far. */
    long rejected();
}
