package org.knime.node.parameters.widget.choices;

import java.util.List;

import org.knime.node.parameters.NodeParametersInput;

/**
 * Computes the constants of an enum to choose from.
 *
 * @param <E> the enum
 */
public non-sealed interface EnumChoicesProvider<E extends Enum<E>> extends ChoicesStateProvider<EnumChoice<E>> {

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
    default List<E> choices(NodeParametersInput context) {
        throw new IllegalStateException("At least one method must be implemented: "
            + "EnumChoicesProvider.choices or EnumChoicesProvider.computeState");
    }

    @Override
    default List<EnumChoice<E>> computeState(NodeParametersInput context) {
        return choices(context).stream().map(EnumChoice::fromEnumConst).toList();
    }
}
