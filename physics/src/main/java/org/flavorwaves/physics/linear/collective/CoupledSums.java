package org.flavorwaves.physics.linear.collective;

import java.util.Arrays;
import java.util.Optional;

import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.BackgroundStructure;
import org.flavorwaves.physics.linear.WaveVector;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.Hamiltonian;
import org.flavorwaves.physics.state.MomentumModes;

/**
 * The collective matrix of a background with coupled flavor components (physics specification section 3),
 *
 * <pre>T = 1 - sum_i q w_i s_i V_i (V_i g)^T (x) R_i,
 * R_i = -i (z_i - i [H_i]x)^-1 [P_i]x,   z_i = Omega - v_i.k + i D_i,</pre>
 *
 * <p>with the resolvent in closed form, (z - i[H]x)^-1 = z/(z^2 - h^2) - H H^T/(z (z^2 - h^2)) + i [H]x/(z^2 - h^2), so
 * that R = -i a [P]x + i b H (H x P)^T + c (P H^T - H.P), a = z/(z^2 - h^2), b = 1/(z (z^2 - h^2)), c = 1/(z^2 - h^2).
 */
final class CoupledSums implements ResolventSums {
    private static final int FLAVORS = 9;

    private static final int FEWEST_FOR_TREE = 600;

    private static final int LEAF = 200;

    private final VelocitySpan m_span;

    private final double[][] m_velocity;

    private final double[] m_streaming;

    private final double[] m_damping;

    /** |H_i|. */
    private final double[] m_length;

    /** [P]x, H (H x P)^T and P H^T - H.P of each mode, [mode][matrix][3 row + column]. */
    private final double[][] m_matrices;

    /** q w s V^m V^n of each mode, [mode][pair]. */
    private final double[][] m_products;

    private final Optional<PoleForest> m_forest;

    private final double[] m_sorted;

    private final double m_bound;

    CoupledSums(final Background background, final WaveVector k) {
        final FlavorState state = background.state();
        final MomentumModes modes = state.modes();
        final Hamiltonian hamiltonian = background.hamiltonian();
        final int n = state.size();
        m_span = new VelocitySpan(modes);
        m_velocity = new double[][]{modes.vxs(), modes.vys(), modes.vzs()};
        m_streaming = new double[n];
        m_damping = modes.depolarizations();
        m_length = new double[n];
        m_matrices = new double[n][];
        m_products = new double[n][m_span.pairs()];
        double bound = 0;
        for (int i = 0; i < n; i++) {
            final double[] h = {hamiltonian.hx(i) - background.rotation(0), hamiltonian.hy(i) - background.rotation(1),
                hamiltonian.hz(i) - background.rotation(2)};
            final double[] p = {state.px(i), state.py(i), state.pz(i)};
            m_streaming[i] = k.dot(modes.vx(i), modes.vy(i), modes.vz(i));
            m_length[i] = Math.sqrt(h[0] * h[0] + h[1] * h[1] + h[2] * h[2]);
            m_matrices[i] = matrices(h, p);
            final double w = background.environment().selfInteraction() * modes.weight(i) * modes.species(i).sign();
            double square = 0;
            for (int a = 0; a < m_span.size(); a++) {
                final double va = component(a, i);
                square += va * va;
                for (int b = a; b < m_span.size(); b++) {
                    m_products[i][m_span.pair(a, b)] = w * va * component(b, i);
                }
            }
            bound += Math.abs(w) * state.length(i) * square;
        }
        m_bound = bound;
        final Poles poles = new Poles(background);
        m_sorted = new double[poles.size()];
        final double[] damping = new double[poles.size()];
        for (int p = 0; p < m_sorted.length; p++) {
            m_sorted[p] = poles.position(p);
            damping[p] = m_damping[poles.mode(p)];
        }
        Arrays.sort(m_sorted);
        m_forest = PoleForest.of(poles, damping, FEWEST_FOR_TREE, LEAF);
    }

    /**
     * The poles z = h, -h and 0 of each mode, the last one left out in mixing equilibrium, where its residue is zero:
     *
     * <pre>R = sum r/(z - pole),   r(0) = -i e (e x P)^T,   e = H/h,
     * r(+-h) = (-i [P]x + i e (e x P)^T +- (P e^T - e.P))/2</pre>
     *
     * <p>Channels: pair of velocity components, then row and column, then real and imaginary part.
     */
    private final class Poles implements PoleSet {
        private final int m_each;

