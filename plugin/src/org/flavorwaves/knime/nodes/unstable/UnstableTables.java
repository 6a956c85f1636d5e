package org.flavorwaves.knime.nodes.unstable;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.flavorwaves.knime.nodes.CellLoop;
import org.flavorwaves.knime.nodes.CellLoop.Solved;
import org.flavorwaves.knime.nodes.OuterWave;
import org.flavorwaves.knime.nodes.unstable.CellWaves.Solution;
import org.flavorwaves.knime.table.ResultTable;
import org.flavorwaves.knime.table.StateLayout;
import org.flavorwaves.knime.table.StateUnits;
import org.flavorwaves.physics.linear.collective.GrowthMaximum.Peak;
import org.flavorwaves.physics.linear.collective.UnstableWave;
import org.flavorwaves.physics.linear.collective.UnstableWaves;
import org.flavorwaves.physics.state.WaveVector;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The three output tables of the node Unstable Flavor Waves and that of its map, filled cell by cell. */
final class UnstableTables {
    private static final int WAVE_COLUMNS = 11;

    private static final int MAXIMUM_COLUMNS = 14;

    private static final int SUMMARY_COLUMNS = 22;

    private final StateUnits m_units;

    private final ResultTable m_waves;

    private final ResultTable m_maxima;

    private final ResultTable m_summary;

    private final ResultTable m_map;

    UnstableTables(final ExecutionContext exec, final StateLayout layout, final StateUnits units) {
        m_units = units;
        m_waves = new ResultTable(exec, wavesSpec(layout, units));
        m_maxima = new ResultTable(exec, maximaSpec(layout, units));
        m_summary = new ResultTable(exec, summarySpec(layout, units));
        m_map = new ResultTable(exec, layout.results(units, "k, k_across [potential], growth"));
    }

    static DataTableSpec wavesSpec(final StateLayout layout, final StateUnits units) {
        final String wave = units.potentialUnit();
        final String rate = units.rateUnit();
        return layout.pairResults(units,
            "k, kx, ky, kz, omega_re, omega_im, kind [text], residual, branch, sector, v_group");
    }

    static DataTableSpec maximaSpec(final StateLayout layout, final StateUnits units) {
        final String wave = units.potentialUnit();
        final String rate = units.rateUnit();
        return layout.pairResults(units,
            "k, kx, ky, kz, omega_re, omega_im, kind [text], residual, participation, sector, v_group_x, v_group_y",
            "v_group_z, at_edge");
    }

    static DataTableSpec summarySpec(final StateLayout layout, final StateUnits units) {
        final String wave = units.potentialUnit();
        final String rate = units.rateUnit();
        return layout.pairResults(units,
            "modes, k_count, structure, direction_x, direction_y, direction_z, lepton_number, growth_floor, growth",
            "k_fastest, k_fastest_relative, omega_re_fastest, kind [text], at_edge, waves, maxima, max_residual",
            "complete, evaluations, climb_steps, wall_time, result");
    }

    void add(final Solved<CellWaves> solved) {
        final Optional<Solution> solution = solved.value().solution();
        if (solution.isPresent()) {
            addWaves(solved, solution.get());
            addMaxima(solved, solution.get());
            addMap(solved, solution.get());
        } else {
            m_waves.add(solved.cell().leading(), missing(WAVE_COLUMNS));
            m_maxima.add(solved.cell().leading(), missing(MAXIMUM_COLUMNS));
        }
        addSummary(solved);
    }

    private static Object[] missing(final int columns) {
        final Object[] row = new Object[columns];
        Arrays.fill(row, ResultTable.missing());
        return row;
    }

    /** Waves, maxima and summary, and for the view the growth in the box. */
    BufferedDataTable[] close() {
        return new BufferedDataTable[]{m_waves.close(), m_maxima.close(), m_summary.close(), m_map.close()};
    }

    private void addMap(final Solved<CellWaves> solved, final Solution solution) {
        for (final UnstableWaves waves : solution.grid()) {
            final double along = dot(waves.k(), solved.value().direction());
            m_map.add(solved.cell().key(), along,
                waves.k().minus(solved.value().direction().times(along)).norm(),
                rate(waves.fastest().map(UnstableWave::growth).orElse(0.0)));
        }
    }

