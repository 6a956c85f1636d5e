package org.flavorwaves.physics.transport.matrix;

import java.util.Arrays;

import org.flavorwaves.physics.numerics.matrix.HermitianJacobi;
import org.flavorwaves.physics.transport.waves.WaveGrid;

/**
 * The flavor-wave density matrices of one cell of a stream, R_ij(K) per dK for all pairs of modes, and what happens to
 * them inside the cell: the force along K, the turn by the Hamiltonian, and the cut of negative eigenvalues.
 */
final class MatrixCell {
    /** Largest angle by which a coherence of one mode turns within one part of a step. */
    private static final double LARGEST_ANGLE = 1;

    private static final int ITERATIONS = 50;

    private static final double CONVERGED = 1e-16;

    /** Negative eigenvalues down to this part of the trace stay. */
    private static final double NEGLIGIBLE = 1e-6;

    private final WaveGrid m_grid;

    private final Coupling m_coupling;

    private final MatrixTurn m_turn;

    private final int m_n;

    private final double[] m_v;

    /** Frequencies of the modes other than v K and the nu-nu term. */
    private final double[] m_external;

    private final double[] m_damping;

    /** R_ij of wave number m at (m n + i) n + j. */
    double[] m_re;

    double[] m_im;

    private final double[] m_sumRe;

    private final double[] m_sumIm;

    private final double[] m_h;

    private final double[] m_middle;

    private final double[] m_rate;

    private final double[] m_phaseRe;

    private final double[] m_phaseIm;

    private final double[] m_w;

    private final HermitianJacobi m_eigen;

    private final double[] m_factor;

    MatrixCell(final WaveGrid grid, final Coupling coupling, final double[] v, final double[] external,
        final double[] damping) {
        m_grid = grid;
        m_coupling = coupling;
        m_turn = new MatrixTurn(coupling);
        m_n = v.length;
        m_v = v.clone();
        m_external = external.clone();
        m_damping = damping.clone();
        m_re = new double[grid.count() * m_n * m_n];
        m_im = new double[grid.count() * m_n * m_n];
        m_sumRe = new double[m_n * m_n];
        m_sumIm = new double[m_n * m_n];
        m_h = new double[m_n];
        m_middle = new double[m_n];
        m_rate = new double[m_n];
        m_phaseRe = new double[m_n];
        m_phaseIm = new double[m_n];
        m_w = new double[m_n];
        m_eigen = new HermitianJacobi(m_n);
        m_factor = new double[m_n * m_n];
    }

    /** Sets R_ij = delta_ij noise_i at all wave numbers. */
    void sow(final double[] noise) {
        Arrays.fill(m_re, 0);
        Arrays.fill(m_im, 0);
        for (int m = 0; m < m_grid.count(); m++) {
            for (int i = 0; i < m_n; i++) {
                m_re[(m * m_n + i) * m_n + i] = noise[i];
            }
        }
    }

    /** Real number x = i n + j of R at a wave number: Re R_ij of i &lt;= j, Im R_ij of i &gt; j. */
    double number(final int m, final int x) {
        return (x / m_n <= x % m_n ? m_re : m_im)[m * m_n * m_n + x];
    }

    /** Sets the same number, and what R has of it on the other side of its diagonal. */
    void put(final int m, final int x, final double value) {
        final int i = x / m_n;
        final int j = x % m_n;
        final int mirror = (m * m_n + j) * m_n + i;
        if (i <= j) {
            m_re[m * m_n * m_n + x] = value;
            m_re[mirror] = value;
        } else {
            m_im[m * m_n * m_n + x] = value;
            m_im[mirror] = -value;
        }
    }

    /** int R_ii dK. */
    double intensity(final int i) {
        double sum = 0;
        for (int m = 0; m < m_grid.count(); m++) {
            sum += m_re[(m * m_n + i) * m_n + i];
        }
        return sum * m_grid.width();
    }

