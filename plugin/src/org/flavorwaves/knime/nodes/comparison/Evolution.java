package org.flavorwaves.knime.nodes.comparison;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;

import org.flavorwaves.knime.table.StateColumns;
import org.flavorwaves.knime.table.TableColumns;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

/**
 * Pz by time and mode, from a table with the column t, mode where the rows of a time are not simply the modes in order,
 * and either Pz or f_e and f_x; of an ensemble its mean and scatter.
 *
 * @param pz Pz by time and by key of the mode
 * @param members number of members of the ensemble, 1 for a single evolution
 */
record Evolution(NavigableMap<Double, Map<String, Moments>> pz, int members) {
    /** Relative difference of times that count as one. */
    private static final double SAME_TIME = 1e-9;

    /** Where the numbers are in a table. */
    private record Columns(int cell, int time, int mode, int pz, int electron, int other) {
    }

    /** Mean and sum of squared deviations of a number of values, which are added one by one. */
    static final class Moments {
        private int m_count;

        private double m_mean;

        private double m_squares;

        private void add(final double value) {
            m_count++;
            final double before = value - m_mean;
            m_mean += before / m_count;
            m_squares += before * (value - m_mean);
        }

        /** The mean. */
        double mean() {
            return m_mean;
        }

        /** The variance of a single value; NaN if there is but one. */
        double variance() {
            return m_squares / (m_count > 1 ? m_count - 1 : Double.NaN);
        }
    }

    /** Finds the columns, or says which is missing. */
    static void check(final DataTableSpec spec) throws InvalidSettingsException {
        columns(spec);
    }

    private static Columns columns(final DataTableSpec spec) throws InvalidSettingsException {
        final int cell = TableColumns.optionalKey(spec, StateColumns.CELL);
        final int time = TableColumns.number(spec, "t");
        final int mode = TableColumns.optionalNumber(spec, "mode");
        if (spec.containsName("f_e")) {
            return new Columns(cell, time, mode, -1, TableColumns.number(spec, "f_e"),
                TableColumns.number(spec, "f_x"));
        }
        return new Columns(cell, time, mode, TableColumns.number(spec, StateColumns.PZ), -1, -1);
    }

    /**
     * Reads a table.
     *
     * @param port number of the input port that it comes from
     * @param ensemble whether its cells are members of one ensemble; otherwise they are states of their own
     * @throws IllegalArgumentException if the members of an ensemble have different times or modes
     */
    static Evolution read(final BufferedDataTable table, final int port, final boolean ensemble)
        throws InvalidSettingsException, KNIMEException {
        final Columns columns = columns(table.getDataTableSpec());
        final NavigableMap<Double, Map<String, Moments>> pz = new TreeMap<>();
        final TreeSet<String> cells = new TreeSet<>();
        final Map<String, Integer> rowsAt = new HashMap<>();
        long index = 0;
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                final DataRow row = rows.next();
                final String cell = columns.cell < 0 ? "" : row.getCell(columns.cell) + " ";
                cells.add(cell);
                final double time = TableColumns.finite(port, row, index, columns.time, "t");
                final long mode = columns.mode < 0 ? rowsAt.merge(cell + time, 1, Integer::sum) - 1
                    : (long) TableColumns.finite(port, row, index, columns.mode, "mode");
                final String key = (ensemble ? "" : cell) + mode;
                pz.computeIfAbsent(time, t -> new TreeMap<>())
                    .computeIfAbsent(key, k -> new Moments()).add(columns.pz >= 0
                        ? TableColumns.finite(port, row, index, columns.pz, StateColumns.PZ)
                        : TableColumns.finite(port, row, index, columns.electron, "f_e")
                            - TableColumns.finite(port, row, index, columns.other, "f_x"));
                index++;
            }
        }
        final int members = ensemble ? Math.max(1, cells.size()) : 1;
        pz.forEach((time, modes) -> modes.forEach((mode, moments) -> {
            if (moments.m_count != members) {
                throw new IllegalArgumentException("mode " + mode + " has " + moments.m_count + " rows at t = " + time
                    + " but the evolution has " + members + (members == 1 ? " member." : " members.")
                    + " Every member of an ensemble must have the same modes and times.");
            }
        }));
        return new Evolution(pz, members);
    }

    /**
     * The state at a time.
     *
     * @param time any time
     * @return Pz by mode
     * @throws IllegalArgumentException if the evolution has no output at that time
     */
    Map<String, Moments> at(final double time) {
        final double slack = SAME_TIME * Math.abs(pz.lastKey());
        final Map.Entry<Double, Map<String, Moments>> entry = pz.ceilingEntry(time - slack);
        if (entry == null || entry.getKey() > time + slack) {
            throw new IllegalArgumentException("the evolutions have different output times: t = " + time
                + " is not in all of them. Give all nodes the same duration and number of outputs.");
        }
        return entry.getValue();
    }

    /**
     * The difference of the means of two states.
     *
     * @param a Pz by mode
     * @param b Pz by mode
     * @return mean square over the modes
     * @throws IllegalArgumentException if the modes differ
     */
    static double meanSquare(final Map<String, Moments> a, final Map<String, Moments> b) {
        if (!a.keySet().equals(b.keySet())) {
            throw new IllegalArgumentException("the evolutions are of different modes: " + a.size() + " and "
                + b.size() + " of them. Compare evolutions of one state.");
        }
        double sum = 0;
        for (final Map.Entry<String, Moments> entry : a.entrySet()) {
            final double difference = entry.getValue().mean() - b.get(entry.getKey()).mean();
            sum += difference * difference;
        }
        return sum / a.size();
    }

    /** The mean over the modes of the variance of a member; NaN without an ensemble. */
    static double variance(final Map<String, Moments> state) {
        return state.values().stream().mapToDouble(Moments::variance).sum() / state.size();
    }
}
