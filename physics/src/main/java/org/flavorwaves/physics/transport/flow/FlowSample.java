package org.flavorwaves.physics.transport.flow;

import java.util.Arrays;
import java.util.List;

/**
 * A stream at one time.
 *
 * @param t time
 * @param cells all cells, a copy
 * @param viscosity gamma_i, [cell][mode]; no rows without a closure
 * @param waves the waves of the closure
 * @param mixing how far the waves that exchange are from keeping their shapes, {@link Closure#mixing(int)}; empty
 *            without a closure
 * @param turning how fast the direction of each mode turned in the last step, [cell][mode]; no rows before the first
 *            step and for stationary streams
 */
public record FlowSample(double t, FlowCells cells, double[][] viscosity, List<Closure.WaveSample> waves,
    double[] mixing, double[][] turning) {

    /**
     * A stationary stream.
     *
     * @param cells all places
     * @return the stream without a closure
     */
    public static FlowSample stationary(final FlowCells cells) {
        return new FlowSample(0, cells, new double[0][], List.of(), new double[0], new double[0][]);
    }

    /**
     * A uniform aligned medium, of one cell or of several that are alike, whose lengths a theory of its waves gives;
     * collisions change its traces.
     *
     * @param start the medium at t = 0
     * @param setup what surrounds it over time
     * @param t time
     * @param lengths P_i along the axis
     * @param viscosity gamma_i
     * @param waves its waves
     * @param mixing how far the waves that exchange are from keeping their shapes
     * @return the medium at that time
     */
    public static FlowSample uniform(final FlowCells start, final FlowSetup setup, final double t,
        final double[] lengths, final double[] viscosity, final List<Closure.WaveSample> waves,
        final double mixing) {
        final FlowCells cells = start.copy();
        for (int c = 0; c < cells.cells(); c++) {
            final FlowSources sources = cells.sources(c);
            for (int i = 0; i < lengths.length; i++) {
                cells.traces(c)[i] =
                    FlowSources.relaxed(start.trace(c, i), sources.emissionTrace(i), sources.absorption(i), t);
                cells.setSignedLength(c, i, lengths[i]);
            }
            if (cells.grid().isUniform()) {
                cells.setSurroundings(c, setup.matter(t), setup.strength(t));
            }
            cells.sumField(c);
        }
        final double[][] viscosities = new double[cells.cells()][];
        Arrays.fill(viscosities, viscosity.clone());
        final double[] mixings = new double[cells.cells()];
        Arrays.fill(mixings, mixing);
        return new FlowSample(t, cells, viscosities, waves, mixings, new double[0][]);
    }
}
