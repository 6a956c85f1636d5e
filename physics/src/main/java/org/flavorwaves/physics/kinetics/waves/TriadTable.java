package org.flavorwaves.physics.kinetics.waves;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

import org.flavorwaves.physics.run.ParallelLoop;
import org.flavorwaves.physics.run.Progress;

/**
 * The coefficients of all three-wave products within a secular window (JK 68), (JK 73), (JK 76), (JK 77):
 *
 * <pre>N_{n,b} = sum C Phi_{n-m,j} Phi_{m,l},   |Re Omega_{n-m,j} + Re Omega_{m,l} - Re Omega_{n,b}| &lt;= Delta</pre>
 *
 * <p>with C = i left_{n,b} . [H(psi_{n-m,j}) x psi_{m,l} + H(psi_{m,l}) x psi_{n-m,j}], each unordered pair once. A
 * coefficient costs 12 products, because left . (H x psi) is a sum over the 12 collective numbers. Products that
 * vanish to rounding, as the symmetry of the background demands, are left out. Immutable.
 */
public final class TriadTable {
    /** Bytes of a stored triad: two partners and a complex coefficient. */
    public static final int BYTES = 24;

    /** Triads from which on an evaluation is worth several threads. */
    private static final long PARALLEL = 200_000;

    private final WaveBasis m_basis;

    private final double m_delta;

    private final TriadRows[] m_rows;

    private TriadTable(final WaveBasis basis, final double delta, final TriadRows[] rows) {
        m_basis = basis;
        m_delta = delta;
        m_rows = rows;
    }

    /**
     * Computes all coefficients.
     *
     * @param basis the bands
     * @param delta width of the secular window in the units of the potentials, may be infinite
     * @param progress told the share of finished waves
     * @return the table
     */
    public static TriadTable of(final WaveBasis basis, final double delta, final Progress progress) {
        final SignedWaves order = new SignedWaves(basis);
        final TriadRows[] rows = new TriadRows[basis.waves()];
        ParallelLoop.forEach(basis.waves(), "Triads", progress,
            w -> rows[w] = new TriadAssembly(basis, order, delta, w + 1).rows());
        return new TriadTable(basis, delta, rows);
    }

    /**
     * Counts the triads within the window, without their coefficients; those that vanish by symmetry are included.
     *
     * @param basis the bands
     * @param delta width of the secular window in the units of the potentials
     * @return number of unordered triads
     */
    public static long count(final WaveBasis basis, final double delta) {
        final SignedWaves order = new SignedWaves(basis);
        long count = 0;
        for (int n = 1; n <= basis.waves(); n++) {
            for (int m = (n + 1) / 2; m <= basis.waves(); m++) {
                if (m != n) {
                    count += count(basis, order, delta, n, m);
                }
            }
        }
        return count;
    }

    private static long count(final WaveBasis basis, final SignedWaves order, final double delta, final int n,
        final int m) {
        long count = 0;
        for (int b = 0; b < basis.bands(); b++) {
            for (int j = 0; j < basis.bands(); j++) {
                final double target = basis.omegaRe(basis.index(n, b)) - order.re(n - m, j);
                count += order.after(m, target + delta) - order.first(m, target - delta);
            }
        }
        return 2 * m == n ? (count + basis.bands() * (long) basis.bands()) / 2 : count;
    }

    /**
     * Predicts the memory of a table, so that a caller can refuse before it starts.
     *
     * @param basis the bands
     * @param delta width of the secular window
     * @return bytes, an estimate from above
     */
    public static long bytes(final WaveBasis basis, final double delta) {
        return BYTES * count(basis, delta) * 3 / 2 + 8L * basis.size();
    }

    /**
     * The number of stored triads.
     *
     * @return unordered pairs of waves with a coefficient, summed over all waves they drive
     */
    public long size() {
        long size = 0;
        for (final TriadRows rows : m_rows) {
            size += rows.size();
        }
        return size;
    }

    /**
     * The width of the window.
     *
     * @return Delta in the units of the potentials
     */
    public double delta() {
        return m_delta;
    }

    /**
     * The three-wave term of this table; each wave has its own triads, so large tables are shared between threads.
     *
     * @return the term; it has no work space of its own
     */
    public NonlinearTerm term() {
        final boolean parallel = size() > PARALLEL;
        return (phi, out) -> {
            if (parallel) {
                ParallelLoop.forEach(m_rows.length, "Triads", Progress.NONE, w -> evaluate(w, phi, out));
            } else {
                for (int w = 0; w < m_rows.length; w++) {
                    evaluate(w, phi, out);
                }
            }
        };
    }

    private void evaluate(final int w, final double[] phi, final double[] out) {
        m_rows[w].evaluate(phi, out, 2 * w * m_basis.bands());
    }

    /**
     * The triads that drive their wave most strongly.
     *
     * @param phi amplitudes, 2 nMax 3N entries
     * @param limit most triads to list
     * @return triads by falling |C Phi Phi|, ties in the order of n and b
     */
    public List<Triad> strongest(final double[] phi, final int limit) {
        final Comparator<Triad> weakest = Comparator.comparingDouble(Triad::strength)
            .thenComparing(Comparator.comparingInt(Triad::n).thenComparingInt(Triad::band)
                .thenComparingInt(Triad::firstN).thenComparingInt(Triad::firstBand)
                .thenComparingInt(Triad::secondBand).reversed());
        final PriorityQueue<Triad> queue = new PriorityQueue<>(weakest);
        for (int w = 0; w < m_rows.length && limit > 0; w++) {
            m_rows[w].visit(m_basis, w + 1, phi, triad -> {
                queue.add(triad);
                if (queue.size() > limit) {
                    queue.remove();
                }
            });
        }
        final List<Triad> list = new ArrayList<>(queue);
        list.sort(weakest.reversed());
        return list;
    }
}
