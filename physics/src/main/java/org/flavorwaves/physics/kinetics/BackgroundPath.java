package org.flavorwaves.physics.kinetics;

import org.flavorwaves.physics.equilibrium.CoRotation;
import org.flavorwaves.physics.equilibrium.EquilibriumOptions;
import org.flavorwaves.physics.equilibrium.EquilibriumResult;
import org.flavorwaves.physics.equilibrium.MixingEquilibrium;
import org.flavorwaves.physics.kinetics.waves.FlavorViscosity;
import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.BackgroundStructure;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Alignment;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.Hamiltonian;

/**
 * The mixing equilibria through which a gas goes as its polarizations P_i = l_i d_i change, with unit vectors
 * d_i = eps_i H_i/|H_i| and eps_i constant (JK 39). A negative l_i means that the mode has gone through P_i = 0 and
 * is aligned the other way. A gas with all P_i and H_i along one axis keeps its d_i.
 */
public final class BackgroundPath {
    /** Sine of the angle below which two axes are the same. */
    private static final double STRAIGHT = 1e-9;

    /** In a frame that turns about z without its matter, which would only cost digits of the fields in that frame. */
    private Environment m_environment;

    private final EquilibriumOptions m_options;

    private final double[] m_directions;

    private Background m_current;

    private Alignment m_alignment;

    /**
     * Starts at a gas.
     *
     * @param state the gas; if it is no mixing equilibrium, the one with its |P_i| and eps_i is solved for
     * @param environment vacuum mixing, matter and the strength of the nu-nu term
     * @param options how equilibria are found
     * @param progress told of continuations; may cancel
     * @throws KineticsStoppedException if there is no equilibrium
     */
    public BackgroundPath(final FlavorState state, final Environment environment, final EquilibriumOptions options,
        final Progress progress) {
        m_environment = environment;
        m_options = options;
        m_current = Background.of(state, environment);
        m_alignment = Alignment.of(state, m_current.hamiltonian());
        if (m_current.structure() == BackgroundStructure.GENERAL) {
            final EquilibriumResult result = new MixingEquilibrium(options).solve(state, environment, progress);
            m_alignment = result.alignment();
            m_current = background(result);
        }
        m_directions = FlavorViscosity.directions(m_current.state());
        straighten();
    }

    /** A gas that is aligned but for the residual of its solver is aligned, and stays so to the last digit. */
    private void straighten() {
        if (m_current.structure() != BackgroundStructure.ALIGNED) {
            return;
        }
        final double[] axis = axis();
        final double[] lengths = new double[m_current.size()];
        for (int i = 0; i < lengths.length; i++) {
            double along = 0;
            for (int a = 0; a < 3; a++) {
                along += axis[a] * m_directions[3 * i + a];
            }
            for (int a = 0; a < 3; a++) {
                m_directions[3 * i + a] = Math.signum(along) * axis[a];
            }
            lengths[i] = m_current.state().length(i);
        }
        m_current = inFrame(state(lengths));
    }

    /** A state in the frame of the current background. */
    private Background inFrame(final FlavorState state) {
        return Background.coRotating(state, m_environment, m_current.rotation(0), m_current.rotation(1),
            m_current.rotation(2));
    }

    /** The common axis; z or B themselves where it is one of them but for rounding. */
    private double[] axis() {
        final double[] axis = {m_current.axis(0), m_current.axis(1), m_current.axis(2)};
        for (final double[] external : new double[][]{{0, 0, 1}, {m_environment.bx(), 0, m_environment.bz()}}) {
            if (Math.hypot(axis[0] * external[2] - axis[2] * external[0], axis[1]) < STRAIGHT) {
                return external;
            }
        }
        return axis;
    }

    /**
     * The equilibrium of the last lengths.
     *
     * @return P_i and H_i, parallel to each other
     */
    public Background current() {
        return m_current;
    }

    /** d_i of the current equilibrium, 3 numbers a mode; a new array. */
    double[] directions() {
        return m_directions.clone();
    }

    /**
     * Goes to the equilibrium with other lengths.
     *
     * @param lengths signed lengths l_i, N numbers
     * @param progress told of continuations; may cancel
     * @return the equilibrium
     * @throws KineticsStoppedException if there is none
     */
    public Background moveTo(final double[] lengths, final Progress progress) {
        final FlavorState turned = state(lengths);
        if (m_current.structure() == BackgroundStructure.ALIGNED) {
            m_current = inFrame(turned);
            return m_current;
        }
        final int[] signs = new int[lengths.length];
        for (int i = 0; i < signs.length; i++) {
            signs[i] = lengths[i] < 0 ? -m_alignment.sign(i) : m_alignment.sign(i);
        }
        final EquilibriumResult result =
            new MixingEquilibrium(m_options).solve(turned, m_environment, Alignment.of(signs), progress);
        m_current = background(result);
        final Hamiltonian h = result.hamiltonian();
        for (int i = 0; i < lengths.length; i++) {
            if (h.length(i) > 0) {
                final double factor = m_alignment.sign(i) / h.length(i);
                m_directions[3 * i] = factor * h.hx(i);
                m_directions[3 * i + 1] = factor * h.hy(i);
                m_directions[3 * i + 2] = factor * h.hz(i);
            }
        }
        return m_current;
    }

    /** P_i = l_i d_i, cut to what P0 allows where the drift of an identity leads beyond. */
    FlavorState state(final double[] lengths) {
        final FlavorState state = m_current.state();
        final double[][] p = new double[3][lengths.length];
        for (int i = 0; i < lengths.length; i++) {
            final double most = Math.min(state.trace(i), 2 - state.trace(i));
            final double length = Math.max(-most, Math.min(lengths[i], most));
            for (int a = 0; a < 3; a++) {
                p[a][i] = length * m_directions[3 * i + a];
            }
        }
        return state.withPolarization(p[0], p[1], p[2]);
    }

    private Background background(final EquilibriumResult result) {
        if (!result.converged()) {
            throw new KineticsStoppedException(findings(result.advice()) + " For these |P| and alignments there may be"
                + " no equilibrium at all.");
        }
        final CoRotation r = result.rotation();
        if (r.omega() == 0) {
            return Background.of(result.state(), m_environment);
        }
        if (Math.abs(r.axisZ()) < 1) {
            return Background.coRotating(result.state(), m_environment, r.omega() * r.axisX(),
                r.omega() * r.axisY(), r.omega() * r.axisZ());
        }
        m_environment = m_environment.withMatterPotential(0);
        final double rest = Hamiltonian.of(result.state().modes(), m_environment, result.field()).hz(0)
            - result.hamiltonian().hz(0);
        return Background.coRotating(result.state(), m_environment, 0, 0, rest);
    }

    /**
     * What surrounds the equilibria.
     *
     * @return the environment of the start, without matter where the frame turns with it
     */
    Environment environment() {
        return m_environment;
    }

    /** What failed, without the hints on options that an evolution does not have. */
    private static String findings(final String advice) {
        final int hints = advice.indexOf(" Try:");
        return hints < 0 ? advice : advice.substring(0, hints);
    }
}
