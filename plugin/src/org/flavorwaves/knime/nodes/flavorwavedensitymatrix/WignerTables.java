package org.flavorwaves.knime.nodes.flavorwavedensitymatrix;

import java.util.Optional;

import org.flavorwaves.knime.nodes.CellLoop;
import org.flavorwaves.knime.nodes.CellLoop.Solved;
import org.flavorwaves.knime.table.ResultTable;
import org.flavorwaves.knime.table.StateLayout;
import org.flavorwaves.knime.table.StateUnits;
import org.flavorwaves.physics.qke.wigner.BandProjection;
import org.flavorwaves.physics.qke.wigner.WaveCenter;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The three output tables of the node Flavor Wave Density Matrix, filled cell by cell. */
final class WignerTables {
    private final StateUnits m_units;

    private final boolean m_byMode;

    private final ResultTable m_wigner;

    private final ResultTable m_modes;

    private final ResultTable m_summary;

    WignerTables(final ExecutionContext exec, final StateLayout layout, final StateUnits units,
        final FlavorWaveDensityMatrixParameters parameters) {
        final DataTableSpec[] specs = specs(layout, units);
        m_units = units;
        m_byMode = parameters.m_byMode;
        m_wigner = new ResultTable(exec, specs[0]);
        m_modes = new ResultTable(exec, specs[1]);
        m_summary = new ResultTable(exec, specs[2]);
    }

    static DataTableSpec[] specs(final StateLayout layout, final StateUnits units) {
        final String length = units.lengthUnit();
        return new DataTableSpec[]{
            layout.results(units, "z, kappa_n, k, trace, purity, band, omega_re, omega_im, band_intensity"),
            layout.results(units, "z, kappa_n, k, mode, trace"),
            layout.results(units,
                "modes, points, waves, box_length, wave_power, center_z, width_z, center_k, width_k, global_purity",
                "negative_share, lowest_trace, identity_error, band_share, wall_time, result")};
    }

    void add(final Solved<CellWigner> solved) {
        final Optional<DataCell> key = solved.cell().key();
        final CellWigner cell = solved.value();
        for (int q = 0; q < cell.places().length; q++) {
            for (int r = 0; r < cell.trace().length; r++) {
                final double trace = cell.trace()[r][q];
                final double k = cell.function().waveNumber(r + 2);
                m_wigner.add(key, cell.places()[q], (r + 2) / 2.0, k, trace,
                    trace == 0 ? Double.NaN : ResultTable.finite(cell.square()[r][q] / (trace * trace)),
                    cell.band().<Object>map(BandProjection::band).orElse(ResultTable.missing()),
                    rate(cell, r, true), rate(cell, r, false),
                    cell.band().isPresent() ? cell.intensity()[r][q] : Double.NaN);
                for (int i = 0; m_byMode && i < solved.cell().state().size(); i++) {
                    m_modes.add(key, cell.places()[q], (r + 2) / 2.0, k, i,
                        cell.function().trace(r + 2, cell.places()[q], 3 * i, 3 * i + 3));
                }
            }
        }
        final WaveCenter center = cell.function().center();
        m_summary.add(key, solved.cell().state().size(), cell.points(), cell.function().waves(), cell.length(),
            cell.power(), center.z(), ResultTable.finite(center.widthZ()), center.k(), center.widthK(),
            cell.concentration(), cell.negativeShare(), cell.lowest(), cell.identityError(),
            cell.band().isPresent() && cell.power() > 0 ? cell.band().get().power() / cell.power() : Double.NaN,
            solved.seconds(), solved.cell().prefix() + sentence(cell));
    }

    private double rate(final CellWigner cell, final int row, final boolean real) {
        return m_units.rateFactor() * cell.band().map(b -> real ? b.omegaRe(row + 2) : b.omegaIm(row + 2))
            .orElse(Double.NaN);
    }

    private static String sentence(final CellWigner cell) {
        if (!(cell.power() > 0)) {
            return "the field has no waves along z";
        }
        return "power " + CellLoop.brief(cell.power()) + " in the waves, shared by "
            + CellLoop.brief(1 / cell.concentration()) + " wave numbers; "
            + CellLoop.brief(100 * cell.negativeShare()) + " % of the Wigner function is negative";
    }

    BufferedDataTable[] close() {
        return new BufferedDataTable[]{m_wigner.close(), m_modes.close(), m_summary.close()};
    }
}
