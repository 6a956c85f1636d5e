package org.flavorwaves.physics.transport.waves;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.flavorwaves.physics.flavomon.Sector;
import org.flavorwaves.physics.flavomon.beams.FollowedRoots;
import org.flavorwaves.physics.state.Cosines;
import org.flavorwaves.physics.state.Direction;
import org.flavorwaves.physics.state.MomentumModes;

/** The beams of modes: rings of one cos theta, whose waves are longitudinal, or directions on the sphere. */
final class Beams {
    /** Velocities, [axis][beam]. */
    private final double[][] m_v;

    private final int[] m_beam;

    private final boolean m_sphere;

    private Beams(final double[][] v, final int[] beam, final boolean sphere) {
        m_v = v;
        m_beam = beam;
        m_sphere = sphere;
    }

    /** Rings if all modes are, else directions. */
    static Beams of(final MomentumModes modes) {
        return Arrays.stream(modes.vxs()).allMatch(v -> v == 0) && Arrays.stream(modes.vys()).allMatch(v -> v == 0)
            ? rings(modes) : directions(modes);
    }

    /** All modes of one cos theta as a ring. */
    static Beams rings(final MomentumModes modes) {
        final Cosines cosines = new Cosines(modes.vzs());
        final double[] v = cosines.cosines();
        return new Beams(new double[][]{new double[v.length], new double[v.length], v},
            Arrays.stream(modes.vzs()).mapToInt(cosines::below).toArray(), false);
    }

    private static Beams directions(final MomentumModes modes) {
        final List<Direction> known = new ArrayList<>();
        final int[] beam = new int[modes.size()];
        for (int i = 0; i < beam.length; i++) {
            final Direction v = new Direction(modes.vx(i), modes.vy(i), modes.vz(i));
            int c = 0;
            while (c < known.size() && !known.get(c).same(v)) {
                c++;
            }
            if (c == known.size()) {
                known.add(v);
            }
            beam[i] = c;
        }
        final double[][] v = new double[3][known.size()];
        for (int c = 0; c < known.size(); c++) {
            v[0][c] = known.get(c).x();
            v[1][c] = known.get(c).y();
            v[2][c] = known.get(c).z();
        }
        return new Beams(v, beam, true);
    }

    FollowedRoots roots(final int waveNumbers) {
        return m_sphere ? new FollowedRoots(m_v, waveNumbers)
            : new FollowedRoots(Sector.LONGITUDINAL, m_v[2], waveNumbers);
    }

    /** Most waves of a wave number. */
    int slots() {
        return m_sphere ? FollowedRoots.SPHERE_SLOTS : FollowedRoots.SLOTS;
    }

    int size() {
        return m_v[0].length;
    }

    /**
     * The mean intensity of noise P_i^2 in each transverse component of all modes in a wave: half of its power
     * sum w |P|^2 in what the modes of a beam have in common, sum_i w_i^2 P_i^2/sum_i w_i, over the number of beams.
     *
     * @param weights w_i
     * @param p P_i along the axis
     */
    double noise(final double[] weights, final double[] p) {
        final double[] weight = new double[size()];
        final double[] power = new double[weight.length];
        for (int i = 0; i < p.length; i++) {
            weight[m_beam[i]] += weights[i];
            power[m_beam[i]] += weights[i] * weights[i] * p[i] * p[i];
        }
        double noise = 0;
        for (int c = 0; c < weight.length; c++) {
            noise += weight[c] > 0 ? power[c] / weight[c] : 0;
        }
        return noise / weight.length;
    }

    /** Velocities along an axis. */
    double[] velocities(final int axis) {
        return m_v[axis];
    }

    /** The beam of each mode. */
    int[] ofModes() {
        return m_beam;
    }
}
