package org.knime.core.data;

/** A fuzzy interval: support, core interval and centre of gravity. */
public interface FuzzyIntervalValue extends DataValue {

    /**
     * Lower end of the support.
     *
     * @return the smallest possible number
     */
    double getMinSupport();

    /**
     * Lower end of the core.
     *
     * @return the smallest certain number
     */
    double getMinCore();

    /**
     * Upper end of the core.
     *
     * @return the largest certain number
     */
    double getMaxCore();

    /**
     * Upper end of the support.
     *
     * @return the largest possible number
     */
    double getMaxSupport();

    /**
     * Centre of gravity.
     *
     * @return the centre of gravity
     */
    double getCenterOfGravity();
}
