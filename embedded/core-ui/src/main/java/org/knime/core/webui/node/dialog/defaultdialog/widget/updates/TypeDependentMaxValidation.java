package org.knime.core.webui.node.dialog.defaultdialog.widget.updates;

import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;

/** The bound of the type of the field, which holds anyhow. */
public final class TypeDependentMaxValidation extends MaxValidation {

    @Override
    public double getMax() {
        return Double.MAX_VALUE;
    }
}
