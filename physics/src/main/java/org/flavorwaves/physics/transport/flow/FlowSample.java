package org.flavorwaves.physics.transport.flow;

import java.util.List;

/**
 * A stream at one time.
 *
 * @param t time
 * @param cells all cells, a copy
 * @param viscosity gamma_i, [cell][mode]; no rows without a closure
 * @param waves the waves of the closure
 */
public record FlowSample(double t, FlowCells cells, double[][] viscosity, List<Closure.WaveSample> waves) {
}
