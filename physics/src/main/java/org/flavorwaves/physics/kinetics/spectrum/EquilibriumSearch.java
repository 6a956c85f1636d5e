package org.flavorwaves.physics.kinetics.spectrum;

/**
 * The equilibrium of the least distance sum (ln n_fit - ln n)^2 (FW equilibrium-distance). Its unknowns are the height
 * s and the place t in the cone of equilibria, x = e^s (e^(-t/2) x_left + e^(t/2) x_right), so that neither T nor u has
 * a bound. The distance grows towards the rims of the cone without bound but may have several minima between: t is
 * scanned as far as a minimum can be, and each that the scan sees is ended by Newton's method.
 */
final class EquilibriumSearch {
    /** Step of the scan of t and longest of s; ln x changes its course over about 4. */
    private static final double STEP = 0.5;

    /** Where all but the waves of a rim do not feel t any more. */
    private static final double SATURATED = 5;

    /** Largest size of t, beyond which exponentials leave the range of numbers. */
    private static final double FARTHEST = 1300;

    private static final int ITERATIONS = 80;

    private static final double ACCURACY = 1e-14;

    private static final double SMALL = 1e-4;

    private static final double LARGE = 40;

    private final FrameCone m_cone;

    private final boolean m_planck;

    private final double[] m_logCount;

    /** ln x of the equilibrium that has the number of quanta of a wave. */
    private final double[] m_aim;

    private EquilibriumSearch(final FrameCone cone, final double[] action, final double quanta,
        final boolean planck) {
        m_cone = cone;
        m_planck = planck;
        m_logCount = new double[action.length];
        m_aim = new double[action.length];
        for (int i = 0; i < action.length; i++) {
            final double log = Math.log(quanta) + Math.log(Math.abs(action[i]));
            m_logCount[i] = log;
            m_aim[i] = !planck || log > LARGE ? -log : Math.log(log < -LARGE ? -log : Math.log1p(Math.exp(-log)));
        }
    }

    /** The nearest equilibrium; NONE if there is none in which T, and u if it is not 0, can be told. */
    static EquilibriumFit nearest(final WaveSpectrum waves, final double quanta, final boolean planck) {
        final FrameCone cone = waves.k().length == 0 ? null : FrameCone.of(waves);
        if (cone == null) {
            return EquilibriumFit.NONE;
        }
        final EquilibriumSearch search = new EquilibriumSearch(cone, waves.action(), quanta, planck);
        final double[] best = search.best();
        final double right = cone.isWide() ? Math.exp(best[0] + best[1] / 2) : 0;
        final double left = Math.exp(best[0] - best[1] / 2);
        final double inverse = left * cone.left()[0] + right * cone.right()[0];
        final double drift = left * cone.left()[1] + right * cone.right()[1];
        double margin = 1;
        for (int i = 0; i < waves.k().length; i++) {
            final double x = left * cone.fromLeft()[i] + right * cone.fromRight()[i];
            margin = Math.min(margin, x / (Math.abs(inverse * waves.omega()[i]) + Math.abs(drift * waves.k()[i])));
        }
        return new EquilibriumFit(1 / inverse, drift / inverse, Math.sqrt(best[2] / waves.k().length), margin);
    }

    /** s, t and the sum of squares of the lowest minimum. */
    private double[] best() {
        if (!m_cone.isWide()) {
            return ended(atPlace(0));
        }
        final double[] range = range();
        final int steps = (int) Math.ceil((range[1] - range[0]) / STEP);
        final double[][] scan = new double[steps + 1][];
        for (int j = 0; j <= steps; j++) {
            scan[j] = atPlace(range[0] + j * STEP);
        }
        double[] best = {0, 0, Double.POSITIVE_INFINITY};
        for (int j = 0; j <= steps; j++) {
            if ((j == 0 || scan[j][2] <= scan[j - 1][2]) && (j == steps || scan[j][2] <= scan[j + 1][2])) {
                final double[] end = ended(scan[j]);
                best = end[2] < best[2] ? end : best;
            }
        }
        return best;
    }

    /**
     * Where minima can be. Beyond the last place where a wave passes from one rim's share of x to the other's, only the
     * waves of that rim change with t; there s - t/2 lies between their aims and s + t/2 between those of the others.
     */
    private double[] range() {
        double last = Double.NEGATIVE_INFINITY;
        double first = Double.POSITIVE_INFINITY;
        final double[] rising = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        final double[] falling = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (int i = 0; i < m_aim.length; i++) {
            final double left = Math.log(m_cone.fromLeft()[i]);
            final double right = Math.log(m_cone.fromRight()[i]);
            if (m_cone.fromRight()[i] > 0) {
                rising[0] = Math.min(rising[0], m_aim[i] - right);
                rising[1] = Math.max(rising[1], m_aim[i] - right);
            }
            if (m_cone.fromLeft()[i] > 0) {
                falling[0] = Math.min(falling[0], m_aim[i] - left);
                falling[1] = Math.max(falling[1], m_aim[i] - left);
            }
            if (m_cone.fromRight()[i] > 0 && m_cone.fromLeft()[i] > 0) {
                last = Math.max(last, left - right + SATURATED);
                first = Math.min(first, left - right - SATURATED);
            }
        }
        return new double[]{Math.max(Math.min(first, rising[0] - falling[1]) - STEP, -FARTHEST),
            Math.min(Math.max(last, rising[1] - falling[0]) + STEP, FARTHEST)};
    }

