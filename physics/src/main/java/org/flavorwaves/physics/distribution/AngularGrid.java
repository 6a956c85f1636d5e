package org.flavorwaves.physics.distribution;

import java.util.Arrays;

import org.flavorwaves.physics.numerics.GaussLegendre;

/**
 * Directions with quadrature weights. Immutable.
 *
 * <p>Two kinds, told apart by their measure:
 * <ul>
 * <li>axisymmetric <em>rings</em>, stored as v = (0, 0, cos theta): sum_i weight_i g(cos theta_i) approximates
 * the integral over d cos theta, so the weights of a full grid sum to 2;</li>
 * <li>unit <em>directions</em> on the sphere: sum_i weight_i g(v_i) approximates the integral over the solid angle, so
 * the weights of a full grid sum to 4 pi.</li>
 * </ul>
 * A density per solid angle is 1/(2 pi) of an axisymmetric density per cos theta; {@link #measurePerCosTheta()} is that
 * factor. A list of beams has the weights it is given.
 */
public final class AngularGrid {
    private final double[] m_vx;

    private final double[] m_vy;

    private final double[] m_vz;

    private final double[] m_cosTheta;

    private final double[] m_weight;

    private final boolean m_rings;

    private AngularGrid(final double[] vx, final double[] vy, final double[] vz, final double[] cosTheta,
        final double[] weight, final boolean rings) {
        m_vx = vx;
        m_vy = vy;
        m_vz = vz;
        m_cosTheta = cosTheta;
        m_weight = weight;
        m_rings = rings;
    }

    /**
     * Rings over all directions.
     *
     * @param rule how cos theta is sampled
     * @param n number of rings
     * @return rings with weights that sum to 2, cos theta ascending
     * @throws IllegalArgumentException if n is too small for the rule
     */
    public static AngularGrid rings(final GridRule rule, final int n) {
        return rings(rule, n, -1, 1);
    }

    /**
     * Rings over a band of directions.
     *
     * @param rule how cos theta is sampled
     * @param n number of rings
     * @param lower lower end of the band in cos theta, &gt;= -1
     * @param upper upper end of the band, &lt;= 1, above the lower one
     * @return rings with weights that sum to upper - lower, cos theta ascending
     * @throws IllegalArgumentException if n is too small for the rule or the band is none
     */
    public static AngularGrid rings(final GridRule rule, final int n, final double lower, final double upper) {
        if (!(lower >= -1 && upper <= 1 && lower < upper)) {
            throw new IllegalArgumentException("A band of cos theta must be within [-1, 1] and not empty, but is ["
                + lower + ", " + upper + "].");
        }
        final double[] c = new double[n < 0 ? 0 : n];
        final double[] w = new double[c.length];
        sample(rule, n, c, w);
        final double half = (upper - lower) / 2;
        for (int i = 0; i < n; i++) {
            c[i] = Math.min(1, Math.max(-1, lower + half * (1 + c[i])));
            w[i] *= half;
        }
        return new AngularGrid(new double[n], new double[n], c, c, w, true);
    }

    private static void sample(final GridRule rule, final int n, final double[] x, final double[] w) {
        final int least = rule == GridRule.UNIFORM ? 2 : 1;
        if (n < least) {
            throw new IllegalArgumentException("A " + rule + " grid needs at least " + least + " values of cos theta, "
                + "not " + n + ".");
        }
        switch (rule) {
            case GAUSS_LEGENDRE -> {
                final GaussLegendre gauss = GaussLegendre.of(n);
                for (int i = 0; i < n; i++) {
                    x[i] = gauss.node(i);
                    w[i] = gauss.weight(i);
                }
            }
            case MIDPOINT -> {
                for (int i = 0; i < n; i++) {
                    x[i] = (2 * i + 1 - n) / (double) n;
                    w[i] = 2.0 / n;
                }
            }
            case UNIFORM -> {
                for (int i = 0; i < n; i++) {
                    x[i] = (2 * i + 1 - n) / (double) (n - 1);
                    w[i] = (i == 0 || i == n - 1 ? 1.0 : 2.0) / (n - 1);
                }
            }
            default -> throw new IllegalArgumentException("There is no rule " + rule + ".");
        }
    }

