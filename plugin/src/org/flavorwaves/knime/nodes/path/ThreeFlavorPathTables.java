package org.flavorwaves.knime.nodes.path;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.flavorwaves.knime.nodes.CellLoop;
import org.flavorwaves.knime.nodes.CellLoop.Solved;
import org.flavorwaves.knime.table.LevelColumns;
import org.flavorwaves.knime.table.ResultTable;
import org.flavorwaves.knime.table.StateLayout;
import org.flavorwaves.knime.table.StateTable;
import org.flavorwaves.knime.table.StateUnits;
import org.flavorwaves.knime.table.StateWriter;
import org.flavorwaves.physics.equilibrium.path.ParameterTrack;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.threeflavor.ThreeFlavorEnvironment;
import org.flavorwaves.physics.threeflavor.ThreeFlavorState;
import org.flavorwaves.physics.threeflavor.equilibrium.LevelResonance;
import org.flavorwaves.physics.threeflavor.equilibrium.ThreeFlavorEquilibriumResult;
import org.flavorwaves.physics.threeflavor.equilibrium.ThreeFlavorPathResult;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The tables of the node Equilibrium Path for a state of three flavors. */
final class ThreeFlavorPathTables {
    private static final String PLACE = "matterPotential, selfInteraction";

    private static final int LEVELS = 3;

    private final StateLayout m_layout;

    private final StateUnits m_units;

    private final ParameterTrack m_track;

    private final boolean m_withModes;

    private final ThreeFlavorEnvironment m_environment;

    private final StateWriter m_writer;

    ThreeFlavorPathTables(final StateLayout layout, final StateUnits units, final ParameterTrack track,
        final boolean withModes, final ThreeFlavorEnvironment environment) {
        m_environment = environment;
        m_layout = layout;
        m_units = units;
        m_track = track;
        m_withModes = withModes;
        m_writer = new StateWriter(layout.spec(), units.weights(), LevelColumns.specs(units));
    }

    /** Path, events, modes, final state and Summary. */
    DataTableSpec[] specs() {
        return new DataTableSpec[]{
            m_layout.results(m_units, "point", PLACE, LevelColumns.COLLECTIVE,
                "smallest_gap, smallest_gap_mode, misalignment, relative_residual", LevelColumns.ROTATION),
            m_layout.results(m_units, "kind [text]", PLACE, "mode, species, level, level_gap"),
            m_layout.results(m_units, "point", PLACE, "mode, species, vx, vy, vz, omega21, omega31",
                LevelColumns.NAMES),
            m_writer.spec(),
            m_layout.results(m_units, "modes, points", PLACE, "level_crossings, survival_nu, survival_nubar",
                "smallest_gap, charge_error, relative_residual, steps, iterations, complete, wall_time, result")};
    }

    BufferedDataTable[] write(final ExecutionContext exec, final BufferedDataTable table, final StateTable state,
        final List<Solved<ThreeFlavorPathResult>> solved, final Progress progress) {
        final DataTableSpec[] specs = specs();
        final ResultTable points = new ResultTable(exec, specs[0]);
        final ResultTable events = new ResultTable(exec, specs[1]);
        final ResultTable modes = new ResultTable(exec, specs[2]);
        final ResultTable summary = new ResultTable(exec, specs[4]);
        final double[][] values = new double[LevelColumns.SIZE][state.rowCount()];
        for (final double[] column : values) {
            Arrays.fill(column, Double.NaN);
        }
        for (final Solved<ThreeFlavorPathResult> s : solved) {
            progress.report(0, "writing the path");
            final List<ThreeFlavorEquilibriumResult> path = s.value().points();
            for (int k = 0; k < path.size(); k++) {
                points.add(s.cell().key(), point(k, path.get(k)));
                if (m_withModes) {
                    addModes(modes, s, k);
                }
            }
            for (final LevelResonance found : s.value().resonances()) {
                events.add(s.cell().key(), "level crossing", found.matterPotential(), found.selfInteraction(),
                    found.mode(), s.cell().modes().species(found.mode()).label(), found.level(), found.gap());
            }
            if (s.value().reached()) {
                LevelColumns.fill(s.cell(), path.get(path.size() - 1), values);
            }
            summary.add(s.cell().key(), summary(s));
        }
        return new BufferedDataTable[]{points.close(), events.close(), modes.close(),
            m_writer.write(exec, table, values, progress), summary.close()};
    }

