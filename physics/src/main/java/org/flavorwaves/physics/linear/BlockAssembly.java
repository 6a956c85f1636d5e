package org.flavorwaves.physics.linear;

import java.util.Arrays;

import org.flavorwaves.physics.numerics.ComplexMatrix;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.Hamiltonian;

/** Writes the invariant blocks of M_k out, solves them, and hands back all 3N bands. */
final class BlockAssembly {
    private static final int[] PLUS_SLOT = {0};

    private static final int[] MINUS_SLOT = {1};

    private static final int[] AXIAL_SLOT = {2};

    private static final int[] ALL_SLOTS = {0, 1, 2};

    private final Background m_background;

    private final ModeArrays m_modes;

    private final LocalFrames m_frames;

    private final boolean m_vectors;

    BlockAssembly(final Background background, final boolean vectors) {
        m_background = background;
        m_modes = background.modeArrays();
        m_frames = background.frames();
        m_vectors = vectors;
    }

    /** The blocks in a fixed order that depends on the structure alone. */
    BandBlock[] solve(final WaveVector k) {
        return switch (m_background.structure()) {
            case ALIGNED -> new BandBlock[]{free(k), sector(k, 1), sector(k, -1)};
            case EQUILIBRIUM -> new BandBlock[]{equilibrium(k)};
            case GENERAL -> new BandBlock[]{general(k)};
        };
    }

    /** v_i.k. */
    private double streaming(final WaveVector k, final int i) {
        return k.dot(m_modes.vx()[i], m_modes.vy()[i], m_modes.vz()[i]);
    }

    private static BandSector[] sectors(final BandSector sector, final int count) {
        final BandSector[] sectors = new BandSector[count];
        Arrays.fill(sectors, sector);
        return sectors;
    }

    /** Aligned: the components along the axis stream freely and each mode alone is a band. */
    private BandBlock free(final WaveVector k) {
        final int n = m_modes.size();
        final double[] re = new double[n];
        final double[] im = new double[n];
        double largest = 0;
        for (int i = 0; i < n; i++) {
            re[i] = streaming(k, i);
            im[i] = -m_modes.damping()[i];
            largest = Math.max(largest, Math.hypot(re[i], im[i]));
        }
        return new BandBlock(m_background, AXIAL_SLOT, sectors(BandSector.TRIVIAL, n), re, im, largest,
            m_vectors ? ComplexMatrix.identity(n) : DenseEigen.NONE,
            m_vectors ? ComplexMatrix.identity(n) : DenseEigen.NONE);
    }

    /**
     * Aligned: one circular sector, Omega c_i = (v_i.k - i D_i - s h_i) c_i + s p_i q sum_j w_j s_j f_ij c_j with
     * s = +-1 (JK 41-43). The matter potential turns all modes alike, so it shifts the bands and is left out of the
     * matrix, together with the mean of the diagonal.
     */
    private BandBlock sector(final WaveVector k, final int sign) {
        final int n = m_modes.size();
        final Environment environment = m_background.environment();
        final Hamiltonian h = Hamiltonian.of(m_background.state(), environment.withMatterPotential(0));
        final double[] dRe = new double[n];
        final double[] dIm = new double[n];
        double meanRe = 0;
        double meanIm = 0;
        for (int i = 0; i < n; i++) {
            dRe[i] = streaming(k, i)
                - sign * (axis(0) * h.hx(i) + axis(1) * h.hy(i) + axis(2) * h.hz(i));
            dIm[i] = -m_modes.damping()[i];
            meanRe += dRe[i] / n;
            meanIm += dIm[i] / n;
        }
        final ComplexMatrix a = new ComplexMatrix(n, n);
        double scale = 0;
        for (int i = 0; i < n; i++) {
            final double p = sign * (axis(0) * m_modes.px()[i] + axis(1) * m_modes.py()[i]
                + axis(2) * m_modes.pz()[i]);
            for (int j = 0; j < n; j++) {
                a.set(i, j, p * m_modes.coupling()[j] * m_modes.f(i, j), 0);
            }
            a.add(i, i, dRe[i] - meanRe, dIm[i] - meanIm);
            scale = Math.max(scale, Math.hypot(dRe[i] - meanRe, dIm[i] - meanIm));
        }
        final DenseEigen eigen = DenseEigen.of(a, m_vectors);
        final double shift = meanRe - sign * axis(2) * environment.matterPotential();
        for (int b = 0; b < n; b++) {
            eigen.re()[b] += shift;
            eigen.im()[b] += meanIm;
        }
        return new BandBlock(m_background, sign > 0 ? PLUS_SLOT : MINUS_SLOT,
            sectors(sign > 0 ? BandSector.PLUS : BandSector.MINUS, n), eigen.re(), eigen.im(),
            scale + m_modes.couplingNorm(), eigen.right(), eigen.left());
    }

