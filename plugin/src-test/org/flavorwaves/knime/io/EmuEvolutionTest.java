package org.flavorwaves.knime.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;

import org.flavorwaves.knime.io.reader.StateFileReader;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.Hamiltonian;
import org.junit.jupiter.api.Test;

/**
 * The convention of Emu's matrices, by its equation of motion: dN/dt = -i [V, N] and dNbar/dt = -i [-V*, Nbar] with
 * V = sum (N - Nbar*) (1 - v.v'), written out with 2 x 2 matrices, against dP/dt = H x P of the state that was read.
 */
class EmuEvolutionTest {
    private static final int PARTICLES = 4;

    private final Random m_random = new Random(2);

    private final double[][] m_v = new double[PARTICLES][3];

    /** n00, Re n01, Im n01, n11 of each particle, for neutrinos and antineutrinos. */
    private final double[][][] m_n = new double[2][PARTICLES][4];

    private String file() {
        final StringBuilder text = new StringBuilder("2\n");
        for (int i = 0; i < PARTICLES; i++) {
            double norm = 0;
            for (int a = 0; a < 3; a++) {
                m_v[i][a] = m_random.nextGaussian();
                norm += m_v[i][a] * m_v[i][a];
            }
            for (int a = 0; a < 3; a++) {
                m_v[i][a] /= Math.sqrt(norm);
                text.append(m_v[i][a]).append(' ');
            }
            text.append("1.0");
            for (int s = 0; s < 2; s++) {
                m_n[s][i][0] = 1 + m_random.nextDouble();
                m_n[s][i][1] = 0.7 * m_random.nextDouble();
                m_n[s][i][2] = 0.7 * m_random.nextDouble();
                m_n[s][i][3] = 1 + m_random.nextDouble();
                for (final double x : m_n[s][i]) {
                    text.append(' ').append(x);
                }
            }
            text.append('\n');
        }
        return text.toString();
    }

    /** Rate of n00 - n11, Re n01 and Im n01 for the potential diagonal d = V00 - V11 and V01 = re + i im. */
    private static double[] rate(final double d, final double re, final double im, final double[] n) {
        final double difference = n[0] - n[3];
        return new double[]{4 * (im * n[1] - re * n[2]), d * n[2] - im * difference, -d * n[1] + re * difference};
    }

    @Test
    void bothSpeciesEvolveAsInEmu() throws IOException {
        final byte[] bytes = file().getBytes(StandardCharsets.UTF_8);
        final FlavorState state = new StateFileReader(0.5)
            .read(new ByteArrayInputStream(bytes), bytes.length, Progress.NONE).cells().get(0).state();
        final Hamiltonian h = Hamiltonian.of(state, Environment.FAST);
        for (int s = 0; s < 2; s++) {
            for (int i = 0; i < PARTICLES; i++) {
                double d = 0;
                double re = 0;
                double im = 0;
                for (int j = 0; j < PARTICLES; j++) {
                    final double f = 1 - m_v[i][0] * m_v[j][0] - m_v[i][1] * m_v[j][1] - m_v[i][2] * m_v[j][2];
                    d += f * (m_n[0][j][0] - m_n[0][j][3] - m_n[1][j][0] + m_n[1][j][3]);
                    re += f * (m_n[0][j][1] - m_n[1][j][1]);
                    im += f * (m_n[0][j][2] + m_n[1][j][2]);
                }
                final double[] rate = s == 0 ? rate(d, re, im, m_n[s][i]) : rate(-d, -re, im, m_n[s][i]);
                final int mode = s * PARTICLES + i;
                final double w = state.modes().weight(mode);
                final double x = w * (h.hy(mode) * state.pz(mode) - h.hz(mode) * state.py(mode));
                final double y = w * (h.hz(mode) * state.px(mode) - h.hx(mode) * state.pz(mode));
                final double z = w * (h.hx(mode) * state.py(mode) - h.hy(mode) * state.px(mode));
                assertThat(z).isCloseTo(rate[0], within(1e-12));
                assertThat(x).isCloseTo(2 * rate[1], within(1e-12));
                assertThat(y).isCloseTo((s == 0 ? -2 : 2) * rate[2], within(1e-12));
            }
        }
    }
}
