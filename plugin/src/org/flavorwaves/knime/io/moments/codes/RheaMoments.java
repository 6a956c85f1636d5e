package org.flavorwaves.knime.io.moments.codes;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
 * Rhea's lists of four-fluxes in cm^-3, {@code F4_initial(1|ccm)} and, of simulations that went on to the end,
 * {@code F4_final(1|ccm)}: shape (simulation, xyzt, nu and nubar, flavor), the density last of xyzt. Kinds are those of
 * {@link FlavorKinds}.
 */
final class RheaMoments implements MomentsFile {
    static final String INITIAL = "F4_initial(1|ccm)";

    private static final String FINAL = "F4_final(1|ccm)";

    private static final int ROWS = 1 << 14;

    private static final int COMPONENTS = 4;

    private final HdfData m_file;

    private final HdfArray m_initial;

    private final int m_count;

    private final int m_flavors;

    private final FlavorKinds m_kinds;

    private final List<String> m_extras = new ArrayList<>();

    private final List<HdfArray> m_beside = new ArrayList<>();

    RheaMoments(final HdfData file, final MomentsHints hints) {
        m_file = file;
        m_initial = file.require(INITIAL).requireShape(-1, COMPONENTS, 2, -1);
        m_count = m_initial.shape()[0];
        m_flavors = m_initial.shape()[3];
        if (m_flavors != 2 && m_flavors != 3) {
            throw new StateFormatException("The dataset '" + INITIAL + "' has " + m_flavors
                + " flavors; 2 or 3 are known.");
        }
        file.find("nf").map(nf -> nf.readAll(1)[0]).filter(nf -> nf != m_flavors).ifPresent(nf -> {
            throw new StateFormatException("The file says nf = " + nf + ", but '" + INITIAL + "' has " + m_flavors
                + " flavors.");
        });
        m_kinds = new FlavorKinds(m_flavors, hints.separate());
        beside("growth_rate_in_file", "growthRate(1|s)");
        beside("stable_in_file", "stable");
    }

    static boolean recognizes(final HdfData file) {
        return file.names("/").contains(INITIAL);
    }

    private void beside(final String name, final String dataset) {
        m_file.find(dataset).ifPresent(array -> {
            m_extras.add(name);
            m_beside.add(array.requireShape(m_count));
        });
    }

    @Override
    public MomentsHeader header() {
        return new MomentsHeader(MomentsFormat.RHEA, true, false, m_extras, Optional.of(DensityUnit.PER_CM3),
            m_kinds.meaning(MomentsFormat.RHEA));
    }

    @Override
    public long bytes() {
        return 3L * Double.BYTES * ROWS * (COMPONENTS * 2 * m_flavors + m_extras.size());
    }

    @Override
    public void read(final CellChoice choice, final CellFilter cells, final Progress progress)
        throws IOException {
        if (choice.isBounded(0) || choice.isBounded(1) || choice.isBounded(2)) {
            throw new StateFormatException("Ranges of x, y and z cannot be used, since Rhea's lists have no places.");
        }
        final HdfArray array =
            choice.finalState() ? m_file.require(FINAL).requireShape(m_initial.shape()) : m_initial;
        for (int start = 0; start < m_count; start += ROWS) {
            progress.report(start / (double) m_count, "reading simulation " + start);
            final int count = Math.min(ROWS, m_count - start);
            final double[] f4 =
                array.read(new int[]{start, 0, 0, 0}, new int[]{count, COMPONENTS, 2, m_flavors});
            final List<double[]> beside = new ArrayList<>();
            for (final HdfArray extra : m_beside) {
                beside.add(extra.read(new int[]{start}, new int[]{count}));
            }
            for (int row = 0; row < count; row++) {
                if ((start + row) % choice.every() == 0) {
                    final int r = row;
                    cells.fluxes(Integer.toString(start + row), m_kinds.species(), moments(f4, row),
                        beside.stream().mapToDouble(values -> values[r]).toArray());
                }
            }
        }
    }

    private double[][] moments(final double[] f4, final int row) {
        final double[][] moments = m_kinds.moments();
        for (int c = 0; c < COMPONENTS; c++) {
            final int to = (c + 1) % COMPONENTS;
            for (int bar = 0; bar < 2; bar++) {
                final int first = ((row * COMPONENTS + c) * 2 + bar) * m_flavors;
                for (int flavor = 0; flavor < m_flavors; flavor++) {
                    m_kinds.add(moments, bar, flavor, to, f4[first + flavor]);
                }
            }
        }
        return moments;
    }

    @Override
    public void close() {
        m_file.close();
    }
}
