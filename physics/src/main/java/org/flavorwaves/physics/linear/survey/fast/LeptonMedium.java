package org.flavorwaves.physics.linear.survey.fast;

import java.util.Arrays;

import org.flavorwaves.physics.linear.survey.tensors.BeamTensors;
import org.flavorwaves.physics.state.Direction;
import org.flavorwaves.physics.state.LeptonDirections;

/** The lepton number of a cell by direction, in units of its size times the strength of the nu-nu term. Immutable. */
public final class LeptonMedium {
    private final double[][] m_v;

    private final double[] m_g;

    private final boolean m_rings;

    private LeptonMedium(final double[][] v, final double[] g, final boolean rings) {
        m_v = v;
        m_g = g;
        m_rings = rings;
    }

    /**
     * Scales a lepton number.
     *
     * @param directions the lepton number by direction
     * @param unit what a lepton number of 1 is, in the unit of the weights; negative if the nu-nu term is
     * @return the medium
     */
    public static LeptonMedium of(final LeptonDirections directions, final double unit) {
        final double[][] v = new double[directions.size()][];
        final double[] g = new double[v.length];
        boolean rings = false;
        for (int d = 0; d < v.length; d++) {
            final Direction velocity = directions.velocity(d);
            v[d] = new double[]{velocity.x(), velocity.y(), velocity.z()};
            g[d] = directions.number(d) / unit;
            rings |= velocity.x() == 0 && velocity.y() == 0 && Math.abs(velocity.z()) < 1;
        }
        return new LeptonMedium(v, g, rings);
    }

    /** Whether some directions are rings about z. */
    boolean hasRings() {
        return m_rings;
    }

    /** The same medium with its rings divided into equal beams. */
    LeptonMedium opened(final int azimuths) {
        final double[][] v = new double[m_v.length * azimuths][];
        final double[] g = new double[v.length];
        for (int i = 0; i < v.length; i++) {
            final double[] ring = m_v[i / azimuths];
            final double across = Math.sqrt(Math.max(0, 1 - ring[2] * ring[2]));
            final double phi = 2 * Math.PI * (i % azimuths + 0.5) / azimuths;
            v[i] = ring[0] == 0 && ring[1] == 0
                ? new double[]{across * Math.cos(phi), across * Math.sin(phi), ring[2]} : ring;
            g[i] = m_g[i / azimuths] / azimuths;
        }
        return new LeptonMedium(v, g, false);
    }

    /** Whether the medium is symmetric about z: rings and beams along z alone. */
    boolean isAxial() {
        return m_rings && Arrays.stream(m_v).allMatch(v -> v[0] == 0 && v[1] == 0);
    }

    /** The directions as rings about z or as beams, for waves with any wave vector. */
    BeamList beams() {
        return new BeamList(m_v, m_g, isAxial());
    }

    /** Where its waves grow at long wave vectors, if it has no rings. */
    BeamTubes tubes() {
        return new BeamTubes(m_v, m_g);
    }

    /** Where four of its beams grow together, if it has no rings. */
    BeamQuartets quartets() {
        return new BeamQuartets(m_v, m_g);
    }

    /**
     * The medium as waves along an axis see it.
     *
     * @param axis unit vector
     * @return its tensors
     */
    public BeamTensors along(final Direction axis) {
        final Direction[] frame = frame(axis);
        final double[][] v = new double[m_v.length][];
        for (int d = 0; d < v.length; d++) {
            final Direction velocity = new Direction(m_v[d][0], m_v[d][1], m_v[d][2]);
            v[d] = new double[]{velocity.dot(frame[0]), velocity.dot(frame[1]), velocity.dot(frame[2])};
        }
        return BeamTensors.of(v, m_g);
    }

    /**
     * A frame of an axis; the coordinate axes for the z axis.
     *
     * @param axis unit vector
     * @return three orthogonal unit vectors, right-handed, the axis last
     */
    public static Direction[] frame(final Direction axis) {
        if (axis.x() == 0 && axis.y() == 0) {
            return new Direction[]{new Direction(1, 0, 0), new Direction(0, Math.signum(axis.z()), 0), axis};
        }
        final double length = Math.hypot(axis.x(), axis.y());
        final Direction across = new Direction(axis.y() / length, -axis.x() / length, 0);
        return new Direction[]{across, new Direction(-axis.z() * across.y(), axis.z() * across.x(),
            axis.x() * across.y() - axis.y() * across.x()), axis};
    }
}
