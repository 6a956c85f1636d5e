package org.flavorwaves.physics.kinetics.relaxation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.flavorwaves.physics.kinetics.relaxation.ThreeWaveResult.Outcome;
import org.flavorwaves.physics.kinetics.spectrum.EquilibriumFit;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.WaveVector;
import org.junit.jupiter.api.Test;

class ThreeWaveKineticsTest {
    private static final int POINTS = 16;

    private static final double STEP = 0.09;

    private static final ActionBands BANDS =
        ActionBands.of(TiltedGas.background(), new WaveVector(0, 0, 1), STEP, POINTS, Progress.NONE);

    private static final ResonantTriads TRIADS = ResonantTriads.of(BANDS, Progress.NONE);

    private static ThreeWaveKinetics kinetics(final double tolerance) {
        return new ThreeWaveKinetics(BANDS, TRIADS, tolerance, 20_000);
    }

    private interface Spectrum {
        double at(int band, int point);
    }

    private static double[][] action(final Spectrum spectrum) {
        final double[][] n = new double[BANDS.size()][POINTS];
        for (int b = 0; b < n.length; b++) {
            for (int j = 0; j < POINTS; j++) {
                n[b][j] = spectrum.at(b, j);
            }
        }
        return n;
    }

    private static double[][] rates(final double[][] action) {
        final double[] n = new double[BANDS.size() * POINTS];
        final double[] flat = new double[n.length];
        for (int i = 0; i < n.length; i++) {
            n[i] = action[i / POINTS][i % POINTS];
        }
        kinetics(1e-3).rates(n, flat);
        return action((b, j) -> flat[b * POINTS + j]);
    }

    /** A steep spectrum: waves of small k only. */
    private static double[][] steep() {
        return action((b, j) -> Math.signum(BANDS.kappa(b, j)) * (1e-4 + Math.exp(-BANDS.waveNumber(j) / 0.2)));
    }

    @Test
    void rayleighJeansIsStationary() {
        final double u = 0.05;
        final double[][] equilibrium = action((b, j) -> 0.3 / (BANDS.omega(b, j) - u * BANDS.waveNumber(j)));
        final double[][] changes = rates(equilibrium);
        final double[][] moving = rates(steep());
        double largest = 0;
        for (int b = 0; b < BANDS.size(); b++) {
            for (int j = 0; j < POINTS; j++) {
                assertThat(equilibrium[b][j] * BANDS.kappa(b, j)).isPositive();
                assertThat(changes[b][j]).isCloseTo(0, within(1e-12));
                largest = Math.max(largest, Math.abs(moving[b][j]));
            }
        }
        assertThat(largest).isGreaterThan(1e-4);
    }

    @Test
    void relaxesWithConservedEnergyAndMomentum() {
        final ThreeWaveKinetics kinetics = kinetics(1e-3);
        final ThreeWaveResult result =
            kinetics.evolve(steep(), 3000 * kinetics.shortestTime(steep()), 4, Progress.NONE);
        assertThat(result.outcome()).isEqualTo(Outcome.FINISHED);
        assertThat(result.energyDrift()).isLessThan(1e-12);
        assertThat(result.momentumDrift()).isLessThan(1e-12);
        assertThat(result.entropyFall()).isLessThan(1e-13);
        assertThat(result.last().entropy()).isGreaterThan(result.samples().get(0).entropy() + 3);
        assertThat(result.samples().get(0).imbalance()).isGreaterThan(0.7);
        for (int t = 1; t < result.samples().size(); t++) {
            assertThat(result.samples().get(t).imbalance()).isLessThan(result.samples().get(t - 1).imbalance());
        }
        assertThat(result.last().imbalance()).isLessThan(0.15);
        final EquilibriumFit fit = result.last().spectrum(BANDS).rayleighJeans();
        assertThat(fit.temperature()).isPositive();
        assertThat(fit.distance()).isLessThan(result.samples().get(1).spectrum(BANDS).rayleighJeans().distance());
    }

    /** All velocities and the direction of the waves turned by one rotation. */
    @Test
    void relaxationTurnsWithTheDirectionOfTheWaves() {
        final double[][] rotation = {{2 / 3.0, -1 / 3.0, 2 / 3.0}, {2 / 3.0, 2 / 3.0, -1 / 3.0},
            {-1 / 3.0, 2 / 3.0, 2 / 3.0}};
        final ActionBands turned = ActionBands.of(TiltedGas.background(rotation),
            new WaveVector(rotation[0][2], rotation[1][2], rotation[2][2]), STEP, POINTS, Progress.NONE);
        final ResonantTriads triads = ResonantTriads.of(turned, Progress.NONE);
        assertThat(triads.size()).isEqualTo(TRIADS.size());
        final ThreeWaveKinetics kinetics = new ThreeWaveKinetics(turned, triads, 1e-3, 20_000);
        final double shortest = kinetics(1e-3).shortestTime(steep());
        assertThat(kinetics.shortestTime(steep()) / shortest).isCloseTo(1, within(1e-12));
        final ThreeWaveSample end = kinetics.evolve(steep(), 30 * shortest, 1, Progress.NONE).last();
        final ThreeWaveSample here = kinetics(1e-3).evolve(steep(), 30 * shortest, 1, Progress.NONE).last();
        for (int b = 0; b < BANDS.size(); b++) {
            for (int j = 0; j < POINTS; j++) {
                assertThat(turned.omega(b, j)).isCloseTo(BANDS.omega(b, j), within(1e-12));
                assertThat(turned.kappa(b, j)).isCloseTo(BANDS.kappa(b, j), within(1e-12));
                assertThat(end.action()[b][j]).isCloseTo(here.action()[b][j], within(1e-12));
            }
        }
    }

