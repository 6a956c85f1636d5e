package org.knime.core.webui.node.dialog.defaultdialog.widget.updates;

import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;

/** Stands for no provider. */
public final class NoopMaxValidationProvider implements StateProvider<MaxValidation> {

    @Override
    public void init(StateProviderInitializer initializer) {
        throw new UnsupportedOperationException("There is no provider");
    }

    @Override
    public MaxValidation computeState(NodeParametersInput parametersInput) {
        throw new UnsupportedOperationException("There is no provider");
    }
}
