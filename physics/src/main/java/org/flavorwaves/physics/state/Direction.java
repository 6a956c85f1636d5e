package org.flavorwaves.physics.state;

/**
 * A direction of flight, or a velocity; a ring about z is (0, 0, cos theta).
 *
 * @param x component along x
 * @param y component along y
 * @param z component along z, cos theta
 */
public record Direction(double x, double y, double z) {
    /** Largest difference of components within one direction: that of tables with seven digits. */
    public static final double SAME = 1e-7;

    /**
     * Whether this and another velocity are one direction.
     *
     * @param other another velocity
     * @return whether no component differs by more than {@value #SAME}
     */
    public boolean same(final Direction other) {
        return Math.abs(x - other.x) <= SAME && Math.abs(y - other.y) <= SAME && Math.abs(z - other.z) <= SAME;
    }

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

    /**
     * A multiple of this vector.
     *
     * @param factor any number
     * @return a new vector
     */
    public Direction times(final double factor) {
        return new Direction(factor * x, factor * y, factor * z);
    }

    /**
     * The sum of both vectors.
     *
     * @param other what is added
     * @return a new vector
     */
    public Direction plus(final Direction other) {
        return new Direction(x + other.x, y + other.y, z + other.z);
    }

    /**
     * The difference of both vectors.
     *
     * @param other what is subtracted
     * @return a new vector
     */
    public Direction minus(final Direction other) {
        return new Direction(x - other.x, y - other.y, z - other.z);
    }

    /**
     * The unit vector; a vector of length 0 stays.
     *
     * @return a vector of length 1 or 0
     */
    public Direction unit() {
        final double length = norm();
        return length > 0 ? new Direction(x / length, y / length, z / length) : this;
    }
}
