package org.flavorwaves.knime.io.moments.codes;

/**
 * The metric of space in a cell, by the Cholesky factor L of its components, g = L L^T. The orthonormal frame is that
 * of Gram and Schmidt, its first axis along x and the second one in the plane of x and y: covariant components F_i
 * become L^-1 F.
 *
 * @param xx L_xx
 * @param yx L_yx
 * @param yy L_yy
 * @param zx L_zx
 * @param zy L_zy
 * @param zz L_zz
 */
record SpatialMetric(double xx, double yx, double yy, double zx, double zy, double zz) {
    /** That of flat space in Cartesian coordinates. */
    static final SpatialMetric FLAT = new SpatialMetric(1, 0, 1, 0, 0, 1);

    /**
     * Takes the components.
     *
     * @param g g_xx, g_xy, g_xz, g_yy, g_yz, g_zz
     * @return the metric, whose numbers are NaN if it is not positive
     */
    static SpatialMetric of(final double... g) {
        final double xx = Math.sqrt(g[0]);
        final double yx = g[1] / xx;
        final double zx = g[2] / xx;
        final double yy = Math.sqrt(g[3] - yx * yx);
        final double zy = (g[4] - zx * yx) / yy;
        return new SpatialMetric(xx, yx, yy, zx, zy, Math.sqrt(g[5] - zx * zx - zy * zy));
    }

    /**
     * The volume of a cell over that of its coordinates.
     *
     * @return square root of the determinant; NaN if the metric is not positive
     */
    double volume() {
        return xx * yy * zz;
    }

    /**
     * Components in the orthonormal frame.
     *
     * @param x covariant component F_x
     * @param y covariant component F_y
     * @param z covariant component F_z
     * @return the components, whose squares add up to g^ij F_i F_j
     */
    double[] orthonormal(final double x, final double y, final double z) {
        final double a = x / xx;
        final double b = (y - yx * a) / yy;
        return new double[]{a, b, (z - zx * a - zy * b) / zz};
    }
}
