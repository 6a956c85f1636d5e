package org.knime.node.parameters.updates;

/** A condition on the controls of a dialog. */
public interface EffectPredicate {

    /**
     * Both conditions.
     *
     * @param other another condition
     * @return the condition that both hold
     */
    EffectPredicate and(EffectPredicate other);

    /**
     * The opposite.
     *
     * @return the condition that this one does not hold
     */
    EffectPredicate negate();
}
