package org.knime.node.parameters.validation;

/** A condition on the value of a control that the dialog checks by itself. */
public interface BuiltinValidation {

    /**
     * What the dialog says when the condition does not hold.
     *
     * @return the message
     */
    String getErrorMessage();
}
