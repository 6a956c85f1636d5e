package org.flavorwaves.knime.nodes.survey;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.flavorwaves.knime.nodes.CellLoop;
import org.flavorwaves.knime.nodes.FastestPair;
import org.flavorwaves.knime.table.Messages;
import org.flavorwaves.knime.table.ResultTable;
import org.flavorwaves.knime.table.StateColumns;
import org.flavorwaves.knime.table.StateUnits;
import org.flavorwaves.physics.linear.survey.CellStability;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.KNIMEException;

/** The two output tables of the node Stability Survey: a row a cell, and one row that counts them. */
final class SurveyTables {
    private final StateUnits m_units;

    private final ResultTable m_cells;

    private final ResultTable m_summary;

    private final int[] m_kinds = new int[CellStability.Kind.values().length];

    private int m_count;

    private int m_stable;

    private int m_failed;

    private int m_uncertain;

    private String m_firstFailure = "";

    private double m_growth;

    private String m_fastest = "";

    private final boolean m_pairs;

    private double m_leftOut;

    /** What was surveyed, for the sentence. */
    private final String m_what;

    SurveyTables(final ExecutionContext exec, final List<DataColumnSpec> leading, final StateUnits units,
        final String what) {
        m_units = units;
        m_what = what;
        m_pairs = leading.stream().anyMatch(column -> StateColumns.PAIR.equals(column.getName()));
        m_cells = new ResultTable(exec, cellsSpec(leading, units));
        m_summary = new ResultTable(exec, summarySpec(units));
    }

    static DataTableSpec cellsSpec(final List<DataColumnSpec> leading, final StateUnits units) {
        return new DataTableSpec(Stream.concat(leading.stream(), Stream.of(units.columns(
            "stable, kind [text], growth, omega_re, kx, ky, kz, crossing_depth, status, polarization, search")))
            .toArray(DataColumnSpec[]::new));
    }

    static DataTableSpec summarySpec(final StateUnits units) {
        return new DataTableSpec(units.columns("cells, stable [count], unstable, fast, slow, collisional, failed",
            "uncertain, growth, fastest_cell, cells_per_second, wall_time, result"));
    }

    void add(final Optional<DataCell> key, final List<DataCell> place, final SurveyCells.Result result) {
        final CellStability cell = result.stability();
        final List<DataCell> leading = leading(key, place, result);
        m_leftOut = Math.max(m_leftOut, result.leftOut());
        m_count++;
        if (!cell.ok()) {
            m_failed++;
            m_firstFailure = m_failed == 1 ? key.map(k -> k + ": ").orElse("") + cell.status() : m_firstFailure;
            final DataCell missing = ResultTable.missing();
            m_cells.add(leading, missing, missing, missing, missing, missing, missing, missing, missing, cell.status(),
                missing, missing);
            return;
        }
        m_stable += cell.stable() ? 1 : 0;
        m_uncertain += cell.certainty().sure() ? 0 : 1;
        m_kinds[cell.kind().ordinal()]++;
        if (cell.growth() > m_growth) {
            m_growth = cell.growth();
            m_fastest = key.map(Object::toString).orElse("");
        }
        m_cells.add(leading, cell.stable(), cell.stable() ? ResultTable.missing() : cell.kind().label(),
            cell.growth() * m_units.rateFactor(), cell.omegaRe() * m_units.rateFactor(), cell.kx(), cell.ky(),
            cell.kz(), cell.crossingDepth(), cell.status(), cell.stable() ? ResultTable.missing()
                : cell.polarization().label(), cell.certainty().label());
    }

    private List<DataCell> leading(final Optional<DataCell> key, final List<DataCell> place,
        final SurveyCells.Result result) {
        final Stream<DataCell> pair = !m_pairs ? Stream.empty()
            : Stream.of(result.pair().<DataCell>map(StringCell::new).orElse(ResultTable.missing()));
        return Stream.of(key.stream(), pair, place.stream()).flatMap(cells -> cells).toList();
    }

    int count() {
        return m_count;
    }

    /** What was neglected, if anything was. */
    Optional<String> leftOut() {
        return FastestPair.warning(m_leftOut, m_units);
    }

    /** What the node warns of; empty if every cell has a result. */
    Optional<String> warning() {
        return m_failed == 0 ? Optional.empty() : Optional.of(m_failed + " of " + m_count
            + (m_count == 1 ? " cell has" : " cells have") + " no result; the column 'status' says why. The first is "
            + m_firstFailure);
    }

    BufferedDataTable[] close(final double seconds) throws KNIMEException {
        if (m_failed == m_count) {
            throw Messages.failure("None of the " + m_count + " cells has a result. The first is " + m_firstFailure);
        }
        m_summary.add(Optional.empty(), m_count, m_stable, m_count - m_stable - m_failed,
            m_kinds[CellStability.Kind.FAST.ordinal()], m_kinds[CellStability.Kind.SLOW.ordinal()],
            m_kinds[CellStability.Kind.COLLISIONAL.ordinal()], m_failed, m_uncertain, m_growth * m_units.rateFactor(),
            m_growth > 0 ? m_fastest : ResultTable.missing(), m_count / seconds, seconds, sentence());
        return new BufferedDataTable[]{m_cells.close(), m_summary.close()};
    }

    private String sentence() {
        final int unstable = m_count - m_stable - m_failed;
        final String counted = unstable + " of " + m_count + (m_count == 1 ? " cell is" : " cells are") + " unstable"
            + (m_failed > 0 ? ", " + m_failed + " without a result" : "");
        return unstable == 0 ? counted + m_what : counted + "; the fastest wave grows at "
            + CellLoop.brief(m_growth * m_units.rateFactor()) + m_units.rateUnit()
            + (m_fastest.isEmpty() ? "" : " in " + m_fastest) + m_what;
    }
}
