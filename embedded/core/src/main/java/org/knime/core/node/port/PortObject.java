package org.knime.core.node.port;

/** The data at a port. */
public interface PortObject {

    /**
     * One line about the data.
     *
     * @return the summary
     */
    String getSummary();

    /**
     * What is known about the data.
     *
     * @return the spec
     */
    PortObjectSpec getSpec();
}
