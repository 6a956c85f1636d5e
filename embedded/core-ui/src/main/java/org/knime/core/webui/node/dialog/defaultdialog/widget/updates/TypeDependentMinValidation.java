package org.knime.core.webui.node.dialog.defaultdialog.widget.updates;

import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;

/** The bound of the type of the field, which holds anyhow. */
public final class TypeDependentMinValidation extends MinValidation {

    @Override
    public double getMin() {
        return -Double.MAX_VALUE;
    }
}
