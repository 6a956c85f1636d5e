package org.flavorwaves.physics.flavomon.kinetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;

import org.apache.commons.math3.complex.Complex;
import org.flavorwaves.physics.flavomon.AxialMedium;
import org.flavorwaves.physics.flavomon.FlavomonMode;
import org.flavorwaves.physics.flavomon.FlavomonSearch;
import org.flavorwaves.physics.flavomon.Sector;
import org.flavorwaves.physics.flavomon.kinetics.occupation.FlavomonFrame;
import org.flavorwaves.physics.flavomon.kinetics.occupation.FlavomonHistory;
import org.flavorwaves.physics.flavomon.kinetics.occupation.FlavomonHistory.Outcome;
import org.flavorwaves.physics.flavomon.kinetics.occupation.FlavomonWave;
import org.flavorwaves.physics.flavomon.kinetics.occupation.NeutrinoOccupations;
import org.flavorwaves.physics.run.Progress;
import org.junit.jupiter.api.Test;

/** The resonant closure on G = (1 - v)^2 - s^2, whose unstable waves have 1.75 &lt; k &lt; 2.04 for s = 0.1. */
class ResonantKineticsTest {
    private static final double DEPTH = 0.1;

    private static final double FLUX = -4.0 / 3;

    private static final int RINGS = 24;

    private static FlavomonHistory run(final NeutrinoOccupations neutrinos, final double end, final int count,
        final FlavomonOptions options) {
        return new FlavomonKinetics(neutrinos, TimeOptions.until(end, 8))
            .evolve(WaveNumberGrid.uniform(1.76 - FLUX, 2.1 - FLUX, count, 1e-4), options, Progress.NONE);
    }

