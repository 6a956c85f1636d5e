package org.flavorwaves.physics.transport.rays;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import org.flavorwaves.physics.equilibrium.EquilibriumOptions;
import org.flavorwaves.physics.equilibrium.EquilibriumResult;
import org.flavorwaves.physics.equilibrium.MixingEquilibrium;
import org.flavorwaves.physics.numerics.CubicSpline;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.CollectiveField;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;

/**
 * A background that varies along z: mixing equilibria of one set of modes. What is interpolated are the lengths
 * eps_i |P_i|, weights, vacuum frequencies, damping rates and the matter potential; the equilibrium (JK 16) is solved
 * again at every place, because interpolated polarization vectors would not be in equilibrium. Immutable.
 */
public final class BackgroundProfile {
    private final MomentumModes m_modes;

    private final Environment m_environment;

    private final double[] m_axis;

    private final double[] m_signs;

    private final double[][] m_velocity;

    /** Matter, then lengths, signed weights, signed frequencies and damping rates of all modes. */
    private final CubicSpline m_spline;

    private final CubicSpline m_fields;

    private final boolean m_uniform;

    private BackgroundProfile(final double[] z, final ProfileCells cells, final boolean uniform) {
        m_uniform = uniform;
        m_modes = cells.state(0).modes();
        m_environment = cells.environment(0);
        m_axis = cells.axis();
        m_signs = m_modes.signs();
        m_velocity = new double[][]{m_modes.vxs(), m_modes.vys(), m_modes.vzs()};
        m_spline = cells.interpolate(z);
        m_fields = CubicSpline.of(z, cells.fields());
    }

    /**
     * Builds a profile.
     *
     * @param z places, rising, at least one; a single place stands for a uniform medium without ends
     * @param states one state a place, of the same modes (species and velocities) in the same order
     * @param environments one a place, of the same mixing angle and strength of the nu-nu term
     * @param progress told the share of solved equilibria
     * @return the profile
     * @throws IllegalArgumentException if places and states do not fit together, or a place has no equilibrium at rest;
     *             says which and why
     */
    public static BackgroundProfile of(final double[] z, final List<FlavorState> states,
        final List<Environment> environments, final Progress progress) {
        if (z.length != states.size() || z.length != environments.size() || z.length == 0) {
            throw new IllegalArgumentException("There are " + z.length + " places, " + states.size() + " states and "
                + environments.size() + " environments; a profile needs one of each a place.");
        }
        final boolean uniform = z.length == 1;
        final double[] places = uniform ? new double[]{z[0], z[0] + 1} : z;
        final ProfileCells cells = uniform
            ? new ProfileCells(places, Collections.nCopies(2, states.get(0)),
                Collections.nCopies(2, environments.get(0)))
            : new ProfileCells(z, states, environments);
        if (cells.axis().length == 0) {
            final MixingEquilibrium solver = new MixingEquilibrium(EquilibriumOptions.DEFAULT);
            for (int c = 0; c < places.length; c++) {
                progress.report(c / (double) places.length, "Equilibria of the background");
                final EquilibriumResult result = solver.solve(cells.state(c), cells.environment(c), Progress.NONE);
                cells.setEquilibrium(c, result);
            }
        }
        return new BackgroundProfile(places, cells, uniform);
    }

    /**
     * The left end.
     *
     * @return first place; minus infinity of a uniform medium
     */
    public double from() {
        return m_uniform ? Double.NEGATIVE_INFINITY : m_spline.from();
    }

