package org.flavorwaves.physics.transport.rays;

import java.util.function.Consumer;

/**
 * Watches a ray for avoided crossings with another band. They show where the band towards which the wave function turns
 * is nearest, or where the frequency passes that of a single mode, which a band cannot do without meeting the band of
 * this
 * mode. Both bands are then followed through the crossing, their least distance Delta
 * and the rate alpha at which they would cross are measured, and
 *
 * <pre>P = exp(-pi Delta^2/(2 alpha))                                       (FW landau-zener)</pre>
 *
 * is the probability of changing the band. Not for several threads at once.
 */
final class AvoidedCrossings {
    /** Crossings less likely to change the band are none. */
    private static final double LEAST_PROBABILITY = 1e-4;

    /** Places at which both bands are followed. */
    private static final int PLACES = 48;

    private static final int REFINEMENTS = 60;

    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    /** Bands nearer than this share of the scale are one. */
    private static final double SAME = 1e-11;

    private final double m_kx;

    private final double m_ky;

    private final TrackedWave m_own;

    private final TrackedWave m_other;

    private final double[] m_offsets;

    private final double[] m_trial;

    /** The last three points: time, z, k_z, rates of both, distance of the neighbouring band. */
    private final double[][] m_history = new double[3][6];

    private final TrackedWave[] m_waves = new TrackedWave[3];

    private int m_known;

    private double m_neighbour;

    AvoidedCrossings(final BackgroundProfile profile, final double kx, final double ky, final int block) {
        m_kx = kx;
        m_ky = ky;
        m_own = RayFamily.waveOf(profile, block);
        m_other = RayFamily.waveOf(profile, block);
        for (int h = 0; h < m_waves.length; h++) {
            m_waves[h] = RayFamily.waveOf(profile, block);
        }
        m_offsets = new double[m_own.poles()];
        m_trial = new double[m_own.poles()];
    }

    /**
     * A crossing.
     *
     * @param t time of the least distance
     * @param z place
     * @param kz wave number
     * @param gap least distance of the bands
     * @param probability of changing the band
     * @param own the wave that the ray has reached
     * @param other the wave of the other band at the same point
     * @param changed whether the ray has changed the band in passing
     */
    record Found(double t, double z, double kz, double gap, double probability, TrackedWave own, TrackedWave other,
        boolean changed) {
    }

    /** Begins anew at a point. */
    void reset(final RayStepper stepper, final double t, final double[] y) {
        m_known = 0;
        stepper.wave().offsets(m_offsets);
        push(stepper, t, y, Double.NaN);
    }

    private void push(final RayStepper stepper, final double t, final double[] y, final double distance) {
        final double[] oldest = m_history[0];
        m_history[0] = m_history[1];
        m_history[1] = m_history[2];
        m_history[2] = oldest;
        final TrackedWave wave = m_waves[0];
        m_waves[0] = m_waves[1];
        m_waves[1] = m_waves[2];
        m_waves[2] = wave;
        wave.copyFrom(stepper.wave());
        oldest[0] = t;
        oldest[1] = y[0];
        oldest[2] = y[1];
        oldest[3] = stepper.wave().m_group[4];
        oldest[4] = -stepper.wave().m_gradient[0];
        oldest[5] = distance;
        m_known = Math.min(3, m_known + 1);
    }

    /** Looks back at the step to a point; null if there was no crossing. */
    Found after(final RayStepper stepper, final double t, final double[] y) {
        final TrackedWave.Turn turn = stepper.turn();
        push(stepper, t, y, Math.abs(turn.neighbour() - stepper.wave().m_re));
        stepper.wave().offsets(m_trial);
        int passed = -1;
        for (int p = 0; p < m_trial.length; p++) {
            passed = m_trial[p] * m_offsets[p] < 0 ? p : passed;
        }
        System.arraycopy(m_trial, 0, m_offsets, 0, m_trial.length);
        final double neighbour = m_neighbour;
        m_neighbour = turn.neighbour();
        final int pole = passed;
        if (pole >= 0) {
            return resolve(stepper, 1, 0, w -> w.startAtPole(pole));
        }
        final boolean nearest = m_known == 3 && m_history[1][5] < m_history[0][5] && m_history[1][5] <= m_history[2][5];
        return nearest ? resolve(stepper, 0, (m_history[1][0] - m_history[0][0]) / (m_history[2][0] - m_history[0][0]),
            w -> w.start(neighbour, 0)) : null;
    }

