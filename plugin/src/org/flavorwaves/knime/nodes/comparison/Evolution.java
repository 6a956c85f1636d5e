package org.flavorwaves.knime.nodes.comparison;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

import org.flavorwaves.knime.table.StateColumns;
import org.flavorwaves.knime.table.TableColumns;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

/**
 * Pz by time and mode, from a table with the columns t, mode and either Pz or f_e and f_x.
 *
 * @param pz Pz by time and by key of the mode
 */
record Evolution(NavigableMap<Double, Map<String, Double>> pz) {
    /** Relative difference of times that count as one. */
    private static final double SAME_TIME = 1e-9;

    /** Where the numbers are in a table. */
    private record Columns(int cell, int time, int mode, int pz, int electron, int other) {
    }

    /** Finds the columns, or says which is missing. */
    static void check(final DataTableSpec spec) throws InvalidSettingsException {
        columns(spec);
    }

    private static Columns columns(final DataTableSpec spec) throws InvalidSettingsException {
        final int cell = TableColumns.optionalKey(spec, StateColumns.CELL);
        final int time = TableColumns.number(spec, "t");
        final int mode = TableColumns.number(spec, "mode");
        if (spec.containsName("f_e")) {
            return new Columns(cell, time, mode, -1, TableColumns.number(spec, "f_e"),
                TableColumns.number(spec, "f_x"));
        }
        return new Columns(cell, time, mode, TableColumns.number(spec, StateColumns.PZ), -1, -1);
    }

    static Evolution read(final BufferedDataTable table) throws InvalidSettingsException, KNIMEException {
        final Columns columns = columns(table.getDataTableSpec());
        final NavigableMap<Double, Map<String, Double>> pz = new TreeMap<>();
        long index = 0;
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                final DataRow row = rows.next();
                final double mode = TableColumns.finite(row, index, columns.mode, "mode");
                final String key = (columns.cell < 0 ? "" : row.getCell(columns.cell) + " ") + (long) mode;
                pz.computeIfAbsent(TableColumns.finite(row, index, columns.time, "t"), t -> new TreeMap<>()).put(key,
                    columns.pz >= 0 ? TableColumns.finite(row, index, columns.pz, StateColumns.PZ)
                        : TableColumns.finite(row, index, columns.electron, "f_e")
                            - TableColumns.finite(row, index, columns.other, "f_x"));
                index++;
            }
        }
        return new Evolution(pz);
    }

    /**
     * The state at a time.
     *
     * @param time any time
     * @return Pz by mode
     * @throws IllegalArgumentException if the evolution has no output at that time
     */
    Map<String, Double> at(final double time) {
        final double slack = SAME_TIME * Math.abs(pz.lastKey());
        final Map.Entry<Double, Map<String, Double>> entry = pz.ceilingEntry(time - slack);
        if (entry == null || entry.getKey() > time + slack) {
            throw new IllegalArgumentException("the evolutions have different output times: t = " + time
                + " is not in all of them. Give all nodes the same duration and number of outputs.");
        }
        return entry.getValue();
    }

    /**
     * The difference of two states.
     *
     * @param a Pz by mode
     * @param b Pz by mode
     * @return mean square over the modes
     * @throws IllegalArgumentException if the modes differ
     */
    static double meanSquare(final Map<String, Double> a, final Map<String, Double> b) {
        if (!a.keySet().equals(b.keySet())) {
            throw new IllegalArgumentException("the evolutions are of different modes: " + a.size() + " and "
                + b.size() + " of them. Compare evolutions of one state.");
        }
        double sum = 0;
        for (final Map.Entry<String, Double> entry : a.entrySet()) {
            final double difference = entry.getValue() - b.get(entry.getKey());
            sum += difference * difference;
        }
        return sum / a.size();
    }
}