    /**
     * Rings of given position and weight.
     *
     * @param cosTheta cos theta of each beam, in [-1, 1]; copied
     * @param weight quadrature weight of each beam in cos theta, finite and &gt;= 0; copied
     * @return the rings in the order given
     * @throws IllegalArgumentException if the lengths differ or a value is out of bounds; names the beam
     */
    public static AngularGrid beams(final double[] cosTheta, final double[] weight) {
        final int n = cosTheta.length;
        return checked(new AngularGrid(new double[n], new double[n], cosTheta.clone(), cosTheta.clone(), weight.clone(),
            true));
    }

    /**
     * Directions of given weight; cos theta is counted from the z axis.
     *
     * @param vx x components of the unit vectors; copied
     * @param vy y components; copied
     * @param vz z components; copied
     * @param weight quadrature weight of each direction in solid angle, finite and &gt;= 0; copied
     * @return the directions in the order given
     * @throws IllegalArgumentException if the lengths differ or a vector is not a unit vector; names the beam
     */
    public static AngularGrid directions(final double[] vx, final double[] vy, final double[] vz,
        final double[] weight) {
        return checked(new AngularGrid(vx.clone(), vy.clone(), vz.clone(), vz.clone(), weight.clone(), false));
    }

    /**
     * Product grid on the sphere with its polar axis along z: Gauss-Legendre in cos theta, uniform in phi.
     *
     * @param nTheta number of cos theta values
     * @param nPhi number of azimuths, phi_j = 2 pi (j + 1/2)/nPhi
     * @return nTheta nPhi directions, phi running fastest, weights summing to 4 pi; exact for spherical harmonics of
     *         degree l &lt; min(2 nTheta, nPhi)
     * @throws IllegalArgumentException if a number is below 1
     */
    public static AngularGrid sphere(final int nTheta, final int nPhi) {
        return sphere(nTheta, nPhi, 0, 0, 1);
    }

    /**
     * Product grid on the sphere about any polar axis.
     *
     * @param nTheta number of values of cos theta = v.axis
     * @param nPhi number of azimuths about the axis
     * @param axisX x component of the polar axis, of any length above 0
     * @param axisY y component
     * @param axisZ z component
     * @return nTheta nPhi directions as in {@link #sphere(int, int)}, rotated
     * @throws IllegalArgumentException if a number is below 1 or the axis has no direction
     */
    public static AngularGrid sphere(final int nTheta, final int nPhi, final double axisX, final double axisY,
        final double axisZ) {
        if (nPhi < 1) {
            throw new IllegalArgumentException("A sphere needs at least 1 azimuth, not " + nPhi + ".");
        }
        final double[] c = new double[nTheta < 0 ? 0 : nTheta];
        final double[] w = new double[c.length];
        sample(GridRule.GAUSS_LEGENDRE, nTheta, c, w);
        final double[][] frame = frame(axisX, axisY, axisZ);
        final int n = Math.multiplyExact(nTheta, nPhi);
        final double[][] v = new double[3][n];
        final double[] cosTheta = new double[n];
        final double[] weight = new double[n];
        for (int i = 0; i < n; i++) {
            final double cos = c[i / nPhi];
            final double sin = Math.sqrt((1 - cos) * (1 + cos));
            final double phi = 2 * Math.PI * (i % nPhi + 0.5) / nPhi;
            for (int a = 0; a < 3; a++) {
                v[a][i] = sin * (Math.cos(phi) * frame[0][a] + Math.sin(phi) * frame[1][a]) + cos * frame[2][a];
            }
            cosTheta[i] = cos;
            weight[i] = w[i / nPhi] * 2 * Math.PI / nPhi;
        }
        return new AngularGrid(v[0], v[1], v[2], cosTheta, weight, false);
    }

