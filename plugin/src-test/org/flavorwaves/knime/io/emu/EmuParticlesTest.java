package org.flavorwaves.knime.io.emu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.flavorwaves.knime.io.AngleBasis;
import org.flavorwaves.knime.io.CellChoice;
import org.flavorwaves.knime.io.CosenuGrid;
import org.flavorwaves.knime.io.DensityUnit;
import org.flavorwaves.knime.io.FileCell;
import org.flavorwaves.knime.io.StateFile;
import org.flavorwaves.knime.io.StateFormatException;
import org.flavorwaves.knime.io.StateHints;
import org.flavorwaves.knime.io.reader.StateFileReader;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.threeflavor.ThreeFlavorState;
import org.junit.jupiter.api.Test;

/** Emu's particle_input.dat: number densities in cm^-3, energies in erg, 1 MeV = 1.602176634e-6 erg. */
class EmuParticlesTest {
    private static final double ERG = 1.602176634e-6;

    /** Two particles of 20 MeV: forward with a coherence, and along x without antineutrinos. */
    private static String densities(final String tail) {
        final double e = 20 * ERG;
        return "0.0 0.0 " + e + " " + e + " 3e32 1e31 2e31 1e32 2e32 1e31 2e31 0.5e32 " + tail + "\n" + e
            + " 0.0 0.0 " + e + " 1e32 0.0 0.0 1e32 0.0 0.0 0.0 0.0 " + tail + "\n";
    }

    private static StateFile read(final String text) throws IOException {
        final byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new StateFileReader(0.5).read(new ByteArrayInputStream(bytes), bytes.length, Progress.NONE);
    }

    private static double density(final FlavorState state, final int i) {
        return state.modes().weight(i) * state.trace(i);
    }

    @Test
    void densityMatricesWithoutPhaseSpace() throws IOException {
        for (final String text : new String[]{"2\n" + densities(""), "2 \n" + densities("0.0"),
            "2\n" + densities("0.0 0.0"), "number_of_flavors = 2\n\nnumber_of_directions = 2\nnumber_of_energies = 1\n"
                + "pupx pupy pupz pupt N00_Re N01_Re N01_Im N11_Re N00_Rebar N01_Rebar N01_Imbar N11_Rebar "
                + "TrHN Vphase\n"
                + densities("0.0 0.0")}) {
            final StateFile file = read(text);
            final FlavorState state = file.cells().get(0).state();
            assertThat(file.columns().unit()).contains(DensityUnit.PER_CM3);
            assertThat(file.columns().rings()).isFalse();
            assertThat(state.size()).isEqualTo(3);
            assertThat(file.cells().get(0).energies().orElseThrow()).containsExactly(new double[]{20, 20, 20},
                within(1e-12));
            assertThat(state.modes().signs()).containsExactly(1, 1, -1);
            assertThat(state.modes().vz(0)).isEqualTo(1);
            assertThat(state.modes().vx(1)).isEqualTo(1);
            assertThat(density(state, 0)).isCloseTo(4e32, withinPercentage(1e-12));
            assertThat(density(state, 2)).isCloseTo(2.5e32, withinPercentage(1e-12));
            final double w = state.modes().weight(0);
            assertThat(w).isEqualTo(state.modes().weight(2));
            assertThat(w * state.px(0)).isCloseTo(2e31, withinPercentage(1e-12));
            assertThat(w * state.py(0)).isCloseTo(-4e31, withinPercentage(1e-12));
            assertThat(w * state.pz(0)).isCloseTo(2e32, withinPercentage(1e-12));
            assertThat((state.trace(0) + state.length(0)) / 2).isCloseTo(0.5, within(1e-15));
        }
    }

    /** Antineutrinos are conjugated, so that both species turn the same way: see the class that converts them. */
    @Test
    void antineutrinosAreConjugated() throws IOException {
        final FlavorState state = read("2\n" + densities("")).cells().get(0).state();
        assertThat(state.modes().species(2)).isEqualTo(Species.NUBAR);
        assertThat(state.py(0)).isNegative();
        assertThat(state.py(2)).isEqualTo(-state.py(0), within(1e-16));
        assertThat(state.px(2)).isEqualTo(state.px(0), within(1e-16));
    }

    /** A bin of 4 pi and 15 to 21 MeV: (21^3 - 15^3)/3 4 pi MeV^3/(2 pi hbar c)^3 states per volume. */
    @Test
    void phaseSpaceGivesTheOccupations() throws IOException {
        final double volume = 4 * Math.PI * (21 * 21 * 21 - 15 * 15 * 15) / 3 * ERG * ERG * ERG;
        final FlavorState state = read("2\n" + densities("0.0 " + volume)).cells().get(0).state();
        final double states = 4 * Math.PI * 1962 / Math.pow(2 * Math.PI * 1.973269804e-11, 3);
        assertThat(state.modes().weight(0)).isCloseTo(states, withinPercentage(1e-10));
        assertThat(state.trace(0)).isCloseTo(4e32 / states, withinPercentage(1e-10));
        assertThatThrownBy(() -> read("2\n" + densities("0.0 " + volume / 1000)))
            .hasMessageContaining("Line 2, nu, has").hasMessageContaining("above 2");
    }

