package org.flavorwaves.physics.distribution.crossing;

import org.flavorwaves.physics.numerics.SymmetricEigen;
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
        final double[][] v = new double[3][n];
        for (int d = 0; d < n; d++) {
            final Direction unit = directions.velocity(d).unit();
            v[0][d] = unit.x();
            v[1][d] = unit.y();
            v[2][d] = unit.z();
        }
        final SymmetricEigen eigen = SymmetricEigen.ofVectors(v[0], v[1], v[2]);
        for (int e = 0; e < 3; e++) {
            final Direction candidate = new Direction(eigen.vector(e, 0), eigen.vector(e, 1), eigen.vector(e, 2));
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
}
