package org.flavorwaves.physics.kinetics.waves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;

import org.flavorwaves.physics.kinetics.KineticsChecks;
import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.RandomStates;
import org.junit.jupiter.api.Test;

/** The viscosity against the box equation, the third identity and the conservation laws. */
class FlavorViscosityTest {
    private static final int MODES = 5;

    private static WaveBasis basis() {
        for (int seed = 0;; seed++) {
            final WaveBasis basis =
                WaveBasis.of(KineticsChecks.equilibrium(MODES, seed), KineticsChecks.box(12, 3), Progress.NONE);
            if (basis.largestGrowth() > 0.01) {
                return basis;
            }
        }
    }

    private static double[] one(final WaveBasis basis, final int index) {
        final double[] phi = new double[2 * basis.size()];
        phi[2 * index] = 0.3;
        phi[2 * index + 1] = -0.7;
        return phi;
    }

    /** Third identity, band by band, on a non-aligned equilibrium with vacuum mixing and matter. */
    @Test
    void growthPaysForTheViscosity() {
        final WaveBasis basis = basis();
        final double action = 0.3 * 0.3 + 0.7 * 0.7;
        for (int n = 1; n <= basis.waves(); n++) {
            for (int b = 0; b < basis.bands(); b++) {
                final int at = basis.index(n, b);
                final double[] out = new double[MODES];
                new FlavorViscosity(basis, 0).depolarization(one(basis, at), out);
                for (int i = 0; i < MODES; i++) {
                    final double share = basis.wave(one(basis, at), n).weight(i) / action;
                    assertThat(out[i] * basis.state().length(i))
                        .isCloseTo(2 * basis.omegaIm(at) * action * share, within(3e-14));
                }
            }
        }
    }

    @Test
    void stableWavesCauseNoViscosity() {
        final WaveBasis basis = basis();
        final double[] phi = KineticsChecks.amplitudes(basis, new Random(1));
        for (int at = 0; at < basis.size(); at++) {
            if (basis.omegaIm(at) != 0) {
                phi[2 * at] = 0;
                phi[2 * at + 1] = 0;
            }
        }
        final double[] rates = new FlavorViscosity(basis, 0).rates(phi);
        assertThat(rates).containsExactly(new double[MODES], within(1e-13));
    }

    /** Any window, all bands at once, with and without depolarizing collisions. */
    @Test
    void pairsOfBandsObeyTheExtendedIdentity() {
        for (final WaveBasis basis : new WaveBasis[]{basis(), damped()}) {
            final double[] phi = KineticsChecks.amplitudes(basis, new Random(2));
            for (final double delta : new double[]{0, 0.3, Double.POSITIVE_INFINITY}) {
                final FlavorViscosity viscosity = new FlavorViscosity(basis, delta);
                final double[] out = new double[MODES];
                viscosity.depolarization(phi, out);
                final double[] expected = viscosity.fromFrequencies(phi);
                for (int i = 0; i < MODES; i++) {
                    assertThat(out[i] * basis.state().length(i)).isCloseTo(expected[i], within(1e-12));
                }
            }
        }
    }

    private static WaveBasis damped() {
        final FlavorState state = basis().state();
        final MomentumModes m = state.modes();
        final MomentumModes modes = MomentumModes.builder()
            .species(m.species(0), m.species(1), m.species(2), m.species(3), m.species(4))
            .velocity(m.vxs(), m.vys(), m.vzs()).weight(m.weights()).omega(m.omegas())
            .depolarization(0.1, 0.02, 0.3, 0, 0.2).build();
        return WaveBasis.of(
            Background.of(new FlavorState(modes, state.traces(), state.pxs(), state.pys(), state.pzs()),
                new Environment(0.3, 0.7, 1)),
            KineticsChecks.box(12, 3), Progress.NONE);
    }

    /** With all pairs it is minus the change of |P_{i,0}| by the explicit sums of the box equation. */
    @Test
    void allPairsAreTheDepolarizationOfTheBox() {
        final WaveBasis basis = basis();
        final double[] phi = KineticsChecks.amplitudes(basis, new Random(4));
        final double[] out = new double[MODES];
        new FlavorViscosity(basis, Double.POSITIVE_INFINITY).depolarization(phi, out);
        final double[][] change =
            KineticsChecks.direct(basis, KineticsChecks.components(basis, phi))[basis.waves()];
        final FlavorState state = basis.state();
        for (int i = 0; i < MODES; i++) {
            final double rate = (state.px(i) * change[3 * i][0] + state.py(i) * change[3 * i + 1][0]
                + state.pz(i) * change[3 * i + 2][0]) / state.length(i);
            assertThat(-out[i]).isCloseTo(rate, within(1e-11 * Math.max(1, Math.abs(rate))));
        }
    }

    /** First identity: on an aligned gas no window lets the waves change the lepton number of all modes together. */
    @Test
    void leptonNumberOfAnAlignedGasIsKept() {
        final WaveBasis basis = WaveBasis.of(Background.of(KineticsChecks.twoBeams(1, 0.8), Environment.FAST),
            KineticsChecks.box(2 * Math.PI, 3), Progress.NONE);
        final double[] phi = KineticsChecks.amplitudes(basis, new Random(4));
        for (final double delta : new double[]{0, 0.5, Double.POSITIVE_INFINITY}) {
            final double[] out = new double[2];
            new FlavorViscosity(basis, delta).depolarization(phi, out);
            assertThat(Math.abs(out[0])).isGreaterThan(0.1);
            assertThat(out[0] - out[1]).isCloseTo(0, within(1e-13));
        }
    }

