package org.flavorwaves.knime.io.moments.codes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.flavorwaves.knime.io.CellChoice;
import org.flavorwaves.knime.io.DensityUnit;
import org.flavorwaves.knime.io.StateFormatException;
import org.flavorwaves.knime.io.hdf.HdfData;
import org.flavorwaves.knime.io.moments.CellFilter;
import org.flavorwaves.knime.io.moments.MomentsFile;
import org.flavorwaves.knime.io.moments.MomentsFormat;
import org.flavorwaves.knime.io.moments.MomentsHeader;
import org.flavorwaves.knime.io.moments.MomentsHints;
import org.flavorwaves.physics.run.Progress;

/**
 * The M1 moments of GR-Athena++ in an .athdf file: {@code M1.lab.sc_nG_GS}, {@code M1.lab.sc_E_GS} and
 * {@code M1.lab.sp_F_d_GS_a} with the digits of group and species, number density, energy density and covariant energy
 * flux of the observers at rest in space, all times the square root of the determinant of the metric, in units of
 * G = c = solar mass = 1. Species 2 is the sum of four kinds.
 *
 * <p>The metric {@code geom.adm.gxx} ... is in the same file, in a companion of the same output, or flat by decision.
 * There is no number flux: F/n is taken from the energy, group by group.
 */
public final class AthenaMoments implements MomentsFile {
    private static final Pattern DENSITY = Pattern.compile("M1\\.lab\\.sc_nG_(\\d)(\\d)");

    private static final List<String> SPECIES = List.of("nu_e", "nubar_e", "nu_x_sum4");

    private static final String[] METRIC = {"gxx", "gxy", "gxz", "gyy", "gyz", "gzz"};

    private static final String GEOMETRY = "geom.adm.";

    /** G times the solar mass over c^2 in cm, with the constants of GR-Athena++. */
    private static final double LENGTH = 6.67408e-8 * 1.98848e33 / (2.99792458e10 * 2.99792458e10);

    private static final double TIME = LENGTH / 2.99792458e10;

    /** Solar mass per length^3 in g/cm^3. */
    private static final double MASS_DENSITY = 1.98848e33 / (LENGTH * LENGTH * LENGTH);

    private static final int CELLS = 1 << 17;

    /** A number that a cell has beside its moments. */
    private enum Extra {
        RHO("rho", "hydro.prim.rho", MASS_DENSITY), T("T", "hydro.aux.T", 1), YE("Ye", "passive_scalar.r_0", 1);

        private final String m_column;

        private final String m_variable;

        private final double m_factor;

        Extra(final String column, final String variable, final double factor) {
            m_column = column;
            m_variable = variable;
            m_factor = factor;
        }
    }

    private final List<AthenaFile> m_files = new ArrayList<>();

    private final boolean m_flat;

    private final int m_groups;

    private final List<Extra> m_extras = new ArrayList<>();

    private long m_indefinite;

    /**
     * Opens the companions.
     *
     * @param file the file of the moments
     * @param hints companions, and whether space is flat
     * @throws IOException if a companion cannot be read
     * @throws StateFormatException if it lacks a moment, or nothing says the metric
     */
    public AthenaMoments(final HdfData file, final MomentsHints hints) throws IOException {
        m_files.add(new AthenaFile(file));
        try {
            for (final Path path : hints.companions()) {
                m_files.add(AthenaFile.open(path));
                m_files.get(0).requireSame(m_files.get(m_files.size() - 1), path.getFileName().toString());
            }
            m_groups = groups(m_files.get(0));
            m_flat = isFlat(hints);
            for (final Extra extra : Extra.values()) {
                if (holder(extra.m_variable).isPresent()) {
                    m_extras.add(extra);
                }
            }
        } catch (final StateFormatException | IOException e) {
            m_files.subList(1, m_files.size()).forEach(AthenaFile::close);
            throw e;
        }
    }

    /**
     * Whether it is an .athdf file.
     *
     * @param file an HDF5 file
     * @return true if it has blocks as Athena++ writes them
     */
    public static boolean recognizes(final HdfData file) {
        return AthenaFile.recognizes(file);
    }

    /** The number of energy groups, of the same species each. */
    private static int groups(final AthenaFile file) {
        int groups = 0;
        int species = 0;
        int count = 0;
        for (final String name : file.names()) {
            final Matcher matcher = DENSITY.matcher(name);
            if (matcher.matches()) {
                groups = Math.max(groups, Integer.parseInt(matcher.group(1)) + 1);
                species = Math.max(species, Integer.parseInt(matcher.group(2)) + 1);
                count++;
            }
        }
        if (count == 0) {
            throw new StateFormatException("The .athdf file has no M1.lab.sc_nG_GS, the number densities of "
                + "GR-Athena++; found: " + String.join(", ", file.names()) + ".");
        }
        if (species != SPECIES.size() || count != groups * species) {
            throw new StateFormatException("The .athdf file has " + species + " species and " + groups + " groups, but "
                + count + " number densities; known are 3 species in each group: nu_e, nubar_e and all others.");
        }
        return groups;
    }

    private boolean isFlat(final MomentsHints hints) {
        final boolean known = holder(GEOMETRY + METRIC[0]).isPresent();
        for (final String component : METRIC) {
            if (holder(GEOMETRY + component).isPresent() != known) {
                throw new StateFormatException("The metric is not complete: " + GEOMETRY + (known ? component
                    : METRIC[0]) + " is missing.");
            }
        }
        if (!known && !hints.flat()) {
            throw new StateFormatException("The densities of GR-Athena++ are per coordinate volume, and nothing says "
                + "the metric: give the .athdf file with " + GEOMETRY + METRIC[0] + " ... of the same output among the "
                + "other files, or let the metric be flat.");
        }
        if (known && hints.flat()) {
            throw new StateFormatException("The metric is in the files, but it was also decided that space is flat; "
                + "let the metric be read from files.");
        }
        return !known;
    }

