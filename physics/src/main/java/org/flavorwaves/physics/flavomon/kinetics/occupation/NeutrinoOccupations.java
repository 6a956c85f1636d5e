package org.flavorwaves.physics.flavomon.kinetics.occupation;

import org.flavorwaves.physics.state.Absorption;
import org.flavorwaves.physics.state.Cosines;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.InvalidModeException;
import org.flavorwaves.physics.state.MomentumModes;

/**
 * Occupations f_e = (P0 + Pz)/2 and f_x = (P0 - Pz)/2 of the momentum modes of a medium without flavor coherence, in
 * which waves run along z: rings about z, or directions on the sphere, which waves along z couple by their v_z alone.
 * Immutable.
 */
public final class NeutrinoOccupations {
    /** Largest |P_perp|/P0 of a mode that counts as free of coherence. */
    public static final double ALIGNMENT = 1e-3;

    private static final double ON_AXIS = 1e-9;

    private final double[] m_v;

    private final double[] m_weight;

    private final int[] m_sign;

    private final double[] m_electron;

    private final double[] m_other;

    private final Absorption m_absorption;

    private final double m_asymmetry;

    /** Where in the unknowns, counted from their end, the changes of f_e + f_x are; 0 if they do not change. */
    private final int m_traces;

    private NeutrinoOccupations(final FlavorState state, final double selfInteraction) {
        final MomentumModes modes = state.modes();
        final int n = modes.size();
        m_v = modes.vzs();
        m_weight = modes.weights();
        m_sign = new int[n];
        m_electron = new double[n];
        m_other = new double[n];
        m_absorption = modes.absorption();
        m_asymmetry = asymmetry(state);
        m_traces = m_absorption.acts() ? n + 2 : 0;
        for (int i = 0; i < n; i++) {
            if (Math.hypot(state.px(i), state.py(i)) > ALIGNMENT * state.trace(i)) {
                throw new InvalidModeException(i, "is not along z: P = (" + state.px(i) + ", " + state.py(i) + ", "
                    + state.pz(i) + "); the coherence of a medium of flavomons is in its waves: make all P along z, or"
                    + " use flavor-wave kinetics, which takes any direction");
            }
            if (modes.weight(i) < 0) {
                throw new InvalidModeException(i, "has the negative weight " + modes.weight(i)
                    + "; the kinetics counts particles, so weights must be positive");
            }
            requireAxis(modes, i);
            if (Math.hypot(m_absorption.px(i), m_absorption.py(i)) > ALIGNMENT * m_absorption.trace(i)) {
                throw new InvalidModeException(i, "has a source that is not along z: P_source = (" + m_absorption.px(i)
                    + ", " + m_absorption.py(i) + ", " + m_absorption.pz(i)
                    + "); flavomon kinetics emits flavor states");
            }
            m_weight[i] *= selfInteraction;
            m_sign[i] = modes.species(i).sign();
            m_electron[i] = Math.min(1, Math.max(0, (state.trace(i) + state.pz(i)) / 2));
            m_other[i] = Math.min(1, Math.max(0, (state.trace(i) - state.pz(i)) / 2));
        }
    }

    private static void requireAxis(final MomentumModes modes, final int i) {
        final double across = Math.hypot(modes.vx(i), modes.vy(i));
        if (across > ON_AXIS && Math.abs(Math.hypot(across, modes.vz(i)) - 1) > ON_AXIS) {
            throw new InvalidModeException(i, "is neither a ring about z nor a direction: v = (" + modes.vx(i) + ", "
                + modes.vy(i) + ", " + modes.vz(i) + "); flavomon kinetics needs v = (0, 0, cos theta) or |v| = 1");
        }
    }

