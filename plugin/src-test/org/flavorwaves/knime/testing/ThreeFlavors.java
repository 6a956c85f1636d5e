package org.flavorwaves.knime.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;

import org.flavorwaves.knime.table.StateColumns;
import org.flavorwaves.physics.threeflavor.FlavorPair;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DoubleValue;
import org.knime.core.node.BufferedDataTable;

/** States of three flavors for tests, and the comparison with two. */
public final class ThreeFlavors {
    private static final List<String> POLARIZATION =
        List.of(StateColumns.P0, StateColumns.PX, StateColumns.PY, StateColumns.PZ);

    private ThreeFlavors() {
    }

    /**
     * Two beams with matter, reference case 22.
     *
     * @return neutrinos with v = 1 and antineutrinos with v = -1
     */
    public static BufferedDataTable twoBeams() {
        return diagonal().row("nu", 1.0, 1.0, 0.6, 0.2, 0.1, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
            .row("nubar", -1.0, 0.8, 0.3, 0.25, 0.05, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0).build();
    }

    /**
     * An empty table of rings.
     *
     * @return species, mu, weight and the nine columns of density matrices
     */
    public static Tables diagonal() {
        final List<String> columns = new ArrayList<>(List.of("species:text", "mu", "weight"));
        columns.addAll(StateColumns.RHO);
        return Tables.of(columns.toArray(String[]::new));
    }

    /**
     * Puts a table of two flavors into a pair of three.
     *
     * @param table a state of two flavors; omega, if it is there, becomes that of the pair
     * @param pair the pair
     * @return the same state; the third flavor is absent
     */
    public static BufferedDataTable embed(final BufferedDataTable table, final FlavorPair pair) {
        final List<String> columns = new ArrayList<>();
        for (final DataColumnSpec column : table.getDataTableSpec()) {
            if (!POLARIZATION.contains(column.getName()) && !StateColumns.OMEGA.equals(column.getName())) {
                columns.add(column.getName() + (column.getType().isCompatible(DoubleValue.class) ? "" : ":text"));
            }
        }
        final int kept = columns.size();
        columns.addAll(StateColumns.RHO);
        columns.addAll(List.of(StateColumns.OMEGA21, StateColumns.OMEGA31));
        final Tables embedded = Tables.of(columns.toArray(String[]::new));
        for (final DataRow row : Tables.rows(table)) {
            final Object[] values = new Object[columns.size()];
            for (int c = 0; c < kept; c++) {
                final DataCell cell = row.getCell(table.getDataTableSpec().findColumnIndex(columns.get(c)
                    .replace(":text", "")));
                values[c] = cell instanceof DoubleValue value ? (Object) value.getDoubleValue() : cell.toString();
            }
            for (int c = kept; c < values.length; c++) {
                values[c] = 0.0;
            }
            final double[] p = POLARIZATION.stream().mapToDouble(name -> number(table, row, name)).toArray();
            values[kept + pair.first()] = (p[0] + p[3]) / 2;
            values[kept + pair.second()] = (p[0] - p[3]) / 2;
            final int off = kept + 3 + 2 * (pair.first() + pair.second() - 1);
            values[off] = p[1] / 2;
            values[off + 1] = -p[2] / 2;
            if (table.getDataTableSpec().containsName(StateColumns.OMEGA)) {
                values[kept + 9 + (pair == FlavorPair.E_MU ? 0 : 1)] = number(table, row, StateColumns.OMEGA);
            }
            embedded.row(values);
        }
        return embedded.build();
    }

    private static double number(final BufferedDataTable table, final DataRow row, final String column) {
        return ((DoubleValue) row.getCell(table.getDataTableSpec().findColumnIndex(column))).getDoubleValue();
    }

    /**
     * Asserts that a result of three flavors is that of two.
     *
     * @param three the result of three flavors
     * @param two that of two; each of its columns is compared, but for times and sentences
     * @param tolerance of numbers, absolute and relative
     */
    public static void assertSame(final BufferedDataTable three, final BufferedDataTable two, final double tolerance) {
        assertThat(three.size()).isEqualTo(two.size());
        for (final DataColumnSpec column : two.getDataTableSpec()) {
            final String name = column.getName();
            if (List.of("wall_time", "cells_per_second", "result", "residual", "max_residual", "conservation_error")
                .contains(name)) {
                continue;
            }
            if (column.getType().isCompatible(DoubleValue.class)) {
                final double[] expected = Tables.numbers(two, name);
                final double[] actual = Tables.numbers(three, name);
                for (int i = 0; i < expected.length; i++) {
                    if (Double.isNaN(expected[i])) {
                        assertThat(actual[i]).as(name + " in row " + i).isNaN();
                    } else {
                        assertThat(actual[i]).as(name + " in row " + i).isCloseTo(expected[i],
                            within(tolerance * Math.max(1, Math.abs(expected[i]))));
                    }
                }
            } else {
                assertThat(Tables.texts(three, name)).as(name).isEqualTo(Tables.texts(two, name));
            }
        }
    }
}
