package org.flavorwaves.physics.transport.rays;

import java.util.Arrays;
import java.util.List;

import org.flavorwaves.physics.equilibrium.EquilibriumResult;
import org.flavorwaves.physics.numerics.CubicSpline;
import org.flavorwaves.physics.state.CollectiveField;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;

/**
 * The given places of a {@link BackgroundProfile}: checks that they belong together and collects what is interpolated.
 */
final class ProfileCells {
    /** Parts across the common axis below this share count as zero. */
    private static final double ALIGNED = 1e-12;

    /** Bounds are kept up to this share of the largest value. */
    private static final double ROUNDING = 1e-9;

    private final double[] m_z;

    private final List<FlavorState> m_states;

    private final List<Environment> m_environments;

    private final double[] m_axis;

    /** eps_i |P_i|, or P_i along the axis, [place][mode]. */
    private final double[][] m_lengths;

    private final double[][] m_fields;

    ProfileCells(final double[] z, final List<FlavorState> states, final List<Environment> environments) {
        m_z = z;
        m_states = states;
        m_environments = environments;
        m_lengths = new double[z.length][];
        m_fields = new double[z.length][];
        for (int c = 0; c < z.length; c++) {
            checkModes(c);
        }
        m_axis = commonAxis();
        for (int c = 0; c < z.length && m_axis.length > 0; c++) {
            m_lengths[c] = new double[states.get(c).size()];
            for (int i = 0; i < m_lengths[c].length; i++) {
                m_lengths[c][i] = dot(states.get(c), i);
            }
            m_fields[c] = CollectiveField.of(states.get(c)).toArray();
        }
    }

    private void checkModes(final int c) {
        final MomentumModes first = m_states.get(0).modes();
        final MomentumModes modes = m_states.get(c).modes();
        if (modes.size() != first.size()) {
            throw new IllegalArgumentException("The background has " + first.size() + " modes at z = " + m_z[0]
                + " and " + modes.size() + " at z = " + m_z[c] + "; it must have the same modes everywhere.");
        }
        for (int i = 0; i < first.size(); i++) {
            if (modes.species(i) != first.species(i) || modes.vx(i) != first.vx(i) || modes.vy(i) != first.vy(i)
                || modes.vz(i) != first.vz(i)) {
                throw new IllegalArgumentException("Mode " + i + " at z = " + m_z[c]
                    + " has another species or velocity than at z = " + m_z[0]
                    + "; the background must have the same modes in the same order.");
            }
        }
        final Environment here = m_environments.get(c);
        if (!here.withMatterPotential(0).equals(m_environments.get(0).withMatterPotential(0))) {
            throw new IllegalArgumentException("Only the matter potential may vary along z.");
        }
    }

    /** The axis along which all P_i and external terms lie; empty if there is none. */
    private double[] commonAxis() {
        final double[] axis = new double[3];
        double largest = 0;
        boolean matter = false;
        boolean vacuum = false;
        for (int c = 0; c < m_z.length; c++) {
            matter |= m_environments.get(c).matterPotential() != 0;
            final FlavorState state = m_states.get(c);
            for (int i = 0; i < state.size(); i++) {
                vacuum |= state.modes().omega(i) != 0;
                if (state.length(i) > largest) {
                    largest = state.length(i);
                    axis[0] = state.px(i) / largest;
                    axis[1] = state.py(i) / largest;
                    axis[2] = state.pz(i) / largest;
                }
            }
        }
        final Environment environment = m_environments.get(0);
        boolean aligned = largest > 0;
        aligned &= !matter || Math.hypot(axis[0], axis[1]) <= ALIGNED;
        aligned &= !vacuum || across(axis, environment.bx(), 0, environment.bz()) <= ALIGNED;
        for (int c = 0; c < m_z.length && aligned; c++) {
            final FlavorState state = m_states.get(c);
            for (int i = 0; i < state.size() && aligned; i++) {
                aligned = across(axis, state.px(i), state.py(i), state.pz(i)) <= ALIGNED * largest;
            }
        }
        if (aligned && axis[2] < 0) {
            for (int a = 0; a < 3; a++) {
                axis[a] = -axis[a];
            }
        }
        return aligned ? axis : new double[0];
    }

