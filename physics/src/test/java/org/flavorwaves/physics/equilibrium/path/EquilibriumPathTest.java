package org.flavorwaves.physics.equilibrium.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.flavorwaves.physics.equilibrium.CoRotating;
import org.flavorwaves.physics.equilibrium.Continuation;
import org.flavorwaves.physics.equilibrium.EquilibriumChecks;
import org.flavorwaves.physics.equilibrium.EquilibriumOptions;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.Hamiltonian;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.RandomStates;
import org.flavorwaves.physics.state.Species;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths of equilibria at rest: MSW, folds, bifurcations, vanishing fields. */
class EquilibriumPathTest {
    private static final double THETA = Math.toRadians(33.82);

    private static PathResult follow(final FlavorState state, final ParameterTrack track, final PathOptions options) {
        return new EquilibriumPath(options).follow(state, track, Progress.NONE);
    }

    private static PathResult follow(final FlavorState state, final ParameterTrack track) {
        return follow(state, track, PathOptions.DEFAULT);
    }

    private static FlavorState alongZ(final Species[] species, final double[] weight, final double[] omega,
        final double... pz) {
        final double[] trace = new double[pz.length];
        Arrays.fill(trace, 1);
        return FlavorState.alongZ(MomentumModes.builder().species(species).rings(new double[pz.length]).weight(weight)
            .omega(omega).build(), trace, pz);
    }

    private static FlavorState twoNeutrinos(final double w1, final double w2, final double omega1,
        final double omega2, final double pz1, final double pz2) {
        return alongZ(new Species[]{Species.NU, Species.NU}, new double[]{w1, w2}, new double[]{omega1, omega2}, pz1,
            pz2);
    }

    /** MSW: P along omega B + lambda z, without nu-nu term and with one that is parallel to it. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 1})
    void turnsAlongTheFieldOfMatter(final double q) {
        final Environment vacuum = new Environment(THETA, 0, q);
        final FlavorState state = q == 0
            ? alongZ(new Species[]{Species.NU, Species.NU, Species.NUBAR}, new double[]{1, 2, 0.5},
                new double[]{0.3, 1, 0.7}, 1, -0.4, 0.9)
            : twoNeutrinos(1, 2, 0.8, 0.8, 1, 0.3);
        final PathResult path =
            follow(state, ParameterTrack.matterPotential(vacuum, ParameterTrack.logarithmic(1e3, 1e-3, 60)));
        assertThat(path.end()).isEqualTo(PathEnd.REACHED);
        assertThat(path.points()).hasSize(61);
        assertThat(path.events()).isEmpty();
        for (final PathPoint point : path.points()) {
            final FlavorState turned = path.state(point);
            for (int i = 0; i < state.size(); i++) {
                final double omega = state.modes().species(i).sign() * state.modes().omega(i);
                final double angle = Math.atan2(omega * vacuum.bx(), omega * vacuum.bz() + point.matterPotential());
                final double sign = Math.signum(state.pz(i));
                assertThat(Math.atan2(sign * turned.px(i), sign * turned.pz(i))).isCloseTo(angle, within(1e-12));
                assertThat(turned.py(i)).isZero();
            }
        }
    }

    /** A mode without a flavor at first, or with less of it than at last, has no share that was converted. */
    @Test
    void conversionsAreSharesOrUnknown() {
        final FlavorState before = polarized(0.1, 0.4, -0.4, 0, 0.3);
        final FlavorState after = polarized(-0.41, -0.4, -0.2, 0.2, 0.3 * (1 + 1e-12));
        final AdiabaticConversion conversion = AdiabaticConversion.between(before, after,
            Hamiltonian.of(after, new Environment(THETA, 1, 1)));
        final double[] shares = IntStream.range(0, 5).mapToDouble(conversion::conversion).toArray();
        assertThat(shares).containsExactly(Double.NaN, 1, 0.25, Double.NaN, 0);
    }

    private static FlavorState polarized(final double... pz) {
        final int n = pz.length;
        final Species[] species = new Species[n];
        Arrays.fill(species, Species.NU);
        final double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return FlavorState.alongZ(MomentumModes.builder().species(species).rings(new double[n]).weight(ones).build(),
            ones, pz);
    }

    /** sin^2 2 theta_m and the conversion cos^2 theta of nu_e born in infinitely dense matter. */
    @Test
    void convertsAsTheMatterEffectSays() {
        final FlavorState state = alongZ(new Species[]{Species.NU, Species.NUBAR}, new double[]{1, 1},
            new double[]{0.4, 0.6}, 1, 1);
        final double[] lambda = Arrays.copyOf(ParameterTrack.logarithmic(1e9, 0.1, 40), 42);
        final PathResult path = follow(state, ParameterTrack.matterPotential(new Environment(THETA, 0, 0), lambda));
        final PathPoint end = path.last();
        assertThat(end.matterPotential()).isZero();
        final AdiabaticConversion conversion =
            AdiabaticConversion.between(path.state(path.points().get(0)), path.state(end), path.hamiltonian(end));
        final double cos = Math.cos(THETA);
        assertThat(conversion.conversion(0)).isCloseTo(cos * cos, within(1e-9));
        assertThat(conversion.conversion(1)).isCloseTo(1 - cos * cos, within(1e-9));
        final PathPoint between = path.points().get(39);
        final AdiabaticConversion before = AdiabaticConversion.between(state, path.state(between),
            path.hamiltonian(between));
        final Environment matter = new Environment(THETA, between.matterPotential(), 0);
        assertThat(before.mixing(0)).isCloseTo(AdiabaticConversion.matterMixing(0.4, matter), within(1e-12));
        assertThat(before.mixing(1)).isCloseTo(AdiabaticConversion.matterMixing(-0.6, matter), within(1e-12));
        assertThat(AdiabaticConversion.matterMixing(0.4, new Environment(THETA, 0.4 * Math.cos(2 * THETA), 0)))
            .isCloseTo(1, within(1e-15));
    }

