package org.flavorwaves.physics.distribution.crossing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;

import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.InvalidModeException;
import org.flavorwaves.physics.state.LeptonDirections;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.threeflavor.FlavorPair;
import org.flavorwaves.physics.threeflavor.ThreeFlavorState;
import org.junit.jupiter.api.Test;

class ThreeFlavorBoxSchemeTest {
    /** Pairs of modes of both species on rings; occupations of each flavor by a function of mode and random number. */
    private interface Occupation {
        double[] of(int mode, Random random);
    }

    private static ThreeFlavorState state(final int rings, final long seed, final Occupation occupation) {
        final Random random = new Random(seed);
        final Species[] species = new Species[2 * rings];
        final double[] v = new double[2 * rings];
        final double[] weight = new double[2 * rings];
        final double[][] rho = new double[2 * rings][9];
        for (int i = 0; i < species.length; i++) {
            species[i] = i < rings ? Species.NU : Species.NUBAR;
            v[i] = (2 * (i % rings) + 1.0) / rings - 1;
            weight[i] = 0.5 + random.nextDouble();
            System.arraycopy(occupation.of(i, random), 0, rho[i], 0, 3);
        }
        return new ThreeFlavorState(MomentumModes.builder().species(species).rings(v).weight(weight).build(),
            new double[rho.length], new double[rho.length], rho);
    }

    private static double[] leptons(final ThreeFlavorState state) {
        final double[] sums = new double[3];
        for (int i = 0; i < state.size(); i++) {
            for (int a = 0; a < 3; a++) {
                sums[a] += state.modes().weight(i) * state.modes().species(i).sign() * state.occupation(i, a);
            }
        }
        return sums;
    }

    private static double smallerSide(final ThreeFlavorState state, final FlavorPair pair) {
        final LeptonDirections directions = LeptonDirections.of(state.pair(pair));
        return Math.min(directions.positive(), directions.negative()) / directions.gross();
    }

    /** Three unlike flavors: nothing is lost, occupations stay within those of the mode, no pair has a crossing. */
    @Test
    void leptonNumberOfEveryFlavorStaysAndNoCrossingIsLeft() {
        for (int run = 0; run < 40; run++) {
            final ThreeFlavorState before = state(3 + run, run,
                (i, random) -> new double[]{random.nextDouble(), random.nextDouble(), random.nextDouble()});
            final ThreeFlavorBoxScheme.Asymptotic result = new ThreeFlavorBoxScheme(before).apply();
            final ThreeFlavorState after = result.state();
            assertThat(result.converted()).isTrue();
            assertThat(leptons(after)).containsExactly(leptons(before), within(1e-13 * before.size()));
            assertThat(result.conservationError()).isLessThan(1e-14);
            for (int i = 0; i < before.size(); i++) {
                final double[] was = before.eigenvalues(i);
                final double[] is = after.eigenvalues(i);
                assertThat(after.trace(i)).isCloseTo(before.trace(i), within(5e-14));
                assertThat(is[0]).isGreaterThan(was[0] - 1e-14);
                assertThat(is[2]).isLessThan(was[2] + 1e-14);
            }
            for (final FlavorPair pair : FlavorPair.values()) {
                assertThat(smallerSide(after, pair)).as(pair + " of run " + run).isLessThan(1e-12);
            }
        }
    }

    /** Where one pair alone has a crossing, its two flavors share as two do, and the third one stays. */
    @Test
    void oneCrossingIsThatOfTwoFlavors() {
        for (final FlavorPair pair : FlavorPair.values()) {
            final int third = 3 - pair.first() - pair.second();
            final ThreeFlavorState before = state(8, 5, (i, random) -> {
                final double[] f = new double[3];
                f[pair.first()] = i < 8 ? 0.8 + 0.2 * random.nextDouble() : 0;
                f[pair.second()] = i < 8 ? 0.8 + 0.2 * random.nextDouble() : 0;
                f[third] = i < 8 ? 0.3 : 0.1;
                return f;
            });
            final FlavorState two = before.pair(pair);
            final FlavorState expected =
                new BoxScheme(BoxScheme.Flavors.TWO).apply(two, LeptonDirections.of(two)).state();
            final ThreeFlavorState after = new ThreeFlavorBoxScheme(before).apply().state();
            for (int i = 0; i < before.size(); i++) {
                assertThat(after.occupation(i, third)).isEqualTo(before.occupation(i, third));
                assertThat(after.occupation(i, pair.first()) - after.occupation(i, pair.second()))
                    .isCloseTo(expected.pz(i), within(1e-12));
                assertThat(after.occupation(i, pair.first()) + after.occupation(i, pair.second()))
                    .isCloseTo(expected.trace(i), within(1e-12));
            }
        }
    }

