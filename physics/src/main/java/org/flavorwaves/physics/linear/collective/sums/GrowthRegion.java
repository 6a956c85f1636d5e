package org.flavorwaves.physics.linear.collective.sums;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.flavorwaves.physics.numerics.SymmetricEigen;

/**
 * Poles near which all waves of a sector with more than some growth are, and how near. With the strengths G_i of the
 * poles and b_i = V_i g x, the imaginary part of x* g T x = 0 is
 *
 * <pre>sum_i G_i |b_i|^2 (Im Omega + D_i)/|Omega - d_i|^2 = 0</pre>
 *
 * <p>(FW opposite-signs): nothing grows where all G_i have one sign, and where those of one sign are few, a wave must
 * be near one of their poles, min_j |Omega - d_j| &lt;= r with
 *
 * <pre>r^2 = lambda (floor + max D)/(floor + min D)</pre>
 *
 * <p>and lambda the largest eigenvalue of sum_few |G_j| V_j V_j^T relative to sum_many |G_i| V_i V_i^T/R_i^2, where R_i
 * is the largest |Omega - d_i| that is left; what is known of r bounds R_i, and so on.
 *
 * @param poles real parts of the poles, rising; none if nothing grows
 * @param reach largest distance of a wave from the nearest of them
 */
public record GrowthRegion(double[] poles, double reach) {
    /** A bound that becomes better by less is good enough. */
    private static final double ENOUGH = 0.97;

    /** A first bound of so many times what is known without signs will not become better than that. */
    private static final double HOPELESS = 3;

    private static final double ROUNDING = 1e-12;

    /**
     * The region of an aligned sector.
     *
     * @param g strengths G_i
     * @param v components of V_i, [component][pole]
     * @param re real parts of the poles
     * @param damping D_i
     * @param floor smallest growth of interest, positive
     * @param reach what is known without signs
     */
    static GrowthRegion of(final double[] g, final double[][] v, final double[] re, final double[] damping,
        final double floor, final double reach) {
        GrowthRegion best = new GrowthRegion(Arrays.stream(re).sorted().toArray(), reach);
        for (final int sign : new int[]{1, -1}) {
            final double[] few = IntStream.range(0, g.length).filter(i -> sign * g[i] < 0).mapToDouble(i -> re[i])
                .sorted().toArray();
            final double distance = few.length == 0 ? 0
                : distance(g, v, re, damping, floor, sign, few[0], few[few.length - 1], reach);
            if (distance < best.reach()) {
                best = new GrowthRegion(few, distance);
            }
        }
        return best;
    }

    private static double distance(final double[] g, final double[][] v, final double[] re, final double[] damping,
        final double floor, final int sign, final double low, final double high, final double reach) {
        final double slow = Arrays.stream(damping).min().orElse(0);
        final double fast = Arrays.stream(damping).max().orElse(0);
        final double left = Arrays.stream(re).min().orElse(0) - reach;
        final double right = Arrays.stream(re).max().orElse(0) + reach;
        final double[][] few = new double[v.length][v.length];
        for (int i = 0; i < g.length; i++) {
            if (sign * g[i] < 0) {
                add(Math.abs(g[i]), v, i, few);
            }
        }
        double distance = Double.POSITIVE_INFINITY;
        double before;
        do {
            before = distance;
            final double from = Math.max(left, low - distance);
            final double to = Math.min(right, high + distance);
            final double up = Math.min(reach, distance) + fast - slow;
            final double[][] many = new double[v.length][v.length];
            for (int i = 0; i < g.length; i++) {
                if (sign * g[i] > 0) {
                    final double x = Math.max(re[i] - from, to - re[i]);
                    add(g[i] * sign / (x * x + up * up), v, i, many);
                }
            }
            distance = Math.min(before, Math.sqrt(largest(few, many) * (floor + fast) / (floor + slow)));
        } while (distance < ENOUGH * before && distance < HOPELESS * reach);
        return distance;
    }

    private static void add(final double factor, final double[][] v, final int i, final double[][] sum) {
        for (int a = 0; a < sum.length; a++) {
            for (int b = 0; b < sum.length; b++) {
                sum[a][b] += factor * v[a][i] * v[b][i];
            }
        }
    }

    /** The largest eigenvalue of a matrix relative to a positive one; infinite where that is singular to rounding. */
    private static double largest(final double[][] matrix, final double[][] positive) {
        final int n = matrix.length;
        final SymmetricEigen eigen = new SymmetricEigen(positive);
        double most = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int a = 0; a < n; a++) {
            most = Math.max(most, eigen.value(a));
            least = Math.min(least, eigen.value(a));
        }
        if (!(least > ROUNDING * most)) {
            return Double.POSITIVE_INFINITY;
        }
        final double[][] relative = new double[n][n];
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                for (int c = 0; c < n; c++) {
                    for (int d = 0; d < n; d++) {
                        relative[a][b] += eigen.vector(a, c) * matrix[c][d] * eigen.vector(b, d);
                    }
                }
                relative[a][b] /= Math.sqrt(eigen.value(a) * eigen.value(b));
            }
        }
        final SymmetricEigen ratios = new SymmetricEigen(relative);
        double largest = 0;
        for (int a = 0; a < n; a++) {
            largest = Math.max(largest, ratios.value(a));
        }
        return largest;
    }
}
