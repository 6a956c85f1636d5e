package org.flavorwaves.physics.kinetics;

import java.util.List;
import java.util.Optional;

import org.flavorwaves.physics.kinetics.waves.Triad;
import org.flavorwaves.physics.kinetics.waves.WaveBasis;
import org.flavorwaves.physics.linear.Background;

/**
 * An evolution.
 *
 * @param samples moments in the order of the times asked for; those reached before a stop
 * @param background the last background
 * @param basis the bands at the end; empty if there was no use for them
 * @param triads the strongest triads at the end, up to the number asked for
 * @param delta width of the secular window at the end, in the units of the potentials, may be infinite
 * @param steps accepted time steps
 * @param rejected rejected time steps
 * @param backgrounds sets of bands that were solved for
 * @param worstOverlap the smallest |(left_old . right_new)(left_new . right_old)| with which a band that carries more
 *            than 1e-6 of the action of its wave was followed; 1 if bands never changed
 * @param time the time that was reached, in the inverse of the unit of the potentials
 * @param shortest the shortest |P_i| at any time step, against its start
 * @param reversed number of modes whose P_i has gone through 0 at some time step
 * @param stopped why the evolution ended before the last time, a sentence; empty if it did not
 */
public record KineticsResult(List<KineticsSample> samples, Background background, Optional<WaveBasis> basis,
    List<Triad> triads, double delta, long steps, long rejected, int backgrounds, double worstOverlap,
    double time, ShortestLength shortest, int reversed, Optional<String> stopped) {
    /**
     * Copies the lists.
     *
     * @param samples moments in the order of the times asked for; those reached before a stop
     * @param background the last background
 * @param basis the bands at the end; empty if there was no use for them
     * @param triads the strongest triads at the end, up to the number asked for
         * @param delta width of the secular window at the end, in the units of the potentials, may be infinite
     * @param steps accepted time steps
     * @param rejected rejected time steps
     * @param backgrounds sets of bands that were solved for
     * @param worstOverlap the smallest |(left_old . right_new)(left_new . right_old)| with which a band that carries
     *            more than 1e-6 of the action of its wave was followed; 1 if bands never changed
     * @param time the time that was reached, in the inverse of the unit of the potentials
     * @param shortest the shortest |P_i| at any time step, against its start
     * @param reversed number of modes whose P_i has gone through 0 at some time step
     * @param stopped why the evolution ended before the last time, a sentence; empty if it did not
     */
    public KineticsResult {
        samples = List.copyOf(samples);
        triads = List.copyOf(triads);
    }

    /**
     * The last moment that was reached.
     *
     * @return the last sample
     */
    public KineticsSample last() {
        return samples.get(samples.size() - 1);
    }
}
