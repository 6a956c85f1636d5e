package org.flavorwaves.knime.nodes.fromtable;

import java.util.Optional;

import org.flavorwaves.physics.threeflavor.OtherFlavor;
import org.knime.node.parameters.widget.choices.Label;

/** Whether a state changes between two and three flavors, and what x is then. */
enum FlavorChange {
    @Label(value = "None", description = "Two flavors stay two, density matrices stay three.")
    NONE(Optional.empty()),
    @Label(value = "x is μ", description = "The other flavor x of two is the muon flavor; τ is absent or left out.")
    MU(Optional.of(OtherFlavor.MU)),
    @Label(value = "x is τ", description = "The other flavor x of two is the tau flavor; μ is absent or left out.")
    TAU(Optional.of(OtherFlavor.TAU)),
    @Label(value = "x is (μ+τ)/√2", description = """
        The other flavor is this one superposition; the state orthogonal to it is absent or left out.""")
    SUPERPOSITION(Optional.of(OtherFlavor.SUPERPOSITION)),
    @Label(value = "x is each of μ and τ", description = """
        Either heavy flavor is as occupied as x, without coherence; of three flavors their mean is taken.""")
    EACH(Optional.of(OtherFlavor.EACH));

    private final Optional<OtherFlavor> m_other;

    FlavorChange(final Optional<OtherFlavor> other) {
        m_other = other;
    }

    /** What x is; empty for no change. */
    Optional<OtherFlavor> other() {
        return m_other;
    }
}
