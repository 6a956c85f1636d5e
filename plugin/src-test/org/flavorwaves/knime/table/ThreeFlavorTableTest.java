package org.flavorwaves.knime.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.flavorwaves.knime.testing.Tables;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Units;
import org.flavorwaves.physics.threeflavor.ThreeFlavorState;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

/** A state table of three flavors becomes a state and back, or a message that names what is wrong. */
class ThreeFlavorTableTest {
    private static final String[] COLUMNS = {"cell:text", "species:text", "mu", "weight", "rho_ee", "rho_mm", "rho_tt",
        "rho_em_re", "rho_em_im", "rho_et_re", "rho_et_im", "rho_mt_re", "rho_mt_im"};

    private static Tables table(final String... more) {
        final String[] columns = Arrays.copyOf(COLUMNS, COLUMNS.length + more.length);
        System.arraycopy(more, 0, columns, COLUMNS.length, more.length);
        return Tables.of(columns);
    }

    private static StateTable read(final BufferedDataTable table) throws InvalidSettingsException, KNIMEException {
        final DataTableSpec spec = table.getDataTableSpec();
        return StateReader.read(table, StateLayout.ofAnyFlavors(spec), StateUnits.of(spec, UnitSystem.NATURAL),
            new MassSplittings(1, 7.5e-5, 2.5e-3), Progress.NONE);
    }

    @Test
    void densityMatricesAreReadAndWritten() throws Exception {
        final BufferedDataTable table = table("omega21", "omega31", "D")
            .row("a", "nu", 0.5, 2.0, 0.5, 0.25, 0.2, 0.1, -0.05, 0.0, 0.125, -0.0625, 0.03, 1.5, -2.5, 0.25)
            .row("a", "nubar", -1.0, 1.0, 0.4, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.5, 0.75, 0.0).build();
        final StateTable read = read(table);
        final ThreeFlavorState state = read.cells().get(0).threeFlavors().orElseThrow();
        assertThat(read.layout().hasThreeFlavors()).isTrue();
        assertThat(state.omega21(0)).isEqualTo(1.5);
        assertThat(state.omega31(0)).isEqualTo(-2.5);
        assertThat(state.modes().damping(0)).isEqualTo(0.25);
        final StateOutput output = new StateOutput(Tables.context(), new StateOutput.Columns(
            Optional.of(table.getDataTableSpec().getColumnSpec("cell")), false, true, true, true, false,
            WeightUnit.NATURAL, true, List.of()));
        output.add(read.cells().get(0).key(), state, i -> 0, Progress.NONE);
        final BufferedDataTable written = output.close();
        assertThat(written.getDataTableSpec().getColumnNames()).containsExactly(
            table.getDataTableSpec().getColumnNames());
        for (final String column : table.getDataTableSpec().getColumnNames()) {
            if (!"cell".equals(column) && !"species".equals(column)) {
                assertThat(Tables.numbers(written, column)).as(column)
                    .containsExactly(Tables.numbers(table, column), within(1e-15));
            }
        }
    }

    @Test
    void energiesBecomeFrequenciesOfBothSplittings() throws Exception {
        final ThreeFlavorState state = read(table("E").row("a", "nu", 0.5, 2.0, 0.5, 0.25, 0.2, 0.0, 0.0, 0.0, 0.0, 0.0,
            0.0, 12.0).build()).cells().get(0).threeFlavors().orElseThrow();
        assertThat(state.omega21(0)).isEqualTo(Units.vacuumFrequency(7.5e-5, 12));
        assertThat(state.omega31(0)).isEqualTo(Units.vacuumFrequency(2.5e-3, 12));
    }

    @Test
    void eigenvalueOutOfBoundsIsNamedWithItsRow() {
        assertThatThrownBy(() -> read(table().row("a", "nu", 0.5, 2.0, 0.5, 0.25, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.1)
            .build())).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("Row 'Row0' has a density matrix with the eigenvalue -0.035")
            .hasMessageContaining("between 0 and 1").hasMessageContaining("rho_mm = 0.25")
            .hasMessageContaining("rho_mt_im = 0.1");
        assertThatThrownBy(() -> read(table().row("a", "nu", 0.5, 2.0, 0.9, 0.9, 0.0, 0.2, 0.0, 0.0, 0.0, 0.0, 0.0)
            .build())).isInstanceOf(KNIMEException.class).hasMessageMatching(".*eigenvalue 1\\.(1|09999).*");
    }

    private static void assertRefused(final String message, final String... columns) {
        assertThatThrownBy(() -> StateLayout.ofAnyFlavors(Tables.of(columns).build().getDataTableSpec()))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining(message);
    }

    @Test
    void columnsInDoubtAreRefused() {
        final String[] without = Arrays.copyOf(COLUMNS, COLUMNS.length - 1);
        assertRefused("Column 'rho_mt_im' (double) is missing", without);
        assertThatThrownBy(() -> StateLayout.ofAnyFlavors(table("P0", "Px", "Py", "Pz").build().getDataTableSpec()))
            .hasMessageContaining("'P0' of two flavors").hasMessageContaining("not clear which");
        assertThatThrownBy(() -> StateLayout.ofAnyFlavors(table("omega").build().getDataTableSpec()))
            .hasMessageContaining("Column 'omega' stands in a state table of three flavors")
            .hasMessageContaining("omega21");
        assertThatThrownBy(() -> StateLayout.ofAnyFlavors(table("omega21").build().getDataTableSpec()))
            .hasMessageContaining("Column 'omega31' (double) is missing");
        assertThatThrownBy(() -> StateLayout.ofAnyFlavors(table("kappa").build().getDataTableSpec()))
            .hasMessageContaining("Absorption needs all or none of the columns kappa, rho_ee_source")
            .hasMessageContaining("found: kappa; missing: rho_ee_source");
    }

    @Test
    void nodeOfTwoFlavorsSaysWhatToDo() {
        assertThatThrownBy(() -> StateLayout.of(table().build().getDataTableSpec()))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("The state has three flavors")
            .hasMessageContaining("this node takes two").hasMessageContaining("Table to Distribution");
    }
}
