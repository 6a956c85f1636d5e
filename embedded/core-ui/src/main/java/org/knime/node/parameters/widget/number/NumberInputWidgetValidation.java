package org.knime.node.parameters.widget.number;

import java.math.BigDecimal;

import org.knime.node.parameters.validation.BuiltinValidation;

/** A bound of a number. */
public sealed interface NumberInputWidgetValidation extends BuiltinValidation {

    /**
     * Whether the bound itself is forbidden.
     *
     * @return true if so
     */
    default boolean isExclusive() {
        return false;
    }

    /** A lower bound. */
    abstract non-sealed class MinValidation implements NumberInputWidgetValidation {

        /**
         * The bound.
         *
         * @return the bound
         */
        protected abstract double getMin();

        @Override
        public String getErrorMessage() {
            return String.format(
                isExclusive() ? "The value must be greater than %s." : "The value must be at least %s.",
                BigDecimal.valueOf(getMin()).stripTrailingZeros().toPlainString());
        }

        /** At least zero. */
        public static final class IsNonNegativeValidation extends MinValidation {

            @Override
            public double getMin() {
                return 0;
            }
        }

        /** At least one. */
        public static final class IsPositiveIntegerValidation extends MinValidation {

            @Override
            public double getMin() {
                return 1;
            }
        }

        /** Greater than zero. */
        public static final class IsPositiveDoubleValidation extends MinValidation {

            @Override
            public double getMin() {
                return 0;
            }

            @Override
            public boolean isExclusive() {
                return true;
            }
        }
    }

    /** An upper bound. */
    abstract non-sealed class MaxValidation implements NumberInputWidgetValidation {

        /**
         * The bound.
         *
         * @return the bound
         */
        protected abstract double getMax();

        @Override
        public String getErrorMessage() {
            return String.format(isExclusive() ? "The value must be less than %s." : "The value must not exceed %s.",
                BigDecimal.valueOf(getMax()).stripTrailingZeros().toPlainString());
        }
    }
}
