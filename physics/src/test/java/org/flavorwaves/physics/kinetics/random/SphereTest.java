package org.flavorwaves.physics.kinetics.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;

import org.flavorwaves.physics.kinetics.random.RandomPhaseResult.End;
import org.flavorwaves.physics.numerics.GaussLegendre;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.state.WaveVector;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Directions of a sphere, waves along one axis: transverse waves of an axisymmetric gas come in pairs. */
class SphereTest {
    private static final int RINGS = 8;

    private static final int AZIMUTHS = 6;

    private static FlavorState axisymmetric() {
        final GaussLegendre rule = GaussLegendre.of(RINGS);
        final int n = RINGS * AZIMUTHS;
        final double[][] v = new double[3][n];
        final double[] w = new double[n];
        final double[] pz = new double[n];
        final double[] trace = new double[n];
        for (int i = 0; i < n; i++) {
            final double c = rule.node(i / AZIMUTHS);
            final double phi = 2 * Math.PI * (i % AZIMUTHS) / AZIMUTHS;
            v[0][i] = Math.sqrt(1 - c * c) * Math.cos(phi);
            v[1][i] = Math.sqrt(1 - c * c) * Math.sin(phi);
            v[2][i] = c;
            w[i] = rule.weight(i / AZIMUTHS) / AZIMUTHS;
            pz[i] = 0.5 * (1 - 1.3 * Math.exp(-(1 - c) * (1 - c) / 0.3));
            trace[i] = Math.abs(pz[i]);
        }
        final Species[] species = new Species[n];
        Arrays.fill(species, Species.NU);
        return FlavorState.alongZ(
            MomentumModes.builder().species(species).velocity(v[0], v[1], v[2]).weight(w).build(), trace, pz);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void pairsOfTransverseWavesKeepTheGasAxisymmetric(final boolean ofField) {
        final FlavorState state = axisymmetric();
        final RandomPhaseResult result = new RandomPhaseKinetics(RandomPhaseOptions.DEFAULT).evolve(
            ofField ? RandomPhaseGas.ofField(state, Environment.FAST, 1e-7)
                : RandomPhaseGas.of(state, Environment.FAST, 1e-6),
            WaveLine.midpoints(new WaveVector(0, 0, 1), 1.6, 32), new double[]{0, 80}, Progress.NONE);
        assertThat(result.end()).isEqualTo(End.FINISHED);
        final List<BandIntensity> bands = result.samples().get(0).bands();
        final long pairs = bands.stream().filter(band -> beside(band, bands) == 2).count();
        assertThat(pairs).isGreaterThan(bands.size() / 4);
        assertThat(bands).allMatch(band -> beside(band, bands) <= 2);
        assertThat(result.born()).isZero();
        final FlavorState last = result.last().state();
        double moved = 0;
        for (int i = 0; i < state.size(); i++) {
            assertThat(last.pz(i)).isCloseTo(last.pz(i / AZIMUTHS * AZIMUTHS), within(1e-13));
            moved = Math.max(moved, Math.abs(last.pz(i) - state.pz(i)));
        }
        assertThat(moved).isGreaterThan(0.01);
        assertThat(result.worstLepton()).isLessThan(1e-10);
    }

    /** How many bands have the wave number and frequency of one. */
    private static long beside(final BandIntensity band, final List<BandIntensity> bands) {
        return bands.stream().filter(other -> other.k() == band.k() && other.sector() == band.sector()
            && Math.hypot(other.omegaRe() - band.omegaRe(), other.growth() - band.growth()) < 1e-9).count();
    }
}
