package org.knime.core.data;

/** The identifier of a row. */
public interface RowKeyValue {

    /**
     * The identifier.
     *
     * @return the text of the key
     */
    String getString();
}
