package org.flavorwaves.knime.nodes.qke;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;

import org.flavorwaves.knime.nodes.CellLoop;
import org.flavorwaves.knime.nodes.CellLoop.Solved;
import org.flavorwaves.knime.nodes.qke.QkeBoxParameters.Spectra;
import org.flavorwaves.knime.nodes.qke.ThreeFlavorBoxTask.Evolved;
import org.flavorwaves.knime.table.ResultTable;
import org.flavorwaves.knime.table.StateCell;
import org.flavorwaves.knime.table.StateColumns;
import org.flavorwaves.knime.table.StateLayout;
import org.flavorwaves.knime.table.StateOutput;
import org.flavorwaves.knime.table.StateUnits;
import org.flavorwaves.physics.qke.BoxRun;
import org.flavorwaves.physics.qke.Echo;
import org.flavorwaves.physics.qke.Sensitivity;
import org.flavorwaves.physics.qke.ThreeFlavorSample;
import org.flavorwaves.physics.qke.field.BoxField;
import org.flavorwaves.physics.qke.field.BoxGrid;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.threeflavor.FlavorAlgebra;
import org.flavorwaves.physics.threeflavor.ThreeFlavorState;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The four output tables of the node QKE Box for states of three flavors, filled cell by cell. */
final class ThreeFlavorBoxTables {
    /** Numbers of a Summary that come of a run. */
    private static final int RUN_NUMBERS = 13;

    private final StateUnits m_units;

    private final QkeBoxParameters m_parameters;

    private final ResultTable m_means;

    private final SpectraTable m_spectra;

    private final ResultTable m_field;

    private final ResultTable m_summary;

    private final boolean m_absorption;

    private int m_chaotic;

    ThreeFlavorBoxTables(final ExecutionContext exec, final StateLayout layout, final StateUnits units,
        final QkeBoxParameters parameters) {
        m_units = units;
        m_parameters = parameters;
        m_absorption = layout.hasAbsorption();
        final DataTableSpec[] specs = specs(layout, units, parameters.m_spectra);
        m_means = new ResultTable(exec, specs[0]);
        m_spectra = new SpectraTable(exec, layout, units, parameters.m_spectra);
        m_field = new ResultTable(exec, specs[2]);
        m_summary = new ResultTable(exec, specs[3]);
    }

    static DataTableSpec[] specs(final StateLayout layout, final StateUnits units, final Spectra spectra) {
        final String rho = String.join(", ", StateColumns.RHO);
        final DataTableSpec summary = layout.results(units,
            "modes, points, harmonics, dimension, t_end, steps [1], rejected [1], evaluations [1], lepton_error",
            "length_error, determinant_error, tail, survival_nu, survival_nubar, mean_length, lyapunov",
            "twin_difference, digits, echo_distance, echo_share, complete, wall_time, result");
        return new DataTableSpec[]{layout.results(units, "t, mode, species, vx, vy, vz", rho, "length"),
            SpectraTable.spec(layout, units, spectra), layout.results(units,
                "point, x, y, z, mode, species, vx, vy, vz, weight", rho, "omega21, omega31, D",
                layout.hasAbsorption() ? String.join(", ", StateColumns.ABSORPTION_THREE) : ""), summary};
    }

    void add(final Solved<Evolved> solved) {
        final Optional<DataCell> key = solved.cell().key();
        final Evolved cell = solved.value();
        final List<ThreeFlavorSample> samples = cell.run().map(BoxRun::samples).orElse(List.of());
        for (int t = 0; t < cell.times().length; t++) {
            final double time = cell.times()[t] / m_units.rateFactor();
            addMeans(key, time, solved.cell().modes(),
                t < samples.size() ? Optional.of(samples.get(t).mean()) : Optional.empty());
            if (t < samples.size()) {
                m_spectra.add(key, cell.run().orElseThrow().spectra(), t, time, solved.cell().modes());
            }
        }
        if (m_parameters.m_finalField) {
            cell.run().ifPresent(run -> addField(key, run.last(), solved.cell()));
        }
        m_chaotic += digits(cell).orElse(1) == 0 ? 1 : 0;
        m_summary.add(key, summary(solved));
    }

