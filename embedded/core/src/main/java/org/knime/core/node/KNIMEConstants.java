package org.knime.core.node;

import org.knime.core.util.ThreadPool;

/** Settings of the whole program. */
public final class KNIMEConstants {

    /** System property with the largest number of working threads. */
    public static final String PROPERTY_MAX_THREAD_COUNT = "org.knime.core.maxThreads";

    /** Environment variable with the largest number of working threads; stronger than the property. */
    public static final String ENV_MAX_THREAD_COUNT = "KNIME_CORE_MAX_THREADS";

    /** The largest number of working threads, as a multiple of the cores, unless it is set. */
    public static final float PROCESSOR_COUNT_TO_DEF_THREAD_COUNT_MULTIPLIER = 2.0f;

    /** The pool from which all threads should be taken. */
    public static final ThreadPool GLOBAL_THREAD_POOL = new ThreadPool(maxThreads());

    private KNIMEConstants() {
    }

    private static int maxThreads() {
        final int standard =
            (int) (PROCESSOR_COUNT_TO_DEF_THREAD_COUNT_MULTIPLIER * Runtime.getRuntime().availableProcessors());
        final String environment = System.getenv(ENV_MAX_THREAD_COUNT);
        final boolean isSet = environment != null && !environment.isEmpty();
        final String text = isSet ? environment : System.getProperty(PROPERTY_MAX_THREAD_COUNT, "");
        try {
            final int threads = text.isEmpty() ? standard : Integer.parseInt(text);
            if (threads > 0) {
                return threads;
            }
            throw new NumberFormatException("Not positive");
        } catch (final NumberFormatException ex) {
            System.err.println("Unable to parse " + (isSet ? "environment variable \"" + ENV_MAX_THREAD_COUNT
                : "system property \"" + PROPERTY_MAX_THREAD_COUNT) + "\" (\"" + text + "\") as number: "
                + ex.getMessage());
            return standard;
        }
    }
}
