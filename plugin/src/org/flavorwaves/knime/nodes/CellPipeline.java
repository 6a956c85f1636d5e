package org.flavorwaves.knime.nodes;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

import org.flavorwaves.knime.nodes.CellLoop.Solved;
import org.flavorwaves.knime.nodes.cost.Foresight;
import org.flavorwaves.knime.nodes.cost.Memory;
import org.flavorwaves.knime.table.MassSplittings;
import org.flavorwaves.knime.table.Messages;
import org.flavorwaves.knime.table.StateCell;
import org.flavorwaves.knime.table.StateLayout;
import org.flavorwaves.knime.table.StateReader;
import org.flavorwaves.knime.table.StateTable;
import org.flavorwaves.knime.table.StateUnits;
import org.flavorwaves.physics.run.Progress;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.KNIMEException;

/**
 * The way of a node that answers cell by cell: the state table is read and checked as a whole, the memory of the
 * largest
 * cell is predicted, as many cells as fit are solved at once, results are written in the order of the cells, and cells
 * without a result end the node or become a warning, as the user chose.
 *
 * @param <R> type of a cell's result
 */
public final class CellPipeline<R> {
    private final BufferedDataTable m_table;

    private final StateTable m_state;

    private final String m_message;

    private ToLongFunction<StateCell> m_bytes = cell -> 0;

    private Function<StateCell, String> m_what = StateCell::prefix;

    private String[] m_memoryAdvice = {};

    private ToDoubleFunction<StateCell> m_seconds = cell -> 0;

    private BiFunction<StateCell, R, String> m_problem = (cell, result) -> "";

    private OnFailure m_onFailure = OnFailure.FAIL;

    private String m_warning = "";

    private String[] m_failureAdvice = {};

    private CellPipeline(final BufferedDataTable table, final StateTable state, final String message) {
        m_table = table;
        m_state = state;
        m_message = message;
    }

    /**
     * Reads a state table with the settings of a node.
     *
     * @param table the table
     * @param parameters the units
     * @param deltaM2 mass-squared difference in eV^2, used with the column E
     * @param progress told how far reading is
     * @return the states of its cells
     * @throws KNIMEException if a column, row, cell or unit is wrong; names it
     */
    public static StateTable read(final BufferedDataTable table, final UnitsParameters parameters,
        final double deltaM2, final Progress progress) throws KNIMEException {
        final DataTableSpec spec = table.getDataTableSpec();
        final StateUnits units = NodeRun.settings(() -> StateUnits.of(spec, parameters.units()));
        return StateReader.read(table, NodeRun.settings(() -> StateLayout.of(spec)), units, deltaM2, progress);
    }

    /**
     * Reads a state table of two or of three flavors with the settings of a node.
     *
     * @param table the table
     * @param parameters units and mass splittings
     * @param progress told how far reading is
     * @return the states of its cells
     * @throws KNIMEException if a column, row, cell or unit is wrong; names it
     */
    public static StateTable readAnyFlavors(final BufferedDataTable table, final ThreeFlavorParameters parameters,
        final Progress progress) throws KNIMEException {
        return readAnyFlavors(table, parameters, parameters.splittings(), progress);
    }

    /**
     * Reads a state table of two or of three flavors.
     *
     * @param table the table
     * @param parameters the units
     * @param splittings mass-squared differences, used with the column E
     * @param progress told how far reading is
     * @return the states of its cells
     * @throws KNIMEException if a column, row, cell or unit is wrong; names it
     */
    public static StateTable readAnyFlavors(final BufferedDataTable table, final UnitsParameters parameters,
        final MassSplittings splittings, final Progress progress) throws KNIMEException {
        final DataTableSpec spec = table.getDataTableSpec();
        final StateUnits units = NodeRun.settings(() -> StateUnits.of(spec, parameters.units()));
        return StateReader.read(table, NodeRun.settings(() -> StateLayout.ofAnyFlavors(spec)), units, splittings,
            progress);
    }

    /**
     * Starts a pipeline.
     *
     * @param table the table that the cells were read from, to name rows
     * @param state its cells
     * @param message what is done with a cell, for the progress
     * @param <R> type of a cell's result
     * @return a pipeline without memory prediction, in which no cell fails
     */
    public static <R> CellPipeline<R> of(final BufferedDataTable table, final StateTable state, final String message) {
        return new CellPipeline<>(table, state, message);
    }

