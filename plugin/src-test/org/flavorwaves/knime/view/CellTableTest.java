package org.flavorwaves.knime.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.flavorwaves.knime.testing.Tables;
import org.junit.jupiter.api.Test;

/** Columns of tables by cell. */
class CellTableTest {
    private static final Tables TABLE = Tables.of("cell:text", "k", "kind:text", "n:int").row("A", 1.0, "fast", 3)
        .row("B", 2.0, "?", 4).row("A", "?", "slow", "?");

    @Test
    void rowsAreDividedByCell() {
        final CellTable a = CellTable.of(TABLE.build(), "k", "kind", "n", "absent").get("A");
        assertThat(a.numbers("k")).containsExactly(1, Double.NaN);
        assertThat(a.words("kind")).containsExactly("fast", "slow");
        assertThat(a.numbers("n")).containsExactly(3, Double.NaN);
        assertThat(a.has("absent")).isFalse();
        assertThat(CellTable.of(TABLE.build(), "kind").get("B").word("kind")).isEmpty();
    }

    @Test
    void samplesAreAtEqualDistances() {
        final Tables table = Tables.of("x");
        for (int i = 0; i < 10; i++) {
            table.row((double) i);
        }
        assertThat(CellTable.sample(table.build(), 4, "x").numbers("x")).containsExactly(0, 3, 6, 9);
        assertThat(CellTable.whole(table.build(), "x").rows()).isEqualTo(10);
    }
}
