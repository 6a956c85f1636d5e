package org.flavorwaves.knime.nodes.crossing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.flavorwaves.knime.nodes.CellLoop;
import org.flavorwaves.knime.nodes.CellLoop.Solved;
import org.flavorwaves.knime.table.ResultTable;
import org.flavorwaves.knime.table.StateColumns;
import org.flavorwaves.knime.table.StateLayout;
import org.flavorwaves.knime.table.StateTable;
import org.flavorwaves.knime.table.StateUnits;
import org.flavorwaves.knime.table.StateWriter;
import org.flavorwaves.knime.table.TableColumns;
import org.flavorwaves.physics.distribution.crossing.CrossingZero;
import org.flavorwaves.physics.distribution.crossing.LeptonCrossings;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Direction;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The three output tables of the node Crossing Finder. */
final class CrossingTables {
    private static final List<String> REPLACED =
        List.of(StateColumns.P0, StateColumns.PX, StateColumns.PY, StateColumns.PZ);

    private final StateLayout m_layout;

    private final StateUnits m_units;

    private final List<String> m_replaced;

    private final StateWriter m_writer;

    CrossingTables(final StateLayout layout, final StateUnits units) {
        m_layout = layout;
        m_units = units;
        m_replaced = layout.hasThreeFlavors() ? StateColumns.RHO : REPLACED;
        m_writer = new StateWriter(layout.spec(), units.weights(),
            m_replaced.stream().map(TableColumns::real).toList());
    }

    DataTableSpec crossingsSpec() {
        return m_layout.pairResults(m_units, "cos_theta, vx, vy, vz, cos_flux, change");
    }

    DataTableSpec summarySpec() {
        return m_layout.pairResults(m_units,
            "modes, directions, geometry, crossing, crossings, I_plus, I_minus, depth, peak_depth, negative_fraction",
            "flux_x, flux_y, flux_z, minority, minority_x, minority_y, minority_z, P_ee_plus, P_ee_minus",
            "conservation_error, wall_time, result");
    }

    DataTableSpec stateSpec() {
        return m_writer.spec();
    }

    BufferedDataTable writeCrossings(final ExecutionContext exec, final List<Solved<CellCrossings>> solved) {
        final ResultTable table = new ResultTable(exec, crossingsSpec());
        for (final Solved<CellCrossings> s : solved) {
            for (final CrossingZero zero : s.value().crossings().zeros()) {
                final Direction v = zero.position();
                table.add(s.cell().leading(), v.z(), v.x(), v.y(), v.z(), number(zero.fluxCosine()),
                    zero.rising().<Object>map(r -> r ? "rising" : "falling").orElseGet(ResultTable::missing));
            }
        }
        return table.close();
    }

    private static Object number(final Optional<Double> value) {
        return value.<Object>map(v -> v).orElseGet(ResultTable::missing);
    }

    BufferedDataTable writeSummary(final ExecutionContext exec, final List<Solved<CellCrossings>> solved) {
        final ResultTable table = new ResultTable(exec, summarySpec());
        for (final Solved<CellCrossings> s : solved) {
            final LeptonCrossings found = s.value().crossings();
            final List<Object> row = new ArrayList<>();
            row.add(s.cell().state().size());
            row.add(found.directions().size());
            row.add(found.geometry().name().toLowerCase(Locale.ROOT));
            row.add(found.exists());
            row.add(found.zeros().size());
            row.add(found.positive());
            row.add(found.negative());
            row.add(found.depth());
            row.add(found.peakDepth());
            row.add(found.negativeFraction());
            row.addAll(components(Optional.of(found.directions().flux())));
            row.add(found.exists() ? side(found) : ResultTable.missing());
            row.addAll(components(found.exists() ? found.directions().meanDirection(found.minoritySign())
                : Optional.empty()));
            row.add(s.value().positiveSurvival());
            row.add(s.value().negativeSurvival());
            row.add(s.value().conservationError());
            row.add(s.seconds());
            row.add(s.cell().prefix() + sentence(s.value()));
            table.add(s.cell().leading(), row.toArray());
        }
        return table.close();
    }

    private static List<Object> components(final Optional<Direction> vector) {
        return vector.map(v -> List.<Object>of(v.x(), v.y(), v.z()))
            .orElseGet(() -> List.of(ResultTable.missing(), ResultTable.missing(), ResultTable.missing()));
    }

    private static String side(final LeptonCrossings found) {
        return found.minoritySign() > 0 ? "plus" : "minus";
    }

    private String sentence(final CellCrossings cell) {
        final LeptonCrossings found = cell.crossings();
        if (!found.exists()) {
            return found.positive() + found.negative() > 0
                ? "no crossing, G has one sign in all directions" : "no crossing, G is zero in all directions";
        }
        final int zeros = found.zeros().size();
        final String where = found.geometry() == LeptonCrossings.Geometry.SPHERE
            ? "G < 0 on " + CellLoop.brief(found.negativeFraction()) + " of the sphere"
            : zeros + (zeros == 1 ? " crossing" : " crossings") + " at cos theta = "
                + String.join(", ", found.zeros().stream().limit(4).map(z -> CellLoop.brief(z.position().z())).toList())
                + (zeros > 4 ? ", ..." : "");
        return where + ", I+ = " + CellLoop.brief(found.positive()) + m_units.potentialUnit() + ", I- = "
            + CellLoop.brief(found.negative()) + m_units.potentialUnit() + ", depth " + CellLoop.brief(found.depth())
            + (cell.converted() ? "; box scheme P_ee = " + CellLoop.brief(cell.positiveSurvival())
                + " where G > 0, " + CellLoop.brief(cell.negativeSurvival()) + " where G < 0"
                : "; no direction of the state lies on the smaller side, so the asymptotic state is the input");
    }

    BufferedDataTable writeState(final ExecutionContext exec, final BufferedDataTable table, final StateTable state,
        final List<Solved<CellCrossings>> solved, final Progress progress) {
        final double[][] values = new double[m_replaced.size()][state.rowCount()];
        for (final Solved<CellCrossings> s : solved) {
            for (int i = 0; i < s.cell().size(); i++) {
                final double[] numbers = s.value().after().of(i);
                for (int c = 0; c < numbers.length; c++) {
                    values[c][s.cell().row(i)] = numbers[c];
                }
            }
        }
        return m_writer.write(exec, table, values, progress);
    }

    /** Number of cells with a crossing. */
    static long count(final List<Solved<CellCrossings>> solved) {
        return solved.stream().filter(s -> s.value().crossings().exists()).count();
    }

    /** Specs of the three ports. */
    DataTableSpec[] specs() {
        return new DataTableSpec[]{crossingsSpec(), summarySpec(), stateSpec()};
    }
}
