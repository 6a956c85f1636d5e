package org.flavorwaves.physics.numerics;

/**
 * The orthogonal 3 x 3 matrix Q, proper or not, with the largest trace of Q^T M for a given M: Q = U V^T of the
 * singular value decomposition, by one-sided Jacobi rotations. Where M is singular, one of several.
 */
public final class NearestRotation {
    private static final int MAX_SWEEPS = 30;

    /** Columns this much shorter than the longest have no direction. */
    private static final double NO_DIRECTION = 1e-15;

    private NearestRotation() {
    }

    /** The nearest orthogonal matrix to M, both row by row. */
    public static double[][] of(final double[][] matrix) {
        // columns of M and of V, as rows of these arrays
        final double[][] m = new double[3][3];
        final double[][] v = new double[3][3];
        for (int a = 0; a < 3; a++) {
            v[a][a] = 1;
            for (int b = 0; b < 3; b++) {
                m[b][a] = matrix[a][b];
            }
        }
        boolean changed = true;
        for (int sweep = 0; changed && sweep < MAX_SWEEPS; sweep++) {
            changed = orthogonalize(m, v, 0, 1) | orthogonalize(m, v, 0, 2) | orthogonalize(m, v, 1, 2);
        }
        normalize(m);
        final double[][] q = new double[3][3];
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b < 3; b++) {
                for (int k = 0; k < 3; k++) {
                    q[a][b] += m[k][a] * v[k][b];
                }
            }
        }
        return q;
    }

    /** Turns columns i and j into orthogonal ones; returns whether they were not to rounding. */
    private static boolean orthogonalize(final double[][] m, final double[][] v, final int i, final int j) {
        final double ii = dot(m[i], m[i]);
        final double jj = dot(m[j], m[j]);
        final double ij = dot(m[i], m[j]);
        if (Math.abs(ij) <= 1e-16 * Math.sqrt(ii * jj)) {
            return false;
        }
        final double theta = (jj - ii) / (2 * ij);
        final double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(1 + theta * theta));
        final double c = 1 / Math.sqrt(1 + t * t);
        turn(m, i, j, c, t * c);
        turn(v, i, j, c, t * c);
        return true;
    }

    private static void turn(final double[][] m, final int i, final int j, final double c, final double s) {
        for (int a = 0; a < 3; a++) {
            final double x = m[i][a];
            final double y = m[j][a];
            m[i][a] = c * x - s * y;
            m[j][a] = s * x + c * y;
        }
    }

    /** Scales the columns to length 1, and replaces those without direction by ones across the others. */
    private static void normalize(final double[][] m) {
        final double[] length = new double[3];
        int longest = 0;
        for (int k = 0; k < 3; k++) {
            length[k] = Math.sqrt(dot(m[k], m[k]));
            longest = length[k] > length[longest] ? k : longest;
        }
        final double bound = NO_DIRECTION * length[longest];
        final int second = (longest + 1) % 3;
        final int third = (longest + 2) % 3;
        if (length[longest] == 0) {
            m[longest] = new double[]{longest == 0 ? 1 : 0, longest == 1 ? 1 : 0, longest == 2 ? 1 : 0};
        } else {
            scale(m[longest], 1 / length[longest]);
        }
        final boolean secondKnown = length[second] > bound;
        final boolean thirdKnown = length[third] > bound;
        if (secondKnown) {
            scale(m[second], 1 / length[second]);
        }
        if (thirdKnown) {
            scale(m[third], 1 / length[third]);
        } else if (!secondKnown) {
            m[third] = across(m[longest]);
        }
        if (!secondKnown) {
            m[second] = cross(m[third], m[longest]);
        } else if (!thirdKnown) {
            m[third] = cross(m[longest], m[second]);
        }
    }

    private static double[] across(final double[] a) {
        final boolean alongX = Math.abs(a[0]) > 0.6;
        final double[] other = cross(a, alongX ? new double[]{0, 1, 0} : new double[]{1, 0, 0});
        scale(other, 1 / Math.sqrt(dot(other, other)));
        return other;
    }

    private static void scale(final double[] a, final double factor) {
        for (int c = 0; c < 3; c++) {
            a[c] *= factor;
        }
    }

    private static double dot(final double[] a, final double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    private static double[] cross(final double[] a, final double[] b) {
        return new double[]{a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }
}
