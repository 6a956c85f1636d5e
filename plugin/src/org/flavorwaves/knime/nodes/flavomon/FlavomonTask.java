package org.flavorwaves.knime.nodes.flavomon;

import org.flavorwaves.knime.nodes.flavomon.FlavomonDispersionParameters.Frame;
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
     * @return branches, special points and failures
     * @throws IllegalArgumentException if the state is not aligned with z, its rings do not know the direction, or it
     *             is not as the chosen continuous spectrum needs it
     */
    CellFlavomons solve(final StateCell cell, final Progress progress) {
        final LeptonNumber lepton = LeptonNumber.of(cell.state(), m_parameters.environment());
        final WaveVector along = m_parameters.direction(lepton);
        final double[] direction = {along.kx(), along.ky(), along.kz()};
        final StateMedium medium = StateMedium.of(cell.state(), m_parameters.environment(), direction,
            new StateMedium.Options(m_parameters.angularModel(), m_parameters.m_slowTerm));
        final double[] ks = m_parameters.waveNumbers(lepton);
        if (m_parameters.m_kFrame == Frame.PHYSICAL) {
            for (int i = 0; i < ks.length; i++) {
                ks[i] += medium.waveNumberShift();
            }
        }
        final FlavomonBranches branches =
            new FlavomonBranches(medium.medium(), m_parameters.m_maxDamping * lepton.absolute());
        return new CellFlavomons(along, lepton.absolute(), medium, branches.trace(ks, progress));
    }
}
