package org.flavorwaves.physics.kinetics.waves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleUnaryOperator;

import org.flavorwaves.physics.kinetics.KineticsChecks;
import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.RandomStates;
import org.flavorwaves.physics.state.WaveVector;
import org.junit.jupiter.api.Test;

/** The three-wave term by fields and by triads against explicit double sums over modes and waves, and its average. */
class SecularTermTest {
    private static final double RELATIVE = 1e-10;

    private static WaveBasis aligned() {
        final FlavorState random = RandomStates.random(4, new Random(2));
        final FlavorState state = FlavorState.alongZ(random.modes(), random.traces(), random.pzs());
        return WaveBasis.of(Background.of(state, new Environment(0, 0.4, 1)), KineticsChecks.box(9, 4),
            Progress.NONE);
    }

    private static WaveBasis equilibrium() {
        return WaveBasis.of(KineticsChecks.equilibrium(4, 1), KineticsChecks.box(7, 4), Progress.NONE);
    }

    /** No equilibrium at all, and a box along a skew axis. */
    private static WaveBasis general() {
        final Environment environment = new Environment(0.2, -0.3, 0.8);
        return WaveBasis.of(Background.of(RandomStates.random(3, new Random(5)), environment),
            new BoxModes(5, new WaveVector(1, -2, 2).unit(), 5), Progress.NONE);
    }

    private static WaveBasis large() {
        return WaveBasis.of(KineticsChecks.equilibrium(8, 1), KineticsChecks.box(7, 6), Progress.NONE);
    }

    private static double[] term(final WaveBasis basis, final double[] phi, final double delta) {
        final double[] out = new double[phi.length];
        new SecularTerm(basis, delta).evaluate(phi, out);
        return out;
    }

    /** The term by the list of triads, each with the weight of its mismatch. */
    private static double[] byTriads(final WaveBasis basis, final double[] phi, final DoubleUnaryOperator weight) {
        final double[] out = new double[phi.length];
        new TriadList(basis, Double.POSITIVE_INFINITY).visit(phi, 1, Progress.NONE, t -> {
            final int i = 2 * basis.index(Math.abs(t.firstN()), t.firstBand());
            final int j = 2 * basis.index(t.secondN(), t.secondBand());
            final double xi = t.firstN() < 0 ? -phi[i + 1] : phi[i + 1];
            final double re = phi[i] * phi[j] - xi * phi[j + 1];
            final double im = phi[i] * phi[j + 1] + xi * phi[j];
            final double w = weight.applyAsDouble(t.mismatch());
            final int at = 2 * basis.index(t.n(), t.band());
            out[at] += w * (t.coefficientRe() * re - t.coefficientIm() * im);
            out[at + 1] += w * (t.coefficientRe() * im + t.coefficientIm() * re);
        });
        return out;
    }

    private static double largest(final double[] x) {
        return Arrays.stream(x).map(Math::abs).max().orElseThrow();
    }

    @Test
    void infiniteWindowIsTheConvolution() {
        for (final WaveBasis basis : new WaveBasis[]{aligned(), equilibrium(), general(), large()}) {
            final double[] phi = KineticsChecks.amplitudes(basis, new Random(11));
            final double[] nonlinear = term(basis, phi, Double.POSITIVE_INFINITY);
            final double[][][] direct = KineticsChecks.direct(basis, KineticsChecks.components(basis, phi));
            for (int n = 1; n <= basis.waves(); n++) {
                final double[][] kinetic = KineticsChecks.derivative(basis, phi, nonlinear, n);
                final double[][] expected = direct[basis.waves() + n];
                double scale = 0;
                for (final double[] c : expected) {
                    scale = Math.max(scale, Math.hypot(c[0], c[1]));
                }
                for (int c = 0; c < expected.length; c++) {
                    assertThat(kinetic[c][0]).isCloseTo(expected[c][0], within(RELATIVE * scale));
                    assertThat(kinetic[c][1]).isCloseTo(expected[c][1], within(RELATIVE * scale));
                }
            }
        }
    }

    @Test
    void triadsSumToTheTerm() {
        for (final WaveBasis basis : new WaveBasis[]{aligned(), equilibrium(), general()}) {
            final double[] phi = KineticsChecks.amplitudes(basis, new Random(11));
            final double[] full = term(basis, phi, Double.POSITIVE_INFINITY);
            assertThat(byTriads(basis, phi, x -> 1)).containsExactly(full, within(RELATIVE * largest(full)));
        }
    }

    /** The average over time weighs each triad by sinc(x tau) pi^2/(pi^2 - (x tau)^2) in its mismatch x. */
    @Test
    void averageWeighsTriadsByTheirMismatch() {
        for (final WaveBasis basis : new WaveBasis[]{aligned(), equilibrium(), general()}) {
            final double[] phi = KineticsChecks.amplitudes(basis, new Random(5));
            final double delta = 0.4;
            final double[] expected = byTriads(basis, phi, x -> SecularTerm.weight(x, delta));
            final double[] many = new double[phi.length];
            new SecularTerm(basis, delta, 4000).evaluate(phi, many);
            final double[] full = term(basis, phi, Double.POSITIVE_INFINITY);
            assertThat(many).containsExactly(expected, within(1e-7 * largest(full)));
            assertThat(largest(expected)).isBetween(0.01 * largest(full), 0.9 * largest(full));
            final int points = new SecularTerm(basis, delta).points();
            assertThat(points).isLessThan(120);
            assertThat(term(basis, phi, delta)).containsExactly(byTriads(basis, phi, x -> {
                double sum = 0;
                for (int q = 1; q < points; q++) {
                    final double s = 2.0 * q / points - 1;
                    sum += (1 + Math.cos(Math.PI * s)) / points * Math.cos(Math.PI * s * x / delta);
                }
                return sum;
            }), within(RELATIVE * largest(full)));
            assertThat(term(basis, phi, delta)).containsExactly(expected, within(0.02 * largest(full)));
        }
    }

