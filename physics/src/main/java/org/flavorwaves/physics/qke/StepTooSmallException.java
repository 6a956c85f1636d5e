package org.flavorwaves.physics.qke;

/** The error control asks for steps that no longer move the time; the tolerance cannot be reached. */
public final class StepTooSmallException extends ArithmeticException {
    private static final long serialVersionUID = 1L;

    /** When it happened. */
    private final double m_time;

    /**
     * The failure at a time.
     *
     * @param time t
     * @param step the step asked for
     */
    public StepTooSmallException(final double time, final double step) {
        super("At t = " + time + " the error control asks for a step of " + step
            + "; such steps no longer move the time. Choose a larger tolerance or shorter output intervals.");
        m_time = time;
    }

    /**
     * When it happened.
     *
     * @return t
     */
    public double time() {
        return m_time;
    }
}
