package org.flavorwaves.physics.transport.rays;

/**
 * Options of {@link RayTracer}.
 *
 * @param tEnd time at which a ray ends if nothing ends it before, positive
 * @param outputs intervals of equal length between points of a ray, at least 1
 * @param band which band a ray takes that names none
 * @param law how the amplitude changes
 * @param degeneracy what a ray does at an avoided crossing
 * @param tolerance local error of a step, relative to the length of the profile and the sizes of k and phase
 */
public record RayOptions(double tEnd, int outputs, Band band, Law law, Degeneracy degeneracy, double tolerance) {

    /** Which band is taken. */
    public enum Band {
        /** The one in which most modes take part. */
        MOST_COLLECTIVE,
        /** The fastest growing one, the most collective if none grows. */
        FASTEST
    }

    /** How the amplitude changes. */
    public enum Law {
        /** d ln n/dt = 2 Im Omega with the wave action n = kappa |A|^2 (FW action). */
        ACTION,
        /** d ln |A|/dt = Im Omega for wave functions of unit norm (JK 90). */
        JK_90
    }

    /** What happens where two bands nearly meet. */
    public enum Degeneracy {
        /** The ray stays on its band, by continuity. */
        FOLLOW,
        /** The ray keeps its wave function, and so changes the band. */
        DIABATIC,
        /** The ray splits by the probability (FW landau-zener) if that is between 0.01 and 0.99. */
        SPLIT
    }

    /**
     * Checks the numbers.
     *
     * @param tEnd time at which a ray ends if nothing ends it before, positive
     * @param outputs intervals of equal length between points of a ray, at least 1
     * @param band which band a ray takes that names none
     * @param law how the amplitude changes
     * @param degeneracy what a ray does at an avoided crossing
     * @param tolerance local error of a step, relative to the length of the profile and the sizes of k and phase
     * @throws IllegalArgumentException if one is out of range
     */
    public RayOptions {
        if (!(tEnd > 0) || Double.isInfinite(tEnd)) {
            throw new IllegalArgumentException("tEnd must be positive and finite but is " + tEnd + ".");
        }
        if (outputs < 1) {
            throw new IllegalArgumentException("outputs must be at least 1 but is " + outputs + ".");
        }
        if (!(tolerance >= 1e-14 && tolerance <= 1e-3)) {
            throw new IllegalArgumentException("tolerance must be in [1e-14, 1e-3] but is " + tolerance + ".");
        }
    }
}