        /** Residues of each pole, real and imaginary parts in turn. */
        private final double[][] m_residues;

        Poles(final Background background) {
            m_each = background.structure() == BackgroundStructure.EQUILIBRIUM ? 2 : 3;
            m_residues = new double[m_each * m_streaming.length][2 * FLAVORS];
            for (int i = 0; i < m_streaming.length; i++) {
                final double h = m_length[i];
                for (int e = 0; e < FLAVORS; e++) {
                    final double p = m_matrices[i][e];
                    final double along = h == 0 ? 0 : m_matrices[i][FLAVORS + e] / (h * h);
                    final double across = h == 0 ? 0 : m_matrices[i][2 * FLAVORS + e] / h;
                    m_residues[m_each * i][2 * e] = across / 2;
                    m_residues[m_each * i][2 * e + 1] = (along - p) / 2;
                    m_residues[m_each * i + 1][2 * e] = -across / 2;
                    m_residues[m_each * i + 1][2 * e + 1] = (along - p) / 2;
                    if (m_each == 3) {
                        m_residues[m_each * i + 2][2 * e + 1] = -along;
                    }
                }
            }
        }

        int mode(final int pole) {
            return pole / m_each;
        }

        @Override
        public int size() {
            return m_residues.length;
        }

        @Override
        public double position(final int pole) {
            final double h = m_length[mode(pole)];
            return m_streaming[mode(pole)] + switch (pole % m_each) {
                case 0 -> h;
                case 1 -> -h;
                default -> 0;
            };
        }

        @Override
        public int channels() {
            return 2 * FLAVORS * m_span.pairs();
        }

        @Override
        public void addStrengths(final int pole, final double factor, final double[] out, final int offset) {
            final double[] products = m_products[mode(pole)];
            for (int c = 0; c < products.length; c++) {
                final double w = factor * products[c];
                final int at = offset + c * 2 * FLAVORS;
                for (int e = 0; e < 2 * FLAVORS; e++) {
                    out[at + e] += w * m_residues[pole][e];
                }
            }
        }

        /** Real and imaginary part of residue times u and w, which {@link #complex} leaves where they are. */
        @Override
        public void addTerms(final int pole, final double ur, final double ui, final double wr, final double wi,
            final PoleTree.Sums sums) {
            final double[] products = m_products[mode(pole)];
            final double[] residues = m_residues[pole];
            final double[] value = new double[2 * FLAVORS];
            final double[] square = new double[2 * FLAVORS];
            for (int e = 0; e < 2 * FLAVORS; e += 2) {
                value[e] = residues[e] * ur - residues[e + 1] * ui;
                value[e + 1] = residues[e] * ui + residues[e + 1] * ur;
                square[e] = residues[e] * wr - residues[e + 1] * wi;
                square[e + 1] = residues[e] * wi + residues[e + 1] * wr;
            }
            add(products, 1, value, sums.valueRe());
            add(products, 1, square, sums.squareRe());
        }
    }

    @Override
    public Sampler sampler() {
        if (m_forest.isEmpty()) {
            return this::evaluate;
        }
        final PoleForest.Sampler sampler = m_forest.get().sampler();
        return (re, im, t, derivative) -> {
            final PoleTree.Sums sums = sampler.at(re, im);
            fill(complex(sums.valueRe(), sums.valueIm(), 1), true, t);
            fill(complex(sums.squareRe(), sums.squareIm(), -1), false, derivative);
        };
    }

    /** Sums of residue times function from those with its real and its imaginary part as strengths. */
    private static double[] complex(final double[] re, final double[] im, final double factor) {
        final double[] all = new double[re.length];
        for (int c = 0; c < all.length; c += 2) {
            all[c] = factor * (re[c] - im[c + 1]);
            all[c + 1] = factor * (im[c] + re[c + 1]);
        }
        return all;
    }

    private double component(final int a, final int i) {
        return m_span.value(a, m_velocity[0][i], m_velocity[1][i], m_velocity[2][i]);
    }

