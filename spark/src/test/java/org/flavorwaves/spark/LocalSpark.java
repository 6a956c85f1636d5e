package org.flavorwaves.spark;

import java.util.List;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Spark on the cores of this machine, one for all tests, and tables of moments. */
final class LocalSpark {
    static final StructType LONG = new StructType().add("cell", DataTypes.StringType)
        .add("species", DataTypes.StringType).add("n", DataTypes.DoubleType).add("fx", DataTypes.DoubleType)
        .add("fy", DataTypes.DoubleType).add("fz", DataTypes.DoubleType).add("x", DataTypes.DoubleType);

    private LocalSpark() {
    }

    static SparkSession session() {
        return SparkSession.builder().master("local[2]").appName("test").config("spark.ui.enabled", "false")
            .config("spark.driver.host", "127.0.0.1").config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.sql.shuffle.partitions", "2").getOrCreate();
    }

    static Row row(final Object... values) {
        return RowFactory.create(values);
    }

    /** A merger point, one without a crossing, and one on an axis, in as many copies as wanted. */
    static Dataset<Row> moments(final int copies) {
        final List<Row> rows = new java.util.ArrayList<>();
        for (int c = 0; c < copies; c++) {
            final double x = c;
            rows.add(row("NSM_" + c, "nu_e", 1.421954234999705e33, 0.0974572, 0.04217632, -0.13433261, x));
            rows.add(row("NSM_" + c, "nubar_e", 1.9146237131657563e33, 0.07237959, 0.03132354, -0.3446878, x));
            rows.add(row("NSM_" + c, "nu_x_sum4", 1.9645407875568215e33, -0.02165833, 0.07431613, -0.53545951, x));
            rows.add(row("calm_" + c, "nu_e", 2e33, 0.0, 0.0, 0.2, x));
            rows.add(row("calm_" + c, "nubar_e", 1e33, 0.0, 0.0, 0.2, x));
            rows.add(row("calm_" + c, "nu_x_sum4", 0.0, 0.0, 0.0, 0.0, x));
            rows.add(row("axis_" + c, "nu_e", 2e33, 0.0, 0.0, 0.2 + 1e-3 * c, x));
            rows.add(row("axis_" + c, "nubar_e", 2e33, 0.0, 0.0, 0.5, x));
            rows.add(row("axis_" + c, "nu_x_sum4", 1e33, 0.0, 0.0, 0.6, x));
        }
        return session().createDataFrame(rows, LONG).coalesce(1);
    }

    /** The same with a row a cell. */
    static Dataset<Row> wide(final Dataset<Row> moments) {
        moments.createOrReplaceTempView("long_moments");
        final StringBuilder sql = new StringBuilder("SELECT cell, first(x) AS x");
        for (final String kind : List.of("nu_e", "nubar_e", "nu_x_sum4")) {
            for (final String moment : List.of("n", "fx", "fy", "fz")) {
                sql.append(", max(").append(moment).append(") FILTER (WHERE species = '").append(kind).append("') AS ")
                    .append(moment).append('_').append(kind);
            }
        }
        return session().sql(sql + " FROM long_moments GROUP BY cell");
    }
}
