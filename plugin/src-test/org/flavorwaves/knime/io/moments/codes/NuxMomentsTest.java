package org.flavorwaves.knime.io.moments.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.flavorwaves.knime.io.CellChoice;
import org.flavorwaves.knime.io.moments.MomentsHints;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** nuX's groups rN, rE and rF along x, written here as CarpetX writes them. */
class NuxMomentsTest {
    private static final MomentsHints HINTS = new MomentsHints(List.of(), true, 1e30, false);

    @TempDir
    private Path m_folder;

    private static double density(final int s, final int i) {
        return 1e2 * (1 + s + 0.1 * i);
    }

    private Path path(final String group) {
        return m_folder.resolve("nux_m1-" + group + ".it000010.x.tsv");
    }

    @BeforeEach
    void write() throws IOException {
        for (final String group : List.of("rN", "rE", "rF")) {
            final StringBuilder text = new StringBuilder("# 1:iteration\t2:time\t3:patch\t4:level\t5:i\t6:j\t7:k\t8:x\t"
                + "9:y\t10:z");
            int column = 11;
            for (final String name : group.equals("rF") ? List.of("rFx", "rFy", "rFz") : List.of(group)) {
                for (int s = 0; s < 3; s++) {
                    text.append('\t').append(column++).append(':').append(name).append('[').append(s).append(']');
                }
            }
            text.append('\n');
            for (int i = 0; i < 4; i++) {
                text.append(String.format(Locale.ROOT, "10\t%.16e\t0\t0\t%d\t2\t2\t%.16e\t%.16e\t0", 2.5, i,
                    -1.5 + i, 0.5));
                for (int a = 0; a < (group.equals("rF") ? 3 : 1); a++) {
                    for (int s = 0; s < 3; s++) {
                        final double e = 1e-9 * density(s, i);
                        final double value = group.equals("rN") ? density(s, i) : group.equals("rE") ? e
                            : e * new double[]{0.4, 0.1 * s, -0.2}[a];
                        text.append(i == 3 && s == 1 ? "\tnan" : String.format(Locale.ROOT, "\t%.16e", value));
                    }
                }
                text.append('\n');
            }
            Files.writeString(path(group.toLowerCase(Locale.ROOT)), text);
        }
    }

    /** nuX takes rnnu nuX_ndens_conv as nm^-3, with the constant 1e9, and rF/rE as the flux factor. */
    @Test
    void densitiesAreInTheUnitThatIsSet() throws IOException {
        final MomentsTable table = MomentsTable.read(path("re"), HINTS, CellChoice.ALL);
        assertThat(table.rows()).hasSize(9);
        assertThat(table.notFinite()).isEqualTo(1);
        assertThat(table.time()).hasValueCloseTo(2.5 * 4.92579e-6, within(1e-10));
        final double[] row = table.row("0_0_2_2_2", "nu_x_sum4");
        final double[] expected = {0.4, 0.2, -0.2, 0.5 * 1.476625e5, 0.5 * 1.476625e5, 0};
        assertThat(row[0] / (density(2, 2) * 1e9 * 1e21)).isEqualTo(1, within(1e-14));
        for (int c = 0; c < expected.length; c++) {
            assertThat(row[c + 1]).isEqualTo(expected[c], within(1e-6 * Math.max(1, expected[c])));
        }
        assertThat(MomentsTable.read(path("rn"), HINTS, CellChoice.everyNth(2)).rows()).hasSize(6);
    }

    @Test
    void whatIsNotKnownOrCutOffIsRefused() throws IOException {
        assertThatThrownBy(() -> MomentsTable.read(path("rn"))).hasMessageContaining("Only flat space can be read");
        assertThatThrownBy(() -> MomentsTable.read(path("rn"), new MomentsHints(List.of(), true), CellChoice.ALL))
            .hasMessageContaining("1e30 cm^-3").hasMessageContaining("1e39 cm^-3");
        for (final String group : List.of("rn", "re", "rf")) {
            final String whole = Files.readString(path(group));
            for (int length = 1; length < whole.length(); length++) {
                Files.writeString(path(group), whole.substring(0, length));
                final int cut = length;
                assertThatThrownBy(() -> MomentsTable.read(path("rn"), HINTS, CellChoice.ALL))
                    .as("%d of %s", cut, group).hasMessageEndingWith(".");
            }
            Files.writeString(path(group), whole.replace("\t2\t2\t", "\t2\t3\t"));
            assertThatThrownBy(() -> MomentsTable.read(path("rn"), HINTS, CellChoice.ALL))
                .hasMessageContaining("not of the same cell");
            Files.writeString(path(group), whole);
        }
        Files.delete(path("rf"));
        assertThatThrownBy(() -> MomentsTable.read(path("rn"), HINTS, CellChoice.ALL))
            .hasMessageContaining("nux_m1-rf.it000010.x.tsv is missing");
    }
}