    private void addMeans(final Optional<DataCell> key, final double time, final MomentumModes modes,
        final Optional<ThreeFlavorState> mean) {
        final double[] missing = new double[StateColumns.RHO.size()];
        Arrays.fill(missing, Double.NaN);
        final double[] p = mean.map(ThreeFlavorState::vectors).orElse(new double[0]);
        for (int i = 0; i < modes.size(); i++) {
            final int mode = i;
            final List<Object> row = new ArrayList<>(List.of(time, i, modes.species(i).label(), modes.vx(i),
                modes.vy(i), modes.vz(i)));
            for (final double entry : mean.map(state -> state.rho(mode)).orElse(missing)) {
                row.add(entry);
            }
            row.add(mean.isPresent() ? FlavorAlgebra.length(p, FlavorAlgebra.SIZE * i) : Double.NaN);
            m_means.add(key, row.toArray());
        }
    }

    private void addField(final Optional<DataCell> key, final BoxField field, final StateCell cell) {
        final ThreeFlavorState state = cell.threeFlavors().orElseThrow();
        final double[][][] p = new double[FlavorAlgebra.SIZE][][];
        Arrays.setAll(p, field::values);
        final MomentumModes modes = field.modes();
        final BoxGrid grid = field.grid();
        final double[] here = new double[FlavorAlgebra.SIZE];
        for (int q = 0; q < grid.points(); q++) {
            for (int i = 0; i < modes.size(); i++) {
                for (int a = 0; a < here.length; a++) {
                    here[a] = p[a][i][q];
                }
                final List<Object> row = new ArrayList<>(List.of(q, grid.coordinate(q, 0), grid.coordinate(q, 1),
                    grid.coordinate(q, 2), i, modes.species(i).label(), modes.vx(i), modes.vy(i), modes.vz(i),
                    m_units.weight(modes.weight(i))));
                for (final double entry : FlavorAlgebra.matrix(field.trace(i), here, 0)) {
                    row.add(entry);
                }
                row.addAll(List.of(state.omega21(i), state.omega31(i), modes.depolarization(i)));
                if (m_absorption) {
                    row.addAll(StateOutput.absorption(state, i));
                }
                m_field.add(key, row.toArray());
            }
        }
    }

    private static OptionalInt digits(final Evolved cell) {
        return cell.run().flatMap(BoxRun::sensitivity).map(Sensitivity::digits).orElse(OptionalInt.empty());
    }

    private Object[] summary(final Solved<Evolved> solved) {
        final Evolved cell = solved.value();
        final List<Object> row = new ArrayList<>(List.of(solved.cell().size(), cell.grid().points(),
            cell.grid().harmonics(), cell.grid().dimension()));
        if (cell.run().isPresent()) {
            final BoxRun<ThreeFlavorSample> run = cell.run().get();
            final ThreeFlavorSample last = last(run);
            row.addAll(List.of(last.time() / m_units.rateFactor(), (double) run.steps(), (double) run.rejected(),
                (double) run.evaluations(), largest(run, ThreeFlavorSample::leptonError),
                largest(run, ThreeFlavorSample::lengthError), largest(run, ThreeFlavorSample::determinantError),
                last.tail(), survival(run, Species.NU), survival(run, Species.NUBAR), meanLength(run),
                run.sensitivity().map(s -> s.lyapunov() * m_units.rateFactor()).orElse(Double.NaN),
                run.sensitivity().map(Sensitivity::meanDifference).orElse(Double.NaN)));
        } else {
            for (int c = 0; c < RUN_NUMBERS; c++) {
                row.add(Double.NaN);
            }
        }
        final OptionalInt digits = digits(cell);
        row.add(digits.isPresent() ? (Object) digits.getAsInt() : ResultTable.missing());
        final Optional<Echo.Return> echo = cell.run().flatMap(BoxRun::echo);
        row.add(echo.map(Echo.Return::end).orElse(Double.NaN));
        row.add(echo.map(Echo.Return::share).orElse(Double.NaN));
        row.add(cell.problem().isEmpty());
        row.add(solved.seconds());
        row.add(solved.cell().prefix() + (cell.problem().isEmpty() ? sentence(cell.run().orElseThrow())
            : cell.problem()));
        return row.toArray();
    }

