package org.flavorwaves.physics.qke;

import org.flavorwaves.physics.linear.WaveFunction;
import org.flavorwaves.physics.numerics.DormandPrince;
import org.flavorwaves.physics.qke.engine.BoxEngine;
import org.flavorwaves.physics.qke.engine.RungeKuttaStepper;
import org.flavorwaves.physics.qke.engine.VectorTerms;
import org.flavorwaves.physics.qke.field.BoxField;
import org.flavorwaves.physics.qke.field.Damping;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;

/**
 * The waves of a box over a mean that keeps its directions (JK 56): all harmonics n != 0 obey the equation of
 * {@link QkeBox} in a flavor frame that turns with an angular velocity R, and the mean P_{i,0} = l_i d_i the part of it
 * along the unit vectors d_i (JK 78),
 *
 * <pre>dl_i/dt = d_i . sum_m H_{i,-m} x P_{i,m} - D_i l_i + kappa_i (d_i . P_s,i - l_i).</pre>
 *
 * <p>O(N points log points) a step like the box, with its engine. Depolarization acts as {@link Damping#LENGTH};
 * absorption and emission are exact. The error of a step is relative to the waves alone, so that small ones are right
 * as well.
 */
public final class HeldBox {
    /** Waves of a pair of modes count as at least this share of the mean size of all. */
    private static final double FLOOR = 0.01;

    private final BoxEngine m_engine;

    private final RungeKuttaStepper m_method;

    private final double m_tolerance;

    private final double[][] m_y;

    private final double[] m_rotation = new double[3];

    private double m_wanted;

    /** Whether the right-hand side at the start of the next step is there. */
    private boolean m_evaluated;

    private double m_floor;

    /**
     * A box with a mean at rest.
     *
     * @param start the field at the beginning; its mean must be along the directions
     * @param environment vacuum mixing, matter and the strength of the nu-nu term
     * @param directions unit vectors d_i, 3 numbers a mode
     * @param tolerance relative local error of a step
     * @param progress may cancel
     */
    public HeldBox(final BoxField start, final Environment environment, final double[] directions,
        final double tolerance, final Progress progress) {
        m_engine = new BoxEngine(start.grid(), start.modes(), new VectorTerms(environment, Damping.LENGTH), true,
            progress);
        m_method = new RungeKuttaStepper(m_engine);
        m_tolerance = tolerance;
        m_y = m_engine.load(start);
        m_engine.hold(directions, m_rotation);
        m_wanted = Math.pow(tolerance, 1.0 / DormandPrince.ORDER) / m_engine.precessionBound(m_y);
    }

    /**
     * Turns the mean, whose lengths stay as they are.
     *
     * @param directions unit vectors d_i, 3 numbers a mode
     * @param rotation angular velocity R of the flavor frame in which they stand still, 3 numbers
     */
    public void hold(final double[] directions, final double[] rotation) {
        final double[] lengths = lengths();
        final double[] faster = new double[3];
        boolean turns = false;
        for (int a = 0; a < 3; a++) {
            faster[a] = rotation[a] - m_rotation[a];
            m_rotation[a] = rotation[a];
            turns |= faster[a] != 0;
        }
        m_engine.hold(directions, faster);
        m_engine.aim(lengths, m_y);
        if (turns) {
            m_method.forgetTables();
        }
        m_evaluated = false;
    }

    /**
     * The lengths of the mean.
     *
     * @return l_i, negative for a mean that went through 0
     */
    public double[] lengths() {
        return m_engine.lengths(m_y);
    }

    /**
     * The rates at which they change but for absorption and emission.
     *
     * @return dl_i/dt - kappa_i (d_i . P_s,i - l_i) in the units of the potentials
     */
    public double[] slopes() {
        evaluateStart();
        return m_engine.lengths(m_method.start());
    }

    private void evaluateStart() {
        if (!m_evaluated) {
            m_method.evaluateStart(m_y);
            m_floor = m_engine.meanSquare(m_y) * FLOOR * FLOOR;
            m_evaluated = true;
        }
    }

    /**
     * The step that the error control wants next.
     *
     * @return a time interval
     */
    public double proposed() {
        return Math.min(m_wanted, m_engine.longestStep());
    }

    /**
     * Tries a step.
     *
     * @param step its length
     * @return whether its error was small enough and the field moved; {@link #proposed} holds the next step either way
     */
    public boolean step(final double step) {
        evaluateStart();
        m_method.evaluateStages(m_y, step);
        final double error = m_method.error(m_y, step, m_floor) / m_tolerance;
        final double factor = AdaptiveStepper.factor(error);
        if (!(error <= 1)) {
            m_wanted = step * Math.min(factor, 1);
            return false;
        }
        m_method.accept(m_y, step);
        m_evaluated = false;
        if (factor < 1 || step * factor > m_wanted * AdaptiveStepper.KEEP_FACTOR) {
            m_wanted = step * factor;
        }
        return true;
    }

    /**
     * One harmonic.
     *
     * @param h its index in the grid, not 0
     * @return P_{i,n}
     */
    public WaveFunction wave(final int h) {
        return wave(m_y, h);
    }

    /** The torque of the nu-nu term on one harmonic, and its damping. */
    WaveFunction torque(final int h) {
        evaluateStart();
        return wave(m_method.start(), h);
    }

    private WaveFunction wave(final double[][] y, final int h) {
        final double[] re = new double[3 * m_engine.size()];
        final double[] im = new double[re.length];
        m_engine.store(y, h, re, im);
        return WaveFunction.owning(re, im);
    }
}
