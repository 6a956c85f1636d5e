package org.flavorwaves.physics.qke.engine;

import java.util.Optional;

import org.flavorwaves.physics.qke.field.MatterProfile;
import org.flavorwaves.physics.state.MomentumModes;

/** The terms of the equation beside advection and those of the modes, for two or three flavors. */
public sealed interface BoxTerms permits VectorTerms, MatrixTerms {
    /** How components are packed. */
    FieldPacking packing();

    /** How the matter potential departs from its mean along z; empty if it does not. */
    Optional<MatterProfile> matter();

    /** What a unit of matter adds to each component of the Hamiltonians. */
    double[] matterVector();

    /** The terms that turn vectors the other way; modes must be reversed too. */
    BoxTerms reversed();

    /**
     * The torque of a block of modes.
     *
     * @param modes all modes of the box
     * @param exact whether the external terms are left to the precession of an interval
     * @param from first mode of the block
     * @param count number of modes in the block
     * @param lanes lanes, of two modes each
     */
    BoxTorque torque(MomentumModes modes, boolean exact, int from, int count, int lanes);
}
