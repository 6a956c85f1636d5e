package org.flavorwaves.knime.nodes.unstable;

import java.util.List;
import java.util.Optional;

import org.flavorwaves.physics.linear.BackgroundStructure;
import org.flavorwaves.physics.linear.collective.GrowthMaximum.Peak;
import org.flavorwaves.physics.linear.collective.UnstableWave;
import org.flavorwaves.physics.linear.collective.UnstableWaves;
import org.flavorwaves.physics.linear.collective.WaveOrigin;
import org.flavorwaves.physics.state.WaveVector;

/**
 * The growing waves of one cell.
 *
 * @param direction unit vector of the line
 * @param ks wave numbers along it, in the units of the potentials
 * @param leptonNumber sum |G|, in the units of the potentials
 * @param structure block structure of the problem
 * @param floor lowest growth rate that was searched for, in the units of the potentials
 * @param solution what was found; empty if the search failed
 * @param outside a wave that grows faster than all of them, outside the range; empty if there is none, and in a box or
 *            among coherent three flavors, where it is not looked for
 * @param problem why there is no solution; empty if there is one
 */
record CellWaves(WaveVector direction, double[] ks, double leptonNumber, BackgroundStructure structure, double floor,
    Optional<Solution> solution, Optional<UnstableWave> outside, String problem) {

    /**
     * What was found.
     *
     * @param line all growing waves at each wave number
     * @param grid all growing waves at each wave vector of the box; none without a box
     * @param kinds their origins
     * @param branches their branches
     * @param maxima the maxima of the growth, fastest first
     * @param maximaKinds their origins
     * @param evaluations evaluations of the collective determinant on the line
     * @param steps wave vectors at which waves were followed uphill
     */
    record Solution(List<UnstableWaves> line, List<UnstableWaves> grid, List<List<WaveOrigin>> kinds,
        List<int[]> branches, List<Peak> maxima,
        List<WaveOrigin> maximaKinds, int evaluations, int steps) {

        /** The largest relative residual of a wave. */
        double worstResidual() {
            double worst = 0;
            for (final UnstableWaves waves : line) {
                worst = Math.max(worst, waves.waves().stream().mapToDouble(w -> w.residual()).max().orElse(0));
            }
            return Math.max(worst, maxima.stream().mapToDouble(m -> m.wave().residual()).max().orElse(0));
        }

        /** The number of zeros of the determinant without a wave. */
        int unresolved() {
            return line.stream().mapToInt(UnstableWaves::unresolved).sum();
        }

        /** The number of waves of the line. */
        int waves() {
            return line.stream().mapToInt(waves -> waves.waves().size()).sum();
        }
    }
}
