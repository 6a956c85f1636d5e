package org.knime.node.parameters.widget.text;

import org.knime.node.parameters.validation.BuiltinValidation;

/** A condition on a text. */
public sealed interface TextInputWidgetValidation extends BuiltinValidation {

    /** The text matches a regular expression. */
    abstract non-sealed class PatternValidation implements TextInputWidgetValidation {

        /**
         * The expression.
         *
         * @return the expression
         */
        protected abstract String getPattern();

        @Override
        public String getErrorMessage() {
            return String.format("The string must match the pattern: %s", getPattern());
        }

        /** Something other than blanks. */
        public static final class IsNotBlankValidation extends PatternValidation {

            @Override
            public String getErrorMessage() {
                return "The field cannot be blank (it must contain at least one non-whitespace character).";
            }

            @Override
            public String getPattern() {
                return ".*\\S.*";
            }
        }

        /** At least one character. */
        public static final class IsNotEmptyValidation extends MinLengthValidation {

            @Override
            public String getErrorMessage() {
                return "The field cannot be empty (it must contain at least one character).";
            }

            @Override
            protected int getMinLength() {
                return 1;
            }
        }

        /** Exactly one character. */
        public static final class IsSingleCharacterValidation extends PatternValidation {

            @Override
            public String getErrorMessage() {
                return "The string must be a single character.";
            }

            @Override
            public String getPattern() {
                return "^.$";
            }
        }
    }

    /** The text has a least length. */
    abstract non-sealed class MinLengthValidation implements TextInputWidgetValidation {

        /**
         * The length.
         *
         * @return number of characters
         */
        protected abstract int getMinLength();

        @Override
        public String getErrorMessage() {
            return String.format("The string must be at least %d character%s long.", getMinLength(),
                getMinLength() == 1 ? "" : "s");
        }
    }

    /** The text has a greatest length. */
    abstract non-sealed class MaxLengthValidation implements TextInputWidgetValidation {

        /**
         * The length.
         *
         * @return number of characters
         */
        protected abstract int getMaxLength();

        @Override
        public String getErrorMessage() {
            return String.format("The string must not exceed %d character%s.", getMaxLength(),
                getMaxLength() == 1 ? "" : "s");
        }
    }
}
