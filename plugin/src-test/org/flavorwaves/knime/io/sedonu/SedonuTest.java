package org.flavorwaves.knime.io.sedonu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import org.flavorwaves.knime.io.CellChoice;
import org.flavorwaves.knime.io.CosenuGrid;
import org.flavorwaves.knime.io.FileCell;
import org.flavorwaves.knime.io.StateFile;
import org.flavorwaves.knime.io.StateFormatException;
import org.flavorwaves.knime.io.StateHints;
import org.flavorwaves.knime.io.reader.StateFileReader;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.Species;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SedonuGR's fluid files, written here as SedonuGR writes them. */
class SedonuTest {
    /** h nu of a neutrino of 1 MeV. */
    private static final double HZ_PER_MEV = 1.602176634e-6 / 6.62607015e-27;

    private static final double[] FREQUENCY = {0, 10 * HZ_PER_MEV, 30 * HZ_PER_MEV};

    private static final double[] COSINE = {-1, -0.2, 0.5, 1};

    private static final double[] AZIMUTH = {-Math.PI, -1, 1, Math.PI};

    @TempDir
    private Path m_folder;

    private static double[] middles(final double[] edges) {
        final double[] middles = new double[edges.length - 1];
        for (int i = 0; i < middles.length; i++) {
            middles[i] = (edges[i] + edges[i + 1]) / 2;
        }
        return middles;
    }

    /** Energy in erg/ccm of a bin, different in each. */
    private static double energy(final int s, final int x, final int f, final int mu, final int phi,
        final double size) {
        return size * (1 + s + 0.5 * x + 0.25 * f + 0.1 * mu + 0.01 * phi);
    }

    private Path write(final double size, final String extra) {
        final Path path = m_folder.resolve("fluid_00001.h5");
        try (WritableHdfFile file = HdfFile.write(path)) {
            for (int s = 0; s < 3; s++) {
                final double[][][][] values = new double[4][2][3][3];
                for (int x = 0; x < 4; x++) {
                    for (int f = 0; f < 2; f++) {
                        for (int mu = 0; mu < 3; mu++) {
                            for (int phi = 0; phi < 3; phi++) {
                                values[x][f][mu][phi] = energy(s, x, f, mu, phi, size);
                            }
                        }
                    }
                }
                values[3][1][1][1] = Double.NaN;
                file.putDataset("distribution" + s + "(erg|ccm,tet)", values);
                if (!extra.isEmpty()) {
                    file.putDataset("distribution" + s + extra, values);
                }
            }
            file.putDataset("rho(g|ccm,tet)", new double[]{1e10, 2e10, 3e10, 4e10});
            file.putDataset("T_gas(K,tet)", new double[]{1e10, 2e10, 3e10, 4e10});
            final WritableGroup axes = file.putGroup("axes");
            axes.putDataset("x0(cm)[mid]", new double[]{1e6, 2e6, 3e6, 4e6});
            axes.putDataset("frequency(Hz)[edge]", FREQUENCY);
            axes.putDataset("frequency(Hz)[mid]", middles(FREQUENCY));
            axes.putDataset("distribution_costheta_grid(lab)[edge]", COSINE);
            axes.putDataset("distribution_costheta_grid(lab)[mid]", middles(COSINE));
            axes.putDataset("distribution_phi_grid(radians,lab)[edge]", AZIMUTH);
            axes.putDataset("distribution_phi_grid(radians,lab)[mid]", middles(AZIMUTH));
        }
        return path;
    }

    private static StateFile read(final Path path, final int every) throws Exception {
        return new StateFileReader(new StateHints(0.5, CosenuGrid.UNKNOWN), CellChoice.everyNth(every)).read(path,
            Progress.NONE);
    }

