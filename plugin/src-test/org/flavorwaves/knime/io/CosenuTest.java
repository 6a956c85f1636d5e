package org.flavorwaves.knime.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.flavorwaves.knime.io.reader.StateFileReader;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.Species;
import org.junit.jupiter.api.Test;

/** COSEnu's files, written here as COSEnu writes them, against its own definitions of what it prints. */
class CosenuTest {
    private static final int NZ = 3;

    private static final int NVZ = 8;

    private static final CosenuGrid GRID = new CosenuGrid(NZ, NVZ, -6, 6);

    /** ee xx ex_re ex_im bee bxx bex_re bex_im of a cell. */
    private static double[] matrices(final int z, final int v) {
        final double g = 1 + 0.1 * v + 0.01 * z;
        final double bar = 0.7 + 0.05 * v;
        return new double[]{0.8 * g, 0.2 * g, 0.1 * g, 0.3 * g, 0.9 * bar, 0.1 * bar, -0.2 * bar, 0.15 * bar};
    }

    private static double velocity(final int v) {
        return -1 + (v + 0.5) * 2 / NVZ;
    }

    private static String snapshot(final boolean places) {
        final StringBuilder text = new StringBuilder();
        for (int z = 0; z < (places ? NZ : 1); z++) {
            for (int v = 0; v < NVZ; v++) {
                text.append(places ? String.format(Locale.ROOT, "%.5e\t", -6 + (z + 0.5) * 4) : "")
                    .append(String.format(Locale.ROOT, "%.15e", velocity(v)));
                for (final double element : matrices(z, v)) {
                    text.append(String.format(Locale.ROOT, "\t%.15e", element));
                }
                text.append('\n');
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static byte[] binary(final boolean densities, final boolean iteration) {
        final ByteBuffer bytes = ByteBuffer
            .allocate(NZ * NVZ * Double.BYTES * (densities ? 2 : 8) + (iteration ? Integer.BYTES : 0))
            .order(ByteOrder.LITTLE_ENDIAN);
        if (iteration) {
            bytes.putInt(1200);
        }
        for (int v = 0; v < NVZ; v++) {
            for (int z = 0; z < NZ; z++) {
                final double[] m = matrices(z, v);
                if (densities) {
                    bytes.putDouble(m[0] + m[1]).putDouble(m[4] + m[5]);
                } else {
                    Arrays.stream(m).forEach(bytes::putDouble);
                }
            }
        }
        return bytes.array();
    }

    private static StateFile read(final byte[] bytes) throws IOException {
        return new StateFileReader(new StateHints(0.5, GRID), CellChoice.ALL).read(new ByteArrayInputStream(bytes),
            bytes.length, Progress.NONE);
    }

    private static StateFile read(final String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * COSEnu's analysis: the sums of ee dv, and the vector (2 Re ex, -2 Im ex, ee - xx) of neutrinos and (2 Re bex,
     * +2 Im bex, bee - bxx) of antineutrinos at each place.
     */
    private static void assertAnalysis(final StateFile file, final int z, final boolean densities) {
        final FlavorState state = file.cells().get(z).state();
        final double[][] sums = new double[2][4];
        for (int i = 0; i < state.size(); i++) {
            final int s = state.modes().species(i) == Species.NU ? 0 : 1;
            final double w = state.modes().weight(i);
            sums[s][0] += w * (state.trace(i) + state.pz(i)) / 2;
            sums[s][1] += w * state.px(i);
            sums[s][2] += w * state.py(i);
            sums[s][3] += w * state.pz(i) * state.modes().vz(i);
        }
        final double[][] wanted = new double[2][4];
        for (int v = 0; v < NVZ; v++) {
            final double[] m = matrices(z, v);
            final double dv = 2.0 / NVZ;
            for (int s = 0; s < 2; s++) {
                final int at = 4 * s;
                wanted[s][0] += dv * (densities ? m[at] + m[at + 1] : m[at]);
                wanted[s][1] += densities ? 0 : dv * 2 * m[at + 2];
                wanted[s][2] += densities ? 0 : dv * (s == 0 ? -2 : 2) * m[at + 3];
                wanted[s][3] += dv * velocity(v) * (densities ? m[at] + m[at + 1] : m[at] - m[at + 1]);
            }
        }
        for (int s = 0; s < 2; s++) {
            assertThat(sums[s]).containsExactly(wanted[s], within(1e-13));
        }
    }

    @Test
    void snapshotsHaveTheSumsOfTheAnalysis() throws IOException {
        final StateFile file = read(snapshot(true));
        assertThat(file.cells()).extracting(FileCell::key).containsExactly(Optional.of("-4.00000e+00"),
            Optional.of("0.00000e+00"), Optional.of("4.00000e+00"));
        assertThat(file.columns().rings()).isTrue();
        assertThat(file.columns().unit()).contains(DensityUnit.NATURAL);
        assertThat(file.doubts()).isEmpty();
        for (int z = 0; z < NZ; z++) {
            assertAnalysis(file, z, false);
        }
        final StateFile one = read("# v rho_ee rho_xx Re_rho_ex\n" + snapshot(false));
        assertThat(one.columns().cells()).isFalse();
        assertAnalysis(one, 0, false);
    }

    @Test
    void binaryFilesAreToldApartByTheirLength() throws IOException {
        for (int z = 0; z < NZ; z++) {
            assertAnalysis(read(binary(true, false)), z, true);
            assertAnalysis(read(binary(false, false)), z, false);
            assertAnalysis(read(binary(false, true)), z, false);
        }
        assertThat(read(binary(false, false)).cells().get(2).key()).contains("4.0");
    }

    @Test
    void theLargestOccupationIsAsAsked() throws IOException {
        double most = 0;
        for (final FileCell cell : read(snapshot(true)).cells()) {
            for (int i = 0; i < cell.state().size(); i++) {
                most = Math.max(most, (cell.state().trace(i) + cell.state().length(i)) / 2);
            }
        }
        assertThat(most).isEqualTo(0.5, within(1e-15));
    }

    @Test
    void binaryFilesCutOffAnywhereAreRefused() {
        final byte[] whole = binary(false, true);
        for (int length = 0; length < whole.length; length += 5) {
            final byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> read(cut)).as("%d bytes", length).isInstanceOf(StateFormatException.class);
        }
        assertThatThrownBy(() -> new StateFileReader(0.5).read(new ByteArrayInputStream(whole), whole.length,
            Progress.NONE)).hasMessageContaining("set nz and nvz");
    }

    @Test
    void snapshotsCutOffOrUnevenAreRefused() {
        final String whole = snapshot(true);
        assertThatThrownBy(() -> read(whole.substring(0, whole.length() - 300)))
            .isInstanceOf(StateFormatException.class);
        assertThatThrownBy(() -> read(whole.substring(0, whole.lastIndexOf("\n", whole.length() - 3))))
            .hasMessageContaining("8 velocities at its first z, but 7 at z = 4.00000e+00");
        assertThatThrownBy(() -> read(snapshot(false).replace("-6.25", "-6.35")))
            .hasMessageContaining("must ascend by equal distances");
    }

    /** Not positive by 2 %: the fields do not depend on P0, so it is read, and said. */
    @Test
    void matricesThatAreNotQuitePositiveAreMarked() throws IOException {
        final StateFile file = read("-0.5 0.10 0.00 0.01 0.0 0.08 0.0 0.001 0.0\n"
            + "0.5 0.50 0.00 0.0 0.0 0.5 0.0 0.0 0.0\n");
        final FlavorState state = file.cells().get(0).state();
        assertThat(state.modes().weight(0) * state.trace(0)).isEqualTo(Math.hypot(0.1, 0.02), within(1e-15));
        assertThat(file.doubts()).hasSize(1);
        assertThat(file.doubts().get(0)).startsWith("2 density matrices are not positive");
        assertThatThrownBy(() -> read("-0.5 0.10 0.00 0.1 0.0 0.08 0.0 0.001 0.0\n0.5 1 0 0 0 1 0 0 0\n"))
            .hasMessageContaining("an occupation would be negative");
    }
}
