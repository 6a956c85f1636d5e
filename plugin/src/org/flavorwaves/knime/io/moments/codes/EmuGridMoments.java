package org.flavorwaves.knime.io.moments.codes;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.flavorwaves.knime.io.CellChoice;
import org.flavorwaves.knime.io.DensityUnit;
import org.flavorwaves.knime.io.StateFormatException;
import org.flavorwaves.knime.io.hdf.HdfArray;
import org.flavorwaves.knime.io.hdf.HdfData;
import org.flavorwaves.knime.io.moments.CellFilter;
import org.flavorwaves.knime.io.moments.FlavorKinds;
import org.flavorwaves.knime.io.moments.MomentsFile;
import org.flavorwaves.knime.io.moments.MomentsFormat;
import org.flavorwaves.knime.io.moments.MomentsHeader;
import org.flavorwaves.knime.io.moments.MomentsHints;
import org.flavorwaves.physics.run.Progress;

/**
 * Emu's allData.h5: the density matrices of a line of cells at many times, {@code N00_Re(1|ccm)} and {@code
 * N00_Rebar(1|ccm)}, number fluxes over c {@code Fx00_Re(1|ccm)} ..., all of shape (time, z), with the times {@code
 * t(s)} and the size of a cell {@code dz(cm)}. Only diagonals have moments of flavors; one kind of nu_x is the mean of
 * the flavors after the first.
 */
final class EmuGridMoments implements MomentsFile {
    static final String FIRST = "N00_Re(1|ccm)";

    private static final String[] LETTERS = {"N", "Fx", "Fy", "Fz"};

    private static final int MOST_TIMES = 1 << 24;

    private static final int CELLS = 1 << 14;

    private final HdfData m_file;

    private final int m_cells;

    private final double[] m_times;

    private final double m_size;

    private final FlavorKinds m_kinds;

    /** Of each species, flavor and letter. */
    private final List<List<HdfArray[]>> m_data = new ArrayList<>();

    EmuGridMoments(final HdfData file, final MomentsHints hints) {
        m_file = file;
        final int[] shape = file.require(FIRST).requireShape(-1, -1).shape();
        m_cells = shape[1];
        m_times = file.require("t(s)").requireShape(shape[0]).readAll(MOST_TIMES);
        m_size = file.require("dz(cm)").readAll(1)[0];
        for (final double time : m_times) {
            if (!Double.isFinite(time)) {
                throw new StateFormatException("The times t(s) of the file have " + time + " among them.");
            }
        }
        if (m_times.length == 0 || !(m_size > 0) || Double.isInfinite(m_size)) {
            throw new StateFormatException("The file has " + m_times.length + " times t(s) and cells of dz(cm) = "
                + m_size + "; it needs at least one time and a positive size.");
        }
        final int flavors = file.find("N22_Re(1|ccm)").isPresent() ? 3 : 2;
        m_kinds = new FlavorKinds(flavors, hints.separate());
        for (final String suffix : new String[]{"", "bar"}) {
            final List<HdfArray[]> matrices = new ArrayList<>();
            for (int flavor = 0; flavor < flavors; flavor++) {
                final HdfArray[] moments = new HdfArray[LETTERS.length];
                for (int c = 0; c < moments.length; c++) {
                    moments[c] = file.require(LETTERS[c] + flavor + flavor + "_Re" + suffix + "(1|ccm)")
                        .requireShape(shape);
                }
                matrices.add(moments);
            }
            m_data.add(matrices);
        }
    }

    static boolean recognizes(final HdfData file) {
        return file.names("/").contains(FIRST);
    }

    @Override
    public MomentsHeader header() {
        return new MomentsHeader(MomentsFormat.EMU, true, false, List.of("z"), Optional.of(DensityUnit.PER_CM3),
            m_kinds.meaning(MomentsFormat.EMU));
    }

    @Override
    public long bytes() {
        return 3L * Double.BYTES * CELLS * 2 * LETTERS.length * m_data.get(0).size();
    }

    @Override
    public OptionalDouble time(final CellChoice choice) {
        return OptionalDouble.of(m_times[choice.nearest(m_times)]);
    }

    @Override
    public void read(final CellChoice choice, final CellFilter cells, final Progress progress)
        throws IOException {
        if (choice.isBounded(0) || choice.isBounded(1)) {
            throw new StateFormatException("Ranges of x and y cannot be used, since Emu's allData.h5 has z only.");
        }
        final int step = choice.nearest(m_times);
        for (int start = 0; start < m_cells; start += CELLS) {
            progress.report(start / (double) m_cells, "reading cells from " + start);
            final int count = Math.min(CELLS, m_cells - start);
            final double[][][] moments = new double[count][][];
            for (int i = 0; i < count; i++) {
                moments[i] = m_kinds.moments();
            }
            for (int bar = 0; bar < 2; bar++) {
                for (int flavor = 0; flavor < m_data.get(bar).size(); flavor++) {
                    for (int c = 0; c < LETTERS.length; c++) {
                        final double[] values = m_data.get(bar).get(flavor)[c].read(new int[]{step, start},
                            new int[]{1, count});
                        for (int i = 0; i < count; i++) {
                            m_kinds.add(moments[i], bar, flavor, c, values[i]);
                        }
                    }
                }
            }
            for (int i = 0; i < count; i++) {
                final double z = (start + i + 0.5) * m_size;
                if ((start + i) % choice.every() == 0 && choice.holds(0, 0, z)) {
                    cells.fluxes(Integer.toString(start + i), m_kinds.species(), moments[i], new double[]{z});
                }
            }
        }
    }

    @Override
    public void close() {
        m_file.close();
    }
}
