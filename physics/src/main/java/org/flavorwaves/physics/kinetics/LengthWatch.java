package org.flavorwaves.physics.kinetics;

/** Watches the signed lengths of the polarization vectors at every time step of an evolution. */
final class LengthWatch {
    private final double[] m_start;

    private final double[] m_last;

    private final boolean[] m_reversed;

    private ShortestLength m_shortest = new ShortestLength(0, 1, 0);

    LengthWatch(final double[] start) {
        m_start = start.clone();
        m_last = start.clone();
        m_reversed = new boolean[start.length];
    }

    /** Sees the lengths after a step; one that changed its sign went through 0. */
    void see(final double time, final double[] lengths) {
        for (int i = 0; i < lengths.length; i++) {
            if (m_start[i] != 0) {
                final boolean through = lengths[i] * m_last[i] < 0;
                final double share = through ? 0 : Math.abs(lengths[i] / m_start[i]);
                m_reversed[i] |= through;
                if (share < m_shortest.share()) {
                    m_shortest = new ShortestLength(i, share, time);
                }
                m_last[i] = lengths[i];
            }
        }
    }

    /** The shortest length that was seen. */
    ShortestLength shortest() {
        return m_shortest;
    }

    /** The number of modes that went through 0. */
    int reversed() {
        int count = 0;
        for (final boolean reversed : m_reversed) {
            count += reversed ? 1 : 0;
        }
        return count;
    }
}
