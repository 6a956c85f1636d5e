package org.knime.core.webui.data;

import java.io.IOException;

/** The data that a page starts with. */
public final class InitialDataService {

    private InitialDataService() {
    }

    /**
     * Writes data as text.
     *
     * @param <D> class of the data
     */
    @FunctionalInterface
    public interface Serializer<D> {

        /**
         * Writes the data.
         *
         * @param obj the data
         * @return the text
         * @throws IOException if writing fails
         */
        String serialize(D obj) throws IOException;
    }
}
