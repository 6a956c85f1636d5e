package org.flavorwaves.physics.transport.matrix;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.flavorwaves.physics.run.ParallelLoop;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.transport.flow.Closure;
import org.flavorwaves.physics.transport.flow.FlowCells;
import org.flavorwaves.physics.transport.flow.FlowMirror;
import org.flavorwaves.physics.transport.flow.FlowSetup;
import org.flavorwaves.physics.transport.flow.grid.FlowBoundary;
import org.flavorwaves.physics.transport.waves.WaveGrid;

/**
 * Transport of the flavor-wave density matrix R_ij(z, K) itself beside the polarizations P_i(z) of a stream along one
 * flavor axis (FW wave-matrix):
 *
 * <pre>(d_t + (v_i + v_j)/2 d_z + (lambda' + (h_i + h_j)'/2) d_K) R = -i (M R - R M^+) + (Q d_K R + h.c.)/2
 * M_ij = (v_i K - h_i - lambda) delta_ij + P_i f_ij w_j s_j,   Q_ij = P_i' f_ij w_j s_j,   h_i = sum_j f_ij w_j s_j P_j
 * (d_t + v_i d_z) P_i = sum_j w_j s_j f_ij Im int R_ij dK + S_i</pre>
 *
 * <p>so that (d_t + v_i d_z)(P_i^2 + int R_ii dK) = 2 P_i S_i and lepton number holds, and waves give back what they
 * carry away. Streaming and force are upwind of first order, which keeps R positive but for the truncated gradients;
 * what becomes negative is cut. Both go half a step before the turn by M and half a step after it. The cost is O(N^2) a
 * cell, wave number and step, and O(N^3) where it is cut.
 */
public final class WaveMatrix implements Closure {
    /** Most modes. */
    public static final int MAX_MODES = 128;

    /** Longest step in units of that of the stream, so that polarizations and coherences react to each other. */
    private static final double LONGEST_STEP = 0.5;

    /** Largest step in a slab in units of the inverse of the nu-nu term: what streams meanwhile must not lag. */
    private static final double LARGEST_TURN = 6;

    private final WaveGrid m_grid;

    private final FlowSetup m_setup;

    private final FlowMirror m_mirror;

    private final List<WaveSample> m_before;

    private MatrixCell[] m_matrices = new MatrixCell[0];

    private double[][] m_viscosity = new double[0][];

    private Optional<MatrixStream> m_stream = Optional.empty();

    private double[] m_clipped = new double[0];

    private FlowCells m_cells;

    /**
     * Prepares the closure of a stream.
     *
     * @param grid wave numbers and noise
     * @param setup the stream
     * @throws IllegalArgumentException if there are too many modes, or an end reflects and wave numbers are not
     *             symmetric about 0
     */
    public WaveMatrix(final WaveGrid grid, final FlowSetup setup) {
        this(grid, setup, List.of());
    }

    /**
     * Prepares the closure of a stream that goes on.
     *
     * @param grid wave numbers and noise
     * @param setup the stream
     * @param before the coherences with which it begins, those of {@link #coherences()}; others do not count, and none
     *            stand for noise
     * @throws IllegalArgumentException as the other constructor, or if there are waves without coherences, or
     *             coherences are not those of the grid, the cells and the modes
     */
    public WaveMatrix(final WaveGrid grid, final FlowSetup setup, final List<WaveSample> before) {
        grid.requireMirrored(setup);
        if (setup.grid().modes().size() > MAX_MODES) {
            throw new IllegalArgumentException("The wave matrix takes at most " + MAX_MODES + " modes, not "
                + setup.grid().modes().size() + "; take the closure by flavor waves.");
        }
        m_grid = grid;
        m_setup = setup;
        m_mirror = FlowMirror.of(setup);
        m_before = coherencesOf(before);
    }

    private List<WaveSample> coherencesOf(final List<WaveSample> before) {
        final List<WaveSample> coherences = new ArrayList<>();
        for (final WaveSample wave : before) {
            if (wave.branch() > 0) {
                coherences.add(new WaveSample(wave.cell(), wave.k(), wave.branch() - 1, Double.NaN, 0,
                    wave.intensity()));
            }
        }
        final int modes = m_setup.grid().modes().size();
        if (coherences.isEmpty() && !before.isEmpty()) {
            throw new IllegalArgumentException("The waves have no branches 1 to " + modes * modes
                + ", the coherences with which a wave matrix of " + modes + " modes begins.");
        }
        m_grid.requireAll(coherences, m_setup.grid().cells(), modes * modes);
        for (final WaveSample wave : coherences) {
            if (!Double.isFinite(wave.intensity())) {
                throw new IllegalArgumentException("The coherence of branch " + (wave.branch() + 1) + " at k = "
                    + wave.k() + " in cell " + wave.cell() + " has no finite intensity.");
            }
        }
        return coherences;
    }

