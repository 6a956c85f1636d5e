package org.flavorwaves.hostile;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.knime.core.data.DataType;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;

/** Tables for the ports of all nodes: sound ones, small, with whatever optional columns, and then spoiled. */
final class HostileTables {
    /** Values that no table should hold in that place, or that only just make sense. */
    private static final Object[] VALUES = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.0,
        Double.MIN_VALUE, 1e-310, 1e-300, 1e300, Double.MAX_VALUE, -1e300, 0.0, -1.0, 1.0, 1 + 1e-9, 1 - 1e-16, 2.05,
        3.0, 1e-8, 1e8, null};

    private static final DataType[] TYPES = {IntCell.TYPE, LongCell.TYPE, StringCell.TYPE, BooleanCell.TYPE};

    private static final String[] SPECIES = {"nux", "NU", "Nubar", "", "1", "nu ", "electron", null};

    private final Random m_random;

    private final StringBuilder m_said;

    HostileTables(final Random random, final StringBuilder said) {
        m_random = random;
        m_said = said;
    }

    /** A table for a port, spoiled up to three times. */
    HostileTable make(final String port, final boolean spoil) {
        final HostileTable table = sound(port);
        final int times = spoil ? Math.min(m_random.nextInt(4), m_random.nextInt(4)) : 0;
        for (int i = 0; i < times; i++) {
            spoil(port, table);
        }
        return table;
    }

    private HostileTable sound(final String port) {
        final boolean vectors = m_random.nextBoolean();
        return switch (port) {
            case "Reference", "Resolved evolution", "Theory evolution" -> evolution();
            case "Resolved summary", "Theory summary" -> {
                final HostileTable table = new HostileTable("wall_time");
                table.set(table.addRow(), "wall_time", 1.0);
                yield table;
            }
            case "Spectrum" -> spectrum();
            case "Field" -> field(vectors);
            case "Launches" -> launches();
            case "Background" -> background(vectors);
            case "Moments" -> moments();
            case "Stream" -> stream(vectors);
            case "Profile" -> HostileStream.profile(m_random);
            case "Waves before" -> HostileStream.waves(m_random);
            case "Table" -> state(names("weight nu_e nubar_e nu_x nubar_x", vectors), 1);
            default -> state(names("species weight P0 Px Py Pz", vectors), 1);
        };
    }

    private String[] names(final String necessary, final boolean vectors) {
        final Stream<String> optional =
            Stream.of("cell", "E", "omega", "D", "gamma").filter(name -> m_random.nextInt(4) == 0);
        return Stream.of(optional, Stream.of(vectors ? "vx vy vz".split(" ") : new String[]{"mu"}),
            Arrays.stream(necessary.split(" "))).flatMap(s -> s).toArray(String[]::new);
    }

    private HostileTable state(final String[] names, final int positions) {
        final HostileTable table = new HostileTable(names);
        final int cells = positions > 1 || table.column("cell") == null ? 1 : 1 + m_random.nextInt(3);
        final int modes = 2 + m_random.nextInt(7);
        final boolean aligned = m_random.nextInt(3) > 0;
        for (int cell = 0; cell < cells; cell++) {
            for (int mode = 0; mode < modes; mode++) {
                addMode(table, "c" + cell, mode, modes, aligned);
            }
        }
        return table;
    }

    private void addMode(final HostileTable table, final String cell, final int mode, final int modes,
        final boolean aligned) {
        final int row = table.addRow();
        final double cos = modes == 2 ? 1 - 2 * mode : 2 * (mode + 0.5) / modes - 1;
        final double phi = 2 * Math.PI * m_random.nextDouble();
        final double length = 0.1 + 0.9 * m_random.nextDouble();
        final double tilt = aligned ? (m_random.nextInt(4) == 0 ? Math.PI : 0) : Math.PI * m_random.nextDouble();
        table.set(row, "cell", cell);
        table.set(row, "species", m_random.nextInt(3) == 0 ? "nubar" : "nu");
        table.set(row, "mu", cos);
        table.set(row, "vx", Math.sqrt(1 - cos * cos) * Math.cos(phi));
        table.set(row, "vy", Math.sqrt(1 - cos * cos) * Math.sin(phi));
        table.set(row, "vz", cos);
        table.set(row, "weight", 0.2 + m_random.nextDouble());
        table.set(row, "P0", 1.0);
        table.set(row, "Px", aligned ? 0.0 : length * Math.sin(tilt) * Math.cos(phi));
        table.set(row, "Py", aligned ? 0.0 : length * Math.sin(tilt) * Math.sin(phi));
        table.set(row, "Pz", length * Math.cos(tilt));
        table.set(row, "E", 5 + 20 * m_random.nextDouble());
        table.set(row, "omega", m_random.nextDouble());
        table.set(row, "D", 0.1 * m_random.nextDouble());
        for (final String name : List.of("nu_e", "nubar_e", "nu_x", "nubar_x", "gamma")) {
            table.set(row, name, m_random.nextDouble());
        }
    }

    private HostileTable background(final boolean vectors) {
        return positions(4, vectors, Stream.of("z", "lambda").filter(n -> n.equals("z") || m_random.nextInt(3) > 0));
    }

    private HostileTable field(final boolean vectors) {
        return positions(12, vectors, Stream.of("point", "z"));
    }

    /** Modes of a stream: some by place or time, most without vacuum term; outward, or what a mirror sends back too. */
    private HostileTable stream(final boolean vectors) {
        final int varied = m_random.nextInt(4);
        final HostileTable table = varied > 1 ? state(names("species weight P0 Px Py Pz", vectors), 2)
            : positions(4, vectors, Stream.of(varied == 0 ? "z" : "t"));
        final boolean vacuum = m_random.nextInt(3) == 0;
        table.columns().removeIf(c -> c.name().equals("cell") || !vacuum && List.of("E", "omega").contains(c.name()));
        if (m_random.nextInt(3) == 0) {
            HostileStream.outward(table);
        } else if (m_random.nextInt(3) > 0) {
            HostileStream.mirror(table, varied > 1 ? table.rows() : table.rows() / 4);
        }
        return table;
    }

    /** The same modes at several positions. */
    private HostileTable positions(final int count, final boolean vectors, final Stream<String> columns) {
        final HostileTable one = state(names("species weight P0 Px Py Pz", vectors), 2);
        final String[] names =
            Stream.concat(columns, one.columns().stream().map(HostileTable.Column::name)).toArray(String[]::new);
        final HostileTable table = new HostileTable(names);
        for (int position = 0; position < count; position++) {
            for (int mode = 0; mode < one.rows(); mode++) {
                final int row = table.addRow();
                for (final HostileTable.Column column : one.columns()) {
                    table.set(row, column.name(), column.values().get(mode));
                }
                table.set(row, "point", position);
                table.set(row, "z", (double) position);
                table.set(row, "t", (double) position);
                table.set(row, "lambda", 10.0 - position);
            }
        }
        return table;
    }

    private HostileTable spectrum() {
        final HostileTable table = new HostileTable(Stream.of("t", "k", "power", "omega_re", "kappa")
            .filter(n -> n.length() < 6 && !n.equals("kappa") || m_random.nextInt(3) == 0).toArray(String[]::new));
        for (int i = 0; i < 12; i++) {
            final int row = table.addRow();
            table.set(row, "t", (double) (i / 6));
            table.set(row, "k", 1.0 + i % 6);
            table.set(row, "power", Math.exp(-i % 6 - m_random.nextDouble()));
            table.set(row, "omega_re", m_random.nextDouble() * 2 - 0.5);
            table.set(row, "kappa", m_random.nextDouble() * 2 - 0.5);
        }
        return table;
    }

    private HostileTable launches() {
        final HostileTable table = new HostileTable(Stream.of("z", "kx", "ky", "kz", "omega_re", "action")
            .filter(n -> n.length() < 3 || m_random.nextInt(3) == 0).toArray(String[]::new));
        for (int i = m_random.nextInt(3); i >= 0; i--) {
            final int row = table.addRow();
            table.set(row, "z", 1.0 + i);
            table.set(row, "kz", m_random.nextDouble() * 2 - 1);
            table.set(row, "action", 1.0);
        }
        return table;
    }

    private HostileTable moments() {
        final HostileTable table = new HostileTable(Stream.of("cell", "E", "species", "n", "fx", "fy", "fz")
            .filter(n -> n.length() != 4 && !n.equals("E") || m_random.nextInt(3) == 0).toArray(String[]::new));
        for (final String species : List.of("nu_e", "nubar_e", "nu_x")) {
            final int row = table.addRow();
            table.set(row, "species", species);
            table.set(row, "n", 1e33 * m_random.nextDouble());
            table.set(row, "fz", m_random.nextDouble());
            table.set(row, "E", 10.0);
        }
        return table;
    }

    private HostileTable evolution() {
        final HostileTable table = new HostileTable("t", "mode", "Pz");
        final int modes = 1 + m_random.nextInt(3);
        for (int time = 0; time < 4; time++) {
            for (int mode = 0; mode < modes; mode++) {
                final int row = table.addRow();
                table.set(row, "t", (double) time);
                table.set(row, "mode", (double) mode);
                table.set(row, "Pz", Math.exp(-time * 0.1));
            }
        }
        return table;
    }

    private void spoil(final String port, final HostileTable table) {
        final int which = m_random.nextInt(22);
        m_said.append("  ").append(port).append(": ");
        if (table.rows() == 0 || table.columns().isEmpty()) {
            m_said.append("nothing left to spoil\n");
            return;
        }
        if (which < 9) {
            spoilValue(table);
        } else if (which < 14) {
            spoilColumns(table, which);
        } else {
            spoilModes(table, which);
        }
        m_said.append('\n');
    }

    /** One value, or a whole column of it. */
    private void spoilValue(final HostileTable table) {
        final HostileTable.Column column = table.columns().get(m_random.nextInt(table.columns().size()));
        final Object value = column.name().equals("species") ? SPECIES[m_random.nextInt(SPECIES.length)]
            : VALUES[m_random.nextInt(VALUES.length)];
        final boolean all = m_random.nextInt(3) == 0;
        final int row = m_random.nextInt(table.rows());
        if (all) {
            Collections.fill(column.values(), value);
        } else {
            column.values().set(row, value);
        }
        m_said.append(column.name()).append(" = ").append(value).append(all ? " everywhere" : " in row " + row);
    }

    private void spoilColumns(final HostileTable table, final int which) {
        final HostileTable.Column column = table.columns().get(m_random.nextInt(table.columns().size()));
        switch (which) {
            case 9 -> {
                final DataType type = TYPES[m_random.nextInt(TYPES.length)];
                column.become(type);
                m_said.append(column.name()).append(" becomes ").append(type);
            }
            case 10 -> {
                Collections.shuffle(table.columns(), m_random);
                m_said.append("columns shuffled");
            }
            case 11 -> {
                final String name = m_random.nextBoolean() ? column.name().toUpperCase() : " " + column.name();
                m_said.append(column.name()).append(" is called '").append(name).append('\'');
                if (table.column(name) == null) {
                    column.rename(name);
                }
            }
            case 12 -> {
                table.columns().remove(column);
                m_said.append("no column ").append(column.name());
            }
            default -> {
                final String[] units = {"cm^-3", "natural", "s^-1", "furlong", "MeV", "cm^-1"};
                final String unit = units[m_random.nextInt(units.length)];
                column.unit(unit);
                m_said.append(column.name()).append(" in ").append(unit);
            }
        }
    }

    private void spoilModes(final HostileTable table, final int which) {
        final int rows = table.rows();
        final int row = m_random.nextInt(rows);
        switch (which) {
            case 14 -> {
                table.keepRows(m_random.nextInt(2));
                m_said.append(table.rows()).append(" rows left");
            }
            case 15 -> {
                table.copyRow(row);
                m_said.append("row ").append(row).append(" twice");
            }
            case 16 -> {
                for (int i = 0; i < rows; i++) {
                    final int copy = table.copyRow(i);
                    table.set(copy, "species", "nu".equals(table.text(i, "species")) ? "nubar" : "nu");
                }
                m_said.append("each row again as its antiparticle");
            }
            case 17 -> {
                for (int i = 0; i < rows; i++) {
                    table.set(i, "Px", 0.0);
                    table.set(i, "Py", 0.0);
                    table.set(i, "Pz", 0.0);
                }
                m_said.append("no polarization");
            }
            case 18 -> {
                final String species = m_random.nextBoolean() ? "nubar" : "nu";
                for (int i = 0; i < rows; i++) {
                    table.set(i, "species", species);
                }
                m_said.append("only ").append(species);
            }
            case 19 -> {
                final double factor = m_random.nextBoolean() ? 0 : 1 + m_random.nextInt(2) * 0.5 + 1e-9;
                for (final String name : List.of("vx", "vy", "vz", "mu")) {
                    table.set(row, name, factor * table.number(row, name));
                }
                m_said.append("velocity of row ").append(row).append(" times ").append(factor);
            }
            case 20 -> {
                final double factor = Math.pow(10, m_random.nextInt(61) - 30);
                for (int i = 0; i < rows; i++) {
                    table.set(i, "weight", factor * table.number(i, "weight"));
                }
                m_said.append("weights times ").append(factor);
            }
            default -> {
                for (int i = 0; i + 1 < rows; i += 2) {
                    table.swapRows(i, rows - 1 - i);
                }
                m_said.append("rows interleaved");
            }
        }
    }
}
