package org.flavorwaves.physics.distribution;

/** How cos theta is sampled on an interval. */
public enum GridRule {
    /** Gauss-Legendre nodes and weights: exact for polynomials up to degree 2n - 1; never at the ends. */
    GAUSS_LEGENDRE,
    /** n equal cells, the node in the middle of each, all weights equal: second order. */
    MIDPOINT,
    /** n &gt;= 2 equally spaced nodes including both ends, trapezoid weights: second order. */
    UNIFORM
}
