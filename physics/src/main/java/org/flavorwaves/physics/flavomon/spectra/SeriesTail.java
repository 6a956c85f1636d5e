package org.flavorwaves.physics.flavomon.spectra;

/**
 * Where a series of sampled coefficients ends: at the order from which on they are as small as rounding, or lie on a
 * plateau, which is the noise of the samples. A series that has no such end is kept whole, and the size of its last
 * terms is its error.
 *
 * @param order highest order that carries information
 * @param error noise, or size of the last terms, relative to the largest
 * @param rough whether the terms are large and fall no faster than a power of the order, as those of a step do
 */
record SeriesTail(int order, double error, boolean rough) {
    /** Error that rounding leaves in the coefficients of an exact series. */
    static final double ROUNDING = 1e-14;

    /** Coefficients that differ by less over the upper half of the orders are a plateau. */
    private static final double FLAT = 8;

    /** A plateau above this is no noise but a series that has not converged. */
    private static final double LARGEST_NOISE = 1e-3;

    /** Terms of a smooth function fall by more from half the orders to all of them. */
    private static final double SMOOTH = 6;

    /** Fewest orders that can show a plateau. */
    private static final int MIN_PLATEAU = 9;

    /** How much larger than the noise a coefficient must be. */
    private static final double SIGNIFICANT = 4;

    /**
     * Finds the end of a series.
     *
     * @param sizes norms of the terms by order, at least one
     * @return its end
     */
    static SeriesTail of(final double[] sizes) {
        final int n = sizes.length;
        double largest = 0;
        for (final double size : sizes) {
            largest = Math.max(largest, size);
        }
        if (largest == 0) {
            return new SeriesTail(0, ROUNDING, false);
        }
        final double last = tail(sizes, Math.max(0, n - 2)) / largest;
        double noise = ROUNDING;
        if (n >= MIN_PLATEAU) {
            final double plateau = tail(sizes, n / 2) / largest;
            if (plateau <= LARGEST_NOISE && plateau <= FLAT * tail(sizes, n - 3) / largest) {
                noise = Math.max(noise, plateau);
            }
        }
        int order = n - 1;
        while (order > 0 && sizes[order] <= SIGNIFICANT * noise * largest) {
            order--;
        }
        final double error = order == n - 1 ? Math.max(noise, last) : noise;
        return new SeriesTail(order, error,
            error > LARGEST_NOISE && tail(sizes, n / 2) <= SMOOTH * tail(sizes, Math.max(0, n - 2)));
    }

    /** The largest term from an order on. */
    private static double tail(final double[] sizes, final int from) {
        double largest = 0;
        for (int l = from; l < sizes.length; l++) {
            largest = Math.max(largest, sizes[l]);
        }
        return largest;
    }
}
