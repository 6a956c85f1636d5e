package org.flavorwaves.physics.distribution;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;

/**
 * Sign changes of the lepton number G(v) = sum over energies and species of s w P_z of an axisymmetric state (physics
 * specification section 12), rings of equal cos theta taken together. Immutable.
 *
 * <p>I+ and I- are sums over the rings and so as good as their quadrature. A zero lies where the straight line between
 * the densities G_i/(width of cell i) of two neighbouring rings crosses 0; cells end half-way to the neighbours and at
 * +-1. For midpoint rings these are the densities themselves.
 */
public final class LeptonCrossings {
    /** Rings closer than this in cos theta are one. */
    private static final double SAME_RING = 1e-10;

    private final double m_positive;

    private final double m_negative;

    private final double[] m_zeros;

    private LeptonCrossings(final double positive, final double negative, final double[] zeros) {
        m_positive = positive;
        m_negative = negative;
        m_zeros = zeros;
    }

    /**
     * Finds the crossings of a state.
     *
     * @param state axisymmetric about z
     * @return its crossings
     * @throws IllegalArgumentException if a mode moves across the z axis; names it
     */
    public static LeptonCrossings of(final FlavorState state) {
        final MomentumModes modes = state.modes();
        for (int i = 0; i < state.size(); i++) {
            if (Math.hypot(modes.vx(i), modes.vy(i)) > SAME_RING) {
                throw new IllegalArgumentException("Mode " + i + " moves across the z axis, v = (" + modes.vx(i) + ", "
                    + modes.vy(i) + ", " + modes.vz(i) + "); crossings in cos theta need axisymmetric rings.");
            }
        }
        final double[] v = new double[state.size()];
        final double[] g = new double[state.size()];
        final int rings = merge(state, v, g);
        double positive = 0;
        double negative = 0;
        for (int r = 0; r < rings; r++) {
            positive += Math.max(0, g[r]);
            negative += Math.max(0, -g[r]);
        }
        return new LeptonCrossings(positive, negative, zeros(v, g, rings));
    }

    /** Collects the lepton number of each ring by rising cos theta; returns their number. */
    private static int merge(final FlavorState state, final double[] v, final double[] g) {
        final MomentumModes modes = state.modes();
        final int[] order = IntStream.range(0, state.size()).boxed()
            .sorted(Comparator.comparingDouble(modes::vz)).mapToInt(Integer::intValue).toArray();
        int rings = 0;
        for (final int i : order) {
            if (rings == 0 || modes.vz(i) - v[rings - 1] > SAME_RING) {
                v[rings++] = modes.vz(i);
            }
            g[rings - 1] += modes.weight(i) * modes.species(i).sign() * state.pz(i);
        }
        return rings;
    }

    private static double[] zeros(final double[] v, final double[] g, final int rings) {
        final double[] zeros = new double[rings];
        int count = 0;
        int last = -1;
        for (int r = 0; r < rings; r++) {
            if (g[r] == 0) {
                continue;
            }
            if (last >= 0 && g[last] * g[r] < 0) {
                final double before = Math.abs(g[last]) / width(v, last, rings);
                final double after = Math.abs(g[r]) / width(v, r, rings);
                zeros[count++] = (v[last] * after + v[r] * before) / (before + after);
            }
            last = r;
        }
        return Arrays.copyOf(zeros, count);
    }

    private static double width(final double[] v, final int r, final int rings) {
        final double lower = r == 0 ? -1 : (v[r - 1] + v[r]) / 2;
        final double upper = r == rings - 1 ? 1 : (v[r] + v[r + 1]) / 2;
        return upper - lower;
    }

    /**
     * The lepton number of the directions with G &gt; 0.
     *
     * @return I+ &gt;= 0, in the unit of the weights
     */
    public double positive() {
        return m_positive;
    }

    /**
     * The size of the lepton number of the directions with G &lt; 0.
     *
     * @return I- &gt;= 0, in the unit of the weights
     */
    public double negative() {
        return m_negative;
    }

    /**
     * The depth of the crossing.
     *
     * @return the smaller of I+ and I-, 0 without a crossing
     */
    public double depth() {
        return Math.min(m_positive, m_negative);
    }

    /**
     * The number of sign changes.
     *
     * @return at least 0
     */
    public int size() {
        return m_zeros.length;
    }

    /**
     * The position of a sign change.
     *
     * @param i index, by rising cos theta
     * @return cos theta
     */
    public double zero(final int i) {
        return m_zeros[i];
    }
}
