package org.flavorwaves.knime.io.nubhlight;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.flavorwaves.knime.io.AngleBasis;
import org.flavorwaves.knime.io.CellChoice;
import org.flavorwaves.knime.io.DensityUnit;
import org.flavorwaves.knime.io.FileCell;
import org.flavorwaves.knime.io.StateFile;
import org.flavorwaves.knime.io.StateFileColumns;
import org.flavorwaves.knime.io.StateFormatException;
import org.flavorwaves.knime.io.StateHints;
import org.flavorwaves.knime.io.hdf.HdfArray;
import org.flavorwaves.knime.io.hdf.HdfData;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;

/**
 * The local angles of nubhlight's dumps: {@code local_angles} of shape (basis, X1, X2, kind, mu), the numbers of
 * neutrinos of the kinds nu_e, nubar_e, nu_x, nubar_x in equal bins of the cosine to X1 and to X2; nu_x is two kinds.
 * Densities are those of {@code nph} in cm^-3, the mean over X3, where the angles have a bin for each of its zones, or
 * the numbers over a volume.
 *
 * <p>Which basis is stronger is found as nubhlight finds it, from {@code Gnu}, the lepton number of each bin or zero
 * below its noise; {@code local_moments} are not used.
 */
public final class NubhlightStates {
    private static final String ANGLES = "local_angles";

    private static final int KINDS = 4;

    /** Kinds in nu_x: mu and tau. */
    private static final double HEAVY = 2;

    private static final double ROUNDING = 1e-6;

    private final HdfData m_file;

    private final HdfArray m_angles;

    private final HdfArray m_lepton;

    private final int[] m_shape;

    private final double m_volume;

    private final Optional<HdfArray> m_density;

    private final List<String> m_extras;

    /** The unit of length in cm, if it is known. */
    private final double m_length;

    private long m_empty;

    private long m_notFinite;

    private long m_noise;

    private long m_bins;

    private NubhlightStates(final HdfData file, final double volume) {
        m_file = file;
        m_volume = volume;
        m_angles = file.require(ANGLES).requireShape(2, -1, -1, -1, -1);
        m_shape = m_angles.shape();
        if (m_shape[3] != KINDS) {
            throw new StateFormatException("local_angles has " + m_shape[3] + " kinds of neutrinos; known are " + KINDS
                + ": nu_e, nubar_e, nu_x, nubar_x (RAD_NUM_TYPES = 4).");
        }
        m_lepton = file.require("Gnu").requireShape(2, m_shape[1], m_shape[2], m_shape[4]);
        m_density = volume > 0 ? Optional.empty() : file.find("nph")
            .filter(nph -> nph.shape().length == 3 && nph.shape()[0] == m_shape[1] && nph.shape()[1] == m_shape[2]);
        m_extras = file.find("local_angles_Xbl").isPresent() && file.find("L_unit").isPresent() ? List.of("x", "z")
            : List.of();
        m_length = m_extras.isEmpty() ? Double.NaN : file.require("L_unit").readAll(1)[0];
    }

    /**
     * Whether it is such a file.
     *
     * @param file an HDF5 file
     * @return true if there are angles
     */
    public static boolean recognizes(final HdfData file) {
        return file.names("/").contains(ANGLES);
    }

    /**
     * Looks at a file.
     *
     * @param path the file
     * @return its optional columns
     * @throws IOException if it cannot be read
     * @throws StateFormatException if it is none of nubhlight
     */
    public static StateFileColumns columns(final Path path) throws IOException {
        try (HdfData file = HdfData.open(path)) {
            return new NubhlightStates(file, 0).columns();
        }
    }

    private StateFileColumns columns() {
        return new StateFileColumns(true, false, true, false, false, false, Optional.of(DensityUnit.PER_CM3), m_extras);
    }

    /**
     * Reads cells.
     *
     * @param path the file
     * @param hints which basis the angles are of
     * @param choice which cells
     * @param progress told the share that is read
     * @return their modes
     * @throws IOException if it cannot be read
     * @throws StateFormatException if it is none of nubhlight
     */
    public static StateFile read(final Path path, final StateHints hints, final CellChoice choice,
        final Progress progress) throws IOException {
        try (HdfData file = HdfData.open(path)) {
            return new NubhlightStates(file, hints.cellVolume()).cells(hints, choice, progress);
        }
    }

