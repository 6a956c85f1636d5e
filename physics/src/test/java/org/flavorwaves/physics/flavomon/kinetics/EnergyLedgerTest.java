package org.flavorwaves.physics.flavomon.kinetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.complex.Complex;
import org.flavorwaves.physics.flavomon.AxialMedium;
import org.flavorwaves.physics.flavomon.DielectricTensor;
import org.flavorwaves.physics.flavomon.kinetics.occupation.FlavomonEnergy;
import org.flavorwaves.physics.flavomon.kinetics.occupation.FlavomonFrame;
import org.flavorwaves.physics.flavomon.kinetics.occupation.FlavomonHistory;
import org.flavorwaves.physics.flavomon.kinetics.occupation.FlavomonHistory.Outcome;
import org.flavorwaves.physics.flavomon.kinetics.occupation.FlavomonWave;
import org.flavorwaves.physics.flavomon.kinetics.occupation.NeutrinoOccupations;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.junit.jupiter.api.Test;

/** The energy ledger of both closures: (FR S27), and dissipated power (FR S35). */
class EnergyLedgerTest {
    private static final double FLUX = -4.0 / 3;

    private static final double DEPTH = 0.2;

    /** Beams with v = +-1 and +-0.5 that have growing longitudinal and transverse waves. */
    private static NeutrinoOccupations beams() {
        return ShallowCrossing.occupations(FlavorState.alongZ(MomentumModes.builder()
            .species(Species.NU, Species.NUBAR, Species.NU, Species.NUBAR).rings(1, -1, 0.5, -0.5)
            .weight(1, 0.5, 0.7, 0.4).build(), new double[]{1, 1, 1, 1}, new double[]{0.9, 0.8, 0.7, 0.6}));
    }

    private static FlavomonHistory quasiLinear(final double change, final double tolerance) {
        return new FlavomonKinetics(beams(), new TimeOptions(12, 4, tolerance, change, 1e-10, 100_000)).evolve(
            WaveNumberGrid.uniform(-4, 1, 30, 1), FlavomonOptions.quasiLinear(1e-4).withTransverse(), Progress.NONE);
    }

    /** sum g |e.V|^2 (Re omega - k v)/|omega - k v|^2 = e^m* g_mn e^n for every growing wave, of both sectors. */
    @Test
    void whatNeutrinosLoseIsWhatTheFieldGains() {
        final FlavomonOptions options = FlavomonOptions.quasiLinear(1e-3).withTransverse();
        final QuasiLinearSystem system =
            new QuasiLinearSystem(beams(), WaveNumberGrid.uniform(-4, 1, 30, 1), options);
        system.start(Progress.NONE);
        final double[] y = system.initial();
        system.evaluate(y, new double[y.length]);
        final EnergyRates rates = system.energyRates();
        assertThat(Math.abs(rates.kinetic())).isGreaterThan(1e-3);
        assertThat(Math.abs(rates.waves())).isGreaterThan(1e-4);
        assertThat(rates.kinetic() + rates.potential() + rates.waves())
            .isCloseTo(0, within(1e-13 * Math.abs(rates.kinetic())));
        assertThat(system.waves(y).stream().mapToDouble(FlavomonWave::power).sum())
            .isCloseTo(-rates.waves(), within(1e-13 * Math.abs(rates.waves())));
        assertThat(system.waves(y)).anyMatch(w -> w.branch().polarizations() == 2 && w.growth() > 0.01);
    }

    /** The ledger closes to the error of the steps, which falls with them. */
    @Test
    void quasiLinearLedgerCloses() {
        final double[] residual = new double[2];
        for (int run = 0; run < 2; run++) {
            final FlavomonHistory history = quasiLinear(run == 0 ? 0.01 : 0.002, run == 0 ? 1e-5 : 1e-7);
            final FlavomonEnergy last = history.last().energy();
            residual[run] = Math.abs(last.residual(history.frames().get(0).energy()));
            assertThat(Math.abs(last.kinetic())).isGreaterThan(0.05);
            assertThat(residual[run]).isLessThan((run == 0 ? 1e-4 : 4e-6) * Math.abs(last.kinetic()));
            assertThat(last.width()).isZero();
        }
        assertThat(residual[1]).isLessThan(0.2 * residual[0]);
    }

