package org.flavorwaves.knime.nodes.comparison;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;

import org.flavorwaves.knime.nodes.CellLoop;
import org.flavorwaves.knime.nodes.NodeRun;
import org.flavorwaves.knime.nodes.comparison.CompareEvolutionsParameters.Cells;
import org.flavorwaves.knime.nodes.comparison.Evolution.Moments;
import org.flavorwaves.knime.table.ColumnTexts;
import org.flavorwaves.knime.table.Messages;
import org.flavorwaves.knime.table.ResultTable;
import org.flavorwaves.knime.table.StateUnits;
import org.flavorwaves.knime.table.TableColumns;
import org.flavorwaves.knime.table.WeightUnit;
import org.flavorwaves.knime.view.FigurePort;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node Compare Evolutions: error and cost of a theory beside those of a resolved run. */
public final class CompareEvolutionsNodeFactory extends DefaultNodeFactory {
    private static final String WALL_TIME = "wall_time";

    /** Shortest time that a clock tells, s. */
    private static final double SHORTEST = 1e-9;

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Compare Evolutions") //
        .icon("../../../../../icons/compare-evolutions.png") //
        .shortDescription("Tells how much faster a theory is than a resolved run, and at which errors.")
        .fullDescription("""
            <p>Three evolutions of one state are compared: a reference, a resolved run of lower cost, and a theory. \
            The error of an evolution is the root mean square over modes and times of the difference of \
            P<sub>z</sub> from the reference, in units of the root mean square change of the reference itself since \
            the first output. The speed-up is the ratio of the wall times in the summaries; it is one at equal \
            accuracy where both errors are about equal, so choose the cost of the resolved run such that they are.\
            </p>
            <p>Resolved boxes that differ in nothing but random numbers scatter, and theories are about their mean. If \
            the cells of the evolutions are the members of an ensemble, their means are compared, and the summary \
            gives the scatter of a member and the uncertainty of the mean of the reference, below which an error means \
            nothing. The wall time is then the median over the members, so that the first ones, in which Java still \
            compiles the code, do not count.</p>""") //
        .sinceVersion(5, 9, 0) //
        .dynamicPorts(FigurePort.behind(p -> p //
            .addInputTable("Reference", """
                One row a time and mode: [cell], t, [mode], and Pz or f_e and f_x. Without the column mode, as in the \
                states of Miscidynamic Transport, the rows of a time are the modes in order.""")
            .addInputTable("Resolved evolution", "The same columns, times and modes.")
            .addInputTable("Resolved summary", "The column wall_time in s, one row a cell.")
            .addInputTable("Theory evolution", "The same columns, times and modes.")
            .addInputTable("Theory summary", "The column wall_time in s, one row a cell.")
            .addOutputTable("Errors", ColumnTexts.port("One row a time.", "t",
                "change [1]: Root mean square change of Pz of the reference since its first output.",
                "error_resolved [1]: Root mean square difference of Pz of the resolved run from the reference.",
                "error_theory [1]: Root mean square difference of Pz of the theory from the reference.",
                "scatter [1]: Root mean square deviation of Pz of a member from the mean of the reference; missing "
                    + "without an ensemble.",
                "mean_error [1]: Standard error of the mean of the reference; missing without an ensemble."))
            .addOutputTable("Summary", ColumnTexts.port("One row.", "error_resolved", "error_theory", "members",
                "scatter", "mean_error", "wall_time_resolved", "wall_time_theory", "speed_up", "result")))) //
        .model(m -> m //
            .parametersClass(CompareEvolutionsParameters.class) //
            .configure(FigurePort.configure(CompareEvolutionsNodeFactory::configure)) //
            .execute(FigurePort.execute(CompareEvolutionsNodeFactory::execute, CompareFigure::of))) //
        .addView(FigurePort.view(CompareFigure.TITLE, "comparison.html",
            "Error against cost, and errors over time.", CompareFigure::of)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("neutrino", "flavor", "kinetics", "speed", "accuracy", "comparison");

    /** Makes the node. */
    public CompareEvolutionsNodeFactory() {
        super(NODE);
    }

    /** Times are in the unit of the reference. */
    private static DataTableSpec errorsSpec(final DataTableSpec reference) {
        final String unit = reference.getColumnSpec("t").getProperties().getProperty(WeightUnit.PROPERTY, "");
        return new DataTableSpec(TableColumns.real("t", unit), TableColumns.real("change"),
            TableColumns.real("error_resolved"), TableColumns.real("error_theory"), TableColumns.real("scatter"),
            TableColumns.real("mean_error"));
    }

    private static DataTableSpec summarySpec() {
        return new DataTableSpec(StateUnits.NATURAL.columns("error_resolved, error_theory, members, scatter",
            "mean_error, wall_time_resolved, wall_time_theory, speed_up, result"));
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        Evolution.check(in.getInTableSpec(0));
        Evolution.check(in.getInTableSpec(1));
        TableColumns.number(in.getInTableSpec(2), WALL_TIME);
        Evolution.check(in.getInTableSpec(3));
        TableColumns.number(in.getInTableSpec(4), WALL_TIME);
        out.setOutSpecs(errorsSpec(in.getInTableSpec(0)), summarySpec());
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final CompareEvolutionsParameters parameters = in.getParameters();
        NodeRun.execute(in, out, (progress, warnings) -> {
            final boolean ensemble = parameters.m_cells == Cells.MEMBERS;
            final Evolution reference = read(in, 0, "reference", ensemble);
            final Evolution resolved = read(in, 1, "resolved evolution", ensemble);
            final Evolution theory = read(in, 3, "theory evolution", ensemble);
            final ResultTable errors = new ResultTable(in.getExecutionContext(),
                errorsSpec(in.getInTable(0).getDataTableSpec()));
            final double[] sums = new double[4];
            for (final double t : reference.pz().tailMap(parameters.m_firstTime, true).keySet()) {
                progress.report(t / reference.pz().lastKey(), "comparing");
                final Map<String, Moments> now = reference.at(t);
                final double[] squares = {Evolution.meanSquare(now, reference.pz().firstEntry().getValue()),
                    Evolution.meanSquare(resolved.at(t), now), Evolution.meanSquare(theory.at(t), now),
                    Evolution.variance(now)};
                errors.add(Optional.empty(), t, Math.sqrt(squares[0]), Math.sqrt(squares[1]), Math.sqrt(squares[2]),
                    Math.sqrt(squares[3]), Math.sqrt(squares[3] / reference.members()));
                for (int s = 0; s < sums.length; s++) {
                    sums[s] += squares[s];
                }
            }
            if (sums[0] == 0) {
                throw Messages.failure("The reference does not change from the first output on, so errors have no"
                    + " unit.", "Choose an earlier first time or another state.");
            }
            final double[] relative = Arrays.stream(sums).map(sum -> Math.sqrt(sum / sums[0])).toArray();
            final ResultTable summary = new ResultTable(in.getExecutionContext(), summarySpec());
            final double timeResolved = wallTime(in.getInTable(2), 2, ensemble);
            final double timeTheory = wallTime(in.getInTable(4), 4, ensemble);
            summary.add(Optional.empty(), relative[1], relative[2], reference.members(), relative[3],
                relative[3] / Math.sqrt(reference.members()), timeResolved, timeTheory, timeResolved / timeTheory,
                sentence(parameters.m_theory, relative, reference.members(), timeResolved, timeTheory));
            final BufferedDataTable[] results = {errors.close(), summary.close()};
            out.setOutData(results);
            out.setInternalData(results);
        });
    }

    private static String sentence(final String theory, final double[] relative, final int members,
        final double timeResolved, final double timeTheory) {
        final String cost = theory + " is " + ratio(timeResolved, timeTheory) + " than the resolved run: "
            + CellLoop.brief(timeTheory) + " s against " + CellLoop.brief(timeResolved) + " s"
            + (members > 1 ? " a member" : "") + ", with an error of " + percent(relative[2]) + " against "
            + percent(relative[1]) + " of the change of the reference";
        return members == 1 ? cost : cost + "; the mean of its " + members + " members is uncertain by "
            + percent(relative[3] / Math.sqrt(members)) + ", a member scatters by " + percent(relative[3]);
    }

    private static Evolution read(final ExecuteInput in, final int port, final String name, final boolean ensemble)
        throws KNIMEException {
        try {
            final Evolution evolution = Evolution.read(in.getInTable(port), port, ensemble);
            if (evolution.pz().isEmpty()) {
                throw Messages.failure("The " + name + " has no rows.");
            }
            return evolution;
        } catch (final InvalidSettingsException e) {
            throw Messages.failure(e.getMessage());
        }
    }

    private static String ratio(final double timeResolved, final double timeTheory) {
        return timeResolved >= timeTheory ? CellLoop.brief(timeResolved / timeTheory) + " times faster"
            : CellLoop.brief(timeTheory / timeResolved) + " times slower";
    }

    private static String percent(final double share) {
        return CellLoop.brief(100 * share) + " %";
    }

    /** The sum over the cells, or the median over the members of an ensemble. */
    private static double wallTime(final BufferedDataTable table, final int port, final boolean ensemble)
        throws KNIMEException {
        final int column = NodeRun.settings(() -> TableColumns.number(table.getDataTableSpec(), WALL_TIME));
        final DoubleStream.Builder times = DoubleStream.builder();
        long index = 0;
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                times.add(TableColumns.finite(port, rows.next(), index++, column, WALL_TIME));
            }
        }
        final double[] sorted = times.build().sorted().toArray();
        if (sorted.length == 0) {
            throw Messages.failure("The summary at input port " + (port + 1) + " has no rows.");
        }
        final double time = ensemble ? (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2
            : Arrays.stream(sorted).sum();
        if (time < SHORTEST) {
            throw Messages.failure("The wall time at input port " + (port + 1) + " is " + time
                + " s; that of a run is at least " + SHORTEST + " s.", "Connect the summary of the run.");
        }
        return time;
    }
}
