package org.flavorwaves.physics.qke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;

import org.flavorwaves.physics.numerics.eigen.EigenDecomposition;
import org.flavorwaves.physics.qke.field.BoxField;
import org.flavorwaves.physics.qke.field.BoxGrid;
import org.flavorwaves.physics.qke.field.BoxPerturbation;
import org.flavorwaves.physics.qke.field.Damping;
import org.flavorwaves.physics.qke.field.MatterProfile;
import org.flavorwaves.physics.qke.field.ThreeFlavorPerturbation;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.threeflavor.FlavorPair;
import org.flavorwaves.physics.threeflavor.ThreeFlavorEnvironment;
import org.flavorwaves.physics.threeflavor.ThreeFlavorField;
import org.flavorwaves.physics.threeflavor.ThreeFlavorState;
import org.flavorwaves.physics.threeflavor.waves.ThreeFlavorBands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ThreeFlavorBoxTest {
    private static final ThreeFlavorEnvironment MIXING = new ThreeFlavorEnvironment(0.59, 0.76, 0.15, 3.7, 0.8, 1);

    private static final StepControl FINE = StepControl.adaptive(1e-13);

    /** Five modes on the sphere or on rings, more than a lane has, with mu and tau unlike. */
    private static ThreeFlavorState state(final boolean axial, final double damping) {
        final int n = 5;
        final Species[] species = new Species[n];
        final double[][] v = new double[3][n];
        final double[] weight = new double[n];
        final double[] rate = new double[n];
        final double[] omega21 = new double[n];
        final double[] omega31 = new double[n];
        final double[][] rho = new double[n][];
        for (int i = 0; i < n; i++) {
            species[i] = i % 2 == 0 ? Species.NU : Species.NUBAR;
            final double c = 0.9 - 0.4 * i;
            final double s = Math.sqrt(1 - c * c);
            v[0][i] = axial ? 0 : s * Math.cos(i);
            v[1][i] = axial ? 0 : s * Math.sin(i);
            v[2][i] = c;
            weight[i] = 1 - 0.1 * i;
            rate[i] = damping * i;
            omega21[i] = 0.05 * (1 + i);
            omega31[i] = 1.5 / (1 + i);
            rho[i] = new double[]{0.6 - 0.1 * i, 0.3, 0.2 + 0.05 * i, 0.02, 0.01 * i, -0.01, 0.02, 0.03, 0.01};
        }
        return new ThreeFlavorState(MomentumModes.builder().species(species).velocity(v[0], v[1], v[2]).weight(weight)
            .depolarization(rate).build(), omega21, omega31, rho);
    }

    private static ThreeFlavorBox box(final ThreeFlavorState state, final ThreeFlavorEnvironment environment,
        final Damping damping, final StepControl control) {
        return new ThreeFlavorBox(state, environment, damping, control, 1e-6, true);
    }

    /** A homogeneous box obeys the equation of the 32 collective numbers. */
    @Test
    void aHomogeneousBoxHasTheRateOfTheCollectiveNumbers() {
        final ThreeFlavorState state = state(false, 0);
        final double[] p = state.vectors();
        final double[] expected = new double[p.length];
        new ThreeFlavorField(state, MIXING).rate(p, new double[p.length], expected);
        final BoxField rate = box(state, MIXING, Damping.COHERENCE, FINE)
            .derivative(ThreeFlavorPerturbation.homogeneous(BoxGrid.line(2, 5, 6), state));
        assertThat(rate.meanVectors()).containsExactly(expected, within(1e-15));
        assertThat(rate.power(0, 1)).isLessThan(1e-30);
    }

    /** The rate of every harmonic of a wave is that of the linear operator. */
    @Test
    void aSmallWaveChangesByTheLinearOperator() {
        final ThreeFlavorState state = state(false, 0.1);
        final BoxGrid grid = BoxGrid.line(2, 5, 16);
        final int h = grid.index(0, 0, 2);
        final double[] re = new double[8 * state.size()];
        final double[] im = new double[re.length];
        Arrays.setAll(re, c -> Math.sin(3 * c + 1));
        Arrays.setAll(im, c -> Math.cos(2 * c));
        final double small = 1e-5;
        final BoxField rate = box(state, MIXING, Damping.LENGTH, FINE)
            .derivative(ThreeFlavorPerturbation.homogeneous(grid, state).plusWave(h, re, im, small));
        final var operator = new ThreeFlavorBands(state, MIXING).operator(grid.waveVector(h));
        for (int r = 0; r < re.length; r++) {
            double x = 0;
            double y = 0;
            for (int c = 0; c < re.length; c++) {
                x += operator.re(r, c) * re[c] - operator.im(r, c) * im[c];
                y += operator.re(r, c) * im[c] + operator.im(r, c) * re[c];
            }
            assertThat(rate.re(r / 8, r % 8, h)).isCloseTo(small * y, within(1e-15));
            assertThat(rate.im(r / 8, r % 8, h)).isCloseTo(-small * x, within(1e-15));
        }
    }

    /** The fastest wave of a flavor state grows as its eigenvalue says, to 1e-6. */
    @Test
    void theLinearStageGrowsAsTheEigenvalue() {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NUBAR).rings(1, -1)
            .weight(1, 0.8).build();
        final ThreeFlavorState beams = new ThreeFlavorState(modes, new double[2], new double[2], new double[][]{
            {0.6, 0.2, 0.1, 0, 0, 0, 0, 0, 0}, {0.3, 0.25, 0.05, 0, 0, 0, 0, 0, 0}});
        final ThreeFlavorEnvironment matter = new ThreeFlavorEnvironment(0, 0, 0, 0, 1.5, 1);
        final BoxGrid grid = BoxGrid.line(2, 2 * Math.PI / 0.4, 16);
        final int h = grid.index(0, 0, 1);
        final BoxField start = ThreeFlavorPerturbation.fastest(grid, beams, matter, h, 1e-7, Progress.NONE);
        final BoxRun<ThreeFlavorSample> run =
            box(beams, matter, Damping.COHERENCE, FINE).evolveBy(start, 2, 2, Progress.NONE);
        final EigenDecomposition waves =
            new ThreeFlavorBands(beams, matter).solve(grid.waveVector(h), false, Progress.NONE);
        double growth = 0;
        for (int b = 0; b < waves.size(); b++) {
            growth = Math.max(growth, waves.im(b));
        }
        assertThat(growth).isCloseTo(0.5567764363, within(1e-9));
        final double rate = Math.log(run.last().power(0, h) / start.power(0, h)) / 2 / 4;
        assertThat(rate).isCloseTo(growth, within(1e-6 * growth));
    }

    /** The same of a state with coherence between all flavors, by the rate of change of the wave at the start. */
    @Test
    void theFastestWaveOfACoherentStateGrowsAsTheEigenvalue() {
        final ThreeFlavorState state = state(false, 0);
        final BoxGrid grid = BoxGrid.line(2, 5, 16);
        final int h = grid.index(0, 0, 1);
        final double small = 1e-5;
        final BoxField start = ThreeFlavorPerturbation.fastest(grid, state, MIXING, h, small, Progress.NONE);
        final BoxField rate = box(state, MIXING, Damping.COHERENCE, FINE).derivative(start);
        final EigenDecomposition waves =
            new ThreeFlavorBands(state, MIXING).solve(grid.waveVector(h), false, Progress.NONE);
        double growth = 0;
        for (int b = 0; b < waves.size(); b++) {
            growth = Math.max(growth, waves.im(b));
        }
        double power = 0;
        double change = 0;
        for (int i = 0; i < state.size(); i++) {
            power += start.power(i, h);
            for (int a = 0; a < 8; a++) {
                change += start.re(i, a, h) * rate.re(i, a, h) + start.im(i, a, h) * rate.im(i, a, h);
            }
        }
        assertThat(growth).isGreaterThan(0.01);
        assertThat(power).isCloseTo(small * small, within(1e-15 * small));
        assertThat(change / power).isCloseTo(growth, within(1e-9));
    }

    private static FlavorState tilted() {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NUBAR, Species.NU)
            .velocity(new double[]{0.6, 0, 0.48}, new double[]{0, 0.8, 0.6}, new double[]{0.8, -0.6, 0.64})
            .weight(1, 0.8, 0.5).omega(0.3, 0.2, -0.7).depolarization(0.05, 0, 0.2).build();
        return new FlavorState(modes, new double[]{0.9, 0.8, 0.6}, new double[]{0.3, -0.2, 0.1},
            new double[]{0.1, 0.3, -0.2}, new double[]{0.5, -0.4, 0.3});
    }

    /** The whole evolution of a box of two flavors, with waves, mixing, matter and damping, in a pair of the three. */
    @ParameterizedTest
    @EnumSource(names = {"E_MU", "E_TAU"})
    void twoFlavorsEvolveAsTheyDoAlone(final FlavorPair pair) {
        final double theta = 0.3;
        final BoxGrid grid = BoxGrid.line(2, 6, 18);
        final BoxField start = BoxPerturbation.random(grid, tilted(), 0.1, 3, 5);
        final StepControl steps = StepControl.fixed(0.02);
        final MatterProfile profile = new MatterProfile(0.5, 0, -0.5, 0);
        final BoxField two = new QkeBox(new Environment(theta, 0.7, 1), Damping.COHERENCE, steps, 1, false)
            .withMatter(profile).evolveBy(start, 1, 2, Progress.NONE).last();
        final ThreeFlavorState state = ThreeFlavorState.embed(tilted(), pair);
        final ThreeFlavorEnvironment mixing = new ThreeFlavorEnvironment(pair == FlavorPair.E_MU ? theta : 0, 0,
            pair == FlavorPair.E_TAU ? theta : 0, 0, 0.7, 1);
        final BoxField three = box(state, mixing, Damping.COHERENCE, steps).withMatter(profile)
            .evolveBy(ThreeFlavorPerturbation.embed(start, pair), 1, 2, Progress.NONE).last();
        final BoxField expected = ThreeFlavorPerturbation.embed(two, pair);
        double moved = 0;
        for (int i = 0; i < 3; i++) {
            assertThat(Math.sqrt(three.meanSquareDistance(expected, i))).isLessThan(1e-12);
            moved = Math.max(moved, three.meanSquareDistance(ThreeFlavorPerturbation.embed(start, pair), i));
        }
        assertThat(moved).isGreaterThan(0.01);
    }

    /** Equal mu and tau that start alike stay one flavor, whose box is that of two flavors. */
    @Test
    void equalMuAndTauEvolveAsOneFlavor() {
        final double theta = 0.3;
        final double theta23 = 0.76;
        final BoxGrid grid = BoxGrid.line(2, 6, 18);
        final FlavorState state = new FlavorState(tilted().modes().toBuilder().depolarization(new double[3]).build(),
            tilted().traces(), tilted().pxs(), tilted().pys(), tilted().pzs());
        final BoxField start = BoxPerturbation.random(grid, state, 0.1, 3, 5);
        final StepControl steps = StepControl.fixed(0.02);
        final BoxField two = new QkeBox(new Environment(theta, 0.7, 1), steps, 1, false)
            .evolveBy(start, 1, 2, Progress.NONE).last();
        final double[][][] p = {start.values(0), start.values(1), start.values(2)};
        final double[][][] rho = new double[9][3][grid.points()];
        final double[][] mean = new double[3][9];
        for (int i = 0; i < 3; i++) {
            for (int q = 0; q < grid.points(); q++) {
                final double[] here =
                    FlavorPair.E_TAU.rho(start.trace(i), p[0][i][q], p[1][i][q], p[2][i][q]);
                here[1] = 0.1;
                final double[] turned = turned(here, theta23);
                for (int e = 0; e < 9; e++) {
                    rho[e][i][q] = turned[e];
                    mean[i][e] += turned[e] / grid.points();
                }
            }
        }
        final ThreeFlavorState three = new ThreeFlavorState(
            state.modes().toBuilder().omega(new double[3]).build(), new double[3], state.modes().omegas(), mean);
        final ThreeFlavorEnvironment mixing = new ThreeFlavorEnvironment(0, theta23, theta, 0, 0.7, 1);
        final BoxField end = box(three, mixing, Damping.COHERENCE, steps)
            .evolveBy(ThreeFlavorPerturbation.ofPoints(grid, three, rho), 1, 2, Progress.NONE).last();
        final double[][][] values = {end.values(2), end.values(7)};
        final double[][] pz = two.values(2);
        for (int i = 0; i < 3; i++) {
            for (int q = 0; q < grid.points(); q++) {
                final double electron = three.trace(i) / 3 + (values[0][i][q] + values[1][i][q] / Math.sqrt(3)) / 2;
                assertThat(electron).isCloseTo((two.trace(i) + pz[i][q]) / 2, within(1e-12));
            }
        }
    }

    /** The same density matrix where the last two flavors are turned by an angle, as the mixing matrix has it. */
    private static double[] turned(final double[] r, final double angle) {
        final double c = Math.cos(angle);
        final double s = Math.sin(angle);
        return new double[]{r[0], c * c * r[1] + s * s * r[2] + 2 * c * s * r[7],
            s * s * r[1] + c * c * r[2] - 2 * c * s * r[7], c * r[3] + s * r[5], c * r[4] + s * r[6],
            c * r[5] - s * r[3], c * r[6] - s * r[4], (c * c - s * s) * r[7] + c * s * (r[2] - r[1]), r[8]};
    }

    /** Mixing and matter alone: any step is exact, and the same whether they turn exactly or by the torque. */
    @Test
    void externalTermsAreExactInAnyStep() {
        final ThreeFlavorState state = state(true, 0);
        final ThreeFlavorEnvironment alone = MIXING.withSelfInteraction(0);
        final BoxGrid grid = BoxGrid.line(2, 5, 12);
        final BoxField start = ThreeFlavorPerturbation.random(grid, state, 0.1, 3, 4);
        final BoxRun<ThreeFlavorSample> coarse =
            box(state, alone, Damping.COHERENCE, StepControl.fixed(5)).evolveBy(start, 20, 1, Progress.NONE);
        final BoxRun<ThreeFlavorSample> fine =
            box(state, alone, Damping.COHERENCE, StepControl.fixed(0.5)).evolveBy(start, 20, 1, Progress.NONE);
        for (int i = 0; i < state.size(); i++) {
            assertThat(Math.sqrt(coarse.last().meanSquareDistance(fine.last(), i))).isLessThan(1e-12);
        }
        final BoxField rate = box(state, alone, Damping.COHERENCE, FINE).derivative(start);
        final double dt = 1e-4;
        final BoxField after = box(state, alone, Damping.COHERENCE, FINE).evolveBy(start, dt, 1, Progress.NONE).last();
        final BoxField before = box(state, alone, Damping.COHERENCE, FINE)
            .evolveBy(start, 2 * dt, 1, Progress.NONE).last();
        for (int h = 0; h < grid.harmonics(); h++) {
            for (int c = 0; c < 8 * state.size(); c++) {
                final double slope = (4 * after.re(c / 8, c % 8, h) - before.re(c / 8, c % 8, h)
                    - 3 * start.re(c / 8, c % 8, h)) / (2 * dt);
                assertThat(slope).isCloseTo(rate.re(c / 8, c % 8, h), within(1e-6));
            }
        }
    }

    /** Constant matter: survival and conversion against the exponential of the 3 x 3 matrices from elsewhere. */
    @Test
    void constantMatterConvertsAsTheExactExponential() {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NUBAR).rings(1, 1)
            .weight(0, 0).build();
        final ThreeFlavorState state = new ThreeFlavorState(modes, new double[]{0.07, 0.07},
            new double[]{1.9, 1.9}, new double[][]{{1, 0, 0, 0, 0, 0, 0, 0, 0}, {0, 1, 0, 0, 0, 0, 0, 0, 0}});
        final BoxRun<ThreeFlavorSample> run = box(state, MIXING, Damping.COHERENCE, FINE)
            .evolveBy(ThreeFlavorPerturbation.homogeneous(BoxGrid.line(2, 1, 1), state), 5, 1, Progress.NONE);
        final ThreeFlavorState end = run.samples().get(1).mean();
        final double[][] expected = EXACT;
        for (int i = 0; i < 2; i++) {
            for (int f = 0; f < 3; f++) {
                assertThat(end.occupation(i, f)).isCloseTo(expected[i][f], within(1e-10));
            }
        }
    }

    /** Probabilities after t = 5 of nu_e and nubar_mu, by the exponential of another program. */
    private static final double[][] EXACT = {{0.97300136738887, 0.01921946187352, 0.00777917073761},
        {0.00827746249157, 0.01726104392810, 0.97446149358033}};

    /** With the nu-nu term alone the eight sums, the lengths and the eigenvalues of all density matrices stay. */
    @Test
    void sumsLengthsAndEigenvaluesStay() {
        final ThreeFlavorState state = state(false, 0);
        final ThreeFlavorState fast = new ThreeFlavorState(state.modes(), new double[5], new double[5],
            new double[][]{state.rho(0), state.rho(1), state.rho(2), state.rho(3), state.rho(4)});
        final BoxField start = ThreeFlavorPerturbation.random(BoxGrid.line(2, 8, 96), fast, 0.05, 3, 4);
        final BoxRun<ThreeFlavorSample> run = box(fast, ThreeFlavorEnvironment.FAST, Damping.COHERENCE,
            StepControl.adaptive(1e-11)).withTwin(1e12).evolveBy(start, 1, 4, Progress.NONE);
        final ThreeFlavorSample last = run.samples().get(4);
        assertThat(last.leptonError()).isLessThan(1e-10);
        assertThat(last.lengthError()).isLessThan(1e-9);
        assertThat(last.determinantError()).isLessThan(1e-9);
        assertThat(last.tail()).isLessThan(1e-10);
        assertThat(run.sensitivity()).isPresent();
        double moved = 0;
        for (int i = 0; i < 5; i++) {
            moved = Math.max(moved, start.meanSquareDistance(run.last(), i));
            assertThat(last.mean().trace(i)).isCloseTo(fast.trace(i), within(1e-14));
        }
        assertThat(moved).isGreaterThan(1e-3);
    }

    /** With mixing and matter nothing is conserved but the lengths; with matter alone the flavors are. */
    @Test
    void chargesAreThoseThatTheExternalTermsLeave() {
        final ThreeFlavorState state = state(true, 0);
        final BoxField start = ThreeFlavorPerturbation.wave(BoxGrid.line(2, 8, 16), state, 1, 0.01);
        assertThat(box(state, MIXING, Damping.COHERENCE, FINE).evolveBy(start, 0.1, 1, Progress.NONE).samples().get(1)
            .leptonError()).isNaN();
        final ThreeFlavorEnvironment matter = new ThreeFlavorEnvironment(0, 0, 0, 0, 2, 1);
        final BoxRun<ThreeFlavorSample> run =
            box(state, matter, Damping.COHERENCE, FINE).evolveBy(start, 1, 1, Progress.NONE);
        assertThat(run.samples().get(1).leptonError()).isLessThan(1e-12);
        assertThat(run.broken()).isEmpty();
    }

    @Test
    void whatTheBoxDoesNotKnowIsRefused() {
        final ThreeFlavorState state = state(true, 0);
        assertThatThrownBy(() -> new ThreeFlavorBox(state, MIXING, Damping.COHERENCE, FINE, 0, false))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("tolerance");
        assertThatThrownBy(() -> ThreeFlavorPerturbation.random(BoxGrid.line(2, 5, 12), state, 2, 3, 4))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("amplitude");
    }
}
