package org.flavorwaves.physics.kinetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;

import org.flavorwaves.physics.kinetics.waves.FlavorViscosity;
import org.flavorwaves.physics.kinetics.waves.SecularTerm;
import org.flavorwaves.physics.kinetics.waves.SecularWindow;
import org.flavorwaves.physics.kinetics.waves.WaveBasis;
import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.BackgroundStructure;
import org.flavorwaves.physics.linear.WaveFunction;
import org.flavorwaves.physics.qke.BoxSample;
import org.flavorwaves.physics.qke.QkeBox;
import org.flavorwaves.physics.qke.StepControl;
import org.flavorwaves.physics.qke.field.BoxField;
import org.flavorwaves.physics.qke.field.BoxGrid;
import org.flavorwaves.physics.qke.field.BoxPerturbation;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.FlavorState;
import org.junit.jupiter.api.Test;

/**
 * The kinetics against the resolved equation of the same box: right-hand sides, and weakly unstable, non-aligned mixing
 * equilibria with vacuum mixing and matter through growth, depolarization, saturation and the way back.
 */
class ResolvedBoxTest {
    private static final int WAVES = 4;

    /** Keeps the harmonics |n| &lt;= 4. */
    private static final int POINTS = 15;

    private static final InitialWaves START = InitialWaves.randomTilts(1e-3, 7);

    private static WaveBasis basis(final Background background) {
        return WaveBasis.of(background, KineticsChecks.box(12, WAVES), Progress.NONE);
    }

    private static KineticsResult evolve(final Background background, final SecularWindow window,
        final Transfer transfer, final double duration, final int intervals) {
        final double[] times = new double[intervals + 1];
        for (int t = 0; t <= intervals; t++) {
            times[t] = duration * t / intervals;
        }
        return new FlavorWaveKinetics(KineticsOptions.DEFAULT.withAccuracy(1e-6, 0.02).withWindow(window)
            .withTransfer(transfer).withBounds(1, 1L << 30)).evolve(background.state(), background.environment(),
            KineticsChecks.box(12, WAVES), START, times, 0, Progress.NONE);
    }

    /** The largest difference of the |P_i| at a time, relative to the |P_i| at the start. */
    private static double distance(final KineticsResult result, final List<BoxSample> box, final int time) {
        final FlavorState start = box.get(0).mean();
        double worst = 0;
        for (int i = 0; i < start.size(); i++) {
            worst = Math.max(worst, Math.abs(result.samples().get(time).state().length(i)
                - box.get(time).mean().length(i)) / start.length(i));
        }
        return worst;
    }

    /** An infinite window is the full nonlinear term, and the viscosity the depolarization of the box. */
    @Test
    void infiniteWindowIsTheRightHandSideOfTheBox() {
        final WaveBasis basis = basis(KineticsChecks.equilibrium(5, 2));
        final double[] phi = KineticsChecks.amplitudes(basis, new Random(3));
        for (int c = 0; c < phi.length; c++) {
            phi[c] *= 0.02;
        }
        final double[] nonlinear = new double[phi.length];
        new SecularTerm(basis, Double.POSITIVE_INFINITY).evaluate(phi, nonlinear);
        BoxField field = BoxField.homogeneous(BoxGrid.line(2, 12, POINTS), basis.state());
        for (int n = 1; n <= WAVES; n++) {
            field = field.plusWave(field.grid().index(0, 0, n), basis.wave(phi, n), 1);
        }
        final BoxField rate = new QkeBox(basis.background().environment(), StepControl.adaptive(1e-9), 1, false)
            .derivative(field);
        for (int n = 1; n <= WAVES; n++) {
            final double[][] kinetic = KineticsChecks.derivative(basis, phi, nonlinear, n);
            final WaveFunction box = rate.wave(field.grid().index(0, 0, n));
            for (int c = 0; c < kinetic.length; c++) {
                assertThat(kinetic[c][0]).isCloseTo(box.re(c / 3, c % 3), within(1e-10 * box.norm()));
                assertThat(kinetic[c][1]).isCloseTo(box.im(c / 3, c % 3), within(1e-10 * box.norm()));
            }
        }
        final double[] shrinking = new double[5];
        new FlavorViscosity(basis, Double.POSITIVE_INFINITY).depolarization(phi, shrinking);
        for (int i = 0; i < 5; i++) {
            final FlavorState s = basis.state();
            final double box = (s.px(i) * rate.re(i, 0, 0) + s.py(i) * rate.re(i, 1, 0)
                + s.pz(i) * rate.re(i, 2, 0)) / s.length(i);
            assertThat(-shrinking[i]).isCloseTo(box, within(1e-10 * rate.wave(0).norm()));
        }
    }