    private void addWaves(final Solved<CellWaves> solved, final Solution solution) {
        final WaveVector direction = solved.value().direction();
        for (int p = 0; p < solution.line().size(); p++) {
            final List<UnstableWave> waves = solution.line().get(p).waves();
            for (int w = 0; w < waves.size(); w++) {
                final UnstableWave wave = waves.get(w);
                m_waves.add(solved.cell().leading(), solved.value().ks()[p], wave.k().kx(), wave.k().ky(),
                    wave.k().kz(),
                    rate(wave.omegaRe()), rate(wave.growth()), solution.kinds().get(p).get(w).label(),
                    wave.residual(), solution.branches().get(p)[w], sector(wave), dot(wave.velocity(), direction));
            }
        }
    }

    private void addMaxima(final Solved<CellWaves> solved, final Solution solution) {
        for (int m = 0; m < solution.maxima().size(); m++) {
            final Peak peak = solution.maxima().get(m);
            final UnstableWave wave = peak.wave();
            m_maxima.add(solved.cell().leading(), dot(wave.k(), solved.value().direction()), wave.k().kx(),
                wave.k().ky(),
                wave.k().kz(), rate(wave.omegaRe()), rate(wave.growth()), solution.maximaKinds().get(m).label(),
                wave.residual(), wave.psi().map(psi -> psi.participation()).orElse(Double.NaN), sector(wave),
                wave.velocity().kx(), wave.velocity().ky(), wave.velocity().kz(), peak.atEdge());
        }
    }

    private static String sector(final UnstableWave wave) {
        return wave.sector().name().toLowerCase(Locale.ROOT);
    }

    private static double dot(final WaveVector a, final WaveVector b) {
        return a.dot(b.kx(), b.ky(), b.kz());
    }

    private double rate(final double frequency) {
        return frequency * m_units.rateFactor();
    }

    private void addSummary(final Solved<CellWaves> solved) {
        final CellWaves cell = solved.value();
        final List<DataCell> key = solved.cell().leading();
        final Object[] row = missing(SUMMARY_COLUMNS);
        row[0] = solved.cell().size();
        row[1] = cell.ks().length;
        row[2] = cell.structure().name().toLowerCase(Locale.ROOT);
        row[3] = cell.direction().kx();
        row[4] = cell.direction().ky();
        row[5] = cell.direction().kz();
        row[6] = cell.leptonNumber();
        row[7] = rate(cell.floor());
        cell.solution().ifPresent(solution -> {
            row[8] = 0.0;
            solution.maxima().stream().findFirst().ifPresent(peak -> {
                final double k = dot(peak.wave().k(), cell.direction());
                row[8] = rate(peak.wave().growth());
                row[9] = k;
                row[10] = Double.isFinite(k / cell.leptonNumber()) ? (Object) (k / cell.leptonNumber())
                    : ResultTable.missing();
                row[11] = rate(peak.wave().omegaRe());
                row[12] = solution.maximaKinds().get(0).label();
                row[13] = peak.atEdge();
            });
            row[14] = solution.waves();
            row[15] = solution.maxima().size();
            row[16] = solution.worstResidual();
            row[18] = solution.evaluations();
            row[19] = solution.steps();
        });
        row[17] = cell.solution().isPresent();
        row[20] = solved.seconds();
        row[21] = sentence(solved);
        m_summary.add(key, row);
    }

    private String sentence(final Solved<CellWaves> solved) {
        final CellWaves cell = solved.value();
        final String prefix = solved.cell().prefix();
        if (cell.solution().isEmpty()) {
            return prefix + "no result: " + cell.problem();
        }
        final Solution solution = cell.solution().get();
        if (solution.maxima().isEmpty()) {
            return prefix + "no wave grows faster than " + CellLoop.brief(rate(cell.floor())) + m_units.rateUnit()
                + OuterWave.words(cell.outside(), cell.direction(), m_units);
        }
        final Peak peak = solution.maxima().get(0);
        final WaveVector k = peak.wave().k();
        final double along = dot(k, cell.direction());
        final double across = k.minus(cell.direction().times(along)).norm();
        final String place = across > 1e-9 * k.norm()
            ? "(" + CellLoop.brief(k.kx()) + ", " + CellLoop.brief(k.ky()) + ", " + CellLoop.brief(k.kz()) + ")"
            : CellLoop.brief(along);
        final String relative = Double.isFinite(along / cell.leptonNumber()) && across <= 1e-9 * k.norm()
            ? " (" + CellLoop.brief(along / cell.leptonNumber()) + " sum|G|)" : "";
        return prefix + "fastest wave grows at " + CellLoop.brief(rate(peak.wave().growth())) + m_units.rateUnit()
            + " at K = " + place + m_units.potentialUnit() + relative + ", " + solution.maximaKinds().get(0).label()
            + (peak.atEdge() && cell.ks().length > 1 ? ", at the edge of the range" : "")
            + OuterWave.words(cell.outside(), cell.direction(), m_units);
    }
}