    private static double[] matrices(final double[] h, final double[] p) {
        final double[] torque = {h[1] * p[2] - h[2] * p[1], h[2] * p[0] - h[0] * p[2], h[0] * p[1] - h[1] * p[0]};
        final double dot = h[0] * p[0] + h[1] * p[1] + h[2] * p[2];
        final double[] all = {0, -p[2], p[1], p[2], 0, -p[0], -p[1], p[0], 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
            0, 0, 0, 0};
        for (int r = 0; r < 3; r++) {
            for (int c = 0; c < 3; c++) {
                all[FLAVORS + 3 * r + c] = h[r] * torque[c];
                all[2 * FLAVORS + 3 * r + c] = p[r] * h[c] - (r == c ? dot : 0);
            }
        }
        return all;
    }

    @Override
    public int dimension() {
        return 3 * m_span.size();
    }

    @Override
    public double[] poles() {
        return m_sorted;
    }

    @Override
    public double couplingBound() {
        return m_bound;
    }

    @Override
    public void evaluate(final double re, final double im, final double[] t, final double[] derivative) {
        final double[] value = new double[2 * FLAVORS * m_span.pairs()];
        final double[] slope = new double[2 * FLAVORS * m_span.pairs()];
        final double[] coefficients = new double[12];
        final double[] r = new double[2 * FLAVORS];
        final double[] dr = new double[2 * FLAVORS];
        for (int i = 0; i < m_streaming.length; i++) {
            coefficients(re - m_streaming[i], im + m_damping[i], m_length[i], coefficients);
            combine(m_matrices[i], coefficients, 0, r);
            combine(m_matrices[i], coefficients, 6, dr);
            add(m_products[i], 1, r, value);
            add(m_products[i], 1, dr, slope);
        }
        fill(value, true, t);
        fill(slope, false, derivative);
    }

    @Override
    public void slope(final double re, final double im, final int axis, final double[] t) {
        final double[] slope = new double[2 * FLAVORS * m_span.pairs()];
        final double[] coefficients = new double[12];
        final double[] dr = new double[2 * FLAVORS];
        for (int i = 0; i < m_streaming.length; i++) {
            coefficients(re - m_streaming[i], im + m_damping[i], m_length[i], coefficients);
            combine(m_matrices[i], coefficients, 6, dr);
            add(m_products[i], -m_velocity[axis][i], dr, slope);
        }
        fill(slope, false, t);
    }

    @Override
    public void slopes(final double re, final double im, final double[] left, final double[] right,
        final double[] out) {
        final double[] coefficients = new double[12];
        final double[] dr = new double[2 * FLAVORS];
        final double[] x = new double[6];
        final double[] y = new double[6];
        Arrays.fill(out, 0);
        for (int i = 0; i < m_streaming.length; i++) {
            coefficients(re - m_streaming[i], im + m_damping[i], m_length[i], coefficients);
            combine(m_matrices[i], coefficients, 6, dr);
            Arrays.fill(x, 0);
            Arrays.fill(y, 0);
            for (int m = 0; m < m_span.size(); m++) {
                final double v = component(m, i);
                for (int a = 0; a < 6; a++) {
                    x[a] += v * left[6 * m + a];
                    y[a] += m_span.metric(m) * v * right[6 * m + a];
                }
            }
            double cRe = 0;
            double cIm = 0;
            for (int e = 0; e < FLAVORS; e++) {
                final int a = 2 * (e / 3);
                final int b = 2 * (e % 3);
                final double bRe = x[a] * y[b] - x[a + 1] * y[b + 1];
                final double bIm = x[a] * y[b + 1] + x[a + 1] * y[b];
                cRe += bRe * dr[2 * e] - bIm * dr[2 * e + 1];
                cIm += bRe * dr[2 * e + 1] + bIm * dr[2 * e];
            }
            cRe *= m_products[i][0];
            cIm *= m_products[i][0];
            out[0] -= cRe;
            out[1] -= cIm;
            for (int axis = 0; axis < 3; axis++) {
                out[2 * axis + 2] += m_velocity[axis][i] * cRe;
                out[2 * axis + 3] += m_velocity[axis][i] * cIm;
            }
        }
    }

