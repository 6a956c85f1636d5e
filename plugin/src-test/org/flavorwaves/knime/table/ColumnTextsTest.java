package org.flavorwaves.knime.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;

class ColumnTextsTest {
    private static final String REAL = DoubleCell.TYPE.getName();

    @Test
    void everyColumnOfAStateIsExplained() {
        final Stream<String> names = Stream.of("cell", "species", "E", "vx", "vy", "vz", "mu", "weight", "P0", "Px",
            "Py", "Pz", "omega", "D", "Hx", "Hy", "Hz", "epsilon", "result");
        assertThat(names).allMatch(name -> ColumnTexts.of(name).isPresent());
        assertThat(ColumnTexts.of("vz").orElseThrow().unit()).isEqualTo("c");
        assertThat(ColumnTexts.of("omega").orElseThrow().unit()).isEqualTo("unit of the potentials, cm⁻¹ with CGS");
    }

    @Test
    void aPortListsItsColumns() {
        assertThat(ColumnTexts.port("One row a mode.", "vx, vy, vz", "k", "depth [1]: How deep G < 0 goes."))
            .isEqualTo("One row a mode.<ul><li><tt>vx</tt>, <tt>vy</tt>, <tt>vz</tt> (c): Velocity of the mode.</li>"
                + "<li><tt>k</tt> (unit of the potentials, cm⁻¹ with CGS): Physical wave number along the direction."
                + "</li><li><tt>depth</tt> (dimensionless): How deep G &lt; 0 goes.</li></ul>");
    }

    @Test
    void refusesAColumnWithoutText() {
        assertThatThrownBy(() -> ColumnTexts.port("One row.", "no_such_column"))
            .hasMessage("Column 'no_such_column' is not explained in columns.txt.");
    }

    @Test
    void aQuantityMakesTypeAndUnit() {
        final StateUnits cgs = new StateUnits(WeightUnit.PER_CM3, UnitSystem.CGS);
        assertThat(cgs.columns("k, omega_re, x, t, n_e, U", "", "dU_dbeta, dissipated_power, intensity, vx, depth",
            "entropy_production, weight, modes, result, complete, lepton_number [weight], time [s]"))
            .extracting(c -> c.getName() + " " + c.getType().getName() + " "
                + c.getProperties().getProperty(WeightUnit.PROPERTY, "-"))
            .containsExactly("k " + REAL + " cm^-1", "omega_re " + REAL + " s^-1", "x " + REAL + " cm",
                "t " + REAL + " s", "n_e " + REAL + " cm^-3", "U " + REAL + " erg cm^-3",
                "dU_dbeta " + REAL + " erg cm^-4", "dissipated_power " + REAL + " erg cm^-3 s^-1",
                "intensity " + REAL + " cm^-2", "vx " + REAL + " c", "depth " + REAL + " -",
                "entropy_production " + REAL + " cm^-3 s^-1", "weight " + REAL + " cm^-3",
                "modes " + IntCell.TYPE.getName() + " -", "result " + StringCell.TYPE.getName() + " -",
                "complete " + BooleanCell.TYPE.getName() + " -", "lepton_number " + REAL + " cm^-3",
                "time " + REAL + " s");
        assertThatThrownBy(() -> cgs.columns("no_such_column"))
            .hasMessage("Column 'no_such_column' is not explained in columns.txt.");
    }
}