    @Test
    void matricesOfUnitTraceWithTheirDensity() throws IOException {
        final double e = 50 * ERG;
        final StateFile file = read("2\n" + e + " 0 0 " + e + " 4e32 0 0.75 0.025 0.05 0.25 2e32 0 0.5 0 0 0.5\n");
        final FlavorState state = file.cells().get(0).state();
        assertThat(density(state, 0)).isCloseTo(4e32, withinPercentage(1e-12));
        assertThat(density(state, 1)).isCloseTo(2e32, withinPercentage(1e-12));
        assertThat(state.modes().weight(0) * state.pz(0)).isCloseTo(2e32, withinPercentage(1e-12));
        assertThat(state.modes().weight(0) * state.py(0)).isCloseTo(-4e31, withinPercentage(1e-12));
        assertThat(state.pz(1)).isZero();
    }

    @Test
    void threeFlavorsAreReadIfTwoOfThemAreEqualAndUnmixed() throws IOException {
        final double e = 50 * ERG;
        final String start = "3\n" + e + " 0 0 " + e + " 4e32 0 0 0 0 1e32 ";
        final String bar = " 2e32 0 0 0 0 1e32 0 0 1e32\n";
        final FlavorState state = read(start + "0 0 1e32" + bar).cells().get(0).state();
        assertThat(density(state, 0)).isCloseTo(5e32, withinPercentage(1e-12));
        assertThatThrownBy(() -> read(start + "0 0 2e32" + bar)).hasMessageContaining("Line 2")
            .hasMessageContaining("flavors 1 and 2");
        assertThatThrownBy(() -> read(start + "1e30 0 1e32" + bar)).hasMessageContaining("coherence")
            .hasMessageContaining("Set \"Flavors\" to three");
    }

    /**
     * Densities with matrices of unit trace, without the column L, have as many columns as density matrices with
     * TrHN and Vphase: two opposite beams of equal density, nu_e forward, and nubar_e backward.
     */
    @Test
    void fourteenColumnsAreToldApartByTheTrace() throws IOException {
        final FlavorState state = read("2\n0.0 0.0 8.0109e-05 8.0109e-05 4.89e32 1.0 0.0 0.0 0.0 0.0 0.0 0.0 0.0 0.0\n"
            + "0.0 0.0 -8.0109e-05 8.0109e-05 0.0 0.0 0.0 0.0 0.0 2.5e32 0.75 0.1 0.2 0.25\n").cells().get(0).state();
        assertThat(state.modes().signs()).containsExactly(1, -1);
        assertThat(state.modes().vzs()).containsExactly(1, -1);
        assertThat(density(state, 0)).isCloseTo(4.89e32, withinPercentage(1e-12));
        assertThat(density(state, 1)).isCloseTo(2.5e32, withinPercentage(1e-12));
        assertThat(state.pz(0)).isEqualTo(state.trace(0));
        assertThat(state.px(0)).isZero();
        final double w = state.modes().weight(1);
        assertThat(w * state.px(1)).isCloseTo(2 * 0.1 * 2.5e32, withinPercentage(1e-12));
        assertThat(w * state.py(1)).isCloseTo(2 * 0.2 * 2.5e32, withinPercentage(1e-12));
        assertThat(w * state.pz(1)).isCloseTo(0.5 * 2.5e32, withinPercentage(1e-12));
    }

    @Test
    void fourteenColumnsThatAreNeitherOrBothAreRefusedWithTheCandidates() {
        assertThatThrownBy(() -> read("2\n0 0 1 1 5 1 0 0 0 5 2 0 0 0\n"))
            .hasMessageContaining("N00_Re N01_Re").hasMessageContaining("f00_Re f01_Re").hasMessageContaining("neither")
            .hasMessageContaining("trace 2.0").hasMessageContaining("N01 of size 1.0");
        assertThatThrownBy(() -> read("2\n0 0 1 1 1 0 0 0 1 0 0 0 0 0\n"))
            .hasMessageContaining("N00_Re N01_Re").hasMessageContaining("f00_Re f01_Re")
            .hasMessageContaining("nothing in the file tells which");
    }

    /** Flavors, directions and energies as bare numbers: a layout that is not documented. */
    @Test
    void aHeadOfThreeNumbersIsRefusedByName() {
        assertThatThrownBy(() -> read("3\n92\n1\n1 0 0 1 5 0 0 0 0 0 0 0 0 5 0 0 0 0 0 0 0 0\n"))
            .hasMessageStartingWith("Line 2 holds the single number 92")
            .hasMessageContaining("numbers of directions and energies");
    }

