package org.flavorwaves.knime.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class ColumnTextsTest {
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
}
