package org.knime.core.data;

/** A 32-bit integer. */
public interface IntValue extends DataValue {

    /**
     * The number.
     *
     * @return the integer
     */
    int getIntValue();
}
