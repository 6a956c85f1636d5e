package org.flavorwaves.knime.nodes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.flavorwaves.knime.table.DensityMatrixColumns;
import org.flavorwaves.knime.table.NearNames;
import org.flavorwaves.knime.table.StateColumns;
import org.flavorwaves.knime.table.UnitSystem;
import org.flavorwaves.knime.table.WeightUnit;
import org.flavorwaves.knime.table.moments.MomentsReader;
import org.flavorwaves.knime.table.moments.MomentsStream;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.node.DefaultModel.ExecuteInput;

/** What looks wrong about the tables that a node is given, though it can be read. */
final class InputWarnings {
    private InputWarnings() {
    }

    /**
     * Looks at the tables.
     *
     * @param in parameters and tables of the node
     * @return the warnings
     */
    static List<String> of(final ExecuteInput in) {
        final List<String> warnings = new ArrayList<>();
        for (final BufferedDataTable table : in.getInTables()) {
            if (table != null && in.getParameters() instanceof UnitsParameters
                && table.getDataTableSpec().containsName(StateColumns.SPECIES)) {
                warnings.addAll(NearNames.in(table.getDataTableSpec(), read(table.getDataTableSpec())));
            }
            if (table != null && in.getParameters() instanceof UnitsParameters parameters
                && parameters.units() == UnitSystem.NATURAL) {
                addWeights(table.getDataTableSpec(), warnings);
            }
        }
        return warnings;
    }

    private static List<String> read(final DataTableSpec spec) {
        if (MomentsStream.reads(spec)) {
            return MomentsReader.READ;
        }
        return DensityMatrixColumns.in(spec) ? StateColumns.READ_THREE : StateColumns.READ;
    }

    private static void addWeights(final DataTableSpec spec, final List<String> warnings) {
        final DataColumnSpec weight = spec.getColumnSpec(StateColumns.WEIGHT);
        if (weight == null || weight.getProperties().containsProperty(WeightUnit.PROPERTY)) {
            return;
        }
        final DataCell largest = weight.getDomain().getUpperBound();
        if (largest instanceof DoubleValue value && value.getDoubleValue() > WeightUnit.LARGEST_POTENTIAL) {
            warnings.add(String.format(Locale.ROOT, "Column 'weight' declares no unit and reaches %.1e, so it seems to "
                + "hold densities in cm^-3, but it is read in natural units. If it does, set Units to CGS.",
                value.getDoubleValue()));
        }
    }
}
