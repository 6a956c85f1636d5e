package org.flavorwaves.physics.linear.collective.sums;

import java.util.Arrays;

/**
 * The collective matrix T(Omega) = 1 - K(Omega) of one invariant block and its derivative, as sums over modes. T is
 * singular where Omega is the frequency of a collective band. It is analytic above the real axis, because its poles are
 * the frequencies of single modes, which only decay.
 */
public interface ResolventSums {
    /** Rows of T: 2 to 4 for a circular sector, three or eight times that for coupled flavor components. */
    int dimension();

    /** Flavor components of a mode: 3 or 8. */
    default int flavors() {
        return 3;
    }

    /** Evaluates T and dT/dOmega many times, keeping what helps the next time; not for several threads at once. */
    @FunctionalInterface
    interface Sampler {
        /**
         * One evaluation.
         *
         * @param re Re Omega
         * @param im Im Omega, positive
         * @param t room for T, row-major, real and imaginary parts in turn, 2 n^2 numbers
         * @param derivative room for dT/dOmega, same layout
         */
        void sample(double re, double im, double[] t, double[] derivative);
    }

    /** A sampler that is exact to rounding, O(N) an evaluation. */
    Sampler exact();

    /**
     * A sampler with an error of at most about 1e-11 of the terms, whose cost hardly grows with the number of modes
     * where there are many.
     */
    Sampler sampler();

    /**
     * Evaluates dT/dk along one space axis, O(N).
     *
     * @param axis 0..2 for x, y, z
     * @param t room for the matrix, laid out as by a {@link Sampler}
     */
    void slope(double re, double im, int axis, double[] t);

    /**
     * Evaluates x (dT/dOmega) y and x (dT/dk) y for a row x and a column y in O(N), without the matrices.
     *
     * @param left x, real and imaginary parts in turn
     * @param right y, laid out alike
     * @param out room for 8 numbers: the derivatives by Omega, k_x, k_y and k_z, real and imaginary parts in turn
     */
    void slopes(double re, double im, double[] left, double[] right, double[] out);

    /** Real parts of all poles, or of the ends of all cuts, rising; not to be changed. */
    double[] poles();

    /** At most the distance of the nearest pole from a point above the real axis. */
    default double poleDistance(final double re, final double im) {
        final double[] poles = poles();
        final int at = Arrays.binarySearch(poles, re);
        final int above = at >= 0 ? at : -at - 1;
        double least = Double.POSITIVE_INFINITY;
        if (above < poles.length) {
            least = poles[above] - re;
        }
        if (above > 0) {
            least = Math.min(least, re - poles[above - 1]);
        }
        return Math.sqrt(least * least + im * im);
    }

    /** Whether modes stand for a continuous spectrum, so that waves solve another problem than that of N modes. */
    default boolean isContinuous() {
        return false;
    }

    /** A bound on the distance of any band from the nearest pole: the norm of the coupling. */
    double couplingBound();

    /**
     * Where waves are that grow faster than a floor.
     *
     * @param floor growth rate, positive
     */
    default GrowthRegion growthRegion(final double floor) {
        return new GrowthRegion(poles(), couplingBound());
    }

    /**
     * The wave function that belongs to a null vector of T, unnormalised.
     *
     * @param y null vector, real and imaginary parts in turn
     * @param outRe room for the real parts of the flavor components of all modes
     * @param outIm room for 3N imaginary parts
     */
    void wave(double re, double im, double[] y, double[] outRe, double[] outIm);
}
