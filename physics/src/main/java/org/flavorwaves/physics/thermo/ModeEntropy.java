package org.flavorwaves.physics.thermo;

/**
 * The entropy of one momentum mode as a function of its occupation trace P0 and polarization length |P| (JK 93),
 * accurate to rounding up to the bounds of the occupations f+- = (P0 +- |P|)/2 in [0, 1].
 *
 * <p>Values that leave the bounds by rounding count as the bound. Dimensionless, k_B = 1.
 */
public final class ModeEntropy {
    private ModeEntropy() {
    }

    /**
     * The entropy s = sum over f+- of -f ln f - (1 - f) ln(1 - f).
     *
     * @param trace P0 in [0, 2]
     * @param length |P| in [0, min(P0, 2 - P0)]
     * @return s in [0, 2 ln 2]
     */
    public static double entropy(final double trace, final double length) {
        final double hole = 2 - trace;
        return ofOccupation((trace + length) / 2, (hole - length) / 2)
            + ofOccupation((trace - length) / 2, (hole + length) / 2);
    }

    /** Entropy of one flavor from the occupation and its complement, each accurate when it is small. */
    static double ofOccupation(final double f, final double complement) {
        final double small = Math.max(0, Math.min(f, complement));
        return small == 0 ? 0 : -small * Math.log(small) - (1 - small) * Math.log1p(-small);
    }

    /** ln(f/(1 - f)), infinite at the bounds and beyond. */
    static double logit(final double f) {
        return Math.log(Math.max(0, f)) - Math.log1p(-Math.min(1, f));
    }

    /**
     * The flavor affinity -ds/d|P| = artanh(2|P|/(|P|^2 + P0(2 - P0))) (JK 94), half the difference of the logits of f+
     * and f-. In flavor-thermal equilibrium it is beta h (JK 100).
     *
     * @param trace P0 in [0, 2]
     * @param length |P| in [0, min(P0, 2 - P0)]
     * @return the affinity &gt;= 0; 0 at |P| = 0 and infinite at the bound of |P|, where f- = 0 or f+ = 1
     */
    public static double affinity(final double trace, final double length) {
        if (length == 0) {
            return 0;
        }
        final double below = trace - length;
        final double above = 2 - trace - length;
        if (below <= 0 || above <= 0) {
            return Double.POSITIVE_INFINITY;
        }
        return (Math.log1p(2 * length / below) + Math.log1p(2 * length / above)) / 2;
    }

    /**
     * The derivative ds/d|P| at fixed P0 (JK 94), the negative of the {@link #affinity affinity}.
     *
     * @param trace P0 in [0, 2]
     * @param length |P| in [0, min(P0, 2 - P0)]
     * @return ds/d|P| &lt;= 0; minus infinity at the bound of |P|
     */
    public static double derivative(final double trace, final double length) {
        return length == 0 ? 0 : -affinity(trace, length);
    }
}
