package org.flavorwaves.physics.transport.waves;

import java.util.Arrays;

import org.flavorwaves.physics.flavomon.beams.FollowedRoots;
import org.flavorwaves.physics.flavomon.beams.GrowingRoots;
import org.flavorwaves.physics.transport.flow.FlowCells;

/** Growing waves of rings that are not followed, since more grow at a wave number than have room there. */
public final class LeftOutWaves {
    /** Lowest growth rate in units of sum |g|. */
    private static final double FLOOR = 1e-6;

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
        if (beams.slots() != FollowedRoots.SLOTS) {
            return 0;
        }
        final WaveExchange exchange =
            new WaveExchange(cells.modesAt(cell), beams, cells.environment(cell).selfInteraction(), 1);
        exchange.setPolarization(FastStream.lengths(cells, cell));
        final double[] numbers = new double[beams.size()];
        Arrays.setAll(numbers, exchange::number);
        double fastest = 0;
        for (int m = 0; m < grid.count(); m++) {
            final double k = grid.centre(m) + (grid.shifted() ? 0 : exchange.flux());
            fastest = Math.max(fastest, GrowingRoots.beyond(beams.velocities(2), numbers, k,
                FLOOR * exchange.strength(), FollowedRoots.SLOTS));
        }
        return fastest;
    }
}