    /** Equal mu and tau end in the known state of three flavors of which two are equal. */
    @Test
    void equalMuAndTauAreTheKnownScheme() {
        final ThreeFlavorState before = state(8, 6, (i, random) -> {
            final double x = random.nextDouble();
            return new double[]{random.nextDouble(), x, x};
        });
        final FlavorState two = before.pair(FlavorPair.E_MU);
        final LeptonDirections directions = LeptonDirections.of(two);
        final BoxScheme.Asymptotic expected = new BoxScheme(BoxScheme.Flavors.THREE).apply(two, directions);
        final ThreeFlavorBoxScheme.Asymptotic result = new ThreeFlavorBoxScheme(before).apply();
        for (int i = 0; i < before.size(); i++) {
            assertThat(result.state().occupation(i, 1)).isCloseTo(result.state().occupation(i, 2), within(1e-14));
            assertThat(result.state().occupation(i, 0) + result.state().occupation(i, 1))
                .isCloseTo(expected.state().trace(i), within(1e-12));
            assertThat(result.state().occupation(i, 0) - result.state().occupation(i, 1))
                .isCloseTo(expected.state().pz(i), within(1e-12));
        }
        for (int d = 0; d < directions.size(); d++) {
            assertThat(result.survival()[d]).isCloseTo(directions.number(d) > 0 ? expected.positiveSurvival()
                : expected.negativeSurvival(), within(1e-7));
        }
    }

    /** Crossings of all pairs, in unlike depths: the equation integrated by scipy, DOP853 at 1e-13. */
    @Test
    void threeUnlikeFlavorsEndWhereTheEquationDoes() {
        final double[][] before = {
            {0.3, 0.2, 0.05}, {0.32, 0.18, 0.08}, {0.45, 0.15, 0.1}, {0.5, 0.2, 0.12},
            {0.55, 0.22, 0.3}, {0.4, 0.1, 0.12}, {0.36, 0.12, 0.1}, {0.35, 0.14, 0.1},
            {0.32, 0.1, 0.16}, {0.3, 0.06, 0.06}};
        final double[][] after = {
            {0.240142459725, 0.240142459725, 0.069715080550}, {0.242432503001, 0.242432503001, 0.095134993998},
            {0.375018058597, 0.215126060836, 0.109855880567}, {0.424524482110, 0.262326496024, 0.133149021867},
            {0.471189488360, 0.299427514440, 0.299382997200}, {0.246648984336, 0.246648984336, 0.126702031328},
            {0.235414651184, 0.235414651184, 0.109170697631}, {0.297430378270, 0.185121648450, 0.107447973280},
            {0.266603656096, 0.156779931229, 0.156616412674}, {0.238781560544, 0.090633931110, 0.090584508346}};
        final double[] v = {-0.9, -0.4, 0.1, 0.5, 0.9};
        final double[] w = {0.2, 0.3, 0.25, 0.35, 0.4};
        final Species[] species = new Species[10];
        final double[] rings = new double[10];
        final double[] weights = new double[10];
        final double[][] rho = new double[10][9];
        for (int i = 0; i < 10; i++) {
            species[i] = i < 5 ? Species.NU : Species.NUBAR;
            rings[i] = v[i % 5];
            weights[i] = w[i % 5] * (i < 5 ? 1 : 0.9);
            System.arraycopy(before[i], 0, rho[i], 0, 3);
        }
        final ThreeFlavorState end = new ThreeFlavorBoxScheme(new ThreeFlavorState(
            MomentumModes.builder().species(species).rings(rings).weight(weights).build(), new double[10],
            new double[10], rho)).apply().state();
        for (int i = 0; i < 10; i++) {
            for (int a = 0; a < 3; a++) {
                assertThat(end.occupation(i, a)).isCloseTo(after[i][a], within(1e-10));
            }
        }
    }

    /** The names of flavors do not matter. */
    @Test
    void flavorsAreEqualInRight() {
        final Occupation random = (i, r) -> new double[]{r.nextDouble(), r.nextDouble(), r.nextDouble()};
        final ThreeFlavorState first = new ThreeFlavorBoxScheme(state(6, 7, random)).apply().state();
        final ThreeFlavorState second = new ThreeFlavorBoxScheme(state(6, 7, (i, r) -> {
            final double[] f = random.of(i, r);
            return new double[]{f[2], f[0], f[1]};
        })).apply().state();
        for (int i = 0; i < first.size(); i++) {
            assertThat(second.occupation(i, 0)).isCloseTo(first.occupation(i, 2), within(1e-10));
            assertThat(second.occupation(i, 1)).isCloseTo(first.occupation(i, 0), within(1e-10));
        }
    }

    @Test
    void statesWithoutCrossingStayAndCoherenceIsRefused() {
        final ThreeFlavorState none = state(4, 8, (i, random) -> i < 4 ? new double[]{0.9, 0.5, 0.1}
            : new double[3]);
        final ThreeFlavorBoxScheme.Asymptotic result = new ThreeFlavorBoxScheme(none).apply();
        assertThat(result.converted()).isFalse();
        assertThat(result.state()).isSameAs(none);
        assertThat(Arrays.stream(result.survival()).min().orElse(0)).isEqualTo(1);
        assertThatThrownBy(() -> new ThreeFlavorBoxScheme(new ThreeFlavorState(none.modes(), new double[8],
            new double[8], filled(new double[]{0.5, 0.2, 0.1, 0.1, 0, 0, 0, 0, 0}))))
                .isInstanceOf(InvalidModeException.class).hasMessageContaining("coherence");
    }

    private static double[][] filled(final double[] rho) {
        final double[][] all = new double[8][];
        Arrays.fill(all, rho);
        return all;
    }
}
