package org.flavorwaves.knime.io.cosenu;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.flavorwaves.knime.io.DensityUnit;
import org.flavorwaves.knime.io.FileCell;
import org.flavorwaves.knime.io.StateFile;
import org.flavorwaves.knime.io.StateFileColumns;
import org.flavorwaves.knime.io.StateFormatException;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.InvalidModeException;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;

/**
 * Turns COSEnu's density matrices into rings: P0 = ee + xx, Px = 2 Re ex, Py = -+2 Im ex, Pz = ee - xx, the upper sign
 * for neutrinos; for antineutrinos COSEnu evolves the complex conjugate. The matrices are densities per velocity, so
 * that a cell of width dv has the strength dv P, in the unit of COSEnu's self-interaction. How much phase space there
 * is they do not say: all weights are equal, and the largest occupation is the one asked for.
 */
public final class CosenuStates {
    /** Elements of the matrices of both species: ee, xx, Re ex, Im ex. */
    static final int ELEMENTS = 8;

    /** Relative error of printed numbers, by which |P| may be above ee + xx. */
    private static final double PRINTED = 1e-5;

    /** What the scheme of a code may add to it. */
    private static final double MOST_EXCESS = 0.1;

    /** Relative deviation of the velocities from equal distances. */
    private static final double UNEVEN = 1e-4;

    private final Map<Optional<String>, List<double[]>> m_cells = new LinkedHashMap<>();

    private long m_raised;

    private double m_excess;

    /** Which optional columns there are. */
    public static StateFileColumns columns(final boolean cells) {
        return new StateFileColumns(cells, false, true, false, false, false, Optional.of(DensityUnit.NATURAL));
    }

    /**
     * Takes a velocity.
     *
     * @param cell its place, if there are places
     * @param row velocity and the elements
     * @param where for messages, such as "Line 3"
     */
    void add(final Optional<String> cell, final double[] row, final String where) {
        for (final double value : row) {
            if (!Double.isFinite(value)) {
                throw new StateFormatException(where + " has " + value + "; all numbers must be finite.");
            }
        }
        m_cells.computeIfAbsent(cell, key -> new ArrayList<>()).add(row);
    }

    StateFile build(final double peakOccupation) {
        double most = 0;
        final int velocities = m_cells.isEmpty() ? 0 : m_cells.values().iterator().next().size();
        for (final Map.Entry<Optional<String>, List<double[]>> cell : m_cells.entrySet()) {
            final List<double[]> rows = cell.getValue();
            if (rows.size() != velocities) {
                throw new StateFormatException("The COSEnu file has " + velocities + " velocities at its first z, but "
                    + rows.size() + " at z = " + cell.getKey().orElse("") + "; it is cut off or made up of two.");
            }
            for (final double[] row : rows) {
                for (int s = 0; s < 2; s++) {
                    final double[] p = polarization(row, s);
                    most = Math.max(most, (p[0] + length(p)) / 2);
                }
            }
        }
        if (!(most > 0)) {
            throw new StateFormatException("All densities of the COSEnu file are zero.");
        }
        final double scale = peakOccupation / most;
        final List<FileCell> cells = new ArrayList<>();
        m_cells.forEach((key, rows) -> cells.add(cell(key, rows, scale)));
        return new StateFile(cells, columns(m_cells.keySet().iterator().next().isPresent()), List.of(), doubts());
    }

    private List<String> doubts() {
        return m_raised == 0 ? List.of() : List.of(m_raised + " density matrices are not positive, with |P| above "
            + "ee + xx by up to " + (float) (100 * m_excess) + " %; their P0 was set to |P|.");
    }

    private FileCell cell(final Optional<String> key, final List<double[]> rows, final double scale) {
        final double dv = width(key, rows);
        final int n = rows.size();
        final Species[] species = new Species[2 * n];
        final double[] v = new double[2 * n];
        final double[] weight = new double[2 * n];
        Arrays.fill(weight, dv / scale);
        final double[][] p = new double[4][2 * n];
        for (int s = 0; s < 2; s++) {
            for (int i = 0; i < n; i++) {
                species[s * n + i] = Species.values()[s];
                v[s * n + i] = rows.get(i)[0];
                final double[] vector = polarization(rows.get(i), s);
                count(rows.get(i), s);
                for (int c = 0; c < 4; c++) {
                    p[c][s * n + i] = scale * vector[c];
                }
            }
        }
        try {
            final MomentumModes modes =
                MomentumModes.builder().species(species).velocity(new double[2 * n], new double[2 * n], v)
                    .weight(weight).build();
            return new FileCell(key, new FlavorState(modes, p[0], p[1], p[2], p[3]), Optional.empty());
        } catch (final InvalidModeException e) {
            throw new StateFormatException(key.map(z -> "At z = " + z + ", v").orElse("V") + "elocity "
                + v[e.mode()] + ", " + species[e.mode()].label() + ", " + e.problem() + ".", e);
        }
    }

    private void count(final double[] row, final int species) {
        final int at = 1 + species * ELEMENTS / 2;
        final double excess = polarization(row, species)[0] / (row[at] + row[at + 1]) - 1;
        if (excess > PRINTED) {
            m_raised++;
            m_excess = Math.max(m_excess, excess);
        }
    }

    /** P0, Px, Py, Pz of a species; P0 is |P| where the matrix is not positive by an error of the code. */
    private static double[] polarization(final double[] row, final int species) {
        final int at = 1 + species * ELEMENTS / 2;
        final double[] p = {row[at] + row[at + 1], 2 * row[at + 2],
            -Species.values()[species].sign() * 2 * row[at + 3], row[at] - row[at + 1]};
        final double length = length(p);
        if (length > p[0] && length <= p[0] * (1 + MOST_EXCESS)) {
            p[0] = length;
        }
        return p;
    }

    private static double length(final double[] p) {
        return Math.sqrt(p[1] * p[1] + p[2] * p[2] + p[3] * p[3]);
    }

    /** The distance of the velocities. */
    private static double width(final Optional<String> key, final List<double[]> rows) {
        final int n = rows.size();
        final String where = key.map(z -> "at z = " + z + " ").orElse("");
        if (n < 2) {
            throw new StateFormatException("The COSEnu file has " + where + n + " velocity; at least 2 tell their "
                + "distance.");
        }
        final double dv = (rows.get(n - 1)[0] - rows.get(0)[0]) / (n - 1);
        for (int i = 1; i < n; i++) {
            final double distance = rows.get(i)[0] - rows.get(i - 1)[0];
            if (!(dv > 0) || Math.abs(distance - dv) > UNEVEN * dv * n) {
                throw new StateFormatException("The velocities of the COSEnu file " + where + "go from "
                    + rows.get(i - 1)[0] + " to " + rows.get(i)[0] + ", but must ascend by equal distances (" + dv
                    + " on the mean).");
            }
        }
        return dv;
    }
}