    @Override
    public void start(final FlowCells cells) {
        if (!cells.isAligned()) {
            throw new IllegalArgumentException("The wave matrix belongs to a stream along one flavor axis; this one"
                + " has polarization vectors in several directions.");
        }
        if (!cells.grid().geometry().isSlab()) {
            throw new IllegalArgumentException("The wave matrix belongs to slabs and uniform media, not to bulbs.");
        }
        m_cells = cells;
        final int n = cells.modes();
        m_matrices = new MatrixCell[cells.cells()];
        m_viscosity = new double[cells.cells()][n];
        m_clipped = new double[cells.cells()];
        for (int c = 0; c < m_matrices.length; c++) {
            final MomentumModes modes = cells.modesAt(c);
            m_matrices[c] = new MatrixCell(m_grid, new Coupling(modes, cells.environment(c).selfInteraction()),
                modes.vzs(), external(modes, c), damping(modes));
            m_matrices[c].sow(noiseOf(lengths(cells, c)));
        }
        m_stream = Optional.of(new MatrixStream(m_setup, m_grid.count(), m_matrices,
            noise(m_setup.inflow().left().lengths()), noise(m_setup.inflow().right().lengths())));
        for (final WaveSample wave : m_before) {
            m_matrices[wave.cell()].put(m_grid.index(wave.k()), wave.branch(), wave.intensity());
        }
    }

    /** The noise of a cell; modes that are not there yet have that of what enters. */
    private double[] noiseOf(final double[] lengths) {
        final double[] p = lengths.clone();
        for (int i = 0; i < p.length; i++) {
            p[i] = p[i] != 0 ? p[i] : m_setup.grid().modes().vz(i) > 0 ? m_setup.inflow().left().length(i)
                : m_setup.inflow().right().length(i);
        }
        return noise(p);
    }

