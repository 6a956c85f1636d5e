package org.flavorwaves.physics.numerics.eigen;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

import org.flavorwaves.physics.numerics.matrix.Columns;
import org.flavorwaves.physics.numerics.matrix.ComplexLu;
import org.flavorwaves.physics.numerics.matrix.ComplexMatrix;

/**
 * The dual basis of right eigenvectors: left vectors y with y_i^H x_j = delta_ij.
 *
 * <p>Left and right vectors of different eigenvalues are orthogonal already, so a simple eigenvalue needs a scaling
 * only. Within a group of equal or nearly equal eigenvalues the left vectors are any basis of the left eigenspace;
 * there the small matrix of overlaps is inverted.
 */
final class DualBasis {
    /** Eigenvalues closer than this share of the norm of A are treated as a group. */
    private static final double GROUP_GAP = 1e-8;

    private DualBasis() {
    }

    /**
     * Replaces left eigenvectors by the dual basis.
     *
     * @param x unit right vectors
     * @param y unit left vectors, not changed
     * @param re real parts of the eigenvalues
     * @param im imaginary parts of the eigenvalues
     * @param norm a norm of A
     * @param separated eigenvalues whose left vectors are dual among themselves already, which are kept from
     *            a singular group
     * @return dual vectors as columns; infinite where an overlap that must be inverted is exactly zero
     */
    static Columns of(final Columns x, final Columns y, final double[] re, final double[] im, final double norm,
        final BitSet separated) {
        final Columns dual = Columns.zeros(y.rows(), y.count());
        for (final int[] group : groups(re, im, GROUP_GAP * norm)) {
            if (!invert(x, y, group, dual)) {
                final int[] rest = Arrays.stream(group).filter(i -> !separated.get(i)).toArray();
                Arrays.stream(group).filter(i -> separated.get(i)).forEach(i -> scale(x, y, i, dual));
                if (rest.length == group.length || !invert(x, y, rest, dual)) {
                    Arrays.stream(rest).forEach(i -> scale(x, y, i, dual));
                }
            }
        }
        return dual;
    }

    /** Writes the dual vectors of a group; false if its overlap is singular to rounding. */
    private static boolean invert(final Columns x, final Columns y, final int[] group, final Columns dual) {
        final ComplexMatrix overlap = new ComplexMatrix(group.length, group.length);
        for (int a = 0; a < group.length; a++) {
            for (int b = 0; b < group.length; b++) {
                setOverlap(overlap, a, b, x, group[a], y, group[b]);
            }
        }
        // overlap_ab = x_a^H y_b, so Y overlap^-1 is dual to X
        final ComplexLu lu = new ComplexLu(overlap);
        if (lu.singular()) {
            return false;
        }
        combine(y, group, lu.solve(ComplexMatrix.identity(group.length)), dual);
        return true;
    }

    /** Index sets connected by gaps of at most the given size. */
    static List<int[]> groups(final double[] re, final double[] im, final double gap) {
        final int n = re.length;
        final boolean[] taken = new boolean[n];
        final List<int[]> groups = new ArrayList<>();
        for (int first = 0; first < n; first++) {
            if (taken[first]) {
                continue;
            }
            final List<Integer> members = new ArrayList<>();
            final Deque<Integer> open = new ArrayDeque<>();
            open.add(first);
            taken[first] = true;
            while (!open.isEmpty()) {
                final int i = open.remove();
                members.add(i);
                for (int j = first + 1; j < n; j++) {
                    if (!taken[j] && Math.abs(re[i] - re[j]) <= gap && Math.abs(im[i] - im[j]) <= gap) {
                        taken[j] = true;
                        open.add(j);
                    }
                }
            }
            groups.add(members.stream().mapToInt(Integer::intValue).toArray());
        }
        return groups;
    }

    private static void setOverlap(final ComplexMatrix overlap, final int a, final int b, final Columns x,
        final int i, final Columns y, final int j) {
        final double[] xr = x.re()[i];
        final double[] xi = x.im()[i];
        final double[] yr = y.re()[j];
        final double[] yi = y.im()[j];
        double re = 0;
        double im = 0;
        for (int k = 0; k < xr.length; k++) {
            re += xr[k] * yr[k] + xi[k] * yi[k];
            im += xr[k] * yi[k] - xi[k] * yr[k];
        }
        overlap.set(a, b, re, im);
    }

    private static void scale(final Columns x, final Columns y, final int i, final Columns dual) {
        final ComplexMatrix p = new ComplexMatrix(1, 1);
        setOverlap(p, 0, 0, x, i, y, i);
        final double pr = p.re(0, 0);
        final double pi = p.im(0, 0);
        final double p2 = pr * pr + pi * pi;
        for (int k = 0; k < y.rows(); k++) {
            final double r = y.re()[i][k];
            final double m = y.im()[i][k];
            dual.re()[i][k] = p2 == 0 ? Double.POSITIVE_INFINITY : (r * pr + m * pi) / p2;
            dual.im()[i][k] = p2 == 0 ? 0 : (m * pr - r * pi) / p2;
        }
    }

    private static void combine(final Columns y, final int[] group, final ComplexMatrix factors, final Columns dual) {
        for (int b = 0; b < group.length; b++) {
            final double[] dr = dual.re()[group[b]];
            final double[] di = dual.im()[group[b]];
            for (int a = 0; a < group.length; a++) {
                final double fr = factors.re(a, b);
                final double fi = factors.im(a, b);
                final double[] yr = y.re()[group[a]];
                final double[] yi = y.im()[group[a]];
                for (int k = 0; k < dr.length; k++) {
                    dr[k] += fr * yr[k] - fi * yi[k];
                    di[k] += fr * yi[k] + fi * yr[k];
                }
            }
        }
    }

    /** The 2-norms of the columns, which are the condition numbers of the eigenvalues. */
    static double[] norms(final Columns dual) {
        final double[] norms = new double[dual.count()];
        for (int j = 0; j < norms.length; j++) {
            double sum = 0;
            for (int i = 0; i < dual.rows(); i++) {
                sum += dual.re()[j][i] * dual.re()[j][i] + dual.im()[j][i] * dual.im()[j][i];
            }
            norms[j] = Math.sqrt(sum);
        }
        return norms;
    }
}