    /** The nu-nu term h_i. */
    void field(final double[] p, final double[] h) {
        m_coupling.apply(p, h);
    }

    /**
     * The force along K on all coherences over a time, conservative upwind, and the term of the gradient of P_i.
     *
     * @param slope d_z of the frequencies that modes feel, h_i + lambda + ...
     * @param slopeP d_z P_i
     * @param dt the time
     * @param noise R_ii that enters at the ends of the range
     */
    void force(final double[] slope, final double[] slopeP, final double dt, final double[] noise) {
        double fastest = 0;
        for (final double s : slope) {
            fastest = Math.max(fastest, Math.abs(s));
        }
        final int parts = Math.max(1, (int) Math.ceil(fastest * dt / m_grid.width()));
        for (int part = 0; part < parts; part++) {
            shift(slope, dt / parts / m_grid.width(), noise);
        }
        spread(slopeP, dt / m_grid.width());
    }

    private void shift(final double[] slope, final double part, final double[] noise) {
        final int square = m_n * m_n;
        for (int i = 0; i < m_n; i++) {
            for (int j = 0; j < m_n; j++) {
                final double courant = 0.5 * part * (slope[i] + slope[j]);
                final double enters = i == j ? noise[i] : 0;
                final int at = i * m_n + j;
                final int last = (m_grid.count() - 1) * square + at;
                if (courant > 0) {
                    for (int k = last; k >= at; k -= square) {
                        m_re[k] -= courant * (m_re[k] - (k == at ? enters : m_re[k - square]));
                        m_im[k] -= courant * (m_im[k] - (k == at ? 0 : m_im[k - square]));
                    }
                } else {
                    for (int k = at; k <= last; k += square) {
                        m_re[k] += courant * (m_re[k] - (k == last ? enters : m_re[k + square]));
                        m_im[k] += courant * (m_im[k] - (k == last ? 0 : m_im[k + square]));
                    }
                }
            }
        }
    }

    /** d_t R = (Q d_K R + (Q d_K R)^+)/2 with Q = slopeP_i f_ij w_j s_j, by differences between the faces. */
    private void spread(final double[] slopeP, final double part) {
        final int square = m_n * m_n;
        final int size = m_coupling.m_size;
        final double[] a = new double[m_n * size];
        for (int i = 0; i < m_n; i++) {
            for (int m = 0; m < size; m++) {
                a[i * size + m] = slopeP[i] * m_coupling.m_lower[i * size + m];
            }
        }
        double[] hereRe = new double[m_n * size];
        double[] hereIm = new double[m_n * size];
        double[] nextRe = new double[m_n * size];
        double[] nextIm = new double[m_n * size];
        m_turn.project(m_re, m_im, 0, hereRe, hereIm);
        for (int k = 1; k < m_grid.count(); k++) {
            m_turn.project(m_re, m_im, k * square, nextRe, nextIm);
            for (int x = 0; x < hereRe.length; x++) {
                hereRe[x] = 0.5 * (hereRe[x] + nextRe[x]);
                hereIm[x] = 0.5 * (hereIm[x] + nextIm[x]);
            }
            m_turn.addTwice(a, hereRe, hereIm, 0.5 * part, m_re, m_im, (k - 1) * square);
            m_turn.addTwice(a, hereRe, hereIm, -0.5 * part, m_re, m_im, k * square);
            final double[] swapRe = hereRe;
            hereRe = nextRe;
            nextRe = swapRe;
            final double[] swapIm = hereIm;
            hereIm = nextIm;
            nextIm = swapIm;
        }
    }

