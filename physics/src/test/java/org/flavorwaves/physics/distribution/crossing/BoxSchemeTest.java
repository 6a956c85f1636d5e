package org.flavorwaves.physics.distribution.crossing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;

import org.flavorwaves.physics.distribution.LeptonBeams;
import org.flavorwaves.physics.distribution.crossing.BoxScheme.Asymptotic;
import org.flavorwaves.physics.distribution.crossing.BoxScheme.Flavors;
import org.flavorwaves.physics.state.CollectiveField;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.LeptonDirections;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.RandomStates;
import org.flavorwaves.physics.state.Species;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BoxSchemeTest {

    private static Asymptotic apply(final Flavors flavors, final FlavorState state) {
        return new BoxScheme(flavors).apply(state, LeptonDirections.of(state));
    }

    /** Lepton number as a whole, and f_e + f_x (two) or f_e + 2 f_x (three flavors) in each mode, are conserved. */
    @ParameterizedTest
    @EnumSource(Flavors.class)
    void conservesLeptonNumberInRandomStates(final Flavors flavors) {
        final Random random = new Random(3);
        for (int run = 0; run < 200; run++) {
            final FlavorState before = RandomStates.random(2 + random.nextInt(30), random);
            final Asymptotic result = apply(flavors, before);
            final FlavorState after = result.state();
            assertThat(CollectiveField.of(after).get(0, 2)).isCloseTo(CollectiveField.of(before).get(0, 2),
                within(1e-14));
            assertThat(result.conservationError()).isLessThan(1e-15 * before.size());
            for (int i = 0; i < before.size(); i++) {
                final double heavy = flavors == Flavors.TWO ? 1 : 2;
                assertThat(electron(after, i) + heavy * other(after, i))
                    .isCloseTo(electron(before, i) + heavy * other(before, i), within(1e-15));
            }
            if (result.converted()) {
                assertThat(LeptonCrossings.of(after).exists()).isFalse();
                assertThat(after.length(0)).isEqualTo(Math.abs(after.pz(0)));
            } else {
                assertThat(after).isSameAs(before);
            }
        }
    }

    private static double electron(final FlavorState state, final int i) {
        return (state.trace(i) + state.pz(i)) / 2;
    }

    private static double other(final FlavorState state, final int i) {
        return (state.trace(i) - state.pz(i)) / 2;
    }

    /** The occupations follow f_e' = P f_e + (1 - P) f_x and its partner in every mode of either species. */
    @ParameterizedTest
    @EnumSource(Flavors.class)
    void occupationsFollowTheSurvivalProbability(final Flavors flavors) {
        final MomentumModes modes = MomentumModes.builder()
            .species(Species.NU, Species.NUBAR, Species.NU, Species.NUBAR).rings(-0.5, -0.5, 0.5, 0.5)
            .weight(1, 2, 1, 2).build();
        final FlavorState state = new FlavorState(modes, new double[]{0.8, 0.5, 0.6, 0.9}, new double[4],
            new double[]{0, 0, 0.1, 0}, new double[]{0.7, 0.2, -0.1, 0.05});
        final Asymptotic result = apply(flavors, state);
        final double positive = 0.7 - 0.4;
        final double negative = 0.1 + 0.1;
        final double rest = flavors == Flavors.TWO ? 1 - negative / (2 * positive)
            : 1 - 2 * negative / (3 * positive);
        final double equal = flavors == Flavors.TWO ? 1 / 2.0 : 1 / 3.0;
        assertThat(result.positiveSurvival()).isCloseTo(rest, within(1e-15));
        assertThat(result.negativeSurvival()).isCloseTo(equal, within(1e-15));
        for (int i = 0; i < 4; i++) {
            final double p = i < 2 ? rest : equal;
            final double e = electron(state, i);
            final double x = other(state, i);
            assertThat(electron(result.state(), i)).isCloseTo(p * e + (1 - p) * x, within(1e-15));
            assertThat(other(result.state(), i)).isCloseTo(
                flavors == Flavors.TWO ? (1 - p) * e + p * x : 0.5 * ((1 - p) * e + (1 + p) * x), within(1e-15));
        }
        assertThat(result.state().px(2)).isZero();
    }

    /** Equal sides: everything is shared. */
    @ParameterizedTest
    @EnumSource(Flavors.class)
    void equalSidesShareEverything(final Flavors flavors) {
        final Asymptotic result = apply(flavors, LeptonBeams.DEFAULT.twoBeams(1, 1));
        assertThat(result.positiveSurvival()).isCloseTo(flavors.equalShare(), within(1e-15));
        assertThat(result.negativeSurvival()).isEqualTo(flavors.equalShare());
        assertThat(result.state().pzs()).containsOnly(0);
    }

    @Test
    void withoutCrossingNothingHappens() {
        final FlavorState state = LeptonBeams.DEFAULT.rings(new double[]{-1, 0.2, 1}, new double[]{1, 2, 0.1});
        final Asymptotic result = apply(Flavors.THREE, state);
        assertThat(result.converted()).isFalse();
        assertThat(result.state()).isSameAs(state);
        assertThat(result.positiveSurvival()).isEqualTo(1);
    }
}
