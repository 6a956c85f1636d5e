package org.flavorwaves.knime.io.sedonu;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.flavorwaves.knime.io.CellChoice;
import org.flavorwaves.knime.io.DensityUnit;
import org.flavorwaves.knime.io.FileCell;
import org.flavorwaves.knime.io.StateFile;
import org.flavorwaves.knime.io.StateFileColumns;
import org.flavorwaves.knime.io.StateFormatException;
import org.flavorwaves.knime.io.hdf.HdfArray;
import org.flavorwaves.knime.io.hdf.HdfData;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.InvalidModeException;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;

/**
 * SedonuGR's fluid_NUMBER.h5: {@code distribution0(erg|ccm,tet)} of nu_e, 1 of nubar_e and 2 of all heavy-lepton kinds,
 * the energy per cm^3 in each bin of frequency, cosine and azimuth, with one to three dimensions of space before; bins
 * are below the group {@code axes}.
 *
 * <p>The density of a bin is its energy over h nu at its middle, a quarter of it for each heavy kind, and the weight is
 * the number of states, (nu_2^3 - nu_1^3)/3 dmu dphi/c^3. Monte Carlo noise may lift occupations above 1; then all
 * weights of the cell are raised until it is gone, which fields, waves and growth rates do not see.
 */
public final class SedonuStates {
    /** Fields of matter and the columns that they become. */
    private static final String[][] MATTER = {{"rho(g|ccm,tet)", "rho"}, {"T_gas(K,tet)", "T"}, {"Ye", "Ye"}};

    /** Boltzmann's constant in MeV/K, exact. */
    private static final double MEV_PER_KELVIN = 1.380649e-16 / 1.602176634e-6;

    private static final String[] FRAMES = {"(erg|ccm,tet)", "(erg|ccm,lab)"};

    /** Planck's constant in erg s, exact. */
    private static final double PLANCK = 6.62607015e-27;

    private static final double ERG_PER_MEV = 1.602176634e-6;

    /** Speed of light in cm/s, exact. */
    private static final double LIGHT = 2.99792458e10;

    private static final double HEAVY_KINDS = 4;

    private static final int MOST_BINS = 1 << 20;

    /** Bytes that are held for a mode. */
    private static final double MODE_BYTES = 120;

    private final HdfArray[] m_energies = new HdfArray[3];

    private final double[][] m_edges = new double[3][];

    private final double[][] m_middles = new double[3][];

    private final int[] m_space;

    private final int m_bins;

    /** Of each axis of space the middles in cm; none if the file does not have them. */
    private final double[][] m_places = new double[3][0];

    private final List<String> m_extras = new ArrayList<>();

    private final List<HdfArray> m_matter = new ArrayList<>();

    private long m_notFinite;

    private long m_raised;

    private SedonuStates(final HdfData file) {
        for (int s = 0; s < m_energies.length; s++) {
            m_energies[s] = distribution(file, s);
        }
        final int[] shape = m_energies[0].shape();
        m_space = Arrays.copyOf(shape, Math.max(0, shape.length - 3));
        if (m_space.length < 1 || m_space.length > 3) {
            throw new StateFormatException("The dataset '" + m_energies[0].name() + "' has the shape "
                + Arrays.toString(shape) + "; it needs one to three dimensions of space, then frequency, cosine and "
                + "azimuth.");
        }
        final String[] axes = {"frequency(Hz)", "distribution_costheta_grid(lab)",
            "distribution_phi_grid(radians,lab)"};
        for (int a = 0; a < axes.length; a++) {
            final int count = shape[m_space.length + a];
            m_edges[a] = file.require("axes/" + axes[a] + "[edge]").requireShape(count + 1).readAll(MOST_BINS);
            m_middles[a] = file.require("axes/" + axes[a] + "[mid]").requireShape(count).readAll(MOST_BINS);
            for (int i = 0; i < count; i++) {
                if (!(m_edges[a][i] <= m_middles[a][i] && m_middles[a][i] <= m_edges[a][i + 1])) {
                    throw new StateFormatException("The bins of " + axes[a] + " do not ascend: edges " + m_edges[a][i]
                        + " and " + m_edges[a][i + 1] + " about " + m_middles[a][i] + ".");
                }
            }
        }
        for (final HdfArray energies : m_energies) {
            energies.requireShape(shape);
        }
        m_bins = m_middles[0].length * m_middles[1].length * m_middles[2].length;
        for (int a = 0; a < m_space.length; a++) {
            final int count = m_space[a];
            final Optional<HdfArray> middles = file.find("axes/x" + a + "(cm)[mid]");
            if (middles.isPresent()) {
                m_places[a] = middles.get().requireShape(count).readAll(MOST_BINS);
                m_extras.add("xyz".substring(a, a + 1));
            }
        }
        for (final String[] matter : MATTER) {
            file.find(matter[0]).ifPresent(array -> {
                m_matter.add(array.requireShape(m_space));
                m_extras.add(matter[1]);
            });
        }
    }

