package org.flavorwaves.knime.nodes.transport;

import java.util.ArrayList;
import java.util.List;

import org.flavorwaves.knime.table.BackgroundTable;
import org.flavorwaves.knime.table.Messages;
import org.flavorwaves.knime.table.StateUnits;
import org.flavorwaves.knime.table.TableColumns;
import org.flavorwaves.physics.transport.flow.grid.FlowProfile;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

/**
 * What surrounds a stream: places z, or times t of a uniform medium, with the matter potential and a factor on the
 * self-interaction, both optional.
 *
 * @param place index of z or t; -1 for a uniform medium that does not change
 * @param name z or t
 * @param matter index of lambda, -1 for the potential of the settings
 * @param strength index of selfInteraction, -1 for 1
 */
record ProfileTable(int place, String name, int matter, int strength) {
    private static final int PORT = 1;

    private static final String STRENGTH = "selfInteraction";

    /**
     * Finds the columns.
     *
     * @throws InvalidSettingsException if there is no column of places where one is needed
     */
    static ProfileTable of(final DataTableSpec spec, final boolean uniform) throws InvalidSettingsException {
        final int place = uniform ? TableColumns.optionalNumber(spec, "t") : TableColumns.number(spec, "z");
        return new ProfileTable(place, uniform ? "t" : BackgroundTable.Z,
            TableColumns.optionalNumber(spec, BackgroundTable.LAMBDA), TableColumns.optionalNumber(spec, STRENGTH));
    }

    /** Reads the profile; times become lengths. */
    FlowProfile read(final BufferedDataTable table, final StateUnits units, final double matterPotential)
        throws KNIMEException {
        final List<double[]> rows = new ArrayList<>();
        try (CloseableRowIterator iterator = table.iterator()) {
            while (iterator.hasNext()) {
                final DataRow row = iterator.next();
                final long index = rows.size();
                final double at = place < 0 ? index : TableColumns.finite(PORT, row, index, place, name);
                if (!rows.isEmpty() && !(at > rows.get(rows.size() - 1)[0])) {
                    throw Messages.rowOf(PORT, "Row '" + row.getKey().getString() + "' has " + name + " = " + at
                        + " after " + rows.get(rows.size() - 1)[0] + "; places must rise.", index, place,
                        "Sort the profile by " + name + " and remove repeated places.");
                }
                rows.add(new double[]{at,
                    matter < 0 ? matterPotential
                        : TableColumns.finite(PORT, row, index, matter, BackgroundTable.LAMBDA),
                    strength < 0 ? 1 : TableColumns.finite(PORT, row, index, strength, STRENGTH)});
            }
        }
        if (rows.isEmpty()) {
            throw Messages.failure("The profile has no rows; it needs one row a place with the column " + name + ".",
                "Add rows with " + name + " and lambda.");
        }
        if (place < 0) {
            return FlowProfile.of(new double[1], new double[]{rows.get(0)[1]}, new double[]{rows.get(0)[2]});
        }
        final double factor = "t".equals(name) ? units.rateFactor() : 1;
        return FlowProfile.of(rows.stream().mapToDouble(r -> r[0] * factor).toArray(),
            rows.stream().mapToDouble(r -> r[1]).toArray(), rows.stream().mapToDouble(r -> r[2]).toArray());
    }
}
