package org.flavorwaves.physics.linear.blocks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.flavorwaves.physics.linear.ModeArrays;

/**
 * Modes of one circular sector that have the same own frequency d_i = v_i.k - i D_i - s h_i and therefore act on the
 * rest only through the at most four numbers sum_j q w_j s_j V^m_j c_j of the group. Within a group of m modes, m - r
 * combinations that leave these numbers zero are exact bands at d, and r combinations (r the rank of q w_j s_j V^m_j)
 * remain in the collective problem. Rings of equal cos theta, and neutrinos with antineutrinos of one direction, are
 * such groups.
 */
public final class ModeGroups {
    /** Own frequencies that differ by less, in units of eps times the norm of the sector, are the same. */
    private static final double SAME_FREQUENCY = 32;

    /** Directions that matter less, in units of eps times the largest, are zero. */
    private static final double RANK_TOLERANCE = 32;

    private final List<Group> m_groups = new ArrayList<>();

    private final int m_kernel;

    private final int m_core;

    /**
     * One group.
     *
     * @param members its modes, rising
     * @param re real part of the common frequency
     * @param im imaginary part of the common frequency
     * @param basis columns below its rank span the coefficients q w_j s_j V^m_j of the members, the others leave them
     *            zero
     * @param firstKernel place of its first exact band among those of all groups
     * @param firstCore place of its first coordinate in the collective problem
     */
    record Group(int[] members, double re, double im, OrthonormalBasis basis, int firstKernel, int firstCore) {
        int kernel() {
            return members.length - basis.rank();
        }
    }

    /**
     * Groups with given members.
     *
     * @param members the groups of {@link #partition}, or finer ones
     */
    ModeGroups(final ModeArrays modes, final double[] re, final double[] im, final List<int[]> members) {
        int kernel = 0;
        int core = 0;
        for (final int[] one : members) {
            final Group group = group(modes, one, re, im, kernel, core);
            m_groups.add(group);
            kernel += group.kernel();
            core += group.basis.rank();
        }
        m_kernel = kernel;
        m_core = core;
    }

    /** The members of all groups of equal frequency, ordered by their first members. */
    static List<int[]> partition(final double[] re, final double[] im, final double scale) {
        final double width = SAME_FREQUENCY * Math.ulp(1.0) * scale;
        final int[] rising = IntStream.range(0, re.length).boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> re[i]).thenComparing(i -> i)).mapToInt(i -> i)
            .toArray();
        final boolean[] used = new boolean[re.length];
        final List<int[]> all = new ArrayList<>();
        for (int a = 0; a < rising.length; a++) {
            final int first = rising[a];
            if (!used[first]) {
                final List<Integer> members = new ArrayList<>();
                for (int b = a; b < rising.length && re[rising[b]] - re[first] <= width; b++) {
                    if (!used[rising[b]] && Math.abs(im[rising[b]] - im[first]) <= width) {
                        used[rising[b]] = true;
                        members.add(rising[b]);
                    }
                }
                all.add(members.stream().mapToInt(i -> i).sorted().toArray());
            }
        }
        all.sort(Comparator.comparingInt(members -> members[0]));
        return all;
    }

    /** The groups whose members are together in both partitions, ordered by their first members. */
    static List<int[]> intersection(final List<int[]> one, final List<int[]> other) {
        final int[] label = new int[one.stream().mapToInt(m -> m.length).sum()];
        for (int g = 0; g < other.size(); g++) {
            for (final int i : other.get(g)) {
                label[i] = g;
            }
        }
        final List<int[]> all = new ArrayList<>();
        for (final int[] members : one) {
            final Map<Integer, List<Integer>> parts = new LinkedHashMap<>();
            for (final int i : members) {
                parts.computeIfAbsent(label[i], g -> new ArrayList<>()).add(i);
            }
            parts.values().forEach(part -> all.add(part.stream().mapToInt(i -> i).toArray()));
        }
        all.sort(Comparator.comparingInt(members -> members[0]));
        return all;
    }

    private static Group group(final ModeArrays modes, final int[] members, final double[] re, final double[] im,
        final int firstKernel, final int firstCore) {
        final int m = members.length;
        double meanRe = 0;
        double meanIm = 0;
        final double[][] columns = new double[4][m];
        for (int a = 0; a < m; a++) {
            final int i = members[a];
            meanRe += (re[i] - re[members[0]]) / m;
            meanIm += (im[i] - im[members[0]]) / m;
            columns[0][a] = modes.coupling()[i];
            columns[1][a] = modes.coupling()[i] * modes.vx()[i];
            columns[2][a] = modes.coupling()[i] * modes.vy()[i];
            columns[3][a] = modes.coupling()[i] * modes.vz()[i];
        }
        return new Group(members, re[members[0]] + meanRe, im[members[0]] + meanIm,
            new OrthonormalBasis(columns, RANK_TOLERANCE * Math.ulp(1.0)), firstKernel, firstCore);
    }

    List<Group> list() {
        return m_groups;
    }

    /** Number of exact bands. */
    int kernel() {
        return m_kernel;
    }

    /** Size of the collective problem. */
    public int core() {
        return m_core;
    }
}