    private static ThreeFlavorSample last(final BoxRun<ThreeFlavorSample> run) {
        return run.samples().get(run.samples().size() - 1);
    }

    private static double largest(final BoxRun<ThreeFlavorSample> run,
        final ToDoubleFunction<ThreeFlavorSample> error) {
        return run.samples().stream().mapToDouble(error).max().orElse(0);
    }

    /** The number of electron flavor of a species at the end over that at the start; NaN without any at the start. */
    private static double survival(final BoxRun<ThreeFlavorSample> run, final Species species) {
        return electrons(last(run).mean(), species) / electrons(run.samples().get(0).mean(), species);
    }

    private static double electrons(final ThreeFlavorState state, final Species species) {
        double sum = 0;
        for (int i = 0; i < state.size(); i++) {
            sum += state.modes().species(i) == species ? state.modes().weight(i) * state.occupation(i, 0) : 0;
        }
        return sum;
    }

    /** Sum w |mean P| at the end over that at the start. */
    private static double meanLength(final BoxRun<ThreeFlavorSample> run) {
        return lengths(last(run).mean()) / lengths(run.samples().get(0).mean());
    }

    private static double lengths(final ThreeFlavorState state) {
        final double[] p = state.vectors();
        double sum = 0;
        for (int i = 0; i < state.size(); i++) {
            sum += state.modes().weight(i) * FlavorAlgebra.length(p, FlavorAlgebra.SIZE * i);
        }
        return sum;
    }

    private String sentence(final BoxRun<ThreeFlavorSample> run) {
        final List<String> parts = new ArrayList<>();
        final double length = meanLength(run);
        parts.add("at t = " + CellLoop.brief(last(run).time() / m_units.rateFactor()) + m_units.timeUnit() + " "
            + (Double.isNaN(length) ? "nothing is polarized"
                : "the mean |P| of three flavors is " + CellLoop.brief(length) + " of its start"));
        for (final Species species : Species.values()) {
            final double survival = survival(run, species);
            if (Double.isFinite(survival)) {
                parts.add("the " + species.label() + "_e are " + CellLoop.brief(survival)
                    + " of their initial number");
            }
        }
        final double lepton = largest(run, ThreeFlavorSample::leptonError);
        if (!Double.isNaN(lepton)) {
            parts.add(BoxSummary.kept("lepton number", lepton));
        }
        final double kept = largest(run, ThreeFlavorSample::lengthError);
        if (!Double.isNaN(kept)) {
            parts.add(BoxSummary.kept("lengths", kept));
        }
        if (last(run).tail() > BoxSummary.COARSE) {
            parts.add(CellLoop.brief(100 * last(run).tail())
                + " % of the waves are at the smallest scales: use more points");
        }
        run.echo().ifPresent(echo -> parts.add(BoxSummary.returned(echo)));
        run.sensitivity().ifPresent(sensitivity -> parts.add(BoxSummary.certainty(sensitivity, m_units)));
        return String.join("; ", parts);
    }

    /** The number of cells whose values carry no digit. */
    int chaotic() {
        return m_chaotic;
    }

    BufferedDataTable[] close() {
        return new BufferedDataTable[]{m_means.close(), m_spectra.close(), m_field.close(), m_summary.close()};
    }
}
