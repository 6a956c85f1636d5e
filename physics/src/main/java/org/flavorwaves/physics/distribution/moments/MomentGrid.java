package org.flavorwaves.physics.distribution.moments;

import java.util.List;
import java.util.Locale;

import org.flavorwaves.physics.distribution.AngularGrid;
import org.flavorwaves.physics.distribution.FlavorSpecies;
import org.flavorwaves.physics.distribution.GridRule;

/**
 * A Gauss-Legendre grid for the closed distributions of one place, and how well it resolves them.
 *
 * <p>The error of a grid is that of the flux and of the second moment of the closed distributions on it, before any
 * matching, over the mean spread of the neutrinos s = 1 - |sum n F/n|/sum n: what couples modes is 1 - v_i.v_j, so in a
 * forward-peaked gas small errors of v count for more. The largest of all kinds and bins counts. A distribution
 * exp(a cos theta) needs some sqrt(a ln(1/error)/2) polar angles, as its Legendre coefficients fall like
 * exp(-l^2/(2a)).
 */
public final class MomentGrid {
    /** Spread below which errors are no longer magnified. */
    private static final double LEAST_SPREAD = 1e-3;

    /** Improvement by a step in one angle below which both are refined. */
    private static final double USELESS = 0.99;

    /** Most polar angles: enough for beams, and more take long as the cost of their rule grows as the square. */
    private static final int MOST_POLAR = 4096;

    private final boolean m_rings;

    private final double[] m_axis;

    private final int m_nTheta;

    private final int m_nPhi;

    private final List<FlavorMoments> m_bins;

    private final AngularGrid m_grid;

    private final double m_error;

    private final boolean m_reaches;

    private final String m_worst;

    private MomentGrid(final boolean rings, final double[] axis, final int nTheta, final int nPhi,
        final List<FlavorMoments> bins) {
        m_rings = rings;
        m_axis = axis;
        m_nTheta = nTheta;
        m_nPhi = nPhi;
        m_bins = bins;
        m_grid = rings ? AngularGrid.rings(GridRule.GAUSS_LEGENDRE, nTheta)
            : AngularGrid.sphere(nTheta, nPhi, axis[0], axis[1], axis[2]);
        final double[] values = new double[m_grid.size()];
        double error = 0;
        boolean reaches = true;
        String worst = "";
        for (final FlavorMoments bin : bins) {
            for (final FlavorSpecies kind : FlavorSpecies.values()) {
                if (bin.of(kind).density() > 0) {
                    final DiscreteClosure closure =
                        new DiscreteClosure(m_grid, MomentLoader.onGrid(m_grid, bin.of(kind), kind));
                    final double own = closure.resolutionError(values);
                    reaches &= closure.reaches();
                    if (own >= error) {
                        error = own;
                        worst = String.format(Locale.ROOT, "%s (flux factor %s, a = %.4g)", kind.label(),
                            bin.of(kind).fluxFactor(), closure.shape());
                    }
                }
            }
        }
        m_error = error / spread(bins);
        m_reaches = reaches;
        m_worst = worst;
    }

    /**
     * Rings about z.
     *
     * @param nTheta number of rings
     * @param bins moments of the four kinds in each energy bin
     * @return the grid
     * @throws IllegalArgumentException if a flux is not along z
     */
    public static MomentGrid rings(final int nTheta, final List<FlavorMoments> bins) {
        return new MomentGrid(true, new double[]{0, 0, 1}, nTheta, 1, List.copyOf(bins));
    }

    /**
     * Directions on the sphere.
     *
     * @param nTheta number of polar angles
     * @param nPhi number of azimuths
     * @param axis the polar axis
     * @param bins moments of the four kinds in each energy bin
     * @return the grid
     */
    public static MomentGrid sphere(final int nTheta, final int nPhi, final double[] axis,
        final List<FlavorMoments> bins) {
        return new MomentGrid(false, axis.clone(), nTheta, nPhi, List.copyOf(bins));
    }

    private static double spread(final List<FlavorMoments> bins) {
        double number = 0;
        final double[] flux = new double[3];
        for (final FlavorMoments bin : bins) {
            for (final FlavorSpecies kind : FlavorSpecies.values()) {
                final SpeciesMoments moments = bin.of(kind);
                number += moments.density();
                flux[0] += moments.density() * moments.fx();
                flux[1] += moments.density() * moments.fy();
                flux[2] += moments.density() * moments.fz();
            }
        }
        final double length = Math.sqrt(flux[0] * flux[0] + flux[1] * flux[1] + flux[2] * flux[2]);
        return number > 0 ? Math.max(LEAST_SPREAD, 1 - length / number) : 1;
    }

    /**
     * Refines the grid, in the angle that helps more, until its error is small enough.
     *
     * @param target error to reach
     * @param mostDirections largest number of directions
     * @return a grid with that error, or the last one that is not too large
     */
    public MomentGrid refined(final double target, final int mostDirections) {
        MomentGrid grid = this;
        while (grid.m_error > target) {
            final int nTheta = grid.m_nTheta + Math.max(1, grid.m_nTheta / 4);
            final int nPhi = grid.m_nPhi + Math.max(2, grid.m_nPhi / 4);
            if (nTheta > MOST_POLAR || (long) nTheta * (m_rings ? 1 : nPhi) > mostDirections) {
                return grid;
            }
            grid = grid.better(nTheta, nPhi);
        }
        return grid;
    }

    private MomentGrid better(final int nTheta, final int nPhi) {
        final MomentGrid polar = new MomentGrid(m_rings, m_axis, nTheta, m_nPhi, m_bins);
        if (m_rings || polar.m_error < m_error / 2) {
            return polar;
        }
        final MomentGrid azimuthal = new MomentGrid(false, m_axis, m_nTheta, nPhi, m_bins);
        final MomentGrid best = azimuthal.m_error < polar.m_error ? azimuthal : polar;
        return best.m_error < USELESS * m_error ? best : new MomentGrid(false, m_axis, nTheta, nPhi, m_bins);
    }

    /**
     * The directions.
     *
     * @return rings or directions on the sphere
     */
    public AngularGrid grid() {
        return m_grid;
    }

    /**
     * The number of polar angles.
     *
     * @return at least 1
     */
    public int nTheta() {
        return m_nTheta;
    }

    /**
     * The number of azimuths.
     *
     * @return 1 for rings
     */
    public int nPhi() {
        return m_rings ? 1 : m_nPhi;
    }

    /**
     * The error of the grid.
     *
     * @return largest error of flux and second moment over the spread, dimensionless
     */
    public double error() {
        return m_error;
    }

    /**
     * Whether the fluxes of all kinds can be matched on the grid: not that of a beam, which has one direction only.
     *
     * @return true if there are directions within the distance of each flux from that of a beam
     */
    public boolean reaches() {
        return m_reaches;
    }

    /**
     * The kind that has the error.
     *
     * @return its label with flux factor and a
     */
    public String worst() {
        return m_worst;
    }
}
