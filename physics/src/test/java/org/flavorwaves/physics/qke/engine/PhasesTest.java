package org.flavorwaves.physics.qke.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.flavorwaves.physics.qke.field.BoxGrid;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Phases of advection against their definition, those that are products of two tables too. */
class PhasesTest {
    private static final double TAU = 0.7;

    private static final double FACTOR = 0.25;

    private static final double[][] VELOCITIES = {{0.1, -0.4, 0.9}, {-0.3, 0.2, 0.4}, {0.5, -0.8, 0.1}};

    @ParameterizedTest
    @CsvSource({"0, 0, 1", "0, 0, 31", "0, 0, 32", "0, 0, -33", "0, 0, 64", "0, 0, -95", "0, 0, 133", "2, 0, 0",
        "-1, 2, 0", "1, -2, -64", "-2, 1, 101"})
    void areThoseOfTheWave(final int nx, final int ny, final int nz) {
        final BoxGrid grid = new BoxGrid(new double[]{2, 3, 5}, new int[]{8, 8, 400});
        final int lanes = VELOCITIES[0].length;
        final Phases phases = new Phases(grid, VELOCITIES, new VectorPrecession(new double[3][2], TAU),
            new Relaxation(new double[lanes], new double[3][lanes], TAU), TAU);
        final double[] cos = new double[lanes];
        final double[] sin = new double[lanes];
        phases.write(new int[]{7, nx, ny, nz}, 1, FACTOR, cos, sin);
        for (int j = 0; j < lanes; j++) {
            final double theta = 2 * Math.PI * TAU
                * (nx * VELOCITIES[0][j] / 2 + ny * VELOCITIES[1][j] / 3 + nz * VELOCITIES[2][j] / 5);
            assertThat(cos[j]).isCloseTo(FACTOR * Math.cos(theta), within(1e-14));
            assertThat(sin[j]).isCloseTo(FACTOR * Math.sin(theta), within(1e-14));
        }
    }
}
