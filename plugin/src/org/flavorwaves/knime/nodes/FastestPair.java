package org.flavorwaves.knime.nodes;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.DoubleAccumulator;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;

import org.flavorwaves.knime.nodes.CellLoop.Solved;
import org.flavorwaves.knime.table.StateCell;
import org.flavorwaves.knime.table.StateUnits;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.InvalidModeException;
import org.flavorwaves.physics.threeflavor.PairSector;
import org.flavorwaves.physics.threeflavor.ThreeFlavorBackground;
import org.flavorwaves.physics.threeflavor.ThreeFlavorEnvironment;
import org.flavorwaves.physics.threeflavor.ThreeFlavorState;

/**
 * Lets a node of two flavors work on the pairs of a flavor-diagonal state of three, and keeps the pair that grows
 * fastest. Cells of two flavors pass unchanged.
 *
 * @param <R> what the node makes of a cell
 */
public final class FastestPair<R> {
    private final PairChoice m_choice;

    private final Environment m_two;

    private final ThreeFlavorEnvironment m_three;

    private final Solver<R> m_solver;

    private final ToDoubleFunction<R> m_growth;

    private final Optional<BiFunction<ThreeFlavorBackground, Progress, R>> m_together;

    private final DoubleAccumulator m_leftOut = new DoubleAccumulator(Math::max, 0);

    /**
     * What a node does with a cell of two flavors.
     *
     * @param <R> what it makes of it
     */
    @FunctionalInterface
    public interface Solver<R> {
        /**
         * Does it.
         *
         * @param cell a cell with a state of two flavors
         * @param environment its surroundings
         * @param progress told of the progress
         * @return the result
         */
        R solve(StateCell cell, Environment environment, Progress progress);
    }

    /**
     * The result of a cell, and the cell of two flavors that it is of.
     *
     * @param cell the cell, or the pair of it
     * @param value the result
     * @param <R> type of the result
     */
    public record Paired<R>(StateCell cell, R value) {
        /**
         * The same for the tables of a node.
         *
         * @param solved how this came about
         * @param <R> type of the result
         * @return cell, result and time
         */
        public static <R> Solved<R> unwrap(final Solved<Paired<R>> solved) {
            return new Solved<>(solved.value().cell(), solved.value().value(), solved.seconds());
        }
    }

    /**
     * Prepares the work.
     *
     * @param choice which pairs
     * @param two surroundings of a cell of two flavors
     * @param three surroundings of a cell of three flavors
     * @param solver the work
     * @param growth what the fastest pair has most of; infinite for a result that must not be passed over
     */
    public FastestPair(final PairChoice choice, final Environment two, final ThreeFlavorEnvironment three,
        final Solver<R> solver, final ToDoubleFunction<R> growth) {
        this(choice, two, three, solver, growth, Optional.empty());
    }

    private FastestPair(final PairChoice choice, final Environment two, final ThreeFlavorEnvironment three,
        final Solver<R> solver, final ToDoubleFunction<R> growth,
        final Optional<BiFunction<ThreeFlavorBackground, Progress, R>> together) {
        m_choice = choice;
        m_two = two;
        m_three = three;
        m_solver = solver;
        m_growth = growth;
        m_together = together;
    }

    /**
     * Also takes cells whose flavors are coherent, if all pairs are wanted.
     *
     * @param solver the work for three flavors that act together
     * @return the same work on other cells
     */
    public FastestPair<R> orTogether(final BiFunction<ThreeFlavorBackground, Progress, R> solver) {
        return new FastestPair<>(m_choice, m_two, m_three, m_solver, m_growth, Optional.of(solver));
    }

    /**
     * Solves a cell.
     *
     * @param cell a cell of two or three flavors
     * @param progress told of the progress
     * @return the result of the cell, or of its fastest pair
     * @throws InvalidModeException if a mode of three flavors has coherence between them, unless all pairs are wanted
     *             and are taken together
     */
    public Paired<R> solve(final StateCell cell, final Progress progress) {
        if (cell.threeFlavors().isEmpty()) {
            return new Paired<>(cell, m_solver.solve(cell, m_two, progress));
        }
        final ThreeFlavorState state = cell.threeFlavors().get();
        if (m_together.isPresent() && m_choice == PairChoice.ALL && !state.isDiagonal()) {
            return new Paired<>(cell.ofAllPairs(),
                m_together.get().apply(new ThreeFlavorBackground(state, m_three), progress));
        }
        final List<PairSector> sectors = sectors(state);
        m_leftOut.accumulate(sectors.get(0).leftOut());
        Optional<Paired<R>> fastest = Optional.empty();
        for (int s = 0; s < sectors.size(); s++) {
            final PairSector sector = sectors.get(s);
            final StateCell pair = cell.ofPair(sector.pair(), sector.state());
            final R value = m_solver.solve(pair, sector.environment(),
                progress.part(s / (double) sectors.size(), (s + 1.0) / sectors.size()));
            if (fastest.isEmpty()
                || m_growth.applyAsDouble(value) > m_growth.applyAsDouble(fastest.get().value())) {
                fastest = Optional.of(new Paired<>(pair, value));
            }
        }
        return fastest.get();
    }

    private List<PairSector> sectors(final ThreeFlavorState state) {
        try {
            return PairSector.ofAll(state, m_three, m_choice.pairs());
        } catch (final InvalidModeException e) {
            throw m_together.isEmpty() ? e
                : new InvalidModeException(e.mode(), e.problem() + ". " + PairChoice.COHERENT_MEND);
        }
    }

    /**
     * What was neglected.
     *
     * @param units the units of the table
     * @return a sentence if vacuum mixing was left out
     */
    public Optional<String> warning(final StateUnits units) {
        return warning(m_leftOut.get(), units);
    }

    /**
     * What pairs that are taken one by one neglect.
     *
     * @param leftOut largest entry of the vacuum term off its diagonal, in the units of the potentials
     * @param units the units of the table
     * @return a sentence if there is any
     */
    public static Optional<String> warning(final double leftOut, final StateUnits units) {
        return leftOut == 0 ? Optional.empty() : Optional.of("The pairs of three flavors are taken one by one, "
            + "without the entries of the vacuum term off its diagonal, up to "
            + CellLoop.brief(leftOut * units.rateFactor()) + units.rateUnit()
            + "; growth of that size is not exact. Flavor Wave Bands has the whole term.");
    }
}
