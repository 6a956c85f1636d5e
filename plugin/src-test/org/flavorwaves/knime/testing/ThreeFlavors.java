package org.flavorwaves.knime.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
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

    private static final List<String> SOURCE = List.of(StateColumns.P0_SOURCE, StateColumns.PX_SOURCE,
        StateColumns.PY_SOURCE, StateColumns.PZ_SOURCE);

    /** What differs from run to run, or says how many flavors there are. */
    private static final List<String> UNEQUAL =
        List.of("wall_time", "cells_per_second", "result", "residual", "max_residual", "conservation_error");

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
     * @param table a state of two flavors
     * @param pair the pair
     * @return the same state; the third flavor is absent
     */
    public static BufferedDataTable embed(final BufferedDataTable table, final FlavorPair pair) {
        return embed(table, Embedding.valueOf(pair.name()));
    }

    /**
     * Puts a table of two flavors among three.
     *
     * @param table a state of two flavors; omega, if it is there, becomes that of the place
     * @param place where
     * @return the same state
     */
    public static BufferedDataTable embed(final BufferedDataTable table, final Embedding place) {
        final List<String> columns = new ArrayList<>();
        for (final DataColumnSpec column : table.getDataTableSpec()) {
            if (!POLARIZATION.contains(column.getName()) && !SOURCE.contains(column.getName())
                && !StateColumns.OMEGA.equals(column.getName())) {
                columns.add(column.getName() + (column.getType().isCompatible(DoubleValue.class) ? "" : ":text"));
            }
        }
        final int kept = columns.size();
        columns.addAll(StateColumns.RHO);
        final boolean vacuum = table.getDataTableSpec().containsName(StateColumns.OMEGA);
        final boolean emission = table.getDataTableSpec().containsName(StateColumns.KAPPA);
        columns.addAll(emission ? StateColumns.RHO_SOURCE : List.of());
        columns.addAll(vacuum ? List.of(StateColumns.OMEGA21, StateColumns.OMEGA31) : List.of());
        final Tables embedded = Tables.of(columns.toArray(String[]::new));
        embedded.weightsIn(table.getDataTableSpec().getColumnSpec(StateColumns.WEIGHT));
        for (final DataRow row : Tables.rows(table)) {
            final Object[] values = new Object[columns.size()];
            for (int c = 0; c < kept; c++) {
                final DataCell cell = row.getCell(table.getDataTableSpec().findColumnIndex(columns.get(c)
                    .replace(":text", "")));
                values[c] = cell instanceof DoubleValue value ? (Object) value.getDoubleValue() : cell.toString();
            }
            fill(table, row, POLARIZATION, place, values, kept);
            if (emission) {
                fill(table, row, SOURCE, place, values, kept + StateColumns.RHO.size());
            }
            if (vacuum) {
                final double[] omega = place.frequencies(number(table, row, StateColumns.OMEGA));
                values[values.length - 2] = omega[0];
                values[values.length - 1] = omega[1];
            }
            embedded.row(values);
        }
        return embedded.build();
    }

    private static void fill(final BufferedDataTable table, final DataRow row, final List<String> names,
        final Embedding place, final Object[] values, final int from) {
        final double[] p = names.stream().mapToDouble(name -> number(table, row, name)).toArray();
        final double[] rho = place.rho(p[0], p[1], p[2], p[3]);
        for (int c = 0; c < rho.length; c++) {
            values[from + c] = rho[c];
        }
    }

    private static double number(final BufferedDataTable table, final DataRow row, final String column) {
        return ((DoubleValue) row.getCell(table.getDataTableSpec().findColumnIndex(column))).getDoubleValue();
    }

    /**
     * Asserts that polarization vectors of a result of two flavors are the density matrices of one of three.
     *
     * @param three the result of three flavors
     * @param two that of two, row by row, with Px, Py, Pz and perhaps P0
     * @param place where the two flavors stand among the three
     * @param tolerance of numbers
     */
    public static void assertEmbedded(final BufferedDataTable three, final BufferedDataTable two,
        final Embedding place, final double tolerance) {
        assertThat(three.size()).isEqualTo(two.size());
        final double[][] p = POLARIZATION.stream().skip(1).map(name -> Tables.numbers(two, name))
            .toArray(double[][]::new);
        final double[][] rho = StateColumns.RHO.stream().map(name -> Tables.numbers(three, name))
            .toArray(double[][]::new);
        for (int r = 0; r < p[0].length; r++) {
            final double trace = two.getDataTableSpec().containsName(StateColumns.P0)
                ? Tables.numbers(two, StateColumns.P0)[r] : rho[0][r] + rho[1][r] + rho[2][r];
            final double[] expected = place.rho(trace, p[0][r], p[1][r], p[2][r]);
            for (int c = 0; c < expected.length; c++) {
                assertThat(rho[c][r]).as(StateColumns.RHO.get(c) + " in row " + r + ", " + place)
                    .isCloseTo(expected[c], within(tolerance));
            }
        }
    }

    /**
     * Asserts that columns of two tables are equal.
     *
     * @param three a result of three flavors
     * @param two that of two
     * @param tolerance of numbers, absolute and relative
     * @param columns their names
     */
    public static void assertSameColumns(final BufferedDataTable three, final BufferedDataTable two,
        final double tolerance, final String... columns) {
        assertThat(three.size()).isEqualTo(two.size());
        for (final String name : columns) {
            if (two.getDataTableSpec().getColumnSpec(name).getType().isCompatible(DoubleValue.class)) {
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

    /**
     * Asserts that a result of three flavors is that of two.
     *
     * @param three the result of three flavors
     * @param two that of two; each of its columns is compared, but for times and sentences
     * @param tolerance of numbers, absolute and relative
     */
    public static void assertSame(final BufferedDataTable three, final BufferedDataTable two, final double tolerance) {
        assertSameColumns(three, two, tolerance, Arrays.stream(two.getDataTableSpec().getColumnNames())
            .filter(name -> !UNEQUAL.contains(name)).toArray(String[]::new));
    }
}
