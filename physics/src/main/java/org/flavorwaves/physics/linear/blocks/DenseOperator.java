package org.flavorwaves.physics.linear.blocks;

import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.ModeArrays;
import org.flavorwaves.physics.linear.WaveOperator;
import org.flavorwaves.physics.numerics.matrix.ComplexMatrix;
import org.flavorwaves.physics.state.WaveVector;

/** The operator M_k of {@link WaveOperator} (JK 49) as a matrix, O(N^2). */
public final class DenseOperator {
    private DenseOperator() {
    }

    /**
     * Writes the operator out.
     *
     * @param background the background
     * @param k wave vector, in the units of the potentials
     * @return a new 3N x 3N matrix, component 3 i + a for mode i and flavor axis a
     */
    public static ComplexMatrix of(final Background background, final WaveVector k) {
        final ModeArrays b = background.modeArrays();
        final ComplexMatrix m = new ComplexMatrix(3 * b.size(), 3 * b.size());
        for (int i = 0; i < b.size(); i++) {
            for (int j = 0; j < b.size(); j++) {
                final double c = -b.coupling()[j] * b.f(i, j);
                addCross(m, i, j, c * b.px()[i], c * b.py()[i], c * b.pz()[i]);
            }
            addCross(m, i, i, b.hx()[i], b.hy()[i], b.hz()[i]);
            for (int a = 0; a < 3; a++) {
                m.add(3 * i + a, 3 * i + a, k.dot(b.vx()[i], b.vy()[i], b.vz()[i]), -b.damping()[i]);
            }
        }
        return m;
    }

    /** Adds i [u]x to block (i, j). */
    private static void addCross(final ComplexMatrix m, final int i, final int j, final double ux, final double uy,
        final double uz) {
        final int r = 3 * i;
        final int c = 3 * j;
        m.add(r, c + 1, 0, -uz);
        m.add(r, c + 2, 0, uy);
        m.add(r + 1, c, 0, uz);
        m.add(r + 1, c + 2, 0, -ux);
        m.add(r + 2, c, 0, -uy);
        m.add(r + 2, c + 1, 0, ux);
    }
}
