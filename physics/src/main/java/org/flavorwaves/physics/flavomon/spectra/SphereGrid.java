package org.flavorwaves.physics.flavomon.spectra;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.flavorwaves.physics.numerics.SymmetricEigen;
import org.flavorwaves.physics.state.Cosines;
import org.flavorwaves.physics.state.Direction;
import org.flavorwaves.physics.state.MomentumModes;

/**
 * A product grid on the sphere, recognised from its directions: equal numbers of equally spaced azimuths on circles
 * about one axis. The axis is an eigenvector of sum v v^T, for which all circles contribute alike.
 */
public final class SphereGrid {
    private static final int MIN_AZIMUTHS = 3;

    private final double[][] m_axes;

    /** Index of the grid point of each mode: circle times azimuths plus azimuth. */
    private final int[] m_place;

    private final double[] m_cosines;

    private final double[] m_offsets;

    private final int m_azimuths;

    private SphereGrid(final double[][] axes, final int[] place, final double[] cosines, final double[] offsets,
        final int azimuths) {
        m_axes = axes;
        m_place = place;
        m_cosines = cosines;
        m_offsets = offsets;
        m_azimuths = azimuths;
    }

    /**
     * Recognises the grid of a state.
     *
     * @param modes with unit velocities
     * @return the grid; empty if the directions are none
     */
    public static Optional<SphereGrid> of(final MomentumModes modes) {
        final SymmetricEigen eigen = SymmetricEigen.ofVectors(modes.vxs(), modes.vys(), modes.vzs());
        for (int a = 0; a < 3; a++) {
            final Optional<SphereGrid> grid =
                about(modes, new double[]{eigen.vector(a, 0), eigen.vector(a, 1), eigen.vector(a, 2)});
            if (grid.isPresent()) {
                return grid;
            }
        }
        return Optional.empty();
    }

    private static double[] velocity(final MomentumModes modes, final int i) {
        return new double[]{modes.vx(i), modes.vy(i), modes.vz(i)};
    }

    private static Optional<SphereGrid> about(final MomentumModes modes, final double[] axis) {
        final double[][] axes = PropagationFrame.along(axis);
        final int n = modes.size();
        final double[] c = new double[n];
        final double[] phi = new double[n];
        for (int i = 0; i < n; i++) {
            final double[] v = velocity(modes, i);
            c[i] = PropagationFrame.dot(v, axes[2]);
            phi[i] = Math.atan2(PropagationFrame.dot(v, axes[1]), PropagationFrame.dot(v, axes[0]));
        }
        final Cosines levels = new Cosines(c);
        final List<List<Integer>> circles = new ArrayList<>();
        for (int l = 0; l < levels.size(); l++) {
            circles.add(new ArrayList<>());
        }
        for (int i = 0; i < n; i++) {
            circles.get(levels.below(c[i])).add(i);
        }
        final int[] place = new int[n];
        final double[] cosines = new double[circles.size()];
        final double[] offsets = new double[circles.size()];
        int azimuths = -1;
        int at = 0;
        for (final List<Integer> circle : circles) {
            final long distinct = circle.stream()
                .mapToLong(i -> Math.round(wrapped(phi[i], 2 * Math.PI) / Direction.SAME)).distinct().count();
            if (azimuths < 0) {
                azimuths = (int) distinct;
            }
            if (distinct != azimuths || azimuths < MIN_AZIMUTHS) {
                return Optional.empty();
            }
            final double spacing = 2 * Math.PI / azimuths;
            final double offset = wrapped(phi[circle.get(0)], spacing);
            for (final int i : circle) {
                final double step = (phi[i] - offset) / spacing;
                if (Math.abs(step - Math.rint(step)) > Direction.SAME) {
                    return Optional.empty();
                }
                place[i] = at * azimuths + Math.floorMod((int) Math.rint(step), azimuths);
            }
            cosines[at] = c[circle.get(0)];
            offsets[at++] = offset;
        }
        final SphereGrid grid = new SphereGrid(axes, place, cosines, offsets, azimuths);
        return grid.samples(new double[cosines.length]).cover() ? Optional.of(grid) : Optional.empty();
    }

    private static double wrapped(final double angle, final double period) {
        final double rest = angle - period * Math.floor(angle / period);
        return rest > period - Direction.SAME ? 0 : rest;
    }

    /** Samples over the circles of sums that contain quadrature weights. */
    private AngularSamples samples(final double[] sums) {
        return AngularSamples.of(m_cosines, sums);
    }

    /** The highest azimuthal number that the azimuths tell apart. */
    int azimuthalOrder() {
        return (m_azimuths - 1) / 2;
    }

    /**
     * The highest degree that the circles determine.
     *
     * @return a degree; negative for too few circles
     */
    public int degree() {
        return samples(new double[m_cosines.length]).order();
    }

    boolean gauss() {
        return samples(new double[m_cosines.length]).gauss();
    }

    double[] cosines() {
        return m_cosines;
    }

    double[] weights() {
        return samples(new double[m_cosines.length]).weights();
    }

    double[][] axes() {
        return m_axes;
    }

    /**
     * The azimuthal Fourier coefficients of a density on the circles.
     *
     * @param g lepton numbers of all modes, quadrature weights included
     * @return [2 m] and [2 m + 1] the factors of cos m phi and sin m phi by circle, a density per solid angle
     */
    double[][] fourier(final double[] g) {
        final double[] onGrid = new double[m_cosines.length * m_azimuths];
        for (int i = 0; i < g.length; i++) {
            onGrid[m_place[i]] += g[i];
        }
        final double[] weights = weights();
        final double[][] f = new double[2 * azimuthalOrder() + 2][m_cosines.length];
        for (int c = 0; c < m_cosines.length; c++) {
            for (int a = 0; a < m_azimuths; a++) {
                final double phi = m_offsets[c] + 2 * Math.PI * a / m_azimuths;
                final double share = onGrid[c * m_azimuths + a] / (2 * Math.PI * weights[c]);
                for (int m = 0; m <= azimuthalOrder(); m++) {
                    f[2 * m][c] += (m == 0 ? 1 : 2) * share * Math.cos(m * phi);
                    f[2 * m + 1][c] += 2 * share * Math.sin(m * phi);
                }
            }
        }
        return f;
    }
}
