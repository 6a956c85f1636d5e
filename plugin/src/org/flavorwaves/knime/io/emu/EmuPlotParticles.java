package org.flavorwaves.knime.io.emu;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

import org.flavorwaves.knime.io.CellChoice;
import org.flavorwaves.knime.io.DensityUnit;
import org.flavorwaves.knime.io.FileCell;
import org.flavorwaves.knime.io.StateFile;
import org.flavorwaves.knime.io.StateFileColumns;
import org.flavorwaves.knime.io.StateFormatException;
import org.flavorwaves.knime.io.StateHints;
import org.flavorwaves.knime.io.amrex.ParticleFile;
import org.flavorwaves.knime.io.amrex.PlotfileHead;
import org.flavorwaves.physics.run.Progress;

/**
 * The particles of Emu's plotfiles, {@code plt00000/neutrinos/Header}: those in a cell of the grid are its modes.
 */
public final class EmuPlotParticles {
    /** Bytes that a particle takes beside its numbers while its cell is made. */
    private static final double MODE_BYTES = 300;

    private final PlotfileHead m_head;

    private final ParticleFile m_file;

    private final EmuCounts m_counts;

    private final Map<Long, Cell> m_cells = new TreeMap<>();

    private long m_held;

    private long m_seen;

    private long m_outside;

    /** The particles of a cell. */
    private static final class Cell {
        private final List<double[]> m_rows = new ArrayList<>();

        private final List<Long> m_numbers = new ArrayList<>();

        private boolean m_finite = true;
    }

    private EmuPlotParticles(final Path path) throws IOException {
        final Path folder = path.toAbsolutePath().getParent();
        m_head = PlotfileHead.read(folder.resolveSibling("Header"));
        m_file = ParticleFile.open(path);
        m_counts = new EmuCounts(m_file.names());
    }

    /**
     * The optional columns of a file.
     *
     * @param path the head of the particles
     * @return its columns
     * @throws IOException if it cannot be read
     * @throws StateFormatException if it is not whole
     */
    public static StateFileColumns columns(final Path path) throws IOException {
        return new EmuPlotParticles(path).columns();
    }

    private StateFileColumns columns() {
        return new StateFileColumns(true, true, false, false, false, false, Optional.of(DensityUnit.PER_CM3),
            m_counts.extras());
    }

    /**
     * Reads the cells that are chosen.
     *
     * @param path the head of the particles
     * @param choice the cells
     * @param hints largest occupation, and whether three flavors are kept
     * @param progress told how far reading is
     * @return the cells by their indices
     * @throws IOException if it cannot be read
     * @throws StateFormatException if it is not whole or holds no state
     */
    public static StateFile read(final Path path, final CellChoice choice, final StateHints hints,
        final Progress progress) throws IOException {
        final EmuPlotParticles particles = new EmuPlotParticles(path);
        particles.m_file.read(row -> particles.add(row, choice), progress);
        return particles.states(hints);
    }

    private void add(final double[] row, final CellChoice choice) {
        m_seen++;
        final int[] index = new int[3];
        final double[] place = new double[3];
        for (int a = 0; a < 3; a++) {
            final double cell = Math.floor((row[a] - m_head.lower()[a]) / m_head.size()[a]);
            if (!(cell >= 0 && cell < m_head.cells()[a])) {
                m_outside++;
                return;
            }
            index[a] = (int) cell;
            place[a] = m_head.centre(a, index[a]);
            if (index[a] % choice.every() != 0) {
                return;
            }
        }
        if (choice.holds(place[0], place[1], place[2])) {
            final double[] numbers = row.clone();
            final boolean finite = m_counts.divide(numbers, m_head.volume());
            final Cell cell = m_cells.computeIfAbsent(
                ((long) index[0] * m_head.cells()[1] + index[1]) * m_head.cells()[2] + index[2], key -> new Cell());
            cell.m_rows.add(numbers);
            cell.m_numbers.add(m_seen);
            cell.m_finite &= finite;
            m_held++;
            final double bytes = m_held * (MODE_BYTES + Double.BYTES * numbers.length);
            if (bytes > 0.5 * Runtime.getRuntime().maxMemory()) {
                throw new StateFormatException("The particles of the cells that were chosen need more than "
                    + (long) bytes + " bytes of memory, more than half of what there is. Read only every n-th cell, or "
                    + "a smaller range.");
            }
        }
    }

    private StateFile states(final StateHints hints) {
        final List<FileCell> cells = new ArrayList<>();
        long notFinite = 0;
        long empty = 0;
        for (final Map.Entry<Long, Cell> entry : m_cells.entrySet()) {
            final Cell cell = entry.getValue();
            if (!cell.m_finite) {
                notFinite++;
                continue;
            }
            final EmuStates states =
                new EmuStates(m_counts.columns(), cell.m_rows, cell.m_numbers, "Particle", hints.threeFlavors());
            if (states.isEmpty()) {
                empty++;
            } else {
                cells.add(state(entry.getKey(), cell, states, hints));
            }
        }
        if (cells.isEmpty()) {
            throw new StateFormatException("No cell was read: " + notFinite + " hold NaN or infinity, " + empty
                + " no neutrinos, and no other is in the range that was asked for.");
        }
        return new StateFile(cells, columns(), OptionalDouble.of(m_head.time()), List.of(), doubts(notFinite, empty));
    }

    private List<String> doubts(final long notFinite, final long empty) {
        final List<String> doubts = new ArrayList<>();
        if (notFinite > 0) {
            doubts.add(notFinite + " cells hold NaN or infinity and were dropped.");
        }
        if (empty > 0) {
            doubts.add(empty + " cells have no neutrinos and were left out.");
        }
        if (m_outside > 0) {
            doubts.add(m_outside + " particles are outside of the domain and were left out.");
        }
        return doubts;
    }

    private FileCell state(final long number, final Cell cell, final EmuStates states, final StateHints hints) {
        final int k = (int) (number % m_head.cells()[2]);
        final int j = (int) (number / m_head.cells()[2] % m_head.cells()[1]);
        final int i = (int) (number / m_head.cells()[2] / m_head.cells()[1]);
        final double[] place = {m_head.centre(0, i), m_head.centre(1, j), m_head.centre(2, k)};
        return states.cell(Optional.of(i + "_" + j + "_" + k), hints, m_counts.extras(place, cell.m_rows));
    }
}