    /** -i N of the waves. */
    private static double[] rate(final WaveBasis basis, final double[] phi, final double delta) {
        final double[] rate = new double[phi.length];
        new SecularTerm(basis, delta).evaluate(phi, rate);
        for (int c = 0; c < rate.length; c += 2) {
            final double re = rate[c];
            rate[c] = rate[c + 1];
            rate[c + 1] = -re;
        }
        return rate;
    }

    /**
     * Second identity: what viscosity and the cubic term take from |P|^2 is what the pairs of the window gain, whatever
     * the window. Without the cubic term it is broken; with all pairs the term vanishes.
     */
    @Test
    void lengthsOfBackgroundAndPairsAreKept() {
        final WaveBasis basis = basis();
        final double[] phi = KineticsChecks.amplitudes(basis, new Random(6));
        for (final double delta : new double[]{0.02, 0.3, 2, Double.POSITIVE_INFINITY}) {
            final FlavorViscosity viscosity = new FlavorViscosity(basis, delta);
            final double[] rate = rate(basis, phi, delta);
            final double[] cubic = viscosity.pairs(phi, rate);
            final double[] linear = new double[MODES];
            viscosity.depolarization(phi, linear);
            final double[][] squares = new double[2][];
            final double h = 1e-3;
            for (int side = 0; side < 2; side++) {
                final double[] moved = phi.clone();
                for (int at = 0; at < basis.size(); at++) {
                    final double t = side == 0 ? -h : h;
                    moved[2 * at] += t * (rate[2 * at] + basis.omegaRe(at) * phi[2 * at + 1]
                        + basis.omegaIm(at) * phi[2 * at]);
                    moved[2 * at + 1] += t * (rate[2 * at + 1] - basis.omegaRe(at) * phi[2 * at]
                        + basis.omegaIm(at) * phi[2 * at + 1]);
                }
                squares[side] = viscosity.pairs(moved, moved);
            }
            double scale = 0;
            double largest = 0;
            for (int i = 0; i < MODES; i++) {
                scale = Math.max(scale, Math.abs(squares[1][i] - squares[0][i]) / (2 * h));
                largest = Math.max(largest, Math.abs(2 * cubic[i]));
            }
            for (int i = 0; i < MODES; i++) {
                final double lost = 2 * linear[i] * basis.state().length(i) + 2 * cubic[i];
                assertThat(lost).isCloseTo((squares[1][i] - squares[0][i]) / (2 * h), within(1e-10 * scale));
            }
            if (Double.isInfinite(delta)) {
                assertThat(largest).isLessThan(1e-12 * scale);
            } else {
                assertThat(largest).isGreaterThan(1e-3 * scale);
            }
        }
    }

    /** First identity with the cubic term, for any window. */
    @Test
    void cubicTermKeepsTheLeptonNumberOfAnAlignedGas() {
        final FlavorState random = RandomStates.random(4, new Random(2));
        final MomentumModes modes = random.modes().toBuilder().depolarization(new double[4]).build();
        final FlavorState state = FlavorState.alongZ(modes, random.traces(), random.pzs());
        final WaveBasis basis =
            WaveBasis.of(Background.of(state, new Environment(0, 0.4, 1)), KineticsChecks.box(9, 4), Progress.NONE);
        final double[] phi = KineticsChecks.amplitudes(basis, new Random(4));
        for (final double delta : new double[]{0.05, 0.5, 3}) {
            final double[] cubic = new FlavorViscosity(basis, delta).pairs(phi, rate(basis, phi, delta));
            double sum = 0;
            double scale = 0;
            for (int i = 0; i < 4; i++) {
                final double change = modes.signedWeights()[i] * cubic[i] / state.pz(i);
                sum += change;
                scale = Math.max(scale, Math.abs(change));
            }
            assertThat(scale).isGreaterThan(1e-3);
            assertThat(sum).isCloseTo(0, within(1e-10 * scale));
        }
    }

    /** Two bands whose real frequencies differ by d act on each other from Delta = d on, not before. */
    @Test
    void windowIsTheDifferenceOfFrequencies() {
        final WaveBasis basis = basis();
        int compared = 0;
        for (int b = 1; b < basis.bands(); b++) {
            final int first = basis.index(1, 0);
            final int second = basis.index(1, b);
            final double gap = Math.abs(basis.omegaRe(first) - basis.omegaRe(second));
            final double[] phi = one(basis, first);
            phi[2 * second] = 0.5;
            final double[] apart = new FlavorViscosity(basis, 0).fromFrequencies(phi);
            final double[] together = new FlavorViscosity(basis, Double.POSITIVE_INFINITY).fromFrequencies(phi);
            final double change =
                IntStream.range(0, MODES).mapToDouble(i -> Math.abs(together[i] - apart[i])).max().orElseThrow();
            if (gap > 0.01 && change > 1e-3) {
                assertThat(lost(basis, gap * (1 - 1e-9), phi)).containsExactly(apart, within(1e-12));
                assertThat(lost(basis, gap * (1 + 1e-9), phi)).containsExactly(together, within(1e-12));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(3);
    }

    /** gamma_i |P_i|^2. */
    private static double[] lost(final WaveBasis basis, final double delta, final double[] phi) {
        final double[] out = new double[MODES];
        new FlavorViscosity(basis, delta).depolarization(phi, out);
        for (int i = 0; i < MODES; i++) {
            out[i] *= basis.state().length(i);
        }
        return out;
    }
}
