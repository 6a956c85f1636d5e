package org.flavorwaves.physics.kinetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;

import org.flavorwaves.physics.kinetics.waves.WaveBasis;
import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.WaveFunction;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Absorption;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.state.WaveVector;
import org.junit.jupiter.api.Test;

/** What an evolution is measured against. */
class WaveObserverTest {
    private static MomentumModes.Builder modes() {
        return MomentumModes.builder().species(Species.NU, Species.NUBAR).rings(1, -1).weight(2, 0.5);
    }

    private static FlavorState state(final MomentumModes modes, final double first, final double second) {
        return FlavorState.alongZ(modes, new double[]{1, 1}, new double[]{first, second});
    }

    /** In units of sum w |P| at the start; a gas without external terms. */
    @Test
    void leptonDriftIsAShareOfAllPolarization() {
        final MomentumModes modes = modes().build();
        final WaveObserver observer =
            new WaveObserver(state(modes, 0.5, 0.4), Environment.FAST, true, new double[]{0.6, 0.8});
        assertThat(observer.leptonDrift(state(modes, 0.4, 0.5), 3))
            .isCloseTo(0.25 / (2 * 0.6 + 0.5 * 0.8), within(1e-15));
    }

    /** |P|^2 of mean and waves falls by exp(-2 D t), in units of the largest at the start. */
    @Test
    void lengthDriftIsTheWorstOfAllModes() {
        final MomentumModes modes = modes().depolarization(0.1, 0.3).build();
        final WaveObserver observer =
            new WaveObserver(state(modes, 0.5, 0.4), Environment.FAST, true, new double[]{0.6, 0.8});
        final double[] squares = {0.1, 0.2};
        final double[] lengths = {0.45, 0.35};
        final double first = 0.36 * Math.exp(-0.4) - 0.3025;
        final double second = 0.64 * Math.exp(-1.2) - 0.3225;
        assertThat(second).isNegative();
        assertThat(-second).isGreaterThan(Math.abs(first));
        assertThat(observer.lengthDrift(squares, lengths, modes, 2)).isCloseTo(-second / 0.64, within(1e-15));
        observer.keep(new double[]{0.5, 0.6}, new double[]{0.2, 0.13});
        assertThat(observer.lengthDrift(squares, lengths, modes, 2))
            .isCloseTo((0.3225 - 0.49 * Math.exp(-1.2)) / 0.64, within(1e-15));
        assertThat(observer.lengthDrift(squares, lengths, modes().absorption(new Absorption(new double[]{0.2, 0.2},
            new double[]{1, 1}, new double[2], new double[2], new double[2])).build(), 2)).isNaN();
    }

    /** Waves n and -n count alike. */
    @Test
    void squaresOfAllWaves() {
        final WaveFunction[] waves = {
            new WaveFunction(new double[]{1, 2, 0, 0, 0, 0.5}, new double[]{0, 3, 1, 0, 2, 0}),
            new WaveFunction(new double[]{0, 0, 4, 0, 0, 0}, new double[]{0, 0, 0, 0, 0, 3})};
        assertThat(WaveObserver.waveSquares(waves, 2)).containsExactly(2 * (15 + 16), 2 * (4.25 + 9));
    }

    /** The identity holds on any basis; without waves there is nothing to measure. */
    @Test
    void viscosityIsThatOfGrowthRates() {
        final WaveBasis basis =
            WaveBasis.of(KineticsChecks.equilibrium(5, 3), KineticsChecks.box(7, 2), Progress.NONE);
        final double[] phi = KineticsChecks.amplitudes(basis, new Random(5));
        assertThat(WaveObserver.viscosityResidual(basis, 0.4, phi)).isLessThan(1e-12);
        assertThat(WaveObserver.viscosityResidual(basis, 0.4, new double[phi.length])).isNaN();
    }

    /** dP_n/dt + (i v.k_n + D) P_n of the equation summed mode by mode, also with collisions. */
    @Test
    void torqueIsThatOfTheSums() {
        final FlavorState damped = FlavorState.alongZ(MomentumModes.builder()
            .species(Species.NU, Species.NUBAR, Species.NU).rings(0.9, -0.7, 0.2).weight(1, 0.8, 0.6)
            .depolarization(0.1, 0.3, 0.2).build(), new double[]{1, 1, 1}, new double[]{0.9, 0.5, 0.7});
        for (final Background background : new Background[]{KineticsChecks.equilibrium(5, 3),
            Background.of(damped, Environment.FAST)}) {
            final WaveBasis basis = WaveBasis.of(background, KineticsChecks.box(7, 2), Progress.NONE);
            final double[] phi = KineticsChecks.amplitudes(basis, new Random(5));
            final double[][][] p = KineticsChecks.components(basis, phi);
            final double[][][] rates = KineticsChecks.direct(basis, p);
            double worst = 0;
            for (int n = 1; n <= 2; n++) {
                final WaveVector k = basis.box().k(n);
                for (int i = 0; i < background.state().size(); i++) {
                    final MomentumModes modes = background.state().modes();
                    final double vk = k.dot(modes.vx(i), modes.vy(i), modes.vz(i));
                    double square = 0;
                    for (int c = 3 * i; c < 3 * i + 3; c++) {
                        final double[] wave = p[2 + n][c];
                        final double re = rates[2 + n][c][0] - vk * wave[1] + modes.depolarization(i) * wave[0];
                        final double im = rates[2 + n][c][1] + vk * wave[0] + modes.depolarization(i) * wave[1];
                        square += re * re + im * im;
                    }
                    worst = Math.max(worst, Math.sqrt(square));
                }
            }
            final WaveFunction[] waves = basis.waves(phi);
            assertThat(WaveObserver.waveTorque(background, basis.box(), waves,
                KineticsChecks.products(basis).of(waves))).isCloseTo(worst, within(1e-11 * worst));
        }
    }

    /** Crossed beams, torque 4 of 4, beside parallel ones, 0 of 1. */
    @Test
    void torqueShareIsThatOfAllWaves() {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NU).rings(1, -1)
            .weight(1, 1).build();
        final WaveFunction crossed = new WaveFunction(new double[]{1, 0, 0, 0, 1, 0}, new double[6]);
        final WaveFunction parallel = new WaveFunction(new double[]{0.5, 0, 0, 0.5, 0, 0}, new double[6]);
        assertThat(WaveObserver.torqueShare(modes, new WaveFunction[]{crossed, parallel}))
            .isCloseTo(0.8, within(1e-15));
        assertThat(WaveObserver.torqueShare(modes, new WaveFunction[0])).isNaN();
    }

    /** Im (1 + 2i)(3 - 4i)/5 = 0.4; |N| of a band without amplitude; the worst of all. */
    @Test
    void drivingIsThePartOutOfPhase() {
        assertThat(WaveObserver.waveDriving(new double[]{3, 4}, new double[]{1, 2})).isCloseTo(0.4, within(1e-15));
        assertThat(WaveObserver.waveDriving(new double[]{3, 4, 0, 0}, new double[]{1, 2, 0.3, -0.4}))
            .isCloseTo(0.5, within(1e-15));
        assertThat(WaveObserver.waveDriving(new double[]{3, 4, 0, 0}, new double[]{1, 2, 0.1, 0}))
            .isCloseTo(0.4, within(1e-15));
    }
}
