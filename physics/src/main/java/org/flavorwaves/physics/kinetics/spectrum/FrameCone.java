package org.flavorwaves.physics.kinetics.spectrum;

/**
 * The equilibria that waves can have: pairs (1/T, u/T) for which x = sigma (Omega - u k)/T is positive for all waves.
 * They are an open cone, since every wave asks for a half-plane; u = +-infinity is inside where all T are possible.
 * With its two rims as axes x is a sum of two terms that are not negative, exact however near to a rim.
 *
 * @param left rim (1/T, u/T) at which x = 0 for the waves of {@code fromLeft} 0
 * @param right rim at which x = 0 for the waves of {@code fromRight} 0
 * @param fromLeft x of every wave at the left rim
 * @param fromRight x of every wave at the right rim; 0 for all where u cannot be told
 */
record FrameCone(double[] left, double[] right, double[] fromLeft, double[] fromRight) {
    /** Sine of the angle below which (Omega, k) of two waves are parallel. */
    private static final double PARALLEL = 1e-12;

    /**
     * The cone of waves; the only direction u = 0 where fewer than three waves or parallel ones leave u open.
     *
     * @param waves at least one wave
     * @return the cone; null if it is empty or does not hold that direction
     */
    static FrameCone of(final WaveSpectrum waves) {
        final double[] units = {largest(waves.omega()), largest(waves.k())};
        final double[][] normals = normals(waves, units);
        final double[][] rims = rims(normals);
        if (rims == null) {
            return null;
        }
        if (normals.length < 3 || parallel(rims[0], rims[1])) {
            return atRest(normals, units[0]);
        }
        final int n = normals.length;
        final double[] fromLeft = new double[n];
        final double[] fromRight = new double[n];
        for (int i = 0; i < n; i++) {
            fromLeft[i] = parallel(normals[i], rims[1]) ? 0 : cross(normals[i], rims[1]);
            fromRight[i] = parallel(rims[0], normals[i]) ? 0 : cross(rims[0], normals[i]);
        }
        return new FrameCone(new double[]{rims[1][1] / units[0], -rims[1][0] / units[1]},
            new double[]{-rims[0][1] / units[0], rims[0][0] / units[1]}, fromLeft, fromRight);
    }

    /** Whether a frame exists in which all energies have one sign. */
    static boolean exists(final WaveSpectrum waves) {
        return rims(normals(waves, new double[]{largest(waves.omega()), largest(waves.k())})) != null;
    }

    /** Whether both T and u can be told. */
    boolean isWide() {
        return right[0] != 0 || right[1] != 0;
    }

    private static double largest(final double[] values) {
        double largest = 0;
        for (final double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest > 0 ? largest : 1;
    }

    /** x of a wave is the product of its normal with (1/T, u/T) in units of its own. */
    private static double[][] normals(final WaveSpectrum waves, final double[] units) {
        final double[][] normals = new double[waves.k().length][];
        for (int i = 0; i < normals.length; i++) {
            final double sign = Math.signum(waves.action()[i]);
            normals[i] = new double[]{sign * waves.omega()[i] / units[0], -sign * waves.k()[i] / units[1]};
        }
        return normals;
    }

    /** The outermost normals, the second to the left of the first; null if they fill half a turn or one is 0. */
    private static double[][] rims(final double[][] normals) {
        double[] first = normals[0];
        double[] last = normals[0];
        for (final double[] normal : normals) {
            final boolean afterFirst = parallel(first, normal) || cross(first, normal) > 0;
            final boolean beforeLast = parallel(normal, last) || cross(normal, last) > 0;
            if (!afterFirst && !beforeLast || opposite(first, normal) || opposite(last, normal)) {
                return null;
            }
            first = afterFirst ? first : normal;
            last = beforeLast ? last : normal;
        }
        return new double[][]{first, last};
    }

    private static FrameCone atRest(final double[][] normals, final double unit) {
        final double sign = Math.signum(normals[0][0]);
        final double[] energy = new double[normals.length];
        for (int i = 0; i < energy.length; i++) {
            energy[i] = sign * normals[i][0];
            if (!(energy[i] > 0)) {
                return null;
            }
        }
        return new FrameCone(new double[]{sign / unit, 0}, new double[2], energy, new double[energy.length]);
    }

    private static double cross(final double[] a, final double[] b) {
        return a[0] * b[1] - a[1] * b[0];
    }

    private static boolean parallel(final double[] a, final double[] b) {
        return Math.abs(cross(a, b)) <= PARALLEL * Math.hypot(a[0], a[1]) * Math.hypot(b[0], b[1]);
    }

    private static boolean opposite(final double[] a, final double[] b) {
        return parallel(a, b) && !(a[0] * b[0] + a[1] * b[1] > 0);
    }
}
