package org.flavorwaves.knime.io;

import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.threeflavor.ThreeFlavorState;

/**
 * The density matrices of a state of two or three flavors times the weights, as other codes take them: the upper
 * triangle row by row, diagonals real, then real and imaginary part of each element. For two flavors
 * rho = (P0 + P.sigma)/2.
 */
public final class FlavorMatrices {
    private static final int[][] THREE = {{0}, {3, 4}, {5, 6}, {1}, {7, 8}, {2}};

    private final MomentumModes m_modes;

    private final int m_flavors;

    private final Element m_element;

    /** A number of a density matrix. */
    @FunctionalInterface
    private interface Element {
        double[] of(int mode);
    }

    private FlavorMatrices(final MomentumModes modes, final int flavors, final Element element) {
        m_modes = modes;
        m_flavors = flavors;
        m_element = element;
    }

    /**
     * Those of two flavors.
     *
     * @param state with weights in the unit of the results
     * @return its matrices
     */
    public static FlavorMatrices of(final FlavorState state) {
        return new FlavorMatrices(state.modes(), 2, i -> new double[]{(state.trace(i) + state.pz(i)) / 2,
            state.px(i) / 2, -state.py(i) / 2, (state.trace(i) - state.pz(i)) / 2});
    }

    /**
     * Those of three flavors.
     *
     * @param state with weights in the unit of the results
     * @return its matrices
     */
    public static FlavorMatrices of(final ThreeFlavorState state) {
        return new FlavorMatrices(state.modes(), 3, i -> {
            final double[] rho = state.rho(i);
            final double[] upper = new double[rho.length];
            int next = 0;
            for (final int[] element : THREE) {
                for (final int part : element) {
                    upper[next++] = rho[part];
                }
            }
            return upper;
        });
    }

    /**
     * The modes.
     *
     * @return with weights in the unit of the results
     */
    public MomentumModes modes() {
        return m_modes;
    }

    /**
     * The number of flavors.
     *
     * @return 2 or 3
     */
    public int flavors() {
        return m_flavors;
    }

    /**
     * The matrix of a mode.
     *
     * @param mode its index
     * @param conjugate whether the complex conjugate is wanted, as codes have it that evolve it for antineutrinos
     * @return weight times the elements of the upper triangle
     */
    public double[] upper(final int mode, final boolean conjugate) {
        final double[] upper = m_element.of(mode);
        int next = 0;
        for (int a = 0; a < m_flavors; a++) {
            upper[next++] *= m_modes.weight(mode);
            for (int b = a + 1; b < m_flavors; b++) {
                upper[next++] *= m_modes.weight(mode);
                upper[next++] *= (conjugate ? -1 : 1) * m_modes.weight(mode);
            }
        }
        return upper;
    }
}
