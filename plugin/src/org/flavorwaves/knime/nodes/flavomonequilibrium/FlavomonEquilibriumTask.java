package org.flavorwaves.knime.nodes.flavomonequilibrium;

import java.util.Optional;

import org.flavorwaves.knime.table.StateCell;
import org.flavorwaves.knime.table.StateColumns;
import org.flavorwaves.knime.table.TableColumns;
import org.flavorwaves.physics.flavomon.thermal.ThermalFit;
import org.flavorwaves.physics.flavomon.thermal.ThermalMedium;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.InvalidModeException;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.KNIMEException;

/** Asks the physics about one cell. */
final class FlavomonEquilibriumTask {
    private final Optional<ThermalMedium> m_given;

    private final double[] m_energies;

    FlavomonEquilibriumTask(final FlavomonEquilibriumParameters parameters, final BufferedDataTable table,
        final int column, final Progress progress) throws KNIMEException {
        m_given = parameters.given();
        m_energies = new double[(int) table.size()];
        int row = 0;
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                if (row % 4096 == 0) {
                    progress.report(row / (double) m_energies.length, "reading the energies");
                }
                m_energies[row] = TableColumns.finite(rows.next(), row, column, StateColumns.ENERGY);
                row++;
            }
        }
    }

    CellEquilibrium solve(final StateCell cell) {
        final double[] energies = new double[cell.state().size()];
        for (int i = 0; i < energies.length; i++) {
            energies[i] = m_energies[cell.row(i)];
        }
        if (m_given.isPresent()) {
            return CellEquilibrium.of(m_given.get(), Optional.empty(), cell.state(), energies);
        }
        try {
            final ThermalFit fit = ThermalFit.of(cell.state(), energies);
            return CellEquilibrium.of(fit.medium(), Optional.of(fit), cell.state(), energies);
        } catch (final InvalidModeException e) {
            throw e;
        } catch (final IllegalArgumentException e) {
            return CellEquilibrium.failed(e.getMessage(), cell.state(), energies);
        }
    }
}
