package org.flavorwaves.physics.linear.collective;

import java.util.List;
import java.util.Optional;

import org.flavorwaves.physics.state.WaveVector;

/**
 * All growing waves at one wave vector.
 *
 * @param k physical wave vector, in the units of the potentials
 * @param waves all waves that grow faster than the floor, fastest first
 * @param floor lowest growth rate that was searched for, in the units of the potentials
 * @param unresolved number of zeros of the collective determinant above the floor, counted by the argument principle,
 *            for which no wave was found; 0 proves that the list is complete
 * @param evaluations number of evaluations of the collective determinant
 */
public record UnstableWaves(WaveVector k, List<UnstableWave> waves, double floor, int unresolved, int evaluations) {

    /**
     * Copies the list.
     *
     * @param k physical wave vector, in the units of the potentials
     * @param waves all waves that grow faster than the floor, fastest first
     * @param floor lowest growth rate that was searched for, in the units of the potentials
     * @param unresolved number of zeros of the collective determinant above the floor, counted by the argument
     *            principle, for which no wave was found; 0 proves that the list is complete
     * @param evaluations number of evaluations of the collective determinant
     */
    public UnstableWaves {
        waves = List.copyOf(waves);
    }

    /**
     * The fastest growing wave.
     *
     * @return empty if none grows faster than the floor
     */
    public Optional<UnstableWave> fastest() {
        return waves.stream().findFirst();
    }
}
