package org.flavorwaves.physics.equilibrium.system;

import java.util.Arrays;

/**
 * The frames in which an equilibrium may stand still (JK II D): with a place p, H_i -> H_i - g_pp V^p_i sum_k Omega_k
 * n_k with unknown Omega_k, one for every axis n_k about which the external terms are symmetric, n_k.J^p = its
 * conserved value for each, and a phase. p = 0 is rotation in time at the rates Omega_k with the densities n_k.J^0
 * conserved; p = 1..3 is rotation along a space axis, H_i + v_i K n, with the fluxes n.J^p conserved. Without an axis
 * this is the resting frame.
 */
public final class Frame {
    /** The resting frame. */
    public static final Frame REST = new Frame(new double[0][], new double[0], new Phase[0]);

    private final double[][] m_axes;

    private final double[] m_conserved;

    private final Phase[] m_phases;

    private final int m_place;

    /**
     * The condition J^m.(n x reference) = 0 with J^m.reference > 0, which picks one point of a circle of solutions.
     *
     * @param place m
     * @param axis unit vector n about which the circle turns
     * @param reference unit vector across n
     */
    public record Phase(int place, double[] axis, double[] reference) {

        /** Component a of n x reference. */
        double row(final int a) {
            return FrameFinder.cross(axis, reference)[a];
        }

        /**
         * Rotates all J^m about n until the condition holds.
         *
         * @param j the 12 numbers, changed
         */
        public void apply(final double[] j) {
            final double[] own = Arrays.copyOfRange(j, 3 * place, 3 * place + 3);
            final double angle = -Math.atan2(FrameFinder.dot(FrameFinder.cross(axis, reference), own),
                FrameFinder.dot(reference, own));
            turn(j, Math.cos(angle), Math.sin(angle));
        }

        /**
         * Rotates all J^m about n.
         *
         * @param j the 12 numbers, changed
         * @param cos of the angle
         * @param sin of the angle
         */
        public void turn(final double[] j, final double cos, final double sin) {
            for (int m = 0; m < 4; m++) {
                final double[] v = Arrays.copyOfRange(j, 3 * m, 3 * m + 3);
                final double[] turned = FrameFinder.cross(axis, v);
                final double along = FrameFinder.dot(axis, v) * (1 - cos);
                for (int a = 0; a < 3; a++) {
                    j[3 * m + a] = cos * v[a] + sin * turned[a] + along * axis[a];
                }
            }
        }
    }

    /**
     * Keeps the arrays.
     *
     * @param axes unit axes n_k, 3 numbers each
     * @param conserved J^0.n_k, in the units of the potentials
     * @param phases none or one
     */
    Frame(final double[][] axes, final double[] conserved, final Phase... phases) {
        this(0, axes, conserved, phases);
    }

    /**
     * Keeps the arrays.
     *
     * @param place p, 0 to 3
     * @param axes unit axes n_k, 3 numbers each
     * @param conserved J^p.n_k, in the units of the potentials
     * @param phases none or one
     */
    public Frame(final int place, final double[][] axes, final double[] conserved, final Phase... phases) {
        m_place = place;
        m_axes = axes;
        m_conserved = conserved;
        m_phases = phases;
    }

    /**
     * The place p of the frame.
     *
     * @return 0 where it rotates in time, 1 to 3 where it turns along x, y or z
     */
    public int place() {
        return m_place;
    }

    /**
     * The same frame with free phase, for equations that break the symmetry.
     *
     * @return a frame without conditions on the phase
     */
    public Frame withoutPhase() {
        return new Frame(m_place, m_axes, m_conserved);
    }

    /**
     * Number of rotations of the frame, each of unknown rate.
     *
     * @return 0 for a frame at rest
     */
    public int rotations() {
        return m_axes.length;
    }

    /**
     * Component a of the axis of rotation k, a unit vector.
     *
     * @param k index of the rotation, below {@link #rotations}
     * @param a 0 to 2 for x, y, z
     * @return the component, dimensionless
     */
    public double axis(final int k, final int a) {
        return m_axes[k][a];
    }

    /**
     * J^0.n_k, which keeps its value, in the units of the potentials.
     *
     * @param k index of the rotation, below {@link #rotations}
     * @return the value of the input state
     */
    public double conserved(final int k) {
        return m_conserved[k];
    }

    /**
     * The conditions that choose one of a circle of solutions.
     *
     * @return one for each free phase; none where the solution is isolated
     */
    public Phase[] phases() {
        return m_phases;
    }

    /**
     * Component a of the rotation vector sum_k Omega_k n_k.
     *
     * @param omega rate of each rotation
     * @param a 0 to 2 for x, y, z
     * @return the component, in the unit of the rates
     */
    public double rotation(final double[] omega, final int a) {
        double sum = 0;
        for (int k = 0; k < m_axes.length; k++) {
            sum += omega[k] * m_axes[k][a];
        }
        return sum;
    }
}
