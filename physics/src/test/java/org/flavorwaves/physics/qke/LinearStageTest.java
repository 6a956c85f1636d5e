package org.flavorwaves.physics.qke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;

import org.flavorwaves.physics.equilibrium.EquilibriumOptions;
import org.flavorwaves.physics.equilibrium.EquilibriumResult;
import org.flavorwaves.physics.equilibrium.MixingEquilibrium;
import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.BackgroundStructure;
import org.flavorwaves.physics.linear.WaveFunction;
import org.flavorwaves.physics.linear.bands.BandDetail;
import org.flavorwaves.physics.linear.bands.BandSet;
import org.flavorwaves.physics.linear.bands.BandSolver;
import org.flavorwaves.physics.linear.bands.BandVectors;
import org.flavorwaves.physics.numerics.GaussLegendre;
import org.flavorwaves.physics.qke.field.BoxField;
import org.flavorwaves.physics.qke.field.BoxGrid;
import org.flavorwaves.physics.qke.field.Damping;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.state.WaveVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A seeded wave grows with the eigenvalue of the linear analysis for six e-foldings. */
class LinearStageTest {
    private static final double SEED = 5e-7;

    private static final double FOLDINGS = 6;

    /** Reference case 1: Im Omega by formula. */
    @ParameterizedTest
    @CsvSource({"1, 1.7320508075688772", "2, 2", "3, 1.7320508075688772"})
    void twoBeams(final int harmonic, final double growth) {
        final double[] omega = grow(BoxStates.twoBeams(), Environment.FAST, 2 * Math.PI, harmonic);
        assertThat(omega[1]).isCloseTo(growth, within(1e-6 * growth));
    }

    /** Reference case 5: G = 0.5 - 0.7 v grows with 0.168224864 at the shifted k = 0.7755061. */
    @Test
    void linearSpectrum() {
        final int n = 24;
        final GaussLegendre rule = GaussLegendre.of(n);
        final double[] mu = new double[n];
        final double[] weight = new double[n];
        final double[] pz = new double[n];
        final double[] trace = new double[n];
        double flux = 0;
        for (int i = 0; i < n; i++) {
            mu[i] = rule.node(i);
            final double g = 0.5 - 0.7 * mu[i];
            weight[i] = rule.weight(i) * Math.abs(g);
            pz[i] = Math.signum(g);
            trace[i] = 1;
            flux += rule.weight(i) * g * mu[i];
        }
        final Species[] species = new Species[n];
        Arrays.fill(species, Species.NU);
        final FlavorState state = FlavorState.alongZ(
            MomentumModes.builder().species(species).rings(mu).weight(weight).build(), trace, pz);
        final double k = 0.7755061 - flux;
        final double[] omega = grow(state, Environment.FAST, 2 * Math.PI / Math.abs(k), k < 0 ? -1 : 1);
        assertThat(omega[1]).isCloseTo(0.168224864, within(1e-6));
    }

