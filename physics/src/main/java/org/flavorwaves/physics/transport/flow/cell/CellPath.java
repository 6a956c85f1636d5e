package org.flavorwaves.physics.transport.flow.cell;

/** How everything that the equilibrium of a cell depends on changes from what is solved to what is wanted. */
public interface CellPath {
    /**
     * Fills in a point of the path.
     *
     * @param share 0 at the start, 1 at the end
     * @param point overwritten
     */
    void at(double share, CellPoint point);
}
