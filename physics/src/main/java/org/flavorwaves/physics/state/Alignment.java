package org.flavorwaves.physics.state;

import java.util.Arrays;

/**
 * The signs eps_i = P_i.H_i/(|P_i||H_i|) = +1 or -1 of an equilibrium (JK 13), one for each mode. Immutable.
 */
public final class Alignment {
    private final byte[] m_signs;

    private Alignment(final byte[] signs) {
        m_signs = signs;
    }

    /**
     * Given signs.
     *
     * @param signs +1 or -1 for each mode
     * @return the signs
     * @throws IllegalArgumentException if one is neither; names the mode
     */
    public static Alignment of(final int... signs) {
        final byte[] copy = new byte[signs.length];
        for (int i = 0; i < copy.length; i++) {
            if (signs[i] != 1 && signs[i] != -1) {
                throw new IllegalArgumentException("epsilon of mode " + i + " must be +1 or -1 but is " + signs[i]
                    + ".");
            }
            copy[i] = (byte) signs[i];
        }
        return new Alignment(copy);
    }

    /**
     * The signs of P_i.H_i; +1 where it is zero.
     *
     * @param state polarization vectors
     * @param hamiltonian Hamiltonian vectors of the same modes
     * @return the signs
     */
    public static Alignment of(final FlavorState state, final Hamiltonian hamiltonian) {
        final byte[] signs = new byte[state.size()];
        for (int i = 0; i < signs.length; i++) {
            final double dot = state.px(i) * hamiltonian.hx(i) + state.py(i) * hamiltonian.hy(i)
                + state.pz(i) * hamiltonian.hz(i);
            signs[i] = (byte) (dot < 0 ? -1 : 1);
        }
        return new Alignment(signs);
    }

    /**
     * The number of modes.
     *
     * @return N
     */
    public int size() {
        return m_signs.length;
    }

    /**
     * The sign of a mode.
     *
     * @param i mode index
     * @return eps_i, +1 or -1
     */
    public int sign(final int i) {
        return m_signs[i];
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof Alignment alignment && Arrays.equals(m_signs, alignment.m_signs);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(m_signs);
    }

    @Override
    public String toString() {
        return "Alignment" + Arrays.toString(m_signs);
    }
}
