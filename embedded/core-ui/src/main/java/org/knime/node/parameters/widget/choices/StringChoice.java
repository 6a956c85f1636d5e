package org.knime.node.parameters.widget.choices;

/**
 * A text to choose.
 *
 * @param id what is stored
 * @param text what is shown
 */
public record StringChoice(String id, String text) {

    /**
     * A choice that is shown as it is stored.
     *
     * @param id the text
     * @return the choice
     */
    public static StringChoice fromId(final String id) {
        return new StringChoice(id, id);
    }
}