    /** The factors -i a, i b, c, then their derivatives: a' = c - 2 a^2, b' = -b (1/z + 2 a), c' = -2 a c. */
    private static void coefficients(final double x, final double y, final double h, final double[] out) {
        final double qRe = (x - h) * (x + h) - y * y;
        final double z2Im = 2 * x * y;
        final double qSize = qRe * qRe + z2Im * z2Im;
        final double cRe = qRe / qSize;
        final double cIm = -z2Im / qSize;
        final double zSize = x * x + y * y;
        final double wRe = x / zSize;
        final double wIm = -y / zSize;
        final double aRe = x * cRe - y * cIm;
        final double aIm = x * cIm + y * cRe;
        final double bRe = wRe * cRe - wIm * cIm;
        final double bIm = wRe * cIm + wIm * cRe;
        out[0] = aIm;
        out[1] = -aRe;
        out[2] = -bIm;
        out[3] = bRe;
        out[4] = cRe;
        out[5] = cIm;
        final double daRe = cRe - 2 * (aRe * aRe - aIm * aIm);
        final double daIm = cIm - 4 * aRe * aIm;
        final double sRe = wRe + 2 * aRe;
        final double sIm = wIm + 2 * aIm;
        final double dbRe = -(bRe * sRe - bIm * sIm);
        final double dbIm = -(bRe * sIm + bIm * sRe);
        out[6] = daIm;
        out[7] = -daRe;
        out[8] = -dbIm;
        out[9] = dbRe;
        out[10] = -2 * (aRe * cRe - aIm * cIm);
        out[11] = -2 * (aRe * cIm + aIm * cRe);
    }

    private static void combine(final double[] matrices, final double[] c, final int at, final double[] out) {
        for (int e = 0; e < FLAVORS; e++) {
            final double p = matrices[e];
            final double h = matrices[FLAVORS + e];
            final double m = matrices[2 * FLAVORS + e];
            out[2 * e] = p * c[at] + h * c[at + 2] + m * c[at + 4];
            out[2 * e + 1] = p * c[at + 1] + h * c[at + 3] + m * c[at + 5];
        }
    }

    private static void add(final double[] products, final double factor, final double[] r, final double[] sums) {
        for (int c = 0; c < products.length; c++) {
            final double w = factor * products[c];
            final int at = c * r.length;
            for (int e = 0; e < r.length; e++) {
                sums[at + e] += w * r[e];
            }
        }
    }

    /** out = (1) - sums, row (m, a), column (n, b), with the metric on n. */
    private void fill(final double[] sums, final boolean identity, final double[] out) {
        final int n = m_span.size();
        final int size = 3 * n;
        for (int m = 0; m < n; m++) {
            for (int l = 0; l < n; l++) {
                final int at = m_span.pair(m, l) * 2 * FLAVORS;
                for (int e = 0; e < FLAVORS; e++) {
                    final int row = 3 * m + e / 3;
                    final int column = 3 * l + e % 3;
                    final int to = 2 * (row * size + column);
                    out[to] = (identity && row == column ? 1 : 0) - m_span.metric(l) * sums[at + 2 * e];
                    out[to + 1] = -m_span.metric(l) * sums[at + 2 * e + 1];
                }
            }
        }
    }

    /** P_i = R_i (V_i g y). */
    @Override
    public void wave(final double re, final double im, final double[] y, final double[] outRe,
        final double[] outIm) {
        final double[] coefficients = new double[12];
        final double[] r = new double[2 * FLAVORS];
        for (int i = 0; i < m_streaming.length; i++) {
            coefficients(re - m_streaming[i], im + m_damping[i], m_length[i], coefficients);
            combine(m_matrices[i], coefficients, 0, r);
            for (int b = 0; b < 3; b++) {
                double fRe = 0;
                double fIm = 0;
                for (int m = 0; m < m_span.size(); m++) {
                    final double v = m_span.metric(m) * component(m, i);
                    fRe += v * y[2 * (3 * m + b)];
                    fIm += v * y[2 * (3 * m + b) + 1];
                }
                for (int a = 0; a < 3; a++) {
                    final double rRe = r[2 * (3 * a + b)];
                    final double rIm = r[2 * (3 * a + b) + 1];
                    outRe[3 * i + a] += rRe * fRe - rIm * fIm;
                    outIm[3 * i + a] += rRe * fIm + rIm * fRe;
                }
            }
        }
    }
}
