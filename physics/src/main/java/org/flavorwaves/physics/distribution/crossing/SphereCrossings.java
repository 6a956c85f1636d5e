package org.flavorwaves.physics.distribution.crossing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.flavorwaves.physics.distribution.crossing.LeptonCrossings.Geometry;
import org.flavorwaves.physics.numerics.Progress;

/** Crossings of directions on the sphere: a zero between any two neighbours of opposite sign. */
final class SphereCrossings {
    /** A third direction this close to the diametral sphere of two counts as in it. */
    private static final double ON_SPHERE = 1e-12;

    private final LeptonDirections m_directions;

    private final double[] m_density;

    private final Optional<Direction> m_flux;

    private SphereCrossings(final LeptonDirections directions, final double[] angles) {
        m_directions = directions;
        m_density = new double[angles.length];
        for (int d = 0; d < angles.length; d++) {
            m_density[d] = directions.number(d) / angles[d];
        }
        m_flux = directions.fluxDirection();
    }

    static LeptonCrossings find(final LeptonDirections directions, final Progress progress) {
        final double[] angles = SolidAngles.of(directions);
        final SphereCrossings search = new SphereCrossings(directions, angles);
        double negativeAngle = 0;
        double positivePeak = 0;
        double negativePeak = 0;
        for (int d = 0; d < angles.length; d++) {
            negativeAngle += directions.number(d) < 0 ? angles[d] : 0;
            positivePeak = Math.max(positivePeak, search.m_density[d]);
            negativePeak = Math.max(negativePeak, -search.m_density[d]);
        }
        return new LeptonCrossings(Geometry.SPHERE, directions, search.zeros(progress), directions.positive(),
            directions.negative(), positivePeak, negativePeak, negativeAngle / (4 * Math.PI));
    }

    private List<CrossingZero> zeros(final Progress progress) {
        final int[] present = IntStream.range(0, m_density.length).filter(d -> m_density[d] != 0).toArray();
        final long positive = IntStream.of(present).filter(d -> m_density[d] > 0).count();
        final int smaller = 2 * positive <= present.length ? 1 : -1;
        final List<CrossingZero> zeros = new ArrayList<>();
        for (final int d : present) {
            progress.report(d / (double) m_density.length, "looking for neighbours of opposite sign");
            if (smaller * m_density[d] > 0 && positive != 0 && positive != present.length) {
                addNeighbours(d, present, zeros);
            }
        }
        return zeros;
    }

    /** Anything in the diametral sphere of d and another direction is nearer to d than that direction. */
    private void addNeighbours(final int d, final int[] present, final List<CrossingZero> zeros) {
        final Direction v = m_directions.velocity(d);
        final double[] distance = new double[m_density.length];
        for (final int other : present) {
            distance[other] = m_directions.velocity(other).minus(v).norm();
        }
        final int[] near = IntStream.of(present).filter(other -> other != d).boxed()
            .sorted(Comparator.comparingDouble((Integer other) -> distance[other]).thenComparing(other -> other))
            .mapToInt(other -> other).toArray();
        for (int n = 0; n < near.length; n++) {
            if (m_density[near[n]] * m_density[d] < 0 && areNeighbours(v, near, n)) {
                zeros.add(zero(d, near[n]));
            }
        }
    }

    private boolean areNeighbours(final Direction v, final int[] near, final int n) {
        final Direction other = m_directions.velocity(near[n]);
        for (int b = 0; b < n; b++) {
            final Direction third = m_directions.velocity(near[b]);
            if (v.minus(third).dot(other.minus(third)) <= ON_SPHERE) {
                return false;
            }
        }
        return true;
    }

    private CrossingZero zero(final int a, final int b) {
        final double before = Math.abs(m_density[a]);
        final double after = Math.abs(m_density[b]);
        final Direction va = m_directions.velocity(a);
        final Direction vb = m_directions.velocity(b);
        final Direction position = onArc(va.unit(), vb.unit(), before / (before + after));
        final Direction toPositive = m_density[a] > 0 ? va.minus(vb) : vb.minus(va);
        return new CrossingZero(position, m_flux.map(position::dot), m_flux.map(flux -> flux.dot(toPositive) > 0));
    }

    /** A share t of the angle from a to b. */
    private static Direction onArc(final Direction a, final Direction b, final double t) {
        final Direction across = b.minus(a.times(a.dot(b))).unit();
        final double angle = t * Math.atan2(b.minus(a.times(a.dot(b))).norm(), a.dot(b));
        return a.times(Math.cos(angle)).plus(across.times(Math.sin(angle))).unit();
    }
}
