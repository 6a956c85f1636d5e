package org.flavorwaves.knime.io.bulb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;

import org.flavorwaves.knime.io.AngleBasis;
import org.flavorwaves.knime.io.BulbGeometry;
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

/** Luminosities with SNEWPY's names and the bulb. */
class SnewpyTest {
    private static final String HEAD =
        "TIME,L_NU_E,L_NU_E_BAR,L_NU_X,E_NU_E,E_NU_E_BAR,E_NU_X,ALPHA_NU_E,ALPHA_NU_E_BAR,RMS_NU_X\n";

    private static final String ROWS = HEAD + "0.1,4e52,3e52,2e52,9,12,15,2.5,3,17\n"
        + "0.2,5e52,4.5e52,8e52,10,13,16,2.2,3,18\n0.5,1e52,1e52,1e52,11,14,17,2,2,19\n";

    private static final double[] RADII = {4e6, 3.5e6, 3e6};

    private static final double DISTANCE = 8e6;

    private static final double ERG = 1.602176634e-6;

    @TempDir
    private Path m_folder;

    private Path write(final String text) throws IOException {
        final Path path = m_folder.resolve("model.csv");
        Files.writeString(path, text);
        return path;
    }

    private static StateFile read(final Path path, final Optional<BulbGeometry> bulb, final double time)
        throws IOException {
        final CellChoice choice = new CellChoice(1, CellChoice.ALL.lower(), CellChoice.ALL.upper(), false,
            time < 0 ? OptionalDouble.empty() : OptionalDouble.of(time));
        return new StateFileReader(new StateHints(0.5, CosenuGrid.UNKNOWN, 0, AngleBasis.X1, bulb), choice).read(path,
            Progress.NONE);
    }

    private static Optional<BulbGeometry> bulb(final int energies, final int kinds) {
        return Optional.of(new BulbGeometry(RADII, DISTANCE, 4, energies, kinds));
    }

    /** Of nu_e, nubar_e and one kind each of nu_x: number through the sphere at r in s^-1, and largest angle. */
    private static double[] rates(final FlavorState state) {
        final double[] rates = new double[4];
        for (int m = 0; m < state.size(); m++) {
            final int bar = state.modes().species(m) == Species.NU ? 0 : 1;
            final double flux = 4 * Math.PI * DISTANCE * DISTANCE * 2.99792458e10 * state.modes().weight(m)
                * state.modes().vz(m);
            rates[bar] += flux * (state.trace(m) + state.pz(m)) / 2;
            rates[2 + bar] += flux * (state.trace(m) - state.pz(m)) / 2;
        }
        return rates;
    }

    @Test
    void theLuminositiesPassThroughTheSphere() throws IOException {
        for (final int energies : new int[]{1, 8}) {
            final StateFile file = read(write(ROWS), bulb(energies, 4), 0.21);
            assertThat(file.time()).hasValue(0.2);
            final FileCell cell = file.cells().get(0);
            assertThat(cell.extras()).containsExactly(DISTANCE);
            assertThat(cell.state().size()).isEqualTo(2 * 12 * energies);
            final double[] rates = rates(cell.state());
            assertThat(rates[0] / (5e52 / 10 / ERG)).isEqualTo(1, within(1e-13));
            assertThat(rates[1] / (4.5e52 / 13 / ERG)).isEqualTo(1, within(1e-13));
            assertThat(rates[2] / (8e52 / 4 / 16 / ERG)).isEqualTo(1, within(1e-13));
            assertThat(rates[3]).isEqualTo(rates[2], within(1e-13 * rates[2]));
        }
        assertThat(rates(read(write(ROWS), bulb(3, 2), -1).cells().get(0).state())[2] / (1e52 / 2 / 17 / ERG))
            .isEqualTo(1, within(1e-13));
    }