    /** Right-handed orthonormal frame whose third vector is the axis; the identity for the z axis. */
    private static double[][] frame(final double x, final double y, final double z) {
        final double length = Math.sqrt(x * x + y * y + z * z);
        if (!(length > 0) || Double.isInfinite(length)) {
            throw new IllegalArgumentException("The polar axis must be a finite vector of length above 0, but is (" + x
                + ", " + y + ", " + z + ").");
        }
        final double[] d = {x / length, y / length, z / length};
        final double perpendicular = Math.hypot(d[0], d[1]);
        if (perpendicular == 0) {
            return new double[][]{{Math.signum(d[2]), 0, 0}, {0, 1, 0}, d};
        }
        final double c = d[0] / perpendicular;
        final double s = d[1] / perpendicular;
        return new double[][]{{d[2] * c, d[2] * s, -perpendicular}, {-s, c, 0}, d};
    }

    private static AngularGrid checked(final AngularGrid grid) {
        final int n = grid.m_weight.length;
        if (n == 0 || grid.m_vx.length != n || grid.m_vy.length != n || grid.m_vz.length != n) {
            throw new IllegalArgumentException("Beams need as many velocity components as weights and at least one, "
                + "but there are " + grid.m_vx.length + ", " + grid.m_vy.length + ", " + grid.m_vz.length + " and " + n
                + " weights.");
        }
        for (int i = 0; i < n; i++) {
            final double v = Math.sqrt(grid.m_vx[i] * grid.m_vx[i] + grid.m_vy[i] * grid.m_vy[i]
                + grid.m_vz[i] * grid.m_vz[i]);
            if (!(grid.m_rings ? v <= 1 : Math.abs(v - 1) <= 1e-9)) {
                throw new IllegalArgumentException("Beam " + i + " has |v| = " + v + ", which must be "
                    + (grid.m_rings ? "at most 1 for a ring." : "1 for a direction."));
            }
            if (!(grid.m_weight[i] >= 0) || Double.isInfinite(grid.m_weight[i])) {
                throw new IllegalArgumentException("Beam " + i + " has weight " + grid.m_weight[i]
                    + "; it must be finite and >= 0.");
            }
        }
        return grid;
    }

    /**
     * The number of directions.
     *
     * @return at least 1
     */
    public int size() {
        return m_weight.length;
    }

    /**
     * Whether the directions are axisymmetric rings about z.
     *
     * @return true for rings, false for directions on the sphere
     */
    public boolean isRings() {
        return m_rings;
    }

    /**
     * The measure of a unit of cos theta: 1 for rings, 2 pi for directions on the sphere.
     *
     * @return the factor by which an axisymmetric density per measure is smaller than the density per cos theta
     */
    public double measurePerCosTheta() {
        return m_rings ? 1 : 2 * Math.PI;
    }

    /**
     * The x component of a direction.
     *
     * @param i index
     * @return v_x
     */
    public double vx(final int i) {
        return m_vx[i];
    }

    /**
     * The y component of a direction.
     *
     * @param i index
     * @return v_y
     */
    public double vy(final int i) {
        return m_vy[i];
    }

    /**
     * The z component of a direction.
     *
     * @param i index
     * @return v_z
     */
    public double vz(final int i) {
        return m_vz[i];
    }

    /**
     * The cosine of the angle to the polar axis of the grid.
     *
     * @param i index
     * @return cos theta in [-1, 1]
     */
    public double cosTheta(final int i) {
        return m_cosTheta[i];
    }

    /**
     * The quadrature weight of a direction.
     *
     * @param i index
     * @return in cos theta for rings, in solid angle on the sphere
     */
    public double weight(final int i) {
        return m_weight[i];
    }

    /**
     * The whole measure.
     *
     * @return sum of the weights
     */
    public double measure() {
        return Arrays.stream(m_weight).sum();
    }
}
