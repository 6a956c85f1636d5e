package org.flavorwaves.knime.io.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.flavorwaves.knime.io.DensityUnit;
import org.flavorwaves.knime.io.FileCell;
import org.flavorwaves.knime.io.PlainNumber;
import org.flavorwaves.knime.io.StateFile;
import org.flavorwaves.knime.io.StateFileColumns;
import org.flavorwaves.knime.io.StateFormatException;
import org.flavorwaves.physics.state.Absorption;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.InvalidModeException;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;

/**
 * Collects rows of the state schema, [cell] species [E] (vx vy vz | mu) weight P0 Px Py Pz [omega] [D] [kappa P0_source
 * Px_source Py_source Pz_source], and makes states of them. Vectors win over rings when a file has both.
 */
final class ModeRows {
    private static final String CELL = "cell";

    private static final String SPECIES = "species";

    private static final List<String> NUMBERS = List.of("E", "vx", "vy", "vz", "mu", "weight", "P0", "Px", "Py", "Pz",
        "omega", "D", "kappa", "P0_source", "Px_source", "Py_source", "Pz_source");

    private static final List<String> ABSORPTION =
        List.of("kappa", "P0_source", "Px_source", "Py_source", "Pz_source");

    private static final List<String> OPTIONAL = List.of("E", "omega", "D");

    private static final List<String> VECTOR = List.of("vx", "vy", "vz");

    private static final List<String> MOMENTS = List.of("n", "fx", "fy", "fz");

    private final List<String> m_header;

    private final String m_place;

    private final int m_cell;

    private final int m_species;

    private final Map<String, Integer> m_indices = new LinkedHashMap<>();

    private final Map<Optional<String>, CellRows> m_cells = new LinkedHashMap<>();

    /**
     * Finds the columns.
     *
     * @param header names of the columns
     * @param place what the rows are called in messages, such as "Line"
     */
    ModeRows(final List<String> header, final String place) {
        m_header = header;
        m_place = place;
        for (final String name : header) {
            if (header.indexOf(name) != header.lastIndexOf(name)) {
                throw new StateFormatException("Column '" + name + "' occurs twice.");
            }
        }
        m_cell = header.indexOf(CELL);
        m_species = require(SPECIES, "text");
        final boolean rings = header.contains("mu") && !header.containsAll(VECTOR);
        for (final String name : NUMBERS) {
            final boolean unwanted = rings ? VECTOR.contains(name) : "mu".equals(name);
            if (!unwanted && (header.contains(name) || !OPTIONAL.contains(name) && !ABSORPTION.contains(name))) {
                m_indices.put(name, require(name, "number"));
            }
        }
        checkAbsorption();
    }

    private void checkAbsorption() {
        final List<String> absent = ABSORPTION.stream().filter(name -> !m_header.contains(name)).toList();
        if (!absent.isEmpty() && absent.size() < ABSORPTION.size()) {
            throw new StateFormatException("Absorption needs all or none of the columns "
                + String.join(", ", ABSORPTION) + "; missing: " + String.join(", ", absent) + ".");
        }
    }

    private int require(final String name, final String type) {
        final int index = m_header.indexOf(name);
        if (index < 0) {
            throw new StateFormatException("Column '" + name + "' (" + type + ") is missing"
                + (VECTOR.contains(name) ? " and so is 'mu'" : "") + "; found: " + String.join(", ", m_header) + "."
                + (m_header.containsAll(MOMENTS) ? " These are moments: read them with a CSV reader, and close them "
                    + "with the node Moments to Distribution." : ""));
        }
        return index;
    }

    /**
     * Adds a row.
     *
     * @param line its number for messages, from 1
     * @param values texts in the order of the header; null where there is none
     */
    void add(final long line, final String[] values) {
        if (values.length != m_header.size()) {
            throw new StateFormatException(m_place + " " + line + " has " + values.length + " values, but there are "
                + m_header.size() + " columns.");
        }
        final Optional<String> key = m_cell < 0 ? Optional.empty() : Optional.of(text(line, values, m_cell));
        final String label = text(line, values, m_species);
        final Species species;
        try {
            species = Species.ofLabel(label);
        } catch (final IllegalArgumentException e) {
            throw new StateFormatException(m_place + " " + line + " has species '" + label
                + "'; it must be 'nu' or 'nubar'.", e);
        }
        final double[] numbers = new double[m_indices.size()];
        int c = 0;
        for (final int index : m_indices.values()) {
            numbers[c++] = number(line, values, index);
        }
        final Integer energy = m_indices.get("E");
        if (energy != null && !(numbers[0] > 0)) {
            throw new StateFormatException(m_place + " " + line + " has energy E = " + numbers[0]
                + " MeV; it must be positive.");
        }
        m_cells.computeIfAbsent(key, k -> new CellRows()).add(line, species, numbers);
    }

