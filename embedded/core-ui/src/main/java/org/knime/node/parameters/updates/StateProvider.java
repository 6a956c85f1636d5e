package org.knime.node.parameters.updates;

import java.util.function.Supplier;

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

        /**
         * What the node is connected to.
         *
         * @return the input
         */
        NodeParametersInput getNodeParametersInput();

        /**
         * Computes whenever a value changes.
         *
         * @param <T> class of the value
         * @param ref stands for the value
         * @return gives the value
         */
        <T> Supplier<T> computeFromValueSupplier(Class<? extends ParameterReference<T>> ref);

        /**
         * Reads a value without computing when it changes.
         *
         * @param <T> class of the value
         * @param ref stands for the value
         * @return gives the value
         */
        <T> Supplier<T> getValueSupplier(Class<? extends ParameterReference<T>> ref);

        /**
         * Computes whenever a value changes without reading it.
         *
         * @param <T> class of the value
         * @param id stands for the value
         */
        <T> void computeOnValueChange(Class<? extends ParameterReference<T>> id);

        /**
         * Computes whenever another provider has computed.
         *
         * @param <T> class of what it computes
         * @param stateProviderClass the other provider
         * @return gives what it computed
         */
        <T> Supplier<T> computeFromProvidedState(Class<? extends StateProvider<T>> stateProviderClass);

        /** Computes before the dialog opens. */
        void computeBeforeOpenDialog();

        /** Computes after the dialog has opened. */
        void computeAfterOpenDialog();
    }
}
