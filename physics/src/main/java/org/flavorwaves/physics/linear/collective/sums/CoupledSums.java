package org.flavorwaves.physics.linear.collective.sums;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;

import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.BackgroundStructure;
import org.flavorwaves.physics.linear.CoherentBackground;
import org.flavorwaves.physics.linear.ModeArrays;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.WaveVector;

/**
 * The collective matrix of a background with coupled flavor components (FW collective-determinant),
 *
 * <pre>T = 1 - sum_i q w_i s_i V_i (V_i g)^T (x) R_i</pre>
 *
 * <p>with the resolvents R_i of {@link ModeResolvents}.
 */
final class CoupledSums implements ResolventSums {
    private static final int LEAF = 200;

    /** Flavor components of a mode. */
    private final int m_flavors;

    /** Real and imaginary parts of a resolvent. */
    private final int m_parts;

    private final VelocitySpan m_span;

    private final double[][] m_velocity;

    private final ModeResolvents m_resolvents;

    /** q w s V^m V^n, [pair][mode]. */
    private final double[][] m_products;

    /** Sums that need fewer numbers, in mixing equilibrium. */
    private final Optional<Supplier<Sampler>> m_transverse;

    private final Optional<PoleForest> m_forest;

    private final double[] m_sorted;

    private final double m_bound;

    CoupledSums(final Background background, final WaveVector k) {
        this(new TwoFlavorResolvents(background, k), background.modes(), background.environment().selfInteraction(),
            background.state()::length,
            background.structure() == BackgroundStructure.EQUILIBRIUM ? Optional.of(background) : Optional.empty());
    }

    CoupledSums(final CoherentBackground background, final WaveVector k) {
        this(new ThreeFlavorResolvents(background, k), background.modes(), background.selfInteraction(),
            background::spread, Optional.empty());
    }

    /** From resolvents, the strength of the nu-nu term, the norm of each b -&gt; b x P_i, and a mixing equilibrium. */
    private CoupledSums(final ModeResolvents resolvents, final MomentumModes modes, final double strength,
        final IntToDoubleFunction polarization, final Optional<Background> equilibrium) {
        final int n = modes.size();
        m_flavors = resolvents.flavors();
        m_parts = 2 * resolvents.entries();
        m_span = new VelocitySpan(modes);
        m_velocity = new double[][]{modes.vxs(), modes.vys(), modes.vzs()};
        m_resolvents = resolvents;
        m_products = new double[m_span.pairs()][n];
        double bound = 0;
        for (int i = 0; i < n; i++) {
            final double w = strength * modes.weight(i) * modes.species(i).sign();
            double square = 0;
            for (int a = 0; a < m_span.size(); a++) {
                final double va = component(a, i);
                square += va * va;
                for (int b = a; b < m_span.size(); b++) {
                    m_products[m_span.pair(a, b)][i] = w * va * component(b, i);
                }
            }
            bound += Math.abs(w) * polarization.applyAsDouble(i) * square;
        }
        m_bound = bound;
        final int each = resolvents.poles() - (equilibrium.isPresent() ? 1 : 0);
        m_transverse = equilibrium.map(this::transverse);
        final int fewest = resolvents.fewestForTree();
        final CoupledPoles poles = new CoupledPoles(resolvents, m_products, each, each * n >= fewest);
        m_sorted = poles.sorted();
        final double[] damping = new double[poles.size()];
        Arrays.setAll(damping, poles::damping);
        m_forest = PoleForest.of(poles, damping, fewest, LEAF);
    }

    private Supplier<Sampler> transverse(final Background background) {
        final ModeArrays modes = background.modeArrays();
        final int n = m_resolvents.size();
        final double[] axis = new double[3 * n];
        final double[] along = new double[n];
        final double[] field = new double[n];
        final double[] streaming = new double[n];
        for (int i = 0; i < n; i++) {
            for (int a = 0; a < 3; a++) {
                axis[3 * i + a] = background.frames().re(i, 2, a);
            }
            along[i] = axis[3 * i] * modes.px()[i] + axis[3 * i + 1] * modes.py()[i] + axis[3 * i + 2] * modes.pz()[i];
            field[i] = axis[3 * i] * modes.hx()[i] + axis[3 * i + 1] * modes.hy()[i] + axis[3 * i + 2] * modes.hz()[i];
            streaming[i] = m_resolvents.streaming(i);
        }
        final TransverseSums sums = new TransverseSums(m_span.components(), m_products);
        sums.load(axis, along);
        final TransverseSums.Poles poles = new TransverseSums.Poles(streaming, field, modes.damping());
        return () -> {
            final TransverseSums.Sampler sampler = sums.sampler(poles);
            return (re, im, t, derivative) -> sampler.sample(1, re, im, t, derivative);
        };
    }

    private double component(final int a, final int i) {
        return m_span.value(a, m_velocity[0][i], m_velocity[1][i], m_velocity[2][i]);
    }

    @Override
    public int dimension() {
        return m_flavors * m_span.size();
    }

