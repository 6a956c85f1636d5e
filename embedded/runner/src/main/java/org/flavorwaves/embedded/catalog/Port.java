package org.flavorwaves.embedded.catalog;

import java.util.Map;

/**
 * A table port of a node.
 *
 * @param name its name
 * @param description what goes through it, as plain text
 * @param optional whether the node works without a connection
 * @param columns what the columns of its table mean, as far as the description lists them
 */
public record Port(String name, String description, boolean optional, Map<String, String> columns) {

    /**
     * A port that has to be connected.
     *
     * @param name its name
     * @param description what goes through it
     * @return the port
     */
    public static Port required(final String name, final String description) {
        return new Port(name, description, false, Map.of());
    }
}