    /**
     * The right end.
     *
     * @return last place; infinity of a uniform medium
     */
    public double to() {
        return m_uniform ? Double.POSITIVE_INFINITY : m_spline.to();
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
     * Whether all P_i and all external terms lie along one flavor axis everywhere.
     *
     * @return true for the circular sectors, false for a general equilibrium
     */
    public boolean isAligned() {
        return m_axis.length > 0;
    }

    /**
     * How many quantities are interpolated monotonically, because a spline through them would change the sign of
     * |P_i|, a weight or a rate, or leave |P| &lt;= min(P0, 2 - P0): there the places are too coarse.
     *
     * @return number of lengths, weights and rates of modes
     */
    public int limited() {
        return m_spline.limited();
    }

    /**
     * The strength of all modes together at the left end.
     *
     * @return sum w |P|, in the units of the potentials
     */
    public double strength() {
        final double[] values = new double[functions()];
        at(m_spline.from(), values, new double[functions()]);
        double sum = 0;
        for (int i = 0; i < size(); i++) {
            sum += Math.abs(signedWeight(values, i) * length(values, i));
        }
        return sum;
    }

    /**
     * The mixing equilibrium at a place, with P0 = |P|.
     *
     * @param z place
     * @return the state
     */
    public FlavorState stateAt(final double z) {
        final int n = size();
        final double[] values = new double[functions()];
        at(z, values, new double[functions()]);
        final double[] weight = Arrays.copyOfRange(values, 1 + n, 1 + 2 * n);
        final double[] omega = Arrays.copyOfRange(values, 1 + 2 * n, 1 + 3 * n);
        final double[] trace = new double[n];
        final double[][] p = new double[3][n];
        final CoupledMedium medium = isAligned() ? null : new CoupledMedium(this);
        if (medium != null) {
            medium.moveTo(z);
        }
        for (int i = 0; i < n; i++) {
            weight[i] *= m_signs[i];
            omega[i] *= m_signs[i];
            trace[i] = Math.abs(length(values, i));
            for (int a = 0; a < 3; a++) {
                p[a][i] = medium == null ? m_axis[a] * length(values, i) : medium.m_p[3 * i + a];
            }
        }
        return new FlavorState(MomentumModes.builder().species(species()).velocity(m_velocity[0], m_velocity[1],
            m_velocity[2]).weight(weight).omega(omega)
            .depolarization(Arrays.copyOfRange(values, 1 + 3 * n, 1 + 4 * n)).build(), trace, p[0], p[1], p[2]);
    }

    private Species[] species() {
        final Species[] species = new Species[size()];
        for (int i = 0; i < species.length; i++) {
            species[i] = m_modes.species(i);
        }
        return species;
    }

    /**
     * The surroundings at a place.
     *
     * @param z place
     * @return mixing, matter potential there, strength of the nu-nu term
     */
    public Environment environmentAt(final double z) {
        final double[] values = new double[functions()];
        at(z, values, new double[functions()]);
        return m_environment.withMatterPotential(values[0]);
    }

    int functions() {
        return 1 + 4 * size();
    }

    /** All interpolated quantities and their derivatives at a place. */
    void at(final double z, final double[] values, final double[] slopes) {
        m_spline.at(z, values, slopes);
    }

    /** A start for the {@link CollectiveField#SIZE} collective numbers at a place. */
    void fieldsAt(final double z, final double[] values, final double[] slopes) {
        m_fields.at(z, values, slopes);
    }

    /** eps_i |P_i|, or P_i along the axis, among values or slopes of {@link #at}. */
    double length(final double[] values, final int i) {
        return values[1 + i];
    }

    /** s_i w_i among values or slopes. */
    double signedWeight(final double[] values, final int i) {
        return values[1 + size() + i];
    }

    /** s_i omega_i among values or slopes. */
    double signedOmega(final double[] values, final int i) {
        return values[1 + 2 * size() + i];
    }

    /** D_i among values or slopes. */
    double damping(final double[] values, final int i) {
        return values[1 + 3 * size() + i];
    }

    /** Component a of the external term s omega B + lambda z of a mode, or of its slope. */
    double external(final double[] values, final int i, final int a) {
        final double b = a == 0 ? m_environment.bx() : a == 1 ? 0 : m_environment.bz();
        return signedOmega(values, i) * b + (a == 2 ? values[0] : 0);
    }

    /** v_i along an axis of space. */
    double velocity(final int axis, final int i) {
        return m_velocity[axis][i];
    }

    double selfInteraction() {
        return m_environment.selfInteraction();
    }

    /** Component of the common flavor axis. */
    double axis(final int a) {
        return m_axis[a];
    }
}
