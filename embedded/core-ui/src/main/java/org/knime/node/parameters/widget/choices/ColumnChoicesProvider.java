package org.knime.node.parameters.widget.choices;

import java.util.List;

import org.knime.core.data.DataColumnSpec;
import org.knime.node.parameters.NodeParametersInput;

/**
 * Computes columns to choose from.
 */
public interface ColumnChoicesProvider extends TypedStringChoicesProvider {

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
    default List<DataColumnSpec> columnChoices(NodeParametersInput context) {
        throw new IllegalStateException("At least one method must be implemented: "
            + "ColumnChoicesProvider.columnChoices or ColumnChoicesProvider.computeState");
    }

    @Override
    default List<TypedStringChoice> computeState(NodeParametersInput context) {
        return columnChoices(context).stream().map(TypedStringChoice::fromColSpec).toList();
    }
}