    @Override
    public int flavors() {
        return m_flavors;
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
    public Sampler exact() {
        return m_transverse.map(Supplier::get).orElseGet(Exact::new);
    }

    @Override
    public Sampler sampler() {
        return m_forest.<Sampler>map(forest -> new Fast(forest.sampler())).orElseGet(this::exact);
    }

    /** Sums over the modes block by block. */
    private final class Exact implements Sampler {
        private final ModeResolvents.Block m_block = m_resolvents.block();

        private final double[] m_sums = new double[2 * m_parts * m_span.pairs()];

        @Override
        public void sample(final double re, final double im, final double[] t, final double[] derivative) {
            Arrays.fill(m_sums, 0);
            for (int from = 0; from < m_resolvents.size(); from += BlockProducts.BLOCK) {
                final int n = Math.min(BlockProducts.BLOCK, m_resolvents.size() - from);
                BlockProducts.add(m_products, from, m_block.of(re, im, from, n), n, m_sums);
            }
            fill(m_sums, 0, 2 * m_parts, true, t);
            fill(m_sums, m_parts, 2 * m_parts, false, derivative);
        }
    }

    /** Sums over poles. */
    private final class Fast implements Sampler {
        private final PoleForest.Sampler m_sampler;

        private final double[] m_sums = new double[m_parts * m_span.pairs()];

        Fast(final PoleForest.Sampler sampler) {
            m_sampler = sampler;
        }

        @Override
        public void sample(final double re, final double im, final double[] t, final double[] derivative) {
            final PoleTree.Sums sums = m_sampler.at(re, im);
            CoupledPoles.complex(sums.valueRe(), sums.valueIm(), 1, m_sums);
            fill(m_sums, 0, m_parts, true, t);
            CoupledPoles.complex(sums.squareRe(), sums.squareIm(), -1, m_sums);
            fill(m_sums, 0, m_parts, false, derivative);
        }
    }

    @Override
    public void slope(final double re, final double im, final int axis, final double[] t) {
        final double[] slope = new double[m_parts * m_span.pairs()];
        final double[] dr = new double[m_parts];
        final ModeResolvents.Block block = m_resolvents.block();
        for (int i = 0; i < m_resolvents.size(); i++) {
            block.one(re, im, i, true, dr);
            for (int c = 0; c < m_products.length; c++) {
                final double w = -m_velocity[axis][i] * m_products[c][i];
                for (int e = 0; e < m_parts; e++) {
                    slope[m_parts * c + e] += w * dr[e];
                }
            }
        }
        fill(slope, 0, m_parts, false, t);
    }

    @Override
    public void slopes(final double re, final double im, final double[] left, final double[] right,
        final double[] out) {
        final double[] dr = new double[m_parts];
        final double[] x = new double[2 * m_flavors];
        final double[] y = new double[2 * m_flavors];
        final ModeResolvents.Block block = m_resolvents.block();
        Arrays.fill(out, 0);
        for (int i = 0; i < m_resolvents.size(); i++) {
            block.one(re, im, i, true, dr);
            Arrays.fill(x, 0);
            Arrays.fill(y, 0);
            for (int m = 0; m < m_span.size(); m++) {
                final double v = component(m, i);
                for (int a = 0; a < x.length; a++) {
                    x[a] += v * left[x.length * m + a];
                    y[a] += m_span.metric(m) * v * right[x.length * m + a];
                }
            }
            double cRe = 0;
            double cIm = 0;
            for (int e = 0; e < m_parts / 2; e++) {
                final int a = 2 * (e / m_flavors);
                final int b = 2 * (e % m_flavors);
                final double bRe = x[a] * y[b] - x[a + 1] * y[b + 1];
                final double bIm = x[a] * y[b + 1] + x[a + 1] * y[b];
                cRe += bRe * dr[2 * e] - bIm * dr[2 * e + 1];
                cIm += bRe * dr[2 * e + 1] + bIm * dr[2 * e];
            }
            cRe *= m_products[0][i];
            cIm *= m_products[0][i];
            out[0] -= cRe;
            out[1] -= cIm;
            for (int axis = 0; axis < 3; axis++) {
                out[2 * axis + 2] += m_velocity[axis][i] * cRe;
                out[2 * axis + 3] += m_velocity[axis][i] * cIm;
            }
        }
    }

    /** out = (1) - sums, row (m, a), column (n, b), with the metric on n; the sums of a pair start every stride. */
    private void fill(final double[] sums, final int offset, final int stride, final boolean identity,
        final double[] out) {
        final int n = m_span.size();
        final int size = m_flavors * n;
        for (int m = 0; m < n; m++) {
            for (int l = 0; l < n; l++) {
                final int at = offset + m_span.pair(m, l) * stride;
                final double metric = -m_span.metric(l);
                for (int a = 0; a < m_flavors; a++) {
                    final int to = 2 * ((m_flavors * m + a) * size + m_flavors * l);
                    for (int c = 0; c < 2 * m_flavors; c++) {
                        out[to + c] = metric * sums[at + 2 * m_flavors * a + c];
                    }
                }
            }
        }
        for (int c = 0; identity && c < size; c++) {
            out[2 * c * (size + 1)] += 1;
        }
    }

    /** P_i = R_i (V_i g y). */
    @Override
    public void wave(final double re, final double im, final double[] y, final double[] outRe,
        final double[] outIm) {
        final double[] r = new double[m_parts];
        final ModeResolvents.Block block = m_resolvents.block();
        for (int i = 0; i < m_resolvents.size(); i++) {
            block.one(re, im, i, false, r);
            for (int b = 0; b < m_flavors; b++) {
                double fRe = 0;
                double fIm = 0;
                for (int m = 0; m < m_span.size(); m++) {
                    final double v = m_span.metric(m) * component(m, i);
                    fRe += v * y[2 * (m_flavors * m + b)];
                    fIm += v * y[2 * (m_flavors * m + b) + 1];
                }
                for (int a = 0; a < m_flavors; a++) {
                    final double rRe = r[2 * (m_flavors * a + b)];
                    final double rIm = r[2 * (m_flavors * a + b) + 1];
                    outRe[m_flavors * i + a] += rRe * fRe - rIm * fIm;
                    outIm[m_flavors * i + a] += rRe * fIm + rIm * fRe;
                }
            }
        }
    }
}