    /**
     * Growth, depolarization of one mode to 37 %, saturation and return, with the windows and transfers. Background
     * steps of a tenth have the same distances to 3e-4: what is left is that of a mean in equilibrium.
     */
    @Test
    void weakInstabilityFollowsTheBox() {
        final Background background = KineticsChecks.equilibrium(5, 2);
        final List<BoxSample> box = KineticsChecks.resolved(basis(background), START, POINTS, 320, 8);
        assertThat(box.get(5).mean().length(0) / box.get(0).mean().length(0)).isCloseTo(0.369, within(0.001));
        final KineticsResult full = evolve(background, SecularWindow.INFINITE, Transfer.PROJECT, 320, 8);
        final KineticsResult secular = evolve(background, SecularWindow.AUTO, Transfer.PROJECT, 320, 8);
        final double[] bounds = {1e-9, 1e-7, 1e-6, 1e-6, 2e-5, 1e-3, 1e-3, 4e-3, 5e-4};
        final double[] secularBounds = {1e-9, 1e-5, 1e-5, 2e-5, 1e-4, 2e-3, 4e-3, 1e-3, 2e-4};
        for (int t = 0; t < bounds.length; t++) {
            assertThat(distance(full, box, t)).as("t = %s", 40 * t).isLessThan(bounds[t]);
            assertThat(distance(secular, box, t)).as("t = %s", 40 * t).isLessThan(secularBounds[t]);
        }
        assertThat(full.last().monitors().lengthDrift()).isLessThan(1e-5);
        assertThat(secular.last().monitors().lengthDrift()).isLessThan(1e-5);
        assertThat(secular.delta()).isLessThan(0.5);
    }

    /**
     * Amplitudes that follow their bands agree as long as the wave grows, and then fail: growth ends at an exceptional
     * point, where bands meet and following them has no meaning. The second identity tells.
     */
    @Test
    void followingBandsFailsAtTheEndOfGrowth() {
        final Background background = KineticsChecks.equilibrium(5, 2);
        final List<BoxSample> box = KineticsChecks.resolved(basis(background), START, POINTS, 240, 3);
        final KineticsResult result = evolve(background, SecularWindow.INFINITE, Transfer.FOLLOW, 240, 3);
        assertThat(distance(result, box, 1)).isLessThan(2e-5);
        assertThat(distance(result, box, 2)).isLessThan(2e-3);
        assertThat(distance(result, box, 3)).isGreaterThan(0.1);
        assertThat(result.last().monitors().lengthDrift()).isGreaterThan(0.01);
    }

    /** Without matter the equilibrium precesses about the mass axis and carries its waves with it. */
    @Test
    void coRotatingEquilibriumFollowsTheBox() {
        final Background background = KineticsChecks.rotating(5, 4, 1, 1, 1, -1, 1);
        assertThat(background.structure()).isEqualTo(BackgroundStructure.GENERAL);
        final List<BoxSample> box = KineticsChecks.resolved(basis(background), START, POINTS, 80, 4);
        final KineticsResult result = evolve(background, SecularWindow.INFINITE, Transfer.PROJECT, 80, 4);
        assertThat(result.background().structure()).isEqualTo(BackgroundStructure.EQUILIBRIUM);
        assertThat(1 - box.get(4).mean().length(3) / box.get(0).mean().length(3)).isGreaterThan(0.01);
        for (int t = 1; t <= 4; t++) {
            assertThat(distance(result, box, t)).isLessThan(2e-4);
        }
        assertThat(result.last().monitors().leptonDrift()).isLessThan(1e-3);
    }

    /** In dense matter waves oscillate fast, which costs the box its steps but not the secular kinetics. */
    @Test
    void denseMatterTakesNoMoreSteps() {
        final Background background = KineticsChecks.equilibrium(5, 3, 30);
        final List<BoxSample> box = KineticsChecks.resolved(basis(background), START, POINTS, 75, 5);
        final KineticsResult secular = evolve(background, SecularWindow.AUTO, Transfer.PROJECT, 75, 5);
        assertThat(box.get(5).mean().length(3) / box.get(0).mean().length(3)).isLessThan(0.4);
        for (int t = 1; t <= 4; t++) {
            assertThat(distance(secular, box, t)).isLessThan(5e-3);
        }
        assertThat(distance(secular, box, 5)).isLessThan(0.03);
        assertThat(secular.steps()).isLessThan(1500);
    }

    /** The waves of a field are its harmonics, whatever the number of points, so both theories can start alike. */
    @Test
    void wavesAreTakenFromAField() {
        final WaveBasis basis = basis(KineticsChecks.equilibrium(5, 2));
        final BoxField field =
            BoxPerturbation.random(BoxGrid.line(2, 12, POINTS), basis.state(), 1e-3, WAVES, 9);
        final double[] phi = basis.expand(KineticsChecks.start(basis, InitialWaves.ofField(field)));
        for (int n = 1; n <= WAVES; n++) {
            assertThat(basis.wave(phi, n).toArrayRe()).containsExactly(
                field.wave(field.grid().index(0, 0, n)).toArrayRe(), within(1e-15));
        }
        final BoxField finer = BoxPerturbation.random(BoxGrid.line(2, 12, 48), basis.state(), 1e-3, WAVES, 9);
        assertThat(basis.expand(KineticsChecks.start(basis, InitialWaves.ofField(finer))))
            .containsExactly(phi, within(1e-8));
        final BoxField longer = BoxPerturbation.random(BoxGrid.line(2, 13, 48), basis.state(), 1e-3, WAVES, 9);
        assertThatThrownBy(() -> KineticsChecks.start(basis, InitialWaves.ofField(longer)))
            .hasMessageContaining("length 12");
    }
}
