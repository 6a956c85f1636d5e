package org.flavorwaves.physics.state;

/** Which numbers a momentum mode may have. */
final class ModeCheck {
    /** Rounding allowance for |v| &lt;= 1. */
    private static final double SPEED_BOUND = 1 + 1e-9;

    /** On the sphere, velocities below this have no direction; rings about z may have any speed along z. */
    private static final double LEAST_SPEED = 1e-3;

    private ModeCheck() {
    }

    /** Refuses what is no set of modes. */
    static void check(final Species[] species, final double[][] v, final double[] weight, final double[] omega,
        final double[] depolarization, final Absorption absorption) {
        final int n = species.length;
        requireLength("vx", v[0], n);
        requireLength("vy", v[1], n);
        requireLength("vz", v[2], n);
        requireLength("weight", weight, n);
        requireLength("omega", omega, n);
        requireLength("depolarization", depolarization, n);
        if (absorption.size() != n) {
            throw new IllegalArgumentException("Absorption must be given of " + n + " modes but is of "
                + absorption.size() + ".");
        }
        if (n == 0) {
            throw new IllegalArgumentException("A state needs at least one mode.");
        }
        boolean sphere = false;
        for (int i = 0; i < n; i++) {
            sphere |= v[0][i] != 0 || v[1][i] != 0;
        }
        for (int i = 0; i < n; i++) {
            if (species[i] == null) {
                throw new InvalidModeException(i, "has no species");
            }
            final double speed = Math.sqrt(v[0][i] * v[0][i] + v[1][i] * v[1][i] + v[2][i] * v[2][i]);
            if (!(speed <= SPEED_BOUND)) {
                throw new InvalidModeException(i, "has |v| = " + speed + ", above the bound 1");
            }
            if (sphere && speed < LEAST_SPEED) {
                throw new InvalidModeException(i, "has |v| = " + speed + ", but beside directions on the sphere every "
                    + "velocity is a unit vector");
            }
            if (!(weight[i] >= 0) || Double.isInfinite(weight[i])) {
                throw new InvalidModeException(i, "has weight " + weight[i] + "; it must be finite and >= 0");
            }
            if (!Double.isFinite(omega[i])) {
                throw new InvalidModeException(i, "has vacuum frequency " + omega[i] + "; it must be finite");
            }
            if (!(depolarization[i] >= 0) || Double.isInfinite(depolarization[i])) {
                throw new InvalidModeException(i,
                    "has depolarization rate " + depolarization[i] + "; it must be finite and >= 0");
            }
        }
    }

    static void requireLength(final String name, final double[] values, final int n) {
        if (values == null || values.length != n) {
            throw new IllegalArgumentException("Array " + name + " must have one value a mode, " + n + ", but has "
                + (values == null ? "none" : values.length) + ".");
        }
    }
}
