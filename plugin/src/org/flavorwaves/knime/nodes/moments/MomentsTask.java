package org.flavorwaves.knime.nodes.moments;

import java.util.List;
import java.util.Locale;

import org.flavorwaves.knime.nodes.moments.MomentsToDistributionParameters.PolarAxis;
import org.flavorwaves.knime.nodes.moments.MomentsToDistributionParameters.Resolution;
import org.flavorwaves.knime.table.moments.MomentsCell;
import org.flavorwaves.physics.distribution.moments.FlavorMoments;
import org.flavorwaves.physics.distribution.moments.LoadedMoments;
import org.flavorwaves.physics.distribution.moments.MomentGrid;
import org.flavorwaves.physics.distribution.moments.MomentLoader;
import org.flavorwaves.physics.distribution.moments.MomentMatching;
import org.flavorwaves.physics.distribution.moments.SixSpecies;

/** Asks the physics for the distribution of one cell, as the parameters say. */
final class MomentsTask {
    private static final double[] Z = {0, 0, 1};

    /** Share of the largest error that an automatic grid reaches where the given one is not enough. */
    private static final double TARGET = 1 / 30.0;

    /** Most directions of an automatic grid. */
    private static final int MOST_DIRECTIONS = 1 << 16;

    /** Numbers of 8 bytes that are held for a direction and an energy: densities, and modes of both species. */
    private static final double NUMBERS_PER_DIRECTION = 60;

    private final MomentsToDistributionParameters m_parameters;

    /**
     * A distribution with its polar axis.
     *
     * @param moments state and quality
     * @param axis unit vector along the polar axis of the grid
     * @param grid the grid
     */
    record Loaded(LoadedMoments moments, double[] axis, MomentGrid grid) {
    }

    MomentsTask(final MomentsToDistributionParameters parameters) {
        m_parameters = parameters;
    }

    /**
     * The memory that the given numbers of angles need.
     *
     * @param cells the cells
     * @return bytes for the largest cell
     */
    long bytes(final List<MomentsCell> cells) {
        final double directions = (double) m_parameters.m_nTheta * (m_parameters.rings() ? 1 : m_parameters.m_nPhi);
        return (long) (Double.BYTES * NUMBERS_PER_DIRECTION * directions
            * cells.stream().mapToInt(cell -> cell.bins().size()).max().orElse(1));
    }

    Loaded load(final MomentsCell cell) {
        final double[] axis = m_parameters.rings() || m_parameters.m_polarAxis == PolarAxis.Z ? Z : axis(cell);
        final MomentGrid grid = grid(cell, axis);
        final MomentMatching matching = m_parameters.matching() == MomentMatching.DENSITY_AND_FLUX && !grid.reaches()
            ? MomentMatching.DENSITY : m_parameters.matching();
        return new Loaded(new MomentLoader(grid.grid(), matching, m_parameters.m_peakOccupation).load(cell.bins()),
            axis, grid);
    }

    private MomentGrid grid(final MomentsCell cell, final double[] axis) {
        final MomentGrid given = m_parameters.rings() ? MomentGrid.rings(m_parameters.m_nTheta, cell.bins())
            : MomentGrid.sphere(m_parameters.m_nTheta, m_parameters.m_nPhi, axis, cell.bins());
        final boolean refine = m_parameters.m_resolution == Resolution.AUTOMATIC
            && given.error() > m_parameters.m_maxError;
        final MomentGrid grid = refine ? given.refined(TARGET * m_parameters.m_maxError, MOST_DIRECTIONS) : given;
        if (grid.error() > m_parameters.m_maxError) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "the flux and second moment of %s are off by "
                + "%.3g of the spread of all neutrinos on %d directions, above maxError = %s. Use more polar angles%s.",
                grid.worst(), grid.error(), grid.grid().size(), m_parameters.m_maxError,
                m_parameters.m_resolution == Resolution.AUTOMATIC ? " along the flux, or allow a larger error"
                    : ", or the automatic resolution"));
        }
        return grid;
    }

    private double[] axis(final MomentsCell cell) {
        final double[] sum = m_parameters.threeFlavors() ? SixSpecies.leptonFlux(cell.bins()) : new double[3];
        for (final FlavorMoments bin : m_parameters.threeFlavors() ? List.<FlavorMoments>of() : cell.bins()) {
            final double[] flux = bin.leptonFlux();
            for (int a = 0; a < 3; a++) {
                sum[a] += flux[a];
            }
        }
        final double length = Math.sqrt(sum[0] * sum[0] + sum[1] * sum[1] + sum[2] * sum[2]);
        return length == 0 ? Z : new double[]{sum[0] / length, sum[1] / length, sum[2] / length};
    }
}
