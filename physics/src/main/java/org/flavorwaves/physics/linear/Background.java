package org.flavorwaves.physics.linear;

import java.util.Arrays;

import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.Hamiltonian;
import org.flavorwaves.physics.state.LeptonNumber;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.WaveVector;

/**
 * The state on which waves are small: polarization vectors, their Hamiltonian vectors, and which exact block structure
 * the directions of both allow. It need not be an equilibrium. Immutable.
 *
 * <p>Directions are taken as equal when the part of the linear operator that this neglects is at most
 * {@value #ALIGNMENT_TOLERANCE} of the flavor part of its norm, max_i |H_i| + max_i |P_i| |q| sum_j w_j f_ij. Such a
 * change of the operator is of the size of the residual that {@code equilibrium} leaves, and of the backward error of
 * a dense eigensolver at a few thousand modes; it moves a band by that size times the band's condition number.
 */
public final class Background implements WaveBackground {
    /** Largest neglected part of the operator, relative to its flavor part. */
    public static final double ALIGNMENT_TOLERANCE = 1e-12;

    private final FlavorState m_state;

    private final Environment m_environment;

    private final double[] m_rotation;

    private final double[] m_turning;

    private final Hamiltonian m_hamiltonian;

    private final ModeArrays m_arrays;

    private final BackgroundStructure m_structure;

    private final LocalFrames m_frames;

    private Background(final FlavorState state, final Environment environment, final double[] rotation,
        final double[] turning, final boolean useStructure) {
        m_state = state;
        m_environment = environment;
        m_rotation = rotation;
        m_turning = turning;
        m_hamiltonian = Hamiltonian.of(state, environment);
        m_arrays = ModeArrays.of(state, environment, m_hamiltonian, rotation, turning);
        final AlignmentCheck check = new AlignmentCheck(m_arrays, environment.matterPotential());
        final double[] axis = check.commonAxis();
        final boolean aligned = useStructure && check.holdsFor(axis);
        final double[][] axes = useStructure && !aligned ? check.localAxes() : new double[0][];
        if (aligned) {
            m_structure = BackgroundStructure.ALIGNED;
            m_frames = LocalFrames.common(axis);
        } else if (axes.length > 0) {
            m_structure = BackgroundStructure.EQUILIBRIUM;
            m_frames = LocalFrames.local(axes);
        } else {
            m_structure = BackgroundStructure.GENERAL;
            m_frames = LocalFrames.cartesian();
        }
    }

    /**
     * A background whose exact block structure is detected and used.
     *
     * @param state polarization vectors of all modes
     * @param environment vacuum mixing, matter and the strength of the nu-nu term
     * @return the background
     */
    public static Background of(final FlavorState state, final Environment environment) {
        return new Background(state, environment, new double[3], new double[3], true);
    }

    /**
     * A background that is treated as {@link BackgroundStructure#GENERAL} whatever its directions; the reference
     * against which the block structures are checked.
     *
     * @param state polarization vectors of all modes
     * @param environment vacuum mixing, matter and the strength of the nu-nu term
     * @return the background
     */
    public static Background withoutStructure(final FlavorState state, final Environment environment) {
        return new Background(state, environment, new double[3], new double[3], false);
    }

    /**
     * A background that precesses rigidly, seen in the flavor frame in which it stands still (JK II D): H_i is replaced
     * by H_i - R. Waves are fluctuations in that frame.
     *
     * @param state polarization vectors of all modes
     * @param environment vacuum mixing, matter and the strength of the nu-nu term
     * @param rx angular velocity R of the frame in flavor space, x component, in the units of the potentials
     * @param ry y component
     * @param rz z component
     * @return the background
     * @throws IllegalArgumentException if the external term of a mode is not along R, so that it would not stand still;
     *             names the mode
     */
    public static Background coRotating(final FlavorState state, final Environment environment, final double rx,
        final double ry, final double rz) {
        requireAxis(state, environment, rx, ry, rz);
        return new Background(state, environment, new double[]{rx, ry, rz}, new double[3], true);
    }

    /**
     * A background that turns rigidly along z and stands still in time, seen in the flavor frame that turns with it:
     * H_i is replaced by H_i + v_z R (FW flux-equilibrium). Wave numbers are those in this frame.
     *
     * @param state polarization vectors of all modes
     * @param environment vacuum mixing, matter and the strength of the nu-nu term
     * @param rx K times the axis of the turning in flavor space, x component, in the units of the potentials
     * @param ry y component
     * @param rz z component
     * @return the background
     * @throws IllegalArgumentException if the external term of a mode is not along R; names the mode
     */
    public static Background turningAlong(final FlavorState state, final Environment environment, final double rx,
        final double ry, final double rz) {
        requireAxis(state, environment, rx, ry, rz);
        return new Background(state, environment, new double[3], new double[]{rx, ry, rz}, true);
    }

