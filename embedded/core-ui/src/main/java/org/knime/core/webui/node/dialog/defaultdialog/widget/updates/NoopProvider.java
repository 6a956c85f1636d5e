package org.knime.core.webui.node.dialog.defaultdialog.widget.updates;

import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.StateProvider;

/**
 * Stands for no provider.
 *
 * @param <S> class of what a provider computes
 */
abstract class NoopProvider<S> implements StateProvider<S> {

    @Override
    public void init(final StateProviderInitializer initializer) {
        throw new UnsupportedOperationException("There is no provider");
    }

    @Override
    public S computeState(final NodeParametersInput parametersInput) {
        throw new UnsupportedOperationException("There is no provider");
    }
}