    /** With many bins the mean energies and the spectrum are those of the table; directions end at R/r. */
    @Test
    void spectraAndAnglesAreThoseOfTheTable() throws IOException {
        final FileCell cell = read(write(ROWS), bulb(400, 4), 0.2).cells().get(0);
        final FlavorState state = cell.state();
        final double[] energies = cell.energies().orElseThrow();
        final double[] sums = new double[3];
        double edge = 1;
        for (int m = 0; m < state.size(); m++) {
            if (state.modes().species(m) == Species.NUBAR) {
                final double n = state.modes().weight(m) * (state.trace(m) + state.pz(m)) / 2;
                final boolean tail = energies[m] > 3 * 16 - 0.12;
                sums[0] += n;
                sums[1] += tail ? 0 : n * energies[m];
                sums[2] += tail ? 0 : n * energies[m] * energies[m];
                edge = n > 0 ? Math.min(edge, state.modes().vz(m)) : edge;
            }
        }
        assertThat(sums[1] / sums[0]).isEqualTo(13, within(0.02));
        assertThat(sums[2] / sums[0]).isEqualTo(13 * 13 * (2 + 3) / (1 + 3.0), within(0.8));
        assertThat(Math.sqrt(1 - edge * edge)).isLessThan(RADII[1] / DISTANCE).isGreaterThan(0.9 * RADII[1] / DISTANCE);
    }

    /** At the surface the occupation is that of the spectrum: near it half of the sky shines. */
    @Test
    void occupationsAreAtMostOne() throws IOException {
        final StateFile bright = read(write(ROWS.replace("e52", "e55")), bulb(8, 1), 0.2);
        double most = 0;
        final FlavorState state = bright.cells().get(0).state();
        for (int m = 0; m < state.size(); m++) {
            most = Math.max(most, (state.trace(m) + Math.abs(state.pz(m))) / 2);
        }
        assertThat(most).isEqualTo(1, within(1e-12));
        assertThat(rates(state)[0] / (5e55 / 10 / ERG)).isEqualTo(1, within(1e-13));
    }

    @Test
    void whatIsNotKnownIsRefused() throws IOException {
        assertThatThrownBy(() -> read(write(ROWS), Optional.empty(), 0.2)).isInstanceOf(StateFormatException.class)
            .hasMessageContaining("the meaning of nu_x");
        assertThatThrownBy(() -> read(write(ROWS.replace("RMS_NU_X", "SIZE")), bulb(1, 4), 0.2))
            .hasMessageContaining("'RMS_NU_X' is missing and so is 'ALPHA_NU_X'");
        assertThatThrownBy(() -> read(write(ROWS.replace("8e52", "-8e52")), bulb(1, 4), 0.2))
            .hasMessageContaining("Line 3 has the luminosity -8.0E52");
        assertThatThrownBy(() -> read(write("# - {name: L_NU_E, unit: 1e51 erg / s, datatype: float64}\n" + ROWS),
            bulb(1, 4), 0.2)).hasMessageContaining("it must be in erg/s");
        read(write("# %ECSV 1.0\n# - {name: L_NU_E, unit: erg / s, datatype: float64}\n" + ROWS.replace(',', ' ')),
            bulb(1, 4), 0.2);
        assertThatThrownBy(() -> read(write(ROWS.replace("TIME,", "TIME,L_NU_X_BAR,E_NU_X_BAR,ALPHA_NU_X_BAR,")
            .replace("0.1,", "0.1,1,1,1,").replace("0.2,", "0.2,1,1,1,").replace("0.5,", "0.5,1,1,1,")), bulb(1, 4),
            0.2)).hasMessageContaining("cannot be the sum of all four");
    }

    /** Cut within any line; whole lines that are missing cannot be seen. */
    @Test
    void aLineThatDoesNotEndIsNotRead() throws IOException {
        for (int length = 0; length < ROWS.length(); length++) {
            if (length == 0 || ROWS.charAt(length - 1) != '\n') {
                final String cut = ROWS.substring(0, length);
                assertThatThrownBy(() -> read(write(cut), bulb(1, 4), -1)).as(cut)
                    .isInstanceOf(StateFormatException.class).hasMessageEndingWith(".");
            }
        }
    }
}
