package org.knime.core.data;

/** A complex number. */
public interface ComplexNumberValue extends DataValue {

    /**
     * Real part.
     *
     * @return the real part
     */
    double getRealValue();

    /**
     * Imaginary part.
     *
     * @return the imaginary part
     */
    double getImaginaryValue();
}
