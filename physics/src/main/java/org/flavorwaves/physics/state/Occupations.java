package org.flavorwaves.physics.state;

/** The bounds of occupations of two flavors, |P| &lt;= P0 and P0 + |P| &lt;= 2 (FW realizable). */
final class Occupations {
    private Occupations() {
    }

    /** Refuses a mode that breaks a bound; the suffix tells in messages whose P0 and P they are. */
    static void require(final int mode, final String suffix, final double trace, final double px, final double py,
        final double pz) {
        final double length = Math.sqrt(px * px + py * py + pz * pz);
        if (!Double.isFinite(length) || !Double.isFinite(trace)) {
            throw new InvalidModeException(mode, "is not finite: P0" + suffix + " = " + trace + ", P" + suffix + " = ("
                + px + ", " + py + ", " + pz + ")");
        }
        if (length > trace * (1 + FlavorState.BOUND_TOLERANCE)) {
            throw new InvalidModeException(mode, "has |P" + suffix + "| = " + length + ", above P0" + suffix + " = "
                + trace + " (an occupation would be negative)");
        }
        if (trace + length > 2 * (1 + FlavorState.BOUND_TOLERANCE)) {
            throw new InvalidModeException(mode, "has P0" + suffix + " + |P" + suffix + "| = " + (trace + length)
                + " from P0" + suffix + " = " + trace + " and |P" + suffix + "| = " + length
                + ", above 2 (an occupation would exceed 1)");
        }
    }
}
