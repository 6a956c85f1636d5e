package org.flavorwaves.embedded.base;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.def.DoubleCell;

/** Turns rows into lines in the style of a CSV Writer. */
final class CellTexts {

    /** The most digits after the decimal point that a double can have. */
    private static final int DOUBLE_DIGITS = 340;

    private final CsvStyle m_style;

    private final boolean m_rowIds;

    private final DecimalFormat m_integers = new DecimalFormat("#", DecimalFormatSymbols.getInstance(Locale.ENGLISH));

    private final DecimalFormat m_decimals;

    CellTexts(final CsvStyle style, final boolean rowIds) {
        m_style = style;
        m_rowIds = rowIds;
        m_decimals = new DecimalFormat(style.trailingZero() ? "#.0" : "#.#",
            DecimalFormatSymbols.getInstance(Locale.ENGLISH));
        m_decimals.setMaximumFractionDigits(DOUBLE_DIGITS);
    }

    String header(final DataTableSpec spec) {
        final StringBuilder line = new StringBuilder(m_rowIds ? m_style.field("row ID", false) : "");
        for (int c = 0; c < spec.getNumColumns(); c++) {
            separate(line, c);
            line.append(m_style.field(spec.getColumnSpec(c).getName(), false));
        }
        return line.append(m_style.lineBreak()).toString();
    }

    String line(final DataRow row, final DataTableSpec spec) {
        final StringBuilder line = new StringBuilder(m_rowIds ? m_style.field(row.getKey().getString(), false) : "");
        for (int c = 0; c < spec.getNumColumns(); c++) {
            separate(line, c);
            line.append(cell(row.getCell(c), spec.getColumnSpec(c).getType()));
        }
        return line.append(m_style.lineBreak()).toString();
    }

    private void separate(final StringBuilder line, final int column) {
        if (column > 0 || m_rowIds) {
            line.append(m_style.delimiter());
        }
    }

    private String cell(final DataCell cell, final DataType columnType) {
        if (cell.isMissing()) {
            return m_style.missing();
        }
        if (columnType.isCompatible(DoubleValue.class)) {
            return m_style.field(number(cell, columnType.equals(DoubleCell.TYPE)), true);
        }
        return m_style.field(cell.toString(), false);
    }

    private String number(final DataCell cell, final boolean isDouble) {
        if (m_style.javaNumbers()) {
            return cell.toString();
        }
        final double value = ((DoubleValue) cell).getDoubleValue();
        return isDouble ? m_decimals.format(value).replace('.', m_style.decimal()) : m_integers.format(value);
    }
}
