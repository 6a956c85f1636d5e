package org.flavorwaves.physics.transport.waves;

import java.util.ArrayList;
import java.util.List;

import org.flavorwaves.physics.flavomon.beams.FollowedRoots;
import org.flavorwaves.physics.run.ParallelLoop;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.transport.flow.Closure;
import org.flavorwaves.physics.transport.flow.FlowCells;

/**
 * Waves that are always in the local flavor-wave equilibrium, without kinetics of their own: every unstable cell goes
 * to the nearest stable state on the way along which its growing waves would take from the polarizations, with shares
 * in the proportion of their rates (FW wave-equilibrium). It is the limit of waves that grow in no time, keeps the
 * lepton number, and belongs to streams along one flavor axis in the fast limit.
 */
public final class WaveEquilibrium implements Closure {
    private final WaveGrid m_grid;

    private EquilibriumCell[] m_cells = new EquilibriumCell[0];

    private double[][] m_viscosity = new double[0][];

    /** The waves that the last step left. */
    private List<WaveSample> m_found = List.of();

    /**
     * Prepares the closure.
     *
     * @param grid wave numbers at which stability is judged; its noise does not count
     */
    public WaveEquilibrium(final WaveGrid grid) {
        m_grid = grid;
    }

    @Override
    public void start(final FlowCells cells) {
        m_viscosity = new double[cells.cells()][cells.modes()];
        search(cells);
        m_found = found();
    }

    @Override
    public void rest(final FlowCells cells) {
        m_found = found();
        search(cells);
    }

    private void search(final FlowCells cells) {
        FastStream.damping(cells);
        FastStream.requireAxial(cells);
        m_cells = new EquilibriumCell[cells.cells()];
        for (int c = 0; c < m_cells.length; c++) {
            m_cells[c] = new EquilibriumCell(m_grid, cells.modesAt(c), cells.environment(c).selfInteraction());
            m_cells[c].waves().find(FastStream.lengths(cells, c), cells.axis(2) * cells.matter(c));
        }
    }

    @Override
    public double longestStep(final FlowCells cells) {
        return FastStream.longestStep(cells);
    }

    @Override
    public void advance(final FlowCells cells, final double t, final double dt, final Progress progress) {
        FastStream.requireAxial(cells);
        ParallelLoop.forEach(cells.cells(), "Flavor-wave equilibrium", progress, c -> {
            final double[] p = FastStream.lengths(cells, c);
            m_cells[c].relax(p, cells.axis(2) * cells.matter(c));
            for (int i = 0; i < p.length; i++) {
                final double before = cells.signedLength(c, i);
                m_viscosity[c][i] = before == 0 ? 0 : -Math.log(p[i] / before) / dt;
                cells.setSignedLength(c, i, p[i]);
            }
        });
    }

    @Override
    public double viscosity(final int cell, final int mode) {
        return m_viscosity[cell][mode];
    }

    /** Waves have growth rates but no intensities here. */
    @Override
    public List<WaveSample> waves() {
        return m_found;
    }

    private List<WaveSample> found() {
        final List<WaveSample> waves = new ArrayList<>();
        for (int c = 0; c < m_cells.length; c++) {
            final GrowingWaves all = m_cells[c].waves();
            for (int j = 0; j < all.size(); j++) {
                if (all.growth(j) > 0) {
                    waves.add(new WaveSample(c, all.shifted(j) - all.exchange().flux(), j % FollowedRoots.SLOTS,
                        all.growth(j)));
                }
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
