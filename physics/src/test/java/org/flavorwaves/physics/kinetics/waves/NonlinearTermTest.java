package org.flavorwaves.physics.kinetics.waves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;

import org.flavorwaves.physics.kinetics.KineticsChecks;
import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.RandomStates;
import org.flavorwaves.physics.state.WaveVector;
import org.junit.jupiter.api.Test;

/** The three-wave term by collectives and by triads against explicit double sums over modes and waves. */
class NonlinearTermTest {
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

    private static void matchesDirectSums(final WaveBasis basis, final NonlinearTerm term) {
        final double[] phi = KineticsChecks.amplitudes(basis, new Random(11));
        final double[] nonlinear = new double[phi.length];
        term.evaluate(phi, nonlinear);
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

    @Test
    void fullTermIsTheConvolution() {
        for (final WaveBasis basis : new WaveBasis[]{aligned(), equilibrium(), general()}) {
            matchesDirectSums(basis, new FullTerm(basis, KineticsChecks.products(basis)));
        }
    }

    @Test
    void infiniteWindowOfTriadsIsTheConvolution() {
        for (final WaveBasis basis : new WaveBasis[]{aligned(), equilibrium(), general()}) {
            final TriadTable table = TriadTable.of(basis, Double.POSITIVE_INFINITY, Progress.NONE);
            matchesDirectSums(basis, table.term());
            assertThat(table.size()).isLessThanOrEqualTo(TriadTable.count(basis, Double.POSITIVE_INFINITY));
        }
    }

    /** Lepton number about the axis of an aligned gas forbids most products. */
    @Test
    void symmetryRemovesTriads() {
        final WaveBasis basis = aligned();
        final long all = TriadTable.count(basis, Double.POSITIVE_INFINITY);
        final long kept = TriadTable.of(basis, Double.POSITIVE_INFINITY, Progress.NONE).size();
        assertThat(kept).isLessThan(all / 3);
        assertThat(kept).isPositive();
    }

    /** Each list of a window is exactly the part of the complete list whose phase turns slowly enough. */
    @Test
    void windowKeepsTheSlowTriads() {
        final WaveBasis basis = equilibrium();
        final double[] phi = KineticsChecks.amplitudes(basis, new Random(3));
        final TriadTable all = TriadTable.of(basis, Double.POSITIVE_INFINITY, Progress.NONE);
        final long slow = all.strongest(phi, Integer.MAX_VALUE - 8).stream()
            .filter(t -> Math.abs(t.mismatch()) <= 0.5).count();
        final TriadTable window = TriadTable.of(basis, 0.5, Progress.NONE);
        assertThat(window.size()).isEqualTo(slow).isLessThan(all.size());
        assertThat(TriadTable.bytes(basis, 0.5)).isGreaterThanOrEqualTo(TriadTable.BYTES * window.size());
    }

    @Test
    void strongestTriadsComeFirstAndConserveMomentum() {
        final WaveBasis basis = equilibrium();
        final double[] phi = KineticsChecks.amplitudes(basis, new Random(3));
        final TriadTable table = TriadTable.of(basis, 1, Progress.NONE);
        final List<Triad> top = table.strongest(phi, 20);
        final List<Triad> all = table.strongest(phi, Integer.MAX_VALUE - 8);
        assertThat(top).hasSize(20).isEqualTo(all.subList(0, 20));
        for (int t = 1; t < top.size(); t++) {
            assertThat(top.get(t).strength()).isLessThanOrEqualTo(top.get(t - 1).strength());
        }
        assertThat(all).allMatch(t -> t.firstN() + t.secondN() == t.n());
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

    /** A table that is large enough to be shared between threads. */
    @Test
    void largeTablesAreTheConvolutionToo() {
        final WaveBasis basis =
            WaveBasis.of(KineticsChecks.equilibrium(8, 1), KineticsChecks.box(7, 6), Progress.NONE);
        final TriadTable table = TriadTable.of(basis, Double.POSITIVE_INFINITY, Progress.NONE);
        assertThat(table.size()).isGreaterThan(200_000);
        matchesDirectSums(basis, table.term());
    }
}
