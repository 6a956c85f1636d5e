package org.flavorwaves.knime.io.moments.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;

import org.flavorwaves.knime.io.CellChoice;
import org.flavorwaves.knime.io.moments.MomentsHints;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** GR1D's profiles, written here as its output_single writes them. */
class Gr1dMomentsTest {
    private static final String[] KINDS = {"nue", "anue", "nux"};

    private static final String[] NAMES = {"nu_e", "nubar_e", "nu_x_sum4"};

    /** Zones, the first two of them ghosts. */
    private static final int ZONES = 8;

    /** Two energy groups in MeV. */
    private static final double[] GROUPS = {8, 20};

    private static final double[] TIMES = {0.1, 0.15};

    @TempDir
    private Path m_folder;

    /** Energy density in erg/ccm of a group; the outermost zone is beyond the transport. */
    private static double energy(final int s, final int zone, final int group, final int time) {
        return zone == ZONES - 1 ? 0 : 1e30 * (1 + s + 0.1 * zone + group) * (1 + time);
    }

    private static double flux(final int s, final int zone, final int group, final int time) {
        return energy(s, zone, group, time) * (0.05 * zone + 0.02 * group);
    }

    @BeforeEach
    void write() throws IOException {
        for (int s = 0; s < KINDS.length; s++) {
            final int kind = s;
            for (int t = 0; t < 2; t++) {
                final int time = t;
                add("M1_" + KINDS[s] + "_enden_lab_rad.xg", t,
                    i -> energy(kind, i, 0, time) + energy(kind, i, 1, time));
                add("M1_" + KINDS[s] + "_fluxden_lab_rad.xg", t,
                    i -> flux(kind, i, 0, time) + flux(kind, i, 1, time));
                add("M1_" + KINDS[s] + "_aveenergy_fluid_rad.xg", t,
                    i -> i == ZONES - 1 ? Double.NaN : (energy(kind, i, 0, time) + energy(kind, i, 1, time))
                        / (energy(kind, i, 0, time) / GROUPS[0] + energy(kind, i, 1, time) / GROUPS[1]));
            }
        }
        add("rho.xg", 0, i -> 1e10 - 1e8 * i);
        add("rho.xg", 1, i -> 2e10 - 1e8 * i);
    }

    private void add(final String name, final int time, final IntToDoubleFunction values) throws IOException {
        final Path path = m_folder.resolve(name);
        final StringBuilder text = new StringBuilder(Files.exists(path) ? Files.readString(path) : "");
        text.append(String.format(Locale.ROOT, " \"Time =   %.16E\n", TIMES[time]));
        for (int i = 0; i < ZONES; i++) {
            text.append(String.format(Locale.ROOT, "%18.9E%18.9E\n", 1e5 * (i - 1.5), values.applyAsDouble(i))
                .replace("NAN", "NaN"));
        }
        Files.writeString(path, text.append("  \n  \n"));
    }

    private Path file() {
        return m_folder.resolve("M1_anue_fluxden_lab_rad.xg");
    }

    /** GR1D's average energy is sum E / sum (E/e), and its flux factor sum F / sum E. */
    @Test
    void densityAndFluxFactorAreThoseOfTheGroups() throws Exception {
        final MomentsTable table = MomentsTable.read(file());
        assertThat(table.time()).hasValueCloseTo(0.15, within(1e-15));
        assertThat(table.header().extras()).containsExactly("z", "rho");
        assertThat(table.rows()).hasSize(3 * 5);
        assertThat(table.doubts()).hasSize(2).last().asString().startsWith("1 radii have no neutrinos");
        for (int s = 0; s < 3; s++) {
            final double[] row = table.row("2", NAMES[s]);
            final double number = (energy(s, 4, 0, 1) / GROUPS[0] + energy(s, 4, 1, 1) / GROUPS[1]) / 1.60217733e-6;
            assertThat(row[0] / number).isEqualTo(1, within(2e-9));
            assertThat(row[3]).isEqualTo((flux(s, 4, 0, 1) + flux(s, 4, 1, 1))
                / (energy(s, 4, 0, 1) + energy(s, 4, 1, 1)), within(1e-9));
            assertThat(row[4]).isEqualTo(2.5e5);
            assertThat(row[5]).isEqualTo(2e10 - 4e8, within(1.0));
        }
        final MomentsTable earlier = MomentsTable.read(file(), MomentsHints.NONE, new CellChoice(2,
            CellChoice.ALL.lower(), CellChoice.ALL.upper(), false, OptionalDouble.of(0.11)));
        assertThat(earlier.time()).hasValueCloseTo(0.1, within(1e-15));
        assertThat(earlier.rows().keySet()).allMatch(key -> "024".indexOf(key.charAt(0)) >= 0);
    }

    @Test
    void whatIsCutOffOrDoesNotFitIsRefused() throws Exception {
        final Path other = m_folder.resolve("M1_nux_enden_lab_rad.xg");
        final String whole = Files.readString(other);
        for (int length = 0; length < whole.length(); length++) {
            Files.writeString(other, whole.substring(0, length));
            final int cut = length;
            assertThatThrownBy(() -> MomentsTable.read(file())).as("%d characters", cut)
                .hasMessageMatching("M1_nux_enden_lab_rad\\.xg .*\\.");
        }
        Files.writeString(other, whole.replace("\"Time =   1.5000000000000000E-01", "\"Time =   1.6E-01"));
        assertThatThrownBy(() -> MomentsTable.read(file())).hasMessageContaining("has no profile of the time 0.15");
        Files.writeString(other, whole.replace("5.500000000E+05", "5.400000000E+05"));
        assertThatThrownBy(() -> MomentsTable.read(file())).hasMessageContaining("has other radii");
        Files.delete(other);
        assertThatThrownBy(() -> MomentsTable.read(file())).hasMessageContaining("M1_nux_enden_lab_rad.xg is missing");
    }
}
