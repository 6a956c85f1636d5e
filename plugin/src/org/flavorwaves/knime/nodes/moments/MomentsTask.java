package org.flavorwaves.knime.nodes.moments;

import org.flavorwaves.knime.nodes.moments.MomentsToDistributionParameters.PolarAxis;
import org.flavorwaves.knime.table.MomentsCell;
import org.flavorwaves.physics.distribution.AngularGrid;
import org.flavorwaves.physics.distribution.moments.FlavorMoments;
import org.flavorwaves.physics.distribution.moments.LoadedMoments;
import org.flavorwaves.physics.distribution.moments.MomentLoader;

/** Asks the physics for the distribution of one cell, as the parameters say. */
final class MomentsTask {
    private static final double[] Z = {0, 0, 1};

    private final MomentsToDistributionParameters m_parameters;

    /**
     * A distribution with its polar axis.
     *
     * @param moments state and quality
     * @param axis unit vector along the polar axis of the grid
     */
    record Loaded(LoadedMoments moments, double[] axis) {
    }

    MomentsTask(final MomentsToDistributionParameters parameters) {
        m_parameters = parameters;
    }

    Loaded load(final MomentsCell cell) {
        final double[] axis = m_parameters.rings() || m_parameters.m_polarAxis == PolarAxis.Z ? Z : axis(cell);
        final AngularGrid grid = m_parameters.rings()
            ? AngularGrid.rings(m_parameters.rule(), m_parameters.m_nTheta)
            : AngularGrid.sphere(m_parameters.m_nTheta, m_parameters.m_nPhi, axis[0], axis[1], axis[2]);
        return new Loaded(new MomentLoader(grid, m_parameters.matching(), m_parameters.m_peakOccupation)
            .load(cell.bins()), axis);
    }

    private static double[] axis(final MomentsCell cell) {
        final double[] sum = new double[3];
        for (final FlavorMoments bin : cell.bins()) {
            final double[] flux = bin.leptonFlux();
            for (int a = 0; a < 3; a++) {
                sum[a] += flux[a];
            }
        }
        final double length = Math.sqrt(sum[0] * sum[0] + sum[1] * sum[1] + sum[2] * sum[2]);
        return length == 0 ? Z : new double[]{sum[0] / length, sum[1] / length, sum[2] / length};
    }
}