    /** The two transverse components of the noise of each mode. */
    private double[] noise(final double[] lengths) {
        final double[] noise = new double[lengths.length];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = 2 * m_grid.seed() * lengths[i] * lengths[i];
        }
        return noise;
    }

    /** s omega B along the axis; what is common to all modes turns no coherence. */
    private double[] external(final MomentumModes modes, final int c) {
        final Environment environment = m_cells.environment(c);
        final double along = m_cells.axis(0) * environment.bx() + m_cells.axis(2) * environment.bz();
        final double[] external = new double[modes.size()];
        for (int i = 0; i < external.length; i++) {
            external[i] = modes.species(i).sign() * modes.omega(i) * along;
        }
        return external;
    }

    private static double[] damping(final MomentumModes modes) {
        final double[] damping = modes.depolarizations();
        for (int i = 0; i < damping.length; i++) {
            damping[i] += modes.absorption().rate(i);
        }
        return damping;
    }

    private static double[] lengths(final FlowCells cells, final int c) {
        final double[] p = new double[cells.modes()];
        for (int i = 0; i < p.length; i++) {
            p[i] = cells.signedLength(c, i);
        }
        return p;
    }

    @Override
    public double longestStep(final FlowCells cells) {
        double strongest = 0;
        for (int c = 0; c < cells.cells(); c++) {
            double potential = 0;
            for (int i = 0; i < cells.modes(); i++) {
                potential += cells.grid().weight(c, i) * Math.abs(cells.signedLength(c, i));
            }
            strongest = Math.max(strongest, cells.environment(c).selfInteraction() * potential);
        }
        return cells.grid().isUniform() ? LONGEST_STEP / strongest
            : Math.min(LONGEST_STEP * cells.grid().longestStep(), LARGEST_TURN / strongest);
    }

    @Override
    public void advance(final FlowCells cells, final double t, final double dt, final Progress progress) {
        if (cells.grid().isUniform()) {
            turn(cells, dt, progress);
        } else {
            m_stream.orElseThrow().move(dt / 2, progress);
            force(cells, dt / 2, progress);
            turn(cells, dt, progress);
            force(cells, dt / 2, progress);
            ParallelLoop.forEach(m_matrices.length, "Wave matrix", progress, c -> m_matrices[c].clip());
            m_stream.orElseThrow().move(dt / 2, progress);
        }
    }

    private void turn(final FlowCells cells, final double dt, final Progress progress) {
        ParallelLoop.forEach(m_matrices.length, "Wave matrix", progress, c -> {
            final double[] before = lengths(cells, c);
            final double[] after = before.clone();
            m_matrices[c].turn(after, dt);
            m_clipped[c] += exchange(cells, c, before, after, dt);
        });
    }

    private void force(final FlowCells cells, final double dt, final Progress progress) {
        final double[][] p = new double[cells.cells()][];
        final double[][] h = new double[cells.cells()][cells.modes()];
        for (int c = 0; c < p.length; c++) {
            p[c] = lengths(cells, c);
            m_matrices[c].field(p[c], h[c]);
            for (int i = 0; i < p[c].length; i++) {
                h[c][i] += cells.axis(2) * cells.matter(c);
            }
        }
        ParallelLoop.forEach(p.length, "Wave matrix", progress, c -> {
            m_matrices[c].force(slope(h, c), slope(p, c), dt, noiseOf(p[c]));
        });
    }

    /** Gives a cell its new polarizations; what realizability forbids. */
    private double exchange(final FlowCells cells, final int c, final double[] before, final double[] after,
        final double dt) {
        double clipped = 0;
        for (int i = 0; i < after.length; i++) {
            final double bound = Math.min(cells.trace(c, i), 2 - cells.trace(c, i));
            final double p = Math.max(-bound, Math.min(bound, after[i]));
            clipped += cells.grid().weight(c, i) * Math.abs(after[i] - p);
            m_viscosity[c][i] = before[i] == 0 ? 0 : (before[i] - p) / (before[i] * dt);
            cells.setSignedLength(c, i, p);
        }
        return clipped;
    }

    /** d/dz of a function of the cells: central differences, with the image beyond a mirror, one-sided at open ends. */
    private double[] slope(final double[][] f, final int c) {
        final int cells = f.length;
        final boolean periodic = m_setup.left() == FlowBoundary.PERIODIC;
        final int left = c > 0 ? c - 1 : periodic ? cells - 1 : 0;
        final int right = c < cells - 1 ? c + 1 : periodic ? 0 : c;
        final boolean imageLeft = c == 0 && m_setup.left() == FlowBoundary.REFLECTING;
        final boolean imageRight = c == cells - 1 && m_setup.right() == FlowBoundary.REFLECTING;
        final boolean central = periodic || (c > 0 || imageLeft) && (c < cells - 1 || imageRight);
        final double distance = m_setup.grid().width() * (central ? 2 : 1);
        final double[] slope = new double[f[c].length];
        for (int i = 0; i < slope.length; i++) {
            slope[i] = (f[right][imageRight ? m_mirror.of(i) : i] - f[left][imageLeft ? m_mirror.of(i) : i]) / distance;
        }
        return slope;
    }

    @Override
    public double viscosity(final int cell, final int mode) {
        return m_viscosity[cell][mode];
    }

    /** Intensities sum_i w_i R_ii/2, which are |A|^2 in the norm sum w |psi|^2 = 1 where one wave is all. */
    @Override
    public List<WaveSample> waves() {
        final List<WaveSample> waves = new ArrayList<>();
        for (int c = 0; c < m_matrices.length; c++) {
            final double[] p = lengths(m_cells, c);
            final double[] weights = m_cells.modesAt(c).weights();
            for (int m = 0; m < m_grid.count(); m++) {
                final double[] power = m_matrices[c].powerAndGrowth(m, weights, p);
                waves.add(new WaveSample(c, m_grid.centre(m), 0, power[0] / 2, power[1], Double.NaN));
            }
        }
        return waves;
    }

    /** Branch 1 + i N + j of a wave number is Re R_ij of i &lt;= j and Im R_ij of i &gt; j. */
    @Override
    public List<WaveSample> coherences() {
        final int square = m_cells.modes() * m_cells.modes();
        final int size = Math.multiplyExact(Math.multiplyExact(square, m_grid.count()), m_matrices.length);
        return new AbstractList<>() {
            @Override
            public WaveSample get(final int index) {
                final int m = index / square % m_grid.count();
                final int c = index / square / m_grid.count();
                return new WaveSample(c, m_grid.centre(m), 1 + index % square, Double.NaN, Double.NaN,
                    m_matrices[c].number(m, index % square));
            }

            @Override
            public int size() {
                return size;
            }
        };
    }

    /**
     * What coherences hold of the polarization of a mode.
     *
     * @param cell index of the cell
     * @param mode mode index
     * @return int R_ii dK
     */
    public double intensity(final int cell, final int mode) {
        return m_matrices[cell].intensity(mode);
    }

    @Override
    public double leptonNumber(final int cell) {
        return 0;
    }

    @Override
    public double clipped() {
        double sum = 0;
        for (final double clipped : m_clipped) {
            sum += clipped;
        }
        return sum;
    }
}
