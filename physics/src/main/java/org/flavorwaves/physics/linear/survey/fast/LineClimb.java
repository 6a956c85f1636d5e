package org.flavorwaves.physics.linear.survey.fast;

import org.flavorwaves.physics.linear.survey.tensors.BeamTensors;

/**
 * Follows a wave along k to the nearest maximum of its growth: steps uphill until the exact slope changes sign, then
 * its zero by the Illinois variant of the secant method. Units of sum |G|.
 */
final class LineClimb {
    private static final double FIRST_STEP = 0.02;

    private static final double LARGEST_STEP = 0.5;

    private static final double SMALLEST_STEP = 1e-9;

    private static final int MAX_STEPS = 200;

    /** The maximum is found when the slope is smaller, or the bracket is this narrow. */
    private static final double LEVEL = 1e-7;

    private static final double NARROW = 1e-16;

    private LineWave m_here;

    private LineWave m_next;

    private int m_steps;

    LineClimb(final BeamTensors tensors) {
        m_here = new LineWave(tensors);
        m_next = new LineWave(tensors);
    }

    /** Climbs from a wave; the wave at the top stays valid until the next climb. */
    LineWave climb(final LineWave start) {
        m_here.set(start);
        m_steps = 0;
        double step = FIRST_STEP;
        while (m_steps++ < MAX_STEPS && step > SMALLEST_STEP && Math.abs(m_here.growthSlope()) > LEVEL) {
            final boolean reached =
                m_next.follow(m_here, m_here.k() + Math.copySign(step, m_here.growthSlope()));
            if (reached && m_next.growthSlope() * m_here.growthSlope() <= 0) {
                return between();
            }
            if (reached && m_next.growth() > m_here.growth()) {
                swap();
                step = Math.min(LARGEST_STEP, 1.7 * step);
            } else {
                step /= 4;
            }
        }
        return m_here;
    }

    private void swap() {
        final LineWave swap = m_here;
        m_here = m_next;
        m_next = swap;
    }

    /** The zero of the slope between here and next. */
    private LineWave between() {
        double left = m_here.k();
        double right = m_next.k();
        double slopeLeft = m_here.growthSlope();
        double slopeRight = m_next.growthSlope();
        if (m_next.growth() > m_here.growth()) {
            swap();
        }
        int side = 0;
        while (m_steps++ < MAX_STEPS && Math.abs(right - left) > NARROW
            && Math.abs(m_here.growthSlope()) > LEVEL) {
            double k = (left * slopeRight - right * slopeLeft) / (slopeRight - slopeLeft);
            if (!(k > Math.min(left, right) && k < Math.max(left, right))) {
                k = 0.5 * (left + right);
            }
            if (!m_next.follow(m_here, k)) {
                return m_here;
            }
            final double slope = m_next.growthSlope();
            if (slope * slopeRight > 0) {
                right = k;
                slopeRight = slope;
                slopeLeft = side == -1 ? slopeLeft / 2 : slopeLeft;
                side = -1;
            } else {
                left = k;
                slopeLeft = slope;
                slopeRight = side == 1 ? slopeRight / 2 : slopeRight;
                side = 1;
            }
            swap();
        }
        return m_here;
    }
}
