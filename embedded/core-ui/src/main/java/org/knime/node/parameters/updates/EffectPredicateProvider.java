package org.knime.node.parameters.updates;

import java.util.Arrays;
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

    /**
     * All of the conditions.
     *
     * @param predicates the conditions
     * @return the condition that all hold
     */
    default EffectPredicate and(EffectPredicate... predicates) {
        return Arrays.stream(predicates).reduce(EffectPredicate::and).orElseThrow();
    }

    /**
     * One of the conditions.
     *
     * @param predicates the conditions
     * @return the condition that at least one holds
     */
    default EffectPredicate or(EffectPredicate... predicates) {
        return Arrays.stream(predicates).reduce(EffectPredicate::or).orElseThrow();
    }

    /**
     * The opposite.
     *
     * @param predicate a condition
     * @return the condition that it does not hold
     */
    default EffectPredicate not(EffectPredicate predicate) {
        return predicate.negate();
    }

    /** Gives access to the controls. */
    interface PredicateInitializer {

        /**
         * A text.
         *
         * @param reference stands for it
         * @return the text
         */
        StringReference getString(Class<? extends ParameterReference<String>> reference);

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
         * Whether the dialog has no such control.
         *
         * @param reference stands for its value
         * @return true if there is none
         */
        boolean isMissing(Class<? extends ParameterReference<?>> reference);

        /**
         * A condition on what the node is connected to.
         *
         * @param predicate the condition
         * @return the condition
         */
        EffectPredicate getConstant(Predicate<NodeParametersInput> predicate);

        /**
         * A condition that never holds.
         *
         * @return the condition
         */
        default EffectPredicate never() {
            return getConstant(context -> false);
        }

        /**
         * A condition that always holds.
         *
         * @return the condition
         */
        default EffectPredicate always() {
            return getConstant(context -> true);
        }

        /**
         * Another condition.
         *
         * @param predicateProviderClass what makes it
         * @return the condition
         */
        EffectPredicate getPredicate(Class<? extends EffectPredicateProvider> predicateProviderClass);

        /**
         * Another condition.
         *
         * @param predicateProvider what makes it
         * @return the condition
         */
        EffectPredicate getPredicate(EffectPredicateProvider predicateProvider);

        /** Conditions on a text. */
        interface StringReference {

            /**
             * The text is a given one.
             *
             * @param value the given text
             * @return the condition
             */
            EffectPredicate isEqualTo(String value);

            /**
             * The text matches a regular expression.
             *
             * @param pattern the expression
             * @return the condition
             */
            EffectPredicate matchesPattern(String pattern);
        }

        /** Conditions on a truth value. */
        interface BooleanReference {

            /**
             * It is true.
             *
             * @return the condition
             */
            EffectPredicate isTrue();

            /**
             * It is false.
             *
             * @return the condition
             */
            EffectPredicate isFalse();
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