    private static HdfArray distribution(final HdfData file, final int species) {
        final List<HdfArray> found = new ArrayList<>();
        for (final String frame : FRAMES) {
            file.find("distribution" + species + frame).ifPresent(found::add);
        }
        if (found.size() != 1) {
            throw new StateFormatException(found.isEmpty() ? "The HDF5 file has no distribution" + species
                + FRAMES[0] + " as SedonuGR writes it; found: " + String.join(", ", file.names("/")) + "."
                : "The HDF5 file has distribution" + species + " both as " + FRAMES[0] + " and as " + FRAMES[1]
                    + "; nothing tells which is meant.");
        }
        return found.get(0);
    }

    /**
     * Looks at a file.
     *
     * @param path the file
     * @return its optional columns
     * @throws IOException if it cannot be read
     * @throws StateFormatException if it is none of SedonuGR
     */
    public static StateFileColumns columns(final Path path) throws IOException {
        try (HdfData file = HdfData.open(path)) {
            return new SedonuStates(file).columns();
        }
    }

    private StateFileColumns columns() {
        return new StateFileColumns(true, true, false, false, false, false, Optional.of(DensityUnit.PER_CM3), m_extras);
    }

    /**
     * Reads cells.
     *
     * @param path the file
     * @param choice which cells
     * @param progress told the share that is read
     * @return their modes
     * @throws IOException if it cannot be read
     * @throws StateFormatException if it is none of SedonuGR
     */
    public static StateFile read(final Path path, final CellChoice choice, final Progress progress) throws IOException {
        try (HdfData file = HdfData.open(path)) {
            final SedonuStates states = new SedonuStates(file);
            for (int a = 0; a < states.m_places.length; a++) {
                if (choice.isBounded(a) && states.m_places[a].length == 0) {
                    throw new StateFormatException("The range of " + "xyz".charAt(a) + " cannot be used, since the "
                        + "file has no axes/x" + a + "(cm)[mid].");
                }
            }
            return states.cells(choice, progress);
        }
    }

    private StateFile cells(final CellChoice choice, final Progress progress) {
        final int every = choice.every();
        double count = 1;
        for (final int n : m_space) {
            count *= Math.ceil(n / (double) every);
        }
        final double bytes = count * 2 * m_bins * MODE_BYTES;
        if (bytes > 0.5 * Runtime.getRuntime().maxMemory()) {
            throw new StateFormatException("The " + (long) count + " cells of " + 2 * m_bins + " modes need "
                + (long) bytes + " bytes of memory, more than half of what there is. Read only every n-th cell.");
        }
        final List<FileCell> cells = new ArrayList<>();
        final int[] index = new int[m_space.length];
        final long all = Arrays.stream(m_space).asLongStream().reduce(1, (a, b) -> a * b);
        for (long c = 0; c < all; c++) {
            long rest = c;
            boolean chosen = true;
            for (int a = index.length - 1; a >= 0; a--) {
                index[a] = (int) (rest % m_space[a]);
                rest /= m_space[a];
                chosen &= index[a] % every == 0;
            }
            if (chosen && choice.holds(place(0, index), place(1, index), place(2, index))) {
                progress.report(c / (double) all, "reading cell " + c);
                cell(index).ifPresent(cells::add);
            }
        }
        if (cells.isEmpty()) {
            throw new StateFormatException("All cells of the SedonuGR file that are in the range hold NaN or negative "
                + "energies.");
        }
        return new StateFile(cells, columns(), List.of(), doubts());
    }

    private double place(final int axis, final int[] index) {
        return m_places[axis].length == 0 ? 0 : m_places[axis][index[axis]];
    }

