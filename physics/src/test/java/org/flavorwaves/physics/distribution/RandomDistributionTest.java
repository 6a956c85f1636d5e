package org.flavorwaves.physics.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.Species;
import org.junit.jupiter.api.Test;

class RandomDistributionTest {

    @Test
    void theSeedDecidesEverything() {
        final FlavorState one = new RandomDistribution(50, 7, false, false, 2).draw();
        final FlavorState same = new RandomDistribution(50, 7, false, false, 2).draw();
        final FlavorState other = new RandomDistribution(50, 8, false, false, 2).draw();
        assertThat(one.pxs()).isEqualTo(same.pxs());
        assertThat(one.modes().weights()).isEqualTo(same.modes().weights());
        assertThat(one.pxs()).isNotEqualTo(other.pxs());
    }

    @Test
    void densityIsExactDirectionsFillTheSphereAndBothSpeciesOccur() {
        final FlavorState state = new RandomDistribution(4000, 1, false, true, 3).draw();
        double density = 0;
        double vx = 0;
        double vz2 = 0;
        int nu = 0;
        for (int i = 0; i < state.size(); i++) {
            density += state.modes().weight(i) * state.trace(i);
            vx += state.modes().vx(i) / state.size();
            vz2 += state.modes().vz(i) * state.modes().vz(i) / state.size();
            nu += state.modes().species(i) == Species.NU ? 1 : 0;
            assertThat(state.px(i)).isZero();
        }
        assertThat(density).isCloseTo(3, within(1e-12));
        assertThat(vx).isCloseTo(0, within(0.05));
        assertThat(vz2).isCloseTo(1 / 3.0, within(0.03));
        assertThat(nu).isBetween(1800, 2200);
        final FlavorState two = new RandomDistribution(2, 99, true, true, 1).draw();
        assertThat(two.modes().signs()).containsExactly(1, -1);
        assertThat(two.modes().vx(0)).isZero();
    }

    @Test
    void noModesAreRefused() {
        assertThatThrownBy(() -> new RandomDistribution(0, 1, false, true, 1)).hasMessageContaining("0");
        assertThatThrownBy(() -> new RandomDistribution(1, 1, false, true, 0)).hasMessageContaining("0.0");
    }

    @Test
    void seedTiltsAlignedVectorsByTheAmplitudeAndKeepsTheirLength() {
        final FlavorState state = new RandomDistribution(20, 3, false, true, 1).draw();
        final FlavorState equal = new TransverseSeed(1e-3, false, 0).applyTo(state);
        final FlavorState random = new TransverseSeed(1e-3, true, 5).applyTo(state);
        for (int i = 0; i < 20; i++) {
            final double length = state.length(i);
            assertThat(equal.px(i)).isCloseTo(1e-3 * length, within(1e-18));
            assertThat(equal.py(i)).isZero();
            assertThat(Math.signum(equal.pz(i))).isEqualTo(Math.signum(state.pz(i)));
            assertThat(Math.hypot(random.px(i), random.py(i))).isCloseTo(1e-3 * length, within(1e-17));
            assertThat(random.length(i)).isCloseTo(length, within(3e-16));
        }
        assertThat(random.py(0) * random.px(1)).isNotCloseTo(random.px(0) * random.py(1), within(1e-12));
        assertThat(new TransverseSeed(1e-3, true, 5).applyTo(state).pxs()).isEqualTo(random.pxs());
    }

    @Test
    void seedTiltsVectorsInAnyDirection() {
        final FlavorState state = new RandomDistribution(50, 4, false, false, 1).draw();
        final FlavorState seeded = new TransverseSeed(0.2, true, 6).applyTo(state);
        for (int i = 0; i < 50; i++) {
            final double dot = state.px(i) * seeded.px(i) + state.py(i) * seeded.py(i) + state.pz(i) * seeded.pz(i);
            assertThat(dot / (state.length(i) * seeded.length(i))).isCloseTo(Math.sqrt(0.96), within(1e-14));
            assertThat(seeded.length(i)).isCloseTo(state.length(i), within(1e-15));
        }
        assertThatThrownBy(() -> new TransverseSeed(1.5, false, 0)).hasMessageContaining("1.5");
    }
}
