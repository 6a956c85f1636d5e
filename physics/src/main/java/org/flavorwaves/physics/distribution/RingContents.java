package org.flavorwaves.physics.distribution;

import java.util.Arrays;
import java.util.Locale;

/**
 * The values of a density at the values of cos theta of a grid for which number and flux are exact:
 * sum_i w_i f_i = integral of f dv and sum_i w_i c_i f_i = integral of v f dv.
 *
 * <p>Values at the points themselves (or, where they miss the integrals by more than 1 %, and for densities with edges,
 * the means over the cells of the grid) are changed as little as that takes:
 * <ul>
 * <li>not at all where the quadrature is exact to rounding, as that of Gauss and Legendre is for smooth densities;</li>
 * <li>by a + b c_i, where that leaves a density that must not be negative positive everywhere;</li>
 * <li>otherwise by a factor exp(a + b c_i), which keeps empty cells empty.</li>
 * </ul>
 * A mean cos theta beyond the outermost ring cannot be had and is refused.
 */
final class RingContents {
    /** Errors of number and flux up to this share of the number are rounding. */
    private static final double ROUNDING = 1e-13;

    /** Points that miss number or flux by more do not resolve the density. */
    private static final double RESOLVED = 0.01;

    private static final int MAX_STEPS = 200;

    private final double[] m_cosines;

    private final double[] m_weights;

    private final AngularDensity m_density;

    private final double m_number;

    private final double m_flux;

    private RingContents(final AngularGrid grid, final AngularDensity density) {
        final int[] level = levels(grid);
        final int n = level[level.length - 1] + 1;
        m_cosines = new double[n];
        m_weights = new double[n];
        for (int i = 0; i < level.length; i++) {
            m_cosines[level[i]] = grid.cosTheta(i);
            m_weights[level[i]] += grid.weight(i) / grid.measurePerCosTheta();
        }
        m_density = density;
        m_number = density.number(-1, 1);
        m_flux = density.flux(-1, 1);
    }

    /** Which value of cos theta each direction has; directions of one value follow each other. */
    private static int[] levels(final AngularGrid grid) {
        final int[] level = new int[grid.size()];
        for (int i = 1; i < level.length; i++) {
            level[i] = level[i - 1] + (grid.cosTheta(i) == grid.cosTheta(i - 1) ? 0 : 1);
        }
        return level;
    }

    /**
     * A density that is nowhere negative.
     *
     * @param grid a grid over all directions, cos theta rising
     * @param density f &gt;= 0
     * @param label names it in messages
     * @return one value a direction, &gt;= 0, per cos theta
     * @throws IllegalArgumentException if no such values have the flux
     */
    static double[] ofDensity(final AngularGrid grid, final AngularDensity density, final String label) {
        final RingContents contents = new RingContents(grid, density);
        return contents.spread(grid, contents.number() == 0 ? new double[contents.m_cosines.length]
            : contents.positive(label));
    }

    /**
     * A lepton number, which may have either sign.
     *
     * @param grid a grid over all directions, cos theta rising
     * @param density G(v)
     * @return one value a direction, per cos theta
     * @throws IllegalArgumentException if there is one value of cos theta only, which is not where the flux is
     */
    static double[] ofLeptonNumber(final AngularGrid grid, final AngularDensity density) {
        final RingContents contents = new RingContents(grid, density);
        return contents.spread(grid, contents.signed());
    }

    private double number() {
        return m_number;
    }

    private double[] spread(final AngularGrid grid, final double[] values) {
        final int[] level = levels(grid);
        final double[] all = new double[level.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = values[level[i]];
        }
        return all;
    }

    private double[] signed() {
        final double[] values = base();
        final double[] missing = missing(values);
        final double scale = scale(values);
        if (Math.abs(missing[0]) <= ROUNDING * scale && Math.abs(missing[1]) <= ROUNDING * scale) {
            return values;
        }
        if (values.length == 1) {
            throw new IllegalArgumentException("One value of cos theta cannot have both the lepton number " + m_number
                + " and its flux " + m_flux + "; use at least 2.");
        }
        return line(values, missing);
    }

    private double[] positive(final String label) {
        final double[] values = base();
        final double[] missing = missing(values);
        if (Math.abs(missing[0]) <= ROUNDING * m_number && Math.abs(missing[1]) <= ROUNDING * m_number) {
            return values;
        }
        if (values.length > 1 && Arrays.stream(values).allMatch(f -> f > 0)) {
            final double[] changed = line(values, missing);
            if (Arrays.stream(changed).allMatch(f -> f > 0)) {
                return changed;
            }
        }
        return tilted(reaches(values) ? values : requireReach(shared(), label));
    }

    /** Values at the points, or means over the cells where the points do not resolve the density. */
    private double[] base() {
        final double[] values = new double[m_cosines.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = m_density.applyAsDouble(m_cosines[i]);
        }
        final double[] missing = missing(values);
        final double scale = scale(values);
        final double allowed = (m_density.isSmooth() ? RESOLVED : ROUNDING) * scale;
        if (!(Math.abs(missing[0]) <= allowed && Math.abs(missing[1]) <= allowed)) {
            double lower = -1;
            for (int i = 0; i < values.length; i++) {
                final double upper = i == values.length - 1 ? 1 : lower + m_weights[i];
                values[i] = m_density.number(lower, upper) / m_weights[i];
                lower = upper;
            }
        }
        return values;
    }

