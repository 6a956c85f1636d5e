package org.flavorwaves.physics.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.flavorwaves.physics.distribution.moments.FlavorMoments;
import org.flavorwaves.physics.distribution.moments.MomentLoader;
import org.flavorwaves.physics.distribution.moments.MomentMatching;
import org.flavorwaves.physics.distribution.moments.SpeciesMoments;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.LeptonNumber;
import org.flavorwaves.physics.state.WaveVector;
import org.junit.jupiter.api.Test;

/** The lepton-number flux of moments. */
class LeptonFluxTest {

    /** It is the flux of the state that the moments become, if their fluxes are matched on the grid. */
    @Test
    void agreesWithTheLoadedState() {
        final FlavorMoments moments = new FlavorMoments(new SpeciesMoments(1.4, 0.1, 0.04, -0.13),
            new SpeciesMoments(1.9, 0.07, 0.03, -0.34), new SpeciesMoments(0.5, -0.02, 0.07, -0.5),
            new SpeciesMoments(0.4, 0.2, 0.1, -0.4));
        final WaveVector flux = LeptonNumber.of(
            new MomentLoader(AngularGrid.sphere(8, 9), MomentMatching.DENSITY_AND_FLUX, 0.5).load(moments).loaded()
                .state(), Environment.FAST).flux();
        assertThat(moments.leptonFlux()[0]).isCloseTo(flux.kx(), within(1e-13));
        assertThat(moments.leptonFlux()[1]).isCloseTo(flux.ky(), within(1e-13));
        assertThat(moments.leptonFlux()[2]).isCloseTo(flux.kz(), within(1e-13));
    }
}
