package org.flavorwaves.spark;

import java.util.List;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.flavorwaves.physics.linear.survey.CellStability;

/**
 * The stability survey of moments as a transformation of Spark tables. Each kind of neutrino has the distribution of
 * maximum entropy of its moments; a cell is surveyed along its lepton-number flux in the fast limit, as by the node
 * Stability Survey, with the same bits.
 */
public final class FlavorWaves {
    private FlavorWaves() {
    }

    /**
     * Surveys a table of moments, each partition where it is.
     *
     * <p>The table has a row a cell with the columns n_KIND, fx_KIND, fy_KIND, fz_KIND, or a row a cell and kind of
     * neutrino with the columns cell, species, n, fx, fy, fz. In the second case the rows of a cell must follow each
     * other in one partition; cells that seem cut fail. Flux factors are F/n.
     *
     * @param moments the table
     * @param settings units and what to look for
     * @return a row a cell: the columns cell, x, y, z, rho, T, Ye that the table has, and stable, kind, growth,
     *         omega_re, kx, ky, kz, crossing_depth, status, polarization, search; a cell that cannot be assessed has
     *         nulls and the reason in status
     * @throws IllegalArgumentException if a column is missing or holds no numbers; names it
     */
    public static Dataset<Row> survey(final Dataset<Row> moments, final SurveySettings settings) {
        return moments.mapPartitions(new PartitionSurvey(moments.schema(), settings),
            Encoders.row(StabilityRow.schema(moments.schema())));
    }

    /**
     * Makes the survey known to SQL as a function of a struct with the columns n_KIND, fx_KIND, fy_KIND, fz_KIND, as in
     * {@code SELECT cell, flavor_survey(struct(*)).growth FROM moments}. It gives a struct with the columns stable to
     * search of {@link #survey}.
     *
     * @param spark the session
     * @param name the name of the function, such as flavor_survey
     * @param settings units and what to look for
     */
    public static void register(final SparkSession spark, final String name, final SurveySettings settings) {
        final UDF1<Row, Row> function = cell -> StabilityRow.of(new Object[0], assess(cell, settings),
            settings.rateFactor());
        spark.udf().register(name, function, StabilityRow.schema());
    }

    private static CellStability assess(final Row cell, final SurveySettings settings) {
        if (MomentRows.of(cell.schema()).isLong()) {
            throw new IllegalArgumentException("The survey of a struct needs all kinds of neutrinos of a cell in one "
                + "row: n_nu_e, fx_nu_e, fy_nu_e, fz_nu_e and so on.");
        }
        return new PartitionSurvey(cell.schema(), settings).assess(List.of(cell));
    }
}
