package org.flavorwaves.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.flavorwaves.physics.linear.survey.SurveyOptions;
import org.junit.jupiter.api.Test;

/** The survey as a transformation and as a function of SQL. */
class FlavorWavesTest {
    private static Map<String, Row> byCell(final Dataset<Row> cells) {
        final Map<String, Row> rows = new HashMap<>();
        cells.collectAsList().forEach(row -> assertThat(rows.put(row.getAs("cell"), row)).isNull());
        return rows;
    }

    /** Reference case 13, from published moments. */
    @Test
    void mergerMomentsGrowAsInTheContinuum() {
        final Dataset<Row> cells = FlavorWaves.survey(LocalSpark.moments(1), SurveySettings.defaults());
        assertThat(cells.columns()).containsExactly("cell", "x", "stable", "kind", "growth", "omega_re", "kx", "ky",
            "kz", "crossing_depth", "status", "polarization", "search");
        final Map<String, Row> rows = byCell(cells);
        assertThat(rows.get("NSM_0").<Double>getAs("growth")).isCloseTo(6.253e10, within(0.002 * 6.253e10));
        assertThat(rows.get("NSM_0").<String>getAs("kind")).isEqualTo("fast");
        assertThat(rows.get("calm_0").<Boolean>getAs("stable")).isTrue();
        assertThat(rows.get("calm_0").<String>getAs("search")).isEqualTo("no crossing");
        assertThat(rows.get("calm_0").<String>getAs("kind")).isNull();
        assertThat(rows.get("calm_0").<Double>getAs("kz")).isNull();
    }

    /** No row leaves its partition: the plan has no exchange, from rows and from files, long and wide. */
    @Test
    void nothingIsShuffled() throws Exception {
        final Dataset<Row> moments = LocalSpark.moments(2);
        assertThat(FlavorWaves.survey(moments, SurveySettings.defaults()).queryExecution().executedPlan().toString())
            .contains("MapPartitions").doesNotContain("Exchange");
        final java.nio.file.Path folder = java.nio.file.Files.createTempDirectory("plan").resolve("wide");
        LocalSpark.wide(moments).write().parquet(folder.toString());
        final Dataset<Row> read = LocalSpark.session().read().parquet(folder.toString());
        final String plan = FlavorWaves.survey(read.select(MomentRows.columns(read.schema())),
            SurveySettings.defaults()).queryExecution().executedPlan().toString();
        assertThat(plan).contains("MapPartitions").contains("FileScan parquet").doesNotContain("Exchange")
            .doesNotContain("Sort");
    }

    /** However the cells are spread over partitions, and whether kinds are rows or columns, the bits are the same. */
    @Test
    void layoutsAndPartitionsDoNotChangeBits() {
        final Map<String, Row> rows = byCell(FlavorWaves.survey(LocalSpark.moments(4), SurveySettings.defaults()));
        final Dataset<Row> wide = LocalSpark.wide(LocalSpark.moments(4));
        for (final int partitions : new int[]{1, 3}) {
            assertThat(byCell(FlavorWaves.survey(wide.repartition(partitions), SurveySettings.defaults())))
                .isEqualTo(rows);
        }
        assertThat(rows).hasSize(12);
    }

    @Test
    void sqlGivesTheSameBits() {
        final Dataset<Row> moments = LocalSpark.moments(2);
        final Map<String, Row> rows = byCell(FlavorWaves.survey(moments, SurveySettings.defaults()));
        LocalSpark.wide(moments).createOrReplaceTempView("cells");
        FlavorWaves.register(LocalSpark.session(), "flavor_survey", SurveySettings.defaults());
        final List<Row> found = LocalSpark.session()
            .sql("SELECT cell, s.* FROM (SELECT cell, flavor_survey(struct(*)) AS s FROM cells)").collectAsList();
        assertThat(found).hasSize(6);
        for (final Row row : found) {
            for (final String column : StabilityRow.schema().fieldNames()) {
                assertThat(row.<Object>getAs(column)).as(column)
                    .isEqualTo(rows.get(row.<String>getAs("cell")).<Object>getAs(column));
            }
        }
        LocalSpark.moments(1).createOrReplaceTempView("kinds");
        assertThatThrownBy(() -> LocalSpark.session().sql("SELECT flavor_survey(struct(*)) FROM kinds").collectAsList())
            .rootCause().hasMessageContaining("in one row: n_nu_e");
    }