    /** The energy densities of the kinds and their fluxes along z are those of the bins. */
    @Test
    void energiesOfTheKindsAreKept() throws Exception {
        final StateFile file = read(write(1e25, ""), 1);
        assertThat(file.cells()).extracting(FileCell::key).containsExactly(Optional.of("0"), Optional.of("1"),
            Optional.of("2"));
        assertThat(file.doubts()).containsExactly("1 cells hold NaN, infinity or negative energies and were dropped.");
        for (int x = 0; x < 3; x++) {
            final FlavorState state = file.cells().get(x).state();
            final double[] energies = file.cells().get(x).energies().orElseThrow();
            final double[] sums = new double[6];
            for (int i = 0; i < state.size(); i++) {
                final int bar = state.modes().species(i) == Species.NU ? 0 : 1;
                final double erg = 1.602176634e-6 * energies[i] * state.modes().weight(i);
                sums[bar] += erg * (state.trace(i) + state.pz(i)) / 2;
                sums[2] += 2 * erg * (state.trace(i) - state.pz(i)) / 2;
                sums[3 + bar] += erg * state.modes().vz(i) * (state.trace(i) + state.pz(i)) / 2;
            }
            final double[] wanted = new double[6];
            for (int s = 0; s < 3; s++) {
                for (int bin = 0; bin < 18; bin++) {
                    final double e = energy(s, x, bin / 9, bin / 3 % 3, bin % 3, 1e25);
                    wanted[s] += e;
                    wanted[3 + s] += s == 2 ? 0 : e * middles(COSINE)[bin / 3 % 3];
                }
            }
            for (int k = 0; k < 5; k++) {
                assertThat(sums[k] / wanted[k]).as("sum %d", k).isEqualTo(1, within(1e-13));
            }
        }
    }

    @Test
    void placeAndMatterRideAlong() throws Exception {
        final double infinity = Double.POSITIVE_INFINITY;
        final StateFile file = new StateFileReader(new StateHints(0.5, CosenuGrid.UNKNOWN), new CellChoice(1,
            new double[]{1.5e6, -infinity, -infinity}, new double[]{2.5e6, infinity, infinity}, false,
            OptionalDouble.empty())).read(write(1e25, ""), Progress.NONE);
        assertThat(file.columns().extras()).containsExactly("x", "rho", "T");
        assertThat(file.cells()).hasSize(1);
        assertThat(file.cells().get(0).extras()).containsExactly(new double[]{2e6, 2e10, 1.7234667},
            within(1e-7));
        assertThatThrownBy(() -> new StateFileReader(new StateHints(0.5, CosenuGrid.UNKNOWN), new CellChoice(1,
            new double[]{-infinity, 0, -infinity}, new double[]{infinity, 1, infinity}, false, OptionalDouble.empty()))
            .read(write(1e25, ""), Progress.NONE)).hasMessageContaining("has no axes/x1(cm)[mid]");
    }

    /** All states up to 30 MeV: 4 pi E^3/3 over (hc)^3. */
    @Test
    void weightsAreNumbersOfStates() throws Exception {
        final FlavorState state = read(write(1e25, ""), 1).cells().get(0).state();
        final double wave = 30 / 1.239841984332e-10;
        assertThat(Arrays.stream(state.modes().weights()).sum() / 2 / (4 * Math.PI / 3 * Math.pow(wave, 3)))
            .isEqualTo(1, within(1e-8));
        assertThat(Math.hypot(state.modes().vx(0), state.modes().vz(0))).isLessThan(1);
        assertThat(state.modes().vy(1)).isEqualTo(0, within(1e-15));
    }

    @Test
    void noiseAboveOneRaisesTheWeights() throws Exception {
        final StateFile file = read(write(1e36, ""), 2);
        assertThat(file.cells()).extracting(FileCell::key).containsExactly(Optional.of("0"), Optional.of("2"));
        assertThat(file.doubts()).containsExactly(
            "2 cells have occupations above 1; their weights were raised until it is 1.");
        final FlavorState state = file.cells().get(0).state();
        double most = 0;
        for (int i = 0; i < state.size(); i++) {
            most = Math.max(most, (state.trace(i) + Math.abs(state.pz(i))) / 2);
        }
        assertThat(most).isEqualTo(1, within(1e-12));
    }

    @Test
    void whatIsCutOffOrInDoubtIsRefused() throws Exception {
        assertThatThrownBy(() -> read(write(1e25, "(erg|ccm,lab)"), 1)).hasMessageContaining("(erg|ccm,tet)")
            .hasMessageContaining("(erg|ccm,lab)").hasMessageContaining("nothing tells");
        final byte[] whole = Files.readAllBytes(write(1e25, ""));
        final Path cut = m_folder.resolve("cut.h5");
        for (int length = 8; length < whole.length; length += 97) {
            Files.write(cut, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> read(cut, 1)).as("%d bytes", length).isInstanceOf(StateFormatException.class);
        }
    }
}