    /**
     * Follows both bands between a former point of the ray and the last one.
     *
     * @param first which point
     * @param share where between them the other band is looked for
     * @param start how
     */
    private Found resolve(final RayStepper stepper, final int first, final double share,
        final Consumer<TrackedWave> start) {
        final double[] a = m_history[first];
        final double[] b = m_history[2];
        m_own.copyFrom(m_waves[first]);
        m_other.copyFrom(m_waves[first]);
        if (!move(m_own, a, b, 0) || !m_other.moveTo(hermite(a, b, share, 1), m_kx, m_ky, hermite(a, b, share, 2))) {
            return null;
        }
        start.accept(m_other);
        for (int p = (int) (share * PLACES); p >= 0; p--) {
            if (!move(m_other, a, b, p / (double) PLACES)) {
                return null;
            }
        }
        final double[] gaps = new double[PLACES + 1];
        int least = 0;
        boolean startedAbove = false;
        for (int p = 0; p <= PLACES; p++) {
            final double at = p / (double) PLACES;
            if (!move(m_own, a, b, at) || !move(m_other, a, b, at) || same()) {
                return null;
            }
            startedAbove = p == 0 ? m_own.m_re > m_other.m_re : startedAbove;
            gaps[p] = Math.abs(m_own.m_re - m_other.m_re);
            least = gaps[p] < gaps[least] ? p : least;
        }
        final boolean ownAbove = m_own.m_re > m_other.m_re;
        if (least == 0 || least == PLACES) {
            return null;
        }
        final TrackedWave upper = ownAbove ? m_own : m_other;
        final TrackedWave lower = ownAbove ? m_other : m_own;
        final TrackedWave now = stepper.wave();
        final boolean nowAbove = Math.abs(now.m_re - upper.m_re) < Math.abs(now.m_re - lower.m_re);
        final TrackedWave other = nowAbove ? lower : upper;
        final double duration = b[0] - a[0];
        final TrackedWave reached = other.duplicate();
        final double[] minimum = minimum(a, b, least / (double) PLACES);
        final double gap = minimum[1];
        final double left = alpha(gaps[0], gap, minimum[0] * duration);
        final double right = alpha(gaps[PLACES], gap, (1 - minimum[0]) * duration);
        final double probability = Math.exp(-Math.PI * gap * gap / (left + right));
        if (!(probability >= LEAST_PROBABILITY)) {
            return null;
        }
        return new Found(a[0] + minimum[0] * duration, hermite(a, b, minimum[0], 1), hermite(a, b, minimum[0], 2), gap,
            probability, now.duplicate(), reached, nowAbove != startedAbove);
    }

    private static double alpha(final double far, final double gap, final double time) {
        return Math.sqrt(Math.max(0, far * far - gap * gap)) / time;
    }

    private boolean same() {
        return Math.abs(m_own.m_re - m_other.m_re) <= SAME * m_own.scale()
            || Math.abs(m_own.m_im) > SAME * m_own.scale() || Math.abs(m_other.m_im) > SAME * m_own.scale();
    }

    private boolean move(final TrackedWave wave, final double[] a, final double[] b, final double share) {
        return wave.moveTo(hermite(a, b, share, 1), m_kx, m_ky, hermite(a, b, share, 2)) && wave.follow();
    }

    /** The least distance by golden section: share of the interval, and distance. */
    private double[] minimum(final double[] a, final double[] b, final double near) {
        double low = Math.max(0, near - 1.0 / PLACES);
        double high = Math.min(1, near + 1.0 / PLACES);
        double x1 = high - GOLDEN * (high - low);
        double x2 = low + GOLDEN * (high - low);
        double f1 = distance(a, b, x1);
        double f2 = distance(a, b, x2);
        for (int r = 0; r < REFINEMENTS && high - low > 1e-9; r++) {
            if (f1 < f2) {
                high = x2;
                x2 = x1;
                f2 = f1;
                x1 = high - GOLDEN * (high - low);
                f1 = distance(a, b, x1);
            } else {
                low = x1;
                x1 = x2;
                f1 = f2;
                x2 = low + GOLDEN * (high - low);
                f2 = distance(a, b, x2);
            }
        }
        return f1 < f2 ? new double[]{x1, f1} : new double[]{x2, f2};
    }

    private double distance(final double[] a, final double[] b, final double share) {
        return move(m_own, a, b, share) && move(m_other, a, b, share) && !same()
            ? Math.abs(m_own.m_re - m_other.m_re) : Double.POSITIVE_INFINITY;
    }

    /** z (index 1) or k_z (index 2) between two points, from values and rates at both. */
    private static double hermite(final double[] a, final double[] b, final double s, final int index) {
        final double h = b[0] - a[0];
        final double s2 = s * s;
        final double s3 = s2 * s;
        return (2 * s3 - 3 * s2 + 1) * a[index] + (s3 - 2 * s2 + s) * h * a[index + 2] + (3 * s2 - 2 * s3) * b[index]
            + (s3 - s2) * h * b[index + 2];
    }
}
