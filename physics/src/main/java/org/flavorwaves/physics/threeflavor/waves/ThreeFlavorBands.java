package org.flavorwaves.physics.threeflavor.waves;

import org.flavorwaves.physics.numerics.eigen.ComplexEigenSolver;
import org.flavorwaves.physics.numerics.eigen.EigenDecomposition;
import org.flavorwaves.physics.numerics.matrix.ComplexMatrix;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.WaveVector;
import org.flavorwaves.physics.threeflavor.FlavorAlgebra;
import org.flavorwaves.physics.threeflavor.ThreeFlavorEnvironment;
import org.flavorwaves.physics.threeflavor.ThreeFlavorField;
import org.flavorwaves.physics.threeflavor.ThreeFlavorState;

/**
 * All 8N flavor waves of a state of three flavors at one wave vector (FW three-flavor-waves):
 *
 * <pre>Omega P_{i,n} = (v_i.k - i D_i) P_{i,n} + i H_i o P_{i,n} + i H_{i,n} o P_i</pre>
 *
 * <p>as a dense matrix, O(N^2) memory and O(N^3) time. The background need not be in equilibrium nor diagonal in
 * flavor. A flavor-diagonal one has 2N trivial waves, Omega = v_i.k - i D_i, and those of its three pairs.
 */
public final class ThreeFlavorBands {
    private static final int A = FlavorAlgebra.SIZE;

    private final ThreeFlavorState m_state;

    private final ThreeFlavorField m_field;

    private final double[] m_p;

    private final double[] m_h;

    /**
     * Prepares a background.
     *
     * @param state the background
     * @param environment mixing, matter and the strength of the nu-nu term
     */
    public ThreeFlavorBands(final ThreeFlavorState state, final ThreeFlavorEnvironment environment) {
        m_state = state;
        m_field = new ThreeFlavorField(state, environment);
        m_p = state.vectors();
        m_h = new double[m_p.length];
        m_field.hamiltonian(m_p, m_h);
    }

    /**
     * The operator at a wave vector.
     *
     * @param k wave vector, in the units of the potentials
     * @return a new 8N x 8N matrix, component 8 i + a
     */
    public ComplexMatrix operator(final WaveVector k) {
        final int n = m_state.size();
        final ComplexMatrix m = new ComplexMatrix(A * n, A * n);
        for (int i = 0; i < n; i++) {
            add(m, i, i, 1, FlavorAlgebra.operator(m_h, A * i));
            final double[][] own = FlavorAlgebra.operator(m_p, A * i);
            for (int j = 0; j < n; j++) {
                add(m, i, j, -m_field.coupling(i, j), own);
            }
            final double streaming = k.dot(m_state.modes().vx(i), m_state.modes().vy(i), m_state.modes().vz(i));
            for (int a = 0; a < A; a++) {
                m.add(A * i + a, A * i + a, streaming, -m_state.modes().damping(i));
            }
        }
        return m;
    }

    private static void add(final ComplexMatrix m, final int i, final int j, final double scale,
        final double[][] block) {
        for (int r = 0; r < A; r++) {
            for (int c = 0; c < A; c++) {
                if (block[r][c] != 0) {
                    m.add(A * i + r, A * j + c, 0, scale * block[r][c]);
                }
            }
        }
    }

    /**
     * All waves at a wave vector.
     *
     * @param k wave vector, in the units of the potentials
     * @param vectors whether right and left vectors are wanted
     * @param progress told how far the eigenvalue problem is
     * @return the 8N frequencies, with vectors on request, in the units of the potentials
     */
    public EigenDecomposition solve(final WaveVector k, final boolean vectors, final Progress progress) {
        return new ComplexEigenSolver(vectors ? ComplexEigenSolver.Options.allVectors()
            : ComplexEigenSolver.Options.valuesOnly()).solve(operator(k), progress);
    }
}
