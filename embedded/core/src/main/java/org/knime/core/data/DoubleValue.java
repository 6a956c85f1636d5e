package org.knime.core.data;

/** A floating-point number; integers and booleans are double values, too. */
public interface DoubleValue extends DataValue {

    /**
     * The number.
     *
     * @return the number; may be NaN or infinite
     */
    double getDoubleValue();
}
