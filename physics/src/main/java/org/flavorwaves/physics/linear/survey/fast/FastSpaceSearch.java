package org.flavorwaves.physics.linear.survey.fast;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.flavorwaves.physics.linear.Certainty;
import org.flavorwaves.physics.linear.survey.tensors.PhaseMap;
import org.flavorwaves.physics.linear.survey.tensors.PhaseMap.Estimate;
import org.flavorwaves.physics.state.Direction;

/**
 * The fastest wave of all wave vectors. Where it can be: on an axis a map of all phase velocities has every wave that
 * is wider than its mesh; a wave of growth gamma is about gamma wide in k, so axes at angles of gamma/|k| have it, and
 * a climb along the exact slope ends on its maximum. Far out only few beams are in resonance: {@link BeamTubes} and
 * {@link BeamQuartets} are searched one by one. Rounds with new axes follow until one finds nothing faster; a search
 * that still found something in its last round is not certain.
 */
public final class FastSpaceSearch {
    /** Axes of a round for each phase velocity of the map. */
    private static final int AXES = 1;

    private static final int MAX_ROUNDS = 5;

    /** Climbs of a round. */
    private static final int CLIMBS = 100;

    /** Estimates below this part of the fastest wave so far are not climbed. */
    private static final double WORTHWHILE = 0.3;

    /** A round that gains less than this part of the growth found nothing faster. */
    private static final double NOTHING = 1e-6;

    /** Wave vectors longer than this, in units of the growth, are at the end of a tube. */
    private static final double FAR = 1e3;

    /** Beams that a ring is divided into for the maps, whose waves are estimates. */
    private static final int AZIMUTHS = 16;

    private static final Direction Z = new Direction(0, 0, 1);

    private final LeptonMedium m_mapped;

    private final boolean m_axial;

    private final int m_velocities;

    private final double m_floor;

    private final SpaceWave m_wave;

    private final SpaceClimb m_climb;

    private final SpaceWave m_best;

    private boolean m_settled = true;

    /** The map of a wave on an axis, as a wave vector. */
    private record Start(double[] k, double re, double growth) {
        static Start of(final Direction axis, final Estimate estimate) {
            return new Start(new double[]{estimate.k() * axis.x(), estimate.k() * axis.y(), estimate.k() * axis.z()},
                estimate.re(), estimate.growth());
        }
    }

    /**
     * What was found.
     *
     * @param wave the fastest wave
     * @param certainty whether there is no faster one
     */
    public record Found(DirectedWave wave, Certainty certainty) {
    }

    private FastSpaceSearch(final LeptonMedium medium, final int velocities, final double floor) {
        m_mapped = medium.hasRings() ? medium.opened(AZIMUTHS) : medium;
        m_axial = medium.isAxial();
        final BeamList beams = m_axial ? medium.beams() : m_mapped.beams();
        m_velocities = velocities;
        m_floor = floor;
        m_wave = new SpaceWave(beams);
        m_climb = new SpaceClimb(beams);
        m_best = new SpaceWave(beams);
    }

    /**
     * Searches all wave vectors.
     *
     * @param medium the medium
     * @param first an axis that is searched first, with the full resolution
     * @param velocities number of phase velocities of the map along it; half of them along the others
     * @param floor lowest growth rate
     * @return the fastest wave
     */
    public static Found search(final LeptonMedium medium, final Direction first, final int velocities,
        final double floor) {
        return new FastSpaceSearch(medium, velocities, floor).rounds(first);
    }

    private Found rounds(final Direction first) {
        final List<Start> starts = new ArrayList<>();
        collect(first, m_velocities, starts);
        collect(Z, m_velocities, starts);
        boolean gained = true;
        boolean complete = true;
        for (int round = 0; round < MAX_ROUNDS && (gained || round < 2); round++) {
            final double before = m_best.growth();
            collect(round, starts);
            climb(starts);
            starts.clear();
            if (round == 0 && !m_axial) {
                complete = m_mapped.tubes().climb(m_best, m_floor, this::climb);
                m_mapped.quartets().climb(m_best, this::climb);
            }
            gained = m_best.growth() > (1 + NOTHING) * before;
        }
        if (m_best.growth() < m_floor) {
            return new Found(new DirectedWave(first, FastWave.NONE),
                gained || !complete ? Certainty.UNCERTAIN : Certainty.COMPLETE);
        }
        return new Found(directed(first), certainty(gained || !complete));
    }

    private Certainty certainty(final boolean uncertain) {
        if (!m_settled || m_best.wavenumber() > FAR * m_best.growth()) {
            return Certainty.AT_EDGE;
        }
        return uncertain ? Certainty.UNCERTAIN : Certainty.COMPLETE;
    }

    /** Axes that cover half the sphere, or half a meridian if the medium has an axis, others in each round. */
    private void collect(final int round, final List<Start> starts) {
        final int axes = AXES * m_velocities;
        for (int a = 0; a < axes; a++) {
            final double z = (a + (round % 2 == 0 ? 0.5 : 0.25) + round * 0.1) / (axes + round);
            final double across = Math.sqrt(1 - z * z);
            final double phi = m_axial ? 0 : Math.PI * (1 + Math.sqrt(5)) * (a + 0.37 * round);
            collect(new Direction(across * Math.cos(phi), across * Math.sin(phi), z),
                Math.max(8, m_velocities / 2), starts);
        }
    }

    private void collect(final Direction axis, final int velocities, final List<Start> starts) {
        for (final Estimate estimate : new PhaseMap(m_mapped.along(axis), velocities, m_floor).waves()) {
            starts.add(Start.of(axis, estimate));
        }
    }

    private void climb(final List<Start> starts) {
        starts.sort(Comparator.comparingDouble((Start s) -> -s.growth));
        int climbs = 0;
        for (final Start start : starts) {
            if (climbs < CLIMBS && start.growth > WORTHWHILE * m_best.growth()
                && m_wave.start(start.k, start.re, start.growth)) {
                climb(m_wave);
                climbs++;
            }
        }
    }

    private void climb(final SpaceWave start) {
        final SpaceWave top = m_climb.climb(start);
        if (top.growth() > m_best.growth()) {
            m_best.set(top);
            m_settled = m_climb.settled();
        }
    }

    private DirectedWave directed(final Direction first) {
        final double k = m_best.wavenumber();
        final Direction axis =
            k == 0 ? first : new Direction(m_best.k(0) / k, m_best.k(1) / k, m_best.k(2) / k);
        return new DirectedWave(axis, new FastWave(k, m_best.omegaRe(), m_best.growth(),
            m_best.polarization(axis, m_mapped.along(axis).axial())));
    }
}
