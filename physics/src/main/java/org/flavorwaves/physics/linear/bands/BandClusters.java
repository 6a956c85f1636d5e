package org.flavorwaves.physics.linear.bands;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.flavorwaves.physics.linear.blocks.BandBlock;

/** Groups of bands of one block, anchored ones left out, whose frequencies are equal to rounding. */
final class BandClusters {
    /** In units of n eps |M|, the rounding of the eigensolver. */
    private static final double WIDTH = 10;

    private final List<int[]> m_members = new ArrayList<>();

    private final int[] m_cluster;

    BandClusters(final BandBlock block) {
        m_cluster = new int[block.size()];
        final double width = WIDTH * block.size() * Math.ulp(1.0) * block.scale();
        final int[] rising = IntStream.range(0, block.size()).filter(b -> !block.anchored(b))
            .boxed().sorted(Comparator.comparingDouble((Integer b) -> block.omegaRe(b)).thenComparing(b -> b))
            .mapToInt(b -> b).toArray();
        final boolean[] used = new boolean[block.size()];
        for (int a = 0; a < rising.length; a++) {
            if (!used[rising[a]]) {
                final List<Integer> members = new ArrayList<>();
                collect(block, rising, a, width, used, members);
                m_members.add(members.stream().mapToInt(b -> b).sorted().toArray());
            }
        }
        for (int c = 0; c < m_members.size(); c++) {
            for (final int b : m_members.get(c)) {
                m_cluster[b] = c;
            }
        }
    }

    /** Adds a band and, through it, all bands that are reached in steps of at most the width. */
    private static void collect(final BandBlock block, final int[] rising, final int at, final double width,
        final boolean[] used, final List<Integer> members) {
        final List<Integer> open = new ArrayList<>(List.of(at));
        used[rising[at]] = true;
        while (!open.isEmpty()) {
            final int from = open.remove(open.size() - 1);
            members.add(rising[from]);
            for (int step = -1; step <= 1; step += 2) {
                for (int to = from + step; to >= 0 && to < rising.length && Math.abs(
                    block.omegaRe(rising[to]) - block.omegaRe(rising[from])) <= width; to += step) {
                    if (!used[rising[to]]
                        && Math.abs(block.omegaIm(rising[to]) - block.omegaIm(rising[from])) <= width) {
                        used[rising[to]] = true;
                        open.add(to);
                    }
                }
            }
        }
    }

    /** The groups, each in rising order of its bands. */
    List<int[]> members() {
        return m_members;
    }

    /** The group of a band. */
    int of(final int band) {
        return m_cluster[band];
    }
}
