package org.flavorwaves.physics.linear.collective.sums;

import java.util.ArrayList;
import java.util.List;

import org.flavorwaves.physics.state.MomentumModes;

/**
 * The space-time components of V = (1, v) that occur at all: (t, z) if all velocities are along z, as rings of
 * cos theta are stored, up to (t, x, y, z).
 */
final class VelocitySpan {
    private static final double[] METRIC = {1, -1, -1, -1};

    private final int[] m_components;

    VelocitySpan(final MomentumModes modes) {
        final double[][] v = {modes.vxs(), modes.vys(), modes.vzs()};
        final List<Integer> used = new ArrayList<>(List.of(0));
        for (int a = 0; a < 3; a++) {
            boolean any = false;
            for (final double x : v[a]) {
                any |= x != 0;
            }
            if (any) {
                used.add(a + 1);
            }
        }
        m_components = used.stream().mapToInt(c -> c).toArray();
    }

    /** Which components there are, rising from 0. */
    int[] components() {
        return m_components;
    }

    int size() {
        return m_components.length;
    }

    /** Metric sign of the a-th component. */
    double metric(final int a) {
        return METRIC[m_components[a]];
    }

    /** The a-th component of (1, v). */
    double value(final int a, final double vx, final double vy, final double vz) {
        return switch (m_components[a]) {
            case 0 -> 1;
            case 1 -> vx;
            case 2 -> vy;
            default -> vz;
        };
    }

    /** Index of the pair (a, b), a &lt;= b, among all pairs. */
    int pair(final int a, final int b) {
        final int low = Math.min(a, b);
        final int high = Math.max(a, b);
        return low * size() - low * (low - 1) / 2 + high - low;
    }

    int pairs() {
        return size() * (size() + 1) / 2;
    }
}
