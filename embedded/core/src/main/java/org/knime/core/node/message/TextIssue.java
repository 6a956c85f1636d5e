package org.knime.core.node.message;

import org.knime.core.node.port.PortObject;

/** Details in free text. */
record TextIssue(String text) implements Issue {

    @Override
    public String toPreformatted() {
        return text;
    }

    @Override
    public Issue render(final PortObject[] inputs) {
        return this;
    }
}
