package org.knime.node.parameters.widget.choices;

import java.util.List;

import org.knime.node.parameters.NodeParametersInput;

/**
 * Computes texts to choose from.
 */
public non-sealed interface StringChoicesProvider extends ChoicesStateProvider<StringChoice> {

    @Override
    default void init(StateProviderInitializer initializer) {
        initializer.computeBeforeOpenDialog();
    }

    /**
     * The choices.
     *
     * @param context what the node is connected to
     * @return the choices in the order in which they are shown
     */
    default List<String> choices(NodeParametersInput context) {
        throw new IllegalStateException("At least one method must be implemented: "
            + "StringChoicesProvider.choices or StringChoicesProvider.computeState");
    }

    @Override
    default List<StringChoice> computeState(NodeParametersInput context) {
        return choices(context).stream().map(StringChoice::fromId).toList();
    }
}