    private StateFile cells(final StateHints hints, final CellChoice choice, final Progress progress) {
        if (m_density.isEmpty() && !(m_volume > 0)) {
            throw new StateFormatException("nubhlight's local_angles count neutrinos on a grid of " + m_shape[1] + " x "
                + m_shape[2] + " cells, and there is no density nph on the same grid. Set the volume of a cell in "
                + "cm^3.");
        }
        for (int a = 0; a < 3; a++) {
            if (choice.isBounded(a) && !m_extras.contains("xyz".substring(a, a + 1))) {
                throw new StateFormatException("The range of " + "xyz".charAt(a)
                    + " cannot be used, since the file does not have it.");
            }
        }
        final List<FileCell> cells = new ArrayList<>();
        for (int i = 0; i < m_shape[1]; i += choice.every()) {
            progress.report(i / (double) m_shape[1], "reading cells from " + i);
            final Row row = new Row(i);
            for (int j = 0; j < m_shape[2]; j += choice.every()) {
                final double[] place = row.place(j);
                if (place.length == 0 || choice.holds(place[0], 0, place[1])) {
                    row.cell(j, hints, place).ifPresent(cells::add);
                }
            }
        }
        if (cells.isEmpty()) {
            throw new StateFormatException("No cell was read: " + m_notFinite + " hold NaN, infinity or negative "
                + "numbers, " + m_empty + " no neutrinos, and no other is in the range that was asked for.");
        }
        return new StateFile(cells, columns(), time(), List.of(), doubts());
    }

    private OptionalDouble time() {
        return m_file.find("t").isPresent() && m_file.find("T_unit").isPresent()
            ? OptionalDouble.of(m_file.require("t").readAll(1)[0] * m_file.require("T_unit").readAll(1)[0])
            : OptionalDouble.empty();
    }

    private List<String> doubts() {
        final List<String> doubts = new ArrayList<>();
        if (m_noise > 0) {
            doubts.add(m_noise + " of " + m_bins + " lepton numbers are below their Monte Carlo noise; all are kept.");
        }
        if (m_empty > 0) {
            doubts.add(m_empty + " cells have no neutrinos and were left out.");
        }
        if (m_notFinite > 0) {
            doubts.add(m_notFinite + " cells hold NaN, infinity or negative numbers and were dropped.");
        }
        return doubts;
    }

    /** The cells of one X1. */
    private final class Row {
        private final int m_i;

        /** Of each basis: numbers of cell, kind and bin. */
        private final double[][] m_numbers = new double[2][];

        private final double[][] m_leptons = new double[2][];

        private final double[] m_nph;

        private final double[] m_packets;

        private final double[] m_zonePackets;

        private final double[] m_places;

        Row(final int i) {
            m_i = i;
            final int n2 = m_shape[2];
            for (int b = 0; b < 2; b++) {
                m_numbers[b] = m_angles.read(new int[]{b, i, 0, 0, 0}, new int[]{1, 1, n2, KINDS, m_shape[4]});
                m_leptons[b] = m_lepton.read(new int[]{b, i, 0, 0}, new int[]{1, 1, n2, m_shape[4]});
            }
            m_nph = m_density.map(nph -> nph.read(new int[]{i, 0, 0}, new int[]{1, n2, nph.shape()[2]}))
                .orElseGet(() -> new double[0]);
            m_packets = m_density.isEmpty() ? new double[0] : m_file.require("local_Ns")
                .requireShape(m_lepton.shape()).read(new int[]{0, i, 0, 0}, new int[]{1, 1, n2, m_shape[4]});
            m_zonePackets = m_density.map(nph -> m_file.require("Nsph").requireShape(nph.shape())
                .read(new int[]{i, 0, 0}, new int[]{1, n2, nph.shape()[2]})).orElseGet(() -> new double[0]);
            m_places = m_extras.isEmpty() ? new double[0] : m_file.require("local_angles_Xbl")
                .requireShape(m_shape[1], n2, 3).read(new int[]{i, 0, 0}, new int[]{1, n2, 3});
        }

        /** Distance from the axis and height, in cm. */
        double[] place(final int j) {
            if (m_extras.isEmpty()) {
                return new double[0];
            }
            final double r = m_places[3 * j + 1] * m_length;
            return new double[]{r * Math.sin(m_places[3 * j + 2]), r * Math.cos(m_places[3 * j + 2])};
        }

        private double number(final int basis, final int j, final int kind, final int bin) {
            return m_numbers[basis][(j * KINDS + kind) * m_shape[4] + bin];
        }

        /** The lepton number of electron less heavy flavor in a bin. */
        private double lepton(final int basis, final int j, final int bin) {
            return number(basis, j, 0, bin) - number(basis, j, 1, bin)
                - (number(basis, j, 2, bin) - number(basis, j, 3, bin)) / HEAVY;
        }

