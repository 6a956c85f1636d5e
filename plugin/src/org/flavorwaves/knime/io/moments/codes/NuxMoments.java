package org.flavorwaves.knime.io.moments.codes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.flavorwaves.knime.io.CellChoice;
import org.flavorwaves.knime.io.DensityUnit;
import org.flavorwaves.knime.io.StateFormatException;
import org.flavorwaves.knime.io.moments.CellFilter;
import org.flavorwaves.knime.io.moments.MomentsFile;
import org.flavorwaves.knime.io.moments.MomentsFormat;
import org.flavorwaves.knime.io.moments.MomentsHeader;
import org.flavorwaves.knime.io.moments.MomentsHints;
import org.flavorwaves.physics.run.Progress;

/**
 * The M1 moments of nuX (AsterX) along a line of cells, in the files of CarpetX {@code nux_m1-rn.it000010.x.tsv},
 * {@code -re} and {@code -rf}: rN, rE and covariant rFx, rFy, rFz of nu_e, nubar_e and the sum of the four others, of
 * the observers at rest in space and per coordinate volume. CarpetX writes the metric at other points, the corners, so
 * that only flat space is read. F/n is that of the energy.
 *
 * <p>What rN counts in is a matter of the version: its constant of conversion calls 1e9 nm^-3 a fm^-3.
 */
public final class NuxMoments implements MomentsFile {
    private static final Pattern NAME = Pattern.compile("(?i)(.*nux_m1-r)[nef](\\.it.*\\.tsv)");

    private static final List<String> SPECIES = List.of("nu_e", "nubar_e", "nu_x_sum4");

    private static final String AXES = "xyz";

    /** Lengths and times of nuX's units in cm and s, by its constants. */
    private static final double LENGTH = 1.4766250380501248e5;

    private static final double TIME = 4.9257949707731345e-06;

    private static final int REPORT_EVERY = 4096;

    private static final long BYTES = 1 << 20;

    private final Path[] m_paths = new Path[3];

    private final double m_unit;

    private final double m_time;

    private boolean m_levels;

    /**
     * Looks for the files beside one.
     *
     * @param path one of the three
     * @param hints that space is flat, and the unit of the densities
     * @throws IOException if it cannot be read
     * @throws StateFormatException if a file or a column is missing, or something is not known
     */
    public NuxMoments(final Path path, final MomentsHints hints) throws IOException {
        final Matcher matcher = NAME.matcher(path.getFileName().toString());
        if (!matcher.matches()) {
            throw new StateFormatException("The file is one of CarpetX, but its name is not that of nuX's moments, "
                + "nux_m1-rn.it....tsv.");
        }
        for (int q = 0; q < m_paths.length; q++) {
            m_paths[q] = path.resolveSibling(matcher.group(1) + "nef".charAt(q) + matcher.group(2));
        }
        if (!hints.flat()) {
            throw new StateFormatException("The densities of nuX are per coordinate volume, and CarpetX writes the "
                + "metric at other points. Only flat space can be read: let the metric be flat if it is.");
        }
        if (!(hints.densityUnit() > 0)) {
            throw new StateFormatException("The unit of nuX's rN is not known: its conversion constant is 1e9 nm^-3, "
                + "1e30 cm^-3, but is said to be of fm^-3, which are 1e39 cm^-3. Set the density unit to that of your "
                + "version.");
        }
        m_unit = hints.densityUnit();
        try (CarpetTable density = new CarpetTable(m_paths[0])) {
            for (int s = 0; s < SPECIES.size(); s++) {
                density.index("rN[" + s + "]");
            }
            if (density.has("rN[" + SPECIES.size() + "]")) {
                throw new StateFormatException(density.name() + " has more than three species of one group each.");
            }
            m_time = density.next() ? density.place()[1] * TIME : Double.NaN;
        }
    }

