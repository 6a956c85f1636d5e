package org.flavorwaves.knime.nodes.flavorwavespectrum;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

import org.flavorwaves.knime.table.Messages;
import org.flavorwaves.knime.table.StateColumns;
import org.flavorwaves.knime.table.TableColumns;
import org.flavorwaves.physics.run.Progress;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.KNIMEException;

/** The spectra of one cell, by time. */
final class CellSpectra {
    private static final int REPORT_EVERY = 4096;

    private final Optional<DataCell> m_key;

    private final NavigableMap<Double, Map<List<Object>, double[]>> m_times = new TreeMap<>();

    private CellSpectra(final Optional<DataCell> key) {
        m_key = key;
    }

    /**
     * Reads a table: values of equal time, wave and band are added up, and rows without a value are left out.
     *
     * @throws KNIMEException if a number is missing or not finite; names the row
     */
    static List<CellSpectra> read(final BufferedDataTable table, final SpectrumColumns columns,
        final Progress progress) throws KNIMEException {
        final Map<Optional<DataCell>, CellSpectra> cells = new LinkedHashMap<>();
        long index = 0;
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                if (index % REPORT_EVERY == 0) {
                    progress.report(index / (double) table.size(), "reading the spectra");
                }
                final DataRow row = rows.next();
                final Optional<DataCell> key = columns.cell() < 0 ? Optional.empty()
                    : Optional.of(TableColumns.present(row, index, columns.cell(), StateColumns.CELL));
                cells.computeIfAbsent(key, CellSpectra::new).add(row, index, columns);
                index++;
            }
        }
        return new ArrayList<>(cells.values());
    }

    private void add(final DataRow row, final long index, final SpectrumColumns columns) throws KNIMEException {
        final double time = TableColumns.finite(row, index, columns.time(), "t");
        final double k = TableColumns.finite(row, index, columns.k(), "k");
        final Map<List<Object>, double[]> waves = m_times.computeIfAbsent(time, t -> new LinkedHashMap<>());
        if (row.getCell(columns.value()).isMissing()) {
            return;
        }
        double value = TableColumns.finite(row, index, columns.value(), columns.quantity());
        if (value < 0 && !columns.isSigned()) {
            throw Messages.row("Row '" + row.getKey().getString() + "' has " + value + " in column '"
                + columns.quantity() + "'; it must be at least 0.", index, columns.value(), "Repair the row.",
                "Give actions their signs in the column 'action', or in 'kappa'.");
        }
        if (columns.kappa() >= 0 && TableColumns.finite(row, index, columns.kappa(), StateColumns.KAPPA) < 0) {
            value = -Math.abs(value);
        }
        double omega = columns.lightCone() * Math.abs(k);
        if (columns.hasFrequencies()) {
            omega = row.getCell(columns.omega()).isMissing() ? Double.NaN
                : TableColumns.finite(row, index, columns.omega(), "omega_re");
        }
        final Object band = List.of(omega, columns.band() < 0 ? "" : row.getCell(columns.band()));
        final List<Object> name = new ArrayList<>(List.of(k, band));
        for (final int column : columns.wave()) {
            name.add(row.getCell(column));
        }
        final double[] wave = waves.computeIfAbsent(name, n -> new double[5]);
        wave[0] = k;
        wave[1] = omega;
        wave[2] += value;
        if (columns.torque() >= 0 && !row.getCell(columns.torque()).isMissing()) {
            wave[3] += Math.abs(value) * TableColumns.finite(row, index, columns.torque(), "torque_share");
            wave[4] += Math.abs(value);
        }
    }

    Optional<DataCell> key() {
        return m_key;
    }

    String prefix() {
        return m_key.map(key -> key + ": ").orElse("");
    }

    /** The times, in order. */
    Iterable<Double> times() {
        return m_times.keySet();
    }

    int count() {
        return m_times.size();
    }

    /** The bands of all waves of a time: k, frequency (NaN if not known) and signed value. */
    List<double[]> bands(final double time) {
        return new ArrayList<>(m_times.get(time).values());
    }

    /**
     * The waves of a time: k, the sum of the sizes of their bands, the sum weighed by the share of the torque, and that
     * of the sizes for which it is known.
     */
    List<double[]> waves(final double time) {
        final Map<List<Object>, double[]> sums = new LinkedHashMap<>();
        m_times.get(time).forEach((name, band) -> {
            final List<Object> wave = new ArrayList<>(name);
            wave.set(1, "");
            final double[] sum = sums.computeIfAbsent(wave, w -> new double[]{band[0], 0, 0, 0});
            sum[1] += Math.abs(band[2]);
            sum[2] += band[3];
            sum[3] += band[4];
        });
        return new ArrayList<>(sums.values());
    }
}
