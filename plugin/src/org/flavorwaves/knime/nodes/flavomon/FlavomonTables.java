package org.flavorwaves.knime.nodes.flavomon;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

import org.apache.commons.math3.complex.Complex;
import org.flavorwaves.knime.nodes.CellLoop;
import org.flavorwaves.knime.nodes.CellLoop.Solved;
import org.flavorwaves.knime.table.ResultTable;
import org.flavorwaves.knime.table.StateColumns;
import org.flavorwaves.knime.table.StateLayout;
import org.flavorwaves.knime.table.StateUnits;
import org.flavorwaves.knime.table.TableColumns;
import org.flavorwaves.physics.flavomon.FlavomonBranches.Branch;
import org.flavorwaves.physics.flavomon.FlavomonMode;
import org.flavorwaves.physics.flavomon.FlavomonMode.Kind;
import org.flavorwaves.physics.flavomon.Sector;
import org.flavorwaves.physics.flavomon.SpecialPoint;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The three output tables of the node Flavomon Dispersion, filled cell by cell. */
final class FlavomonTables {
    private static final List<String> MODE_NUMBERS =
        List.of("k", "omega_re", "omega_im", "K", "Omega_re", "Omega_im", "Z", "e_t", "e_x", "e_y", "e_z");

    private final StateUnits m_units;

    private final ResultTable m_branches;

    private final ResultTable m_summary;

    private final ResultTable m_points;

    FlavomonTables(final ExecutionContext exec, final StateLayout layout, final StateUnits units) {
        m_units = units;
        m_branches = new ResultTable(exec, branchesSpec(layout, units));
        m_summary = new ResultTable(exec, summarySpec(layout));
        m_points = new ResultTable(exec, pointsSpec(layout));
    }

    static DataTableSpec branchesSpec(final StateLayout layout, final StateUnits units) {
        final DataColumnSpec[] columns = new DataColumnSpec[MODE_NUMBERS.size() + 7];
        int c = 0;
        columns[c++] = TableColumns.whole("branch");
        for (final String name : MODE_NUMBERS) {
            columns[c++] = TableColumns.real(name, unit(name, units));
        }
        columns[c++] = TableColumns.words("kind");
        columns[c++] = TableColumns.words("sector");
        columns[c++] = TableColumns.words("quantum");
        columns[c++] = TableColumns.words("light_cone");
        columns[c++] = TableColumns.real("v_group");
        columns[c] = TableColumns.real("weak_growth");
        return new DataTableSpec(layout.withCell(columns));
    }

    private static String unit(final String name, final StateUnits units) {
        if (name.toLowerCase(Locale.ROOT).startsWith("omega")) {
            return units.rateUnit();
        }
        return name.startsWith("e_") ? "" : units.potentialUnit();
    }

    static DataTableSpec summarySpec(final StateLayout layout) {
        return new DataTableSpec(layout.withCell(TableColumns.whole("modes"), TableColumns.words("symmetry"),
            TableColumns.whole("legendre_order"), TableColumns.real("lepton_number"),
            TableColumns.real("omega_shift"), TableColumns.real("k_shift"), TableColumns.whole("branches"),
            TableColumns.whole("antiflavomons"), TableColumns.real("growth"), TableColumns.real("k_fastest"),
            TableColumns.real("omega_re_fastest"), TableColumns.real("wall_time"),
            TableColumns.words(StateColumns.RESULT)));
    }

    static DataTableSpec pointsSpec(final StateLayout layout) {
        return new DataTableSpec(layout.withCell(TableColumns.words("point"), TableColumns.words("sector"),
            TableColumns.real("k"), TableColumns.real("omega"), TableColumns.real("K"), TableColumns.real("Omega")));
    }

    void add(final Solved<CellFlavomons> solved) {
        final Optional<DataCell> key = solved.cell().key();
        final CellFlavomons cell = solved.value();
        final List<Branch> branches = cell.result().branches();
        for (int b = 0; b < branches.size(); b++) {
            for (final FlavomonMode mode : branches.get(b).modes()) {
                addMode(key, cell, b, mode);
            }
        }
        for (final SpecialPoint point : cell.result().specialPoints()) {
            m_points.add(key, label(point.kind()), label(point.sector()), point.k(), rate(point.omega()),
                point.k() - cell.medium().waveNumberShift(), rate(point.omega() - cell.medium().frequencyShift()));
        }
        addSummary(solved);
    }

