package org.flavorwaves.knime.io.moments.codes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.flavorwaves.knime.io.CellChoice;
import org.flavorwaves.knime.io.DensityUnit;
import org.flavorwaves.knime.io.StateFormatException;
import org.flavorwaves.knime.io.amrex.FieldFile;
import org.flavorwaves.knime.io.amrex.PlotfileHead;
import org.flavorwaves.knime.io.moments.CellFilter;
import org.flavorwaves.knime.io.moments.FlavorKinds;
import org.flavorwaves.knime.io.moments.MomentsFile;
import org.flavorwaves.knime.io.moments.MomentsFormat;
import org.flavorwaves.knime.io.moments.MomentsHeader;
import org.flavorwaves.knime.io.moments.MomentsHints;
import org.flavorwaves.physics.run.Progress;

/**
 * The fields of Emu's plotfiles, {@code plt00000/Header}: {@code N00_Re}, {@code Fx00_Re} ... and the same of the other
 * flavors and, with Rebar, of antineutrinos, which count the whole cell. Only diagonals have moments of flavors; one
 * kind of nu_x is the mean of the flavors after the first.
 */
public final class EmuPlotMoments implements MomentsFile {
    private static final String[] LETTERS = {"N", "Fx", "Fy", "Fz"};

    private static final String[] SUFFIXES = {"_Re", "_Rebar"};

    /** Cells that are held at once, unless a plane has more. */
    private static final int CELLS = 1 << 17;

    private static final List<String> MATTER = List.of("rho", "Ye");

    private final PlotfileHead m_head;

    private final FieldFile m_file;

    private final int m_flavors;

    private final FlavorKinds m_kinds;

    private final List<String> m_extras = new ArrayList<>(List.of("x", "y", "z"));

    private final int[] m_fields;

    /**
     * Reads the heads.
     *
     * @param path the file Header of the plotfile
     * @param hints whether mu and tau are kinds of their own
     * @throws IOException if it cannot be read
     * @throws StateFormatException if it is cut off or lacks a field
     */
    public EmuPlotMoments(final Path path, final MomentsHints hints) throws IOException {
        m_head = PlotfileHead.read(path);
        m_flavors = m_head.fields().contains("N22_Re") ? 3 : 2;
        m_kinds = new FlavorKinds(m_flavors, hints.separate());
        final List<Integer> fields = new ArrayList<>();
        for (final String suffix : SUFFIXES) {
            for (int flavor = 0; flavor < m_flavors; flavor++) {
                for (final String letter : LETTERS) {
                    final String name = letter + flavor + flavor + suffix;
                    if (!m_head.fields().contains(name)) {
                        throw new StateFormatException("The plotfile has no field " + name + "; found: "
                            + String.join(", ", m_head.fields()) + ".");
                    }
                    fields.add(m_head.fields().indexOf(name));
                }
            }
        }
        for (final String name : MATTER) {
            if (m_head.fields().contains(name)) {
                m_extras.add(name);
                fields.add(m_head.fields().indexOf(name));
            }
        }
        m_fields = fields.stream().mapToInt(Integer::intValue).toArray();
        m_file = FieldFile.open(path.toAbsolutePath().getParent(), m_head);
    }

    @Override
    public MomentsHeader header() {
        return new MomentsHeader(MomentsFormat.EMU_PLOT, true, false, m_extras, Optional.of(DensityUnit.PER_CM3),
            m_kinds.meaning(MomentsFormat.EMU_PLOT));
    }

    @Override
    public OptionalDouble time(final CellChoice choice) {
        return OptionalDouble.of(m_head.time());
    }

    @Override
    public long bytes() {
        final int most = m_file.boxes().stream().mapToInt(box -> box.plane() * planes(box)).max().orElse(0);
        return (long) Double.BYTES * most * (m_fields.length + 1);
    }

    private static int planes(final FieldFile.Box box) {
        return Math.min(box.shape()[2], Math.max(1, CELLS / box.plane()));
    }

    @Override
    public void read(final CellChoice choice, final CellFilter cells, final Progress progress) throws IOException {
        int done = 0;
        for (final FieldFile.Box box : m_file.boxes()) {
            for (int plane = 0; plane < box.shape()[2]; plane += planes(box)) {
                progress.report(done / (double) m_file.boxes().size(), "reading box " + done);
                final int planes = Math.min(planes(box), box.shape()[2] - plane);
                final double[][] data = m_file.read(box, plane, planes, m_fields);
                for (int c = 0; c < planes * box.plane(); c++) {
                    cell(new int[]{box.lower()[0] + c % box.shape()[0],
                        box.lower()[1] + c / box.shape()[0] % box.shape()[1],
                        box.lower()[2] + plane + c / box.plane()}, data, c, choice, cells);
                }
            }
            done++;
        }
    }

    private void cell(final int[] index, final double[][] data, final int c, final CellChoice choice,
        final CellFilter cells) {
        final double[] extras = new double[m_extras.size()];
        for (int a = 0; a < index.length; a++) {
            extras[a] = m_head.centre(a, index[a]);
        }
        if (index[0] % choice.every() == 0 && index[1] % choice.every() == 0 && index[2] % choice.every() == 0
            && choice.holds(extras[0], extras[1], extras[2])) {
            final int matter = SUFFIXES.length * m_flavors * LETTERS.length;
            for (int e = index.length; e < extras.length; e++) {
                extras[e] = data[matter + e - index.length][c];
            }
            cells.fluxes(index[0] + "_" + index[1] + "_" + index[2], m_kinds.species(), moments(data, c), extras);
        }
    }

    private double[][] moments(final double[][] data, final int cell) {
        final double[][] moments = m_kinds.moments();
        for (int bar = 0; bar < SUFFIXES.length; bar++) {
            for (int flavor = 0; flavor < m_flavors; flavor++) {
                for (int c = 0; c < LETTERS.length; c++) {
                    m_kinds.add(moments, bar, flavor, c,
                        data[(bar * m_flavors + flavor) * LETTERS.length + c][cell] / m_head.volume());
                }
            }
        }
        return moments;
    }

    @Override
    public void close() {
        // nothing is open between the calls
    }
}