    private Object[] point(final int k, final ThreeFlavorEquilibriumResult at) {
        final List<Object> row = new ArrayList<>(List.of(k, m_track.environment(k).matterPotential(),
            m_track.environment(k).selfInteraction()));
        for (final double j : at.field()) {
            row.add(j);
        }
        row.add(ResultTable.finite(at.smallestGap()));
        row.add(at.smallestMode() < 0 ? ResultTable.missing() : (Object) at.smallestMode());
        row.add(at.misalignment());
        row.add(at.work().residual());
        row.addAll(LevelColumns.rotation(at, m_environment, m_units));
        return row.toArray();
    }

    private void addModes(final ResultTable table, final Solved<ThreeFlavorPathResult> s, final int k) {
        final ThreeFlavorEquilibriumResult at = s.value().points().get(k);
        final MomentumModes modes = s.cell().modes();
        for (int i = 0; i < modes.size(); i++) {
            final List<Object> row = new ArrayList<>(List.of(k, m_track.environment(k).matterPotential(),
                m_track.environment(k).selfInteraction(), i, modes.species(i).label(), modes.vx(i), modes.vy(i),
                modes.vz(i), at.state().omega21(i), at.state().omega31(i)));
            for (final double entry : at.state().rho(i)) {
                row.add(entry);
            }
            for (final double[] three : new double[][]{at.levels(), at.occupations()}) {
                for (int r = 0; r < LEVELS; r++) {
                    row.add(three[LEVELS * i + r]);
                }
            }
            table.add(s.cell().key(), row.toArray());
        }
    }

    private Object[] summary(final Solved<ThreeFlavorPathResult> s) {
        final ThreeFlavorPathResult path = s.value();
        final List<ThreeFlavorEquilibriumResult> points = path.points();
        final int last = points.size() - 1;
        final ThreeFlavorState start = s.cell().threeFlavors().orElseThrow();
        final boolean any = last >= 0;
        final double gap = points.stream().mapToDouble(ThreeFlavorEquilibriumResult::smallestGap).min()
            .orElse(Double.NaN);
        return new Object[]{s.cell().size(), points.size(),
            any ? m_track.environment(last).matterPotential() : Double.NaN,
            any ? m_track.environment(last).selfInteraction() : Double.NaN, path.resonances().size(),
            any ? survival(start, points.get(last).state(), Species.NU) : Double.NaN,
            any ? survival(start, points.get(last).state(), Species.NUBAR) : Double.NaN, ResultTable.finite(gap),
            chargeError(s),
            points.stream().mapToDouble(p -> p.work().residual()).max().orElse(Double.NaN), path.steps(),
            any ? points.get(last).work().iterations() : 0, path.reached(), s.seconds(), sentence(s)};
    }

    /** The largest change of a conserved charge on the way; 0 without nu-nu term, which alone keeps it. */
    double chargeError(final Solved<ThreeFlavorPathResult> s) {
        double worst = 0;
        for (int k = 0; k < s.value().points().size(); k++) {
            worst = Math.max(worst, m_track.environment(k).selfInteraction() == 0 ? 0
                : s.value().points().get(k).conservationError());
        }
        return worst;
    }

    /** The number of electron flavor of a species at the end over that at the start; NaN without any at the start. */
    private static double survival(final ThreeFlavorState start, final ThreeFlavorState end, final Species species) {
        double before = 0;
        double after = 0;
        for (int i = 0; i < start.size(); i++) {
            if (start.modes().species(i) == species) {
                before += start.modes().weight(i) * start.occupation(i, 0);
                after += start.modes().weight(i) * end.occupation(i, 0);
            }
        }
        return after / before;
    }

    private String sentence(final Solved<ThreeFlavorPathResult> s) {
        final ThreeFlavorPathResult path = s.value();
        if (!path.reached()) {
            return s.cell().prefix() + path.stop();
        }
        final int last = m_track.size() - 1;
        final int count = path.resonances().size();
        return s.cell().prefix() + "equilibrium of three flavors followed to lambda = "
            + CellLoop.brief(m_track.environment(last).matterPotential()) + m_units.potentialUnit() + ", q = "
            + CellLoop.brief(m_track.environment(last).selfInteraction()) + ", " + count
            + (count == 1 ? " place where levels come near" : " places where levels come near");
    }
}
