package org.flavorwaves.spark;

import java.util.Iterator;
import java.util.List;

import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.flavorwaves.physics.linear.survey.CellStability;
import org.flavorwaves.physics.linear.survey.StabilitySurvey;

/** Surveys the cells of a partition one by one, holding no more than two of them. */
final class PartitionSurvey implements MapPartitionsFunction<Row, Row> {
    private static final long serialVersionUID = 1;

    private final SurveySettings m_settings;

    private final StabilitySurvey m_survey;

    private final MomentRows m_layout;

    private final int[] m_beside;

    PartitionSurvey(final StructType input, final SurveySettings settings) {
        m_settings = settings;
        m_survey = new StabilitySurvey(settings.options());
        m_layout = MomentRows.of(input);
        m_beside = StabilityRow.beside(input).stream().mapToInt(input::fieldIndex).toArray();
    }

    @Override
    public Iterator<Row> call(final Iterator<Row> rows) {
        final CellIterator cells = new CellIterator(m_layout, rows);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return cells.hasNext();
            }

            @Override
            public Row next() {
                final CellIterator.Cell cell = cells.next();
                final CellStability found = cell.problem().isEmpty() ? assess(cell.rows())
                    : CellStability.failed(cell.problem());
                final Object[] beside = new Object[m_beside.length];
                for (int c = 0; c < beside.length; c++) {
                    beside[c] = cell.rows().get(0).get(m_beside[c]);
                }
                return StabilityRow.of(beside, found, m_settings.rateFactor());
            }
        };
    }

    CellStability assess(final List<Row> rows) {
        try {
            return m_survey.assess(m_layout.moments(rows).stream()
                .map(bin -> bin.times(m_settings.potentialPerDensity())).toList(), m_settings.environment());
        } catch (final IllegalArgumentException e) {
            return CellStability.failed(e.getMessage());
        }
    }
}
