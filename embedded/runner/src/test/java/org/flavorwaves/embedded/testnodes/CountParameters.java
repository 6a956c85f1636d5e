package org.flavorwaves.embedded.testnodes;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.message.Message;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.WidgetGroup;
import org.knime.node.parameters.persistence.Persistable;
import org.knime.node.parameters.widget.choices.Label;

/** Parameters of the node Test Count. */
public final class CountParameters implements NodeParameters {

    @Widget(title = "Number of rows", description = "How many rows are made; must be <b>positive</b>.")
    int m_rows = 3;

    @Widget(title = "Start", description = "The first number.")
    double m_start = 0.5;

    @Widget(title = "Direction", description = "Whether numbers rise or fall.")
    Direction m_direction = Direction.UP;

    @Widget(title = "Name", description = "Goes into the sentence of result.")
    String m_name = "";

    Extra m_extra = new Extra();

    /** A group. */
    static final class Extra implements WidgetGroup, Persistable {

        @Widget(title = "Give a sentence", description = "Whether there is a column <tt>result</tt>.")
        boolean m_sentence = true;
    }

    /** Rising or falling. */
    enum Direction {
        /** Rising. */
        @Label(value = "Up", description = "Numbers rise.")
        UP,
        /** Falling. */
        @Label(value = "Down", description = "Numbers fall.")
        DOWN
    }

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_rows < 1) {
            throw Message.fromSummaryWithResolution("rows is " + m_rows + ", but must be positive.",
                "Ask for a row or more.").toInvalidSettingsException();
        }
    }
}