    /** Independent route: root and residue of the analytic dielectric function and G at the phase velocity (FR 20). */
    @Test
    void growsAtTwiceTheGoldenRuleRate() {
        final NeutrinoOccupations neutrinos =
            ShallowCrossing.occupations(new ShallowCrossing(64, DEPTH).neutrinos());
        final FlavomonHistory history = run(neutrinos, 10, 8, FlavomonOptions.resonant(1e-12, false, 0.03));
        assertThat(history.outcome()).isEqualTo(Outcome.FINISHED);
        final AxialMedium medium = AxialMedium.ofSeries(4.0 / 3 - DEPTH * DEPTH, -2, 2.0 / 3);
        int compared = 0;
        for (int j = 0; j < history.last().waves().size(); j++) {
            final FlavomonWave wave = history.last().waves().get(j);
            final FlavomonMode exact = new FlavomonSearch(medium, 0.1).solve(wave.shifted()).list().stream()
                .filter(m -> m.sector() == Sector.LONGITUDINAL && m.kind() == FlavomonMode.Kind.UNSTABLE)
                .findFirst().orElse(null);
            if (exact != null && exact.omega().getImaginary() > 0.01) {
                final double rate = Math.log(wave.number() / 1e-12) / history.last().time();
                assertThat(rate).as("k = %s", wave.shifted()).isCloseTo(2 * wave.growth(), within(1e-5 * rate));
                assertThat(wave.growth()).isCloseTo(goldenRule(wave, medium), within(0.03 * wave.growth()));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(4);
    }

    /** Reference: the exact root at k = 1.812751 grows at 0.030589159, and the golden rule gives 0.943 of it. */
    @Test
    void tendsToTheExactGrowthRate() {
        final NeutrinoOccupations neutrinos =
            ShallowCrossing.occupations(new ShallowCrossing(64, DEPTH).neutrinos());
        final FlavomonHistory history = new FlavomonKinetics(neutrinos, TimeOptions.until(1, 1))
            .evolve(WaveNumberGrid.uniform(1.812751 - FLUX - 1e-6, 1.812751 - FLUX + 1e-6, 1, 1),
                FlavomonOptions.resonant(1e-12, false, 0.03), Progress.NONE);
        assertThat(history.last().waves()).hasSize(1);
        assertThat(history.last().waves().get(0).growth() / 0.030589159).isCloseTo(0.943, within(0.02));
    }

    /** The residue -pi Z G(u)(e_0 + e_z u)^2/|k| through the dielectric tensor at the real frequency. */
    private static double goldenRule(final FlavomonWave wave, final AxialMedium medium) {
        final double u = wave.omega() / wave.shifted();
        final Complex omega = new Complex(wave.omega());
        final double real = determinant(medium, omega, wave.shifted()).getReal();
        final double h = 1e-6;
        final double slope = (determinant(medium, new Complex(wave.omega() + h), wave.shifted()).getReal()
            - determinant(medium, new Complex(wave.omega() - h), wave.shifted()).getReal()) / (2 * h);
        assertThat(real).isCloseTo(0, within(0.01));
        assertThat(ShallowCrossing.density(u, DEPTH)).isNegative();
        return determinant(medium, omega, wave.shifted()).getImaginary() / -slope;
    }

    private static Complex determinant(final AxialMedium medium, final Complex omega, final double k) {
        final var eps = medium.dielectricTensor(omega, k);
        return eps.get(0, 3).multiply(eps.get(0, 3)).subtract(eps.get(0, 0).multiply(eps.get(3, 3)));
    }

    @Test
    void removesTheCrossingAndConservesLeptonNumbers() {
        final NeutrinoOccupations neutrinos =
            ShallowCrossing.occupations(new ShallowCrossing(RINGS, DEPTH).neutrinos());
        final FlavomonHistory history = run(neutrinos, 400, 12, FlavomonOptions.resonant(1e-2, false, 0.03));
        assertThat(history.outcome()).isEqualTo(Outcome.FINISHED);
        assertThat(history.worstInvariant()).isLessThan(1e-13);
        assertThat(history.worstEntropyFall()).isLessThan(1e-15);
        final double[] fe = history.last().electron();
        final double[] fx = history.last().other();
        int flipped = 0;
        for (int i = 0; i < fe.length; i++) {
            final double g = ShallowCrossing.DENSITY * (fe[i] - fx[i]);
            final double before = ShallowCrossing.density(neutrinos.velocity(i), DEPTH);
            if (before < 0) {
                assertThat(g).as("v = %s", neutrinos.velocity(i)).isCloseTo(0, within(3e-3 * DEPTH * DEPTH));
                flipped++;
            } else if (neutrinos.velocity(i) < 0.8) {
                assertThat(g).isCloseTo(before, within(1e-12));
            }
            assertThat(fe[i] + fx[i]).isCloseTo(1, within(1e-14));
        }
        assertThat(flipped).isGreaterThanOrEqualTo(3);
        assertThat(history.last().balance().flavomonNumber()).isGreaterThan(1e-4);
    }

    /** With spontaneous emission the run needs no seed, and the entropy of both kinds together never falls. */
    @Test
    void startsFromNothingAndNeverLosesEntropy() {
        final NeutrinoOccupations neutrinos =
            ShallowCrossing.occupations(new ShallowCrossing(RINGS, DEPTH).bothSpecies());
        final FlavomonHistory history = run(neutrinos, 200, 20, FlavomonOptions.resonant(0, true, 0.03));
        assertThat(history.outcome()).isEqualTo(Outcome.FINISHED);
        assertThat(history.worstInvariant()).isLessThan(1e-12);
        assertThat(history.worstEntropyFall()).isLessThan(1e-15);
        assertThat(history.lowestOccupation()).isGreaterThan(0);
        final List<FlavomonFrame> frames = history.frames();
        assertThat(IntStream.range(1, frames.size()).allMatch(
            f -> frames.get(f).balance().entropy() > frames.get(f - 1).balance().entropy())).isTrue();
        assertThat(history.last().balance().entropy() - frames.get(0).balance().entropy()).isGreaterThan(0.02);
        assertThat(history.last().balance().flavomonNumber()).isGreaterThan(1e-4);
    }
}
