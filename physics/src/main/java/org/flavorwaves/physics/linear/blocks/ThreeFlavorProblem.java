package org.flavorwaves.physics.linear.blocks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.BackgroundStructure;
import org.flavorwaves.physics.linear.BandOperator;
import org.flavorwaves.physics.linear.BandSector;
import org.flavorwaves.physics.linear.LocalFrames;
import org.flavorwaves.physics.linear.ModeArrays;
import org.flavorwaves.physics.linear.ThreeFlavorOperator;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.WaveVector;
import org.flavorwaves.physics.threeflavor.FlavorAlgebra;
import org.flavorwaves.physics.threeflavor.PairSector;
import org.flavorwaves.physics.threeflavor.ThreeFlavorBackground;
import org.flavorwaves.physics.threeflavor.waves.ThreeFlavorBands;

/**
 * The linear problem of three flavors: 8N bands (FW three-flavor-waves). Without entries off the diagonal it falls into
 * the circular sectors of the three pairs and 2N exact bands Omega = v_i.k - i D_i (FW pairs); otherwise it is one
 * dense problem.
 */
public final class ThreeFlavorProblem implements BandProblem {
    private static final int A = FlavorAlgebra.SIZE;

    /** The components that are diagonal in flavor. */
    private static final int[] DIAGONAL = {2, 7};

    private static final int[] ALL = {0, 1, 2, 3, 4, 5, 6, 7};

    private final ThreeFlavorBackground m_background;

    private final ModeArrays m_modes;

    private final List<PairSector> m_pairs;

    private final LocalFrames m_axes = LocalFrames.cartesian(A);

    /**
     * Prepares a problem.
     *
     * @param background state and surroundings
     */
    public ThreeFlavorProblem(final ThreeFlavorBackground background) {
        m_background = background;
        m_pairs = background.pairs();
        final MomentumModes modes = background.state().modes();
        final double[] none = new double[modes.size()];
        m_modes = new ModeArrays(modes.vxs(), modes.vys(), modes.vzs(), modes.signedWeights(), modes.dampings(), none,
            none, none, none, none, none);
    }

    @Override
    public int modes() {
        return m_modes.size();
    }

    @Override
    public int components() {
        return A;
    }

    @Override
    public BackgroundStructure structure() {
        return m_pairs.isEmpty() ? BackgroundStructure.GENERAL : BackgroundStructure.ALIGNED;
    }

    @Override
    public BandOperator operator(final WaveVector k) {
        return new ThreeFlavorOperator(m_background, k);
    }

    @Override
    public BlockSolver blocks(final boolean vectors) {
        return m_pairs.isEmpty() ? new General(vectors) : new Pairs(gas -> new BlockAssembly(gas, vectors));
    }

    @Override
    public BlockSolver along(final List<WaveVector> line) {
        return m_pairs.isEmpty() ? new General(true) : new Pairs(gas -> BlockAssembly.along(gas, line));
    }

    /** Everything couples. */
    private final class General implements BlockSolver {
        private final ThreeFlavorBands m_bands =
            new ThreeFlavorBands(m_background.state(), m_background.environment());

        private final boolean m_vectors;

        General(final boolean vectors) {
            m_vectors = vectors;
        }

        @Override
        public BandBlock[] solve(final WaveVector k, final Progress progress) {
            final DenseEigen eigen = DenseEigen.of(m_bands.operator(k), m_vectors, progress);
            return new BandBlock[]{new DenseBlock(m_modes, m_axes, ALL, 0, BandSector.FULL, eigen.re(), eigen.im(),
                operator(k).norm(), eigen.right(), eigen.left())};
        }

        @Override
        public long largestBlock() {
            return size();
        }
    }

    /** The sectors of three gases of two flavors. */
    private final class Pairs implements BlockSolver {
        private final List<BlockAssembly> m_assemblies;

        Pairs(final Function<Background, BlockAssembly> assembly) {
            m_assemblies = m_pairs.stream()
                .map(pair -> assembly.apply(Background.of(pair.state(), pair.environment()))).toList();
        }

        @Override
        public BandBlock[] solve(final WaveVector k, final Progress progress) {
            final List<BandBlock> blocks = new ArrayList<>();
            for (final int component : DIAGONAL) {
                blocks.add(free(k, component));
            }
            for (int p = 0; p < m_pairs.size(); p++) {
                blocks.addAll(Arrays.asList(m_assemblies.get(p).sectors(k,
                    LocalFrames.circular(A, m_pairs.get(p).pair().component()),
                    progress.part(p / (double) m_pairs.size(), (p + 1.0) / m_pairs.size()))));
            }
            return blocks.toArray(BandBlock[]::new);
        }

        private BandBlock free(final WaveVector k, final int component) {
            final int n = modes();
            final double[] re = new double[n];
            final double[] im = new double[n];
            double largest = 0;
            for (int i = 0; i < n; i++) {
                re[i] = k.dot(m_modes.vx()[i], m_modes.vy()[i], m_modes.vz()[i]);
                im[i] = -m_modes.damping()[i];
                largest = Math.max(largest, Math.hypot(re[i], im[i]));
            }
            return new FreeBlock(m_modes, m_axes, new int[]{component}, re, im, largest);
        }

        @Override
        public long largestBlock() {
            return m_assemblies.stream().mapToLong(BlockAssembly::largestBlock).max().orElseThrow();
        }
    }
}
