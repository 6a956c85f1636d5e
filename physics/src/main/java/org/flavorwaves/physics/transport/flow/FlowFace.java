package org.flavorwaves.physics.transport.flow;

import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.transport.flow.grid.FlowGrid;

/** The state at the ends of a stream, where some modes enter and the others leave. */
public final class FlowFace {
    private FlowFace() {
    }

    /**
     * What enters at an end, in the directions of the cell there; modes that leave are those of the cell.
     *
     * @param cells the stream
     * @param c index of the first or last cell
     * @param inflow the state that enters there
     * @return the state at the face
     */
    public static FlavorState entering(final FlowCells cells, final int c, final FlavorState inflow) {
        final int n = cells.modes();
        final double[] trace = cells.traces(c).clone();
        final double[][] p = new double[3][n];
        for (int i = 0; i < n; i++) {
            final boolean enters = cells.grid().velocity(c, i) > 0 == (c == 0) && cells.grid().velocity(c, i) != 0;
            trace[i] = enters ? inflow.trace(i) : trace[i];
            for (int a = 0; a < 3; a++) {
                p[a][i] = enters ? cells.signs()[i] * inflow.length(i) * cells.units(c)[3 * i + a]
                    : cells.polarization(c, i, a);
            }
            if (enters && cells.isAligned()) {
                p[0][i] = inflow.px(i);
                p[1][i] = inflow.py(i);
                p[2][i] = inflow.pz(i);
            }
        }
        return new FlavorState(modesAt(cells, c), trace, p[0], p[1], p[2]);
    }

    /** The modes with the directions and weights of the face and the collisions of the cell. */
    private static MomentumModes modesAt(final FlowCells cells, final int c) {
        final FlowGrid grid = cells.grid();
        final double place = grid.face(c == 0 ? 0 : c + 1);
        final double[] velocities = new double[cells.modes()];
        final double[] weights = new double[cells.modes()];
        for (int i = 0; i < velocities.length; i++) {
            velocities[i] = grid.geometry().cosine(grid.modes(), i, place);
            weights[i] = grid.geometry().weight(grid.modes(), i, place);
        }
        return cells.modes(c, velocities, weights);
    }
}
