package org.flavorwaves.knime.nodes.flavorwavespectrum;

import java.util.List;
import java.util.stream.IntStream;

import org.flavorwaves.knime.table.Messages;
import org.flavorwaves.knime.table.StateColumns;
import org.flavorwaves.knime.table.TableColumns;
import org.flavorwaves.knime.table.WeightUnit;
import org.flavorwaves.knime.view.CellTable;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/**
 * Where the numbers of a spectrum are.
 *
 * @param spec the table
 * @param cell index of the column cell, -1 without
 * @param time index of t
 * @param k index of k
 * @param value index of the quantity
 * @param omega index of omega_re, -1 without
 * @param kappa index of kappa, -1 without
 * @param band index of band, -1 without
 * @param torque index of torque_share, -1 without
 * @param wave indices of what tells waves of equal k apart
 */
record SpectrumColumns(DataTableSpec spec, int cell, int time, int k, int value, int omega, int kappa, int band,
    int torque, int[] wave) {
    private static final List<String> QUANTITIES = List.of("power", "action", "N", "intensity");

    private static final String SPECTRUM =
        "the input is a spectrum of a node of dynamics, as the spectra of QKE Box, and not a state";

    private static final List<String> WAVES = List.of("n", "n_x", "n_y", "n_z");

    static SpectrumColumns of(final DataTableSpec spec, final String quantity) throws InvalidSettingsException {
        final int cell = TableColumns.optionalKey(spec, StateColumns.CELL);
        final int time = TableColumns.number(spec, "t", SPECTRUM);
        final int k = TableColumns.number(spec, "k", SPECTRUM);
        final String name = quantity.isBlank()
            ? QUANTITIES.stream().filter(spec::containsName).findFirst().orElseThrow(() -> Messages.settings(
                "None of the columns " + String.join(", ", QUANTITIES) + " (double) is there; found: "
                    + String.join(", ", spec.getColumnNames()) + ".", "Choose the column in the setting \"Quantity\"."))
            : quantity;
        return new SpectrumColumns(spec, cell, time, k, TableColumns.number(spec, name),
            TableColumns.optionalNumber(spec, "omega_re"), TableColumns.optionalNumber(spec, StateColumns.KAPPA),
            TableColumns.optionalNumber(spec, "band"), TableColumns.optionalNumber(spec, "torque_share"),
            WAVES.stream().flatMapToInt(n -> IntStream.of(spec.findColumnIndex(n))).filter(c -> c >= 0).toArray());
    }

    /** Whether the quantity may have a sign: only actions have, and what a user chose. */
    boolean isSigned() {
        return "action".equals(quantity()) || !QUANTITIES.contains(quantity());
    }

    /**
     * The same with the quantity that the rows have: of several the one with the most values, as actions of waves with
     * phases and intensities of waves without them stand in different columns of one table.
     */
    SpectrumColumns filled(final BufferedDataTable table, final String quantity) {
        final int[] candidates = QUANTITIES.stream().filter(q -> quantity.isBlank() && spec.containsName(q))
            .mapToInt(spec::findColumnIndex).toArray();
        if (candidates.length < 2) {
            return this;
        }
        final long[] counts = new long[candidates.length];
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                final DataRow row = rows.next();
                for (int c = 0; c < counts.length; c++) {
                    counts[c] += row.getCell(candidates[c]).isMissing() ? 0 : 1;
                }
            }
        }
        int best = 0;
        for (int c = 1; c < counts.length; c++) {
            best = counts[c] > counts[best] ? c : best;
        }
        return new SpectrumColumns(spec, cell, time, k, candidates[best], omega, kappa, band, torque,
            wave);
    }

    String quantity() {
        return spec.getColumnSpec(value).getName();
    }

    private String unit(final int column) {
        return spec.getColumnSpec(column).getProperties().getProperty(WeightUnit.PROPERTY, "");
    }

    String timeUnit() {
        return unit(time);
    }

    String waveUnit() {
        return unit(k);
    }

    /** The unit of frequencies: that of omega_re, else what belongs to the times and wave numbers. */
    String rateUnit() {
        if (omega >= 0) {
            return unit(omega);
        }
        return "s".equals(timeUnit()) ? "s^-1" : waveUnit();
    }

    /** The frequency of a wave of light of wave number 1, in the units of the table. */
    double lightCone() {
        return CellTable.coneSlope(rateUnit(), waveUnit());
    }

    boolean hasFrequencies() {
        return omega >= 0;
    }
}