    /** The waves of one triad at a time: n_a + n_c and n_b + n_c of the three bands. */
    @Test
    void oneTriadObeysManleyAndRowe() {
        final double[] n = new double[BANDS.size() * POINTS];
        final double[][] start = steep();
        for (int i = 0; i < n.length; i++) {
            n[i] = start[i / POINTS][i % POINTS];
        }
        int tried = 0;
        for (int q = 0; q < TRIADS.size(); q += 37) {
            final int a = TRIADS.band(q, 0);
            final int b = TRIADS.band(q, 1);
            final int c = TRIADS.band(q, 2);
            if (a != b && b != c && a != c) {
                final double[] rates = new double[n.length];
                new ThreeWaveKinetics(BANDS, TRIADS.only(q), 1e-3, 1).rates(n, rates);
                final double[] gained = new double[BANDS.size()];
                for (int i = 0; i < n.length; i++) {
                    gained[i / POINTS] += rates[i] * STEP * (i % POINTS == 0 || i % POINTS == POINTS - 1 ? 0.5 : 1);
                }
                final double size = Math.abs(gained[c]);
                assertThat(gained[a] + gained[c]).isCloseTo(0, within(1e-12 * size));
                assertThat(gained[b] + gained[c]).isCloseTo(0, within(1e-12 * size));
                assertThat(size).isPositive();
                tried++;
            }
        }
        assertThat(tried).isGreaterThan(5);
    }

    /**
     * The resonant rates against a sum over a fine plane of wave numbers with a Gaussian in the place of the delta
     * function: what the third band of all triads gains.
     */
    @Test
    void ratesAreThoseOfTheDeltaFunction() {
        final double[][] n = action((b, j) -> Math.signum(BANDS.kappa(b, j)) / (0.5 + BANDS.waveNumber(j)));
        final ThreeWaveCoupling coupling = new ThreeWaveCoupling(BANDS);
        final double width = 0.005;
        double smooth = 0;
        final int fine = 20;
        for (int a = 0; a < BANDS.size(); a++) {
            for (int b = a; b < BANDS.size(); b++) {
                for (int c = 0; c < BANDS.size(); c++) {
                    for (int p = 0; p < (POINTS - 1) * fine; p++) {
                        for (int q = 0; p + q + 1 + fine < (POINTS - 1) * fine; q++) {
                            final double ka = (p + 0.5) / fine;
                            final double kb = (q + 0.5) / fine;
                            final double x = at(c, ka + kb + 1, n, true) - at(a, ka, n, true) - at(b, kb, n, true);
                            if (Math.abs(x) < 4 * width) {
                                final double delta =
                                    Math.exp(-x * x / (2 * width * width)) / (width * Math.sqrt(2 * Math.PI));
                                final double mu = at(c, ka + kb + 1, n, false) - at(a, ka, n, false)
                                    - at(b, kb, n, false);
                                final double product = at(c, ka + kb + 1, n, false) * at(a, ka, n, false)
                                    * at(b, kb, n, false);
                                smooth += (a == b ? 0.5 : 1) * STEP * STEP / (fine * fine) * 2 * Math.PI * delta
                                    * strength(coupling, a, ka, b, kb, c)
                                    * mu * mu / Math.abs(product);
                            }
                        }
                    }
                }
            }
        }
        final double[] flat = new double[BANDS.size() * POINTS];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = n[i / POINTS][i % POINTS];
        }
        final ThreeWaveKinetics kinetics = kinetics(1e-3);
        kinetics.rates(flat, new double[flat.length]);
        assertThat(kinetics.entropyRate()).as("production of entropy").isCloseTo(smooth, within(0.02 * smooth));
    }

    /** |U|^2 bilinear between the wave numbers. */
    private static double strength(final ThreeWaveCoupling coupling, final int a, final double ka, final int b,
        final double kb, final int c) {
        double sum = 0;
        for (int corner = 0; corner < 4; corner++) {
            final int pa = (int) ka + corner % 2;
            final int pb = (int) kb + corner / 2;
            final double share = (1 - Math.abs(ka - pa)) * (1 - Math.abs(kb - pb));
            sum += pa + pb + 1 < POINTS ? share * coupling.strength(a, pa, b, pb, c) : 0;
        }
        return sum;
    }

    /** Omega, or 1/n, linear between the wave numbers. */
    private static double at(final int band, final double place, final double[][] n, final boolean frequency) {
        final int j = Math.min((int) place, POINTS - 2);
        final double t = place - j;
        return frequency ? (1 - t) * BANDS.omega(band, j) + t * BANDS.omega(band, j + 1)
            : (1 - t) / n[band][j] + t / n[band][j + 1];
    }

    @Test
    void refusesActionsOfTheWrongSign() {
        final double[][] wrong = steep();
        wrong[2][3] = -wrong[2][3];
        assertThatThrownBy(() -> kinetics(1e-3).evolve(wrong, 1, 1, Progress.NONE))
            .hasMessageContaining("must have the sign of its signature");
    }
}
