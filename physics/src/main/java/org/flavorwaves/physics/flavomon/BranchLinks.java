package org.flavorwaves.physics.flavomon;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import org.flavorwaves.physics.flavomon.FlavomonMode.Kind;
import org.flavorwaves.physics.flavomon.FlavomonSearch.Modes;

/**
 * Tells which mode at one wave number continues which at another: omega changes along the mean of the slopes at both
 * ends. Where that leaves a mode alone or in doubt, the modes half-way are found and linked to both sides, and so on.
 * Where two real branches merge, the growing one continues the one farther from the light cone, and the other ends.
 */
final class BranchLinks {
    /** Deviation from the mean slope, in units of the step times one plus the slope, up to which modes are linked. */
    private static final double LINK = 0.5;

    /** The same where the square root of a branch point lies between. */
    private static final double MERGING = 2;

    /** How much closer the best mode must be than the second best. */
    private static final double CLEAR = 3;

    /** How often an interval may be halved. */
    private static final int MAX_DEPTH = 6;

    private final FlavomonSearch m_search;

    BranchLinks(final FlavomonSearch search) {
        m_search = search;
    }

    private record Link(int from, int to, double mismatch) {
    }

    /**
     * Links two wave numbers.
     *
     * @param left the modes at the smaller wave number
     * @param right the modes at the larger one
     * @return for each mode on the left the index of its continuation on the right, -1 if it ends
     */
    int[] between(final Modes left, final Modes right) {
        return between(left, right, 0);
    }

    private int[] between(final Modes left, final Modes right, final int depth) {
        final double[][] mismatch = mismatch(left, right, false);
        final int[] links = new int[left.list().size()];
        Arrays.fill(links, -1);
        match(mismatch, Comparator.comparingDouble(Link::mismatch), links);
        if (isClear(mismatch, links, left, right)) {
            return links;
        }
        if (depth < MAX_DEPTH && m_search.isComplete()) {
            final Modes middle = m_search.solve(0.5 * (left.k() + right.k()));
            if (middle.isComplete()) {
                final int[] first = between(left, middle, depth + 1);
                final int[] second = between(middle, right, depth + 1);
                return Arrays.stream(first).map(m -> m < 0 ? -1 : second[m]).toArray();
            }
        }
        match(mismatch(left, right, true), Comparator.comparingDouble(
            link -> -height(left.list().get(link.from)) - height(right.list().get(link.to))), links);
        return links;
    }

    private static double height(final FlavomonMode mode) {
        return Math.abs(mode.omega().getReal());
    }

    /**
     * Distance from the expected continuation in units of what is allowed; infinite for pairs that are none.
     *
     * @param merging whether pairs of a real and a growing mode are meant, or all others
     */
    private double[][] mismatch(final Modes left, final Modes right, final boolean merging) {
        final double step = right.k() - left.k();
        final double[][] out = new double[left.list().size()][right.list().size()];
        for (int i = 0; i < out.length; i++) {
            final FlavomonMode a = left.list().get(i);
            for (int j = 0; j < out[i].length; j++) {
                final FlavomonMode b = right.list().get(j);
                out[i][j] = Double.POSITIVE_INFINITY;
                final boolean merges = merges(a, b) || merges(b, a);
                if (a.sector() == b.sector() && merging == merges) {
                    final double off = b.omega().subtract(a.omega())
                        .subtract(a.slope().add(b.slope()).multiply(0.5 * step)).abs();
                    final double steepness = 1 + Math.max(a.slope().abs(), b.slope().abs());
                    out[i][j] = off / ((merges ? MERGING : LINK) * step * steepness);
                }
            }
        }
        return out;
    }

    private boolean merges(final FlavomonMode real, final FlavomonMode growing) {
        return real.kind() == Kind.REAL && growing.kind() == Kind.UNSTABLE
            && (real.isSuperluminal() && growing.isSuperluminal() || !m_search.isContinuous());
    }

    /** Adds links between modes that have none, best first. */
    private static void match(final double[][] mismatch, final Comparator<Link> order, final int[] links) {
        final List<Link> candidates = new ArrayList<>();
        for (int i = 0; i < mismatch.length; i++) {
            for (int j = 0; j < mismatch[i].length; j++) {
                if (mismatch[i][j] <= 1) {
                    candidates.add(new Link(i, j, mismatch[i][j]));
                }
            }
        }
        candidates.sort(order);
        for (final Link link : candidates) {
            if (links[link.from] < 0 && Arrays.stream(links).noneMatch(to -> to == link.to)) {
                links[link.from] = link.to;
            }
        }
    }

    /** Whether every mode but damped ones is linked, and no other mode would do nearly as well. */
    private static boolean isClear(final double[][] mismatch, final int[] links, final Modes left, final Modes right) {
        for (int j = 0; j < right.list().size(); j++) {
            final int to = j;
            if (right.list().get(j).kind() != Kind.DAMPED && Arrays.stream(links).noneMatch(l -> l == to)) {
                return false;
            }
        }
        for (int i = 0; i < links.length; i++) {
            if (links[i] < 0) {
                if (left.list().get(i).kind() != Kind.DAMPED) {
                    return false;
                }
                continue;
            }
            final double limit = Math.min(1, CLEAR * mismatch[i][links[i]]);
            for (int j = 0; j < right.list().size(); j++) {
                if (j != links[i] && mismatch[i][j] < limit) {
                    return false;
                }
            }
            for (int j = 0; j < links.length; j++) {
                if (j != i && mismatch[j][links[i]] < limit) {
                    return false;
                }
            }
        }
        return true;
    }
}