    /**
     * Reference case 8, a collisional instability: omega = -A - i g +- sqrt(A^2 - a^2 + 2 i G a) with A = 0.1, G = 0.9,
     * g = 0.2, a = 0.1, so Im Omega = -0.2 + 0.3.
     */
    @Test
    void collisionalInstability() {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NUBAR).rings(0, 0)
            .weight(1, 0.8).depolarization(0.3, 0.1).build();
        final FlavorState state = FlavorState.alongZ(modes, new double[]{1, 1}, new double[]{1, 1});
        assertThat(grow(state, Environment.FAST, 5, 1)[1]).isCloseTo(0.1, within(1e-7));
    }

    /** P not along z, with vacuum mixing and matter. */
    @Test
    void nonAlignedEquilibrium() {
        final Environment environment = new Environment(0.4, 0.3, 1);
        final EquilibriumResult equilibrium = new MixingEquilibrium(EquilibriumOptions.DEFAULT)
            .solve(BoxStates.random(7, 13, true, true), environment, Progress.NONE);
        assertThat(equilibrium.converged()).isTrue();
        assertThat(Background.of(equilibrium.state(), environment).structure())
            .isEqualTo(BackgroundStructure.EQUILIBRIUM);
        final double[] omega = grow(equilibrium.state(), environment, 9.177, 1);
        assertThat(omega[1]).isGreaterThan(0.3);
    }

    /**
     * With damping of all components the derivative of every band of a state that is not along z, each mode with a rate
     * of its own, is -i Omega times the band: a single harmonic does not act on itself.
     */
    @Test
    void dampedFluctuationsFollowTheLinearAnalysis() {
        final Environment environment = new Environment(0.4, 0.3, 1);
        final FlavorState any = BoxStates.random(5, 21, true, true);
        final MomentumModes modes = MomentumModes.builder().species(BoxStates.species(any.modes()))
            .rings(any.modes().vzs()).weight(any.modes().weights()).omega(any.modes().omegas())
            .depolarization(0.1, 0.4, 0.2, 0, 0.7).build();
        final FlavorState state = new FlavorState(modes, any.traces(), any.pxs(), any.pys(), any.pzs());
        final BoxGrid grid = BoxGrid.line(2, 7, 16);
        final int h = grid.index(0, 0, 1);
        final BandSet bands =
            new BandSolver(BandDetail.VECTORS).solve(Background.of(state, environment), grid.waveVector(h));
        final QkeBox box = new QkeBox(environment, Damping.LENGTH, StepControl.adaptive(1e-8), 1, false);
        for (int b = 0; b < bands.size(); b++) {
            final WaveFunction psi = bands.vectors().orElseThrow().right(b);
            final BoxField field = BoxField.homogeneous(grid, state).plusWave(h, psi, 1e-3);
            final WaveFunction rate = box.derivative(field).wave(h);
            final WaveFunction wave = field.wave(h);
            for (int c = 0; c < 3 * state.size(); c++) {
                final double re = wave.toArrayRe()[c];
                final double im = wave.toArrayIm()[c];
                assertThat(rate.toArrayRe()[c]).isCloseTo(bands.omegaIm(b) * re + bands.omegaRe(b) * im, within(1e-14));
                assertThat(rate.toArrayIm()[c]).isCloseTo(bands.omegaIm(b) * im - bands.omegaRe(b) * re, within(1e-14));
            }
        }
    }

    /** Measures Omega of the fastest wave of one harmonic in a box and compares with the linear analysis. */
    private static double[] grow(final FlavorState state, final Environment environment, final double length,
        final int harmonic) {
        final BoxGrid grid = BoxGrid.line(2, length, 16);
        final int h = grid.index(0, 0, harmonic);
        final WaveVector k = grid.waveVector(h);
        final BandSet bands = new BandSolver(BandDetail.VECTORS).solve(Background.of(state, environment), k);
        final int band = bands.fastest();
        final BandVectors vectors = bands.vectors().orElseThrow();
        final double duration = FOLDINGS / bands.omegaIm(band);
        final BoxField start = BoxField.homogeneous(grid, state).plusWave(h, vectors.right(band), SEED);
        final QkeRun run = new QkeBox(environment, StepControl.adaptive(1e-14), 1e-9, false)
            .evolve(start, duration, 1, Progress.NONE);
        final double[] before = amplitude(vectors.left(band), start.wave(h));
        final double[] after = amplitude(vectors.left(band), run.last().wave(h));
        final double growth = Math.log(Math.hypot(after[0], after[1]) / Math.hypot(before[0], before[1])) / duration;
        final double turned = Math.atan2(before[1], before[0]) - Math.atan2(after[1], after[0]);
        final double expected = bands.omegaRe(band) * duration;
        final double frequency =
            (turned + 2 * Math.PI * Math.rint((expected - turned) / (2 * Math.PI))) / duration;
        assertThat(growth).isCloseTo(bands.omegaIm(band), within(1e-6 * bands.omegaIm(band)));
        assertThat(frequency).isCloseTo(bands.omegaRe(band), within(1e-6 * bands.omegaIm(band)));
        return new double[]{frequency, growth};
    }

    private static double[] amplitude(final WaveFunction left, final WaveFunction wave) {
        return new double[]{left.dotRe(wave), left.dotIm(wave)};
    }
}
