package org.flavorwaves.physics.qke;

import java.util.Optional;

import org.flavorwaves.physics.qke.engine.BoxEngine;
import org.flavorwaves.physics.qke.engine.VectorTerms;
import org.flavorwaves.physics.qke.field.BoxField;
import org.flavorwaves.physics.qke.field.BoxGrid;
import org.flavorwaves.physics.qke.field.Damping;
import org.flavorwaves.physics.qke.field.MatterProfile;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;

/**
 * Solves the quantum kinetic equation in a periodic box (JK 1),
 *
 * <pre>(d_t + v_i.grad) P_i = H_i x P_i + C_i</pre>
 *
 * <p>with the depolarization of {@link Damping}, absorption and emission (FW source), and a matter potential that may
 * vary along z. Harmonics of all N modes (JK 45) evolve with the exact phase of advection; the torque is computed at
 * the points of the box from the 12 collective numbers and dealiased by the 2/3 rule, so that an evaluation costs O(N
 * points log points). The truncated equation conserves the identities 1 and 2 of
 * section 4 exactly; what the monitors report is the error of the time steps.
 *
 * <p>Each output interval is integrated on its own: a run continued from an output time repeats the numbers of one that
 * was not interrupted. Numbers do not depend on the number of threads.
 */
public final class QkeBox {
    /** Stages of the method of Dormand and Prince, and as many more states as are alive beside them. */
    private static final int STATES = 20;

    /** Modes of a block, which may be padded. */
    private static final int LANES = 16;

    /** A component of a mode at a point, with its share of what rows of lanes cost. */
    private static final int POINT_BYTES = 16;

    /** Fields that are alive at once. */
    private static final int FIELDS = 6;

    /** What the grid knows of a harmonic. */
    private static final int GRID_BYTES = 32;

    /** A mode in a sample without its vector. */
    private static final int SAMPLE_BYTES = 56;

    private final VectorTerms m_terms;

    private final StepControl m_control;

    private final double m_tolerance;

    private final boolean m_keepSpectra;

    private final double m_twinWork;

    private final Optional<Echo> m_echo;

    /**
     * A solver in which depolarization acts on the flavor coherence, {@link Damping#COHERENCE}.
     *
     * @param environment vacuum mixing, matter and the strength of the nu-nu term
     * @param control choice of the time steps
     * @param identityTolerance error of the identities 1 and 2 beyond which a run stops
     * @param keepSpectra whether |P_{i,n}|^2 is kept at the output times
     * @throws IllegalArgumentException if the tolerance is not positive
     */
    public QkeBox(final Environment environment, final StepControl control, final double identityTolerance,
        final boolean keepSpectra) {
        this(environment, Damping.COHERENCE, control, identityTolerance, keepSpectra);
    }

    /**
     * A solver.
     *
     * @param environment vacuum mixing, matter and the strength of the nu-nu term
     * @param damping what the depolarization rates act on
     * @param control choice of the time steps
     * @param identityTolerance error of the identities 1 and 2 beyond which a run stops
     * @param keepSpectra whether |P_{i,n}|^2 is kept at the output times
     * @throws IllegalArgumentException if the tolerance is not positive
     */
    public QkeBox(final Environment environment, final Damping damping, final StepControl control,
        final double identityTolerance, final boolean keepSpectra) {
        this(new VectorTerms(environment, damping), control, identityTolerance, keepSpectra, 0, Optional.empty());
        if (!(identityTolerance > 0)) {
            throw new IllegalArgumentException("The tolerance of the identities must be positive but is "
                + identityTolerance + ".");
        }
    }

