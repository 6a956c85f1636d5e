package org.knime.core.node.util;

import java.util.Locale;

/** Checks of arguments, states and settings; the message templates are those of {@link String#format}. */
public final class CheckUtils {

    private CheckUtils() {
    }

    /**
     * Checks an argument.
     *
     * @param predicate what must hold
     * @param message what is wrong otherwise
     */
    public static void checkArgument(final boolean predicate, final String message) {
        if (!predicate) {
            throw new IllegalArgumentException(message);
        }
    }

    /**
     * Checks an argument.
     *
     * @param predicate what must hold
     * @param template what is wrong otherwise
     * @param templateArgs what goes into the template
     */
    public static void checkArgument(final boolean predicate, final String template, final Object... templateArgs) {
        if (!predicate) {
            throw new IllegalArgumentException(format(template, templateArgs));
        }
    }

    /**
     * Checks that an argument is there.
     *
     * @param <T> its type
     * @param toCheck the argument
     * @return the argument
     */
    public static <T> T checkArgumentNotNull(final T toCheck) {
        checkArgument(toCheck != null, "Argument must not be null");
        return toCheck;
    }

    /**
     * Checks a state.
     *
     * @param predicate what must hold
     * @param message what is wrong otherwise
     */
    public static void checkState(final boolean predicate, final String message) {
        if (!predicate) {
            throw new IllegalStateException(message);
        }
    }

    private static String format(final String template, final Object... templateArgs) {
        return String.format(Locale.US, template, templateArgs);
    }
}
