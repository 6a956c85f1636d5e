package org.flavorwaves.knime.io.emu;

import java.util.ArrayList;
import java.util.List;

/**
 * The quantities of Emu's particles while it runs: N and Vphase count the whole cell, so that densities are those over
 * its volume in cm^3; matter rides along.
 */
final class EmuCounts {
    private static final String PHASE_SPACE = "Vphase";

    /** Quantities of matter and the columns that they become. */
    private static final String[][] MATTER = {{"rho_g_inv_ccm", "rho"}, {"T_erg", "T"}, {"Ye", "Ye"}};

    private final EmuColumns m_columns;

    private final List<Integer> m_scaled = new ArrayList<>();

    private final List<Integer> m_matter = new ArrayList<>();

    private final List<String> m_extras = new ArrayList<>(List.of("x", "y", "z"));

    EmuCounts(final List<String> names) {
        m_columns = new EmuColumns(names, names.contains("N22_Re") || names.contains("f22_Re") ? 3 : 2);
        for (int q = 0; q < names.size(); q++) {
            if (names.get(q).startsWith("N") || PHASE_SPACE.equals(names.get(q))) {
                m_scaled.add(q);
            }
        }
        for (final String[] matter : MATTER) {
            if (names.contains(matter[0])) {
                m_matter.add(names.indexOf(matter[0]));
                m_extras.add(matter[1]);
            }
        }
    }

    EmuColumns columns() {
        return m_columns;
    }

    /** Names of the numbers of a cell: x, y, z, and those of matter that there are. */
    List<String> extras() {
        return m_extras;
    }

    /**
     * Divides the counts of a particle by the volume.
     *
     * @return whether they are finite
     */
    boolean divide(final double[] row, final double volume) {
        boolean finite = true;
        for (final int q : m_scaled) {
            row[q] /= volume;
            finite &= Double.isFinite(row[q]);
        }
        return finite;
    }

    /** The numbers of a cell: its place in cm and the means of matter over its particles. */
    double[] extras(final double[] place, final List<double[]> rows) {
        final double[] extras = new double[m_extras.size()];
        System.arraycopy(place, 0, extras, 0, place.length);
        for (int e = place.length; e < extras.length; e++) {
            final int q = m_matter.get(e - place.length);
            final double mean = rows.stream().mapToDouble(row -> row[q]).average().orElse(Double.NaN);
            extras[e] = "T".equals(m_extras.get(e)) ? mean / EmuStates.ERG_PER_MEV : mean;
        }
        return extras;
    }
}
