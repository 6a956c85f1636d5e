package org.flavorwaves.knime.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;

import org.flavorwaves.knime.testing.Tables;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.state.Units;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knime.core.data.DataColumnProperties;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

/** A state table becomes a state, or a message that names what is wrong. */
class StateReaderTest {

    private static StateTable read(final BufferedDataTable table, final UnitSystem units, final double deltaM2)
        throws InvalidSettingsException, KNIMEException {
        final DataTableSpec spec = table.getDataTableSpec();
        return StateReader.read(table, StateLayout.of(spec), StateUnits.of(spec, units), deltaM2, Progress.NONE);
    }

    private static StateTable read(final Tables table) throws InvalidSettingsException, KNIMEException {
        return read(table.build(), UnitSystem.NATURAL, 0);
    }

    @Test
    void ringsBecomeVelocitiesAlongZ() throws Exception {
        final FlavorState state = read(Tables.twoBeams()).cells().get(0).state();
        assertThat(state.modes().vzs()).containsExactly(1, -1);
        assertThat(state.modes().vxs()).containsExactly(0, 0);
        assertThat(state.modes().species(1)).isEqualTo(Species.NUBAR);
        assertThat(state.modes().omegas()).containsExactly(0, 0);
    }

    @Test
    void vectorsWinOverRingsAndIntegersAreNumbers() throws Exception {
        final FlavorState state = read(Tables.of("mu", "vx", "vy", "vz", "species:text", "weight:int", "P0:long", "Px",
            "Py", "Pz", "D", "omega").row(0.5, 0.6, 0.0, -0.8, "nu", 2, 1, 0.0, 0.0, 0.5, 0.25, -3.0)).cells().get(0)
            .state();
        assertThat(state.modes().vxs()).containsExactly(0.6);
        assertThat(state.modes().vzs()).containsExactly(-0.8);
        assertThat(state.modes().weights()).containsExactly(2);
        assertThat(state.traces()).containsExactly(1);
        assertThat(state.modes().depolarizations()).containsExactly(0.25);
        assertThat(state.modes().omegas()).containsExactly(-3);
    }

