package org.flavorwaves.physics.state;

import java.util.Arrays;

/**
 * N momentum modes as a struct of arrays: what a mode is, without its flavor. Immutable.
 *
 * <p>A mode has a species sign s = +-1, a velocity v (|v| &lt;= 1; an axisymmetric ring is stored as
 * (0, 0, cos theta)), a weight w (density per unit occupation, in the units of the potentials), a vacuum frequency
 * omega = dm2/(2E) (same units, sign of the mass ordering), a depolarization rate D &gt;= 0 (same units), absorption
 * and emission.
 */
public final class MomentumModes {
    private final Species[] m_species;

    private final double[] m_vx;

    private final double[] m_vy;

    private final double[] m_vz;

    private final double[] m_weight;

    private final double[] m_omega;

    private final double[] m_depolarization;

    private final Absorption m_absorption;

    private MomentumModes(final Builder b) {
        m_species = b.m_species.clone();
        m_vx = b.m_vx.clone();
        m_vy = b.m_vy.clone();
        m_vz = b.m_vz.clone();
        m_weight = b.m_weight.clone();
        m_omega = b.m_omega == null ? new double[m_vx.length] : b.m_omega.clone();
        m_depolarization = b.m_depolarization == null ? new double[m_vx.length] : b.m_depolarization.clone();
        m_absorption = b.m_absorption == null ? Absorption.none(m_vx.length) : b.m_absorption;
        ModeCheck.check(m_species, new double[][]{m_vx, m_vy, m_vz}, m_weight, m_omega, m_depolarization, m_absorption);
    }

    /**
     * Starts a builder.
     *
     * @return an empty builder; species, velocity and weight are required, omega and the rates default to 0
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Starts a builder from these modes.
     *
     * @return a builder that holds all their numbers
     */
    public Builder toBuilder() {
        return new Builder().species(m_species).velocity(m_vx, m_vy, m_vz).weight(m_weight).omega(m_omega)
            .depolarization(m_depolarization).absorption(m_absorption);
    }

    /**
     * The number of modes.
     *
     * @return N &gt;= 1
     */
    public int size() {
        return m_species.length;
    }

    /**
     * The species of a mode.
     *
     * @param i mode index
     * @return neutrino or antineutrino
     */
    public Species species(final int i) {
        return m_species[i];
    }

    /**
     * The x component of the velocity.
     *
     * @param i mode index
     * @return v_x, dimensionless
     */
    public double vx(final int i) {
        return m_vx[i];
    }

    /**
     * The y component of the velocity.
     *
     * @param i mode index
     * @return v_y, dimensionless
     */
    public double vy(final int i) {
        return m_vy[i];
    }

    /**
     * The z component of the velocity.
     *
     * @param i mode index
     * @return v_z, dimensionless
     */
    public double vz(final int i) {
        return m_vz[i];
    }

    /**
     * The quadrature weight: density per unit occupation.
     *
     * @param i mode index
     * @return w_i in the units of the potentials
     */
    public double weight(final int i) {
        return m_weight[i];
    }

    /**
     * The vacuum frequency, without the species sign.
     *
     * @param i mode index
     * @return omega_i = dm2/(2 E_i) in the units of the potentials
     */
    public double omega(final int i) {
        return m_omega[i];
    }

    /**
     * The depolarization rate.
     *
     * @param i mode index
     * @return D_i in the units of the potentials
     */
    public double depolarization(final int i) {
        return m_depolarization[i];
    }

    /**
     * Absorption and emission.
     *
     * @return rates and sources of the modes
     */
    public Absorption absorption() {
        return m_absorption;
    }

    /**
     * The rate at which collisions damp the coherence of a mode.
     *
     * @param i mode index
     * @return D_i + kappa_i in the units of the potentials
     */
    public double damping(final int i) {
        return m_depolarization[i] + m_absorption.rate(i);
    }

    /**
     * The species signs.
     *
     * @return s_i = +-1 as a new array of length N
     */
    public double[] signs() {
        final double[] s = new double[m_species.length];
        for (int i = 0; i < s.length; i++) {
            s[i] = m_species[i].sign();
        }
        return s;
    }

