package org.flavorwaves.embedded.format;

/**
 * A connection between two ports. Port 0 is the flow-variable port, tables count from 1.
 *
 * @param source id of the node that delivers
 * @param sourcePort output port of the source
 * @param dest id of the node that receives
 * @param destPort input port of the destination
 */
public record SavedConnection(int source, int sourcePort, int dest, int destPort) {

    /** The port number of flow variables. */
    public static final int VARIABLE_PORT = 0;

    @Override
    public String toString() {
        return "[#" + source + " port " + sourcePort + " -> #" + dest + " port " + destPort + "]";
    }
}