    /** What is between two values of cos theta is shared by both so that number and flux stay; nothing is negative. */
    private double[] shared() {
        final int last = m_cosines.length - 1;
        final double[] values = new double[last + 1];
        values[0] = m_density.number(-1, m_cosines[0]);
        values[last] += m_density.number(m_cosines[last], 1);
        for (int i = 0; i < last; i++) {
            final double number = m_density.number(m_cosines[i], m_cosines[i + 1]);
            final double flux = m_density.flux(m_cosines[i], m_cosines[i + 1]);
            final double distance = m_cosines[i + 1] - m_cosines[i];
            values[i] += Math.max(0, (m_cosines[i + 1] * number - flux) / distance);
            values[i + 1] += Math.max(0, (flux - m_cosines[i] * number) / distance);
        }
        for (int i = 0; i <= last; i++) {
            values[i] /= m_weights[i];
        }
        return values;
    }

    private double[] missing(final double[] values) {
        double number = m_number;
        double flux = m_flux;
        for (int i = 0; i < values.length; i++) {
            number -= m_weights[i] * values[i];
            flux -= m_weights[i] * values[i] * m_cosines[i];
        }
        return new double[]{number, flux};
    }

    private double scale(final double[] values) {
        double scale = Math.abs(m_number);
        for (int i = 0; i < values.length; i++) {
            scale += m_weights[i] * Math.abs(values[i]);
        }
        return scale;
    }

    /** The values plus a + b c_i with what is missing. */
    private double[] line(final double[] values, final double[] missing) {
        double sum = 0;
        double first = 0;
        double second = 0;
        for (int i = 0; i < values.length; i++) {
            sum += m_weights[i];
            first += m_weights[i] * m_cosines[i];
            second += m_weights[i] * m_cosines[i] * m_cosines[i];
        }
        final double determinant = sum * second - first * first;
        final double a = (second * missing[0] - first * missing[1]) / determinant;
        final double b = (sum * missing[1] - first * missing[0]) / determinant;
        final double[] changed = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            changed[i] = values[i] + a + b * m_cosines[i];
        }
        return changed;
    }

    /** Whether the mean cos theta lies between two values of cos theta that are not empty. */
    private boolean reaches(final double[] values) {
        final double mean = m_flux / m_number;
        return m_cosines[first(values)] < mean && mean < m_cosines[last(values)];
    }

    private static int first(final double[] values) {
        int i = 0;
        while (i < values.length - 1 && values[i] == 0) {
            i++;
        }
        return i;
    }

    private static int last(final double[] values) {
        int i = values.length - 1;
        while (i > 0 && values[i] == 0) {
            i--;
        }
        return i;
    }

    private double[] requireReach(final double[] values, final String label) {
        if (!reaches(values)) {
            final double mean = m_flux / m_number;
            throw new IllegalArgumentException(String.format(Locale.ROOT, "The %s have the mean cos theta %.6g, but "
                + "the values of cos theta run from %.6g to %.6g (%d of them): no density on them has that flux. Use "
                + "more polar angles, or uniform rings, which have both ends.", label, mean, m_cosines[0],
                m_cosines[m_cosines.length - 1], m_cosines.length));
        }
        return values;
    }

    /** The values times exp(a + b c_i): Newton for b in the mean of c, kept between bounds by bisection. */
    private double[] tilted(final double[] values) {
        final double mean = m_flux / m_number;
        final double[] changed = new double[values.length];
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        double b = 0;
        for (int step = 0; step < MAX_STEPS; step++) {
            final double[] meanAndVariance = tilt(values, b, changed);
            final double excess = meanAndVariance[0] - mean;
            if (excess > 0) {
                high = b;
            } else {
                low = b;
            }
            double next = b - excess / meanAndVariance[1];
            if (!(next > low && next < high)) {
                next = Double.isInfinite(low) ? high - 2 * (1 + Math.abs(high))
                    : Double.isInfinite(high) ? low + 2 * (1 + Math.abs(low)) : (low + high) / 2;
            }
            if (Math.abs(excess) <= ROUNDING / 100 || next == b) {
                break;
            }
            b = next;
        }
        return changed;
    }

    /** Fills values exp(b c)/sum with the number that is wanted; returns mean and variance of c. */
    private double[] tilt(final double[] values, final double b, final double[] changed) {
        final double reference = b > 0 ? m_cosines[last(values)] : m_cosines[first(values)];
        double sum = 0;
        double mean = 0;
        for (int i = 0; i < values.length; i++) {
            changed[i] = values[i] * Math.exp(b * (m_cosines[i] - reference));
            sum += m_weights[i] * changed[i];
            mean += m_weights[i] * changed[i] * m_cosines[i];
        }
        mean /= sum;
        double variance = 0;
        for (int i = 0; i < values.length; i++) {
            variance += m_weights[i] * changed[i] * (m_cosines[i] - mean) * (m_cosines[i] - mean);
            changed[i] *= m_number / sum;
        }
        return new double[]{mean, variance / sum};
    }
}
