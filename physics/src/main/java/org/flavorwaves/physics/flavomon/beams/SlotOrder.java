package org.flavorwaves.physics.flavomon.beams;

import java.util.Arrays;

/**
 * Gives waves of neighbouring wave numbers the same slots where they are of one branch, whatever slots they had before:
 * each goes to the slot whose last wave, at the wave numbers ordered before, has the closest frequency, the closest
 * pair first; others to slots without any, the fastest first. Single waves are then all in the first slot.
 */
public final class SlotOrder {
    private final FollowedRoots m_roots;

    private final int m_slots;

    /** Frequency and growth of the last wave of each slot up to a wave number; infinite where there was none. */
    private final double[] m_re;

    private final double[] m_im;

    private final int[] m_origin;

    /**
     * Slots in the order in which they are.
     *
     * @param roots the waves
     */
    public SlotOrder(final FollowedRoots roots) {
        m_roots = roots;
        m_slots = roots.slots();
        m_re = new double[roots.size()];
        m_im = new double[roots.size()];
        m_origin = new int[roots.size()];
        Arrays.setAll(m_origin, j -> j);
    }

    /**
     * Orders the accepted waves of one wave number.
     *
     * @param waveNumber index of the wave number
     * @param like index of one that was ordered before, which this one continues; negative for none
     */
    public void order(final int waveNumber, final int like) {
        final int from = m_slots * waveNumber;
        for (int s = 0; s < m_slots; s++) {
            m_re[from + s] = like < 0 ? Double.POSITIVE_INFINITY : m_re[m_slots * like + s];
            m_im[from + s] = like < 0 ? 0 : m_im[m_slots * like + s];
        }
        final int[] origins = new int[m_slots];
        Arrays.fill(origins, -1);
        final boolean[] placed = new boolean[m_slots];
        for (int n = 0; n < m_slots; n++) {
            place(from, origins, placed);
        }
        carry(from, origins);
        fill(origins, placed);
        m_roots.permute(from, origins);
        for (int s = 0; s < m_slots; s++) {
            if (m_roots.accepted(from + s) > 0) {
                m_re[from + s] = m_roots.acceptedRe(from + s);
                m_im[from + s] = m_roots.accepted(from + s);
            }
        }
    }

    /** Where slots have from what they carry: waves that were known bring theirs, others find it in their slots. */
    private void carry(final int from, final int... origins) {
        final int[] sources = new int[m_slots];
        final boolean[] taken = new boolean[m_slots];
        for (int s = 0; s < m_slots; s++) {
            sources[s] = origins[s] >= 0 && m_roots.growth(from + origins[s]) > 0 ? origins[s] : -1;
            if (sources[s] >= 0) {
                taken[sources[s]] = true;
            }
        }
        fill(sources, taken);
        for (int s = 0; s < m_slots; s++) {
            m_origin[from + s] = from + sources[s];
        }
    }

    /** Gives slots without a source themselves, else one that is left. */
    private static void fill(final int[] sources, final boolean[] taken) {
        for (int s = 0; s < sources.length; s++) {
            if (sources[s] < 0 && !taken[s]) {
                sources[s] = s;
                taken[s] = true;
            }
        }
        for (int s = 0; s < sources.length; s++) {
            for (int w = 0; w < taken.length && sources[s] < 0; w++) {
                if (!taken[w]) {
                    sources[s] = w;
                    taken[w] = true;
                }
            }
        }
    }

    /** Places the growing wave that is closest to a free slot; the fastest one of those that are as close. */
    private void place(final int from, final int[] origins, final boolean[] placed) {
        int wave = -1;
        int slot = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int w = 0; w < m_slots; w++) {
            final double growth = m_roots.accepted(from + w);
            for (int s = 0; s < m_slots && !placed[w] && growth > 0; s++) {
                final double distance = Math.hypot(m_roots.acceptedRe(from + w) - m_re[from + s],
                    growth - m_im[from + s]);
                final boolean isFaster = slot < 0 || growth > m_roots.accepted(from + wave);
                if (origins[s] < 0 && (distance < least || distance == least && isFaster)) {
                    wave = w;
                    slot = s;
                    least = distance;
                }
            }
        }
        if (slot >= 0) {
            origins[slot] = wave;
            placed[wave] = true;
        }
    }

    /**
     * Reorders what slots have as their waves were ordered last.
     *
     * @param values one of each slot; changed
     */
    public void carry(final double[] values) {
        final double[] before = values.clone();
        Arrays.setAll(values, j -> before[m_origin[j]]);
    }
}
