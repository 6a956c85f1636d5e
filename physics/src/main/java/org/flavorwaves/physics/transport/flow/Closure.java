package org.flavorwaves.physics.transport.flow;

import java.util.List;

import org.flavorwaves.physics.run.Progress;

/**
 * What fluctuations do to the |P_i| of a stream: the gamma_i of (d_t + v_i.grad)|P_i| = -gamma_i |P_i| + ... (JK 39).
 * A closure has waves of its own on the cells of the stream and moves them itself; the stream moves |P_i| and P0_i,
 * applies the collisions and solves for the equilibria.
 *
 * <p>A step of the stream is symmetric over two steps, so that it is of second order: sources, stream, closure, sources
 * and then sources, closure, stream, sources. A closure must not depend on the number of threads: it writes to cell c
 * only from what belongs to cell c and what it has read before.
 */
public interface Closure {

    /**
     * Prepares for the cells at the start.
     *
     * @param cells the stream at t = 0, in equilibrium
     * @throws IllegalArgumentException if the closure does not hold for such a state; says why
     */
    void start(FlowCells cells);

    /**
     * Lets the waves begin anew from what {@link #waves()} holds, as a run does that goes on from the output of this
     * one. Called before every output but the first, so that both runs are the same. Closures whose waves remember
     * nothing do nothing.
     *
     * @param cells the stream, in equilibrium
     */
    default void rest(final FlowCells cells) {
    }

    /**
     * The longest step that the closure bears from the present state.
     *
     * @param cells the stream
     * @return a time above 0; infinite if it has no bound
     */
    double longestStep(FlowCells cells);

    /**
     * Advances the waves by one step and takes from the |P_i| what they gain, by {@link FlowCells#setSignedLength}. The
     * equilibria are solved again afterwards, by the stream.
     *
     * @param cells the stream, in equilibrium
     * @param t time at the start of the step
     * @param dt length of the step
     * @param progress to run loops over cells with, may cancel
     */
    void advance(FlowCells cells, double t, double dt, Progress progress);

    /**
     * The viscosity of the last step.
     *
     * @param cell index of the cell
     * @param mode mode index
     * @return gamma_i, in the units of the potentials; 0 before the first step
     */
    double viscosity(int cell, int mode);

    /**
     * How far growing followed waves are from keeping their shapes while the medium changes.
     *
     * @param cell index of the cell
     * @return |sum_b' psi_b' left_b'.(d psi_b/dt)/(Omega_b - Omega_b')|, b' all others, below which the waves b of nine
     *         tenths of the exchange are; NaN if none grows
     */
    default double mixing(final int cell) {
        return Double.NaN;
    }

    /**
     * The waves at present.
     *
     * @return one entry a cell, wave number and branch with waves; empty if the closure has none
     */
    List<WaveSample> waves();

    /**
     * What beside {@link #waves()} a run that goes on from the present state needs.
     *
     * @return entries of branches that {@link #waves()} does not have, each with its number as intensity; a view, good
     *         until the next step; empty if the waves are all
     */
    default List<WaveSample> coherences() {
        return List.of();
    }

    /**
     * How much lepton number the waves carry, for the budget of the stream.
     *
     * @param cell index of the cell
     * @return sum over waves, in the units of the weights; 0 for waves that carry none
     */
    double leptonNumber(int cell);

    /**
     * What was cut off the exchange to keep |P_i| &lt;= min(P0_i, 2 - P0_i) and to keep |P_i| from passing zero.
     *
     * @return sum w |change of |P|| that was not made, over all cells and steps, in the units of the weights
     */
    double clipped();

    /**
     * A wave at one place.
     *
     * @param cell index of the cell
     * @param k physical wave number along the axis, in the units of the potentials
     * @param branch number of the branch, the same along a continuous branch
     * @param action intensity of the waves per dk, in the norm of the closure
     * @param growth Im Omega, in the units of the potentials
     * @param intensity |A|^2 per dk in the norm sum w |psi_i|^2 = 1, from which a run goes on, or a number of
     *            {@link #coherences()}; NaN if there is none
     */
    record WaveSample(int cell, double k, int branch, double action, double growth, double intensity) {

        /**
         * A growing wave that no closure carries.
         *
         * @param cell index of the cell
         * @param k physical wave number along the axis, in the units of the potentials
         * @param branch number of the branch
         * @param growth Im Omega, in the units of the potentials
         */
        public WaveSample(final int cell, final double k, final int branch, final double growth) {
            this(cell, k, branch, Double.NaN, growth, Double.NaN);
        }
    }
}
