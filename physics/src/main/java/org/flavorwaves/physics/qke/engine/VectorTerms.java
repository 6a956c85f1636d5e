package org.flavorwaves.physics.qke.engine;

import java.util.Optional;

import org.flavorwaves.physics.qke.field.Damping;
import org.flavorwaves.physics.qke.field.MatterProfile;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.MomentumModes;

/**
 * The terms of two flavors.
 *
 * @param environment vacuum mixing, the mean of the matter potential, and the strength of the nu-nu term
 * @param damping what the depolarization rates act on
 * @param matter how the matter potential departs from its mean along z; empty if it does not
 */
public record VectorTerms(Environment environment, Damping damping, Optional<MatterProfile> matter)
    implements BoxTerms {

    /** Terms without a matter profile. */
    public VectorTerms(final Environment environment, final Damping damping) {
        this(environment, damping, Optional.empty());
    }

    /** The same with a matter potential along z, which is added to that of the environment. */
    public VectorTerms with(final MatterProfile profile) {
        return new VectorTerms(environment.withMatterPotential(environment.matterPotential() + profile.mean()), damping,
            Optional.of(profile));
    }

    @Override
    public BoxTerms reversed() {
        return new VectorTerms(environment.withMatterPotential(-environment.matterPotential())
            .withSelfInteraction(-environment.selfInteraction()), damping, matter.map(MatterProfile::negative));
    }

    @Override
    public FieldPacking packing() {
        return FieldPacking.VECTOR;
    }

    @Override
    public double[] matterVector() {
        return new double[]{0, 0, 1};
    }

    @Override
    public BoxTorque torque(final MomentumModes modes, final boolean exact, final int from, final int count,
        final int lanes) {
        return new VectorTorque(modes, this, exact, from, count, lanes);
    }
}