    /** Cuts negative eigenvalues off and scales the modes so that each keeps its intensity. */
    void clip() {
        boolean negative = false;
        final int square = m_n * m_n;
        for (int i = 0; i < m_n; i++) {
            m_w[i] = intensity(i);
        }
        for (int m = 0; m < m_grid.count(); m++) {
            if (!isPositive(m * square)) {
                negative = true;
                cut(m * square);
            }
        }
        if (!negative) {
            return;
        }
        for (int i = 0; i < m_n; i++) {
            final double w = intensity(i);
            m_w[i] = w > 0 ? Math.sqrt(Math.max(m_w[i], 0) / w) : 0;
        }
        for (int m = 0; m < m_grid.count(); m++) {
            for (int i = 0; i < m_n; i++) {
                for (int j = 0; j < m_n; j++) {
                    m_re[m * square + i * m_n + j] *= m_w[i] * m_w[j];
                    m_im[m * square + i * m_n + j] *= m_w[i] * m_w[j];
                }
            }
        }
    }

    /** Whether R + a little has a Cholesky factor, kept with real parts below and imaginary ones above its diagonal. */
    private boolean isPositive(final int offset) {
        double trace = 0;
        for (int i = 0; i < m_n; i++) {
            trace += m_re[offset + i * m_n + i];
        }
        for (int j = 0; j < m_n; j++) {
            double pivot = m_re[offset + j * m_n + j] + NEGLIGIBLE * trace;
            for (int k = 0; k < j; k++) {
                pivot -= square(m_factor[j * m_n + k]) + square(m_factor[k * m_n + j]);
            }
            if (!(pivot > 0)) {
                return trace == 0;
            }
            final double root = Math.sqrt(pivot);
            m_factor[j * m_n + j] = root;
            for (int i = j + 1; i < m_n; i++) {
                double x = m_re[offset + i * m_n + j];
                double y = m_im[offset + i * m_n + j];
                for (int k = 0; k < j; k++) {
                    final double lRe = m_factor[i * m_n + k];
                    final double lIm = m_factor[k * m_n + i];
                    final double rRe = m_factor[j * m_n + k];
                    final double rIm = m_factor[k * m_n + j];
                    x -= lRe * rRe + lIm * rIm;
                    y -= lIm * rRe - lRe * rIm;
                }
                m_factor[i * m_n + j] = x / root;
                m_factor[j * m_n + i] = y / root;
            }
        }
        return true;
    }

    private static double square(final double x) {
        return x * x;
    }

    private void cut(final int offset) {
        m_eigen.decompose(m_re, m_im, offset);
        for (int e = 0; e < m_n; e++) {
            final double value = m_eigen.value(e);
            if (value >= 0) {
                continue;
            }
            for (int i = 0; i < m_n; i++) {
                final double xRe = m_eigen.vectorRe(e, i);
                final double xIm = m_eigen.vectorIm(e, i);
                for (int j = 0; j < m_n; j++) {
                    final double yRe = m_eigen.vectorRe(e, j);
                    final double yIm = m_eigen.vectorIm(e, j);
                    m_re[offset + i * m_n + j] -= value * (xRe * yRe + xIm * yIm);
                    m_im[offset + i * m_n + j] -= value * (xIm * yRe - xRe * yIm);
                }
            }
        }
    }

    /**
     * The turn of the coherences by the Hamiltonian over a time and what it takes from the polarizations:
     * P_i^2 + int R_ii dK and sum_i w_i s_i P_i stay to rounding.
     *
     * @param p P_i along the axis; changed
     * @param dt the time
     */
    void turn(final double[] p, final double dt) {
        field(p, m_h);
        double fastest = 0;
        for (int i = 0; i < m_n; i++) {
            fastest = Math.max(fastest, Math.abs(m_v[i]) * Math.max(Math.abs(m_grid.from()), Math.abs(m_grid.to()))
                + Math.abs(m_h[i]) + Math.abs(m_external[i]));
        }
        final int parts = Math.max(1, (int) Math.ceil(fastest * dt / LARGEST_ANGLE));
        for (int part = 0; part < parts; part++) {
            turnPart(p, dt / parts);
        }
    }