    private static void requireAxis(final FlavorState state, final Environment environment, final double rx,
        final double ry, final double rz) {
        if (rx == 0 && ry == 0 && rz == 0) {
            return;
        }
        final double bx = environment.bx();
        final double bz = environment.bz();
        for (int i = 0; i < state.size(); i++) {
            final double so = state.modes().species(i).sign() * state.modes().omega(i);
            final double ex = so * bx;
            final double ez = so * bz + environment.matterPotential();
            final double torque = Math.hypot(ry * ez, Math.hypot(rz * ex - rx * ez, -ry * ex));
            final double size = Math.hypot(ex, ez) * Math.hypot(rx, Math.hypot(ry, rz));
            if (!(torque <= ALIGNMENT_TOLERANCE * size)) {
                throw new IllegalArgumentException("The external term (" + ex + ", 0, " + ez + ") of mode " + i
                    + " does not stand still in a frame that rotates with (" + rx + ", " + ry + ", " + rz
                    + "); it must be along this axis.");
            }
        }
    }

    /**
     * The state.
     *
     * @return the state it was made of
     */
    public FlavorState state() {
        return m_state;
    }

    /**
     * The surroundings.
     *
     * @return vacuum mixing, matter and the strength of the nu-nu term
     */
    public Environment environment() {
        return m_environment;
    }

    /**
     * The angular velocity of the flavor frame.
     *
     * @param axis flavor axis 0..2 for x, y, z
     * @return component of R, in the units of the potentials; 0 for a frame at rest
     */
    public double rotation(final int axis) {
        return m_rotation[axis];
    }

    /**
     * The Hamiltonian vectors of the state in the frame at rest.
     *
     * @return H_i
     */
    public Hamiltonian hamiltonian() {
        return m_hamiltonian;
    }

    /**
     * The largest field.
     *
     * @return max |H_i| in the frame at rest, in the units of the potentials
     */
    public double largestField() {
        double largest = 0;
        for (int i = 0; i < size(); i++) {
            largest = Math.max(largest, m_hamiltonian.length(i));
        }
        return largest;
    }

    @Override
    public BackgroundStructure structure() {
        return m_structure;
    }

    /**
     * The axis along which all P_i and H_i lie.
     *
     * @param component flavor axis 0..2 for x, y, z
     * @return component of the unit vector; its first non-zero one in the order z, x, y is positive
     * @throws IllegalStateException if the structure is not {@link BackgroundStructure#ALIGNED}
     */
    public double axis(final int component) {
        if (m_structure != BackgroundStructure.ALIGNED) {
            throw new IllegalStateException("The background has no common axis; its structure is " + m_structure + ".");
        }
        return m_frames.re(0, 2, component);
    }

    /**
     * What the flavor frame adds to the component of H_i along the common axis: v_z K - Omega.
     *
     * @param vz velocity along z
     * @return the component, in the units of the potentials; 0 for a frame at rest
     * @throws IllegalStateException if the structure is not {@link BackgroundStructure#ALIGNED}
     */
    public double frameAlongAxis(final double vz) {
        double sum = 0;
        for (int a = 0; a < 3; a++) {
            sum += axis(a) * (vz * m_turning[a] - m_rotation[a]);
        }
        return sum;
    }

    @Override
    public MomentumModes modes() {
        return m_state.modes();
    }

    @Override
    public BandOperator operator(final WaveVector k) {
        return new WaveOperator(this, k);
    }

    @Override
    public LeptonNumber leptonNumber() {
        return LeptonNumber.of(m_state, m_environment);
    }

    @Override
    public double selfInteraction() {
        return m_environment.selfInteraction();
    }

    @Override
    public double strength() {
        double sum = 0;
        for (int i = 0; i < size(); i++) {
            sum += modes().weight(i) * m_state.length(i);
        }
        return sum * Math.abs(m_environment.selfInteraction());
    }

    @Override
    public double largestVacuum() {
        return Arrays.stream(modes().omegas()).map(Math::abs).max().orElse(0);
    }

    @Override
    public Background reduced(final boolean keepVacuum) {
        return of(new FlavorState(undamped(keepVacuum), m_state.traces(), m_state.pxs(), m_state.pys(), m_state.pzs()),
            m_environment);
    }

    /**
     * Weights, signs, velocities and damping rates as arrays.
     *
     * @return arrays of N numbers, not to be changed
     */
    public ModeArrays modeArrays() {
        return m_arrays;
    }

    /**
     * The circular basis about each P_i.
     *
     * @return three basis vectors a mode
     */
    public LocalFrames frames() {
        return m_frames;
    }
}
