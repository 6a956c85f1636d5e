package org.knime.core.data;

/** A fuzzy number: support, core, and nothing beyond the support. */
public interface FuzzyNumberValue extends DataValue {

    /**
     * Lower end of the support.
     *
     * @return the smallest possible number
     */
    double getMinSupport();

    /**
     * The certain number.
     *
     * @return the core
     */
    double getCore();

    /**
     * Upper end of the support.
     *
     * @return the largest possible number
     */
    double getMaxSupport();
}