    private void turnPart(final double[] p, final double dt) {
        final int square = m_n * m_n;
        field(p, m_h);
        Arrays.fill(m_sumRe, 0);
        Arrays.fill(m_sumIm, 0);
        for (int m = 0; m < m_grid.count(); m++) {
            phase(m, dt / 2);
            for (int x = 0; x < square; x++) {
                m_sumRe[x] += m_re[m * square + x] * m_grid.width();
                m_sumIm[x] += m_im[m * square + x] * m_grid.width();
            }
        }
        final double[] halfRe = new double[square];
        final double[] halfIm = new double[square];
        System.arraycopy(p, 0, m_middle, 0, m_n);
        double change = Double.POSITIVE_INFINITY;
        for (int iteration = 0; iteration < ITERATIONS && change > CONVERGED; iteration++) {
            System.arraycopy(m_sumRe, 0, halfRe, 0, square);
            System.arraycopy(m_sumIm, 0, halfIm, 0, square);
            m_turn.prepare(m_middle, dt, true);
            m_turn.apply(halfRe, halfIm, 0);
            m_turn.rates(halfRe, halfIm, m_rate);
            change = 0;
            for (int i = 0; i < m_n; i++) {
                final double middle = p[i] + 0.5 * dt * m_rate[i];
                change = Math.max(change, Math.abs(middle - m_middle[i]));
                m_middle[i] = middle;
            }
        }
        m_turn.prepare(m_middle, dt, false);
        for (int i = 0; i < m_n; i++) {
            p[i] += dt * m_rate[i];
        }
        field(p, m_h);
        for (int m = 0; m < m_grid.count(); m++) {
            m_turn.apply(m_re, m_im, m * square);
            phase(m, dt / 2);
        }
    }

    /** R_ij exp(-i (d_i - d_j) t - (Gamma_i + Gamma_j) t) with d_i = v_i K - h_i - ... of the present field. */
    private void phase(final int m, final double t) {
        final double k = m_grid.centre(m);
        for (int i = 0; i < m_n; i++) {
            final double angle = t * (m_v[i] * k - m_h[i] - m_external[i]);
            final double decay = m_damping[i] == 0 ? 1 : Math.exp(-m_damping[i] * t);
            m_phaseRe[i] = decay * Math.cos(angle);
            m_phaseIm[i] = -decay * Math.sin(angle);
        }
        for (int i = 0; i < m_n; i++) {
            final int diagonal = (m * m_n + i) * m_n + i;
            m_re[diagonal] *= m_damping[i] == 0 ? 1 : square(m_phaseRe[i]) + square(m_phaseIm[i]);
            for (int j = i + 1; j < m_n; j++) {
                final double x = m_phaseRe[i] * m_phaseRe[j] + m_phaseIm[i] * m_phaseIm[j];
                final double y = m_phaseIm[i] * m_phaseRe[j] - m_phaseRe[i] * m_phaseIm[j];
                final int at = (m * m_n + i) * m_n + j;
                final int mirror = (m * m_n + j) * m_n + i;
                final double re = m_re[at] * x - m_im[at] * y;
                final double im = m_re[at] * y + m_im[at] * x;
                m_re[at] = re;
                m_im[at] = im;
                m_re[mirror] = re;
                m_im[mirror] = -im;
            }
        }
    }

    /** sum_i w_i R_ii of a wave number, with |w_i s_i q| as weights, and how fast it grows. */
    double[] powerAndGrowth(final int m, final double[] weights, final double[] p) {
        final int square = m_n * m_n;
        System.arraycopy(m_re, m * square, m_sumRe, 0, square);
        System.arraycopy(m_im, m * square, m_sumIm, 0, square);
        m_turn.rates(m_sumRe, m_sumIm, m_rate);
        double power = 0;
        double gain = 0;
        for (int i = 0; i < m_n; i++) {
            power += weights[i] * m_sumRe[i * m_n + i];
            gain -= weights[i] * (p[i] * m_rate[i] + m_damping[i] * m_sumRe[i * m_n + i]);
        }
        return new double[]{power, power > 0 ? gain / power : 0};
    }
}
