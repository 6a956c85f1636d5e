package org.knime.core.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Iterator;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomain;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.MissingCell;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.util.DuplicateKeyException;

class BufferedDataContainerTest {

    private final ExecutionContext m_exec = new ExecutionContext(new DefaultNodeProgressMonitor());

    private static DataColumnSpec column(final String name, final DataType type) {
        return new DataColumnSpecCreator(name, type).createSpec();
    }

    private BufferedDataTable table(final DataType type, final DataCell... cells) {
        final BufferedDataContainer container = m_exec.createDataContainer(new DataTableSpec(column("c", type)));
        for (int i = 0; i < cells.length; i++) {
            container.addRowToTable(new DefaultRow(RowKey.createRowKey((long) i), cells[i]));
        }
        container.close();
        return container.getTable();
    }

    private static DataColumnDomain domain(final BufferedDataTable table) {
        return table.getDataTableSpec().getColumnSpec(0).getDomain();
    }

    @Test
    void givesBackEveryCellThatWasPutIn() {
        final DataCell why = new MissingCell("why");
        final DataCell[] cells = {new DoubleCell(-0.0), new IntCell(3), DataType.getMissingCell(),
            new DoubleCell(Double.NaN),
            why, new DoubleCell(Double.POSITIVE_INFINITY)};

        final BufferedDataTable table = table(DoubleCell.TYPE, cells);

        assertThat(table).extracting(r -> r.getCell(0)).containsExactly(cells);
        assertThat(table).extracting(r -> r.getCell(0).getClass().getSimpleName()).containsExactly("DoubleCell",
            "IntCell", "MissingCell", "DoubleCell", "MissingCell", "DoubleCell");
        assertThat(table).element(4).extracting(r -> ((MissingCell) r.getCell(0)).getError()).isEqualTo("why");
        assertThat(table.size()).isEqualTo(6);
        assertThat(table.getSummary()).isEqualTo("Rows: 6, Cols: 1");
    }

    @Test
    void integersAreDoubleValuesAndLongsAndBooleansToo() {
        for (final DataCell cell : new DataCell[] {new IntCell(1), new LongCell(1), BooleanCell.TRUE}) {
            assertThat(DoubleCell.TYPE.isASuperTypeOf(cell.getType())).isTrue();
            assertThat(((DoubleValue) cell).getDoubleValue()).isEqualTo(1.0);
        }
        assertThat(IntCell.TYPE.isASuperTypeOf(DoubleCell.TYPE)).isFalse();
        assertThat(new IntCell(1)).isNotEqualTo(new DoubleCell(1));
        assertThat(DoubleCell.TYPE).hasToString("Number (Float)");
        assertThat(IntCell.TYPE).hasToString("Number (Integer)");
        assertThat(LongCell.TYPE).hasToString("Number (Long Integer)");
        assertThat(StringCell.TYPE).hasToString("String");
        assertThat(BooleanCell.TYPE).hasToString("Boolean");
    }

    @Test
    void computesBoundsWithoutNaNAndMissingCells() {
        final DataColumnDomain domain = domain(table(DoubleCell.TYPE, new DoubleCell(Double.NaN), new DoubleCell(2),
            DataType.getMissingCell(), new DoubleCell(-1)));

        assertThat(domain.getLowerBound()).isEqualTo(new DoubleCell(-1));
        assertThat(domain.getUpperBound()).isEqualTo(new DoubleCell(2));
        assertThat(domain.hasValues()).isFalse();
        assertThat(domain(table(DoubleCell.TYPE, new DoubleCell(Double.NaN))).getLowerBound()).isNull();
    }

    @Test
    void keepsTheValuesOfAStringColumnUpToSixty() {
        final DataCell[] sixty = new DataCell[60];
        final DataCell[] more = new DataCell[61];
        for (int i = 0; i < more.length; i++) {
            more[i] = new StringCell("s" + i);
        }
        System.arraycopy(more, 0, sixty, 0, sixty.length);

        assertThat(domain(table(StringCell.TYPE, sixty)).getValues()).containsExactly(sixty);
        assertThat(domain(table(StringCell.TYPE, more)).hasValues()).isFalse();
        assertThat(domain(table(StringCell.TYPE, sixty)).getLowerBound()).isNull();
    }

    @Test
    void domainsStartWithThoseOfTheSpecUnlessTheyAreDropped() {
        final DataColumnSpecCreator creator = new DataColumnSpecCreator("c", DoubleCell.TYPE);
        creator.setDomain(new DataColumnDomainCreator(new DoubleCell(0), new DoubleCell(9)).createDomain());
        final DataTableSpec spec = new DataTableSpec(creator.createSpec());
        for (final boolean init : new boolean[] {true, false}) {
            final BufferedDataContainer container = m_exec.createDataContainer(spec, init);
            container.addRowToTable(new DefaultRow("a", 5.0));
            container.close();

            assertThat(container.getTableSpec().getColumnSpec(0).getDomain().getUpperBound())
                .isEqualTo(new DoubleCell(init ? 9 : 5));
        }
    }