        Optional<FileCell> cell(final int j, final StateHints hints, final double[] place) {
            final double[] sums = new double[2];
            for (int b = 0; b < 2; b++) {
                for (int n = 0; n < KINDS * m_shape[4]; n++) {
                    final double value = number(b, j, n / m_shape[4], n % m_shape[4]);
                    if (!(value >= 0) || Double.isInfinite(value)) {
                        m_notFinite++;
                        return Optional.empty();
                    }
                    sums[b] += value;
                }
            }
            if (sums[0] == 0) {
                m_empty++;
                return Optional.empty();
            }
            final int basis = basis(j, hints.basis());
            check(basis, j, sums);
            return Optional.of(state(basis, j, perNumber(j, sums[0]), hints.peakOccupation(), place));
        }

        /** nubhlight's choice: the basis with the larger difference of the positive and the negative side of Gnu. */
        private int basis(final int j, final AngleBasis wanted) {
            if (wanted != AngleBasis.STRONGER) {
                return wanted.ordinal();
            }
            final double[] difference = new double[2];
            for (int b = 0; b < 2; b++) {
                double sum = 0;
                for (int bin = 0; bin < m_shape[4]; bin++) {
                    sum += m_leptons[b][j * m_shape[4] + bin];
                }
                difference[b] = Math.abs(sum);
            }
            return difference[1] > difference[0] ? 1 : 0;
        }

        private void check(final int basis, final int j, final double[] sums) {
            if (Math.abs(sums[0] - sums[1]) > ROUNDING * sums[0]) {
                throw new StateFormatException("Cell " + m_i + "_" + j + " of local_angles has " + sums[0]
                    + " neutrinos by the cosine to X1 and " + sums[1] + " by that to X2; the file is damaged.");
            }
            for (int bin = 0; bin < m_shape[4]; bin++) {
                final double stored = m_leptons[basis][j * m_shape[4] + bin];
                final double sum = lepton(basis, j, bin);
                if (!(stored == 0 || Math.abs(stored - sum) <= ROUNDING * sums[0])) {
                    throw new StateFormatException("Cell " + m_i + "_" + j + " has Gnu = " + stored + " in bin " + bin
                        + ", but its local_angles give " + sum + "; the file is damaged or has other kinds.");
                }
                m_bins++;
                m_noise += stored == 0 && sum != 0 ? 1 : 0;
            }
        }

        /** Density of one neutrino. */
        private double perNumber(final int j, final double sum) {
            if (m_density.isEmpty()) {
                return 1 / m_volume;
            }
            final int n3 = m_nph.length / m_shape[2];
            final double mean = Arrays.stream(m_nph, j * n3, (j + 1) * n3).sum() / n3;
            final double packets = Arrays.stream(m_packets, j * m_shape[4], (j + 1) * m_shape[4]).sum();
            final double zone = Arrays.stream(m_zonePackets, j * n3, (j + 1) * n3).sum();
            if (packets != zone || !(mean > 0) || Double.isInfinite(mean)) {
                throw new StateFormatException("Cell " + m_i + "_" + j + " has the angles of " + packets + " packets, "
                    + "but its zones have " + zone + " and the density " + mean + " cm^-3: angles and density are on "
                    + "different grids. Set the volume of a cell in cm^3.");
            }
            return mean / sum;
        }

        private FileCell state(final int basis, final int j, final double perNumber, final double peakOccupation,
            final double[] place) {
            final int bins = m_shape[4];
            final Species[] species = new Species[2 * bins];
            final double[] mu = new double[2 * bins];
            final double[] electron = new double[2 * bins];
            final double[] heavy = new double[2 * bins];
            double most = 0;
            for (int m = 0; m < 2 * bins; m++) {
                final int bar = m / bins;
                species[m] = Species.values()[bar];
                mu[m] = -1 + (2 * (m % bins) + 1) / (double) bins;
                electron[m] = number(basis, j, bar, m % bins) * perNumber;
                heavy[m] = number(basis, j, 2 + bar, m % bins) * perNumber / HEAVY;
                most = Math.max(most, Math.max(electron[m], heavy[m]));
            }
            final double[] weight = new double[2 * bins];
            Arrays.fill(weight, most / peakOccupation);
            final double[] p0 = new double[2 * bins];
            final double[] pz = new double[2 * bins];
            for (int m = 0; m < 2 * bins; m++) {
                p0[m] = (electron[m] + heavy[m]) / weight[m];
                pz[m] = (electron[m] - heavy[m]) / weight[m];
            }
            return new FileCell(Optional.of(m_i + "_" + j), FlavorState.alongZ(MomentumModes.builder().species(species)
                .velocity(new double[2 * bins], new double[2 * bins], mu).weight(weight).build(), p0, pz),
                Optional.empty(), place);
        }
    }
}
