package org.flavorwaves.knime.io.moments.codes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.flavorwaves.knime.io.CellChoice;
import org.flavorwaves.knime.io.DensityUnit;
import org.flavorwaves.knime.io.StateFormatException;
import org.flavorwaves.knime.io.moments.CellFilter;
import org.flavorwaves.knime.io.moments.MomentsFile;
import org.flavorwaves.knime.io.moments.MomentsFormat;
import org.flavorwaves.knime.io.moments.MomentsHeader;
import org.flavorwaves.physics.run.Progress;

/**
 * The M1 moments of GR1D over the radius, from the profiles in a folder: of each species {@code
 * M1_nue_enden_lab_rad.xg} and {@code M1_nue_fluxden_lab_rad.xg} in erg/cm^3 and {@code M1_nue_aveenergy_fluid_rad.xg}
 * in MeV, likewise anue, and nux, which is the sum of four kinds. The density is energy density over mean energy, and
 * F/n that of the energy, along z, which is the radius.
 */
public final class Gr1dMoments implements MomentsFile {
    private static final String[] KINDS = {"nue", "anue", "nux"};

    private static final List<String> SPECIES = List.of("nu_e", "nubar_e", "nu_x_sum4");

    /** Energy density, energy flux density, mean energy. */
    private static final String[] QUANTITIES = {"_enden_lab_rad.xg", "_fluxden_lab_rad.xg", "_aveenergy_fluid_rad.xg"};

    /** Files of matter and the columns that they become. */
    private static final String[][] MATTER = {{"rho.xg", "rho"}, {"temperature.xg", "T"}, {"ye.xg", "Ye"}};

    /** 1 MeV in erg as GR1D has it. */
    private static final double ERG_PER_MEV = 1.60217733e-6;

    private static final long BYTES = 12L * Gr1dProfile.MOST_RADII * Double.BYTES;

    private final Path m_folder;

    private final double[] m_times;

    private final List<String> m_extras = new ArrayList<>(List.of("z"));

    private final List<String> m_matter = new ArrayList<>();

    private long m_empty;

    /**
     * Looks for the profiles beside one.
     *
     * @param path one of the profiles, whose times are those that can be read
     * @throws IOException if it cannot be read
     * @throws StateFormatException if a profile is missing
     */
    public Gr1dMoments(final Path path) throws IOException {
        m_folder = path.toAbsolutePath().getParent();
        m_times = Gr1dProfile.times(path);
        for (final String kind : KINDS) {
            for (final String quantity : QUANTITIES) {
                if (!Files.isRegularFile(m_folder.resolve("M1_" + kind + quantity))) {
                    throw new StateFormatException("Of GR1D's profiles, M1_" + kind + quantity + " is missing in the "
                        + "folder of the file; run GR1D with small_output = 0.");
                }
            }
        }
        for (final String[] matter : MATTER) {
            if (Files.isRegularFile(m_folder.resolve(matter[0]))) {
                m_matter.add(matter[0]);
                m_extras.add(matter[1]);
            }
        }
    }

    /**
     * Whether it is a profile of GR1D.
     *
     * @param firstLine first line of a file that is not blank
     * @return true if it tells the time as profiles do
     */
    public static boolean recognizes(final String firstLine) {
        return Gr1dProfile.recognizes(firstLine);
    }

    @Override
    public MomentsHeader header() {
        return new MomentsHeader(MomentsFormat.GR1D, true, false, m_extras, Optional.of(DensityUnit.PER_CM3));
    }

    @Override
    public long bytes() {
        return BYTES;
    }

    @Override
    public OptionalDouble time(final CellChoice choice) {
        return OptionalDouble.of(m_times[choice.nearest(m_times)]);
    }

    @Override
    public List<String> doubts() {
        final List<String> doubts = new ArrayList<>();
        doubts.add("Densities are energy densities of the laboratory over mean energies of the fluid, and F/n is that "
            + "of the energy.");
        if (m_empty > 0) {
            doubts.add(m_empty + " radii have no neutrinos and were left out.");
        }
        return doubts;
    }

    @Override
    public void read(final CellChoice choice, final CellFilter cells, final Progress progress)
        throws IOException {
        if (choice.isBounded(0) || choice.isBounded(1)) {
            throw new StateFormatException("Ranges of x and y cannot be used, since GR1D has the radius z only.");
        }
        final double time = m_times[choice.nearest(m_times)];
        final Gr1dProfile first = Gr1dProfile.read(m_folder.resolve("M1_" + KINDS[0] + QUANTITIES[0]), time);
        final double[][][] data = new double[KINDS.length][QUANTITIES.length][];
        for (int s = 0; s < KINDS.length; s++) {
            for (int q = 0; q < QUANTITIES.length; q++) {
                progress.report((s * QUANTITIES.length + q) / 12.0, "reading M1_" + KINDS[s] + QUANTITIES[q]);
                data[s][q] = profile("M1_" + KINDS[s] + QUANTITIES[q], first);
            }
        }
        final List<double[]> matter = new ArrayList<>();
        for (final String name : m_matter) {
            matter.add(profile(name, first));
        }
        int cell = 0;
        for (int i = 0; i < first.radii().length; i++) {
            final double radius = first.radii()[i];
            if (radius > 0) {
                if (cell % choice.every() == 0 && choice.holds(0, 0, radius)) {
                    final double[] extras = new double[m_extras.size()];
                    extras[0] = radius;
                    for (int e = 0; e < matter.size(); e++) {
                        extras[e + 1] = matter.get(e)[i];
                    }
                    cell(cell, i, data, extras, cells);
                }
                cell++;
            }
        }
    }

    private double[] profile(final String name, final Gr1dProfile first) throws IOException {
        final Gr1dProfile profile = Gr1dProfile.read(m_folder.resolve(name), first.time());
        if (!Arrays.equals(profile.radii(), first.radii())) {
            throw new StateFormatException(name + " has other radii than M1_" + KINDS[0] + QUANTITIES[0] + " at the "
                + "time " + first.time() + " s.");
        }
        return profile.values();
    }

    private void cell(final int cell, final int i, final double[][][] data, final double[] extras,
        final CellFilter cells) {
        final double[][] moments = new double[KINDS.length][4];
        boolean empty = true;
        for (int s = 0; s < KINDS.length; s++) {
            final double energy = data[s][0][i];
            if (energy != 0) {
                empty = false;
                moments[s][0] = energy / (data[s][2][i] * ERG_PER_MEV);
                moments[s][3] = moments[s][0] * data[s][1][i] / energy;
            }
        }
        if (empty) {
            m_empty++;
        } else {
            cells.fluxes(Integer.toString(cell), SPECIES, moments, extras);
        }
    }

    @Override
    public void close() {
        // nothing is open between the calls
    }
}
