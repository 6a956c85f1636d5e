package org.flavorwaves.physics.qke;

import java.util.Optional;

import org.flavorwaves.physics.qke.engine.BoxEngine;
import org.flavorwaves.physics.qke.engine.MatrixTerms;
import org.flavorwaves.physics.qke.field.BoxField;
import org.flavorwaves.physics.qke.field.Damping;
import org.flavorwaves.physics.qke.field.MatterProfile;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.threeflavor.ThreeFlavorEnvironment;
import org.flavorwaves.physics.threeflavor.ThreeFlavorState;

/**
 * Solves the quantum kinetic equation of three flavors in a periodic box,
 *
 * <pre>(d_t + v_i.grad) P_i = H_i o P_i + C_i</pre>
 *
 * <p>(FW three-flavor-hamiltonian), with the engine of {@link QkeBox}: its harmonics, its phases of advection, its
 * transforms and its steps; only the product of vectors has eight components in the place of three. Collisions are the
 * depolarization of {@link Damping}, and absorption and emission towards a density matrix (FW source).
 */
public final class ThreeFlavorBox {
    private static final int COMPONENTS = 8;

    private final ThreeFlavorState m_state;

    private final ThreeFlavorEnvironment m_environment;

    private final MatrixTerms m_terms;

    private final StepControl m_control;

    private final double m_tolerance;

    private final boolean m_keepSpectra;

    private final double m_twinWork;

    private final Optional<Echo> m_echo;

    /**
     * A solver.
     *
     * @param state the modes, their traces and vacuum frequencies
     * @param environment mixing, matter and the strength of the nu-nu term
     * @param damping what the depolarization rates act on: all matrix elements between flavors, or all of P
     * @param control choice of the time steps
     * @param identityTolerance error of the conserved sums and lengths beyond which a run stops
     * @param keepSpectra whether |P_{i,n}|^2 is kept at the output times
     * @throws IllegalArgumentException if the tolerance is not positive
     */
    public ThreeFlavorBox(final ThreeFlavorState state, final ThreeFlavorEnvironment environment,
        final Damping damping, final StepControl control, final double identityTolerance, final boolean keepSpectra) {
        this(state, environment, new MatrixTerms(environment.vacuum(state), environment.matterPotential(),
            environment.selfInteraction(), damping, Optional.empty()), control, identityTolerance, keepSpectra, 0,
            Optional.empty());
        if (!(identityTolerance > 0)) {
            throw new IllegalArgumentException("The tolerance of the identities must be positive but is "
                + identityTolerance + ".");
        }
    }

    private ThreeFlavorBox(final ThreeFlavorState state, final ThreeFlavorEnvironment environment,
        final MatrixTerms terms, final StepControl control, final double tolerance, final boolean keepSpectra,
        final double twinWork, final Optional<Echo> echo) {
        m_state = state;
        m_environment = environment;
        m_terms = terms;
        m_control = control;
        m_tolerance = tolerance;
        m_keepSpectra = keepSpectra;
        m_twinWork = twinWork;
        m_echo = echo;
    }

    /**
     * The same solver with a matter potential that varies along z, added to that of the environment.
     *
     * @param profile the profile over the length of the box
     * @return a solver
     */
    public ThreeFlavorBox withMatter(final MatterProfile profile) {
        return new ThreeFlavorBox(m_state,
            m_environment.withMatterPotential(m_environment.matterPotential() + profile.mean()), m_terms.with(profile),
            m_control, m_tolerance, m_keepSpectra, m_twinWork, m_echo);
    }

    /**
     * The same solver with a twin beside each run ({@link QkeBox#withTwin}).
     *
     * @param work evaluations of the right-hand side times modes times points after which the twin is given up
     * @return a solver
     */
    public ThreeFlavorBox withTwin(final double work) {
        return new ThreeFlavorBox(m_state, m_environment, m_terms, m_control, m_tolerance, m_keepSpectra,
            m_echo.isPresent() ? 0 : work, m_echo);
    }

    /**
     * The same solver with an echo in the place of a twin ({@link QkeBox#withEcho}).
     *
     * @param echo when the motion is reversed, counted from the start of the run
     * @return a solver
     */
    public ThreeFlavorBox withEcho(final Echo echo) {
        return new ThreeFlavorBox(m_state, m_environment, m_terms, m_control, m_tolerance, m_keepSpectra, 0,
            Optional.of(echo));
    }

    /**
     * Evolves a field of eight components by output intervals of a given length ({@link QkeBox#evolveBy}).
     *
     * @param start the field at t = 0
     * @param interval length of an output interval, positive, in the inverse unit of the potentials
     * @param intervals number of intervals
     * @param progress told the share of the run that is done
     * @return the run; if an identity was broken it ends early and says so
     * @throws IllegalArgumentException if the interval or the number of intervals is not positive
     * @throws StepTooSmallException if the error control fails
     */
    public BoxRun<ThreeFlavorSample> evolveBy(final BoxField start, final double interval, final int intervals,
        final Progress progress) {
        return new BoxEvolution<ThreeFlavorSample>(m_terms, m_control, m_keepSpectra, m_twinWork, m_echo,
            (field, time) -> new ThreeFlavorMonitor(field, time, m_state, m_environment, m_terms, m_tolerance))
                .run(start, interval, intervals, progress);
    }

    /**
     * The right-hand side of the truncated equation, advection included.
     *
     * @param field a field
     * @return dP_{i,n}/dt
     */
    public BoxField derivative(final BoxField field) {
        final BoxEngine engine = new BoxEngine(field.grid(), field.modes(), m_terms, false, Progress.NONE);
        return engine.store(engine.derivative(engine.load(field)), field);
    }

    /**
     * Predicts the memory of a run.
     *
     * @param points number of points along x, y and z
     * @param modes number of modes N
     * @param intervals number of output intervals
     * @return bytes, an estimate from above
     */
    public long peakBytes(final int[] points, final int modes, final int intervals) {
        return QkeBox.bytes(points, modes, intervals, COMPONENTS, m_keepSpectra,
            m_twinWork > 0 || m_echo.isPresent() ? 2 : 1);
    }
}
