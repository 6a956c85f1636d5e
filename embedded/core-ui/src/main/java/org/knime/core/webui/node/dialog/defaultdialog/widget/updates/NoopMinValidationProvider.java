package org.knime.core.webui.node.dialog.defaultdialog.widget.updates;

import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;

/** Stands for no provider. */
public final class NoopMinValidationProvider implements StateProvider<MinValidation> {

    @Override
    public void init(StateProviderInitializer initializer) {
        throw new UnsupportedOperationException("There is no provider");
    }

    @Override
    public MinValidation computeState(NodeParametersInput parametersInput) {
        throw new UnsupportedOperationException("There is no provider");
    }
}