    private Optional<AthenaFile> holder(final String variable) {
        return m_files.stream().filter(file -> file.has(variable)).findFirst();
    }

    @Override
    public MomentsHeader header() {
        final List<String> extras = new ArrayList<>(List.of("x", "y", "z"));
        m_extras.forEach(extra -> extras.add(extra.m_column));
        return new MomentsHeader(MomentsFormat.ATHENA, true, false, extras, Optional.of(DensityUnit.PER_CM3));
    }

    @Override
    public OptionalDouble time(final CellChoice choice) {
        return OptionalDouble.of(m_files.get(0).time() * TIME);
    }

    @Override
    public List<String> doubts() {
        final List<String> doubts = new ArrayList<>();
        doubts.add("The file has no number fluxes; F/n is that of the energy"
            + (m_groups > 1 ? " in each of its " + m_groups + " groups, which were summed." : "."));
        if (m_flat) {
            doubts.add("Densities and fluxes are those of flat space, as decided; with gravity they are too high by "
                + "the square root of the determinant of the metric.");
        }
        if (m_indefinite > 0) {
            doubts.add("The metric of " + m_indefinite + " cells is not positive; they were dropped as not finite.");
        }
        return doubts;
    }

    private int perPart() {
        return Math.max(1, CELLS / m_files.get(0).cells());
    }

    @Override
    public long bytes() {
        return 3L * Double.BYTES * perPart() * m_files.get(0).cells()
            * (SPECIES.size() * 5 + METRIC.length + m_extras.size());
    }

    @Override
    public void read(final CellChoice choice, final CellFilter cells, final Progress progress)
        throws IOException {
        final int blocks = m_files.get(0).blocks();
        for (int block = 0; block < blocks; block += perPart()) {
            progress.report(block / (double) blocks, "reading block " + block);
            part(block, Math.min(perPart(), blocks - block), choice, cells);
        }
    }

    private double[] variable(final String name, final int block, final int count) {
        return holder(name).orElse(m_files.get(0)).read(name, block, count);
    }

    private void part(final int block, final int count, final CellChoice choice, final CellFilter cells) {
        final AthenaFile file = m_files.get(0);
        final int size = count * file.cells();
        final SpatialMetric[] metric = metric(block, count, size);
        final double[][][] moments = new double[size][SPECIES.size()][4];
        for (int group = 0; group < m_groups; group++) {
            for (int s = 0; s < SPECIES.size(); s++) {
                add(moments, s, "_" + group + s, block, count, metric);
            }
        }
        final double[][] beside =
            m_extras.stream().map(extra -> variable(extra.m_variable, block, count)).toArray(double[][]::new);
        for (int c = 0; c < size; c++) {
            final int b = block + c / file.cells();
            final int[] index = file.index(c % file.cells());
            if (file.isGhost(index) || index[0] % choice.every() != 0 || index[1] % choice.every() != 0
                || index[2] % choice.every() != 0) {
                continue;
            }
            final double[] extras = new double[3 + beside.length];
            for (int a = 0; a < 3; a++) {
                extras[a] = file.centre(a, b, index) * LENGTH;
            }
            for (int e = 0; e < beside.length; e++) {
                extras[3 + e] = beside[e][c] * m_extras.get(e).m_factor;
            }
            if (choice.holds(extras[0], extras[1], extras[2])) {
                m_indefinite += metric.length > 0 && !(metric[c].volume() > 0) ? 1 : 0;
                cells.fluxes(b + "_" + index[0] + "_" + index[1] + "_" + index[2], SPECIES, moments[c], extras);
            }
        }
    }

    private SpatialMetric[] metric(final int block, final int count, final int size) {
        if (m_flat) {
            return new SpatialMetric[0];
        }
        final double[][] g = new double[METRIC.length][];
        for (int m = 0; m < g.length; m++) {
            g[m] = variable(GEOMETRY + METRIC[m], block, count);
        }
        final SpatialMetric[] metric = new SpatialMetric[size];
        for (int c = 0; c < size; c++) {
            metric[c] = SpatialMetric.of(g[0][c], g[1][c], g[2][c], g[3][c], g[4][c], g[5][c]);
        }
        return metric;
    }

    /** Adds the density in cm^-3 of a group and its flux by the flux factor of the energy. */
    private void add(final double[][][] moments, final int species, final String digits, final int block,
        final int count, final SpatialMetric[] metric) {
        final double[] density = variable("M1.lab.sc_nG" + digits, block, count);
        final double[] energy = variable("M1.lab.sc_E" + digits, block, count);
        final double[][] flux = new double[3][];
        for (int a = 0; a < 3; a++) {
            flux[a] = variable("M1.lab.sp_F_d" + digits + "_" + a, block, count);
        }
        for (int c = 0; c < density.length; c++) {
            final SpatialMetric space = metric.length == 0 ? SpatialMetric.FLAT : metric[c];
            final double n = density[c] / space.volume() / (LENGTH * LENGTH * LENGTH);
            final double[] f = space.orthonormal(flux[0][c], flux[1][c], flux[2][c]);
            final double[] sum = moments[c][species];
            sum[0] += n;
            for (int a = 0; a < 3; a++) {
                sum[a + 1] += n == 0 ? 0 : n * f[a] / energy[c];
            }
        }
    }

    @Override
    public void close() {
        m_files.forEach(AthenaFile::close);
    }
}