    @Test
    void refusesDuplicateRowKeys() {
        final BufferedDataContainer container =
            m_exec.createDataContainer(new DataTableSpec(column("c", DoubleCell.TYPE)));
        for (final String key : new String[] {"Row0", "Row1", "b", "Row2", "Row01"}) {
            container.addRowToTable(new DefaultRow(key, 0.0));
        }
        for (final String key : new String[] {"Row0", "Row1", "b", "Row2"}) {
            assertThatThrownBy(() -> container.addRowToTable(new DefaultRow(key, 0.0)))
                .isInstanceOf(DuplicateKeyException.class)
                .hasMessage("Encountered duplicate row ID \"" + key + "\"");
        }
        container.close();

        assertThat(container.getTable()).extracting(DataRow::getKey).map(RowKey::getString).containsExactly("Row0",
            "Row1", "b", "Row2", "Row01");
    }

    @Test
    void refusesCellsThatDoNotFit() {
        final BufferedDataContainer container =
            m_exec.createDataContainer(new DataTableSpec(column("c", IntCell.TYPE)));

        assertThatThrownBy(() -> container.addRowToTable(new DefaultRow("k", 1.5))).hasMessage(
            "Runtime class of object \"1.5\" (index 0) in row \"k\" is Number (Float) and does not comply with its "
                + "supposed superclass Number (Integer)");
        assertThatThrownBy(() -> container.addRowToTable(new DefaultRow("k", 1, 2))).hasMessage(
            "Cell count in row \"k\" is not equal to length of column names array: 2 vs. 1");
        assertThatThrownBy(container::getTable).isInstanceOf(IllegalStateException.class);
        container.close();
        assertThatThrownBy(() -> container.addRowToTable(new DefaultRow("k", 1)))
            .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void specsAreCompatibleIfNamesAgreeAndTypesAreNarrower() {
        final DataTableSpec doubles = new DataTableSpec(column("a", DoubleCell.TYPE));
        final DataTableSpec ints = new DataTableSpec(column("a", IntCell.TYPE));

        assertThat(ints.isCompatibleWith(doubles)).isTrue();
        assertThat(doubles.isCompatibleWith(ints)).isFalse();
        assertThat(new DataTableSpec(column("b", DoubleCell.TYPE)).isCompatibleWith(doubles)).isFalse();
        assertThatThrownBy(() -> new DataTableSpec(column("a", IntCell.TYPE), column("a", IntCell.TYPE)))
            .hasMessage("Duplicate column name \"a\" at positions 0 and 1.");
        assertThat(doubles.stream().map(DataColumnSpec::toString).collect(Collectors.joining()))
            .isEqualTo("a (Number (Float))");
    }

    /** More cells than stay in memory: two readers at once get every cell and key, also those of narrower types. */
    @Test
    void aLargeTableGivesBackItsRowsFromItsFile() {
        final DataTableSpec spec = new DataTableSpec(column("x", DoubleCell.TYPE), column("text", StringCell.TYPE));
        final BufferedDataContainer container = m_exec.createDataContainer(spec);
        final int rows = 700_000;
        for (int i = 0; i < rows; i++) {
            container.addRowToTable(new DefaultRow(RowKey.createRowKey((long) i), x(i),
                new StringCell(i % 9 == 0 ? "" + i : "few")));
        }
        container.close();
        final BufferedDataTable table = container.getTable();

        final Iterator<DataRow> ahead = table.iterator();
        for (int i = 0; i < rows - 1; i++) {
            ahead.next();
        }
        int row = 0;
        for (final DataRow r : table) {
            if (!r.getCell(0).equals(x(row)) || !r.getKey().getString().equals("Row" + row)
                || !r.getCell(1).toString().equals(row % 9 == 0 ? "" + row : "few")) {
                assertThat(r).as("row %d", row).isNull();
            }
            row++;
        }
        assertThat(row).isEqualTo(rows);
        assertThat(ahead.next().getCell(0)).isEqualTo(x(rows - 1));
        assertThat(table.size()).isEqualTo(rows);
    }

    private static DataCell x(final int i) {
        if (i % 7 == 0) {
            return i % 2 == 0 ? DataType.getMissingCell() : new IntCell(i);
        }
        return new DoubleCell(1.5 * i);
    }
}
