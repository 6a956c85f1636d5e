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
 * be near one of their poles, |Omega - d_j| &lt;= q max_i |Omega - d_i|, with
 *
 * <pre>q^2 = sum_few |G_j| |V_j|^2/lambda (floor + max D)/(floor + min D)</pre>
 *
 * <p>and lambda the smallest eigenvalue of sum_many |G_i| V_i V_i^T.
 *
 * @param poles real parts of the poles, rising; none if nothing grows
 * @param reach largest distance of a wave from the nearest of them
 */
public record GrowthRegion(double[] poles, double reach) {
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
            final double distance = few.length == 0 ? 0 : distance(g, v, re, damping, floor, sign);
            if (distance < best.reach()) {
                best = new GrowthRegion(few, distance);
            }
        }
        return best;
    }

    private static double distance(final double[] g, final double[][] v, final double[] re, final double[] damping,
        final double floor, final int sign) {
        final int n = v.length;
        final double[][] many = new double[n][n];
        double few = 0;
        for (int i = 0; i < g.length; i++) {
            for (int a = 0; a < n; a++) {
                few += sign * g[i] < 0 ? Math.abs(g[i]) * v[a][i] * v[a][i] : 0;
                for (int b = 0; b < n && sign * g[i] > 0; b++) {
                    many[a][b] += Math.abs(g[i]) * v[a][i] * v[b][i];
                }
            }
        }
        double least = Double.POSITIVE_INFINITY;
        final SymmetricEigen eigen = new SymmetricEigen(many);
        for (int a = 0; a < n; a++) {
            least = Math.min(least, eigen.value(a));
        }
        final double slow = Arrays.stream(damping).min().orElse(0);
        final double fast = Arrays.stream(damping).max().orElse(0);
        final double q = Math.sqrt(few / least * (floor + fast) / (floor + slow));
        final double spread =
            Arrays.stream(re).max().orElse(0) - Arrays.stream(re).min().orElse(0) + fast - slow;
        return least > 0 && q < 1 ? q / (1 - q) * spread : Double.POSITIVE_INFINITY;
    }
}