    private double axis(final int a) {
        return m_frames.re(0, 2, a);
    }

    /** General background: everything couples. */
    private BandBlock general(final WaveVector k) {
        final WaveOperator operator = new WaveOperator(m_background, k);
        final DenseEigen eigen = DenseEigen.of(operator.dense(), m_vectors);
        return new BandBlock(m_background, ALL_SLOTS, sectors(BandSector.FULL, operator.size()), eigen.re(),
            eigen.im(), operator.norm(), eigen.right(), eigen.left());
    }

    /**
     * Mixing equilibrium, in local frames: changes of |P_i| stream freely with d_i = v_i.k - i D_i but drive the
     * transverse components, so that the operator is [[T, C], [0, diag d]]. With T = R Lambda L and
     * Y_bi = (L C)_bi / (d_i - Lambda_b) its vectors are S = [[R, R Y], [0, 1]], S^-1 = [[L, -Y], [0, 1]].
     */
    private BandBlock equilibrium(final WaveVector k) {
        final int n = m_modes.size();
        final double scale = new WaveOperator(m_background, k).norm();
        final DenseEigen eigen = DenseEigen.of(transverse(k), m_vectors);
        final double[] re = new double[3 * n];
        final double[] im = new double[3 * n];
        for (int i = 0; i < n; i++) {
            re[i] = streaming(k, i);
            im[i] = -m_modes.damping()[i];
        }
        System.arraycopy(eigen.re(), 0, re, n, 2 * n);
        System.arraycopy(eigen.im(), 0, im, n, 2 * n);
        final BandSector[] sectors = sectors(BandSector.TRANSVERSE, 3 * n);
        Arrays.fill(sectors, 0, n, BandSector.TRIVIAL);
        if (!m_vectors) {
            return new BandBlock(m_background, ALL_SLOTS, sectors, re, im, scale, DenseEigen.NONE, DenseEigen.NONE);
        }
        final EquilibriumVectors vectors = new EquilibriumVectors(re, im, scale, eigen, drive());
        return new BandBlock(m_background, ALL_SLOTS, sectors, re, im, scale, vectors.right(), vectors.left());
    }

    /** T, 2N x 2N: component 2 i + s for mode i and circular vector s. */
    private ComplexMatrix transverse(final WaveVector k) {
        final int n = m_modes.size();
        final ComplexMatrix t = new ComplexMatrix(2 * n, 2 * n);
        for (int i = 0; i < n; i++) {
            final double p = alongAxis(m_modes.px(), m_modes.py(), m_modes.pz(), i);
            final double h = alongAxis(m_modes.hx(), m_modes.hy(), m_modes.hz(), i);
            for (int s = 0; s < 2; s++) {
                final double sign = s == 0 ? 1 : -1;
                for (int j = 0; j < n; j++) {
                    final double c = sign * p * m_modes.coupling()[j] * m_modes.f(i, j);
                    for (int u = 0; u < 2; u++) {
                        t.set(2 * i + s, 2 * j + u, c * m_frames.overlapRe(i, s, j, u),
                            c * m_frames.overlapIm(i, s, j, u));
                    }
                }
                t.add(2 * i + s, 2 * i + s, streaming(k, i) - sign * h, -m_modes.damping()[i]);
            }
        }
        return t;
    }

    /** C, 2N x N: how a change of |P_j| drives the transverse components of mode i. Independent of k. */
    private ComplexMatrix drive() {
        final int n = m_modes.size();
        final ComplexMatrix c = new ComplexMatrix(2 * n, n);
        for (int i = 0; i < n; i++) {
            final double p = alongAxis(m_modes.px(), m_modes.py(), m_modes.pz(), i);
            for (int s = 0; s < 2; s++) {
                final double sign = s == 0 ? 1 : -1;
                for (int j = 0; j < n; j++) {
                    final double g = sign * p * m_modes.coupling()[j] * m_modes.f(i, j);
                    c.set(2 * i + s, j, g * m_frames.overlapRe(i, s, j, 2), g * m_frames.overlapIm(i, s, j, 2));
                }
            }
        }
        return c;
    }

    private double alongAxis(final double[] x, final double[] y, final double[] z, final int i) {
        return m_frames.re(i, 2, 0) * x[i] + m_frames.re(i, 2, 1) * y[i] + m_frames.re(i, 2, 2) * z[i];
    }
}
