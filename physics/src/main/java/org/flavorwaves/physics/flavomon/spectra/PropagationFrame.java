package org.flavorwaves.physics.flavomon.spectra;

/** Axes across and along a direction of propagation. */
public final class PropagationFrame {
    private PropagationFrame() {
    }

    /**
     * A right-handed frame.
     *
     * @param direction three components, not all zero
     * @return two unit vectors across the direction, and the direction as a unit vector
     * @throws IllegalArgumentException if the direction vanishes or is not finite
     */
    public static double[][] along(final double[] direction) {
        final double norm = Math.sqrt(dot(direction, direction));
        if (!(norm > 0) || Double.isInfinite(norm)) {
            throw new IllegalArgumentException("The direction of propagation must be a finite vector other than 0.");
        }
        final double[] n = {direction[0] / norm, direction[1] / norm, direction[2] / norm};
        final double[] start = Math.abs(n[0]) < 0.9 ? new double[]{1, 0, 0} : new double[]{0, 1, 0};
        final double along = dot(start, n);
        final double[] e1 = new double[3];
        for (int a = 0; a < 3; a++) {
            e1[a] = start[a] - along * n[a];
        }
        final double length = Math.sqrt(dot(e1, e1));
        for (int a = 0; a < 3; a++) {
            e1[a] /= length;
        }
        final double[] e2 = {n[1] * e1[2] - n[2] * e1[1], n[2] * e1[0] - n[0] * e1[2], n[0] * e1[1] - n[1] * e1[0]};
        return new double[][]{e1, e2, n};
    }

    /**
     * The scalar product.
     *
     * @param a three components
     * @param b three components
     * @return a.b
     */
    public static double dot(final double[] a, final double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }
}
