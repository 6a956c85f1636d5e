package org.flavorwaves.physics.thermo;

/**
 * How long the polarization vector of a mode is at a flavor temperature. With y = |beta h| &gt;= 0 the length p(y) is
 * the one at which the entropy s(P0, p) of the mode falls as fast as y p rises: -ds/dp = y.
 *
 * <p>p(y) grows from 0 to its bound, is concave, and is odd and smooth when continued to negative y.
 */
public enum ThermalRelation {
    /**
     * Occupied and vacant states both count, s = -Tr[rho ln rho + (1 - rho) ln(1 - rho)] (JK 92), (JK 93), so that
     * 2p/(p^2 + P0(2 - P0)) = tanh y (JK 100). The bound is min(P0, 2 - P0).
     */
    FULL {
        @Override
        public double polarization(final double trace, final double y) {
            final double a = trace * (2 - trace);
            final double e = Math.exp(-2 * y);
            final double sech2 = 4 * e / ((1 + e) * (1 + e));
            return (1 - e) / (1 + e) * a / (1 + Math.sqrt((1 - trace) * (1 - trace) + a * sech2));
        }

        @Override
        public double slope(final double trace, final double y, final double p) {
            final double a = trace * (2 - trace);
            final double sech = sech(y);
            if (!(sech > 0 && a > 0)) {
                return 0;
            }
            final double gap = (1 - trace) / sech;
            return (p * p + a) * sech / (2 * Math.sqrt(gap * gap + a));
        }

        @Override
        public double argument(final double trace, final double length) {
            return ModeEntropy.affinity(trace, length);
        }

        @Override
        public double entropy(final double trace, final double length) {
            return ModeEntropy.entropy(trace, length);
        }

        @Override
        public double largest(final double trace) {
            return Math.max(0, Math.min(trace, 2 - trace));
        }
    },

    /**
     * Only the flavor of what is there counts, s = -Tr[rho ln rho], so that p = P0 tanh y (JK 101), the limit of small
     * occupations. The bound is P0; above P0 = 1 it is not a possible state.
     */
    DILUTE {
        @Override
        public double polarization(final double trace, final double y) {
            return trace * Math.tanh(y);
        }

        @Override
        public double slope(final double trace, final double y, final double p) {
            final double sech = sech(y);
            return trace * sech * sech;
        }

        @Override
        public double argument(final double trace, final double length) {
            return artanh(length, trace);
        }

        @Override
        public double entropy(final double trace, final double length) {
            return -xLogX((trace + length) / 2) - xLogX((trace - length) / 2);
        }

        @Override
        public double largest(final double trace) {
            return trace;
        }
    };

    /**
     * The length of the polarization vector, (JK 100) or (JK 101) solved for |P|.
     *
     * @param trace P0, from 0 to 2
     * @param y |beta h| &gt;= 0, dimensionless
     * @return p(y), from 0 to {@link #largest}
     */
    public abstract double polarization(double trace, double y);

    /**
     * How fast the length grows.
     *
     * @param trace P0, from 0 to 2
     * @param y |beta h| &gt;= 0, dimensionless
     * @return dp/dy &gt;= 0, falling in y
     */
    public double slope(final double trace, final double y) {
        return slope(trace, y, polarization(trace, y));
    }

    /**
     * The slope where the length p(y) is known.
     *
     * @param trace P0, from 0 to 2
     * @param y |beta h| &gt;= 0, dimensionless
     * @param p the length p(y), which {@link #polarization} gives
     * @return dp/dy &gt;= 0
     */
    public abstract double slope(double trace, double y, double p);

    /**
     * The inverse of {@link #polarization}, which is how fast the entropy of the mode falls with |P| (JK 94).
     *
     * @param trace P0, from 0 to 2
     * @param length |P|, from 0 to {@link #largest}
     * @return y = -ds/d|P|; infinite at the bound
     */
    public abstract double argument(double trace, double length);

    /**
     * The entropy of a mode per unit of its weight (JK 92), (JK 93).
     *
     * @param trace P0, from 0 to 2
     * @param length |P|, from 0 to {@link #largest}
     * @return s(P0, |P|), dimensionless
     */
    public abstract double entropy(double trace, double length);

    /**
     * The bound on the length, reached for y to infinity.
     *
     * @param trace P0, from 0 to 2
     * @return the largest |P|
     */
    public abstract double largest(double trace);

    private static double sech(final double y) {
        final double e = Math.exp(-y);
        return 2 * e / (1 + e * e);
    }

    private static double artanh(final double length, final double bound) {
        if (length == 0) {
            return 0;
        }
        return length < bound ? 0.5 * Math.log1p(2 * length / (bound - length)) : Double.POSITIVE_INFINITY;
    }

    private static double xLogX(final double x) {
        return x > 0 ? x * Math.log(x) : 0;
    }
}
