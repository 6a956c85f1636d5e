package org.flavorwaves.physics.qke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.bands.BandDetail;
import org.flavorwaves.physics.linear.bands.BandSet;
import org.flavorwaves.physics.linear.bands.BandSolver;
import org.flavorwaves.physics.qke.field.BoxField;
import org.flavorwaves.physics.qke.field.BoxGrid;
import org.flavorwaves.physics.qke.field.BoxPerturbation;
import org.flavorwaves.physics.qke.field.ThreeFlavorPerturbation;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.threeflavor.FlavorPair;
import org.junit.jupiter.api.Test;

/** How runs start. */
class BoxPerturbationTest {
    private static final BoxGrid GRID = new BoxGrid(new double[]{3, 3, 5}, new int[]{1, 30, 40});

    /** The tilt is across P, of the given size, and keeps |P| everywhere. */
    @Test
    void randomTiltsKeepLengths() {
        final FlavorState state = BoxStates.random(4, 5, false, false);
        final BoxField field = BoxPerturbation.random(GRID, state, 1e-3, 2, 7);
        final double[][][] p = {field.values(0), field.values(1), field.values(2)};
        for (int i = 0; i < 4; i++) {
            double tilt = 0;
            for (int q = 0; q < GRID.points(); q++) {
                final double length = Math.sqrt(p[0][i][q] * p[0][i][q] + p[1][i][q] * p[1][i][q]
                    + p[2][i][q] * p[2][i][q]);
                assertThat(length).isCloseTo(state.length(i), within(1e-10));
                final double dx = p[0][i][q] - state.px(i);
                final double dy = p[1][i][q] - state.py(i);
                final double dz = p[2][i][q] - state.pz(i);
                tilt += (dx * dx + dy * dy + dz * dz) / (GRID.points() * state.length(i) * state.length(i));
            }
            assertThat(Math.sqrt(tilt)).isBetween(0.6e-3, 1.5e-3);
        }
        assertThat(BoxStates.distance(field, BoxPerturbation.random(GRID, state, 1e-3, 2, 7))).isZero();
        assertThat(BoxStates.distance(field, BoxPerturbation.random(GRID, state, 1e-3, 2, 8))).isPositive();
        assertThat(field.power(0, GRID.index(0, 0, 2))).isPositive();
        assertThat(field.power(0, GRID.index(0, 0, 5))).isLessThan(1e-16);
    }

    /**
     * Noise of one size in all components and harmonics: a vector of three components feels the two across it, sqrt 2/3
     * of the whole, one of eight 3 of the 8, whatever its direction, as f_abc f_abd = 3 delta_cd.
     */
    @Test
    void noiseTurnsDirectionsByItsShareAcrossThem() {
        final FlavorState state = BoxStates.random(4, 5, false, false);
        final double noise = 1e-3;
        for (final boolean three : new boolean[]{false, true}) {
            final BoxField two = BoxField.homogeneous(GRID, state);
            final BoxField field = three ? ThreeFlavorPerturbation.embed(two, FlavorPair.E_TAU) : two;
            final BoxField noisy = BoxPerturbation.directionNoise(field, noise, 3);
            double high = 0;
            double all = 0;
            for (int i = 0; i < 4; i++) {
                final double turned = Math.sqrt(noisy.meanSquareDistance(field, i) / field.meanSquare(i)) / noise;
                assertThat(turned).isCloseTo(Math.sqrt(three ? 3 / 8.0 : 2 / 3.0), within(0.05));
                assertThat(noisy.meanSquare(i)).isCloseTo(field.meanSquare(i), within(1e-9));
                for (int h = 1; h < GRID.harmonics(); h++) {
                    high += Math.abs(GRID.harmonic(h, 2)) > 6 ? noisy.power(i, h) : 0;
                    all += noisy.power(i, h);
                }
            }
            // 14 of the 27 harmonics along z, but for n = 0
            assertThat(high / all).isCloseTo(14 * 19 / (27 * 19 - 1.0), within(0.04));
        }
    }

    @Test
    void oneWaveTurnsAlongTheBox() {
        final BoxGrid grid = BoxGrid.line(2, 5, 12);
        final BoxField field = BoxPerturbation.wave(grid, BoxStates.twoBeams(), grid.index(0, 0, 1), 0.01);
        final double size = 0.01 / Math.sqrt(1.0001);
        for (int q = 0; q < 12; q++) {
            assertThat(field.values(0)[0][q]).isCloseTo(size * Math.cos(Math.PI * q / 6), within(1e-15));
            assertThat(field.values(1)[1][q]).isCloseTo(size * Math.sin(Math.PI * q / 6), within(1e-15));
            assertThat(field.values(2)[0][q]).isCloseTo(1 / Math.sqrt(1.0001), within(1e-15));
        }
    }

    @Test
    void theFastestWaveIsTheEigenvector() {
        final BoxGrid grid = BoxGrid.line(2, 5, 12);
        final FlavorState state = BoxStates.random(6, 9, true, true);
        final Environment environment = new Environment(0.2, 0.3, 1);
        final BoxField field = BoxPerturbation.fastest(grid, state, environment, 3, 1e-4, Progress.NONE);
        final BandSet bands = new BandSolver(BandDetail.VECTORS).solve(Background.of(state, environment),
            grid.waveVector(3));
        assertThat(bands.vectors().orElseThrow().left(bands.fastest()).dotRe(field.wave(3)))
            .isCloseTo(1e-4, within(1e-16));
        for (int i = 0; i < 6; i++) {
            for (int a = 0; a < 3; a++) {
                assertThat(field.re(i, a, 4)).isEqualTo(field.re(i, a, 3));
                assertThat(field.im(i, a, 4)).isEqualTo(0 - field.im(i, a, 3));
            }
        }
    }

    @Test
    void refusesAmplitudesAboveOne() {
        assertThatThrownBy(() -> BoxPerturbation.wave(GRID, BoxStates.twoBeams(), 1, 2))
            .hasMessage("The amplitude of the perturbation must be in [0, 1] but is 2.0.");
        assertThatThrownBy(() -> GRID.index(0, 10, 0)).hasMessage(
            "Harmonic 10 along y is beyond the largest one kept, 9 of 30 points.");
    }
}
