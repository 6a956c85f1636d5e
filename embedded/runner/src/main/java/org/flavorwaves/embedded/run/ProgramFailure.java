package org.flavorwaves.embedded.run;

import java.util.Locale;

/** Says in a sentence what stopped a program that did not expect it. */
public final class ProgramFailure {

    private static final double MIB = 1L << 20;

    private ProgramFailure() {
    }

    /**
     * Explains an error.
     *
     * @param error what was thrown
     * @return what happened and, if memory was short, what to set
     */
    public static String sentence(final Throwable error) {
        if (error instanceof OutOfMemoryError) {
            return String.format(Locale.ROOT, "Java ran out of memory (%s); it may use %.0f MiB. Make the task "
                + "smaller, or give Java more, as in: FLAVORWAVES_JAVA_OPTS=-Xmx16g flavorwaves ...",
                error.getMessage(), Runtime.getRuntime().maxMemory() / MIB);
        }
        final String text = error.getMessage();
        return "Stopped by an error of the program: " + error.getClass().getSimpleName()
            + (text == null ? "." : ": " + text);
    }
}
