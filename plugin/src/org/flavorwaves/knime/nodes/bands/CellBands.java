package org.flavorwaves.knime.nodes.bands;

import java.util.Optional;

import org.flavorwaves.physics.linear.BackgroundStructure;
import org.flavorwaves.physics.linear.bands.BandLine;
import org.flavorwaves.physics.linear.bands.FastestWave;
import org.flavorwaves.physics.linear.collective.UnstableWave;
import org.flavorwaves.physics.state.LeptonNumber;
import org.flavorwaves.physics.state.WaveVector;

/**
 * The bands of one cell.
 *
 * @param direction unit vector of the line
 * @param ks wave numbers along it, in the units of the potentials
 * @param leptonNumber sum |G|, in the units of the potentials
 * @param shift what shifted wave numbers along the line and frequencies are larger by, in the units of the potentials;
 *            empty if there is no shifted frame
 * @param structure block structure of the problem
 * @param solution bands, fastest wave and eigenvectors; empty if the eigenvalue problem did not converge
 * @param outside a wave that grows faster than all of them, outside the range; empty if there is none, and among
 *            coherent three flavors, where it is not looked for
 * @param problem why there is no solution; empty if there is one
 */
record CellBands(WaveVector direction, double[] ks, double leptonNumber, Optional<Shift> shift,
    BackgroundStructure structure, Optional<Solution> solution, Optional<UnstableWave> outside, String problem) {

    /**
     * From physical to shifted wave numbers and frequencies.
     *
     * @param k what is added to wave numbers along the line
     * @param omega what is added to frequencies
     */
    record Shift(double k, double omega) {
        static Shift of(final LeptonNumber lepton, final WaveVector direction) {
            final WaveVector k = lepton.shifted(new WaveVector(0, 0, 0));
            return new Shift(k.dot(direction.kx(), direction.ky(), direction.kz()), lepton.shiftedFrequency(0));
        }
    }

    /**
     * What was found.
     *
     * @param line all bands at all wave numbers, tracked
     * @param fastest the fastest growing wave, its bands with vectors if they are wanted
     */
    record Solution(BandLine line, FastestWave fastest) {
    }
}
