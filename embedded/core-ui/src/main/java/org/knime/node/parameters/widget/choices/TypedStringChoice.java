package org.knime.node.parameters.widget.choices;

import org.knime.core.data.DataColumnSpec;

/**
 * A text with a type to choose.
 *
 * @param id what is stored
 * @param text what is shown
 * @param type its type
 */
public record TypedStringChoice(String id, String text, PossibleTypeValue type) {

    /**
     * The type of a choice.
     *
     * @param id the name of the preferred value class
     * @param text what is shown
     */
    public record PossibleTypeValue(String id, String text) {
    }

    /**
     * A column to choose.
     *
     * @param colSpec the column
     * @return the choice
     */
    public static TypedStringChoice fromColSpec(DataColumnSpec colSpec) {
        return new TypedStringChoice(colSpec.getName(), colSpec.getName(), new PossibleTypeValue(
            colSpec.getType().getPreferredValueClass().getName(), colSpec.getType().getName()));
    }
}
