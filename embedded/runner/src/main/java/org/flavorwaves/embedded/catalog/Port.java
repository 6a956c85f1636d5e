package org.flavorwaves.embedded.catalog;

/**
 * A table port of a node.
 *
 * @param name its name
 * @param description what goes through it, as plain text
 * @param optional whether the node works without a connection
 */
public record Port(String name, String description, boolean optional) {

    /**
     * A port that has to be connected.
     *
     * @param name its name
     * @param description what goes through it
     * @return the port
     */
    public static Port required(String name, String description) {
        return new Port(name, description, false);
    }
}
