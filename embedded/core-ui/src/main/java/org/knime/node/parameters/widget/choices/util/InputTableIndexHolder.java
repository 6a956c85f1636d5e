package org.knime.node.parameters.widget.choices.util;

/** Knows the input table that columns are chosen from. */
public interface InputTableIndexHolder {

    /**
     * The input table.
     *
     * @return the port from zero
     */
    default int getInputTableIndex() {
        return 0;
    }
}
