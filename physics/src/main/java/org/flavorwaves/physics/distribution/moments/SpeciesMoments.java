package org.flavorwaves.physics.distribution.moments;

/**
 * The first two angular moments of one kind of neutrino.
 *
 * @param density number density n &gt;= 0, in the unit the weights shall have
 * @param fx x component of the flux factor F/n, dimensionless
 * @param fy y component
 * @param fz z component
 */
public record SpeciesMoments(double density, double fx, double fy, double fz) {
    /** No neutrinos of this kind. */
    public static final SpeciesMoments NONE = new SpeciesMoments(0, 0, 0, 0);

    /** Rounding allowance in |F/n| &lt;= 1. */
    private static final double FLUX_BOUND = 1 + 1e-9;

    /**
     * Checks the moments.
     *
     * @param density number density n &gt;= 0, in the unit the weights shall have
     * @param fx x component of the flux factor F/n, dimensionless
     * @param fy y component
     * @param fz z component
     * @throws IllegalArgumentException if the density is negative or not finite, or |F/n| is above 1 or not a number
     */
    public SpeciesMoments {
        if (!(density >= 0) || Double.isInfinite(density)) {
            throw new IllegalArgumentException("The density is " + density + "; it must be finite and >= 0.");
        }
        final double f = Math.sqrt(fx * fx + fy * fy + fz * fz);
        if (!(f <= FLUX_BOUND)) {
            throw new IllegalArgumentException("The flux factor (" + fx + ", " + fy + ", " + fz + ") has length " + f
                + ", above the bound 1.");
        }
    }

    /**
     * Moments of an isotropic gas.
     *
     * @param density number density n &gt;= 0
     * @return no flux
     */
    public static SpeciesMoments isotropic(final double density) {
        return new SpeciesMoments(density, 0, 0, 0);
    }

    /**
     * The length of the flux factor.
     *
     * @return |F|/n, at most 1
     */
    public double fluxFactor() {
        return Math.min(1, Math.sqrt(fx * fx + fy * fy + fz * fz));
    }

    /**
     * The shape of the distribution of maximum entropy, exp(a cos theta) about the flux (FW minerbo).
     *
     * @return a &gt;= 0, infinite for a beam
     */
    public double shape() {
        return Minerbo.inverseLangevin(fluxFactor());
    }

    /**
     * The same angular distribution at another density.
     *
     * @param factor at least 0
     * @return the density multiplied, the flux factor kept
     */
    public SpeciesMoments times(final double factor) {
        return new SpeciesMoments(factor * density, fx, fy, fz);
    }
}
