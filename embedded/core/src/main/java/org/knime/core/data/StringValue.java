package org.knime.core.data;

/** A text. */
public interface StringValue extends DataValue {

    /**
     * The text.
     *
     * @return the text
     */
    String getStringValue();
}