    /** Place and matter of a cell. */
    private double[] extras(final int[] index) {
        final double[] extras = new double[m_extras.size()];
        int next = 0;
        for (int a = 0; a < m_places.length; a++) {
            if (m_places[a].length > 0) {
                extras[next++] = place(a, index);
            }
        }
        final int[] one = new int[index.length];
        Arrays.fill(one, 1);
        for (final HdfArray matter : m_matter) {
            final double value = matter.read(index, one)[0];
            extras[next] = "T".equals(m_extras.get(next)) ? value * MEV_PER_KELVIN : value;
            next++;
        }
        return extras;
    }

    private List<String> doubts() {
        final List<String> doubts = new ArrayList<>();
        if (m_notFinite > 0) {
            doubts.add(m_notFinite + " cells hold NaN, infinity or negative energies and were dropped.");
        }
        if (m_raised > 0) {
            doubts.add(m_raised + " cells have occupations above 1; their weights were raised until it is 1.");
        }
        return doubts;
    }

    private Optional<FileCell> cell(final int[] index) {
        final int[] offset = Arrays.copyOf(index, index.length + 3);
        final int[] shape = m_energies[0].shape();
        Arrays.fill(shape, 0, index.length, 1);
        final double[][] density = new double[3][];
        for (int s = 0; s < density.length; s++) {
            density[s] = m_energies[s].read(offset, shape);
            for (final double energy : density[s]) {
                if (!(energy >= 0) || Double.isInfinite(energy)) {
                    m_notFinite++;
                    return Optional.empty();
                }
            }
        }
        final String key = Arrays.stream(index).mapToObj(Integer::toString).collect(Collectors.joining("_"));
        return Optional.of(state(key, density, extras(index)));
    }

    private FileCell state(final String key, final double[][] bins, final double[] extras) {
        final int n = 2 * m_bins;
        final Species[] species = new Species[n];
        final double[][] v = new double[3][n];
        final double[] weight = new double[n];
        final double[] energy = new double[n];
        final double[] electron = new double[n];
        final double[] heavy = new double[n];
        double most = 1;
        for (int i = 0; i < n; i++) {
            final int bin = i % m_bins;
            final int phi = bin % m_middles[2].length;
            final int mu = bin / m_middles[2].length % m_middles[1].length;
            final int f = bin / m_middles[2].length / m_middles[1].length;
            final double sine = Math.sqrt(Math.max(0, 1 - m_middles[1][mu] * m_middles[1][mu]));
            species[i] = Species.values()[i / m_bins];
            v[0][i] = sine * Math.cos(m_middles[2][phi]);
            v[1][i] = sine * Math.sin(m_middles[2][phi]);
            v[2][i] = m_middles[1][mu];
            energy[i] = PLANCK * m_middles[0][f] / ERG_PER_MEV;
            weight[i] = (Math.pow(m_edges[0][f + 1] / LIGHT, 3) - Math.pow(m_edges[0][f] / LIGHT, 3)) / 3
                * (m_edges[1][mu + 1] - m_edges[1][mu]) * (m_edges[2][phi + 1] - m_edges[2][phi]);
            final double quantum = PLANCK * m_middles[0][f];
            electron[i] = bins[i / m_bins][bin] / quantum / weight[i];
            heavy[i] = bins[2][bin] / HEAVY_KINDS / quantum / weight[i];
            most = Math.max(most, Math.max(electron[i], heavy[i]));
        }
        m_raised += most > 1 ? 1 : 0;
        final double[] p0 = new double[n];
        final double[] pz = new double[n];
        for (int i = 0; i < n; i++) {
            weight[i] *= most;
            p0[i] = (electron[i] + heavy[i]) / most;
            pz[i] = (electron[i] - heavy[i]) / most;
        }
        try {
            return new FileCell(Optional.of(key), FlavorState.alongZ(MomentumModes.builder().species(species)
                .velocity(v[0], v[1], v[2]).weight(weight).build(), p0, pz), Optional.of(energy),
                extras);
        } catch (final InvalidModeException e) {
            throw new StateFormatException("Cell " + key + ", " + species[e.mode()].label() + ", " + energy[e.mode()]
                + " MeV, " + e.problem() + ".", e);
        }
    }
}
