package org.flavorwaves.physics.numerics;

import java.util.ArrayList;
import java.util.List;

/**
 * Known solutions that a Newton iteration keeps away from (Farrell, Birkisson and Funke, SIAM J. Sci. Comput. 37,
 * 2015). The equations are multiplied by M(x) = prod_r (1 + c^2/d_r^2), d_r the distance from known solution r or the
 * nearest of its symmetric copies; this only scales the Newton step, to step/(1 - step . grad ln M).
 */
public final class Deflation {
    private final double m_reach;

    private final Copies m_copies;

    private final List<double[]> m_known = new ArrayList<>();

    /** The symmetries of the equations. */
    @FunctionalInterface
    public interface Copies {
        /**
         * The copy of a solution that is nearest to a point.
         *
         * @param x the point
         * @param solution the solution
         * @return the copy; it may leave out unknowns at the end, which then have no part in the distance
         */
        double[] nearest(double[] x, double[] solution);
    }

    /**
     * Without a solution yet.
     *
     * @param reach c, beyond which a known solution hardly repels, in the unit of the unknowns
     * @param copies the symmetries of the equations
     */
    public Deflation(final double reach, final Copies copies) {
        m_reach = reach;
        m_copies = copies;
    }

    /**
     * Adds a solution.
     *
     * @param solution to be kept away from; kept, not copied
     */
    public void add(final double[] solution) {
        m_known.add(solution);
    }

    /**
     * The solutions.
     *
     * @return in the order in which they were added
     */
    public List<double[]> known() {
        return List.copyOf(m_known);
    }

    /**
     * The distance of two points up to the symmetries.
     *
     * @param x a point
     * @param y another
     * @return |x - nearest copy of y|_2
     */
    public double distance(final double[] x, final double[] y) {
        final double[] copy = m_copies.nearest(x, y);
        double sum = 0;
        for (int c = 0; c < copy.length; c++) {
            sum += (x[c] - copy[c]) * (x[c] - copy[c]);
        }
        return Math.sqrt(sum);
    }

    /** M(x), 1 without known solutions. */
    double factor(final double[] x) {
        double product = 1;
        for (final double[] known : m_known) {
            final double d = distance(x, known);
            product *= 1 + m_reach * m_reach / (d * d);
        }
        return product;
    }

    /** Scales a Newton step to that of the multiplied equations. */
    void scale(final double[] x, final double[] step) {
        double slope = 0;
        for (final double[] known : m_known) {
            final double[] copy = m_copies.nearest(x, known);
            double d2 = 0;
            double along = 0;
            for (int c = 0; c < copy.length; c++) {
                d2 += (x[c] - copy[c]) * (x[c] - copy[c]);
                along += (x[c] - copy[c]) * step[c];
            }
            slope -= d2 > 0 ? 2 * along * m_reach * m_reach / (d2 * (d2 + m_reach * m_reach)) : 0;
        }
        final double factor = 1 / (1 - slope);
        for (int c = 0; c < step.length; c++) {
            step[c] *= Double.isFinite(factor) ? factor : 1;
        }
    }
}
