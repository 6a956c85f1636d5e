package org.flavorwaves.physics.equilibrium.path;

import java.util.Arrays;

import org.flavorwaves.physics.state.Environment;

/**
 * A list of pairs (lambda, q), matter potential and strength of the nu-nu term, through which an equilibrium is
 * followed in this order, at one mixing angle. From one pair to the next lambda and q run on a straight line; where
 * only one of them changes and keeps its sign, it runs in equal ratios. Immutable.
 */
public final class ParameterTrack {
    /** Ratio of neighbours below which equal steps do as well as equal ratios. */
    private static final double RATIO = 1.5;

    private final double m_thetaMix;

    private final double[] m_lambda;

    private final double[] m_q;

    private ParameterTrack(final double thetaMix, final double[] lambda, final double[] q) {
        if (lambda.length != q.length) {
            throw new IllegalArgumentException("There are " + lambda.length + " values of lambda for " + q.length
                + " of q.");
        }
        if (lambda.length < 2) {
            throw new IllegalArgumentException("A path needs at least 2 points but has " + lambda.length + ".");
        }
        m_thetaMix = thetaMix;
        m_lambda = lambda.clone();
        m_q = q.clone();
        for (int k = 0; k < m_q.length; k++) {
            environment(k);
            if (k > 0 && m_lambda[k] == m_lambda[k - 1] && m_q[k] == m_q[k - 1]) {
                throw new IllegalArgumentException("Points " + (k - 1) + " and " + k + " of the path are the same: "
                    + "lambda = " + m_lambda[k] + ", q = " + m_q[k] + ".");
            }
        }
    }

    /**
     * Any list.
     *
     * @param thetaMix vacuum mixing angle in rad
     * @param lambda matter potentials, in the units of the potentials
     * @param q factors on the nu-nu term, dimensionless
     * @return the track
     * @throws IllegalArgumentException if the lengths differ, there are fewer than two points, a number is not finite,
     *             or two successive points are the same; names them
     */
    public static ParameterTrack of(final double thetaMix, final double[] lambda, final double[] q) {
        return new ParameterTrack(thetaMix, lambda, q);
    }

    /**
     * Changing matter.
     *
     * @param environment mixing angle and strength of the nu-nu term
     * @param lambda matter potentials, in the units of the potentials
     * @return the track
     * @throws IllegalArgumentException as {@link #of}
     */
    public static ParameterTrack matterPotential(final Environment environment, final double... lambda) {
        final double[] q = new double[lambda.length];
        Arrays.fill(q, environment.selfInteraction());
        return new ParameterTrack(environment.thetaMix(), lambda, q);
    }

    /**
     * Changing strength of the nu-nu term.
     *
     * @param environment mixing angle and matter potential
     * @param q factors on the nu-nu term, dimensionless
     * @return the track
     * @throws IllegalArgumentException as {@link #of}
     */
    public static ParameterTrack selfInteraction(final Environment environment, final double... q) {
        final double[] lambda = new double[q.length];
        Arrays.fill(lambda, environment.matterPotential());
        return new ParameterTrack(environment.thetaMix(), lambda, q);
    }

    /**
     * Values in equal steps.
     *
     * @param start first value
     * @param end last value
     * @param steps number of steps, at least 1
     * @return {@code steps} + 1 values
     * @throws IllegalArgumentException if there is no step
     */
    public static double[] linear(final double start, final double end, final int steps) {
        final double[] values = new double[count(steps)];
        for (int k = 0; k <= steps; k++) {
            values[k] = ((steps - k) * start + k * end) / steps;
        }
        return values;
    }

    /**
     * Values in equal ratios.
     *
     * @param start first value
     * @param end last value, of the same sign
     * @param steps number of steps, at least 1
     * @return {@code steps} + 1 values
     * @throws IllegalArgumentException if there is no step, or the ends are zero or of unlike sign
     */
    public static double[] logarithmic(final double start, final double end, final int steps) {
        final double[] values = new double[count(steps)];
        if (!(start * end > 0)) {
            throw new IllegalArgumentException("Equal ratios need two ends of the same sign that are not zero; these "
                + "are " + start + " and " + end + ".");
        }
        for (int k = 1; k < steps; k++) {
            values[k] = start * Math.pow(end / start, k / (double) steps);
        }
        values[0] = start;
        values[steps] = end;
        return values;
    }

    private static int count(final int steps) {
        if (steps < 1) {
            throw new IllegalArgumentException("A path needs at least 1 step but has " + steps + ".");
        }
        return steps + 1;
    }

    /**
     * The number of points.
     *
     * @return at least 2
     */
    public int size() {
        return m_q.length;
    }

    /**
     * A point.
     *
     * @param k its index
     * @return mixing angle, lambda and q there
     */
    public Environment environment(final int k) {
        return new Environment(m_thetaMix, m_lambda[k], m_q[k]);
    }

    /** The point with the largest |lambda|, which has the least symmetry. */
    Environment mostMatter() {
        int most = 0;
        for (int k = 1; k < m_lambda.length; k++) {
            most = Math.abs(m_lambda[k]) > Math.abs(m_lambda[most]) ? k : most;
        }
        return environment(most);
    }

    /** lambda at t, which is 0 at the first point and 1 at the last, on a leg or its prolongation. */
    double lambda(final int leg, final double t) {
        return value(m_lambda, ratioOfLambda(leg), leg, t);
    }

    /** q at t. */
    double strength(final int leg, final double t) {
        return value(m_q, ratioOfStrength(leg), leg, t);
    }

    /** d lambda/dt. */
    double lambdaRate(final int leg, final double t) {
        return rate(m_lambda, ratioOfLambda(leg), leg, t);
    }

    /** dq/dt. */
    double strengthRate(final int leg, final double t) {
        return rate(m_q, ratioOfStrength(leg), leg, t);
    }

    /** t of a point. */
    double parameter(final int k) {
        return k / (double) (m_q.length - 1);
    }

    private double ratioOfLambda(final int leg) {
        return m_q[leg] == m_q[leg + 1] ? ratio(m_lambda, leg) : 0;
    }

    private double ratioOfStrength(final int leg) {
        return m_lambda[leg] == m_lambda[leg + 1] ? ratio(m_q, leg) : 0;
    }

    /** The ratio of the ends of a leg, or 0 if it runs straight. */
    private static double ratio(final double[] values, final int leg) {
        final double ratio = values[leg + 1] / values[leg];
        return ratio > 0 && Math.max(ratio, 1 / ratio) > RATIO ? ratio : 0;
    }

    private double value(final double[] values, final double ratio, final int leg, final double t) {
        final double share = t * (m_q.length - 1) - leg;
        return ratio > 0 ? values[leg] * Math.pow(ratio, share)
            : (1 - share) * values[leg] + share * values[leg + 1];
    }

    private double rate(final double[] values, final double ratio, final int leg, final double t) {
        final int legs = m_q.length - 1;
        return legs * (ratio > 0 ? value(values, ratio, leg, t) * Math.log(ratio) : values[leg + 1] - values[leg]);
    }
}