    BufferedDataTable[] close() {
        return new BufferedDataTable[]{m_branches.close(), m_summary.close(), m_points.close()};
    }

    private double rate(final double frequency) {
        return frequency * m_units.rateFactor();
    }

    private Object rate(final OptionalDouble frequency) {
        return frequency.isPresent() ? (Object) rate(frequency.getAsDouble()) : ResultTable.missing();
    }

    private void addMode(final Optional<DataCell> key, final CellFlavomons cell, final int branch,
        final FlavomonMode mode) {
        final Complex omega = mode.omega();
        final double imaginary = mode.kind() == Kind.REAL ? 0 : rate(omega.getImaginary());
        final Complex[] e = mode.polarization();
        final OptionalDouble z = mode.renormalisation();
        final Object[] row = new Object[MODE_NUMBERS.size() + 7];
        int c = 0;
        row[c++] = branch;
        row[c++] = mode.k();
        row[c++] = rate(omega.getReal());
        row[c++] = imaginary;
        row[c++] = mode.k() - cell.medium().waveNumberShift();
        row[c++] = rate(omega.getReal() - cell.medium().frequencyShift());
        row[c++] = imaginary;
        row[c++] = z.isPresent() ? (Object) z.getAsDouble() : ResultTable.missing();
        for (final Complex component : e) {
            row[c++] = component.getReal();
        }
        row[c++] = kind(mode, cell);
        row[c++] = label(mode.sector());
        row[c++] = mode.isFlavomon() ? "flavomon" : "antiflavomon";
        row[c++] = mode.isSuperluminal() ? "superluminal" : "subluminal";
        row[c++] = mode.groupVelocity();
        row[c] = rate(mode.weakGrowth(cell.medium().medium()));
        m_branches.add(key, row);
    }

    private static String kind(final FlavomonMode mode, final CellFlavomons cell) {
        return switch (mode.kind()) {
            case REAL -> "real";
            case UNSTABLE -> "unstable";
            case DAMPED -> cell.medium().medium().hasShifts() ? "damped" : "Landau-damped";
        };
    }

    private static String label(final Sector sector) {
        return sector.name().toLowerCase(Locale.ROOT);
    }

    private static String label(final SpecialPoint.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private void addSummary(final Solved<CellFlavomons> solved) {
        final CellFlavomons cell = solved.value();
        final List<Branch> branches = cell.result().branches();
        final long antiflavomons = branches.stream()
            .filter(b -> b.modes().stream().anyMatch(m -> m.kind() == Kind.REAL && !m.isFlavomon())).count();
        final Optional<FlavomonMode> fastest =
            branches.stream().flatMap(b -> b.modes().stream()).filter(m -> m.kind() == Kind.UNSTABLE)
                .max(Comparator.comparingDouble(m -> m.omega().getImaginary()));
        final Object[] numbers = fastest.map(m -> new Object[]{rate(m.omega().getImaginary()), m.k(),
            rate(m.omega().getReal())}).orElseGet(() -> {
                final Object[] none = new Object[3];
                Arrays.fill(none, ResultTable.missing());
                none[0] = 0.0;
                return none;
            });
        m_summary.add(solved.cell().key(), solved.cell().state().size(),
            cell.medium().medium().sectors().contains(Sector.MIXED) ? "general" : "axial", cell.order(),
            cell.leptonNumber(), rate(cell.medium().frequencyShift()), cell.medium().waveNumberShift(),
            branches.size(), (int) antiflavomons, numbers[0], numbers[1], numbers[2], solved.seconds(),
            sentence(solved, antiflavomons, fastest));
    }

    private String sentence(final Solved<CellFlavomons> solved, final long antiflavomons,
        final Optional<FlavomonMode> fastest) {
        final String growth = fastest
            .map(m -> "fastest growth of these wave numbers " + CellLoop.brief(rate(m.omega().getImaginary()))
                + m_units.rateUnit() + " at k = " + CellLoop.brief(m.k()) + m_units.potentialUnit() + " ("
                + (m.isFlavomon() ? "flavomon" : "antiflavomon") + ")")
            .orElse("no growing flavomon at these wave numbers");
        return solved.cell().prefix() + growth + "; " + solved.value().result().branches().size() + " branches, "
            + antiflavomons + " of them with real antiflavomons";
    }
}