    /** Matter turns an aligned gas about its axis, which forbids the products that would turn fast: no more points. */
    @Test
    void matterAlongTheAxisCostsNoPoints() {
        final FlavorState random = RandomStates.random(4, new Random(2));
        final FlavorState along = FlavorState.alongZ(random.modes(), random.traces(), random.pzs());
        for (final double matter : new double[]{300, 1e4}) {
            final WaveBasis basis = WaveBasis.of(Background.of(along, new Environment(0, matter, 1)),
                KineticsChecks.box(7, 4), Progress.NONE);
            final double[] phi = KineticsChecks.amplitudes(basis, new Random(5));
            final double delta = 0.8;
            assertThat(new SecularTerm(basis, delta).points()).isLessThan(30);
            final double[] expected = byTriads(basis, phi, x -> SecularTerm.weight(x, delta));
            final double[] full = term(basis, phi, Double.POSITIVE_INFINITY);
            assertThat(term(basis, phi, delta)).containsExactly(expected, within(0.02 * largest(full)));
            assertThat(largest(expected)).isGreaterThan(0.01 * largest(full));
        }
    }

    /** The same bits on 1 and 5 threads, with points in several groups. */
    @Test
    void termDoesNotDependOnThreads() {
        final WaveBasis basis = WaveBasis.of(KineticsChecks.equilibrium(16, 1), KineticsChecks.box(7, 6),
            Progress.NONE);
        final double[] phi = KineticsChecks.amplitudes(basis, new Random(5));
        final SecularTerm term = new SecularTerm(basis, 0.4, 70);
        final double[][] out = new double[2][phi.length];
        for (int r = 0; r < 2; r++) {
            final double[] to = out[r];
            final ForkJoinPool pool = new ForkJoinPool(r == 0 ? 1 : 5);
            pool.submit(() -> term.evaluate(phi, to)).join();
            pool.shutdown();
        }
        assertThat(out[1]).containsExactly(out[0]);
    }

    @Test
    void weightIsOneHalfAtTheWindowAndZeroAtTwice() {
        assertThat(SecularTerm.weight(0, 0.3)).isEqualTo(1);
        assertThat(SecularTerm.weight(0.3, 0.3)).isEqualTo(0.5);
        assertThat(SecularTerm.weight(0.3 * (1 + 1e-7), 0.3)).isCloseTo(0.5, within(1e-6));
        assertThat(SecularTerm.weight(0.6, 0.3)).isCloseTo(0, within(1e-15));
        assertThat(SecularTerm.weight(7, Double.POSITIVE_INFINITY)).isEqualTo(1);
    }

    @Test
    void tooNarrowWindowsAreRefused() {
        final WaveBasis basis = equilibrium();
        assertThatThrownBy(() -> new SecularTerm(basis, 1e-6))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("1.0E-6 is too narrow");
    }

    /** Lepton number about the axis of an aligned gas forbids most products. */
    @Test
    void symmetryRemovesTriads() {
        final WaveBasis basis = aligned();
        final double[] phi = KineticsChecks.amplitudes(basis, new Random(3));
        final AtomicInteger kept = new AtomicInteger();
        new TriadList(basis, Double.POSITIVE_INFINITY).visit(phi, 1, Progress.NONE, t -> kept.incrementAndGet());
        final int pairs = 8;
        assertThat(kept.get()).isBetween(1, pairs * 12 * 12 * 12 / 3);
    }

    @Test
    void strongestTriadsComeFirstAndConserveMomentum() {
        final WaveBasis basis = equilibrium();
        final double[] phi = KineticsChecks.amplitudes(basis, new Random(3));
        final TriadList list = new TriadList(basis, 1);
        final List<Triad> top = list.strongest(phi, 0.5, 20, Progress.NONE);
        final List<Triad> all = list.strongest(phi, 0.5, Integer.MAX_VALUE, Progress.NONE);
        assertThat(top).hasSize(20).isEqualTo(all.subList(0, 20));
        for (int t = 1; t < top.size(); t++) {
            assertThat(top.get(t).strength()).isLessThanOrEqualTo(top.get(t - 1).strength());
        }
        assertThat(all).allMatch(t -> t.firstN() + t.secondN() == t.n() && Math.abs(t.mismatch()) <= 1);
    }

    @Test
    void expansionInBandsIsComplete() {
        final WaveBasis basis = equilibrium();
        final double[] phi = KineticsChecks.amplitudes(basis, new Random(3));
        final double[] again = new double[phi.length];
        for (int n = 1; n <= basis.waves(); n++) {
            basis.expand(basis.wave(phi, n), n, again);
        }
        assertThat(again).containsExactly(phi, within(1e-11));
    }

    /** The two-beam gas G = (1, -1) grows for 0 &lt; K &lt; 4; at the ends of this range two bands merge. */
    @Test
    void exceptionalPointsAreRefused() {
        final FlavorState state = KineticsChecks.twoBeams(1, 1);
        final double merger = 4;
        assertThatThrownBy(() -> WaveBasis.of(Background.of(state, Environment.FAST),
            KineticsChecks.box(2 * Math.PI / merger, 1), Progress.NONE)).isInstanceOf(DefectiveBandException.class)
            .hasMessageContaining("n = 1").hasMessageContaining("exceptional point");
    }
}
