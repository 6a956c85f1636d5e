package org.flavorwaves.physics.qke;

import org.flavorwaves.physics.run.TimedText;

/** The error control asks for steps that no longer move the time; the tolerance cannot be reached. */
public final class StepTooSmallException extends ArithmeticException {
    private static final long serialVersionUID = 1L;

    /** What happened, and when. */
    private final transient TimedText m_text;

    /**
     * The failure at a time.
     *
     * @param time t
     * @param step the step asked for
     */
    public StepTooSmallException(final double time, final double step) {
        this(new TimedText("At t = " + TimedText.PLACE + " the error control asks for a step of " + step
            + "; such steps no longer move the time. Choose a larger tolerance or shorter output intervals.", time));
    }

    private StepTooSmallException(final TimedText text) {
        super(text.toString());
        m_text = text;
    }

    /**
     * What happened, and when.
     *
     * @return the message, for a time in the units of the user
     */
    public TimedText text() {
        return m_text;
    }
}
