package org.knime.node.parameters.updates;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Shows, hides, enables or disables a control or a section depending on other controls. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Effect {

    /**
     * On what it depends.
     *
     * @return the condition
     */
    Class<? extends EffectPredicateProvider> predicate();

    /**
     * What happens when the condition holds.
     *
     * @return the effect
     */
    EffectType type();

    /** What can happen. */
    enum EffectType {
        /** It can be used. */
        ENABLE,
        /** It cannot be used. */
        DISABLE,
        /** It is shown. */
        SHOW,
        /** It is hidden. */
        HIDE
    }
}
