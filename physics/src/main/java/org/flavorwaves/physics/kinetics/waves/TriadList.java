package org.flavorwaves.physics.kinetics.waves;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;

import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.CollectiveField;

/**
 * The three-wave products one by one (JK 68), (JK 73), (JK 76), for a listing: N_{n,b} = sum C Phi_{n-m,j} Phi_{m,l}
 * with C = i left_{n,b} . [H(psi_{n-m,j}) x psi_{m,l} + H(psi_{m,l}) x psi_{n-m,j}], each unordered pair once.
 *
 * <p>For a pair (m, l) and a target b the sum over modes T^m_a = sum_i V^m_i (psi_{m,l}[i] x left_{n,b}[i])_a is made
 * once, O(N); then left . (H(psi_j) x psi_l) = sum_a g_mn J^m_{j,a} T^n_a for every partner j. The whole list costs
 * O(nMax^2 (3N)^3) and is never stored. Products that vanish to rounding, as the symmetry of the background demands,
 * are left out.
 */
public final class TriadList {
    /** A coefficient below this share of its bound is rounding. */
    private static final double VANISHING = 0x1p-46;

    private final WaveBasis m_basis;

    private final SignedWaves m_order;

    private final double m_largest;

    private final int m_bands;

    private final double[] m_first;

    private final double[] m_second;

    private final double[][][] m_right;

    private final double[][][] m_left;

    private final double[] m_product = new double[2];

    private final double[] m_vector = new double[6];

    private int m_n;

    /**
     * The triads of a basis.
     *
     * @param basis the bands
     * @param largest largest |Re Omega_{n-m,j} + Re Omega_{m,l} - Re Omega_{n,b}|, may be infinite
     */
    public TriadList(final WaveBasis basis, final double largest) {
        m_basis = basis;
        m_order = new SignedWaves(basis);
        m_largest = largest;
        m_bands = basis.bands();
        m_right = new double[basis.waves()][][];
        m_left = new double[basis.waves()][][];
        Arrays.setAll(m_right, w -> basis.vectors(w, false));
        Arrays.setAll(m_left, w -> basis.vectors(w, true));
        m_first = new double[m_bands * WaveVectors.FIELD];
        m_second = new double[m_bands * WaveVectors.FIELD];
    }

    /**
     * Shows all triads.
     *
     * @param phi amplitudes, 2 nMax 3N entries, for the strengths
     * @param delta width of the secular window, whose {@link SecularTerm#weight} counts in the strengths
     * @param progress told the share of what is done; may cancel
     * @param visitor sees every triad
     */
    public void visit(final double[] phi, final double delta, final Progress progress,
        final Consumer<Triad> visitor) {
        for (m_n = 1; m_n <= m_basis.waves(); m_n++) {
            for (int b = 0; b < m_bands; b++) {
                progress.report((m_n - 1.0 + (double) b / m_bands) / m_basis.waves(), "Triads");
                for (int m = (m_n + 1) / 2; m <= m_basis.waves(); m++) {
                    if (m != m_n) {
                        visitPairs(b, m_n - m, m, phi, delta, visitor);
                    }
                }
            }
        }
    }

    /**
     * The triads that drive their wave most strongly.
     *
     * @param phi amplitudes, 2 nMax 3N entries
     * @param delta width of the secular window
     * @param limit most triads to list
     * @param progress told the share of what is done; may cancel
     * @return triads by falling strength, ties in the order of n and b
     */
    public List<Triad> strongest(final double[] phi, final double delta, final int limit, final Progress progress) {
        final Comparator<Triad> weakest = Comparator.comparingDouble(Triad::strength)
            .thenComparing(Comparator.comparingInt(Triad::n).thenComparingInt(Triad::band)
                .thenComparingInt(Triad::firstN).thenComparingInt(Triad::firstBand)
                .thenComparingInt(Triad::secondBand).reversed());
        final PriorityQueue<Triad> queue = new PriorityQueue<>(weakest);
        visit(phi, delta, progress, triad -> {
            queue.add(triad);
            if (queue.size() > limit) {
                queue.remove();
            }
        });
        final List<Triad> list = new ArrayList<>(queue);
        list.sort(weakest.reversed());
        return list;
    }

