package org.flavorwaves.physics.linear.bands;

import java.util.Arrays;

import org.flavorwaves.physics.run.Progress;

/**
 * The cheapest one-to-one assignment of rows to columns of a square cost matrix, by shortest augmenting paths with
 * potentials (Kuhn-Munkres in the form of Jonker and Volgenant, Computing 38, 325 (1987)), O(n^3). Deterministic: of
 * equal costs the lower column wins.
 */
public final class Assignment {
    private final double[][] m_cost;

    private final int m_n;

    private final double[] m_rowPotential;

    private final double[] m_columnPotential;

    /** Row of each column plus 1; column 0 is the root of the augmenting path. */
    private final int[] m_rowOf;

    private Assignment(final double[][] cost) {
        m_cost = cost;
        m_n = cost.length;
        m_rowPotential = new double[m_n + 1];
        m_columnPotential = new double[m_n + 1];
        m_rowOf = new int[m_n + 1];
    }

    /**
     * Solves the assignment.
     *
     * @param cost square matrix, finite entries
     * @return the column of each row
     */
    public static int[] solve(final double[][] cost) {
        return solve(cost, Progress.NONE);
    }

    /**
     * Finds the cheapest assignment.
     *
     * @param cost square, cost[row][column]
     * @param progress told of every row
     * @return the column of each row
     */
    static int[] solve(final double[][] cost, final Progress progress) {
        final Assignment assignment = new Assignment(cost);
        for (int row = 1; row <= cost.length; row++) {
            progress.report((row - 1) / (double) cost.length, "Matching bands");
            assignment.augment(row);
        }
        final int[] columns = new int[cost.length];
        for (int column = 1; column <= cost.length; column++) {
            columns[assignment.m_rowOf[column] - 1] = column - 1;
        }
        return columns;
    }

    private void augment(final int row) {
        final double[] least = new double[m_n + 1];
        final int[] from = new int[m_n + 1];
        final boolean[] done = new boolean[m_n + 1];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        m_rowOf[0] = row;
        int column = 0;
        do {
            done[column] = true;
            column = nextColumn(column, least, from, done);
        } while (m_rowOf[column] != 0);
        while (column != 0) {
            final int previous = from[column];
            m_rowOf[column] = m_rowOf[previous];
            column = previous;
        }
    }

    private int nextColumn(final int column, final double[] least, final int[] from, final boolean[] done) {
        final int row = m_rowOf[column];
        double delta = Double.POSITIVE_INFINITY;
        int next = 0;
        for (int c = 1; c <= m_n; c++) {
            if (!done[c]) {
                final double reduced = m_cost[row - 1][c - 1] - m_rowPotential[row] - m_columnPotential[c];
                if (reduced < least[c]) {
                    least[c] = reduced;
                    from[c] = column;
                }
                if (least[c] < delta) {
                    delta = least[c];
                    next = c;
                }
            }
        }
        for (int c = 0; c <= m_n; c++) {
            if (done[c]) {
                m_rowPotential[m_rowOf[c]] += delta;
                m_columnPotential[c] -= delta;
            } else {
                least[c] -= delta;
            }
        }
        return next;
    }
}
