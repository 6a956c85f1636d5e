package org.flavorwaves.physics.state;

/**
 * A wave vector in the units of the potentials.
 *
 * @param kx x component
 * @param ky y component
 * @param kz z component
 */
public record WaveVector(double kx, double ky, double kz) {
    /** The homogeneous limit k = 0. */
    public static final WaveVector ZERO = new WaveVector(0, 0, 0);

    /**
     * Checks that the components are finite.
     *
     * @param kx x component
     * @param ky y component
     * @param kz z component
     * @throws IllegalArgumentException if one is NaN or infinite
     */
    public WaveVector {
        if (!Double.isFinite(kx) || !Double.isFinite(ky) || !Double.isFinite(kz)) {
            throw new IllegalArgumentException(
                "A wave vector must be finite but is (" + kx + ", " + ky + ", " + kz + ").");
        }
    }

    /**
     * The length.
     *
     * @return |k|
     */
    public double norm() {
        return Math.sqrt(kx * kx + ky * ky + kz * kz);
    }

    /**
     * The unit vector along this one.
     *
     * @return k/|k|
     * @throws IllegalArgumentException if k = 0, which has no direction
     */
    public WaveVector unit() {
        final double largest = Math.max(Math.abs(kx), Math.max(Math.abs(ky), Math.abs(kz)));
        if (largest == 0) {
            throw new IllegalArgumentException("The vector (0, 0, 0) has no direction.");
        }
        final WaveVector scaled = new WaveVector(kx / largest, ky / largest, kz / largest);
        return scaled.times(1 / scaled.norm());
    }

    /**
     * The opposite vector.
     *
     * @return -k
     */
    public WaveVector negated() {
        return new WaveVector(-kx, -ky, -kz);
    }

    /**
     * A multiple.
     *
     * @param factor a number
     * @return factor k
     */
    public WaveVector times(final double factor) {
        return new WaveVector(factor * kx, factor * ky, factor * kz);
    }

    /**
     * The sum.
     *
     * @param other the summand
     * @return this + other
     */
    public WaveVector plus(final WaveVector other) {
        return new WaveVector(kx + other.kx, ky + other.ky, kz + other.kz);
    }

    /**
     * The difference.
     *
     * @param other the subtrahend
     * @return this - other
     */
    public WaveVector minus(final WaveVector other) {
        return new WaveVector(kx - other.kx, ky - other.ky, kz - other.kz);
    }

    /**
     * The scalar product with three components, such as a velocity.
     *
     * @param x first component
     * @param y second component
     * @param z third component
     * @return kx x + ky y + kz z
     */
    public double dot(final double x, final double y, final double z) {
        return kx * x + ky * y + kz * z;
    }
}
