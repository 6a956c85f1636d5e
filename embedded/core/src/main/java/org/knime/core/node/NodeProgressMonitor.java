package org.knime.core.node;

import java.util.function.Supplier;

/** How far the execution of a node is, and whether it has been canceled. */
public interface NodeProgressMonitor {

    /**
     * Throws if the execution has been canceled.
     *
     * @throws CanceledExecutionException if so
     */
    void checkCanceled() throws CanceledExecutionException;

    /**
     * Sets the progress.
     *
     * @param progress from 0 to 1; anything else is ignored
     */
    void setProgress(double progress);

    /**
     * The progress.
     *
     * @return from 0 to 1, or null if it is unknown
     */
    Double getProgress();

    /**
     * Sets progress and message.
     *
     * @param progress from 0 to 1
     * @param message what is being done
     */
    void setProgress(double progress, String message);

    /**
     * Sets progress and message.
     *
     * @param progress from 0 to 1
     * @param message what is being done, asked for only when it is shown
     */
    default void setProgress(double progress, Supplier<String> message) {
        setProgress(progress, message.get());
    }

    /**
     * Sets the message.
     *
     * @param message what is being done
     */
    void setMessage(String message);

    /**
     * Sets the message.
     *
     * @param message what is being done, asked for only when it is shown
     */
    default void setMessage(Supplier<String> message) {
        setMessage(message.get());
    }

    /**
     * Sets the message.
     *
     * @param message what is being done
     */
    void setProgress(String message);

    /**
     * The message.
     *
     * @return what is being done, or null
     */
    String getMessage();

    /** Cancels the execution. */
    void setExecuteCanceled();

}
