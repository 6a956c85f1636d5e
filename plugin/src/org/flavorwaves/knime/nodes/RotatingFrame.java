package org.flavorwaves.knime.nodes;

import org.flavorwaves.physics.equilibrium.CoRotating;
import org.knime.node.parameters.widget.choices.Label;

/** Whether an equilibrium is sought in a rotating frame. */
public enum RotatingFrame {
    /** Where it helps. */
    @Label(value = "Automatic",
        description = "Where all external terms lie along one axis and the input state does not.")
    AUTO,
    /** Required. */
    @Label(value = "Always", description = "An error where the external terms have no common axis.")
    ON,
    /** At rest. */
    @Label(value = "Never", description = "P parallel to H at rest.")
    OFF;

    /**
     * The same for the solver.
     *
     * @return the choice of the same name
     */
    public CoRotating choice() {
        return CoRotating.valueOf(name());
    }
}
