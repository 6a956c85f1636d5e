package org.flavorwaves.knime.nodes.qke;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.flavorwaves.knime.nodes.CellLoop;
import org.flavorwaves.knime.nodes.CellLoop.Solved;
import org.flavorwaves.knime.table.ResultTable;
import org.flavorwaves.knime.table.StateLayout;
import org.flavorwaves.knime.table.StateUnits;
import org.flavorwaves.physics.qke.BoxSample;
import org.flavorwaves.physics.qke.Echo;
import org.flavorwaves.physics.qke.QkeRun;
import org.flavorwaves.physics.qke.Sensitivity;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.LeptonDirections;
import org.flavorwaves.physics.state.Species;
import org.knime.core.data.DataTableSpec;

/** What came of the evolution of a cell: its row in the Summary, and the sentence. */
final class BoxSummary {
    /** Share of sum w|P| below which a side of a crossing is rounding. */
    private static final double ROUNDING = 1e-12;

    /** Relative error of a conserved sum that is called rounding. */
    private static final double ROUNDING_OF_SUMS = 1e-13;

    /** Share of the power at the smallest scales above which a box is called too coarse. */
    static final double COARSE = 1e-3;

    private final Solved<CellBox> m_solved;

    private final StateUnits m_units;

    BoxSummary(final Solved<CellBox> solved, final StateUnits units) {
        m_solved = solved;
        m_units = units;
    }

    static DataTableSpec spec(final StateLayout layout, final StateUnits units) {
        return layout.results(units,
            "modes, points, harmonics, dimension, t_end, steps [1], rejected [1], evaluations [1], lepton_error",
            "length_error, tail, survival_nu, survival_nubar, mean_length, crossing_left, lyapunov, twin_difference",
            "digits, echo_distance, echo_share, complete, wall_time, result");
    }

    /** Whether a twin shows that the values carry no digit. */
    static boolean isChaotic(final CellBox cell) {
        final OptionalInt digits = digits(cell);
        return digits.isPresent() && digits.getAsInt() == 0;
    }

    private static OptionalInt digits(final CellBox cell) {
        return cell.run().flatMap(QkeRun::sensitivity).map(Sensitivity::digits).orElse(OptionalInt.empty());
    }

    Object[] row() {
        final CellBox cell = m_solved.value();
        final List<Object> row = new ArrayList<>(List.of(m_solved.cell().state().size(), cell.grid().points(),
            cell.grid().harmonics(), cell.grid().dimension()));
        if (cell.run().isPresent()) {
            final QkeRun run = cell.run().get();
            final BoxSample last = last(run);
            row.addAll(List.of(time(last.time()), (double) run.steps(), (double) run.rejected(),
                (double) run.evaluations(), run.leptonError(), run.lengthError(), last.tail(),
                survival(run, Species.NU), survival(run, Species.NUBAR), meanLength(run), crossingLeft(run)));
            row.add(run.sensitivity().map(s -> s.lyapunov() * m_units.rateFactor()).orElse(Double.NaN));
            row.add(run.sensitivity().map(Sensitivity::meanDifference).orElse(Double.NaN));
        } else {
            for (int c = 0; c < 13; c++) {
                row.add(Double.NaN);
            }
        }
        final OptionalInt digits = digits(cell);
        row.add(digits.isPresent() ? (Object) digits.getAsInt() : ResultTable.missing());
        final Optional<Echo.Return> echo = cell.run().flatMap(QkeRun::echo);
        row.add(echo.map(Echo.Return::end).orElse(Double.NaN));
        row.add(echo.map(Echo.Return::share).orElse(Double.NaN));
        row.add(cell.problem().isEmpty());
        row.add(m_solved.seconds());
        row.add(m_solved.cell().prefix() + (cell.problem().isEmpty() ? sentence(cell.run().orElseThrow())
            : cell.problem()));
        return row.toArray();
    }

    private double time(final double t) {
        return t / m_units.rateFactor();
    }

    private static BoxSample first(final QkeRun run) {
        return run.samples().get(0);
    }

    private static BoxSample last(final QkeRun run) {
        return run.samples().get(run.samples().size() - 1);
    }

    /** The number of electron flavor of a species at the end over that at the start; NaN without any at the start. */
    private static double survival(final QkeRun run, final Species species) {
        return electrons(last(run).mean(), species) / electrons(first(run).mean(), species);
    }

    private static double electrons(final FlavorState state, final Species species) {
        double sum = 0;
        for (int i = 0; i < state.size(); i++) {
            sum += state.modes().species(i) == species
                ? state.modes().weight(i) * (state.trace(i) + state.pz(i)) / 2 : 0;
        }
        return sum;
    }