    /**
     * Two neutrinos of opposite signs cannot follow matter down to any density. The numbers are those of
     * a Newton iteration for both angles, lambda, and a vanishing determinant of the torques (Python, SciPy).
     */
    @Test
    void findsTheFold() {
        final ParameterTrack track =
            ParameterTrack.matterPotential(new Environment(0.3, 0, 1), ParameterTrack.linear(20, -20.7, 11));
        final PathResult path = follow(twoNeutrinos(1, 1, -0.5, -2, 1, -1), track);
        assertThat(path.end()).isEqualTo(PathEnd.FOLD);
        assertThat(path.events()).hasSize(1);
        final PathEvent fold = path.events().get(0);
        assertThat(fold.kind()).isEqualTo(PathEvent.Kind.FOLD);
        assertThat(fold.point().matterPotential()).isCloseTo(0.4346936605009, within(1e-11));
        assertThat(path.state(fold.point()).px(0)).isCloseTo(Math.sin(0.60979337), within(1e-6));
        assertThat(path.state(fold.point()).pz(1)).isCloseTo(Math.cos(2.95229896), within(1e-6));
        assertThat(path.last().matterPotential()).isEqualTo(fold.point().matterPotential());
        assertThat(path.points()).allMatch(p -> p.matterPotential() > 0.4346);
        assertThat(path.advice()).contains("fold at lambda = 0.43469366");
        assertThat(follow(twoNeutrinos(4, 2, 2, -1.5, 1, -1), track).last().matterPotential())
            .isCloseTo(3.189665224, within(1e-8));
    }

    /** Round both folds; the second one from the same equations as above. */
    @Test
    void goesRoundFolds() {
        final PathResult path = follow(twoNeutrinos(1, 1, -0.5, -2, 1, -1),
            ParameterTrack.matterPotential(new Environment(0.3, 0, 1), ParameterTrack.linear(3, -3.1, 61)),
            PathOptions.DEFAULT.roundFolds());
        assertThat(path.events()).extracting(PathEvent::kind).startsWith(PathEvent.Kind.FOLD, PathEvent.Kind.FOLD);
        assertThat(path.events().get(1).point().matterPotential()).isCloseTo(0.6581164529745, within(1e-11));
        assertThat(path.points()).extracting(PathPoint::sheet).contains(0, 1, 2);
        final List<PathPoint> middle = path.points().stream().filter(p -> p.station() == 25).toList();
        assertThat(middle).as("three equilibria at one lambda").hasSize(3);
        for (final PathPoint point : path.points()) {
            assertThat(EquilibriumChecks.misalignment(path.state(point), new Environment(0.3, point.matterPotential(),
                1))).isLessThan(1e-11);
        }
    }

    /** Forth and back again to the same equilibrium, for every state whose path does not end on the way. */
    @Test
    void comesBackTheSameWay() {
        final double[] lambda = {3, 1, 0.5, 0.2, 0.5, 1, 3};
        final double[] q = {1, 1, 0.7, 1.1, 0.7, 1, 1};
        int reached = 0;
        for (int seed = 0; seed < 40; seed++) {
            final FlavorState state = RandomStates.random(30, new Random(seed));
            final PathResult path = follow(state, ParameterTrack.of(0.3, lambda, q));
            assertThat(path.residual()).isLessThan(1e-12);
            if (path.end() == PathEnd.REACHED) {
                reached++;
                final double[] first = path.points().get(0).field().toArray();
                assertThat(path.last().field().toArray()).containsExactly(first, within(1e-10));
                assertThat(path.points()).extracting(PathPoint::matterPotential).containsExactly(3.0, 1.0, 0.5, 0.2,
                    0.5, 1.0, 3.0);
            } else {
                assertThat(path.end()).as("seed %d", seed).isIn(PathEnd.FOLD, PathEnd.ZERO_FIELD);
            }
        }
        assertThat(reached).isGreaterThan(25);
    }

