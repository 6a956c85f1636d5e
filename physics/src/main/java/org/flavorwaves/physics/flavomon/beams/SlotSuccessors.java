package org.flavorwaves.physics.flavomon.beams;

import java.util.Arrays;

/** Finds the slots that waves have after they were searched anew on the same medium. */
final class SlotSuccessors {
    private final FollowedRoots m_before;

    private final FollowedRoots m_now;

    private final boolean[] m_taken;

    private SlotSuccessors(final FollowedRoots before, final FollowedRoots now) {
        m_before = before;
        m_now = now;
        m_taken = new boolean[now.size()];
    }

    /** See {@link FollowedRoots#successors}. */
    static int[] of(final FollowedRoots before, final FollowedRoots now) {
        final SlotSuccessors slots = new SlotSuccessors(before, now);
        final int[] successors = new int[now.size()];
        Arrays.fill(successors, -1);
        for (int j = 0; j < successors.length; j++) {
            if (before.growth(j) > 0) {
                successors[j] = slots.take(slots.closest(j));
            }
        }
        for (int j = 0; j < successors.length; j++) {
            if (successors[j] < 0) {
                successors[j] = slots.take(slots.left(j));
            }
        }
        return successors;
    }

    private int take(final int slot) {
        if (slot >= 0) {
            m_taken[slot] = true;
        }
        return slot;
    }

    /** The growing slot of the closest frequency; of a pair the one that is left. */
    private int closest(final int slot) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int j = first(slot); j < first(slot) + m_now.slots(); j++) {
            nearest = m_now.growth(j) > 0 ? Math.min(nearest, distance(j, slot)) : nearest;
        }
        int best = -1;
        for (int j = first(slot); j < first(slot) + m_now.slots(); j++) {
            if (m_now.growth(j) > 0 && (best < 0 || m_taken[best]) && distance(j, slot) <= nearest + m_now.same()) {
                best = j;
            }
        }
        return best;
    }

    private int left(final int slot) {
        for (int j = first(slot); j < first(slot) + m_now.slots(); j++) {
            if (!m_taken[j]) {
                return j;
            }
        }
        return -1;
    }

    private int first(final int slot) {
        return slot / m_now.slots() * m_now.slots();
    }

    private double distance(final int now, final int before) {
        return Math.hypot(m_now.re(now) - m_before.re(before), m_now.growth(now) - m_before.growth(before));
    }
}
