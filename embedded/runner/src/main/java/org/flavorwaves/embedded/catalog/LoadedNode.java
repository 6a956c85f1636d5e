package org.flavorwaves.embedded.catalog;

import java.util.List;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** A node with loaded settings. It is used by one thread at a time. */
public interface LoadedNode {

    /**
     * Checks the settings against the inputs and tells the columns of the outputs.
     *
     * @param inputs the columns of each input, in the order of the ports
     * @return the outcome; nothing is thrown for a node that cannot be configured
     */
    Configured configure(List<DataTableSpec> inputs);

    /**
     * Computes the outputs.
     *
     * @param inputs the table of each input, in the order of the ports
     * @param exec makes tables, takes progress, tells of cancellation
     * @return the outcome; nothing is thrown for a node that fails
     */
    Executed execute(List<BufferedDataTable> inputs, ExecutionContext exec);
}
