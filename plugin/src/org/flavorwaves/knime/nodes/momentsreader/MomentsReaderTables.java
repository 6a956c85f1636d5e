package org.flavorwaves.knime.nodes.momentsreader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.flavorwaves.knime.io.DensityUnit;
import org.flavorwaves.knime.io.moments.CellFilter;
import org.flavorwaves.knime.io.moments.MomentsHeader;
import org.flavorwaves.knime.table.FileExtras;
import org.flavorwaves.knime.table.ResultTable;
import org.flavorwaves.knime.table.StateColumns;
import org.flavorwaves.knime.table.StateUnits;
import org.flavorwaves.knime.table.UnitSystem;
import org.flavorwaves.knime.table.WeightUnit;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The output tables of the node Moments Reader, filled row by row. */
final class MomentsReaderTables {
    private final MomentsHeader m_header;

    private final WeightUnit m_unit;

    private final ResultTable m_moments;

    private final ResultTable m_summary;

    MomentsReaderTables(final ExecutionContext exec, final MomentsHeader header, final UnitSystem units) {
        m_header = header;
        m_unit = unit(header, units);
        m_moments = new ResultTable(exec, momentsSpec(header, units));
        m_summary = new ResultTable(exec, summarySpec());
    }

    private static WeightUnit unit(final MomentsHeader header, final UnitSystem units) {
        return header.unit().map(unit -> unit == DensityUnit.PER_CM3 ? WeightUnit.PER_CM3 : WeightUnit.NATURAL)
            .orElseGet(() -> WeightUnit.of(units));
    }

    static DataTableSpec momentsSpec(final MomentsHeader header, final UnitSystem units) {
        final StateUnits made = new StateUnits(unit(header, units), UnitSystem.NATURAL);
        final List<DataColumnSpec> columns = new ArrayList<>(List.of(
            made.columns(header.cells() ? StateColumns.CELL : "", StateColumns.SPECIES,
                header.energies() ? StateColumns.ENERGY : "", "n [weight], fx [1], fy [1], fz [1]")));
        columns.addAll(FileExtras.specs(header.extras()));
        return new DataTableSpec(columns.toArray(new DataColumnSpec[0]));
    }

    static DataTableSpec summarySpec() {
        return new DataTableSpec(StateUnits.NATURAL.columns("format, species_meaning [text], unit, time [s], cells",
            "dropped_nan [count], dropped_impossible [count], wall_time, result"));
    }

    void row(final String cell, final String species, final double energy, final double[] moments,
        final double[] extras) {
        final List<Object> values = new ArrayList<>();
        values.add(species);
        if (m_header.energies()) {
            values.add(energy);
        }
        for (final double moment : moments) {
            values.add(moment);
        }
        for (final double extra : extras) {
            values.add(ResultTable.finite(extra));
        }
        m_moments.add(m_header.cells() ? Optional.of(new StringCell(cell)) : Optional.empty(), values.toArray());
    }

    void summary(final String file, final OptionalDouble time, final CellFilter cells, final double seconds) {
        final String dropped = cells.notFinite() + cells.impossible() == 0 ? "" : "; dropped " + cells.notFinite()
            + " with NaN or infinity and " + cells.impossible() + " with a negative density or a flux above it";
        m_summary.add(Optional.empty(), m_header.format().label(), m_header.species(), m_unit.label(),
            time.orElse(Double.NaN), whole(cells.cells()), whole(cells.notFinite()), whole(cells.impossible()), seconds,
            cells.cells() + " cells from " + file + " (" + m_header.format().label() + "), densities in unit "
                + m_unit.label() + (m_header.unit().isPresent() ? " as the format says, " : " as set, ")
                + m_header.species() + (time.isPresent() ? ", at t = " + time.getAsDouble() + " s" : "")
                + dropped);
    }

    private static int whole(final long count) {
        return (int) Math.min(Integer.MAX_VALUE, count);
    }

    BufferedDataTable[] close() {
        return new BufferedDataTable[]{m_moments.close(), m_summary.close()};
    }
}