    private static Tables absorbing(final double kappa, final double p0, final double pz) {
        return Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz", "D", "kappa", "P0_source",
            "Px_source", "Py_source", "Pz_source").row("nu", 1.0, 1.0, 1.0, 0.0, 0.0, 0.5, 0.25, kappa, p0, 0.1, -0.2,
                pz);
    }

    @Test
    void absorptionIsReadWithItsSource() throws Exception {
        final MomentumModes modes = read(absorbing(0.5, 0.9, 0.3)).cells().get(0).state().modes();
        assertThat(StateOutput.absorption(modes.absorption(), 0)).containsExactly(0.5, 0.9, 0.1, -0.2, 0.3);
        assertThat(modes.damping(0)).isEqualTo(0.75);
        assertThat(read(Tables.twoBeams()).cells().get(0).state().modes().absorption().acts()).isFalse();
    }

    @Test
    void absorptionOutOfBoundsIsNamedWithItsRow() {
        assertThatThrownBy(() -> read(absorbing(-0.5, 0.9, 0.3))).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("Row 'Row0' has absorption rate kappa = -0.5; it must be finite and >= 0");
        assertThatThrownBy(() -> read(absorbing(0.5, 0.3, 0.3))).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("Row 'Row0' has |P_source| = 0.37416573867739417, above P0_source = 0.3");
        assertThatThrownBy(() -> read(absorbing(0.5, 1.7, 0.3))).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("Row 'Row0' has P0_source + |P_source| = 2.07");
    }

    @Test
    void absorptionNeedsItsWholeSource() {
        final Tables table = Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz", "kappa", "P0_source",
            "Pz_source");
        assertThatThrownBy(() -> read(table)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("kappa, P0_source, Px_source, Py_source, Pz_source")
            .hasMessageContaining("found: kappa, P0_source, Pz_source; missing: Px_source, Py_source.");
    }

    @Test
    void cellsKeepTheirOrderAndMayBeInterleaved() throws Exception {
        final StateTable table = read(Tables.of("cell:int", "species:text", "mu", "weight", "P0", "Px", "Py", "Pz")
            .row(7, "nu", 1.0, 1.0, 1.0, 0.0, 0.0, 0.1).row(3, "nu", 1.0, 1.0, 1.0, 0.0, 0.0, 0.2)
            .row(7, "nubar", 1.0, 1.0, 1.0, 0.0, 0.0, 0.3));
        assertThat(table.cells()).extracting(StateCell::prefix).containsExactly("7: ", "3: ");
        assertThat(table.cells().get(0).state().pzs()).containsExactly(0.1, 0.3);
        assertThat(table.cells().get(0).row(1)).isEqualTo(2);
        assertThat(table.rowCount()).isEqualTo(3);
    }

    @Test
    void densitiesBecomePotentials() throws Exception {
        final BufferedDataTable table = Tables.twoBeams().weightsIn(WeightUnit.PER_CM3).build();
        assertThat(read(table, UnitSystem.CGS, 0).cells().get(0).state().modes().weight(0))
            .isEqualTo(Units.POTENTIAL_PER_DENSITY);
        assertThat(read(table, UnitSystem.NATURAL, 0).cells().get(0).state().modes().weight(0))
            .as("the declaration decides").isEqualTo(Units.POTENTIAL_PER_DENSITY);
        assertThat(read(Tables.twoBeams().build(), UnitSystem.CGS, 0).cells().get(0).state().modes().weight(0))
            .as("without a declaration the unit system decides").isEqualTo(Units.POTENTIAL_PER_DENSITY);
    }

    @Test
    void declaredNaturalWeightsCannotBeReportedInCgs() {
        final BufferedDataTable table = Tables.twoBeams().weightsIn(WeightUnit.NATURAL).build();
        assertThatThrownBy(() -> read(table, UnitSystem.CGS, 0)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("natural units").hasMessageContaining("CGS");
    }

    @Test
    void energiesGiveVacuumFrequenciesAndOmegaWins() throws Exception {
        final String[] columns = {"species:text", "E", "mu", "weight", "P0", "Px", "Py", "Pz"};
        final Tables energy = Tables.of(columns).row("nu", 10.0, 0.0, 1.0, 1.0, 0.0, 0.0, 0.5);
        assertThat(read(energy.build(), UnitSystem.NATURAL, 2.5e-3).cells().get(0).state().modes().omega(0))
            .isEqualTo(Units.vacuumFrequency(2.5e-3, 10));
        final Tables both = Tables.of("species:text", "E", "mu", "weight", "P0", "Px", "Py", "Pz", "omega")
            .row("nu", 10.0, 0.0, 1.0, 1.0, 0.0, 0.0, 0.5, 0.75);
        assertThat(read(both.build(), UnitSystem.NATURAL, 2.5e-3).cells().get(0).state().modes().omega(0))
            .isEqualTo(0.75);
    }

    @Test
    void missingColumnIsNamedWithWhatWasFound() {
        final Tables table = Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "pz")
            .row("nu", 0.0, 1.0, 1.0, 0.0, 0.0, 0.0);
        assertThatThrownBy(() -> read(table)).isInstanceOf(InvalidSettingsException.class)
            .hasMessage("Column 'Pz' (double) is missing; found: species, mu, weight, P0, Px, Py, pz.");
    }

    @Test
    void missingVelocityIsNamed() {
        final Tables table = Tables.of("species:text", "weight", "P0", "Px", "Py", "Pz");
        assertThatThrownBy(() -> read(table)).hasMessageStartingWith("Column 'vx' (double) is missing; found: ");
    }

    @Test
    void wrongTypesAreNamed() {
        assertThatThrownBy(() -> read(Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz:text")))
            .hasMessageContaining("Column 'Pz' must be double but is");
        assertThatThrownBy(() -> read(Tables.of("species", "mu", "weight", "P0", "Px", "Py", "Pz")))
            .hasMessageContaining("Column 'species' must be string but is");
        assertThatThrownBy(() -> read(Tables.of("cell", "species:text", "mu", "weight", "P0", "Px", "Py", "Pz")))
            .hasMessageContaining("Column 'cell' must be string or integer but is");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "1.0 | 1.0 | 0.6 | 0.0 | 0.0 | 0.7 | has |P| = 0.7, above P0 = 0.6 (an occupation would be negative)",
        "1.0 | 1.0 | 1.5 | 0.0 | 0.8 | 0.0 | has P0 + |P| = 2.3 from P0 = 1.5 and |P| = 0.8, above 2",
        "1.5 | 1.0 | 1.0 | 0.0 | 0.0 | 0.0 | has |v| = 1.5, above the bound 1",
        "1.0 | -2. | 1.0 | 0.0 | 0.0 | 0.0 | has weight -2.0; it must be finite and >= 0",
        "1.0 | 1.0 | NaN | 0.0 | 0.0 | 0.0 | has NaN in column 'P0'; it must be a finite number",
        "1.0 | 2e60 | 1.0 | 0.0 | 0.0 | 0.0 | has 2.0E60 in column 'weight'; its size must not exceed 1.0E60",
        "1.0 | Infinity | 1.0 | 0.0 | 0.0 | 0.0 | has Infinity in column 'weight'; it must be a finite number"})
    void aBadRowIsNamedByItsKey(final double mu, final double weight, final double p0, final double px,
        final double py, final double pz, final String problem) {
        final Tables table = Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz")
            .row("nu", 0.0, 1.0, 1.0, 0.0, 0.0, 0.0).row("nu", mu, weight, p0, px, py, pz);
        assertThatThrownBy(() -> read(table)).isInstanceOf(KNIMEException.class)
            .hasMessageStartingWith("Row 'Row1' " + problem);
    }

    @Test
    void missingValueIsNamedByItsKey() {
        final Tables table = Tables.twoBeams().row("nu", 0.0, 1.0, 1.0, 0.0, "?", 0.0);
        assertThatThrownBy(() -> read(table)).isInstanceOf(KNIMEException.class)
            .hasMessage("Row 'Row2' has a missing value in column 'Py'.");
    }

    @Test
    void unknownSpeciesIsNamedByItsKey() {
        final Tables table = Tables.twoBeams().row("nu_e", 0.0, 1.0, 1.0, 0.0, 0.0, 0.0);
        assertThatThrownBy(() -> read(table)).isInstanceOf(KNIMEException.class)
            .hasMessage("Row 'Row2' has species 'nu_e'; it must be 'nu' or 'nubar'.");
    }

    @Test
    void negativeEnergyIsNamedByItsKey() {
        final Tables table = Tables.of("species:text", "E", "mu", "weight", "P0", "Px", "Py", "Pz").row("nu", -1.0, 0.0,
            1.0, 1.0, 0.0, 0.0, 0.0);
        assertThatThrownBy(() -> read(table)).hasMessage("Row 'Row0' has energy E = -1.0 MeV; it must be positive.");
    }

    @Test
    void noRowsAreRefusedButNotAntineutrinosAlone() throws Exception {
        assertThatThrownBy(() -> read(Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz")))
            .isInstanceOf(KNIMEException.class).hasMessageStartingWith("The state table has no rows");
        final Tables nubars = Tables.of("cell:text", "species:text", "mu", "weight", "P0", "Px", "Py", "Pz")
            .row("a", "nu", 0.0, 1.0, 1.0, 0.0, 0.0, 0.0).row("b", "nubar", 0.0, 1.0, 1.0, 0.0, 0.0, 0.0);
        assertThat(read(nubars).cells().get(1).state().modes().species(0)).isEqualTo(Species.NUBAR);
    }

    @Test
    void unknownUnitOfWeightsIsRefused() {
        final DataTableSpec spec = Tables.twoBeams().weightsIn(WeightUnit.NATURAL).spec();
        final DataColumnSpecCreator column =
            new DataColumnSpecCreator(spec.getColumnSpec("weight"));
        column.setProperties(new DataColumnProperties(Map.of("unit", "m^-3")));
        final DataTableSpec odd = new DataTableSpec(column.createSpec());
        assertThatThrownBy(() -> StateUnits.of(odd, UnitSystem.CGS))
            .hasMessageContaining("declares the unit 'm^-3'; known are 'natural' and 'cm^-3'");
    }
}
