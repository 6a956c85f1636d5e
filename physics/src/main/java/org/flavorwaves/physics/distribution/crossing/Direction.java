package org.flavorwaves.physics.distribution.crossing;

/**
 * A direction of flight, or a velocity; a ring about z is (0, 0, cos theta).
 *
 * @param x component along x
 * @param y component along y
 * @param z component along z, cos theta
 */
public record Direction(double x, double y, double z) {

    /**
     * The scalar product.
     *
     * @param other another direction
     * @return this . other
     */
    public double dot(final Direction other) {
        return x * other.x + y * other.y + z * other.z;
    }

    /**
     * The length.
     *
     * @return |v|
     */
    public double norm() {
        return Math.sqrt(dot(this));
    }

    Direction times(final double factor) {
        return new Direction(factor * x, factor * y, factor * z);
    }

    Direction plus(final Direction other) {
        return new Direction(x + other.x, y + other.y, z + other.z);
    }

    Direction minus(final Direction other) {
        return new Direction(x - other.x, y - other.y, z - other.z);
    }

    /** The unit vector; a vector of length 0 stays. */
    Direction unit() {
        final double length = norm();
        return length > 0 ? new Direction(x / length, y / length, z / length) : this;
    }
}