    /** Shows the triads of target b with partners in the waves p &lt;= m, p + m = n. */
    private void visitPairs(final int b, final int p, final int m, final double[] phi, final double delta,
        final Consumer<Triad> visitor) {
        boolean ready = false;
        final double left = leftNorm(b);
        for (int rank = 0; rank < m_bands; rank++) {
            final double target = m_basis.omegaRe(m_basis.index(m_n, b)) - m_order.re(p, rank);
            final int to = m_order.after(m, target + m_largest);
            for (int other = m_order.first(m, target - m_largest); other < to; other++) {
                if (!ready) {
                    sums(b, p, m_first);
                    sums(b, m, m_second);
                    ready = true;
                }
                final int j = m_order.band(p, rank);
                final int l = m_order.band(m, other);
                if ((p != m || j <= l) && isCoupled(left, p, j, m, l)) {
                    final double mismatch = m_order.re(m, other) - target;
                    final double strength = Math.abs(SecularTerm.weight(mismatch, delta))
                        * Math.hypot(m_product[0], m_product[1]) * size(phi, Math.abs(p), j) * size(phi, m, l);
                    visitor.accept(
                        new Triad(m_n, b, p, j, m, l, mismatch, -m_product[1], m_product[0], strength));
                }
            }
        }
    }

    private double size(final double[] phi, final int n, final int band) {
        final int at = 2 * m_basis.index(n, band);
        return Math.hypot(phi[at], phi[at + 1]);
    }

    /** Computes the product of a pair; returns whether it is more than rounding. */
    private boolean isCoupled(final double left, final int p, final int j, final int m, final int l) {
        m_product[0] = 0;
        m_product[1] = 0;
        final double size = contract(p, j, m_second, l) + (p == m && j == l ? 0 : contract(m, l, m_first, j));
        final double bound = VANISHING * left * size;
        return m_product[0] * m_product[0] + m_product[1] * m_product[1] > bound * bound;
    }

    /** Adds sum g J_{wave,band} T to the product; returns the size of J. */
    private double contract(final int wave, final int band, final double[] sums, final int partner) {
        final double[] field = m_basis.vectors(Math.abs(wave) - 1).fields();
        final int at = band * WaveVectors.FIELD;
        final int from = partner * WaveVectors.FIELD;
        final double sign = wave < 0 ? -1 : 1;
        double re = 0;
        double im = 0;
        double size = 0;
        for (int c = 0; c < 12; c++) {
            final double metric = c < 3 ? 1 : -1;
            final double x = field[at + c];
            final double y = sign * field[at + 12 + c];
            re += metric * (x * sums[from + c] - y * sums[from + 12 + c]);
            im += metric * (x * sums[from + 12 + c] + y * sums[from + c]);
            size += Math.abs(x) + Math.abs(y);
        }
        m_product[0] += re;
        m_product[1] += im;
        return size;
    }

    private double leftNorm(final int b) {
        final double[] re = m_left[m_n - 1][0];
        final double[] im = m_left[m_n - 1][1];
        double square = 0;
        for (int c = b * m_bands; c < (b + 1) * m_bands; c++) {
            square += re[c] * re[c] + im[c] * im[c];
        }
        return Math.sqrt(square);
    }

    /** T of all bands of a wave with the left vector of band b. */
    private void sums(final int b, final int wave, final double[] out) {
        final double[] lr = m_left[m_n - 1][0];
        final double[] li = m_left[m_n - 1][1];
        final double[] rr = m_right[Math.abs(wave) - 1][0];
        final double[] ri = m_right[Math.abs(wave) - 1][1];
        final double sign = wave < 0 ? -1 : 1;
        Arrays.fill(out, 0);
        for (int band = 0; band < m_bands; band++) {
            final int at = band * WaveVectors.FIELD;
            for (int i = 0; i < m_basis.modes().size(); i++) {
                cross(rr, ri, sign, band * m_bands + 3 * i, lr, li, b * m_bands + 3 * i);
                accumulate(i, out, at);
            }
        }
    }

    private void cross(final double[] rr, final double[] ri, final double sign, final int r, final double[] lr,
        final double[] li, final int l) {
        for (int a = 0; a < 3; a++) {
            final int a1 = a == 2 ? 0 : a + 1;
            final int a2 = a == 0 ? 2 : a - 1;
            final double y1 = sign * ri[r + a1];
            final double y2 = sign * ri[r + a2];
            m_vector[a] = rr[r + a1] * lr[l + a2] - y1 * li[l + a2] - rr[r + a2] * lr[l + a1] + y2 * li[l + a1];
            m_vector[3 + a] = rr[r + a1] * li[l + a2] + y1 * lr[l + a2] - rr[r + a2] * li[l + a1] - y2 * lr[l + a1];
        }
    }

    private void accumulate(final int i, final double[] out, final int at) {
        final ModeTable modes = m_basis.modes();
        CollectiveField.add(out, at, m_vector[0], m_vector[1], m_vector[2], modes.vx()[i], modes.vy()[i],
            modes.vz()[i]);
        CollectiveField.add(out, at + CollectiveField.SIZE, m_vector[3], m_vector[4], m_vector[5], modes.vx()[i],
            modes.vy()[i], modes.vz()[i]);
    }
}
