package org.flavorwaves.spark;

import java.util.List;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.flavorwaves.physics.linear.survey.CellStability;

/** The columns of a surveyed cell, those of the node Stability Survey: numbers without a value are null. */
final class StabilityRow {
    /** What precedes the columns of the result. */
    private static final List<String> BESIDE = List.of("cell", "x", "y", "z", "rho", "T", "Ye");

    private StabilityRow() {
    }

    /** The columns of a table that are passed on. */
    static List<String> beside(final StructType input) {
        final List<String> names = List.of(input.fieldNames());
        return BESIDE.stream().filter(names::contains).toList();
    }

    /** The columns of a table of results. */
    static StructType schema(final StructType input) {
        StructType schema = new StructType();
        for (final String name : beside(input)) {
            schema = schema.add(name, input.apply(name).dataType());
        }
        return add(schema);
    }

    private static StructType add(final StructType start) {
        final DataType real = DataTypes.DoubleType;
        return start.add("stable", DataTypes.BooleanType).add("kind", DataTypes.StringType).add("growth", real)
            .add("omega_re", real).add("kx", real).add("ky", real).add("kz", real).add("crossing_depth", real)
            .add("status", DataTypes.StringType).add("polarization", DataTypes.StringType)
            .add("search", DataTypes.StringType);
    }

    /** The columns of the result alone. */
    static StructType schema() {
        return add(new StructType());
    }

    static Row of(final Object[] beside, final CellStability cell, final double rate) {
        final Object[] values = new Object[beside.length + schema().size()];
        System.arraycopy(beside, 0, values, 0, beside.length);
        int c = beside.length;
        final boolean ok = cell.ok();
        final boolean wave = ok && !cell.stable();
        values[c++] = ok ? cell.stable() : null;
        values[c++] = wave ? cell.kind().label() : null;
        values[c++] = number(cell.growth() * rate);
        values[c++] = number(cell.omegaRe() * rate);
        values[c++] = number(cell.kx());
        values[c++] = number(cell.ky());
        values[c++] = number(cell.kz());
        values[c++] = number(cell.crossingDepth());
        values[c++] = cell.status();
        values[c++] = wave ? cell.polarization().label() : null;
        values[c] = ok ? cell.certainty().label() : null;
        return RowFactory.create(values);
    }

    /** A number without the sign of zero; NaN has no value. */
    private static Double number(final double value) {
        return Double.isNaN(value) ? null : value + 0.0;
    }
}
