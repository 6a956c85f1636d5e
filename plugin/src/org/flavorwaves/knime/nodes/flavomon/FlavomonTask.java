package org.flavorwaves.knime.nodes.flavomon;

import org.flavorwaves.knime.nodes.flavomon.FlavomonDispersionParameters.Spectrum;
import org.flavorwaves.knime.table.StateCell;
import org.flavorwaves.physics.flavomon.FlavomonBranches;
import org.flavorwaves.physics.flavomon.StateMedium;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.LeptonNumber;
import org.flavorwaves.physics.state.WaveVector;

/** Asks the physics for the flavomons of one cell, as the parameters say. */
final class FlavomonTask {
    private final FlavomonDispersionParameters m_parameters;

    FlavomonTask(final FlavomonDispersionParameters parameters) {
        m_parameters = parameters;
    }

    /**
     * Finds the branches.
     *
     * @param cell the cell
     * @param progress told of the progress
     * @return branches and special points
     * @throws IllegalArgumentException if the state is not aligned with z, or its rings do not know the direction
     */
    CellFlavomons solve(final StateCell cell, final Progress progress) {
        final LeptonNumber lepton = LeptonNumber.of(cell.state(), m_parameters.environment());
        final WaveVector along = m_parameters.direction(lepton);
        final double[] direction = {along.kx(), along.ky(), along.kz()};
        final int order = order(StateMedium.automaticOrder(cell.state(), direction));
        final StateMedium medium = StateMedium.of(cell.state(), m_parameters.environment(), direction,
            new StateMedium.Options(order, m_parameters.m_slowTerm));
        final FlavomonBranches branches =
            new FlavomonBranches(medium.medium(), m_parameters.m_maxDamping * lepton.absolute());
        return new CellFlavomons(along, lepton.absolute(), order, medium,
            branches.trace(m_parameters.waveNumbers(lepton), progress));
    }

    private int order(final int automatic) {
        if (m_parameters.m_spectrum == Spectrum.BEAMS) {
            return -1;
        }
        if (m_parameters.m_spectrum == Spectrum.AUTOMATIC) {
            return automatic;
        }
        return m_parameters.m_legendreOrder > 0 ? m_parameters.m_legendreOrder : Math.max(0, automatic);
    }
}
