package org.flavorwaves.physics.equilibrium.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;

import org.flavorwaves.physics.equilibrium.CoRotating;
import org.flavorwaves.physics.equilibrium.EquilibriumChecks;
import org.flavorwaves.physics.equilibrium.EquilibriumOptions;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.RandomStates;
import org.flavorwaves.physics.state.Species;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Spectral splits of box spectra in the co-rotating frame (Raffelt and Smirnov). */
class SpectralSplitTest {
    private static final double THETA = 0.5;

    private static final Environment VACUUM = new Environment(THETA, 0, 1);

    /** omega from 0 to 2, density 1/2, all P = z: B.J^0 = -cos 2 theta, so the split is at 1 + cos 2 theta. */
    private static final double SPLIT = 1 + Math.cos(2 * THETA);

    private static FlavorState box(final int n) {
        final double[] omega = new double[n];
        for (int i = 0; i < n; i++) {
            omega[i] = 2 * (i + 0.5) / n;
        }
        return alongZ(omega, n, 1.0 / n);
    }

    private static FlavorState alongZ(final double[] omega, final int neutrinos, final double... weight) {
        final int n = omega.length;
        final Species[] species = new Species[n];
        Arrays.fill(species, Species.NUBAR);
        Arrays.fill(species, 0, neutrinos, Species.NU);
        final double[] w = new double[n];
        Arrays.fill(w, weight[weight.length - 1]);
        Arrays.fill(w, 0, neutrinos, weight[0]);
        final double[] one = new double[n];
        Arrays.fill(one, 1);
        return FlavorState.alongZ(MomentumModes.builder().species(species).rings(new double[n]).weight(w).omega(omega)
            .build(), one, one);
    }

    private static PathResult follow(final FlavorState state, final Environment environment, final double... q) {
        return new EquilibriumPath(PathOptions.DEFAULT).follow(state, ParameterTrack.selfInteraction(environment, q),
            Progress.NONE);
    }

    /** In the limit q -> 0 the split within a mode is where conservation puts it. */
    @Test
    void endsWhereConservationSays() {
        final PathResult path = follow(box(200), VACUUM, ParameterTrack.logarithmic(20, 1e-4, 12));
        assertThat(path.end()).isEqualTo(PathEnd.REACHED);
        assertThat(path.conservationError()).isLessThan(1e-13);
        assertThat(path.residual()).isLessThan(1e-12);
        final SpectralSplit split = SpectralSplit.of(path, path.last());
        assertThat(split.fromConservation()).isCloseTo(SPLIT, within(1e-12));
        assertThat(split.candidates()).isEqualTo(1);
        assertThat(split.fromState()).isCloseTo(SPLIT, within(1e-8));
        assertThat(split.pivot()).isCloseTo(SPLIT, within(split.spacing() / 2));
        assertThat(split.spacing()).isCloseTo(0.01, within(1e-12));
        assertThat(path.last().omega()).isCloseTo(SPLIT, within(split.spacing()));
        final FlavorState last = path.state(path.last());
        for (int i = 0; i < 200; i++) {
            if (Math.abs(last.modes().omega(i) - SPLIT) > 0.01) {
                final double along = VACUUM.bx() * last.px(i) + VACUUM.bz() * last.pz(i);
                assertThat(along).isCloseTo(Math.signum(last.modes().omega(i) - SPLIT), within(1e-6));
            }
        }
    }

    /** While the width of the split covers several modes, Omega itself is the split of the continuum. */
    @Test
    void pivotIsTheSplitOfTheContinuum() {
        final PathResult path = follow(box(20000), VACUUM, 5, 1, 0.2, 0.12);
        final SpectralSplit split = SpectralSplit.of(path, path.last());
        assertThat(split.width()).isBetween(2 * split.spacing(), 1e-3);
        assertThat(split.pivot()).isCloseTo(SPLIT, within(1e-6));
        assertThat(split.fromState()).isCloseTo(SPLIT, within(1e-6));
        assertThat(split.fromConservation()).isCloseTo(SPLIT, within(1e-12));
    }

    /**
     * The continuum in closed form, with k = q |J_across| and p the pivot:
     * 1 = q/2 (asinh((2 - p)/k) + asinh(p/k)), B.J^0 = (((2 - p)^2 + k^2)^(1/2) - (p^2 + k^2)^(1/2))/2.
     */
    @Test
    void agreesWithTheClosedFormOfTheBox() {
        final double k = 0.3;
        double low = 0;
        double high = 2;
        while (high - low > 1e-15) {
            final double p = (low + high) / 2;
            if ((Math.hypot(2 - p, k) - Math.hypot(p, k)) / 2 > -Math.cos(2 * THETA)) {
                low = p;
            } else {
                high = p;
            }
        }
        final double q = 2 / (asinh((2 - low) / k) + asinh(low / k));
        final PathResult path = follow(box(2000), VACUUM, 10, q);
        final SpectralSplit split = SpectralSplit.of(path, path.last());
        assertThat(split.pivot()).isCloseTo(low, within(1e-6));
        assertThat(split.width()).isCloseTo(k, within(1e-6));
    }

    private static double asinh(final double x) {
        return Math.log(x + Math.hypot(x, 1));
    }

