package org.flavorwaves.physics.transport.flow;

import java.util.List;

/**
 * A stream at one time.
 *
 * @param t time
 * @param cells all cells, a copy
 * @param viscosity gamma_i, [cell][mode]; no rows without a closure
 * @param waves the waves of the closure
 * @param turning how fast the direction of each mode turned in the last step, [cell][mode]; no rows before the first
 *            step and for stationary streams
 */
public record FlowSample(double t, FlowCells cells, double[][] viscosity, List<Closure.WaveSample> waves,
    double[][] turning) {

    /**
     * A stationary stream.
     *
     * @param cells all places
     * @return the stream without a closure
     */
    public static FlowSample stationary(final FlowCells cells) {
        return new FlowSample(0, cells, new double[0][], List.of(), new double[0][]);
    }
}