    /** With one wave number the neutrinos' kinetic energy is -K times half of what D^z has gained. */
    @Test
    void motionLosesTheMomentumOfTheWave() {
        final double wave = -1.4;
        final NeutrinoOccupations two = ShallowCrossing.occupations(FlavorState.alongZ(MomentumModes.builder()
            .species(Species.NU, Species.NUBAR).rings(1, -1).weight(1, 0.5).build(), new double[]{1, 1},
            new double[]{1, 1}));
        final FlavomonHistory history = new FlavomonKinetics(two, TimeOptions.until(8, 2)).evolve(
            WaveNumberGrid.uniform(wave - 1e-9, wave + 1e-9, 1, 1), FlavomonOptions.quasiLinear(1e5), Progress.NONE);
        final FlavomonFrame last = history.last();
        final double gained = (last.electron()[0] - 1) + 0.5 * (last.electron()[1] - 1);
        assertThat(gained).isLessThan(-0.1);
        assertThat(last.energy().kinetic()).isCloseTo(-wave * gained, within(1e-12));
        final double potential = last.energy().potential();
        final double beams = (2 * last.electron()[0] - 1) * 0.5 * (2 * last.electron()[1] - 1);
        assertThat(potential).as("D^m D_m/4 of two beams").isCloseTo(-beams, within(1e-12));
    }

    @Test
    void resonantLedgerClosesForBothSpecies() {
        final NeutrinoOccupations neutrinos =
            ShallowCrossing.occupations(new ShallowCrossing(24, DEPTH).bothSpecies());
        final double[] residual = new double[2];
        for (int run = 0; run < 2; run++) {
            final FlavomonHistory history = new FlavomonKinetics(neutrinos,
                new TimeOptions(60, 3, run == 0 ? 1e-4 : 1e-6, run == 0 ? 0.02 : 0.004, 1e-10, 100_000)).evolve(
                    WaveNumberGrid.uniform(1.75 - FLUX, 2.2 - FLUX, 10, 1e-4),
                    FlavomonOptions.resonant(0, true, 0.03), Progress.NONE);
            assertThat(history.outcome()).isEqualTo(Outcome.FINISHED);
            final FlavomonEnergy last = history.last().energy();
            residual[run] = Math.abs(last.residual(history.frames().get(0).energy()));
            assertThat(Math.abs(last.waves())).isGreaterThan(1e-3);
            assertThat(last.waves()).as("an energy with the sign of Omega").isCloseTo(history.last().waves().stream()
                .filter(w -> w.intensity() > 0).mapToDouble(w -> (w.omega() - density(history.last(), neutrinos))
                    * w.intensity() / w.renormalisation()).sum(), within(1e-13));
            assertThat(residual[run]).isLessThan((run == 0 ? 1e-2 : 1e-4) * Math.abs(last.waves()));
            assertThat(Math.abs(last.width())).isLessThan(0.1 * Math.abs(last.kinetic()));
        }
        assertThat(residual[1]).isLessThan(0.2 * residual[0]);
    }

    private static double density(final FlavomonFrame frame, final NeutrinoOccupations neutrinos) {
        double sum = 0;
        for (int i = 0; i < neutrinos.size(); i++) {
            sum += neutrinos.weight(i) * neutrinos.sign(i) * (frame.electron()[i] - frame.other()[i]);
        }
        return sum;
    }

    /** 2 Omega |A|^2 e^m* Im eps_mn e^n with the analytic tensor at the real frequency (FR S35). */
    @Test
    void powerIsThatOfTheImaginaryDielectricTensor() {
        final double depth = 0.1;
        final NeutrinoOccupations neutrinos =
            ShallowCrossing.occupations(new ShallowCrossing(64, depth).neutrinos());
        final FlavomonHistory history = new FlavomonKinetics(neutrinos, TimeOptions.until(0.1, 1)).evolve(
            WaveNumberGrid.uniform(1.78 - FLUX, 1.95 - FLUX, 4, 1e-4), FlavomonOptions.resonant(1, true, 0.03),
            Progress.NONE);
        final AxialMedium medium = AxialMedium.ofSeries(4.0 / 3 - depth * depth, -2, 2.0 / 3);
        int compared = 0;
        for (final FlavomonWave wave : history.frames().get(0).waves()) {
            if (wave.growth() > 0.01) {
                final DielectricTensor eps = medium.dielectricTensor(new Complex(wave.omega()), wave.shifted());
                final double time = -eps.get(0, 3).getReal();
                final double axis = eps.get(0, 0).getReal();
                final double dissipation = (time * time * eps.get(0, 0).getImaginary()
                    + 2 * time * axis * eps.get(0, 3).getImaginary() + axis * axis * eps.get(3, 3).getImaginary())
                    / (time * time + axis * axis);
                final double frequency = wave.omega() - 8.0 / 3 + 2 * depth * depth;
                final double expected = 2 * frequency * wave.intensity() * dissipation;
                assertThat(wave.power()).isCloseTo(expected, within(0.03 * Math.abs(expected)));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(2);
        assertThat(history.frames().get(0).energy().power()).isCloseTo(
            history.frames().get(0).waves().stream().mapToDouble(FlavomonWave::power).sum(), within(1e-16));
    }
}
