package org.flavorwaves.spark;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.apache.spark.sql.SparkSession;

/** Cells a second on one core and on two: random moments in a row a cell, from Parquet to Parquet. */
final class SurveySpeed {
    private static final int FILES = 8;

    private SurveySpeed() {
    }

    /**
     * Measures.
     *
     * @param arguments the number of cells
     * @throws Exception if files cannot be written
     */
    public static void main(final String[] arguments) throws Exception {
        final long cells = Long.parseLong(arguments[0]);
        final Path folder = Files.createTempDirectory("survey-speed");
        try {
            double one = 0;
            for (final int cores : new int[]{1, 1, 2}) {
                try (SparkSession spark = SparkSession.builder().master("local[" + cores + "]")
                    .config("spark.ui.enabled", "false").getOrCreate()) {
                    if (!Files.exists(folder.resolve("in"))) {
                        write(spark, cells, folder.resolve("in"));
                    }
                    final Path out = folder.resolve("out");
                    final long start = System.nanoTime();
                    SurveyJob.run(spark, SurveyArguments.of(folder.resolve("in").toString(), out.toString()),
                        new PrintStream(OutputStream.nullOutputStream()));
                    final double seconds = (System.nanoTime() - start) * 1e-9;
                    System.out.println(String.format(Locale.ROOT, "%d cells on %d cores: %.1f s, %.0f cells a second%s",
                        cells, cores, seconds, cells / seconds,
                        cores == 1 ? "" : String.format(Locale.ROOT, ", %.2f times as fast", one / seconds)));
                    one = seconds;
                    delete(out);
                }
            }
        } finally {
            delete(folder);
        }
    }

    private static void write(final SparkSession spark, final long cells, final Path path) {
        final StringBuilder sql = new StringBuilder("SELECT id AS cell");
        int seed = 0;
        for (final String kind : List.of("nu_e", "nubar_e", "nu_x_sum4")) {
            sql.append(", 1e33 * (0.5 + rand(").append(seed++).append(")) AS n_").append(kind);
            for (final String axis : List.of("x", "y", "z")) {
                sql.append(", rand(").append(seed++).append(") - 0.5 AS f").append(axis).append('_').append(kind);
            }
        }
        spark.range(0, cells, 1, FILES).createOrReplaceTempView("cells");
        spark.sql(sql + " FROM cells").write().parquet(path.toString());
    }

    private static void delete(final Path folder) throws java.io.IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (final Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
