package org.flavorwaves.physics.distribution.moments;

/** How a closed distribution is made discrete, that is, which moments its sum over the grid has exactly. */
public enum MomentMatching {
    /** The values of the continuous distribution at the grid points; density and flux to quadrature error. */
    NONE,
    /** The same values times one factor, so that the discrete density is exact; the flux to quadrature error. */
    DENSITY,
    /**
     * The distribution of maximum entropy on the grid itself: proportional to exp(a.v) with the vector a for which the
     * discrete density and flux are both exact. Agrees with the others as far as the grid resolves the distribution.
     */
    DENSITY_AND_FLUX
}
