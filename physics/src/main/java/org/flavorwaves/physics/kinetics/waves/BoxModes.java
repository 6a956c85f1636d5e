package org.flavorwaves.physics.kinetics.waves;

import java.util.ArrayList;
import java.util.List;

import org.flavorwaves.physics.qke.field.BoxGrid;
import org.flavorwaves.physics.state.MomentumModes;
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
        if (!(length >= BoxGrid.SHORTEST) || Double.isInfinite(length)) {
            throw new IllegalArgumentException("The box length must be finite and at least " + BoxGrid.SHORTEST
                + ", so that wave numbers are finite, but is " + length + ".");
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

    /** The axis of the grid along which the box is inhomogeneous: its own if that is x, y or z, else z. */
    private int direction() {
        return axis.kx() == 1 ? 0 : axis.ky() == 1 ? 1 : 2;
    }

    /**
     * The points and harmonics of the box; see {@link #turned}.
     *
     * @return a grid that keeps |n| up to nMax
     */
    public BoxGrid grid() {
        return BoxGrid.ofHarmonics(direction(), length, nMax);
    }

    /**
     * The index of a wave in {@link #grid}.
     *
     * @param grid the grid
     * @param n number of the wave, of either sign
     * @return index of the harmonic
     */
    public int harmonic(final BoxGrid grid, final int n) {
        final int direction = direction();
        return grid.index(direction == 0 ? n : 0, direction == 1 ? n : 0, direction == 2 ? n : 0);
    }

    /**
     * The modes as they move in {@link #grid}: if the axis of the box is none of x, y and z, mirrored so that it
     * becomes z, which changes no product of velocities.
     *
     * @param modes the modes
     * @return modes with the velocities seen from the grid
     */
    public MomentumModes turned(final MomentumModes modes) {
        if (direction() < 2 || axis.kz() == 1) {
            return modes;
        }
        final double[][] v = {modes.vxs(), modes.vys(), modes.vzs()};
        final double[] mirror = {axis.kx(), axis.ky(), axis.kz() - 1};
        final double square = 2 * (1 - axis.kz());
        for (int i = 0; i < modes.size(); i++) {
            final double along = 2 * (mirror[0] * v[0][i] + mirror[1] * v[1][i] + mirror[2] * v[2][i]) / square;
            for (int a = 0; a < 3; a++) {
                v[a][i] -= along * mirror[a];
            }
        }
        return modes.toBuilder().velocity(v[0], v[1], v[2]).build();
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
