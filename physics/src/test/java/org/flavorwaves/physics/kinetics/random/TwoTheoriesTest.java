package org.flavorwaves.physics.kinetics.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;

import org.flavorwaves.physics.flavomon.Sector;
import org.flavorwaves.physics.flavomon.beams.BeamDispersion;
import org.flavorwaves.physics.flavomon.kinetics.FlavomonKinetics;
import org.flavorwaves.physics.flavomon.kinetics.FlavomonOptions;
import org.flavorwaves.physics.flavomon.kinetics.TimeOptions;
import org.flavorwaves.physics.flavomon.kinetics.WaveNumberGrid;
import org.flavorwaves.physics.flavomon.kinetics.occupation.FlavomonFrame;
import org.flavorwaves.physics.flavomon.kinetics.occupation.FlavomonHistory;
import org.flavorwaves.physics.flavomon.kinetics.occupation.FlavomonWave;
import org.flavorwaves.physics.flavomon.kinetics.occupation.NeutrinoOccupations;
import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.BandSector;
import org.flavorwaves.physics.linear.blocks.DenseOperator;
import org.flavorwaves.physics.numerics.GaussLegendre;
import org.flavorwaves.physics.numerics.eigen.ComplexEigenSolver;
import org.flavorwaves.physics.numerics.eigen.EigenDecomposition;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.state.WaveVector;
import org.junit.jupiter.api.Test;

/** Where the two theories meet: random-phase flavor waves and quasi-linear flavomons of one aligned medium. */
class TwoTheoriesTest {
    private static final int RINGS = 10;

    private static final int COUNT = 36;

    private static final double RANGE = 3.6;

    private static final double FIELD = 1e-7;

    private static final double END = 160;

    private static final int OUTPUTS = 4;

    /** G = ((1 - v)^2 - 0.04)/4 on Gauss-Legendre nodes. */
    private static FlavorState shallowCrossing() {
        final GaussLegendre rule = GaussLegendre.of(RINGS);
        final double[] pz = Arrays.stream(rule.nodes()).map(v -> ((1 - v) * (1 - v) - 0.04) / 4).toArray();
        final double[] trace = new double[RINGS];
        Arrays.fill(trace, 1);
        final Species[] species = new Species[RINGS];
        Arrays.fill(species, Species.NU);
        final double[] weight = Arrays.stream(rule.weights()).map(w -> 4 * w).toArray();
        return FlavorState.alongZ(
            MomentumModes.builder().species(species).rings(rule.nodes()).weight(weight).build(), trace, pz);
    }

    @Test
    void polarizationsAndIntensitiesAgree() {
        final FlavorState state = shallowCrossing();
        final FlavomonHistory flavomons = new FlavomonKinetics(NeutrinoOccupations.of(state, Environment.FAST),
            new TimeOptions(END, OUTPUTS, 1e-9, 0.002, 1e-10, 100_000)).evolve(
            WaveNumberGrid.uniform(-RANGE, RANGE, 2 * COUNT, 1), FlavomonOptions.quasiLinear(FIELD), Progress.NONE);
        final double[] times = new double[OUTPUTS + 1];
        Arrays.setAll(times, t -> END * t / OUTPUTS);
        final RandomPhaseResult waves = new RandomPhaseKinetics(
            RandomPhaseOptions.DEFAULT.withCut(1e-6).withTolerance(1e-9)).evolve(
            RandomPhaseGas.ofField(state, Environment.FAST, FIELD),
            WaveLine.midpoints(new WaveVector(0, 0, 1), RANGE, COUNT), times, Progress.NONE);
        double moved = 0;
        int compared = 0;
        for (int t = 0; t <= OUTPUTS; t++) {
            final FlavomonFrame frame = flavomons.frames().get(t);
            final RandomPhaseSample sample = waves.samples().get(t);
            for (int i = 0; i < RINGS; i++) {
                assertThat(sample.state().pz(i)).as("t = %s, mode %s", times[t], i)
                    .isCloseTo(frame.electron()[i] - frame.other()[i], within(1e-6));
                moved = Math.max(moved, Math.abs(sample.state().pz(i) / state.pz(i) - 1));
            }
            compared += compareIntensities(frame, sample);
        }
        assertThat(compared).isGreaterThan(5);
        assertThat(moved).isGreaterThan(0.5);
    }

    /** Growing waves of the field: the same wave number, growth and |A|^2. */
    private static int compareIntensities(final FlavomonFrame frame, final RandomPhaseSample sample) {
        int compared = 0;
        for (final BandIntensity band : sample.bands()) {
            final double k = band.sector() == BandSector.PLUS ? band.k() : -band.k();
            for (final FlavomonWave wave : frame.waves()) {
                if (band.growth() > 1e-3 && Math.abs(wave.waveNumber() - k) < 1e-9
                    && Math.abs(wave.growth() - band.growth()) < 1e-5) {
                    assertThat(band.fieldIntensity() * 2 * RANGE / (2 * COUNT))
                        .isCloseTo(wave.intensity(), within(1e-5 * wave.intensity()));
                    compared++;
                }
            }
        }
        return compared;
    }

    /**
     * The action of a stable wave counts flavomons, |kappa| |A|^2 = 2 N with N = |psi|^2/|Z|: a flavomon moves two
     * units of L_e - L_x.
     */
    @Test
    void actionIsTwiceTheNumberOfFlavomons() {
        final FlavorState state = shallowCrossing();
        final double[] v = state.modes().vzs();
        final double[] g = new double[RINGS];
        final double[] moments = new double[2];
        final BeamDispersion dispersion = new BeamDispersion(Sector.LONGITUDINAL, v);
        for (int i = 0; i < RINGS; i++) {
            g[i] = state.modes().weight(i) * state.pz(i);
            moments[0] += g[i];
            moments[1] += g[i] * v[i];
            dispersion.setNumber(i, g[i]);
        }
        final double k = 1;
        final EigenDecomposition eigen = new ComplexEigenSolver(ComplexEigenSolver.Options.allVectors())
            .solve(DenseOperator.of(Background.of(state, Environment.FAST), new WaveVector(0, 0, k)));
        int compared = 0;
        for (int b = 0; b < eigen.size(); b++) {
            final double[] field = new double[4];
            double kappa = 0;
            for (int i = 0; i < RINGS; i++) {
                final double xRe = eigen.right().re(3 * i, b);
                final double xIm = eigen.right().im(3 * i, b);
                final double yRe = eigen.right().re(3 * i + 1, b);
                final double yIm = eigen.right().im(3 * i + 1, b);
                final double w = state.modes().weight(i);
                for (int m = 0; m < 2; m++) {
                    field[2 * m] += w * (m == 0 ? 1 : v[i]) * (xRe - yIm) / 2;
                    field[2 * m + 1] += w * (m == 0 ? 1 : v[i]) * (xIm + yRe) / 2;
                }
                kappa += w * 2 * (xRe * yIm - xIm * yRe) / state.pz(i);
            }
            final double square = Arrays.stream(field).map(x -> x * x).sum();
            if (Math.abs(eigen.im(b)) < 1e-12 && square > 1e-3
                && dispersion.solve(k + moments[1], eigen.re(b) + moments[0], 0, 1e-6)) {
                assertThat(Math.abs(kappa)).isCloseTo(2 * square / Math.abs(dispersion.renormalisation()),
                    within(1e-9 * Math.abs(kappa)));
                compared++;
            }
        }
        assertThat(compared).isPositive();
    }
}
