package org.flavorwaves.embedded.parquet;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.knime.core.data.BooleanValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.IntValue;
import org.knime.core.data.LongValue;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;

/** The types that a column has in tables and in Parquet files. */
enum ParquetColumn {

    /** 64-bit floating-point numbers; also 32-bit ones of files. */
    DOUBLE(DoubleCell.TYPE, PrimitiveTypeName.DOUBLE) {
        @Override
        void write(final RecordConsumer out, final DataCell cell) {
            out.addDouble(((DoubleValue) cell).getDoubleValue());
        }
    },
    /** 32-bit integers. */
    INT(IntCell.TYPE, PrimitiveTypeName.INT32) {
        @Override
        void write(final RecordConsumer out, final DataCell cell) {
            out.addInteger(((IntValue) cell).getIntValue());
        }
    },
    /** 64-bit integers; also unsigned 32-bit ones of files. */
    LONG(LongCell.TYPE, PrimitiveTypeName.INT64) {
        @Override
        void write(final RecordConsumer out, final DataCell cell) {
            out.addLong(((LongValue) cell).getLongValue());
        }
    },
    /** True or false. */
    BOOLEAN(BooleanCell.TYPE, PrimitiveTypeName.BOOLEAN) {
        @Override
        void write(final RecordConsumer out, final DataCell cell) {
            out.addBoolean(((BooleanValue) cell).getBooleanValue());
        }
    },
    /** Any text. */
    STRING(StringCell.TYPE, PrimitiveTypeName.BINARY) {
        @Override
        void write(final RecordConsumer out, final DataCell cell) {
            out.addBinary(Binary.fromString(cell.toString()));
        }
    };

    private static final int INT_BITS = 32;

    private static final List<LogicalTypeAnnotation> TEXTS = List.of(LogicalTypeAnnotation.stringType(),
        LogicalTypeAnnotation.enumType(), LogicalTypeAnnotation.jsonType());

    private final DataType m_type;

    private final PrimitiveTypeName m_name;

    ParquetColumn(final DataType type, final PrimitiveTypeName name) {
        m_type = type;
        m_name = name;
    }

    /** Writes a cell that is not missing. */
    abstract void write(RecordConsumer out, DataCell cell);

    DataType dataType() {
        return m_type;
    }

    /** The column of a file; missing cells are nulls. */
    Type field(final String name) {
        final var field = Types.optional(m_name);
        return (this == STRING ? field.as(LogicalTypeAnnotation.stringType()) : field).named(name);
    }

    /** The column of cells of a type. */
    static ParquetColumn of(final DataType type) {
        return Arrays.stream(values()).filter(c -> c.m_type.equals(type)).findFirst().orElse(STRING);
    }

    /** The column that holds all values of a column of a file; empty if there is none. */
    static Optional<ParquetColumn> of(final Type field) {
        if (!field.isPrimitive() || field.isRepetition(Type.Repetition.REPEATED)) {
            return Optional.empty();
        }
        final LogicalTypeAnnotation meaning = field.getLogicalTypeAnnotation();
        final PrimitiveType type = field.asPrimitiveType();
        return switch (type.getPrimitiveTypeName()) {
            case DOUBLE, FLOAT -> Optional.of(DOUBLE).filter(c -> meaning == null);
            case BOOLEAN -> Optional.of(BOOLEAN).filter(c -> meaning == null);
            case BINARY -> Optional.of(STRING).filter(c -> meaning != null && TEXTS.contains(meaning));
            case INT32 -> integer(meaning, INT);
            case INT64 -> integer(meaning, LONG);
            default -> Optional.empty();
        };
    }

    private static Optional<ParquetColumn> integer(final LogicalTypeAnnotation meaning, final ParquetColumn plain) {
        if (meaning == null) {
            return Optional.of(plain);
        }
        if (!(meaning instanceof IntLogicalTypeAnnotation bits)) {
            return Optional.empty();
        }
        return bits.isSigned() ? Optional.of(plain) : Optional.of(LONG).filter(c -> bits.getBitWidth() <= INT_BITS);
    }

    /** Whether the values of a column of a file are integers without sign. */
    static boolean isUnsigned(final Type field) {
        return field.getLogicalTypeAnnotation() instanceof IntLogicalTypeAnnotation bits && !bits.isSigned();
    }
}
