package org.flavorwaves.knime.nodes.bands;

import java.util.Optional;

import org.flavorwaves.physics.linear.BackgroundStructure;
import org.flavorwaves.physics.linear.bands.BandLine;
import org.flavorwaves.physics.linear.bands.FastestWave;
import org.flavorwaves.physics.state.WaveVector;

/**
 * The bands of one cell.
 *
 * @param direction unit vector of the line
 * @param ks wave numbers along it, in the units of the potentials
 * @param leptonNumber sum |G|, in the units of the potentials
 * @param structure block structure of the problem
 * @param solution bands, fastest wave and eigenvectors; empty if the eigenvalue problem did not converge
 * @param problem why there is no solution; empty if there is one
 */
record CellBands(WaveVector direction, double[] ks, double leptonNumber, BackgroundStructure structure,
    Optional<Solution> solution, String problem) {

    /**
     * What was found.
     *
     * @param line all bands at all wave numbers, tracked
     * @param fastest the fastest growing wave, its bands with vectors if they are wanted
     */
    record Solution(BandLine line, FastestWave fastest) {
    }
}
