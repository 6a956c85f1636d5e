package org.flavorwaves.physics.equilibrium.path;

import org.flavorwaves.physics.equilibrium.system.CollectiveSums;
import org.flavorwaves.physics.equilibrium.system.Couplings;

/**
 * Watches that no H_i passes zero within a step. Where one turns by more than a right angle the straight line between
 * its two values must keep off zero by a share of the change; else the step is too long to tell.
 */
final class FieldTurns {
    /** Least distance of the line from zero, as a share of |change of H_i|. */
    private static final double CLEARANCE = 0.05;

    private final CollectiveSums m_sums;

    private double[] m_here;

    private double[] m_there;

    private int m_smallest;

    private int m_crossing;

    FieldTurns(final CollectiveSums sums) {
        m_sums = sums;
        m_here = new double[3 * sums.size()];
        m_there = new double[3 * sums.size()];
    }

    /**
     * Looks at the other end of a step.
     *
     * @param j the 12 collective numbers there
     * @param k coefficients there
     */
    void look(final double[] j, final Couplings k) {
        m_smallest = m_sums.smallestField(j, k, m_there);
    }

    /** Whether every H_i keeps off zero on the way to the point looked at. */
    boolean clear() {
        for (int i = 0; i < m_there.length; i += 3) {
            final double dot = m_here[i] * m_there[i] + m_here[i + 1] * m_there[i + 1]
                + m_here[i + 2] * m_there[i + 2];
            if (dot < 0 && passesNearZero(i, dot)) {
                m_crossing = i / 3;
                return false;
            }
        }
        return true;
    }

    /** |a x b|^2/|b - a|^2 is the square of the distance of the line from zero. */
    private boolean passesNearZero(final int i, final double dot) {
        double aa = 0;
        double bb = 0;
        double change = 0;
        for (int a = i; a < i + 3; a++) {
            aa += m_here[a] * m_here[a];
            bb += m_there[a] * m_there[a];
            change += (m_there[a] - m_here[a]) * (m_there[a] - m_here[a]);
        }
        return aa * bb - dot * dot < CLEARANCE * CLEARANCE * change * change;
    }

    /** Goes to the point looked at. */
    void move() {
        final double[] swap = m_here;
        m_here = m_there;
        m_there = swap;
    }

    /** The mode with the smallest |H_i| at the point looked at. */
    int smallest() {
        return m_smallest;
    }

    /** Its |H_i|, in the units of the potentials. */
    double smallestLength() {
        final int i = 3 * m_smallest;
        return Math.sqrt(m_there[i] * m_there[i] + m_there[i + 1] * m_there[i + 1] + m_there[i + 2] * m_there[i + 2]);
    }
}
