package org.knime.core.data;

/** A truth value. */
public interface BooleanValue extends DataValue {

    /**
     * The truth value.
     *
     * @return true or false
     */
    boolean getBooleanValue();
}