    /**
     * The x components of the velocities.
     *
     * @return a new array of length N
     */
    public double[] vxs() {
        return m_vx.clone();
    }

    /**
     * The y components of the velocities.
     *
     * @return a new array of length N
     */
    public double[] vys() {
        return m_vy.clone();
    }

    /**
     * The z components of the velocities.
     *
     * @return a new array of length N
     */
    public double[] vzs() {
        return m_vz.clone();
    }

    /**
     * The weights.
     *
     * @return a new array of length N, in the units of the potentials
     */
    public double[] weights() {
        return m_weight.clone();
    }

    /**
     * The products w_i s_i that enter every collective sum.
     *
     * @return a new array of length N, in the units of the potentials
     */
    public double[] signedWeights() {
        final double[] ws = m_weight.clone();
        for (int i = 0; i < ws.length; i++) {
            ws[i] *= m_species[i].sign();
        }
        return ws;
    }

    /**
     * The vacuum frequencies, without the species sign.
     *
     * @return a new array of length N, in the units of the potentials
     */
    public double[] omegas() {
        return m_omega.clone();
    }

    /**
     * The depolarization rates.
     *
     * @return a new array of length N, in the units of the potentials
     */
    public double[] depolarizations() {
        return m_depolarization.clone();
    }

    /**
     * The rates at which collisions damp the coherence.
     *
     * @return D_i + kappa_i as a new array of length N, in the units of the potentials
     */
    public double[] dampings() {
        final double[] damping = new double[size()];
        Arrays.setAll(damping, this::damping);
        return damping;
    }

    /** Collects the arrays of a mode set; the arrays are copied by {@link #build()}. */
    public static final class Builder {
        private Species[] m_species = {};

        private double[] m_vx;

        private double[] m_vy;

        private double[] m_vz;

        private double[] m_weight;

        private double[] m_omega;

        private double[] m_depolarization;

        private Absorption m_absorption;

        private Builder() {
        }

        /**
         * Sets the species.
         *
         * @param species one entry a mode
         * @return this builder
         */
        public Builder species(final Species... species) {
            m_species = species;
            return this;
        }

        /**
         * Sets velocities as vectors.
         *
         * @param vx x components
         * @param vy y components
         * @param vz z components
         * @return this builder
         */
        public Builder velocity(final double[] vx, final double[] vy, final double[] vz) {
            m_vx = vx;
            m_vy = vy;
            m_vz = vz;
            return this;
        }

        /**
         * Sets axisymmetric rings, v = (0, 0, cos theta).
         *
         * @param cosTheta cos theta, in [-1, 1]
         * @return this builder
         */
        public Builder rings(final double... cosTheta) {
            return velocity(new double[cosTheta.length], new double[cosTheta.length], cosTheta);
        }

        /**
         * Sets the weights.
         *
         * @param weight w_i &gt;= 0, in the units of the potentials
         * @return this builder
         */
        public Builder weight(final double... weight) {
            m_weight = weight;
            return this;
        }

        /**
         * Sets the vacuum frequencies.
         *
         * @param omega dm2/(2E) without the species sign, in the units of the potentials
         * @return this builder
         */
        public Builder omega(final double... omega) {
            m_omega = omega;
            return this;
        }

        /**
         * Sets the depolarization rates.
         *
         * @param depolarization D_i &gt;= 0, in the units of the potentials
         * @return this builder
         */
        public Builder depolarization(final double... depolarization) {
            m_depolarization = depolarization;
            return this;
        }

        /**
         * Sets absorption and emission.
         *
         * @param absorption rates and sources of the modes
         * @return this builder
         */
        public Builder absorption(final Absorption absorption) {
            m_absorption = absorption;
            return this;
        }

        /**
         * Copies and checks the arrays.
         *
         * @return the modes
         * @throws IllegalArgumentException if lengths differ or there is no mode
         * @throws InvalidModeException if a mode breaks a bound; names it with the value
         */
        public MomentumModes build() {
            return new MomentumModes(this);
        }
    }
}
