package org.flavorwaves.hostile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Turns some state tables into those of three flavors, sound ones and spoiled ones. */
final class HostileFlavors {
    private static final String[] TWO = {"P0", "Px", "Py", "Pz", "omega"};

    private static final String[] RHO = {"rho_ee", "rho_mm", "rho_tt", "rho_em_re", "rho_em_im", "rho_et_re",
        "rho_et_im", "rho_mt_re", "rho_mt_im"};

    private static final Object[] VALUES = {Double.NaN, Double.POSITIVE_INFINITY, -1e-3, -1e-12, 1 + 1e-12, 1.5, 1e-310,
        1e300, -1e300, 0.0, 1.0, 0.5, 1e-9, null};

    private final Random m_random;

    private final StringBuilder m_said;

    private final boolean m_three;

    /**
     * Decides by a seed, apart from all else that it decides.
     *
     * @param seed of the input
     * @param said takes what was done
     */
    HostileFlavors(final long seed, final StringBuilder said) {
        m_random = new Random(seed * 0x9E3779B97F4A7C15L + 1);
        m_said = said;
        m_three = m_random.nextInt(3) == 0;
    }

    /** The table of a port, which may have three flavors now. */
    HostileTable of(final String port, final HostileTable table, final boolean spoil) {
        if (!m_three || port.equals("Stream") && m_random.nextInt(8) > 0
            || Arrays.stream(TWO).limit(4).anyMatch(name -> table.column(name) == null)) {
            return table;
        }
        final HostileTable three = three(table);
        m_said.append("  ").append(port).append(": three flavors\n");
        for (int i = spoil ? m_random.nextInt(3) : 0; i > 0 && three.rows() > 0; i--) {
            spoil(port, three);
        }
        return three;
    }

    private HostileTable three(final HostileTable two) {
        final boolean coherent = m_random.nextInt(3) == 0;
        final List<String> added = new ArrayList<>(List.of(RHO));
        if (two.column("omega") != null || m_random.nextInt(3) == 0) {
            added.addAll(List.of("omega21", "omega31"));
        }
        if (m_random.nextInt(5) == 0) {
            added.add("kappa");
            Arrays.stream(RHO).forEach(name -> added.add(name + "_source"));
        }
        final HostileTable table = two.with(List.of(TWO), added);
        for (int row = 0; row < two.rows(); row++) {
            final double e = (two.number(row, "P0") + two.number(row, "Pz")) / 2;
            final double x = (two.number(row, "P0") - two.number(row, "Pz")) / 2;
            final double share = m_random.nextInt(4) == 0 ? 1 : m_random.nextDouble();
            set(table, row, "", coherent || two.number(row, "Px") != 0 ? matrix()
                : new double[]{e, share * x, (1 - share) * x, 0, 0, 0, 0, 0, 0});
            set(table, row, "_source", matrix());
            table.set(row, "omega21", 0.1 * m_random.nextDouble());
            table.set(row, "omega31", 2 * m_random.nextDouble() - 1);
            table.set(row, "kappa", m_random.nextInt(3) * m_random.nextDouble());
        }
        return table;
    }

    private static void set(final HostileTable table, final int row, final String suffix, final double[] rho) {
        for (int c = 0; c < RHO.length; c++) {
            table.set(row, RHO[c] + suffix, rho[c]);
        }
    }

    /** A A^dagger of a random matrix, with a trace below 1. */
    private double[] matrix() {
        final double[][][] a = new double[3][3][2];
        double square = 0;
        for (final double[][] row : a) {
            for (final double[] entry : row) {
                entry[0] = m_random.nextGaussian();
                entry[1] = m_random.nextGaussian();
                square += entry[0] * entry[0] + entry[1] * entry[1];
            }
        }
        final double factor = m_random.nextDouble() / square;
        final int[][] at = {{0, 0}, {1, 1}, {2, 2}, {0, 1}, {0, 2}, {1, 2}};
        final double[] rho = new double[RHO.length];
        for (int n = 0; n < at.length; n++) {
            for (int k = 0; k < 3; k++) {
                final double[] x = a[at[n][0]][k];
                final double[] y = a[at[n][1]][k];
                if (n < 3) {
                    rho[n] += factor * (x[0] * y[0] + x[1] * y[1]);
                } else {
                    rho[2 * n - 3] += factor * (x[0] * y[0] + x[1] * y[1]);
                    rho[2 * n - 2] += factor * (x[1] * y[0] - x[0] * y[1]);
                }
            }
        }
        return rho;
    }

    private void spoil(final String port, final HostileTable table) {
        final String name = RHO[m_random.nextInt(RHO.length)] + (m_random.nextInt(6) == 0 ? "_source" : "");
        final HostileTable.Column column = table.column(name);
        m_said.append("  ").append(port).append(": ");
        if (column == null) {
            m_said.append("no column ").append(name).append(" to spoil\n");
            return;
        }
        switch (m_random.nextInt(6)) {
            case 0, 1 -> {
                final Object value = VALUES[m_random.nextInt(VALUES.length)];
                final boolean all = m_random.nextBoolean();
                if (all) {
                    Collections.fill(column.values(), value);
                } else {
                    column.values().set(m_random.nextInt(table.rows()), value);
                }
                m_said.append(name).append(" = ").append(value).append(all ? " everywhere" : " in a row");
            }
            case 2 -> {
                final double factor = Math.pow(10, m_random.nextInt(13));
                for (int row = 0; row < table.rows(); row++) {
                    table.set(row, name, factor * table.number(row, name));
                }
                m_said.append(name).append(" times ").append(factor);
            }
            case 3 -> {
                table.columns().remove(column);
                m_said.append("no column ").append(name);
            }
            case 4 -> {
                final int row = m_random.nextInt(table.rows());
                set(table, row, "", new double[RHO.length]);
                m_said.append("nothing in row ").append(row);
            }
            default -> {
                table.add(m_random.nextBoolean() ? "P0" : "omega");
                m_said.append("a column of two flavors");
            }
        }
        m_said.append('\n');
    }
}
