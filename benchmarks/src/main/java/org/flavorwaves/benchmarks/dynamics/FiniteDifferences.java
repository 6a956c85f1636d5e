package org.flavorwaves.benchmarks.dynamics;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.flavorwaves.physics.qke.field.BoxField;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.MomentumModes;

/**
 * The classical scheme in one dimension, z: central differences of order 4 in space, the Runge-Kutta method of order 4
 * in time, and collective sums in O(N). Rings, without vacuum frequencies.
 */
final class FiniteDifferences {
    private final MomentumModes m_modes;

    private final double m_dz;

    /** P at [axis][mode][point]. */
    private final double[][][] m_p;

    private final double[][][] m_stage;

    private final double[][][] m_rate;

    private final double[][][] m_sum;

    private final double[][] m_field;

    FiniteDifferences(final BoxField start, final Environment environment) {
        if (environment.matterPotential() != 0 || environment.selfInteraction() != 1) {
            throw new IllegalArgumentException("The classical scheme is for the fast-flavor limit.");
        }
        m_modes = start.modes();
        m_dz = start.grid().length(2) / start.grid().points();
        m_p = new double[][][]{start.values(0), start.values(1), start.values(2)};
        final int n = m_modes.size();
        final int points = start.grid().points();
        m_stage = new double[3][n][points];
        m_rate = new double[3][n][points];
        m_sum = new double[3][n][points];
        m_field = new double[6][points];
    }

    double[][][] evolve(final double duration, final double largestStep) {
        final int steps = (int) Math.ceil(duration / largestStep);
        final double dt = duration / steps;
        for (int s = 0; s < steps; s++) {
            rate(m_p);
            combine(dt / 2, dt / 6, true);
            rate(m_stage);
            combine(dt / 2, dt / 3, false);
            rate(m_stage);
            combine(dt, dt / 3, false);
            rate(m_stage);
            combine(0, dt / 6, false);
            IntStream.range(0, m_modes.size()).parallel().forEach(i -> {
                for (int a = 0; a < 3; a++) {
                    for (int q = 0; q < m_p[a][i].length; q++) {
                        m_p[a][i][q] += m_sum[a][i][q];
                    }
                }
            });
        }
        return m_p;
    }

    private void combine(final double next, final double weight, final boolean first) {
        IntStream.range(0, m_modes.size()).parallel().forEach(i -> {
            for (int a = 0; a < 3; a++) {
                final double[] p = m_p[a][i];
                final double[] rate = m_rate[a][i];
                final double[] stage = m_stage[a][i];
                final double[] sum = m_sum[a][i];
                for (int q = 0; q < p.length; q++) {
                    stage[q] = p[q] + next * rate[q];
                    sum[q] = (first ? 0 : sum[q]) + weight * rate[q];
                }
            }
        });
    }

    private void rate(final double[][][] p) {
        IntStream.range(0, 6).parallel().forEach(c -> {
            final double[] field = m_field[c];
            Arrays.fill(field, 0);
            for (int j = 0; j < m_modes.size(); j++) {
                final double strength = m_modes.weight(j) * m_modes.species(j).sign() * (c < 3 ? 1 : m_modes.vz(j));
                final double[] component = p[c % 3][j];
                for (int q = 0; q < field.length; q++) {
                    field[q] += strength * component[q];
                }
            }
        });
        IntStream.range(0, m_modes.size()).parallel().forEach(i -> mode(i, p[0][i], p[1][i], p[2][i]));
    }

    private void mode(final int i, final double[] x, final double[] y, final double[] z) {
        final double v = m_modes.vz(i);
        for (int q = 0; q < x.length; q++) {
            final double hx = m_field[0][q] - v * m_field[3][q];
            final double hy = m_field[1][q] - v * m_field[4][q];
            final double hz = m_field[2][q] - v * m_field[5][q];
            m_rate[0][i][q] = hy * z[q] - hz * y[q];
            m_rate[1][i][q] = hz * x[q] - hx * z[q];
            m_rate[2][i][q] = hx * y[q] - hy * x[q];
        }
        advect(m_rate[0][i], x, v / (12 * m_dz));
        advect(m_rate[1][i], y, v / (12 * m_dz));
        advect(m_rate[2][i], z, v / (12 * m_dz));
    }

    private static void advect(final double[] rate, final double[] p, final double factor) {
        final int n = p.length;
        for (int q = 2; q < n - 2; q++) {
            rate[q] -= factor * (8 * (p[q + 1] - p[q - 1]) - (p[q + 2] - p[q - 2]));
        }
        for (final int q : new int[]{0, 1, n - 2, n - 1}) {
            rate[q] -= factor * (8 * (p[(q + 1) % n] - p[(q + n - 1) % n])
                - (p[(q + 2) % n] - p[(q + n - 2) % n]));
        }
    }
}