    private QkeBox(final VectorTerms terms, final StepControl control, final double identityTolerance,
        final boolean keepSpectra, final double twinWork, final Optional<Echo> echo) {
        m_terms = terms;
        m_control = control;
        m_tolerance = identityTolerance;
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
    public QkeBox withMatter(final MatterProfile profile) {
        return new QkeBox(m_terms.with(profile), m_control, m_tolerance, m_keepSpectra, m_twinWork, m_echo);
    }

    /**
     * The same solver with an echo in the place of a twin.
     *
     * @param echo when the motion is reversed, counted from the start of the run
     * @return a solver
     */
    public QkeBox withEcho(final Echo echo) {
        return new QkeBox(m_terms, m_control, m_tolerance, m_keepSpectra, 0, Optional.of(echo));
    }

    /**
     * The same solver with a twin beside each run, which tells how many digits of the values are certain.
     *
     * @param work evaluations of the right-hand side times modes times points after which the twin is given up;
     *            infinite for never
     * @return a solver
     */
    public QkeBox withTwin(final double work) {
        return new QkeBox(m_terms, m_control, m_tolerance, m_keepSpectra, m_echo.isPresent() ? 0 : work, m_echo);
    }

    /**
     * Evolves a field.
     *
     * @param start the field at t = 0
     * @param duration length of the run, positive, in the inverse unit of the potentials
     * @param intervals number of equal output intervals
     * @param progress told the share of the run that is done
     * @return the run; if an identity was broken it ends early and says so
     * @throws IllegalArgumentException if the duration or the number of intervals is not positive
     * @throws StepTooSmallException if the error control fails
     */
    public QkeRun evolve(final BoxField start, final double duration, final int intervals, final Progress progress) {
        return evolveBy(start, duration / intervals, intervals, progress);
    }

    /**
     * Evolves a field by output intervals of a given length. Runs of m and n intervals, the second from the last field
     * of the first or from its values at the points, equal one of m + n intervals to the bit.
     *
     * @param start the field at t = 0
     * @param interval length of an output interval, positive, in the inverse unit of the potentials
     * @param intervals number of intervals
     * @param progress told the share of the run that is done
     * @return the run; if an identity was broken it ends early and says so
     * @throws IllegalArgumentException if the interval or the number of intervals is not positive
     * @throws StepTooSmallException if the error control fails
     */
    public QkeRun evolveBy(final BoxField start, final double interval, final int intervals, final Progress progress) {
        final BoxMonitor monitor = new BoxMonitor(start, 0, m_terms, m_tolerance);
        final BoxRun<BoxSample> run = new BoxEvolution<BoxSample>(m_terms, m_control, m_keepSpectra, m_twinWork, m_echo,
            (field, time) -> time == 0 ? monitor : new BoxMonitor(field, time, m_terms, m_tolerance))
                .run(start, interval, intervals, progress);
        return new QkeRun(run.samples(), run.spectra(), run.last(), run.steps(), run.rejected(), run.evaluations(),
            run.sensitivity(), run.echo(), monitor.conservesFlavor(), run.broken());
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
        return bytes(points, modes, intervals, 3, m_keepSpectra, m_twinWork > 0 || m_echo.isPresent() ? 2 : 1);
    }

    /** The same for any number of components, and for two runs at once. */
    static long bytes(final int[] points, final int modes, final int intervals, final int components,
        final boolean keepSpectra, final double runs) {
        double harmonics = 1;
        double all = 1;
        for (final int count : points) {
            harmonics *= 2 * BoxGrid.cutoffOf(count) + 1;
            all *= count;
        }
        final double padded = modes + LANES;
        final double states = padded * harmonics * components * Double.BYTES * STATES;
        final double values = padded * all * POINT_BYTES * components;
        final double fields = harmonics * (FIELDS * 2.0 * components * modes * Double.BYTES + GRID_BYTES);
        final double spectra = keepSpectra ? (intervals + 1.0) * (modes + 1) * harmonics * Double.BYTES : 0;
        return (long) (runs * (states + values) + fields + spectra
            + (intervals + 1.0) * modes * (SAMPLE_BYTES + components * Double.BYTES));
    }
}
