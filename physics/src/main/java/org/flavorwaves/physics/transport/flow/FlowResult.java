package org.flavorwaves.physics.transport.flow;

import java.util.List;
import java.util.Optional;

/**
 * A stream in time.
 *
 * @param samples the stream at the output times that were reached, and where it stopped
 * @param stop why it ended before the last time
 * @param steps number of steps
 * @param leptonDrift change of the lepton number sum w s eps |P| in all cells and waves that fluxes through the ends,
 *            and collisions do not explain, clipping among it, over what was in the cells and passed through
 * @param clipped sum w |change of |P|| that realizability forbade to a closure, in the units of the weights
 * @param coherences what a run that goes on from the last sample needs beside its waves
 */
public record FlowResult(List<FlowSample> samples, Optional<FlowStop> stop, int steps, double leptonDrift,
    double clipped, List<Closure.WaveSample> coherences) {
}