    /** The header row names further columns, in any order. */
    @Test
    void namedColumnsMayHaveOthersBetween() throws IOException {
        final double e = 50 * ERG;
        final FlavorState state = read("number_of_flavors = 2\npupx pupy pupz pupt rho_g_inv_ccm T_erg Ye "
            + "N00_Re N01_Re N01_Im N11_Re N00_Rebar N01_Rebar N01_Imbar N11_Rebar TrHN Vphase\n0 0 " + e + " " + e
            + " 1e12 8e-6 0.2 3e32 0 0 1e32 2e32 0 0 0 0 0\n").cells().get(0).state();
        assertThat(density(state, 0)).isCloseTo(4e32, withinPercentage(1e-12));
        assertThat(density(state, 1)).isCloseTo(2e32, withinPercentage(1e-12));
    }

    @Test
    void wrongFilesAreRefused() {
        assertThatThrownBy(() -> read("2\n")).hasMessageContaining("no particles");
        assertThatThrownBy(() -> read("2\n1 0 0 1 5 5\n")).hasMessageContaining("12 to 14 or 16");
        assertThatThrownBy(() -> read("2\n1 0 0 1 a\n")).hasMessageContaining("Line 2").hasMessageContaining("'a'");
        assertThatThrownBy(() -> read("2\n" + densities("") + "1 2\n")).hasMessageContaining("Line 4 has 2 columns");
        assertThatThrownBy(() -> read("2\n1 0 0 2 1 0 0 1 1 0 0 1\n")).hasMessageContaining("energy 2.0");
        assertThatThrownBy(() -> read("2\n1 0 0 1 -1 0 0 1 1 0 0 1\n")).hasMessageContaining("-1.0");
        assertThatThrownBy(() -> read("2\n1 0 0 1 0 0 0 0 0 0 0 0\n")).hasMessageContaining("zero");
        assertThatThrownBy(() -> read("2\n1 0 0 1 1 5 0 1 1 0 0 1\n")).hasMessageContaining("Line 2, nu, has |P|");
        assertThatThrownBy(() -> read("number_of_flavors = 2\nnumber_of_directions = 3\nnumber_of_energies = 1\n"
            + densities(""))).hasMessageContaining("announces 3").hasMessageContaining("are 2");
        assertThatThrownBy(() -> read("number_of_flavors = 4\n1 2\n")).hasMessageContaining("4 flavors");
        assertThatThrownBy(() -> read("2\npupx pupy pupz pupt\n" + densities("")))
            .hasMessageContaining("4 column names");
    }

    private static StateFile readThree(final String text) throws IOException {
        final byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new StateFileReader(new StateHints(0.5, CosenuGrid.UNKNOWN, 0, AngleBasis.STRONGER, Optional.empty(),
            true),
            CellChoice.ALL).read(new ByteArrayInputStream(bytes), bytes.length, Progress.NONE);
    }

    /** rho_ab = n_ab/w,
        conjugated for antineutrinos; the largest occupation of a diagonal matrix is the one asked for. */
    @Test
    void threeFlavorsAreKept() throws IOException {
        final double e = 20 * ERG;
        final String head = "number_of_flavors = 3\npupx pupy pupz pupt N00_Re N01_Re N01_Im N02_Re N02_Im N11_Re "
            + "N12_Re N12_Im N22_Re N00_Rebar N01_Rebar N01_Imbar N02_Rebar N02_Imbar N11_Rebar N12_Rebar N12_Imbar "
            + "N22_Rebar TrHN Vphase\n";
        final FileCell cell = readThree(head + "0 0 " + e + " " + e
            + " 4e32 0 0 0 0 1e32 0 0 2e32 2e32 1e31 2e31 3e31 4e31 1e32 5e30 6e30 1e32 0 0\n").cells().get(0);
        final ThreeFlavorState state = cell.three().orElseThrow();
        assertThat(cell.two()).isEmpty();
        assertThat(state.size()).isEqualTo(2);
        final double w = Math.sqrt(21) * 1e32 / 0.5;
        assertThat(state.modes().weight(0)).isCloseTo(w, withinPercentage(1e-12));
        final double[] bar = state.rho(1);
        final double[] expected = {2e32, 1e32, 1e32, 1e31, -2e31, 3e31, -4e31, 5e30, -6e30};
        for (int c = 0; c < 9; c++) {
            assertThat(bar[c] * w).isCloseTo(expected[c], withinPercentage(1e-12));
        }
        assertThat(state.rho(0)[2] * w).isCloseTo(2e32, withinPercentage(1e-12));
        assertThatThrownBy(() -> readThree("2\n" + densities(""))).isInstanceOf(StateFormatException.class)
            .hasMessageContaining("two flavors");
    }
}
