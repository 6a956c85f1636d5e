package org.knime.node.parameters.updates;

import java.util.function.Predicate;

import org.knime.node.parameters.NodeParametersInput;

/** Makes a condition on the controls of a dialog. */
@FunctionalInterface
public interface EffectPredicateProvider {

    /**
     * Makes the condition.
     *
     * @param i gives access to the controls
     * @return the condition
     */
    EffectPredicate init(PredicateInitializer i);

    /** Gives access to the controls. */
    interface PredicateInitializer {

        /**
         * A truth value.
         *
         * @param reference stands for it
         * @return the truth value
         */
        BooleanReference getBoolean(Class<? extends ParameterReference<Boolean>> reference);

        /**
         * A choice.
         *
         * @param <E> class of the choices
         * @param reference stands for it
         * @return the choice
         */
        <E extends Enum<E>> EnumReference<E> getEnum(Class<? extends ParameterReference<E>> reference);

        /**
         * A condition on what the node is connected to.
         *
         * @param predicate the condition
         * @return the condition
         */
        EffectPredicate getConstant(Predicate<NodeParametersInput> predicate);

        /** Conditions on a truth value. */
        interface BooleanReference {

            /**
             * It is false.
             *
             * @return the condition
             */
            EffectPredicate isFalse();

            /**
             * It is true.
             *
             * @return the condition
             */
            EffectPredicate isTrue();
        }

        /**
         * Conditions on a choice.
         *
         * @param <E> class of the choices
         */
        interface EnumReference<E extends Enum<E>> {

            /**
             * One of some choices is made.
             *
             * @param values the choices
             * @return the condition
             */
            @SuppressWarnings("unchecked")
            EffectPredicate isOneOf(E... values);
        }
    }
}