    /**
     * Whether it is a file of CarpetX.
     *
     * @param firstLine its first line
     * @return true if it has CarpetX's columns
     */
    public static boolean recognizes(final String firstLine) {
        return firstLine.startsWith(CarpetTable.HEAD);
    }

    @Override
    public MomentsHeader header() {
        return new MomentsHeader(MomentsFormat.NUX, true, false, List.of("x", "y", "z"),
            Optional.of(DensityUnit.PER_CM3));
    }

    @Override
    public long bytes() {
        return BYTES;
    }

    @Override
    public OptionalDouble time(final CellChoice choice) {
        return Double.isNaN(m_time) ? OptionalDouble.empty() : OptionalDouble.of(m_time);
    }

    @Override
    public List<String> doubts() {
        final List<String> doubts = new ArrayList<>(List.of("The files have no number fluxes; F/n is that of the "
            + "energy. Densities and fluxes are those of flat space, as decided, in units of " + m_unit
            + " cm^-3, as set."));
        if (m_levels) {
            doubts.add("The files have several levels or patches; cells below finer ones are among them.");
        }
        return doubts;
    }

    @Override
    public void read(final CellChoice choice, final CellFilter cells, final Progress progress) throws IOException {
        try (CarpetTable density = new CarpetTable(m_paths[0]); CarpetTable energy = new CarpetTable(m_paths[1]);
            CarpetTable flux = new CarpetTable(m_paths[2])) {
            final int[][] columns = new int[SPECIES.size()][2 + AXES.length()];
            for (int s = 0; s < columns.length; s++) {
                columns[s][0] = density.index("rN[" + s + "]");
                columns[s][1] = energy.index("rE[" + s + "]");
                for (int a = 0; a < AXES.length(); a++) {
                    columns[s][2 + a] = flux.index("rF" + AXES.charAt(a) + "[" + s + "]");
                }
            }
            double[] first = {};
            while (density.next()) {
                if (density.line() % REPORT_EVERY == 0) {
                    progress.report(0, "reading line " + density.line());
                }
                final double[] place = density.place();
                first = first.length == 0 ? place : first;
                if (!energy.next() || !flux.next() || !Arrays.equals(place, energy.place())
                    || !Arrays.equals(place, flux.place())) {
                    throw new StateFormatException("Line " + density.line() + " of " + density.name() + ", "
                        + energy.name() + " and " + flux.name() + " are not of the same cell; one is cut off or of "
                        + "another output.");
                }
                m_levels |= place[2] != first[2] || place[3] != first[3];
                cell(place, columns, density, energy, flux, choice, cells);
            }
            if (energy.next() || flux.next()) {
                throw new StateFormatException(density.name() + " has fewer cells than " + energy.name() + " or "
                    + flux.name() + "; it is cut off.");
            }
        }
    }

    private void cell(final double[] place, final int[][] columns, final CarpetTable density,
        final CarpetTable energy, final CarpetTable flux, final CellChoice choice, final CellFilter cells) {
        final double[] extras = {place[7] * LENGTH, place[8] * LENGTH, place[9] * LENGTH};
        for (int a = 0; a < AXES.length(); a++) {
            if (place[4 + a] % choice.every() != 0) {
                return;
            }
        }
        if (choice.holds(extras[0], extras[1], extras[2])) {
            final double[][] moments = new double[SPECIES.size()][4];
            for (int s = 0; s < moments.length; s++) {
                final double n = density.value(columns[s][0]) * m_unit;
                moments[s][0] = n;
                for (int a = 0; a < AXES.length(); a++) {
                    moments[s][1 + a] = n == 0 ? 0 : n * flux.value(columns[s][2 + a]) / energy.value(columns[s][1]);
                }
            }
            cells.fluxes((long) place[2] + "_" + (long) place[3] + "_" + (long) place[4] + "_" + (long) place[5] + "_"
                + (long) place[6], SPECIES, moments, extras);
        }
    }

    @Override
    public void close() {
        // nothing is open between the calls
    }
}
