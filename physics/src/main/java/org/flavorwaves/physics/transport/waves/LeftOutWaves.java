package org.flavorwaves.physics.transport.waves;

import org.flavorwaves.physics.transport.flow.FlowCells;

/** Growing waves of rings that are not followed, since more grow at a wave number than have room there. */
public final class LeftOutWaves {
    private LeftOutWaves() {
    }

    /**
     * The fastest of them in a cell.
     *
     * @param cells the stream
     * @param cell index of the cell
     * @param grid the wave numbers
     * @return its growth rate, in the units of the potentials; 0 if all waves are followed, and of directions on the
     *         sphere
     */
    public static double fastest(final FlowCells cells, final int cell, final WaveGrid grid) {
        final Beams beams = Beams.of(cells.grid().modes());
        final WaveExchange exchange =
            new WaveExchange(cells.modesAt(cell), beams, cells.environment(cell).selfInteraction(), 1);
        exchange.setPolarization(FastStream.lengths(cells, cell));
        double fastest = 0;
        for (int m = 0; m < grid.count(); m++) {
            final double k = grid.centre(m) + (grid.shifted() ? 0 : exchange.flux());
            fastest = Math.max(fastest, exchange.roots().leftOut(k));
        }
        return fastest;
    }
}
