package org.flavorwaves.knime.nodes.rays;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

import org.flavorwaves.knime.table.BackgroundTable;
import org.flavorwaves.knime.table.Messages;
import org.flavorwaves.knime.table.StateUnits;
import org.flavorwaves.knime.table.TableColumns;
import org.flavorwaves.physics.state.WaveVector;
import org.flavorwaves.physics.transport.rays.RayLaunch;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

/**
 * Where rays start: z, kx, ky, kz, and optionally omega_re and action.
 *
 * @param z index of z
 * @param kx index of kx
 * @param ky index of ky
 * @param kz index of kz
 * @param omega index of omega_re, or -1
 * @param action index of action, or -1
 */
record LaunchTable(int z, int kx, int ky, int kz, int omega, int action) {
    private static final String OMEGA = "omega_re";

    private static final String ACTION = "action";

    static LaunchTable of(final DataTableSpec spec) throws InvalidSettingsException {
        return new LaunchTable(TableColumns.number(spec, BackgroundTable.Z), TableColumns.number(spec, "kx"),
            TableColumns.number(spec, "ky"), TableColumns.number(spec, "kz"), TableColumns.optionalNumber(spec, OMEGA),
            TableColumns.optionalNumber(spec, ACTION));
    }

    /** Reads the launches. */
    List<RayLaunch> read(final BufferedDataTable table, final StateUnits units) throws KNIMEException {
        final List<RayLaunch> launches = new ArrayList<>();
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                final DataRow row = rows.next();
                final long index = launches.size();
                final WaveVector k = new WaveVector(TableColumns.finite(row, index, kx, "kx"),
                    TableColumns.finite(row, index, ky, "ky"), TableColumns.finite(row, index, kz, "kz"));
                final OptionalDouble frequency = omega < 0 || row.getCell(omega).isMissing() ? OptionalDouble.empty()
                    : OptionalDouble.of(TableColumns.finite(row, index, omega, OMEGA) / units.rateFactor());
                final double start =
                    action < 0 || row.getCell(action).isMissing() ? 1 : TableColumns.finite(row, index, action, ACTION);
                if (start < 0) {
                    throw Messages.row("Row '" + row.getKey().getString() + "' has action = " + start
                        + "; it must not be negative.", index, action);
                }
                launches.add(new RayLaunch(TableColumns.finite(row, index, z, BackgroundTable.Z), k, frequency, start));
            }
        }
        if (launches.isEmpty()) {
            throw Messages.failure("The launch table has no rows; it needs one row a ray.",
                "Add rows with z, kx, ky and kz.");
        }
        return launches;
    }
}