    /** Sum w |mean P| at the end over that at the start. */
    private static double meanLength(final QkeRun run) {
        return lengths(last(run).mean()) / lengths(first(run).mean());
    }

    private static double lengths(final FlavorState state) {
        double sum = 0;
        for (int i = 0; i < state.size(); i++) {
            sum += state.modes().weight(i) * state.length(i);
        }
        return sum;
    }

    /** The smaller side of the crossing at the end over that at the start; NaN without a crossing at the start. */
    private static double crossingLeft(final QkeRun run) {
        final double start = smallerSide(first(run).mean());
        return start > ROUNDING * lengths(first(run).mean()) ? smallerSide(last(run).mean()) / start : Double.NaN;
    }

    private static double smallerSide(final FlavorState state) {
        final LeptonDirections directions = LeptonDirections.of(state);
        return Math.min(directions.positive(), directions.negative());
    }

    /** How well something is kept, a relative error. */
    static String kept(final String what, final double error) {
        return what + " kept to " + (error < ROUNDING_OF_SUMS ? "rounding" : CellLoop.brief(error));
    }

    private String sentence(final QkeRun run) {
        final List<String> parts = new ArrayList<>();
        parts.add("at t = " + CellLoop.brief(time(last(run).time())) + m_units.timeUnit() + " " + changes(run));
        final List<String> kept = new ArrayList<>();
        if (!Double.isNaN(run.leptonError())) {
            kept.add(kept("lepton number", run.leptonError()));
        }
        if (!Double.isNaN(run.lengthError())) {
            kept.add(kept("lengths", run.lengthError()));
        }
        if (!kept.isEmpty()) {
            parts.add(String.join(", ", kept));
        }
        if (last(run).tail() > COARSE) {
            parts.add(CellLoop.brief(100 * last(run).tail())
                + " % of the waves are at the smallest scales: use more points");
        }
        run.echo().ifPresent(echo -> parts.add(returned(echo)));
        run.sensitivity().ifPresent(sensitivity -> parts.add(certainty(sensitivity, m_units)));
        return String.join("; ", parts);
    }

    /** What the evolution changed, without what conservation fixes. */
    private static String changes(final QkeRun run) {
        final List<String> changes = new ArrayList<>();
        final double length = meanLength(run);
        if (Double.isNaN(length)) {
            return "nothing is polarized";
        }
        changes.add("the mean |P| is " + CellLoop.brief(length) + " of its start");
        final double crossing = crossingLeft(run);
        if (!Double.isNaN(crossing)) {
            changes.add(CellLoop.brief(crossing) + " of the crossing is left");
        }
        final FlavorState start = first(run).mean();
        final boolean both = isThere(start, Species.NU) && isThere(start, Species.NUBAR);
        if (both || !run.flavorConserved()) {
            final Species species = electrons(start, Species.NU) > 0 ? Species.NU : Species.NUBAR;
            Optional.of(survival(run, species)).filter(Double::isFinite)
                .ifPresent(s -> changes.add("the " + species.label() + "_e are " + CellLoop.brief(s)
                    + " of their initial number"));
        }
        return String.join(", ", changes);
    }

    private static boolean isThere(final FlavorState state, final Species species) {
        for (int i = 0; i < state.size(); i++) {
            if (state.modes().species(i) == species && state.modes().weight(i) * state.trace(i) > 0) {
                return true;
            }
        }
        return false;
    }

    /** What an echo says, for any number of flavors. */
    static String returned(final Echo.Return echo) {
        return "after the echo the field is " + CellLoop.brief(echo.end())
            + " of its length from the start, from which it was " + CellLoop.brief(echo.reversal()) + " away";
    }

    /** What a twin says about the digits of a run of any number of flavors. */
    static String certainty(final Sensitivity sensitivity, final StateUnits units) {
        final double reached = sensitivity.interval() * (sensitivity.differences().size() - 1) / units.rateFactor();
        if (!sensitivity.complete()) {
            return "not checked for chaos beyond t = " + CellLoop.brief(reached) + units.timeUnit()
                + ", where the twin took too much work: set it to on";
        }
        final int digits = sensitivity.digits().orElseThrow();
        final String twin = "a twin with slightly larger errors differs by up to "
            + CellLoop.brief(sensitivity.meanDifference());
        return digits == 0 ? "chaos: " + twin + ", growing at "
            + CellLoop.brief(sensitivity.lyapunov() * units.rateFactor()) + units.rateUnit()
            + ", so the values carry no digit and only averages over many boxes mean something"
            : twin + ", so the values carry " + digits + (digits == 1 ? " digit" : " digits");
    }
}