    /**
     * Inverted ordering, nubar 0.7 of nu, small mixing: all nubar convert, and the nu of |omega| below the split, which
     * is where the excess of nu is left above it: 0.3 of 2, of |omega| above 1.4.
     */
    @Test
    void swapsTheAntineutrinosAndKeepsTheExcess() {
        final int n = 100;
        final double[] omega = new double[2 * n];
        for (int i = 0; i < n; i++) {
            omega[i] = -2 * (i + 0.5) / n;
            omega[n + i] = omega[i];
        }
        final double theta = 0.02;
        final PathResult path = follow(alongZ(omega, n, 1.0 / n, 0.7 / n), new Environment(theta, 0, 1),
            ParameterTrack.logarithmic(5000, 1e-3, 12));
        assertThat(path.end()).isEqualTo(PathEnd.REACHED);
        assertThat(path.steps()).as("although Omega falls from far above the frequencies").isLessThan(200);
        final SpectralSplit split = SpectralSplit.of(path, path.last());
        assertThat(split.fromConservation()).isCloseTo(-1.7 + 0.3 * Math.cos(2 * theta), within(1e-12));
        assertThat(split.fromState()).isCloseTo(split.fromConservation(), within(1e-6));
    }

    @Test
    void refusesAPathAtRest() {
        final PathResult path = new EquilibriumPath(PathOptions.DEFAULT).follow(box(5),
            ParameterTrack.matterPotential(VACUUM, 30, 20), Progress.NONE);
        assertThatThrownBy(() -> SpectralSplit.of(path, path.last())).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("co-rotating frame");
    }

    /** At q = 0 itself the mode at the split has no field; the limit keeps what conservation leaves of it along B. */
    @Test
    void comesToTheLimitOfVanishingSelfInteraction() {
        final PathResult path = follow(box(50), VACUUM, 5, 1, 0.1, 0);
        assertThat(path.end()).isEqualTo(PathEnd.LIMIT);
        assertThat(path.advice()).contains("|H| of mode 38 is 0");
        assertThat(path.last().selfInteraction()).isLessThan(1e-9);
        assertThat(path.conservationError()).isLessThan(1e-13);
        final SpectralSplit split = SpectralSplit.of(path, path.last());
        assertThat(split.fromState()).isCloseTo(SPLIT, within(1e-10));
        assertThat(split.pivot()).isCloseTo(2 * 38.5 / 50, within(1e-9));
        final FlavorState last = path.state(path.last());
        final double along = VACUUM.bx() * last.px(38) + VACUUM.bz() * last.pz(38);
        assertThat(along).isCloseTo(-50 * Math.cos(2 * THETA) + 38 - 11, within(1e-9));
    }

    /** Modes that are nearly at rest in the rotating frame keep their digits however small q is. */
    @Test
    void keepsTheDigitsOfTheModeAtTheSplit() {
        final PathResult path = follow(box(200), VACUUM, ParameterTrack.logarithmic(20, 1e-9, 20));
        assertThat(path.end()).isEqualTo(PathEnd.REACHED);
        assertThat(path.residual()).isLessThan(1e-14);
        assertThat(path.last().smallestField()).isBetween(1e-13, 1e-10);
        assertThat(path.events()).isEmpty();
        assertThat(SpectralSplit.of(path, path.last()).fromState()).isCloseTo(SPLIT, within(1e-13));
    }

    /** P along or against B but for 1e-4, which self-interaction as weak as this does not keep up. */
    private static FlavorState nearlyAlongMassAxis(final Environment environment, final Random random) {
        final FlavorState state = RandomStates.random(30, random);
        final double[][] p = new double[3][30];
        for (int i = 0; i < 30; i++) {
            final double along = 0.99 * state.length(i) * (random.nextBoolean() ? 1 : -1);
            final double across = 1e-4 * state.length(i) * random.nextGaussian();
            p[0][i] = along * environment.bx() - across * environment.bz();
            p[1][i] = 1e-4 * state.length(i) * random.nextGaussian();
            p[2][i] = along * environment.bz() + across * environment.bx();
        }
        return state.withPolarization(p[0], p[1], p[2]);
    }

    /** An equilibrium of the rotating frame with all P along its axis does not rotate: its path is one at rest. */
    @Test
    void staysAtRestWhereNothingRotates() {
        final Environment environment = new Environment(0.3, 0, 1);
        final FlavorState state = nearlyAlongMassAxis(environment, new Random(1));
        final ParameterTrack track =
            ParameterTrack.selfInteraction(environment, ParameterTrack.logarithmic(0.1, 0.06, 4));
        final PathResult path = new EquilibriumPath(PathOptions.DEFAULT).follow(state, track, Progress.NONE);
        assertThat(path.rotates()).isFalse();
        assertThat(path.end()).isEqualTo(PathEnd.REACHED);
        assertThat(path.last().omega()).isZero();
        assertThat(EquilibriumChecks.misalignment(path.state(path.last()), new Environment(0.3, 0, 0.06)))
            .isLessThan(1e-12);
        assertThatThrownBy(() -> new EquilibriumPath(PathOptions.DEFAULT.withStart(EquilibriumOptions.DEFAULT
            .withCoRotating(CoRotating.ON))).follow(state, track, Progress.NONE))
            .hasMessageContaining("nothing rotates");
    }

    /** Where an H_i vanishes, rounding must not look like bifurcations. */
    @ParameterizedTest
    @CsvSource({"6, 1", "6, 7", "30, 45", "200, 39"})
    void findsNoBifurcationsInTheNoiseOfAVanishingField(final int modes, final long seed) {
        final PathResult path = follow(RandomStates.random(modes, new Random(seed)), new Environment(0.3, 0, 1),
            ParameterTrack.logarithmic(10, 0.01, 20));
        assertThat(path.end()).isEqualTo(PathEnd.ZERO_FIELD);
        assertThat(path.events()).extracting(PathEvent::kind).containsOnlyOnce(PathEvent.Kind.ZERO_FIELD)
            .hasSizeLessThanOrEqualTo(2);
        assertThat(path.conservationError()).isLessThan(1e-12);
    }
}
