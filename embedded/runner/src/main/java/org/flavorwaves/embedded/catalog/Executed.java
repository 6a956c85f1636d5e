package org.flavorwaves.embedded.catalog;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.workflow.NodeMessage;

/**
 * What came of executing a node.
 *
 * @param successful whether the node is executed
 * @param tables the table of each output that is a table; none if not successful
 * @param images the PNG of each output port that is an image, by the number of the port
 * @param view the node's view, if it has one
 * @param message a warning or an error, or {@link NodeMessage#NONE}
 */
public record Executed(boolean successful, List<BufferedDataTable> tables, Map<Integer, byte[]> images,
    Optional<View> view, NodeMessage message) {

    /**
     * The view of a node.
     *
     * @param page its page, complete in itself
     * @param drawings makes its drawings
     */
    public record View(String page, Drawings drawings) {
    }

    /** Makes the drawings of a view. */
    @FunctionalInterface
    public interface Drawings {

        /**
         * Makes the drawings.
         *
         * @param format end of the names of files of the format
         * @return the file of each drawing by the name of the drawing
         * @throws IOException if the drawing fails
         */
        Map<String, byte[]> in(String format) throws IOException;
    }

    /**
     * The execution failed or was canceled.
     *
     * @param message why
     * @return the outcome
     */
    public static Executed failed(final NodeMessage message) {
        return new Executed(false, List.of(), Map.of(), Optional.empty(), message);
    }
}
