package org.flavorwaves.knime.nodes.transport;

import java.util.ArrayList;
import java.util.List;

import org.flavorwaves.knime.nodes.NodeRun;
import org.flavorwaves.knime.nodes.transport.MiscidynamicTransportParameters.ClosureChoice;
import org.flavorwaves.knime.table.BackgroundTable;
import org.flavorwaves.knime.table.Messages;
import org.flavorwaves.knime.table.TableColumns;
import org.flavorwaves.physics.transport.flow.Closure;
import org.flavorwaves.physics.transport.flow.grid.FlowGrid;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

/**
 * The waves with which a stream goes on: what the node puts out of them, of which the rows of the last time count.
 *
 * @param t index of t; -1 if all rows are of one time
 * @param columns indices of z, k, branch, action and intensity
 */
record WavesTable(int t, int[] columns) {
    /** Number of the input port, from 0. */
    static final int PORT = 2;

    /** Name of the port. */
    static final String NAME = "Waves before";

    private static final String[] NAMES = {BackgroundTable.Z, "k", "branch", "action", "intensity"};

    /** Number of the columns that must have a value. */
    private static final int PRESENT = 3;

    /** How far z may be from the centre of a cell, in cells. */
    private static final double CENTRE = 1e-6;

    /**
     * Finds the columns.
     *
     * @throws InvalidSettingsException if one is missing, or the closure does not go on from such waves
     */
    static WavesTable of(final DataTableSpec spec, final MiscidynamicTransportParameters parameters)
        throws InvalidSettingsException {
        if (!parameters.m_closure.hasMemory()) {
            throw Messages.settings("closure is " + parameters.m_closure + ", but the port '" + NAME + "' has a table: "
                + (parameters.m_closure == ClosureChoice.ADIABATIC ? "it has no waves."
                    : "its waves have no memory, and it goes on from the state alone."),
                "Remove the port '" + NAME + "'.", "Set the closure to FLAVOR_WAVES, FLAVOMONS or WAVE_MATRIX.");
        }
        final int[] columns = new int[NAMES.length];
        for (int c = 0; c < columns.length; c++) {
            columns[c] = TableColumns.number(spec, NAMES[c]);
        }
        return new WavesTable(TableColumns.optionalNumber(spec, "t"), columns);
    }

    /**
     * Reads the waves of the last time.
     *
     * @param time when the state was; NaN if it does not say
     * @throws KNIMEException if a value is missing, a place is no cell of the stream, or the state is of another time
     */
    static List<Closure.WaveSample> read(final BufferedDataTable table,
        final MiscidynamicTransportParameters parameters, final FlowGrid grid, final double time)
        throws KNIMEException {
        final List<Closure.WaveSample> waves =
            NodeRun.settings(() -> of(table.getDataTableSpec(), parameters)).read(table, grid, time);
        if (parameters.m_closure == ClosureChoice.WAVE_MATRIX && waves.stream().allMatch(w -> w.branch() == 0)) {
            throw Messages.failure("The table of waves has no coherences, the branches above 0 with which a wave matrix"
                + " goes on.", "Set the closure to WAVE_MATRIX and coherences to true in the run that makes it.");
        }
        return waves;
    }

    private List<Closure.WaveSample> read(final BufferedDataTable table, final FlowGrid grid, final double stateTime)
        throws KNIMEException {
        final List<Closure.WaveSample> samples = new ArrayList<>();
        double last = Double.NaN;
        long index = 0;
        try (CloseableRowIterator iterator = table.iterator()) {
            while (iterator.hasNext()) {
                final DataRow row = iterator.next();
                final double time = t < 0 ? Double.NaN : TableColumns.finite(PORT, row, index, t, "t");
                if (samples.isEmpty() || time > last) {
                    samples.clear();
                    last = time;
                }
                if (t < 0 || time == last) {
                    samples.add(sample(row, index, grid));
                }
                index++;
            }
        }
        if (samples.isEmpty()) {
            throw Messages.failure("The table of waves has no rows.", "Remove the port '" + NAME
                + "': then waves grow from their noise.");
        }
        if (Math.abs(last - stateTime) > CENTRE * Math.abs(last)) {
            throw Messages.failure("The state is of t = " + stateTime + ", but the waves are of t = " + last + ".",
                "Connect the first and the second output of the same run.");
        }
        return samples;
    }

    private Closure.WaveSample sample(final DataRow row, final long index, final FlowGrid grid)
        throws KNIMEException {
        final double[] values = new double[columns.length];
        for (int c = 0; c < values.length; c++) {
            values[c] = c >= PRESENT && row.getCell(columns[c]).isMissing() ? Double.NaN
                : TableColumns.finite(PORT, row, index, columns[c], NAMES[c]);
        }
        int cell = 0;
        if (!grid.isUniform()) {
            cell = (int) Math.floor((values[0] - grid.face(0)) / grid.width());
            if (cell < 0 || cell >= grid.cells()
                || Math.abs(values[0] - grid.centre(cell)) > CENTRE * grid.width()) {
                throw Messages.rowOf(PORT, "Row '" + row.getKey().getString() + "' has waves at z = " + values[0]
                    + ", which is the centre of none of the " + grid.cells() + " cells from " + grid.face(0) + " to "
                    + grid.face(grid.cells()) + ".", index, columns[0],
                    "Give the stream the cells of the run from which it goes on.");
            }
        }
        return new Closure.WaveSample(cell, values[1], (int) values[2], values[PRESENT], 0, values[PRESENT + 1]);
    }
}
