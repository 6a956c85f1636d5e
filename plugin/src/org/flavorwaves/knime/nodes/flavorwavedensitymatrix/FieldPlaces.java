package org.flavorwaves.knime.nodes.flavorwavedensitymatrix;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.flavorwaves.knime.nodes.NodeRun;
import org.flavorwaves.knime.nodes.qke.FieldInput;
import org.flavorwaves.knime.table.StateLayout;
import org.flavorwaves.knime.table.TableColumns;
import org.flavorwaves.physics.qke.field.BoxGrid;
import org.flavorwaves.physics.run.Progress;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

/** The places of the points of a field, by cell: the box they are in. */
final class FieldPlaces {
    /** Largest deviation of a place from equal spacing, as share of the spacing. */
    private static final double UNEVEN = 1e-6;

    private static final String FIELD = "the input is the final field of QKE Box, as a state has no waves";

    private static final int REPORT_EVERY = 4096;

    private final Map<Optional<DataCell>, TreeMap<Integer, Double>> m_places = new HashMap<>();

    private FieldPlaces() {
    }

    /**
     * Refuses a table that is no field.
     *
     * @throws InvalidSettingsException if the column point or z is missing or not numeric
     */
    static int requireField(final DataTableSpec spec) throws InvalidSettingsException {
        TableColumns.number(spec, FieldInput.POINT, FIELD);
        return TableColumns.number(spec, "z", FIELD);
    }

    /**
     * Reads the columns point and z.
     *
     * @throws KNIMEException if a place is missing or not finite; names the row
     */
    static FieldPlaces read(final BufferedDataTable table, final StateLayout layout, final Progress progress)
        throws KNIMEException {
        final DataTableSpec spec = table.getDataTableSpec();
        final int z = NodeRun.settings(() -> requireField(spec));
        final int point = spec.findColumnIndex(FieldInput.POINT);
        final FieldPlaces places = new FieldPlaces();
        long index = 0;
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                if (index % REPORT_EVERY == 0) {
                    progress.report(index / (double) table.size(), "reading the places");
                }
                final DataRow row = rows.next();
                final Optional<DataCell> key =
                    layout.hasCell() ? Optional.of(row.getCell(layout.cell())) : Optional.empty();
                places.m_places.computeIfAbsent(key, k -> new TreeMap<>()).put(
                    (int) TableColumns.finite(row, index, point, FieldInput.POINT),
                    TableColumns.finite(row, index, z, "z"));
                index++;
            }
        }
        return places;
    }

    /**
     * The box of a cell.
     *
     * @throws IllegalArgumentException if its points are not equally spaced along z
     */
    BoxGrid grid(final Optional<DataCell> key) {
        final TreeMap<Integer, Double> places = m_places.get(key);
        final int n = places.size();
        final double start = places.firstEntry().getValue();
        final double spacing = n > 1 ? (places.lastEntry().getValue() - start) / (n - 1) : 0;
        if (!(spacing > 0)) {
            throw new IllegalArgumentException("The field does not vary along z: its " + n + " points reach from z = "
                + start + " to " + places.lastEntry().getValue() + ". The density matrix is that of waves along z.");
        }
        for (final Map.Entry<Integer, Double> place : places.entrySet()) {
            final double even = start + spacing * place.getKey();
            if (Math.abs(place.getValue() - even) > UNEVEN * spacing) {
                throw new IllegalArgumentException("Point " + place.getKey() + " of the field is at z = "
                    + place.getValue() + " but with equal spacing it would be at " + even
                    + ". The density matrix needs a box with points along z only.");
            }
        }
        return BoxGrid.line(2, spacing * n, n);
    }
}