    private String text(final long line, final String[] values, final int index) {
        if (values[index] == null || values[index].isBlank()) {
            throw new StateFormatException(m_place + " " + line + " has no value in column '" + m_header.get(index)
                + "'.");
        }
        return values[index].strip();
    }

    private double number(final long line, final String[] values, final int index) {
        final String text = text(line, values, index);
        final double value;
        try {
            value = PlainNumber.parse(text);
        } catch (final NumberFormatException e) {
            throw new StateFormatException(m_place + " " + line + " has '" + text + "' in column '"
                + m_header.get(index) + "', which is not a number.", e);
        }
        if (!Double.isFinite(value)) {
            throw new StateFormatException(m_place + " " + line + " has " + text + " in column '" + m_header.get(index)
                + "'; it must be finite.");
        }
        return value;
    }

    /**
     * The optional columns.
     *
     * @param unit the unit of the weights, if it is known
     * @return which of them there are
     */
    StateFileColumns columns(final Optional<DensityUnit> unit) {
        return new StateFileColumns(m_cell >= 0, m_indices.containsKey("E"), m_indices.containsKey("mu"),
            m_indices.containsKey("omega"), m_indices.containsKey("D"), m_indices.containsKey("kappa"), unit);
    }

    /**
     * Makes the states.
     *
     * @param unit the unit of the weights, if it is known
     * @return what the file holds
     */
    StateFile build(final Optional<DensityUnit> unit) {
        if (m_cells.isEmpty()) {
            throw new StateFormatException("There are no rows; a state needs one row a momentum mode.");
        }
        final List<FileCell> cells = new ArrayList<>();
        m_cells.forEach((key, rows) -> cells.add(cell(key, rows)));
        final List<String> ignored = new ArrayList<>(m_header);
        ignored.removeAll(m_indices.keySet());
        ignored.removeAll(List.of(CELL, SPECIES));
        return new StateFile(cells, columns(unit), ignored, List.of());
    }

    private FileCell cell(final Optional<String> key, final CellRows rows) {
        final List<String> names = List.copyOf(m_indices.keySet());
        final double[] zeros = new double[rows.m_size];
        final Map<String, double[]> columns = new LinkedHashMap<>();
        NUMBERS.forEach(name -> columns.put(name, zeros));
        for (int c = 0; c < names.size(); c++) {
            columns.put(names.get(c), rows.column(c));
        }
        final boolean rings = m_indices.containsKey("mu");
        try {
            final MomentumModes modes = MomentumModes.builder().species(rows.species())
                .velocity(columns.get("vx"), columns.get("vy"), columns.get(rings ? "mu" : "vz"))
                .weight(columns.get("weight")).omega(columns.get("omega")).depolarization(columns.get("D"))
                .absorption(new Absorption(columns.get("kappa"), columns.get("P0_source"), columns.get("Px_source"),
                    columns.get("Py_source"), columns.get("Pz_source"))).build();
            return new FileCell(key, new FlavorState(modes, columns.get("P0"), columns.get("Px"), columns.get("Py"),
                columns.get("Pz")), names.contains("E") ? Optional.of(columns.get("E")) : Optional.empty());
        } catch (final InvalidModeException e) {
            throw new StateFormatException(m_place + " " + rows.m_lines[e.mode()] + " " + e.problem() + ".", e);
        }
    }

    /** The rows of a cell as growing arrays. */
    private static final class CellRows {
        private int m_size;

        private long[] m_lines = new long[64];

        private Species[] m_species = new Species[64];

        private double[][] m_numbers = new double[64][];

        void add(final long line, final Species species, final double[] numbers) {
            if (m_size == m_lines.length) {
                m_lines = Arrays.copyOf(m_lines, 2 * m_size);
                m_species = Arrays.copyOf(m_species, 2 * m_size);
                m_numbers = Arrays.copyOf(m_numbers, 2 * m_size);
            }
            m_lines[m_size] = line;
            m_species[m_size] = species;
            m_numbers[m_size++] = numbers;
        }

        Species[] species() {
            return Arrays.copyOf(m_species, m_size);
        }

        double[] column(final int c) {
            final double[] column = new double[m_size];
            for (int i = 0; i < m_size; i++) {
                column[i] = m_numbers[i][c];
            }
            return column;
        }
    }
}