    /**
     * All P along z, omega = 1 and 2, equal weights: a tilt of any azimuth begins where
     * 1 = sum_i 1/(lambda + 2 - omega_i), at the golden ratio; at lambda = 0 the field of the second mode vanishes.
     */
    @Test
    void findsTheBifurcationToACircleAndTheVanishingField() {
        final PathResult path = follow(twoNeutrinos(1, 1, 1, 2, 1, 1),
            ParameterTrack.matterPotential(new Environment(0, 0, 1), ParameterTrack.linear(3, -1, 7)));
        assertThat(path.events()).extracting(PathEvent::kind).containsExactly(PathEvent.Kind.BIFURCATION,
            PathEvent.Kind.ZERO_FIELD);
        final PathEvent onset = path.events().get(0);
        assertThat(onset.directions()).isEqualTo(2);
        assertThat(onset.point().matterPotential()).isCloseTo((1 + Math.sqrt(5)) / 2,
            within(onset.matterUncertainty() + 1e-10));
        assertThat(onset.matterUncertainty()).isLessThan(1e-8);
        assertThat(path.end()).isEqualTo(PathEnd.ZERO_FIELD);
        assertThat(path.last().matterPotential()).isCloseTo(0, within(1e-8));
        assertThat(path.last().smallestMode()).isEqualTo(1);
        assertThat(path.advice()).contains("|H| of mode 1 falls to");
    }

    @Test
    void saysWhatIsWrongWithATrack() {
        final Environment environment = new Environment(0.3, 0, 1);
        assertThatThrownBy(() -> ParameterTrack.matterPotential(environment, 1))
            .hasMessage("A path needs at least 2 points but has 1.");
        assertThatThrownBy(() -> ParameterTrack.selfInteraction(environment, 1, 2, 2))
            .hasMessage("Points 1 and 2 of the path are the same: lambda = 0.0, q = 2.0.");
        assertThatThrownBy(() -> ParameterTrack.selfInteraction(environment, 1, Double.NaN))
            .hasMessage("selfInteraction must be finite but is NaN.");
        assertThatThrownBy(() -> ParameterTrack.logarithmic(1, 0, 5)).hasMessageContaining("Equal ratios");
        assertThatThrownBy(() -> ParameterTrack.linear(1, 0, 0)).hasMessageContaining("at least 1 step but has 0");
        assertThatThrownBy(() -> follow(RandomStates.random(5, new Random(1)),
            ParameterTrack.matterPotential(environment, 0, 1),
            PathOptions.DEFAULT.withStart(EquilibriumOptions.DEFAULT.withCoRotating(CoRotating.ON))))
            .hasMessageContaining("do not lie along one axis all along the path");
    }

    @Test
    void canBeCancelled() {
        final int[] calls = new int[1];
        assertThatThrownBy(() -> new EquilibriumPath(PathOptions.DEFAULT).follow(
            RandomStates.random(20, new Random(3)),
            ParameterTrack.matterPotential(new Environment(0.3, 0, 1), ParameterTrack.linear(3, 1, 50)),
            (fraction, message) -> {
                if (++calls[0] > 3) {
                    throw new CancellationException();
                }
            })).isInstanceOf(CancellationException.class);
    }

    @Test
    void reportsThatThereIsNoStart() {
        final PathResult path = follow(RandomStates.random(20, new Random(3)),
            ParameterTrack.matterPotential(new Environment(0.3, 0, 1), 0.1, 1),
            PathOptions.DEFAULT.withStart(EquilibriumOptions.DEFAULT.withContinuation(Continuation.OFF)
                .withMaxIterations(1)));
        assertThat(path.end()).isEqualTo(PathEnd.NO_START);
        assertThat(path.points()).isEmpty();
        assertThat(path.advice()).startsWith("No mixing equilibrium was found");
    }

    @Test
    void ratiosOfALogarithmicTrackAreEqual() {
        assertThat(ParameterTrack.logarithmic(1e3, 1e-3, 3)).containsExactly(new double[]{1e3, 10, 0.1, 1e-3},
            within(1e-12));
        assertThat(ParameterTrack.linear(1, 7, 3)).containsExactly(new double[]{1, 3, 5, 7}, within(1e-15));
    }

    /** Two beams v = +-1: H_0 = 2 P_1 + lambda z = (-0.2, 0.4, -0.7) and H_1 = 2 P_0 + lambda z = (0.6, 0.8, 1.5). */
    @Test
    void mixingHasBothTransverseFields() {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NU).rings(1, -1).weight(1, 1)
            .build();
        final FlavorState state = new FlavorState(modes, new double[]{1, 1}, new double[]{0.3, -0.1},
            new double[]{0.4, 0.2}, new double[]{0.5, -0.6});
        final AdiabaticConversion conversion =
            AdiabaticConversion.between(state, state, Hamiltonian.of(state, new Environment(0, 0.5, 1)));
        assertThat(conversion.mixing(0)).isCloseTo(0.20 / 0.69, within(1e-15));
        assertThat(conversion.mixing(1)).isCloseTo(1.00 / 3.25, within(1e-15));
        final FlavorState last = state.withPolarization(new double[2], new double[2], new double[]{-0.25, -0.3});
        final AdiabaticConversion half =
            AdiabaticConversion.between(state, last, Hamiltonian.of(last, Environment.FAST));
        assertThat(half.conversion(0)).isCloseTo(0.75, within(1e-15));
        assertThat(half.conversion(1)).isCloseTo(0.25, within(1e-15));
    }
}
