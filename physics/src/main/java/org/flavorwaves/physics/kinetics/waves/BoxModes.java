package org.flavorwaves.physics.kinetics.waves;

import java.util.ArrayList;
import java.util.List;

import org.flavorwaves.physics.state.WaveVector;

/**
 * The waves of a periodic box along one axis, k_n = 2 pi n/L with n = 1..nMax. Waves of negative n are their complex
 * conjugates (JK 51), (JK 81).
 *
 * @param length L &gt; 0 in the inverse of the unit of the potentials
 * @param axis unit vector along which the box is inhomogeneous
 * @param nMax the largest n, at least 1
 */
public record BoxModes(double length, WaveVector axis, int nMax) {
    private static final double UNIT_ALLOWANCE = 1e-12;

    /**
     * Checks the box.
     *
     * @param length L &gt; 0 in the inverse of the unit of the potentials
     * @param axis unit vector along which the box is inhomogeneous
     * @param nMax the largest n, at least 1
     * @throws IllegalArgumentException if the length is not positive and finite, the axis is no unit vector, or there
     *             is no wave
     */
    public BoxModes {
        if (!(length > 0) || Double.isInfinite(length)) {
            throw new IllegalArgumentException("The box length must be above 0 and finite but is " + length + ".");
        }
        if (!(Math.abs(axis.norm() - 1) <= UNIT_ALLOWANCE)) {
            throw new IllegalArgumentException("The axis of the box must be a unit vector but has length "
                + axis.norm() + ".");
        }
        if (nMax < 1) {
            throw new IllegalArgumentException("The box needs at least one wave but nMax is " + nMax + ".");
        }
    }

    /**
     * The smallest wave number, the spacing of the box modes.
     *
     * @return 2 pi/L in the units of the potentials
     */
    public double spacing() {
        return 2 * Math.PI / length;
    }

    /**
     * A wave vector.
     *
     * @param n number of the wave, of either sign
     * @return k_n = 2 pi n/L along the axis
     */
    public WaveVector k(final int n) {
        return axis.times(n * spacing());
    }

    /**
     * The wave vectors of n = 1..nMax.
     *
     * @return a new list
     */
    public List<WaveVector> line() {
        final List<WaveVector> line = new ArrayList<>();
        for (int n = 1; n <= nMax; n++) {
            line.add(k(n));
        }
        return line;
    }
}
