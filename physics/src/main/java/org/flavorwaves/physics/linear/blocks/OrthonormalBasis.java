package org.flavorwaves.physics.linear.blocks;

/**
 * An orthonormal basis of R^m whose first columns span given vectors, by Householder reflections with column pivoting
 * (Golub and Van Loan, Matrix Computations, section 5.4). Kept as reflections, so that each column costs O(m rank).
 */
final class OrthonormalBasis {
    private final int m_size;

    private final int m_rank;

    /** Householder vectors of unit length, the first entries zero; none if the vectors span everything. */
    private final double[][] m_reflections;

    /**
     * A basis.
     *
     * @param vectors the vectors to span, overwritten
     * @param tolerance remainders shorter than this part of the longest vector are zero
     */
    OrthonormalBasis(final double[][] vectors, final double tolerance) {
        m_size = vectors[0].length;
        final double[][] reflections = new double[Math.min(m_size, vectors.length)][];
        double longest = 0;
        int rank = 0;
        while (rank < reflections.length) {
            final int pivot = longest(vectors, rank);
            final double length = length(vectors[pivot], rank);
            longest = Math.max(longest, length);
            if (length <= tolerance * longest) {
                break;
            }
            final double[] chosen = vectors[pivot];
            vectors[pivot] = vectors[rank];
            vectors[rank] = chosen;
            reflections[rank] = reflection(chosen, rank, length);
            for (int v = rank + 1; v < vectors.length; v++) {
                reflect(reflections[rank], vectors[v]);
            }
            rank++;
        }
        m_rank = rank;
        m_reflections = new double[rank == m_size ? 0 : rank][];
        System.arraycopy(reflections, 0, m_reflections, 0, m_reflections.length);
    }

    private static int longest(final double[][] vectors, final int from) {
        int best = from;
        for (int v = from + 1; v < vectors.length; v++) {
            if (length(vectors[v], from) > length(vectors[best], from)) {
                best = v;
            }
        }
        return best;
    }

    private static double length(final double[] x, final int from) {
        double sum = 0;
        for (int i = from; i < x.length; i++) {
            sum += x[i] * x[i];
        }
        return Math.sqrt(sum);
    }

    /** The unit vector u for which 1 - 2 u u^T turns x, from an index on, into a multiple of the first axis. */
    private static double[] reflection(final double[] x, final int from, final double length) {
        final double[] u = new double[x.length];
        System.arraycopy(x, from, u, from, x.length - from);
        u[from] += Math.copySign(length, x[from]);
        final double norm = length(u, from);
        for (int i = from; i < u.length; i++) {
            u[i] /= norm;
        }
        return u;
    }

    private static void reflect(final double[] u, final double[] x) {
        double dot = 0;
        for (int i = 0; i < x.length; i++) {
            dot += u[i] * x[i];
        }
        for (int i = 0; i < x.length; i++) {
            x[i] -= 2 * dot * u[i];
        }
    }

    /** The number of columns that span the given vectors. */
    int rank() {
        return m_rank;
    }

    /**
     * A column of the basis.
     *
     * @param column below rank for the span of the given vectors, from rank on for its complement
     * @return a new array of unit length
     */
    double[] column(final int column) {
        final double[] x = new double[m_size];
        x[column] = 1;
        for (int r = m_reflections.length - 1; r >= 0; r--) {
            reflect(m_reflections[r], x);
        }
        return x;
    }
}
