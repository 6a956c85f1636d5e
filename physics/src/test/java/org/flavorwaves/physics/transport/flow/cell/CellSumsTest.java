package org.flavorwaves.physics.transport.flow.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;

import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.RandomStates;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellSumsTest {
    private static final int MODES = 7;

    /** H, G and S mode by mode, for directions and rings, in frames that turn in time and along the stream. */
    @ParameterizedTest
    @CsvSource({"false, false", "false, true", "true, false", "true, true"})
    void sumsAreThoseOfTheDefinition(final boolean rings, final boolean along) {
        final Random random = new Random(12);
        final MomentumModes sphere = RandomStates.random(MODES, random).modes();
        final MomentumModes modes = rings ? sphere.toBuilder().rings(sphere.vzs()).build() : sphere;
        final Environment environment = new Environment(0.4, 0, 1);
        final CellSums sums = new CellSums(modes, environment);
        assertThat(sums.components()).isEqualTo(rings ? 2 : 4);
        final CellPoint point = new CellPoint(MODES);
        point.setPotentials(0.7, 1.3);
        final double[] charge = random.doubles(MODES, -1, 1).toArray();
        for (int i = 0; i < MODES; i++) {
            point.setMode(i, 0.9 * modes.vz(i), charge[i]);
        }
        final double[] field = random.doubles(3 * sums.components(), -1, 1).toArray();
        final double[] turn = {0.2, -0.4, 0.5};
        sums.evaluate(point, field, turn[0], turn[1], turn[2], along);
        final double[] mass = {Math.sin(0.8), 0, -Math.cos(0.8)};
        final double[][] g = new double[sums.components()][3];
        final double[][][][] s = new double[sums.components()][sums.components()][3][3];
        for (int i = 0; i < MODES; i++) {
            final double speed = 0.9 * modes.vz(i);
            final double[] v = rings ? new double[]{1, speed} : new double[]{1, modes.vx(i), modes.vy(i), speed};
            final double[] h = new double[3];
            for (int a = 0; a < 3; a++) {
                h[a] = modes.species(i).sign() * modes.omega(i) * mass[a] + (a == 2 ? 0.7 : 0)
                    + (along ? speed : -1) * turn[a];
                for (int m = 0; m < v.length; m++) {
                    h[a] += 1.3 * (m == 0 ? 1 : -v[m]) * field[3 * m + a];
                }
                assertThat(sums.hamiltonian()[3 * i + a]).isCloseTo(h[a], within(1e-14));
            }
            final double length = Math.sqrt(h[0] * h[0] + h[1] * h[1] + h[2] * h[2]);
            for (int m = 0; m < v.length; m++) {
                for (int a = 0; a < 3; a++) {
                    g[m][a] += charge[i] * v[m] * h[a] / length;
                    for (int n = 0; n < v.length; n++) {
                        for (int b = 0; b < 3; b++) {
                            s[m][n][a][b] += charge[i] / length * v[m] * v[n]
                                * ((a == b ? 1 : 0) - h[a] * h[b] / (length * length));
                        }
                    }
                }
            }
            assertThat(CellSums.ownFactor(modes, i, speed)).isCloseTo(
                1 - modes.vx(i) * modes.vx(i) - modes.vy(i) * modes.vy(i) - speed * speed, within(1e-15));
        }
        for (int m = 0; m < g.length; m++) {
            for (int a = 0; a < 3; a++) {
                assertThat(sums.m_g[3 * m + a]).isCloseTo(g[m][a], within(1e-14));
                for (int n = 0; n < g.length; n++) {
                    for (int b = 0; b < 3; b++) {
                        assertThat(sums.s(m, n, a, b)).isCloseTo(s[m][n][a][b], within(1e-13));
                    }
                }
            }
        }
    }
}
