package org.flavorwaves.physics.transport.flow;

import org.flavorwaves.physics.transport.flow.cell.CellEquilibrium;

/**
 * Where and why a stream could not go on.
 *
 * @param reason why
 * @param t time; 0 of a stationary stream
 * @param place the cell's centre
 * @param mode the mode
 * @param value |H_i| over w_i |P_i| (1 - |v_i|^2), or |P_i|, of the mode there
 */
public record FlowStop(Reason reason, double t, double place, int mode, double value) {

    /** Why a stream ends. */
    public enum Reason {
        /** |H_i| of a polarized mode vanishes: its direction is not defined beyond. */
        VANISHING_FIELD,
        /** |P_i| vanishes: its alignment would change. */
        VANISHING_LENGTH,
        /** The curve of equilibria turns back, and none continues it. */
        FOLD,
        /** The balance of waves and drive changes too fast to be followed. */
        STIFF
    }

    /** Why the path of a cell ended at its last point. */
    static FlowStop of(final CellEquilibrium cell, final double t, final double place) {
        final int mode = cell.least();
        return new FlowStop(cell.vanishes(mode) ? Reason.VANISHING_FIELD : Reason.FOLD, t, place, mode,
            cell.margin(mode));
    }
}