    /**
     * How far the lepton number is from axial symmetry: the largest of its moments v_x, v_y, v_x^2 - v_y^2 and
     * 2 v_x v_y over levels of cos theta, the sizes of all levels added up, relative to sum |w g|. Waves along z feel a
     * medium averaged over azimuth; where the moments are 0, that is exact.
     */
    private static double asymmetry(final FlavorState state) {
        final MomentumModes modes = state.modes();
        final Cosines levels = new Cosines(modes.vzs());
        final double[][] moments = new double[levels.size()][4];
        double total = 0;
        for (int i = 0; i < state.size(); i++) {
            final double g = modes.weight(i) * modes.species(i).sign() * state.pz(i);
            final double[] level = moments[levels.below(modes.vz(i))];
            level[0] += g * modes.vx(i);
            level[1] += g * modes.vy(i);
            level[2] += g * (modes.vx(i) * modes.vx(i) - modes.vy(i) * modes.vy(i));
            level[3] += 2 * g * modes.vx(i) * modes.vy(i);
            total += Math.abs(g);
        }
        double largest = 0;
        for (int m = 0; m < 4; m++) {
            double sum = 0;
            for (final double[] level : moments) {
                sum += Math.abs(level[m]);
            }
            largest = Math.max(largest, sum);
        }
        return total > 0 ? largest / total : 0;
    }

    /**
     * Reads a state. Small transverse components, as of an initial perturbation, are not used.
     *
     * @param state a state with all P_i along z; modes are rings about z, v_z = cos theta, or directions, |v| = 1
     * @param environment gives the strength q of the nu-nu term, by which the weights are multiplied
     * @return its occupations
     * @throws InvalidModeException if |P_perp| of a mode exceeds {@value #ALIGNMENT} P0, its weight is negative, or it
     *             is neither a ring nor a direction
     * @throws IllegalArgumentException if q is not positive
     */
    public static NeutrinoOccupations of(final FlavorState state, final Environment environment) {
        if (!(environment.selfInteraction() > 0)) {
            throw new IllegalArgumentException("Flavomons exist only with a nu-nu term: the self-interaction factor"
                + " must be positive but is " + environment.selfInteraction() + ".");
        }
        return new NeutrinoOccupations(state, environment.selfInteraction());
    }

    /**
     * The number of modes.
     *
     * @return n &gt;= 1
     */
    public int size() {
        return m_v.length;
    }

    /**
     * The velocity along the axis.
     *
     * @param i mode index
     * @return v = cos theta
     */
    public double velocity(final int i) {
        return m_v[i];
    }

    /**
     * The density of a mode per unit occupation.
     *
     * @param i mode index
     * @return q w_i in the unit of the potentials
     */
    public double weight(final int i) {
        return m_weight[i];
    }

    /**
     * The species of a mode.
     *
     * @param i mode index
     * @return +1 for nu, -1 for nubar
     */
    public int sign(final int i) {
        return m_sign[i];
    }

    /**
     * How far the lepton number is from symmetry about z, which the waves take for granted.
     *
     * @return the largest azimuthal moment of first or second order relative to sum |w g|; 0 for rings
     */
    public double asymmetry() {
        return m_asymmetry;
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
     * f_e of a mode at the unknowns of a kinetic system, f_e(0) + d and half of the change of f_e + f_x.
     *
     * @param i index of the mode
     * @param y the unknowns
     * @return f_e
     */
    public double electron(final int i, final double[] y) {
        return m_electron[i] + y[i] + halfTrace(i, y);
    }

    /**
     * f_x of a mode, f_x(0) - d and half of the change of f_e + f_x.
     *
     * @param i index of the mode
     * @param y the unknowns
     * @return f_x
     */
    public double other(final int i, final double[] y) {
        return m_other[i] - y[i] + halfTrace(i, y);
    }

    private double halfTrace(final int i, final double[] y) {
        return m_traces == 0 || y.length == size() ? 0 : 0.5 * y[y.length - m_traces + i];
    }

    /**
     * The initial electron-flavor occupation.
     *
     * @param i mode index
     * @return f_e in [0, 1]
     */
    public double electron(final int i) {
        return m_electron[i];
    }

    /**
     * The initial occupation of the other flavor.
     *
     * @param i mode index
     * @return f_x in [0, 1]
     */
    public double other(final int i) {
        return m_other[i];
    }
}
