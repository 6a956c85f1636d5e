package org.flavorwaves.physics.linear.blocks;

import java.util.ArrayList;
import java.util.List;

import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.BackgroundStructure;
import org.flavorwaves.physics.linear.BandSector;
import org.flavorwaves.physics.linear.LocalFrames;
import org.flavorwaves.physics.linear.ModeArrays;
import org.flavorwaves.physics.linear.WaveOperator;
import org.flavorwaves.physics.numerics.matrix.ComplexMatrix;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.WaveVector;

/** Writes the invariant blocks of M_k out, solves them, and hands back all 3N bands. */
public final class BlockAssembly implements BlockSolver {
    private static final int[] AXIAL_SLOT = {2};

    private static final int[] ALL_SLOTS = {0, 1, 2};

    /** Rounding of points on a line, relative to its length. */
    private static final double STRAIGHT = 1e-14;

    private static final double HALF = 0.5;

    private final Background m_background;

    private final ModeArrays m_modes;

    private final LocalFrames m_frames;

    private final boolean m_vectors;

    /** For each sector of an aligned background the groups of modes that coincide along a line; empty for one point. */
    private final List<List<int[]>> m_partitions;

    /** Solves single points. */
    public BlockAssembly(final Background background, final boolean vectors) {
        this(background, vectors, List.of());
    }

    /**
     * Solves the points of a line in one basis, so that modes are grouped only if they coincide at all of them. Own
     * frequencies are affine in k, so that modes which coincide at both ends of a straight line coincide everywhere.
     */
    public static BlockAssembly along(final Background background, final List<WaveVector> line) {
        if (background.structure() != BackgroundStructure.ALIGNED) {
            return new BlockAssembly(background, true);
        }
        final List<WaveVector> corners = isStraight(line) ? List.of(line.get(0), line.get(line.size() - 1)) : line;
        final List<List<int[]>> partitions = new ArrayList<>();
        for (int sign = 1; sign >= -1; sign -= 2) {
            List<int[]> common = new OwnFrequencies(background, corners.get(0), sign).partition();
            for (int p = 1; p < corners.size(); p++) {
                common = ModeGroups.intersection(common,
                    new OwnFrequencies(background, corners.get(p), sign).partition());
            }
            partitions.add(common);
        }
        return new BlockAssembly(background, true, partitions);
    }

    /** Whether all points lie between the first and the last one, to rounding. */
    private static boolean isStraight(final List<WaveVector> line) {
        final WaveVector from = line.get(0);
        final WaveVector way = line.get(line.size() - 1).minus(from);
        final double square = way.dot(way.kx(), way.ky(), way.kz());
        return line.stream().map(k -> k.minus(from)).allMatch(k -> {
            final double along = square == 0 ? 0 : k.dot(way.kx(), way.ky(), way.kz()) / square;
            return along >= 0 && along <= 1 && k.minus(way.times(along)).norm() <= STRAIGHT * way.norm();
        });
    }

    private BlockAssembly(final Background background, final boolean vectors,
        final List<List<int[]>> partitions) {
        m_partitions = partitions;
        m_background = background;
        m_modes = background.modeArrays();
        m_frames = background.frames();
        m_vectors = vectors;
    }

    @Override
    public long largestBlock() {
        return m_partitions.isEmpty() ? 3L * m_background.size()
            : Math.max(1, Math.max(m_partitions.get(0).size(), m_partitions.get(1).size()));
    }

    @Override
    public BandBlock[] solve(final WaveVector k, final Progress progress) {
        return switch (m_background.structure()) {
            case ALIGNED -> new BandBlock[]{free(k), sector(k, 1, m_frames, progress.part(0, HALF)),
                sector(k, -1, m_frames, progress.part(HALF, 1))};
            case EQUILIBRIUM -> new BandBlock[]{equilibrium(k, progress)};
            case GENERAL -> new BandBlock[]{general(k, progress)};
        };
    }

    /** v_i.k. */
    private double streaming(final WaveVector k, final int i) {
        return k.dot(m_modes.vx()[i], m_modes.vy()[i], m_modes.vz()[i]);
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
        return new FreeBlock(m_modes, m_frames, AXIAL_SLOT, re, im, largest);
    }

    /** Aligned: both circular sectors, as parts of a larger space of flavors. */
    BandBlock[] sectors(final WaveVector k, final LocalFrames frames, final Progress progress) {
        return new BandBlock[]{sector(k, 1, frames, progress.part(0, HALF)),
            sector(k, -1, frames, progress.part(HALF, 1))};
    }

    /** Aligned: one circular sector. */
    private BandBlock sector(final WaveVector k, final int sign, final LocalFrames frames, final Progress progress) {
        final SectorProblem problem = m_partitions.isEmpty() ? new SectorProblem(m_background, k, sign)
            : new SectorProblem(new OwnFrequencies(m_background, k, sign), m_partitions.get(sign > 0 ? 0 : 1));
        return new SectorBlock(m_modes, frames, problem, DenseEigen.of(problem.core(), m_vectors, progress),
            m_vectors);
    }

    /** General background: everything couples. */
    private BandBlock general(final WaveVector k, final Progress progress) {
        final DenseEigen eigen = DenseEigen.of(DenseOperator.of(m_background, k), m_vectors, progress);
        return new DenseBlock(m_modes, m_frames, ALL_SLOTS, 0, BandSector.FULL, eigen.re(), eigen.im(),
            new WaveOperator(m_background, k).norm(), eigen.right(), eigen.left());
    }

    /**
     * Mixing equilibrium, in local frames: changes of |P_i| stream freely with d_i = v_i.k - i D_i but drive the
     * transverse components, so that the operator is [[T, C], [0, diag d]]. With T = R Lambda L and
     * Y_bi = (L C)_bi / (d_i - Lambda_b) its vectors are S = [[R, R Y], [0, 1]], S^-1 = [[L, -Y], [0, 1]].
     */
    private BandBlock equilibrium(final WaveVector k, final Progress progress) {
        final int n = m_modes.size();
        final double scale = new WaveOperator(m_background, k).norm();
        final DenseEigen eigen = DenseEigen.of(transverse(k), m_vectors, progress);
        final double[] re = new double[3 * n];
        final double[] im = new double[3 * n];
        for (int i = 0; i < n; i++) {
            re[i] = streaming(k, i);
            im[i] = -m_modes.damping()[i];
        }
        System.arraycopy(eigen.re(), 0, re, n, 2 * n);
        System.arraycopy(eigen.im(), 0, im, n, 2 * n);
        if (!m_vectors) {
            return new DenseBlock(m_modes, m_frames, ALL_SLOTS, n, BandSector.TRANSVERSE, re, im, scale,
                DenseEigen.NONE,
                DenseEigen.NONE);
        }
        final EquilibriumVectors vectors = new EquilibriumVectors(re, im, scale, eigen, drive(), progress.part(1, 1));
        return new DenseBlock(m_modes, m_frames, ALL_SLOTS, n, BandSector.TRANSVERSE, re, im, scale, vectors.right(),
            vectors.left());
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