    /** The best of the heights s between the aims of all waves at a place t. */
    private double[] atPlace(final double t) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double mean = 0;
        for (int i = 0; i < m_aim.length; i++) {
            final double s = m_aim[i] - logShape(i, t);
            low = Math.min(low, s);
            high = Math.max(high, s);
            mean += s / m_aim.length;
        }
        if (!m_planck) {
            return new double[]{mean, t, squares(mean, t)};
        }
        final int steps = Math.max(1, (int) Math.ceil((high - low) / STEP));
        double[] best = {low, t, squares(low, t)};
        for (int j = 1; j <= steps; j++) {
            final double s = low + j * (high - low) / steps;
            final double sum = squares(s, t);
            best = sum < best[2] ? new double[]{s, t, sum} : best;
        }
        return best;
    }

    /** Newton's method in s and t, damped where the sum of squares is not convex or would rise. */
    private double[] ended(final double[] start) {
        double[] now = start;
        double damping = 0;
        for (int step = 0; step < ITERATIONS; step++) {
            final double[] d = derivatives(now[0], now[1]);
            final double size = Math.abs(d[2]) + Math.abs(d[4]);
            final double ss = d[2] + damping * size;
            final double tt = d[4] + damping * size;
            final double determinant = ss * tt - d[3] * d[3];
            if (ss > 0 && determinant > 1e-12 * size * size) {
                final double byS = (d[3] * d[1] - tt * d[0]) / determinant;
                final double byT = (d[3] * d[0] - ss * d[1]) / determinant;
                final double[] next = {now[0] + byS, now[1] + byT, squares(now[0] + byS, now[1] + byT)};
                final boolean small = Math.abs(byS) + Math.abs(byT) < ACCURACY * (1 + Math.abs(now[0]));
                if (next[2] <= now[2]) {
                    now = next;
                    damping = damping < 1e-6 ? 0 : damping / 10;
                    if (small) {
                        break;
                    }
                    continue;
                }
                if (small) {
                    break;
                }
            }
            damping = Math.max(1e-3, 4 * damping);
        }
        return now;
    }

    private double logShape(final int i, final double t) {
        return Math.log(Math.exp(-t / 2) * m_cone.fromLeft()[i] + Math.exp(t / 2) * m_cone.fromRight()[i]);
    }

    private double squares(final double s, final double t) {
        double sum = 0;
        for (int i = 0; i < m_aim.length; i++) {
            final double r = residual(i, s + logShape(i, t));
            sum += r * r;
        }
        return sum;
    }

    /** ln n - ln n_fit of a wave at ln x = y. */
    private double residual(final int i, final double y) {
        if (!m_planck) {
            return m_logCount[i] + y;
        }
        final double x = Math.exp(y);
        return m_logCount[i] + (x > LARGE ? x : x < SMALL ? y + x / 2 : Math.log(Math.expm1(x)));
    }

    /** Half the derivatives of the sum of squares: by s, by t, by s twice, by s and t, by t twice. */
    private double[] derivatives(final double s, final double t) {
        final double[] d = new double[5];
        for (int i = 0; i < m_aim.length; i++) {
            final double left = Math.exp(-t / 2) * m_cone.fromLeft()[i];
            final double right = Math.exp(t / 2) * m_cone.fromRight()[i];
            final double y = s + Math.log(left + right);
            final double x = Math.exp(y);
            final double r = residual(i, y);
            final double falls = -Math.expm1(-x);
            final double slope = !m_planck ? 1 : x / falls;
            final double bend = !m_planck ? 0 : x < SMALL ? x / 2 + x * x / 6
                : x * (falls - x * Math.exp(-x)) / (falls * falls);
            final double w = m_cone.isWide() ? (right - left) / (left + right) / 2 : 0;
            final double curve = m_cone.isWide() ? left / (left + right) * (right / (left + right)) : 0;
            final double twice = slope * slope + r * bend;
            d[0] += r * slope;
            d[1] += r * slope * w;
            d[2] += twice;
            d[3] += twice * w;
            d[4] += twice * w * w + r * slope * curve;
        }
        return d;
    }
}