    private static double across(final double[] axis, final double x, final double y, final double z) {
        return Math.hypot(axis[1] * z - axis[2] * y,
            Math.hypot(axis[2] * x - axis[0] * z, axis[0] * y - axis[1] * x));
    }

    private double dot(final FlavorState state, final int i) {
        return m_axis[0] * state.px(i) + m_axis[1] * state.py(i) + m_axis[2] * state.pz(i);
    }

    /** Takes the equilibrium of a place over. */
    void setEquilibrium(final int c, final EquilibriumResult result) {
        if (!result.converged()) {
            throw new IllegalArgumentException("The background at z = " + m_z[c] + " has no mixing equilibrium: "
                + result.advice());
        }
        if (result.rotation().omega() != 0) {
            throw new IllegalArgumentException("The background at z = " + m_z[c] + " is in equilibrium only in a"
                + " co-rotating frame; rays need one at rest. A matter potential that is not zero fixes the frame.");
        }
        final int n = result.state().size();
        m_lengths[c] = new double[n];
        for (int i = 0; i < n; i++) {
            m_lengths[c][i] = result.alignment().sign(i) * result.state().length(i);
            if (c > 0 && m_lengths[c][i] * m_lengths[c - 1][i] < 0) {
                throw new IllegalArgumentException("Mode " + i + " is along its Hamiltonian vector at z = "
                    + m_z[m_lengths[c][i] > 0 ? c : c - 1] + " and against it at z = "
                    + m_z[m_lengths[c][i] > 0 ? c - 1 : c] + "; no equilibrium connects them.");
            }
        }
        m_fields[c] = result.field().toArray();
    }

    FlavorState state(final int c) {
        return m_states.get(c);
    }

    Environment environment(final int c) {
        return m_environments.get(c);
    }

    double[] axis() {
        return m_axis;
    }

    /** The collective numbers, one row a number. */
    double[][] fields() {
        return transposed(m_fields);
    }

    private static double[][] transposed(final double[][] rows) {
        final double[][] columns = new double[rows[0].length][rows.length];
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < columns.length; c++) {
                columns[c][r] = rows[r][c];
            }
        }
        return columns;
    }

    /** Matter, lengths, signed weights, signed frequencies and damping rates, each kept within its bounds. */
    CubicSpline interpolate(final double[] z) {
        final int n = m_states.get(0).size();
        final double[][] rows = new double[1 + 4 * n][z.length];
        for (int c = 0; c < z.length; c++) {
            final MomentumModes modes = m_states.get(c).modes();
            rows[0][c] = m_environments.get(c).matterPotential();
            for (int i = 0; i < n; i++) {
                rows[1 + i][c] = m_lengths[c][i];
                rows[1 + n + i][c] = modes.species(i).sign() * modes.weight(i);
                rows[1 + 2 * n + i][c] = modes.species(i).sign() * modes.omega(i);
                rows[1 + 3 * n + i][c] = modes.damping(i);
            }
        }
        final double[] lower = new double[rows.length];
        final double[] upper = new double[rows.length];
        Arrays.fill(lower, Double.NEGATIVE_INFINITY);
        Arrays.fill(upper, Double.POSITIVE_INFINITY);
        for (int i = 0; i < n; i++) {
            bound(rows[1 + i], longest(i), 1 + i, lower, upper);
            bound(rows[1 + n + i], Double.POSITIVE_INFINITY, 1 + n + i, lower, upper);
            bound(rows[1 + 3 * n + i], Double.POSITIVE_INFINITY, 1 + 3 * n + i, lower, upper);
        }
        return CubicSpline.bounded(z, rows, lower, upper);
    }

    /** Values of one sign keep it, up to rounding. */
    private static void bound(final double[] row, final double longest, final int at, final double[] lower,
        final double[] upper) {
        final double rounding = ROUNDING * Arrays.stream(row).map(Math::abs).max().orElse(0);
        lower[at] = Arrays.stream(row).allMatch(v -> v >= 0) ? -rounding : -longest - rounding;
        upper[at] = Arrays.stream(row).allMatch(v -> v <= 0) ? rounding : longest + rounding;
    }

    private double longest(final int i) {
        double longest = 0;
        for (final FlavorState state : m_states) {
            longest = Math.max(longest, Math.min(state.trace(i), 2 - state.trace(i)));
        }
        return longest;
    }
}
