package org.flavorwaves.physics.qke.engine;

import java.util.Optional;

import org.flavorwaves.physics.qke.field.Damping;
import org.flavorwaves.physics.qke.field.MatterProfile;
import org.flavorwaves.physics.state.Environment;

/**
 * The terms of the equation beside advection and those of the modes.
 *
 * @param environment vacuum mixing, the mean of the matter potential, and the strength of the nu-nu term
 * @param damping what the depolarization rates act on
 * @param matter how the matter potential departs from its mean along z; empty if it does not
 */
public record BoxTerms(Environment environment, Damping damping, Optional<MatterProfile> matter) {

    /** Terms without a matter profile. */
    public BoxTerms(final Environment environment, final Damping damping) {
        this(environment, damping, Optional.empty());
    }

    /** The same with a matter potential along z, which is added to that of the environment. */
    public BoxTerms with(final MatterProfile profile) {
        return new BoxTerms(environment.withMatterPotential(environment.matterPotential() + profile.mean()), damping,
            Optional.of(profile));
    }

    /** The terms that turn polarization vectors the other way; modes must be reversed too. */
    public BoxTerms reversed() {
        return new BoxTerms(environment.withMatterPotential(-environment.matterPotential())
            .withSelfInteraction(-environment.selfInteraction()), damping, matter.map(MatterProfile::negative));
    }
}
