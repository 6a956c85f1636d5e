package org.flavorwaves.physics.numerics;

/**
 * A point of a solution curve in (x, t).
 *
 * @param point x, then t
 * @param tangent the unit tangent there
 * @param corrections Newton corrections that it took
 */
public record CurvePoint(double[] point, double[] tangent, int corrections) {

    /** The parameter t. */
    public double parameter() {
        return point[point.length - 1];
    }

    /** dt along the tangent. */
    public double slope() {
        return tangent[tangent.length - 1];
    }

    /** The cosine between the tangents here and there. */
    public double cosine(final CurvePoint other) {
        double sum = 0;
        for (int c = 0; c < tangent.length; c++) {
            sum += tangent[c] * other.tangent[c];
        }
        return sum;
    }
}