    /** Cells that cannot be assessed are rows that say why; the others are not touched. */
    @Test
    void badCellsAreRowsWithTheirReason() {
        final List<Row> rows = new ArrayList<>(LocalSpark.moments(1).collectAsList());
        rows.add(LocalSpark.row("long", "nu_e", 1e33, 0.0, 0.8, 0.7, 1.0));
        rows.add(LocalSpark.row("long", "nubar_e", 1e33, 0.0, 0.0, 0.5, 1.0));
        rows.add(LocalSpark.row("long", "nu_x", 1e33, 0.0, 0.0, 0.5, 1.0));
        rows.add(LocalSpark.row("empty", "nu_e", null, 0.0, 0.0, 0.1, 1.0));
        rows.add(LocalSpark.row("empty", "nubar_e", 1e33, 0.0, 0.0, 0.5, 1.0));
        rows.add(LocalSpark.row("empty", "nu_x", 1e33, 0.0, 0.0, 0.5, 1.0));
        rows.add(LocalSpark.row("twice", "nu_e", 1e33, 0.0, 0.0, 0.1, 1.0));
        rows.add(LocalSpark.row("twice", "nu_e", 1e33, 0.0, 0.0, 0.5, 1.0));
        rows.add(LocalSpark.row("twice", "tau", 1e33, 0.0, 0.0, 0.5, 1.0));
        rows.add(LocalSpark.row("both", "nu_e", 1e33, 0.0, 0.0, 0.1, 1.0));
        rows.add(LocalSpark.row("both", "nu_x", 1e33, 0.0, 0.0, 0.5, 1.0));
        rows.add(LocalSpark.row("both", "nu_x_sum4", 1e33, 0.0, 0.0, 0.5, 1.0));
        rows.add(LocalSpark.row("nan", "nu_e", 1e33, 0.0, 0.0, Double.NaN, 1.0));
        rows.add(LocalSpark.row("nan", "nubar_e", 1e33, 0.0, 0.0, 0.5, 1.0));
        rows.add(LocalSpark.row("nan", "nu_x", 1e33, 0.0, 0.0, 0.5, 1.0));
        rows.add(LocalSpark.row("cut", "nu_e", 1e33, 0.0, 0.0, 0.1, 1.0));
        final Map<String, Row> found = byCell(FlavorWaves.survey(LocalSpark.session()
            .createDataFrame(rows, LocalSpark.LONG).coalesce(1), SurveySettings.defaults()));
        final Map<String, String> reasons = Map.of("long", "above the bound 1", "empty",
            "a missing value in column 'n'", "twice", "'nu_e' is given a second time", "both",
            "both 'nu_x_sum4' and 'nu_x'", "nan", "NaN in column 'fz'", "cut",
            "1 rows where its neighbor has 3");
        reasons.forEach((cell, reason) -> {
            assertThat(found.get(cell).<String>getAs("status")).contains(reason);
            assertThat(found.get(cell).<Boolean>getAs("stable")).isNull();
            assertThat(found.get(cell).<Double>getAs("growth")).isNull();
            assertThat(found.get(cell).<Double>getAs("x")).isEqualTo(1.0);
        });
        assertThat(found.get("NSM_0").<String>getAs("status")).isEqualTo("ok");
        assertThat(found).hasSize(9);
    }

    /** A cell that begins a partition with some of its rows is found out too. */
    @Test
    void cellsThatAreCutAtTheBeginningFail() {
        final List<Row> rows = LocalSpark.moments(2).collectAsList();
        final Map<String, Row> found = byCell(FlavorWaves.survey(LocalSpark.session()
            .createDataFrame(rows.subList(1, rows.size()), LocalSpark.LONG).coalesce(1), SurveySettings.defaults()));
        assertThat(found.get("NSM_0").<String>getAs("status")).startsWith("The cell has 2 rows");
        assertThat(found.values().stream().filter(row -> "ok".equals(row.getAs("status")))).hasSize(5);
    }

    @Test
    void columnsAreNamed() {
        final SurveySettings settings = SurveySettings.defaults();
        assertThatThrownBy(() -> FlavorWaves.survey(LocalSpark.moments(1).drop("cell"), settings))
            .hasMessage("Column 'cell' is missing; found: species, n, fx, fy, fz, x.");
        assertThatThrownBy(() -> FlavorWaves.survey(LocalSpark.moments(1).drop("species"), settings))
            .hasMessageContaining("needs the columns cell, species, n, fx, fy, fz");
        final StructType texts = new StructType().add("n_nu_e", DataTypes.StringType);
        assertThatThrownBy(() -> FlavorWaves.survey(LocalSpark.session().createDataFrame(List.of(), texts), settings))
            .hasMessage("Column 'n_nu_e' must hold numbers but is string.");
        assertThatThrownBy(() -> new SurveySettings(true, new SurveyOptions(SurveyOptions.Terms.ALL,
            SurveyOptions.Directions.FLUX, true, 24, 1e-3), 0, 1)).hasMessageContaining("in the fast limit");
        assertThat(Arrays.stream(MomentRows.columns(LocalSpark.LONG)).map(Object::toString)).containsExactly("cell",
            "x", "species", "n", "fx", "fy", "fz");
    }
}
