package org.knime.node.parameters.updates;

import org.knime.core.webui.node.dialog.defaultdialog.util.updates.StateComputationFailureException;
import org.knime.node.parameters.NodeParametersInput;

/**
 * Computes a part of a dialog, such as a value or a list of choices.
 *
 * @param <S> class of the part
 */
public interface StateProvider<S> {

    /**
     * Declares when to compute and from what.
     *
     * @param initializer where to declare it
     */
    void init(StateProviderInitializer initializer);

    /**
     * Computes the part.
     *
     * @param parametersInput what the node is connected to
     * @return the part
     * @throws StateComputationFailureException if it cannot be computed now
     */
    S computeState(NodeParametersInput parametersInput) throws StateComputationFailureException;

    /** Where a provider declares when to compute and from what. */
    interface StateProviderInitializer {

        /** Computes before the dialog opens. */
        void computeBeforeOpenDialog();
    }
}
