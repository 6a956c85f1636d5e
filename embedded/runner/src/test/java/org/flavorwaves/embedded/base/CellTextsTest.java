package org.flavorwaves.embedded.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.flavorwaves.embedded.base.CsvStyle.QuoteMode;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;

/** The lines of the CSV Writer. */
class CellTextsTest {

    private static final DataTableSpec SPEC =
        new DataTableSpec(new DataColumnSpecCreator("text", StringCell.TYPE).createSpec(),
            new DataColumnSpecCreator("n", IntCell.TYPE).createSpec(),
            new DataColumnSpecCreator("x, y", DoubleCell.TYPE).createSpec());

    private static CsvStyle style(final QuoteMode quotes, final char decimal, final boolean javaNumbers,
        final boolean trailingZero) {
        return new CsvStyle(",", "\n", '"', '"', "?", quotes, ";", decimal, javaNumbers, trailingZero);
    }

    private static String line(final CsvStyle style, final String text, final double x) {
        return new CellTexts(style, false)
            .line(new DefaultRow("k", new StringCell(text), new IntCell(-7), new DoubleCell(x)), SPEC);
    }

    @Test
    void quotesAreSetAsTheModeSays() {
        assertThat(line(style(QuoteMode.STRINGS_ONLY, '.', true, false), "a \"b\"", 0.5))
            .isEqualTo("\"a \"\"b\"\"\",-7,0.5\n");
        assertThat(line(style(QuoteMode.ALWAYS, '.', true, false), "a", 0.5)).isEqualTo("\"a\",\"-7\",\"0.5\"\n");
        assertThat(line(style(QuoteMode.IF_NEEDED, '.', true, false), "a\nb", 0.5)).isEqualTo("\"a\nb\",-7,0.5\n");
        assertThat(line(style(QuoteMode.IF_NEEDED, '.', true, false), "ab", 0.5)).isEqualTo("ab,-7,0.5\n");
        assertThat(line(style(QuoteMode.NEVER, '.', true, false), "a,b", 0.5)).isEqualTo("a;b,-7,0.5\n");
    }

    @Test
    void numbersAreWrittenInFullOrAsJavaDoes() {
        assertThat(line(style(QuoteMode.STRINGS_ONLY, '.', false, false), "a", 1.5e-10))
            .isEqualTo("\"a\",-7,0.00000000015\n");
        assertThat(line(style(QuoteMode.STRINGS_ONLY, '.', true, false), "a", 1.5e-10)).isEqualTo("\"a\",-7,1.5E-10\n");
        assertThat(line(style(QuoteMode.STRINGS_ONLY, ',', false, false), "a", 2.5)).isEqualTo("\"a\",-7,2,5\n");
        assertThat(line(style(QuoteMode.STRINGS_ONLY, '.', false, true), "a", 2)).isEqualTo("\"a\",-7,2.0\n");
        assertThat(line(style(QuoteMode.STRINGS_ONLY, '.', false, false), "a", 2)).isEqualTo("\"a\",-7,2\n");
    }

    @Test
    void missingCellsHeadersAndKeys() {
        final CellTexts texts = new CellTexts(style(QuoteMode.STRINGS_ONLY, '.', true, false), true);
        assertThat(texts.header(SPEC)).isEqualTo("\"row ID\",\"text\",\"n\",\"x, y\"\n");
        assertThat(texts.line(new DefaultRow("k", DataType.getMissingCell(), DataType.getMissingCell(),
            new DoubleCell(Double.NaN)), SPEC)).isEqualTo("\"k\",?,?,NaN\n");
    }
}
