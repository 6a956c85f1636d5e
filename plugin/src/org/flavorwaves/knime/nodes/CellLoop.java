package org.flavorwaves.knime.nodes;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

import org.flavorwaves.knime.nodes.cost.Watched;
import org.flavorwaves.knime.table.Messages;
import org.flavorwaves.knime.table.StateCell;
import org.flavorwaves.knime.table.StateReader;
import org.flavorwaves.physics.run.ParallelLoop;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.InvalidModeException;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.KNIMEException;

/** Solves all cells of a state table in parallel; results and the first failure do not depend on the threads. */
public final class CellLoop {
    private CellLoop() {
    }

    /**
     * A cell's result with the time it took.
     *
     * @param cell the cell
     * @param value the result
     * @param seconds wall time in s
     * @param <R> type of the result
     */
    public record Solved<R>(StateCell cell, R value, double seconds) {
    }

    /**
     * Solves all cells.
     *
     * @param table the table that the cells were read from, to name rows
     * @param cells the cells
     * @param message what is done, for the progress
     * @param progress told of the progress
     * @param solve the work for one cell
     * @param <R> type of the result
     * @return one result a cell, in the order of the cells
     * @throws KNIMEException if a cell's state is refused by the solver; names the first such cell or row
     */
    public static <R> List<Solved<R>> solve(final BufferedDataTable table, final List<StateCell> cells,
        final String message, final Progress progress, final BiFunction<StateCell, Progress, R> solve)
        throws KNIMEException {
        final List<Solved<R>> solved = new ArrayList<>();
        final IllegalArgumentException[] refused = new IllegalArgumentException[cells.size()];
        cells.forEach(cell -> solved.add(null));
        final boolean single = cells.size() == 1;
        Watched.run(progress, watched -> {
            ParallelLoop.forEach(cells.size(), message, single ? Progress.NONE : watched, c -> {
                final long start = System.nanoTime();
                try {
                    final R value = solve.apply(cells.get(c), single ? watched : watched.standing());
                    solved.set(c, new Solved<>(cells.get(c), value, (System.nanoTime() - start) * 1e-9));
                } catch (final IllegalArgumentException e) {
                    refused[c] = e;
                }
            });
            return solved;
        });
        for (int c = 0; c < refused.length; c++) {
            if (refused[c] instanceof InvalidModeException mode) {
                final int row = cells.get(c).row(mode.mode());
                throw Messages.row(cells.get(c).prefix() + "row '" + StateReader.keyOf(table, row) + "' "
                    + mode.problem() + ".", row, -1);
            }
            if (refused[c] != null) {
                throw Messages.failure(cells.get(c).prefix() + refused[c].getMessage());
            }
        }
        return solved;
    }

    /**
     * The warning of a node that went on without some cells.
     *
     * @param failed the cells, at least one
     * @param all number of all cells
     * @param problem what they are, such as "not in equilibrium"
     * @return one sentence with the names of the first few cells
     */
    public static String warning(final List<StateCell> failed, final int all, final String problem) {
        final String names = failed.stream().limit(5).flatMap(cell -> cell.key().stream()).map(Object::toString)
            .collect(Collectors.joining(", "));
        return names.isEmpty() ? "The state is " + problem + "; its results are missing values."
            : failed.size() + " of " + all + " cells are " + problem + ": " + names
                + (failed.size() > 5 ? ", ..." : "") + ". Their results are missing values.";
    }

    /**
     * A number for a sentence.
     *
     * @param value the number
     * @return four significant digits, such as 6.253e10
     */
    public static String brief(final double value) {
        if (value == 0 || !Double.isFinite(value)) {
            return value == 0 ? "0" : Double.toString(value);
        }
        final BigDecimal rounded = new BigDecimal(value).round(new MathContext(4));
        final int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent >= -3 && exponent < 5) {
            return String.format(Locale.ROOT, "%." + Math.max(0, 3 - exponent) + "f", value);
        }
        return String.format(Locale.ROOT, "%.3e", value).replace("e+0", "e").replace("e-0", "e-").replace("e+", "e");
    }
}
