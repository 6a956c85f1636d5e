package org.flavorwaves.physics.linear.survey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.flavorwaves.physics.state.Direction;

/**
 * The fastest wave of all directions: the fastest one along each of a set of axes that covers half the sphere, then the
 * best of them turned uphill. The growth maximal along an axis is a smooth function of the axis near a maximum; a
 * quadratic through six axes gives the next one.
 */
final class FastSpaceSearch {
    /** Axes for each phase velocity of the map. */
    private static final int AXES = 2;

    /** Axes that are turned. */
    private static final int TURNED = 3;

    /** Cosine above which two axes lead to the same maximum. */
    private static final double NEAR = 0.9;

    /** Beams that a ring is divided into. */
    private static final int AZIMUTHS = 16;

    private static final double FIRST_ANGLE = 0.1;

    private static final double LAST_ANGLE = 1e-5;

    private static final int MAX_TURNS = 60;

    private final LeptonMedium m_medium;

    private final int m_velocities;

    private final double m_floor;

    private FastSpaceSearch(final LeptonMedium medium, final int velocities, final double floor) {
        m_medium = medium;
        m_velocities = velocities;
        m_floor = floor;
    }

    /**
     * Searches all directions.
     *
     * @param medium the medium
     * @param first an axis that is searched first, with the full resolution
     * @param velocities number of phase velocities of the map along it; half of them along the others
     * @param floor lowest growth rate
     * @return the fastest wave
     */
    static DirectedWave search(final LeptonMedium medium, final Direction first, final int velocities,
        final double floor) {
        final FastSpaceSearch search =
            new FastSpaceSearch(medium.hasRings() ? medium.opened(AZIMUTHS) : medium, velocities, floor);
        final DirectedWave onFirst = new DirectedWave(first,
            FastLineSearch.search(search.m_medium.along(first), velocities, floor, true));
        return search.best(onFirst, medium.hasRings());
    }

    private DirectedWave best(final DirectedWave first, final boolean rings) {
        final List<DirectedWave> found = new ArrayList<>(List.of(first));
        final int axes = AXES * m_velocities;
        for (int a = 0; a < axes; a++) {
            final double z = (a + 0.5) / axes;
            final double across = Math.sqrt(1 - z * z);
            final double phi = rings ? 0 : Math.PI * (1 + Math.sqrt(5)) * a;
            final Direction axis = new Direction(across * Math.cos(phi), across * Math.sin(phi), z);
            found.add(new DirectedWave(axis,
                FastLineSearch.once(m_medium.along(axis), Math.max(8, m_velocities / 2), m_floor, true)));
        }
        found.sort(Comparator.comparingDouble((DirectedWave w) -> -w.wave().growth()));
        final List<DirectedWave> turned = new ArrayList<>();
        DirectedWave best = first;
        for (final DirectedWave start : found) {
            if (turned.size() < TURNED && start.wave().growth() > 0
                && turned.stream().noneMatch(t -> Math.abs(t.axis().dot(start.axis())) > NEAR)) {
                turned.add(start);
                final DirectedWave top = turn(start);
                best = top.wave().growth() > best.wave().growth() ? top : best;
            }
        }
        return best;
    }

    /** Turns the axis until the growth is maximal. */
    private DirectedWave turn(final DirectedWave start) {
        DirectedWave here = start;
        double angle = FIRST_ANGLE;
        for (int turn = 0; turn < MAX_TURNS && angle > LAST_ANGLE; turn++) {
            final DirectedWave next = step(here, angle);
            final double gain = next.wave().growth() - here.wave().growth();
            here = next;
            if (gain <= 1e-3 * angle * angle * here.wave().growth()) {
                angle /= 4;
            }
        }
        return here;
    }

    /** The best of six axes at an angle and of the one where their quadratic is maximal. */
    private DirectedWave step(final DirectedWave here, final double h) {
        final double f = here.wave().growth();
        final DirectedWave[] near = {tilted(here, h, 0), tilted(here, -h, 0), tilted(here, 0, h), tilted(here, 0, -h),
            tilted(here, h, h)};
        final double gx = (near[0].wave().growth() - near[1].wave().growth()) / (2 * h);
        final double gy = (near[2].wave().growth() - near[3].wave().growth()) / (2 * h);
        final double hxx = (near[0].wave().growth() + near[1].wave().growth() - 2 * f) / (h * h);
        final double hyy = (near[2].wave().growth() + near[3].wave().growth() - 2 * f) / (h * h);
        final double hxy = (near[4].wave().growth() - near[0].wave().growth() - near[2].wave().growth() + f) / (h * h);
        final double determinant = hxx * hyy - hxy * hxy;
        DirectedWave best = here;
        for (final DirectedWave wave : near) {
            best = wave.wave().growth() > best.wave().growth() ? wave : best;
        }
        if (hxx < 0 && determinant > 0) {
            final double x = (-gx * hyy + gy * hxy) / determinant;
            final double y = (-gy * hxx + gx * hxy) / determinant;
            final double shrink = Math.min(1, 10 * h / Math.hypot(x, y));
            final DirectedWave top = tilted(here, shrink * x, shrink * y);
            best = top.wave().growth() > best.wave().growth() ? top : best;
        }
        return best;
    }

    /** The wave followed to an axis tilted by two small angles. */
    private DirectedWave tilted(final DirectedWave from, final double x, final double y) {
        final Direction[] frame = LeptonMedium.frame(from.axis());
        final double length = Math.sqrt(1 + x * x + y * y);
        final Direction axis = new Direction((frame[2].x() + x * frame[0].x() + y * frame[1].x()) / length,
            (frame[2].y() + x * frame[0].y() + y * frame[1].y()) / length,
            (frame[2].z() + x * frame[0].z() + y * frame[1].z()) / length);
        final BeamTensors tensors = m_medium.along(axis);
        final LineWave wave = new LineWave(tensors);
        final FastWave old = from.wave();
        if (!wave.start(old.k(), old.omegaRe(), old.growth(), old.transverse())) {
            return new DirectedWave(axis, FastWave.NONE);
        }
        return new DirectedWave(axis, FastWave.of(new LineClimb(tensors).climb(wave)));
    }
}
