package org.flavorwaves.physics.run;

import java.util.function.DoubleFunction;

/**
 * A sentence that names a time, which only the caller knows to write in the units of the user.
 *
 * @param text the sentence, with {@value #PLACE} where the time stands
 * @param time t in inverse units of the potentials
 */
public record TimedText(String text, double time) {
    /** Where the time stands. */
    public static final String PLACE = "{t}";

    /**
     * The sentence.
     *
     * @param clock writes a time, with its unit
     * @return the text with the time
     */
    public String with(final DoubleFunction<String> clock) {
        return text.replace(PLACE, clock.apply(time));
    }

    /** The sentence with the time in inverse units of the potentials. */
    @Override
    public String toString() {
        return with(Double::toString);
    }
}
