package org.flavorwaves.physics.transport.waves;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.flavorwaves.physics.run.ParallelLoop;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.transport.flow.Closure;
import org.flavorwaves.physics.transport.flow.FlowCells;
import org.flavorwaves.physics.transport.flow.FlowSetup;

/**
 * Transport of the intensities I(z, K) of growing fast flavor waves through a stream along one flavor axis, and the
 * viscosity by which they hold its drive (JK 39), (JK 78), (FW wave-stream). Waves move at their group velocity, are
 * carried along K by the gradient of their frequency, grow exactly over a step, and carry no lepton number. Begun with
 * quanta they are the flavomons of the quasi-linear theory with streaming (FW quasi-linear).
 */
public final class FlavorWaves implements Closure {
    /** Largest 2 gamma dt. */
    private static final double LARGEST_GAIN = 1;

    private final WaveGrid m_grid;

    private final FlowSetup m_setup;

    private final int m_slots;

    private final List<WaveSample> m_before;

    private WaveCell[] m_waves = new WaveCell[0];

    private final WaveStream m_stream;

    private double[][] m_viscosity = new double[0][];

    /** d_t P_i over the last two steps. */
    private double[][] m_rates = new double[0][];

    /** P_i at the start of the last step, and its length. */
    private double[][] m_last = new double[0][];

    private double m_lastStep;

    private double[] m_mixing = new double[0];

    private double m_fastest;

    /**
     * Prepares the closure of a stream.
     *
     * @param grid wave numbers and noise
     * @param setup the stream
     * @throws IllegalArgumentException if the medium is uniform, waves cannot move, or an end reflects and wave numbers
     *             are not symmetric about 0
     */
    public FlavorWaves(final WaveGrid grid, final FlowSetup setup) {
        this(grid, setup, List.of());
    }

    /**
     * Prepares the closure of a stream that goes on.
     *
     * @param grid wave numbers and noise
     * @param setup the stream
     * @param before the waves with which it begins, one a cell, wave number of the grid and branch; none for noise
     * @throws IllegalArgumentException as the other constructor, or if waves are not those of the grid and the cells
     */
    public FlavorWaves(final WaveGrid grid, final FlowSetup setup, final List<WaveSample> before) {
        if (setup.grid().isUniform() || grid.count() < 2 || grid.shifted()) {
            throw new IllegalArgumentException("Waves move through slabs, by at least two physical wave numbers;"
                + " UniformFlow follows those of a uniform medium.");
        }
        grid.requireMirrored(setup);
        m_grid = grid;
        m_setup = setup;
        m_slots = Beams.of(setup.grid().modes()).slots();
        grid.require(before, setup.grid().cells(), m_slots);
        m_before = List.copyOf(before);
        m_stream = new WaveStream(grid, m_slots, setup.grid().cells(), setup.grid().width(),
            setup.left(), setup.right());
    }

    @Override
    public void start(final FlowCells cells) {
        m_viscosity = new double[cells.cells()][cells.modes()];
        m_rates = new double[cells.cells()][cells.modes()];
        m_last = new double[0][];
        m_mixing = new double[cells.cells()];
        begin(cells);
        if (m_before.isEmpty()) {
            for (final WaveCell cell : m_waves) {
                cell.sow();
            }
        } else {
            for (final WaveSample wave : m_before) {
                final int m = m_grid.index(wave.k());
                m_waves[wave.cell()].put(m_slots * m + wave.branch(), wave.intensity(), wave.action());
            }
        }
        watch(cells);
    }

    @Override
    public void rest(final FlowCells cells) {
        final WaveCell[] before = m_waves;
        for (int c = 0; c < before.length; c++) {
            before[c].find(FastStream.lengths(cells, c), cells.axis(2) * cells.matter(c));
        }
        begin(cells);
        for (int c = 0; c < before.length; c++) {
            m_waves[c].take(before[c]);
        }
        watch(cells);
    }

    /** Searches the growing waves of all cells, without intensities. */
    private void begin(final FlowCells cells) {
        final double[] damping = FastStream.damping(cells);
        m_waves = new WaveCell[cells.cells()];
        m_fastest = 0;
        for (int c = 0; c < m_waves.length; c++) {
            m_waves[c] = new WaveCell(m_grid, cells.modesAt(c), cells.environment(c).selfInteraction(), damping,
                WaveGrid.isMirrored(m_setup));
            final double[] p = FastStream.lengths(cells, c);
            m_fastest = Math.max(m_fastest, m_waves[c].find(p, cells.axis(2) * cells.matter(c)));
            setNoise(cells, c, p);
        }
    }

