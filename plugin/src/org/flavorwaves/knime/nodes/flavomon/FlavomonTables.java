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
import org.flavorwaves.knime.table.StateLayout;
import org.flavorwaves.knime.table.StateUnits;
import org.flavorwaves.physics.flavomon.FlavomonBranches.Branch;
import org.flavorwaves.physics.flavomon.FlavomonBranches.Failure;
import org.flavorwaves.physics.flavomon.FlavomonMode;
import org.flavorwaves.physics.flavomon.FlavomonMode.Kind;
import org.flavorwaves.physics.flavomon.Sector;
import org.flavorwaves.physics.flavomon.SpecialPoint;
import org.flavorwaves.physics.state.AngularModel;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The three output tables of the node Flavomon Dispersion, filled cell by cell. */
final class FlavomonTables {
    private static final int BRANCH_COLUMNS = 19;

    private final StateUnits m_units;

    private final ResultTable m_branches;

    private final ResultTable m_summary;

    private final ResultTable m_points;

    FlavomonTables(final ExecutionContext exec, final StateLayout layout, final StateUnits units) {
        m_units = units;
        m_branches = new ResultTable(exec, branchesSpec(layout, units));
        m_summary = new ResultTable(exec, summarySpec(layout, units));
        m_points = new ResultTable(exec, pointsSpec(layout, units));
    }

    static DataTableSpec branchesSpec(final StateLayout layout, final StateUnits units) {
        final String wave = units.potentialUnit();
        final String rate = units.rateUnit();
        return layout.pairResults(units,
            "branch, k, omega_re, omega_im, k_shifted, omega_shifted_re, omega_shifted_im, Z, e_t, e_x, e_y, e_z",
            "kind [text], sector, quantum, light_cone [text], v_group, weak_growth, reason");
    }

    static DataTableSpec summarySpec(final StateLayout layout, final StateUnits units) {
        final String wave = units.potentialUnit();
        final String rate = units.rateUnit();
        return layout.pairResults(units,
            "modes, symmetry [text], angular_spectrum, legendre_order [count], series_error [1], lepton_number",
            "omega_shift, k_shift, branches, antiflavomons [count], failed, growth, k_fastest, omega_re_fastest",
            "wall_time, result");
    }

    static DataTableSpec pointsSpec(final StateLayout layout, final StateUnits units) {
        final String wave = units.potentialUnit();
        final String rate = units.rateUnit();
        return layout.pairResults(units, "point [text], sector, k, omega_re, k_shifted, omega_shifted_re");
    }

    void add(final Solved<CellFlavomons> solved) {
        final List<DataCell> key = solved.cell().leading();
        final CellFlavomons cell = solved.value();
        final List<Branch> branches = cell.result().branches();
        for (int b = 0; b < branches.size(); b++) {
            for (final FlavomonMode mode : branches.get(b).modes()) {
                addMode(key, cell, b, mode);
            }
        }
        for (final Failure failure : cell.result().failures()) {
            final Object[] row = new Object[BRANCH_COLUMNS];
            Arrays.fill(row, ResultTable.missing());
            row[1] = failure.k() - cell.medium().waveNumberShift();
            row[4] = failure.k();
            row[BRANCH_COLUMNS - 1] = failure.reason();
            m_branches.add(key, row);
        }
        for (final SpecialPoint point : cell.result().specialPoints()) {
            m_points.add(key, label(point.kind()), label(point.sector()), point.k() - cell.medium().waveNumberShift(),
                rate(point.omega() - cell.medium().frequencyShift()), point.k(), rate(point.omega()));
        }
        addSummary(solved);
    }

    BufferedDataTable[] close() {
        return new BufferedDataTable[]{m_branches.close(), m_summary.close(), m_points.close()};
    }

    private double rate(final double frequency) {
        return frequency * m_units.rateFactor();
    }

    private static Object orMissing(final OptionalDouble value) {
        return value.isPresent() ? (Object) value.getAsDouble() : ResultTable.missing();
    }

