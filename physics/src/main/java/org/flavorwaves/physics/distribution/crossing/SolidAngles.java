package org.flavorwaves.physics.distribution.crossing;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.flavorwaves.physics.state.Cosines;
import org.flavorwaves.physics.state.Direction;
import org.flavorwaves.physics.state.LeptonDirections;

/**
 * The solid angles that the directions of a state stand for; they sum to 4 pi.
 *
 * <p>Where the directions lie on few circles about a polar axis, as those of a product grid do, each circle's band of
 * cos theta is shared equally by its directions. Otherwise all directions have the same solid angle. The axis need not
 * be known: sum v v^T over a product grid is symmetric about it, so it is an eigenvector.
 */
final class SolidAngles {
    /** Fewest directions a circle has on average. */
    private static final int PER_CIRCLE = 3;

    private SolidAngles() {
    }

    static double[] of(final LeptonDirections directions) {
        final int n = directions.size();
        Cosines levels = levels(directions, new Direction(0, 0, 1));
        Direction axis = new Direction(0, 0, 1);
        final EigenDecomposition eigen = new EigenDecomposition(second(directions));
        for (int e = 0; e < 3; e++) {
            final Direction candidate = new Direction(eigen.getEigenvector(e).getEntry(0),
                eigen.getEigenvector(e).getEntry(1), eigen.getEigenvector(e).getEntry(2));
            final Cosines found = levels(directions, candidate);
            if (found.size() < levels.size()) {
                levels = found;
                axis = candidate;
            }
        }
        final double[] angles = new double[n];
        final int[] count = new int[levels.size()];
        for (int d = 0; d < n; d++) {
            count[levels.below(directions.velocity(d).unit().dot(axis))]++;
        }
        for (int d = 0; d < n; d++) {
            final int level = levels.below(directions.velocity(d).unit().dot(axis));
            angles[d] = levels.size() * PER_CIRCLE <= n ? 2 * Math.PI * levels.width(level) / count[level]
                : 4 * Math.PI / n;
        }
        return angles;
    }

    private static Cosines levels(final LeptonDirections directions, final Direction axis) {
        final double[] cosines = new double[directions.size()];
        for (int d = 0; d < cosines.length; d++) {
            cosines[d] = directions.velocity(d).unit().dot(axis);
        }
        return new Cosines(cosines);
    }

    private static RealMatrix second(final LeptonDirections directions) {
        final double[][] sum = new double[3][3];
        for (int d = 0; d < directions.size(); d++) {
            final Direction v = directions.velocity(d).unit();
            final double[] c = {v.x(), v.y(), v.z()};
            for (int a = 0; a < 3; a++) {
                for (int b = 0; b < 3; b++) {
                    sum[a][b] += c[a] * c[b];
                }
            }
        }
        return new Array2DRowRealMatrix(sum);
    }
}