    /**
     * Predicts memory: a cell that does not fit ends the node before anything is computed.
     *
     * @param bytes need of a cell
     * @param what names the work of a cell, the beginning of the message
     * @param advice what the user can do
     * @return this
     */
    public CellPipeline<R> memory(final ToLongFunction<StateCell> bytes, final Function<StateCell, String> what,
        final String... advice) {
        m_bytes = bytes;
        m_what = what;
        m_memoryAdvice = advice.clone();
        return this;
    }

    /**
     * Predicts time: work of more than a year ends the node before anything is computed.
     *
     * @param seconds time in s that a cell takes at least on one core
     * @return this
     */
    public CellPipeline<R> time(final ToDoubleFunction<StateCell> seconds) {
        m_seconds = seconds;
        return this;
    }

    /**
     * Tells which cells have no result.
     *
     * @param onFailure what the user chose
     * @param problem a sentence of the reason, empty for a cell with a result
     * @param warning what failed cells are, such as "not evolved to the end"
     * @param advice what the user can do when the node ends
     * @return this
     */
    public CellPipeline<R> failures(final OnFailure onFailure, final Function<R, String> problem, final String warning,
        final String... advice) {
        return failures(onFailure, (cell, result) -> problem.apply(result), warning, advice);
    }

    /**
     * Tells which cells have no result.
     *
     * @param onFailure what the user chose
     * @param problem a sentence of the reason, empty for a cell with a result
     * @param warning what failed cells are, such as "not evolved to the end"
     * @param advice what the user can do when the node ends
     * @return this
     */
    public CellPipeline<R> failures(final OnFailure onFailure, final BiFunction<StateCell, R, String> problem,
        final String warning, final String... advice) {
        m_onFailure = onFailure;
        m_problem = problem;
        m_warning = warning;
        m_failureAdvice = advice.clone();
        return this;
    }

    /**
     * Solves all cells and keeps the results.
     *
     * @param progress told of the progress
     * @param warnings takes the warning of failed cells
     * @param solve the work for one cell
     * @return one result a cell, in the order of the cells
     * @throws KNIMEException if a cell does not fit into memory, is refused, or fails and failures end the node
     */
    public List<Solved<R>> solve(final Progress progress, final List<String> warnings,
        final BiFunction<StateCell, Progress, R> solve) throws KNIMEException {
        final List<Solved<R>> all = new ArrayList<>();
        run(progress, warnings, solve, all::add);
        return all;
    }

    /**
     * Solves all cells.
     *
     * @param progress told of the progress
     * @param warnings takes the warning of failed cells
     * @param solve the work for one cell
     * @param write takes the results in the order of the cells
     * @throws KNIMEException if a cell does not fit into memory, is refused, or fails and failures end the node
     */
    public void run(final Progress progress, final List<String> warnings,
        final BiFunction<StateCell, Progress, R> solve, final Consumer<Solved<R>> write) throws KNIMEException {
        final List<StateCell> cells = m_state.cells();
        long largest = 0;
        for (final StateCell cell : cells) {
            final long bytes = m_bytes.applyAsLong(cell);
            Memory.require(bytes, () -> m_what.apply(cell), m_memoryAdvice);
            largest = Math.max(largest, bytes);
        }
        final String message = Foresight.of(cells, m_seconds, () -> "The whole work ("
            + m_what.apply(cells.get(0)) + (cells.size() > 1 ? ", and that of " + (cells.size() - 1) + " other cells)"
                : ")"), progress, m_message);
        final int batch = largest == 0 ? cells.size()
            : Memory.atOnce(largest, Runtime.getRuntime().availableProcessors());
        final List<StateCell> failed = new ArrayList<>();
        final double size = cells.size();
        for (int from = 0; from < cells.size(); from += batch) {
            final int to = Math.min(cells.size(), from + batch);
            for (final Solved<R> solved : CellLoop.solve(m_table, cells.subList(from, to), message,
                progress.part(from / size, to / size), solve)) {
                final String problem = m_problem.apply(solved.cell(), solved.value());
                if (!problem.isEmpty()) {
                    if (m_onFailure == OnFailure.FAIL) {
                        throw Messages.failure(solved.cell().prefix() + problem, m_failureAdvice);
                    }
                    failed.add(solved.cell());
                }
                write.accept(solved);
            }
        }
        if (!failed.isEmpty()) {
            warnings.add(CellLoop.warning(failed, cells.size(), m_warning));
        }
    }
}
