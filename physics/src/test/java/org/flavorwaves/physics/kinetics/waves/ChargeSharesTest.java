package org.flavorwaves.physics.kinetics.waves;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.flavorwaves.physics.kinetics.KineticsChecks;
import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.RandomStates;
import org.junit.jupiter.api.Test;

/** Which triads a symmetry about an axis forbids, by the coefficients of all of them. */
class ChargeSharesTest {
    private static double bound(final WaveBasis basis, final Triad t) {
        return ChargeShares.bound(shares(basis, t.firstN(), t.firstBand(), false), t.firstN() < 0,
            shares(basis, t.secondN(), t.secondBand(), false), shares(basis, t.n(), t.band(), true));
    }

    private static ChargeShares shares(final WaveBasis basis, final int n, final int band, final boolean left) {
        return ChargeShares.of(basis, Math.abs(n) - 1, new int[]{band}, left);
    }

    /** Forbidden triads have no coefficient, allowed ones a bound of 1, and both are many. */
    @Test
    void alignedGasForbidsTriads() {
        final FlavorState random = RandomStates.random(3, new Random(2));
        final FlavorState along = FlavorState.alongZ(random.modes(), random.traces(), random.pzs());
        final WaveBasis basis = WaveBasis.of(Background.of(along, new Environment(0, 300, 1)),
            KineticsChecks.box(7, 3), Progress.NONE);
        final List<Double> allowed = new ArrayList<>();
        new TriadList(basis, Double.POSITIVE_INFINITY).visit(KineticsChecks.amplitudes(basis, new Random(5)), 1,
            Progress.NONE, t -> {
                final double size = Math.hypot(t.coefficientRe(), t.coefficientIm());
                if (size > 1e-9) {
                    assertThat(bound(basis, t)).isGreaterThan(1 - 1e-9);
                    allowed.add(t.mismatch());
                }
            });
        assertThat(allowed).hasSizeGreaterThan(50).allMatch(x -> Math.abs(x) < 30);
    }

    /** In matter 300 the triads with a small bound have small coefficients: none turns fast. */
    @Test
    void denseMatterAllButForbidsTriads() {
        final WaveBasis basis =
            WaveBasis.of(KineticsChecks.equilibrium(3, 1, 300), KineticsChecks.box(7, 3), Progress.NONE);
        final double[] largest = new double[2];
        new TriadList(basis, Double.POSITIVE_INFINITY).visit(KineticsChecks.amplitudes(basis, new Random(5)), 1,
            Progress.NONE, t -> {
                final int small = bound(basis, t) < 0.004 ? 1 : 0;
                largest[small] = Math.max(largest[small], Math.hypot(t.coefficientRe(), t.coefficientIm()));
                if (small == 0) {
                    assertThat(Math.abs(t.mismatch())).isLessThan(30);
                }
            });
        assertThat(largest[1]).isPositive().isLessThan(0.02 * largest[0]);
    }
}
