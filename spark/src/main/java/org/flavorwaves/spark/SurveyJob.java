package org.flavorwaves.spark;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/**
 * The program for spark-submit: surveys Parquet files of moments batch by batch. The results of a batch appear when it
 * is complete; a run that is started again goes on with the files that are not done. A file with a row a kind of
 * neutrino is one task, so that no cell is cut; files with a row a cell are divided as Spark likes.
 */
public final class SurveyJob {
    /** More than any file has, and still far from overflow when Spark adds such sizes. */
    private static final String WHOLE_FILES = Long.toString(Long.MAX_VALUE / 4);

    private final SparkSession m_spark;

    private final PrintStream m_out;

    private SurveyJob(final SparkSession spark, final PrintStream out) {
        m_spark = spark;
        m_out = out;
    }

    /**
     * Runs the program.
     *
     * @param arguments input, output and options; without them the usage is shown
     * @throws IOException if files cannot be listed, read or written
     * @throws InterruptedException if the program is interrupted
     */
    public static void main(final String[] arguments) throws IOException, InterruptedException {
        final SurveyArguments parsed;
        try {
            parsed = SurveyArguments.of(arguments);
        } catch (final IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n" + SurveyArguments.USAGE);
            System.exit(2);
            return;
        }
        int code = 0;
        try (SparkSession spark = SparkSession.builder().appName("Flavor Waves survey").getOrCreate()) {
            run(spark, parsed, System.out);
        } catch (final IllegalArgumentException e) {
            System.err.println(e.getMessage());
            code = 2;
        }
        if (code != 0) {
            System.exit(code);
        }
    }

    /** Surveys what is not done; throws IllegalArgumentException with a sentence if input or output are wrong. */
    static void run(final SparkSession spark, final SurveyArguments arguments, final PrintStream out)
        throws IOException, InterruptedException {
        new SurveyJob(spark, out).run(arguments);
    }

    private void run(final SurveyArguments arguments) throws IOException, InterruptedException {
        final Configuration configuration = m_spark.sparkContext().hadoopConfiguration();
        final SurveyFolder folder = new SurveyFolder(arguments.output(), arguments.settings(), configuration);
        final List<String> files = folder.remaining(arguments.input(), configuration);
        final int batches = (files.size() + arguments.filesPerBatch() - 1) / arguments.filesPerBatch();
        if (folder.done() > 0) {
            m_out.println(folder.done() + " files are done, " + files.size() + " remain");
        }
        for (int batch = 0; batch < batches; batch++) {
            final long start = System.nanoTime();
            final List<String> inputs = files.subList(batch * arguments.filesPerBatch(),
                Math.min(files.size(), (batch + 1) * arguments.filesPerBatch()));
            final Map<String, Object> counts = survey(inputs, folder.next(), arguments.settings());
            folder.complete(inputs);
            final double seconds = (System.nanoTime() - start) * 1e-9;
            final long cells = ((Number) counts.get("cells")).longValue();
            m_out.println(String.format(Locale.ROOT, "batch %d of %d: %d cells of %d files, %s unstable, %s without a "
                + "result, %.1f s, %.0f cells a second", batch + 1, batches, cells, inputs.size(),
                counts.get("unstable"), counts.get("failed"), seconds, cells / seconds));
        }
    }

    private Map<String, Object> survey(final List<String> files, final String output, final SurveySettings settings)
        throws InterruptedException {
        final Dataset<Row> growth = FlavorWaves.survey(read(files), settings);
        final Observation counts = new Observation(output);
        growth.observe(counts, functions.count(functions.lit(1)).as("cells"),
            functions.count_if(functions.not(functions.col("stable"))).as("unstable"),
            functions.count_if(functions.col("stable").isNull()).as("failed")).write().parquet(output);
        return counts.getAsJava();
    }

    /** The columns of files that a survey needs. */
    private Dataset<Row> read(final List<String> files) {
        final String[] paths = files.toArray(new String[0]);
        final StructType schema = m_spark.read().parquet(paths).schema();
        if (MomentRows.of(schema).isLong()) {
            m_spark.conf().set("spark.sql.files.maxPartitionBytes", WHOLE_FILES);
            m_spark.conf().set("spark.sql.files.openCostInBytes", WHOLE_FILES);
        }
        return m_spark.read().parquet(paths).select(MomentRows.columns(schema));
    }
}
