package org.flavorwaves.physics.distribution.crossing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.flavorwaves.physics.distribution.crossing.LeptonCrossings.Geometry;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Direction;
import org.flavorwaves.physics.state.LeptonDirections;

/** Crossings of directions on the sphere: a zero between any two neighbours of opposite sign. */
final class SphereCrossings {
    /** A third direction this close to the diametral sphere of two counts as in it. */
    private static final double ON_SPHERE = 1e-12;

    /** Cosines with the flux below this say nothing of the sense of a sign change. */
    private static final double ACROSS = 1e-6;

    private final LeptonDirections m_directions;

    private final double[] m_density;

    private final double[][] m_v;

    private final Optional<Direction> m_flux;

    private SphereCrossings(final LeptonDirections directions, final double[] angles) {
        m_directions = directions;
        m_density = new double[angles.length];
        m_v = new double[3][angles.length];
        for (int d = 0; d < angles.length; d++) {
            m_density[d] = directions.number(d) / angles[d];
            m_v[0][d] = directions.velocity(d).x();
            m_v[1][d] = directions.velocity(d).y();
            m_v[2][d] = directions.velocity(d).z();
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

    /** Directions that were between d and others before are asked first: a few answer for nearly all. */
    private void addNeighbours(final int d, final int[] present, final List<CrossingZero> zeros) {
        final int[] asked = present.clone();
        for (final int other : present) {
            if (m_density[other] * m_density[d] < 0 && areNeighbours(d, other, asked)) {
                zeros.add(zero(d, other));
            }
        }
    }

    private boolean areNeighbours(final int a, final int b, final int[] asked) {
        for (int t = 0; t < asked.length; t++) {
            final int third = asked[t];
            if (third != a && third != b && isBetween(a, b, third)) {
                asked[t] = asked[t / 2];
                asked[t / 2] = third;
                return false;
            }
        }
        return true;
    }

    private boolean isBetween(final int a, final int b, final int third) {
        final double x = m_v[0][third];
        final double y = m_v[1][third];
        final double z = m_v[2][third];
        return (m_v[0][a] - x) * (m_v[0][b] - x) + (m_v[1][a] - y) * (m_v[1][b] - y)
            + (m_v[2][a] - z) * (m_v[2][b] - z) <= ON_SPHERE;
    }

    private CrossingZero zero(final int a, final int b) {
        final double before = Math.abs(m_density[a]);
        final double after = Math.abs(m_density[b]);
        final Direction va = m_directions.velocity(a);
        final Direction vb = m_directions.velocity(b);
        final Direction position = onArc(va.unit(), vb.unit(), before / (before + after));
        final Direction toPositive = m_density[a] > 0 ? va.minus(vb) : vb.minus(va);
        return new CrossingZero(position, m_flux.map(position::dot), m_flux.map(flux -> flux.dot(toPositive.unit()))
            .filter(c -> Math.abs(c) > ACROSS).map(c -> c > 0));
    }

    /** A share t of the angle from a to b. */
    private static Direction onArc(final Direction a, final Direction b, final double t) {
        final Direction across = b.minus(a.times(a.dot(b))).unit();
        final double angle = t * Math.atan2(b.minus(a.times(a.dot(b))).norm(), a.dot(b));
        return a.times(Math.cos(angle)).plus(across.times(Math.sin(angle))).unit();
    }
}
