package org.flavorwaves.embedded.base.csv;

import java.util.Arrays;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;

/** The types that a column of texts can have, the most special first. */
public enum FieldType {

    /** 32-bit integers. */
    INTEGER("java.lang.Integer", IntCell.TYPE) {
        @Override
        DataCell parse(final String text, final NumberFormats formats) {
            return new IntCell(formats.parseInt(text));
        }
    },
    /** 64-bit integers. */
    LONG("java.lang.Long", LongCell.TYPE) {
        @Override
        DataCell parse(final String text, final NumberFormats formats) {
            return new LongCell(formats.parseLong(text));
        }
    },
    /** 64-bit floating-point numbers. */
    DOUBLE("java.lang.Double", DoubleCell.TYPE) {
        @Override
        DataCell parse(final String text, final NumberFormats formats) {
            return new DoubleCell(formats.parseDouble(text));
        }
    },
    /** Any text. */
    STRING("java.lang.String", StringCell.TYPE) {
        @Override
        DataCell parse(final String text, final NumberFormats formats) {
            return new StringCell(text);
        }
    },
    /** {@code true} or {@code false}; no text is taken for it unless the type is declared. */
    BOOLEAN("java.lang.Boolean", BooleanCell.TYPE) {
        @Override
        DataCell parse(final String text, final NumberFormats formats) {
            if (!"true".equals(text) && !"false".equals(text)) {
                throw new NumberFormatException("'" + text + "' is neither true nor false");
            }
            return "true".equals(text) ? BooleanCell.TRUE : BooleanCell.FALSE;
        }
    };

    private final String m_javaName;

    private final DataType m_type;

    FieldType(final String javaName, final DataType type) {
        m_javaName = javaName;
        m_type = type;
    }

    /** The cell of a text; a {@link NumberFormatException} if the text is not of this type. */
    abstract DataCell parse(String text, NumberFormats formats);

    /** The class by which saved settings name the type. */
    public String javaName() {
        return m_javaName;
    }

    DataType dataType() {
        return m_type;
    }

    /** The type of a column of tables. */
    static FieldType of(final DataType type) {
        return Arrays.stream(values()).filter(t -> t.m_type.equals(type)).findFirst().orElse(STRING);
    }

    /** This type or the first more general one that accepts a text. */
    FieldType accepting(final String text, final NumberFormats formats) {
        FieldType type = this;
        while (!type.accepts(text, formats)) {
            type = values()[type.ordinal() + 1];
        }
        return type;
    }

    private boolean accepts(final String text, final NumberFormats formats) {
        try {
            parse(text, formats);
            return true;
        } catch (final NumberFormatException ex) {
            return false;
        }
    }
}
