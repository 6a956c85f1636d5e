package org.knime.core.webui.node.dialog.defaultdialog.widget.updates;

import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.StateProvider;

/** Stands for no provider. */
public final class NoopStringProvider implements StateProvider<String> {

    @Override
    public void init(StateProviderInitializer initializer) {
        throw new UnsupportedOperationException("There is no provider");
    }

    @Override
    public String computeState(NodeParametersInput parametersInput) {
        throw new UnsupportedOperationException("There is no provider");
    }
}
