package org.flavorwaves.physics.kinetics;

/**
 * How far a background step goes.
 *
 * @param change largest change of a length relative to the longest, also of fields
 * @param phase largest product of that change, the time and the strength of the nu-nu term: the order of what the
 *            change turns bands by
 * @param negligible such a product for which no new bands are worth their cost
 * @param growth largest growth of squares of waves within the step, as an exponent, unless the product is negligible
 */
record StepBounds(double change, double phase, double negligible, double growth) {
    private static final double CHANGE = 2;

    private static final double PHASE = 3;

    private static final double NEGLIGIBLE = 0.01;

    private static final double GROWTH = 0.5;

    /**
     * The bounds for {@link KineticsOptions#backgroundStep}. Waves that follow their bands keep no phase between bands,
     * and are of the first order in the step.
     */
    static StepBounds of(final double step, final Transfer transfer) {
        final double phase = PHASE * step * step;
        return transfer == Transfer.PROJECT ? new StepBounds(CHANGE * step, phase, NEGLIGIBLE * phase, GROWTH)
            : new StepBounds(step, Double.POSITIVE_INFINITY, NEGLIGIBLE * phase, GROWTH);
    }
}