    private void watch(final FlowCells cells) {
        for (int c = 0; c < m_waves.length; c++) {
            m_mixing[c] = mixing(cells, c);
        }
    }

    private double mixing(final FlowCells cells, final int c) {
        final int before = Math.max(0, c - 1);
        final int after = Math.min(cells.cells() - 1, c + 1);
        final double distance = cells.cells() == 1 ? 1 : cells.grid().centre(after) - cells.grid().centre(before);
        final double[] along = FastStream.lengths(cells, after);
        final double[] p = FastStream.lengths(cells, before);
        for (int i = 0; i < along.length; i++) {
            along[i] = (along[i] - p[i]) / distance;
        }
        return m_waves[c].mixing(FastStream.lengths(cells, c), m_rates[c], along,
            cells.axis(2) * (cells.matter(after) - cells.matter(before)) / distance);
    }

    /** The noise of a cell; modes that are not there yet have that of what enters. */
    private void setNoise(final FlowCells cells, final int c, final double[] p) {
        final MomentumModes modes = cells.grid().modes();
        final double[] noisy = p.clone();
        for (int i = 0; i < p.length; i++) {
            if (p[i] == 0) {
                noisy[i] = (modes.vz(i) > 0 ? m_setup.inflow().left() : m_setup.inflow().right()).length(i);
            }
        }
        m_waves[c].setNoise(noisy);
    }

    @Override
    public double longestStep(final FlowCells cells) {
        return LARGEST_GAIN / (2 * m_fastest);
    }

    @Override
    public void advance(final FlowCells cells, final double t, final double dt, final Progress progress) {
        final int n = cells.cells();
        final double[][] p = new double[n][];
        final double[] matter = new double[n];
        final double[] fastest = new double[n];
        ParallelLoop.forEach(n, "Flavor waves", progress, c -> {
            p[c] = FastStream.lengths(cells, c);
            matter[c] = cells.axis(2) * cells.matter(c);
            fastest[c] = m_waves[c].find(p[c], matter[c]);
            setNoise(cells, c, p[c]);
        });
        for (int c = 0; c < m_last.length; c++) {
            for (int i = 0; i < p[c].length; i++) {
                m_rates[c][i] = (p[c][i] - m_last[c][i]) / m_lastStep;
            }
        }
        m_last = Arrays.stream(p).map(double[]::clone).toArray(double[][]::new);
        m_lastStep = dt;
        m_fastest = 0;
        for (final double growth : fastest) {
            m_fastest = Math.max(m_fastest, growth);
        }
        for (int slot = 0; slot < m_slots; slot++) {
            m_stream.move(m_waves, matter, slot, dt);
        }
        ParallelLoop.forEach(n, "Flavor waves", progress, c -> {
            m_waves[c].exchange(p[c], dt);
            for (int i = 0; i < p[c].length; i++) {
                final double before = cells.signedLength(c, i);
                m_viscosity[c][i] = before == 0 ? 0 : -Math.log(p[c][i] / before) / dt;
                cells.setSignedLength(c, i, p[c][i]);
            }
        });
    }

    @Override
    public double viscosity(final int cell, final int mode) {
        return m_viscosity[cell][mode];
    }

    @Override
    public double mixing(final int cell) {
        return m_mixing[cell];
    }

    @Override
    public List<WaveSample> waves() {
        final List<WaveSample> waves = new ArrayList<>();
        for (int c = 0; c < m_waves.length; c++) {
            for (int j = 0; j < m_waves[c].m_intensity.length; j++) {
                waves.add(new WaveSample(c, m_grid.centre(j / m_slots), j % m_slots,
                    m_waves[c].content(j), m_waves[c].growth(j), m_waves[c].intensity(j)));
            }
        }
        return waves;
    }

    /** Unstable waves carry no lepton number. */
    @Override
    public double leptonNumber(final int cell) {
        return 0;
    }

    /** Waves only take from polarizations, and at most a share of them. */
    @Override
    public double clipped() {
        return 0;
    }
}
