package org.flavorwaves.knime.nodes;

import org.knime.node.parameters.widget.choices.Label;

/** What a node does when its solver does not converge. */
public enum OnFailure {
    /** The execution fails with the residual and what to try. */
    @Label(value = "Fail", description = "Stop with an error that names the cell, the residual and what to try.")
    FAIL,
    /** The cell's results are missing values, and the node warns. */
    @Label(value = "Missing values", description = "Write missing values for the cell, go on, and warn.")
    MISSING_VALUES
}
