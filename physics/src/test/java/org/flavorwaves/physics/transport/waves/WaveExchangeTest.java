package org.flavorwaves.physics.transport.waves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.flavorwaves.physics.numerics.eigen.ComplexEigenSolver;
import org.flavorwaves.physics.numerics.eigen.EigenDecomposition;
import org.flavorwaves.physics.numerics.matrix.ComplexMatrix;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.junit.jupiter.api.Test;

/** What beams say of themselves, and the resonances of a weak one, against dense problems. */
class WaveExchangeTest {
    private static final double[] V = {-0.9, -0.3, 0.4, 0.9, 0.9};

    private static final double[] W = {0.5, 0.4, 0.6, 0.3, 0.35};

    private static final double[] P = {0.5, 0.6, 0.5, 0.3, 0.7};

    private static final int WEAK = 2;

    private static final double STRENGTH = 0.8;

    private static WaveExchange exchange(final double[] p) {
        final MomentumModes modes = MomentumModes.builder()
            .species(Species.NU, Species.NU, Species.NU, Species.NU, Species.NUBAR).rings(V).weight(W).build();
        final WaveExchange exchange = new WaveExchange(modes, Beams.of(modes), STRENGTH, 1);
        exchange.setPolarization(p);
        return exchange;
    }

    /** Frequencies of the longitudinal waves of all modes, or of all but one, at a shifted wave number. */
    private static EigenDecomposition waves(final double[] p, final int without, final double k) {
        final ComplexMatrix matrix = new ComplexMatrix(V.length, V.length);
        for (int i = 0; i < V.length; i++) {
            for (int j = 0; j < V.length; j++) {
                final double coupling = i == without || j == without ? 0
                    : STRENGTH * p[i] * (j == 4 ? -1 : 1) * W[j] * (1 - V[i] * V[j]);
                matrix.set(i, j, coupling + (i != j ? 0 : i == without ? 1e3 : V[i] * k), 0);
            }
        }
        return new ComplexEigenSolver(ComplexEigenSolver.Options.valuesOnly()).solve(matrix);
    }

    private static int beam() {
        final WaveExchange exchange = exchange(P);
        return exchange.beamOf(WEAK);
    }

    @Test
    void numbersOfBeams() {
        final WaveExchange exchange = exchange(P);
        assertThat(exchange.beams()).isEqualTo(4);
        assertThat(exchange.cosine(beam())).isEqualTo(0.4);
        assertThat(exchange.number(beam())).isCloseTo(0.8 * 0.3, within(1e-15));
        // w P: 0.25, 0.24, 0.3 and 0.09 - 0.245
        assertThat(exchange.density()).isCloseTo(0.8 * 0.635, within(1e-15));
        assertThat(exchange.flux()).isCloseTo(0.8 * (-0.225 - 0.072 + 0.12 - 0.1395), within(1e-15));
        assertThat(exchange.strength()).isCloseTo(0.8 * 0.945, within(1e-15));
        assertThat(exchange.hasCrossing()).isTrue();
        assertThat(exchange(new double[]{0.5, 0.6, 0.5, 0.9, 0.7}).hasCrossing()).isFalse();
    }

    /** At its resonances omega = k u the other beams have a wave of their own. */
    @Test
    void otherBeamsHaveWavesAtTheResonances() {
        final double[] resonances = exchange(P).resonances(beam());
        assertThat(resonances).hasSize(2);
        assertThat(resonances[1] - resonances[0]).isGreaterThan(0.01);
        for (final double k : resonances) {
            final EigenDecomposition waves = waves(P, WEAK, k);
            double nearest = Double.POSITIVE_INFINITY;
            for (int e = 0; e < V.length; e++) {
                nearest = Math.min(nearest, Math.hypot(waves.re(e) - k * V[WEAK], waves.im(e)));
            }
            assertThat(nearest).isLessThan(1e-12);
        }
    }

    /** A beam of 1e-8 of either sign makes one of the two waves grow as it says, and the other not at all. */
    @Test
    void weakBeamsGrowAtTheirResonances() {
        int growing = 0;
        for (final double weak : new double[]{1e-8, -1e-8}) {
            final double[] p = P.clone();
            p[WEAK] = weak;
            final WaveExchange exchange = exchange(p);
            for (final double k : exchange.resonances(beam())) {
                final EigenDecomposition waves = waves(p, -1, k);
                double growth = 0;
                for (int e = 0; e < V.length; e++) {
                    growth = Math.abs(waves.re(e) - k * V[WEAK]) < 1e-3 ? Math.max(growth, waves.im(e)) : growth;
                }
                final double said = exchange.resonantGrowth(beam(), k);
                if (said > 0) {
                    growing++;
                    assertThat(growth).isGreaterThan(1e-6).isCloseTo(said, withinPercentage(0.2));
                } else {
                    assertThat(growth).isLessThan(1e-7);
                }
            }
        }
        assertThat(growing).isEqualTo(2);
    }
}
