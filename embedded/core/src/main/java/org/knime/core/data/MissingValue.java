package org.knime.core.data;

/** A value that is not there. */
public interface MissingValue extends DataValue {

    /**
     * Why the value is missing.
     *
     * @return the reason, or null
     */
    String getError();
}
