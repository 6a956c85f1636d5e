package org.flavorwaves.physics.numerics.eigen;

import org.flavorwaves.physics.numerics.matrix.ComplexMatrix;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.Hamiltonian;
import org.flavorwaves.physics.state.MomentumModes;

/** The 3N x 3N matrix (JK 49), written out block by block from its definition. */
final class FlavorWaveMatrices {
    private FlavorWaveMatrices() {
    }

    static ComplexMatrix of(final FlavorState state, final Environment environment, final double kx, final double ky,
        final double kz) {
        final MomentumModes modes = state.modes();
        final int n = modes.size();
        final Hamiltonian h = Hamiltonian.of(state, environment);
        final ComplexMatrix m = new ComplexMatrix(3 * n, 3 * n);
        for (int i = 0; i < n; i++) {
            final double kv = modes.vx(i) * kx + modes.vy(i) * ky + modes.vz(i) * kz;
            for (int a = 0; a < 3; a++) {
                m.add(3 * i + a, 3 * i + a, kv, -modes.depolarization(i));
            }
            addCross(m, i, i, h.hx(i), h.hy(i), h.hz(i), 1);
            for (int j = 0; j < n; j++) {
                final double f = 1 - modes.vx(i) * modes.vx(j) - modes.vy(i) * modes.vy(j)
                    - modes.vz(i) * modes.vz(j);
                final double strength = environment.selfInteraction() * modes.weight(j) * modes.species(j).sign() * f;
                addCross(m, i, j, state.px(i), state.py(i), state.pz(i), -strength);
            }
        }
        return m;
    }

    /** Adds i factor [x]x to block (i, j). */
    private static void addCross(final ComplexMatrix m, final int i, final int j, final double x, final double y,
        final double z, final double factor) {
        m.add(3 * i, 3 * j + 1, 0, -factor * z);
        m.add(3 * i, 3 * j + 2, 0, factor * y);
        m.add(3 * i + 1, 3 * j, 0, factor * z);
        m.add(3 * i + 1, 3 * j + 2, 0, -factor * x);
        m.add(3 * i + 2, 3 * j, 0, -factor * y);
        m.add(3 * i + 2, 3 * j + 1, 0, factor * x);
    }
}
