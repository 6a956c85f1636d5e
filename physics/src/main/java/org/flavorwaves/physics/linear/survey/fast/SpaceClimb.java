package org.flavorwaves.physics.linear.survey.fast;

import java.util.Arrays;

/**
 * Follows a wave uphill in growth through all wave vectors: the quasi-Newton method of Broyden, Fletcher, Goldfarb and
 * Shanno with the exact slope, steps no longer than a trust radius. Units of sum |G|. For one thread.
 */
final class SpaceClimb {
    private static final int MAX_STEPS = 120;

    /** The climb ends when a step would gain less than this part of the growth. */
    private static final double GAIN = 1e-13;

    private static final double SHORTEST = 1e-10;

    /** First step in units of the growth. */
    private static final double FIRST = 0.3;

    private SpaceWave m_here;

    private SpaceWave m_next;

    private final double[][] m_inverse = new double[3][3];

    private final double[] m_step = new double[3];

    private final double[] m_change = new double[3];

    private final double[] m_applied = new double[3];

    private boolean m_settled;

    SpaceClimb(final BeamList beams) {
        m_here = new SpaceWave(beams);
        m_next = new SpaceWave(beams);
    }

    /** Whether the last climb ended on a maximum, and not because its steps ran out. */
    boolean settled() {
        return m_settled;
    }

    /**
     * Climbs from a wave.
     *
     * @param start the wave
     * @return the wave at the top, valid until the next climb
     */
    SpaceWave climb(final SpaceWave start) {
        m_here.set(start);
        double radius = FIRST * start.growth();
        reset(radius / Math.max(Double.MIN_NORMAL, slope(m_here)));
        m_settled = false;
        for (int s = 0; s < MAX_STEPS && !m_settled; s++) {
            final double promised = aim(radius);
            final double length = length(m_step);
            if (promised <= GAIN * m_here.growth() || length < SHORTEST) {
                m_settled = true;
            } else if (m_next.follow(m_here, m_step) && m_next.growth() > m_here.growth()) {
                final double gain = m_next.growth() - m_here.growth();
                update();
                if (gain > 0.25 * promised) {
                    radius = Math.max(radius, 2 * length);
                }
                final SpaceWave swap = m_here;
                m_here = m_next;
                m_next = swap;
            } else {
                radius = length / 4;
                reset(radius / Math.max(Double.MIN_NORMAL, slope(m_here)));
            }
        }
        return m_here;
    }

    private void reset(final double scale) {
        for (int a = 0; a < 3; a++) {
            Arrays.fill(m_inverse[a], 0);
            m_inverse[a][a] = scale;
        }
    }

    private static double slope(final SpaceWave wave) {
        return Math.sqrt(wave.growthSlope(0) * wave.growthSlope(0) + wave.growthSlope(1) * wave.growthSlope(1)
            + wave.growthSlope(2) * wave.growthSlope(2));
    }

    /** The next step; returns the gain that the slope promises for it. */
    private double aim(final double radius) {
        for (int a = 0; a < 3; a++) {
            m_step[a] = 0;
            for (int b = 0; b < 3; b++) {
                m_step[a] += m_inverse[a][b] * m_here.growthSlope(b);
            }
        }
        final double shrink = Math.min(1, radius / length(m_step));
        double promised = 0;
        for (int a = 0; a < 3; a++) {
            m_step[a] *= shrink;
            promised += m_step[a] * m_here.growthSlope(a);
        }
        return promised;
    }

    /** The inverse curvature of -growth after a step, if the growth curves down along it. */
    private void update() {
        double sy = 0;
        for (int a = 0; a < 3; a++) {
            m_change[a] = m_here.growthSlope(a) - m_next.growthSlope(a);
            sy += m_step[a] * m_change[a];
        }
        if (!(sy > 1e-8 * length(m_step) * length(m_change))) {
            return;
        }
        double yHy = 0;
        for (int a = 0; a < 3; a++) {
            m_applied[a] = 0;
            for (int b = 0; b < 3; b++) {
                m_applied[a] += m_inverse[a][b] * m_change[b];
            }
            yHy += m_change[a] * m_applied[a];
        }
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b < 3; b++) {
                m_inverse[a][b] += (1 + yHy / sy) * m_step[a] * m_step[b] / sy
                    - (m_applied[a] * m_step[b] + m_step[a] * m_applied[b]) / sy;
            }
        }
    }

    private static double length(final double[] a) {
        return Math.sqrt(a[0] * a[0] + a[1] * a[1] + a[2] * a[2]);
    }
}
