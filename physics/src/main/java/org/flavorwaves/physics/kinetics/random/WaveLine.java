package org.flavorwaves.physics.kinetics.random;

import java.util.ArrayList;
import java.util.List;

import org.flavorwaves.physics.state.WaveVector;

/**
 * Positive wave numbers k_j = first + j spacing, j = 0..count-1, along one axis: the points at which intensities over k
 * are followed, each standing for an interval of the spacing. Waves of -k are their conjugates (JK 51) and are counted
 * with them.
 *
 * @param axis unit vector
 * @param first smallest wave number, positive, in the units of the potentials
 * @param spacing distance of two wave numbers, positive
 * @param count number of wave numbers, at least 1
 */
public record WaveLine(WaveVector axis, double first, double spacing, int count) {
    private static final double UNIT_ALLOWANCE = 1e-12;

    /**
     * Checks the line.
     *
     * @param axis unit vector
     * @param first smallest wave number, positive, in the units of the potentials
     * @param spacing distance of two wave numbers, positive
     * @param count number of wave numbers, at least 1
     * @throws IllegalArgumentException if a number is out of its range or the axis is no unit vector
     */
    public WaveLine {
        if (!(Math.abs(axis.norm() - 1) <= UNIT_ALLOWANCE)) {
            throw new IllegalArgumentException("The axis of the waves must be a unit vector but has length "
                + axis.norm() + ".");
        }
        requirePositive("The smallest wave number", first);
        requirePositive("The spacing of the wave numbers", spacing);
        if (count < 1) {
            throw new IllegalArgumentException("There must be at least one wave number, not " + count + ".");
        }
    }

    private static void requirePositive(final String what, final double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(what + " is " + value + "; it must be positive.");
        }
    }

    /**
     * The wave numbers of a periodic box, 2 pi n/L.
     *
     * @param axis unit vector along which the box is inhomogeneous
     * @param length L in the inverse of the unit of the potentials
     * @param largest largest n
     * @return the line
     * @throws IllegalArgumentException if the length is not positive or there is no wave
     */
    public static WaveLine ofBox(final WaveVector axis, final double length, final int largest) {
        return new WaveLine(axis, 2 * Math.PI / length, 2 * Math.PI / length, largest);
    }

    /**
     * Midpoints of equal intervals of a range that starts at 0.
     *
     * @param axis unit vector
     * @param end end of the range, in the units of the potentials
     * @param count number of intervals
     * @return the line
     * @throws IllegalArgumentException if the end is not positive or there is no interval
     */
    public static WaveLine midpoints(final WaveVector axis, final double end, final int count) {
        return new WaveLine(axis, end / count / 2, end / count, count);
    }

    /**
     * A wave number.
     *
     * @param j index
     * @return k_j in the units of the potentials
     */
    public double k(final int j) {
        return first + j * spacing;
    }

    /** Every stride-th wave vector. */
    List<WaveVector> share(final int from, final int stride) {
        final List<WaveVector> share = new ArrayList<>();
        for (int j = from; j < count; j += stride) {
            share.add(axis.times(k(j)));
        }
        return share;
    }
}
