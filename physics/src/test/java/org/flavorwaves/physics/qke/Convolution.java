package org.flavorwaves.physics.qke;

import org.flavorwaves.physics.qke.field.BoxField;
import org.flavorwaves.physics.qke.field.BoxGrid;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.MomentumModes;

/** The right-hand side as a double sum over modes and a convolution over harmonics of one axis, z. */
final class Convolution {
    private Convolution() {
    }

    /** dP_{i,a,n}/dt: real parts in row 2 (3 i + a), imaginary parts in the next one. */
    static double[][] derivative(final BoxField field, final Environment environment) {
        final BoxGrid grid = field.grid();
        final int harmonics = grid.harmonics();
        final double[][] rate = new double[6 * field.size()][harmonics];
        for (int i = 0; i < field.size(); i++) {
            final double[][] h = hamiltonian(field, environment, i);
            for (int n = -grid.cutoff(2); n <= grid.cutoff(2); n++) {
                final int at = grid.index(0, 0, n);
                for (int m = -grid.cutoff(2); m <= grid.cutoff(2); m++) {
                    if (Math.abs(n - m) <= grid.cutoff(2)) {
                        final int hm = grid.index(0, 0, m);
                        final int pm = grid.index(0, 0, n - m);
                        for (int a = 0; a < 3; a++) {
                            add(rate, 6 * i + 2 * a, at, h, (a + 1) % 3, hm, field, i, (a + 2) % 3, pm, 1);
                            add(rate, 6 * i + 2 * a, at, h, (a + 2) % 3, hm, field, i, (a + 1) % 3, pm, -1);
                        }
                    }
                }
                final double kv = grid.waveVector(at).kz() * field.modes().vz(i);
                for (int a = 0; a < 3; a++) {
                    rate[6 * i + 2 * a][at] += kv * field.im(i, a, at);
                    rate[6 * i + 2 * a + 1][at] -= kv * field.re(i, a, at);
                }
            }
        }
        return rate;
    }

    private static void add(final double[][] rate, final int row, final int at, final double[][] h, final int b,
        final int hm, final BoxField field, final int i, final int c, final int pm, final double sign) {
        final double re = h[2 * b][hm];
        final double im = h[2 * b + 1][hm];
        rate[row][at] += sign * (re * field.re(i, c, pm) - im * field.im(i, c, pm));
        rate[row + 1][at] += sign * (re * field.im(i, c, pm) + im * field.re(i, c, pm));
    }

    private static double[][] hamiltonian(final BoxField field, final Environment environment, final int i) {
        final MomentumModes modes = field.modes();
        final int harmonics = field.grid().harmonics();
        final double[][] h = new double[6][harmonics];
        final double so = modes.species(i).sign() * modes.omega(i);
        h[0][0] = so * environment.bx();
        h[4][0] = so * environment.bz() + environment.matterPotential();
        for (int j = 0; j < field.size(); j++) {
            final double f = 1 - modes.vx(i) * modes.vx(j) - modes.vy(i) * modes.vy(j) - modes.vz(i) * modes.vz(j);
            final double strength = environment.selfInteraction() * modes.weight(j) * modes.species(j).sign() * f;
            for (int n = 0; n < harmonics; n++) {
                for (int a = 0; a < 3; a++) {
                    h[2 * a][n] += strength * field.re(j, a, n);
                    h[2 * a + 1][n] += strength * field.im(j, a, n);
                }
            }
        }
        return h;
    }
}