    private void addMode(final List<DataCell> key, final CellFlavomons cell, final int branch,
        final FlavomonMode mode) {
        final Complex omega = mode.omega();
        final double imaginary = mode.kind() == Kind.REAL ? 0 : rate(omega.getImaginary());
        final Complex[] e = cell.medium().polarization(mode);
        final OptionalDouble growth = mode.weakGrowth();
        m_branches.add(key, branch, mode.k() - cell.medium().waveNumberShift(),
            rate(omega.getReal() - cell.medium().frequencyShift()), imaginary, mode.k(), rate(omega.getReal()),
            imaginary, orMissing(mode.renormalisation()), e[0].getReal(), e[1].getReal(), e[2].getReal(),
            e[3].getReal(), kind(mode, cell), label(mode.sector()), quantum(mode).orElse(ResultTable.missing()),
            mode.isSuperluminal() ? "superluminal" : "subluminal", mode.groupVelocity(),
            growth.isPresent() ? (Object) rate(growth.getAsDouble()) : ResultTable.missing(), ResultTable.missing());
    }

    private static Optional<Object> quantum(final FlavomonMode mode) {
        return mode.isFlavomon().map(positive -> positive ? "flavomon" : "antiflavomon");
    }

    private static String kind(final FlavomonMode mode, final CellFlavomons cell) {
        return switch (mode.kind()) {
            case REAL -> "real";
            case UNSTABLE -> "unstable";
            case DAMPED -> cell.medium().medium().largestDamping() > 0 ? "damped" : "Landau-damped";
        };
    }

    private static String label(final Sector sector) {
        return sector.name().toLowerCase(Locale.ROOT);
    }

    private static String label(final AngularModel model) {
        return switch (model.kind()) {
            case LEGENDRE -> "Legendre series";
            case PIECEWISE_LINEAR -> "straight lines";
            default -> "beams";
        };
    }

    private static String label(final SpecialPoint.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private void addSummary(final Solved<CellFlavomons> solved) {
        final CellFlavomons cell = solved.value();
        final List<Branch> branches = cell.result().branches();
        final long antiflavomons = branches.stream().filter(b -> b.modes().stream()
            .anyMatch(m -> m.kind() == Kind.REAL && !m.isFlavomon().orElse(true))).count();
        final Optional<FlavomonMode> fastest =
            branches.stream().flatMap(b -> b.modes().stream()).filter(m -> m.kind() == Kind.UNSTABLE)
                .max(Comparator.comparingDouble(m -> m.omega().getImaginary()));
        final Object[] numbers = fastest.map(m -> new Object[]{rate(m.omega().getImaginary()),
            m.k() - cell.medium().waveNumberShift(), rate(m.omega().getReal() - cell.medium().frequencyShift())})
            .orElseGet(() -> {
                final Object[] none = new Object[3];
                Arrays.fill(none, ResultTable.missing());
                none[0] = 0.0;
                return none;
            });
        m_summary.add(solved.cell().leading(), solved.cell().state().size(),
            cell.medium().medium().sectors().contains(Sector.MIXED) ? "general" : "axial",
            label(cell.medium().model()), cell.medium().model().order(), cell.medium().error(), cell.leptonNumber(),
            rate(cell.medium().frequencyShift()), cell.medium().waveNumberShift(), branches.size(), (int) antiflavomons,
            cell.result().failures().size(), numbers[0], numbers[1], numbers[2], solved.seconds(),
            sentence(solved, antiflavomons, fastest));
    }

    private String sentence(final Solved<CellFlavomons> solved, final long antiflavomons,
        final Optional<FlavomonMode> fastest) {
        final String growth = fastest
            .map(m -> "fastest growth of these wave numbers " + CellLoop.brief(rate(m.omega().getImaginary()))
                + m_units.rateUnit() + " at K = "
                + CellLoop.brief(m.k() - solved.value().medium().waveNumberShift()) + m_units.potentialUnit()
                + quantum(m).map(q -> " (" + q + ")").orElse(""))
            .orElse("no growing flavomon at these wave numbers");
        final int failed = solved.value().result().failures().size();
        return solved.cell().prefix() + growth + "; " + solved.value().result().branches().size() + " branches, "
            + antiflavomons + " of them with real antiflavomons; angular spectrum: "
            + label(solved.value().medium().model())
            + (failed > 0 ? "; " + failed + " wave numbers without result" : "");
    }
}
