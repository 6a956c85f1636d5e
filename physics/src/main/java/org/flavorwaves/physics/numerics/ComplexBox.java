package org.flavorwaves.physics.numerics;

/**
 * A rectangle in the complex plane.
 *
 * @param reMin left edge
 * @param reMax right edge, &gt; reMin
 * @param imMin lower edge
 * @param imMax upper edge, &gt; imMin
 */
public record ComplexBox(double reMin, double reMax, double imMin, double imMax) {
    /**
     * Checks the edges.
     *
     * @throws IllegalArgumentException if an edge is not finite or the rectangle has no area
     */
    public ComplexBox {
        if (!(reMin < reMax) || !(imMin < imMax) || !Double.isFinite(reMax - reMin)
            || !Double.isFinite(imMax - imMin)) {
            throw new IllegalArgumentException("The box [" + reMin + ", " + reMax + "] x [" + imMin + ", " + imMax
                + "] i must be finite and have an area.");
        }
    }

    /**
     * The real part of the centre.
     *
     * @return (reMin + reMax)/2
     */
    public double centerRe() {
        return reMin + (reMax - reMin) / 2;
    }

    /**
     * The imaginary part of the centre.
     *
     * @return (imMin + imMax)/2
     */
    public double centerIm() {
        return imMin + (imMax - imMin) / 2;
    }

    /**
     * The radius of the circle through the corners.
     *
     * @return half the diagonal
     */
    public double radius() {
        return Math.hypot(reMax - reMin, imMax - imMin) / 2;
    }

    /**
     * Whether a number lies inside or not further than a margin outside.
     *
     * @param re real part
     * @param im imaginary part
     * @param margin allowed distance from the edges, same units
     * @return true if inside the enlarged box
     */
    public boolean contains(final double re, final double im, final double margin) {
        return re >= reMin - margin && re <= reMax + margin && im >= imMin - margin && im <= imMax + margin;
    }

    /** The two parts of a box that is cut across its longer side. */
    ComplexBox[] cut(final double share) {
        if (reMax - reMin >= imMax - imMin) {
            final double at = reMin + share * (reMax - reMin);
            return new ComplexBox[]{new ComplexBox(reMin, at, imMin, imMax), new ComplexBox(at, reMax, imMin, imMax)};
        }
        final double at = imMin + share * (imMax - imMin);
        return new ComplexBox[]{new ComplexBox(reMin, reMax, imMin, at), new ComplexBox(reMin, reMax, at, imMax)};
    }
}
