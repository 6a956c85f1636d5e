package org.flavorwaves.knime.nodes.survey;

import java.util.List;
import java.util.stream.Stream;

import org.flavorwaves.knime.nodes.NodeRun;
import org.flavorwaves.knime.nodes.ThreeFlavorParameters;
import org.flavorwaves.knime.nodes.cost.Foresight;
import org.flavorwaves.knime.nodes.cost.Memory;
import org.flavorwaves.knime.table.ColumnTexts;
import org.flavorwaves.knime.table.Messages;
import org.flavorwaves.knime.table.PlaceColumns;
import org.flavorwaves.knime.table.StateLayout;
import org.flavorwaves.knime.table.StateUnits;
import org.flavorwaves.knime.table.moments.MomentsReader;
import org.flavorwaves.knime.table.moments.MomentsStream;
import org.flavorwaves.knime.table.stream.StateStream;
import org.flavorwaves.knime.view.FigurePort;
import org.flavorwaves.physics.linear.survey.StabilitySurvey;
import org.flavorwaves.physics.linear.survey.SurveyOptions;
import org.flavorwaves.physics.run.Progress;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
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

/** The node Stability Survey: whether each of very many cells is stable, and its fastest wave. */
public final class StabilitySurveyNodeFactory extends DefaultNodeFactory {

    /** Share of the progress for looking through the cells. */
    private static final double SPLIT_SHARE = 0.02;

    /** Time in s of a mode at one phase velocity, on one core. */
    private static final double SECONDS_A_VELOCITY = 2e-9;

    /** Time in s of a moment at one phase velocity, on one core. */
    private static final double SECONDS_A_MOMENT = 2e-6;

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Stability Survey") //
        .icon("../../../../../icons/stability-survey.png") //
        .shortDescription("Tells for each of very many cells whether it is stable, and which wave grows fastest.")
        .fullDescription("""
            <p>One row a cell: whether a flavor wave grows, its growth rate, frequency and wave vector, what kind \
            it is, and how deep the crossing of the lepton number is. The table is read cell by cell and never \
            held as a whole, so millions of cells need no more memory than a few hundred. Cells whose rows do not \
            follow each other are gathered up to 200,000 rows and refused beyond.</p>
            <p>Every column of the state counts. In a cell without vacuum frequencies (omega, or E with a mass \
            splitting) and damping (D, kappa), with all P along z, only the neutrino-neutrino term makes waves grow. \
            Such a cell is stable without any search if its lepton number has one sign in every direction. In the \
            others, the wave number of a wave is an eigenvalue of a 4 by 4 tensor that depends on its direction and \
            complex phase velocity alone; a map of all phase velocities finds the growing waves, and the fastest \
            ones are followed to the maxima of their growth. All other cells are searched as by Unstable Flavor \
            Waves, on a line or in a box of wave vectors, and at k = 0 down to a hundredth of the largest frequency \
            or rate. Their fastest wave is called fast if it grows without these terms, slow if it grows \
            without damping, else collisional.</p>
            <p>The modes are taken as beams, so the growth rates are those of Unstable Flavor Waves at the same \
            wave vectors. Of two mirrored waves (Ω, K) and (-Ω*, -K) the one against the flux is reported. In all \
            directions beams grow at arbitrarily long wave vectors, where three of them have one k·v: these are \
            searched as well, and the column search says where the growth still rises towards infinite ones.</p>
            <p>Three flavors without coherence are three gases of two, of which the fastest counts. A cell whose \
            flavors are coherent has the complete search for all three together, as Unstable Flavor Waves has it: \
            directions and crossing_depth are then those of the pair with the largest lepton number.</p>
            <p>A table of moments (columns n, fx, fy, fz) is surveyed without beams: each kind has the distribution of \
            maximum entropy, and the sums over beams are integrals that are exact down to the real axis, so there are \
            no instabilities of beams. This takes about a tenth of a millisecond a cell where all fluxes are on one \
            axis and a third of one elsewhere. It is the fast limit along the lepton-number flux; for vacuum \
            frequencies or all directions make modes by Moments to Distribution first. The rows of a cell must follow \
            each other. The result of the summary says that moments were surveyed.</p>
            <p>A cell that cannot be assessed is a row with missing values and the reason in the column status. It \
            does not stop the run, which fails only if no cell has a result.</p>
            <p>Discretised beams have instabilities of their own that continuous distributions do not have: weak \
            growth in a shallow crossing needs a fine angular grid.</p>""") //
        .sinceVersion(5, 9, 0) //
        .dynamicPorts(FigurePort.behind(p -> p //
            .addInputTable("State", """
                One row a momentum mode: cell, species, (vx, vy, vz or mu), weight, P0, \
                Px, Py, Pz, and optionally omega or E, and D. Or moments, one row a cell and kind of neutrino: cell, \
                species (nu_e, nubar_e, nu_x, nubar_x, each one kind, or nu_x_sum4 for the sum of four), [E], density \
                n in the unit of weights, and flux factor fx, fy, fz (F/n).""" + ThreeFlavorParameters.INPUT)
            .addOutputTable("Stability", ColumnTexts.port("One row a cell.", "cell", "pair", PlaceColumns.TEXT,
                "stable",
                "kind: Fast, slow or collisional.", "growth", "omega_re", "kx, ky, kz", "crossing_depth", "status",
                "polarization", "search"))
            .addOutputTable("Summary", ColumnTexts.port("One row.", "cells", "stable: Number of stable cells.",
                "unstable", "fast", "slow", "collisional", "failed", "uncertain", "growth", "fastest_cell",
                "cells_per_second", "wall_time", "result")))) //
        .model(m -> m //
            .parametersClass(StabilitySurveyParameters.class) //
            .configure(FigurePort.configure(StabilitySurveyNodeFactory::configure)) //
            .execute(FigurePort.execute(StabilitySurveyNodeFactory::execute, SurveyFigure::of))) //
        .addView(FigurePort.view(SurveyFigure.TITLE, "survey.html",
            "How many cells grow how fast, growth against the depth of the crossing, and a map of cells with x and y.",
            SurveyFigure::of)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("neutrino", "flavor", "instability", "fast flavor", "crossing", "growth rate", "survey", "cells");

    /** Makes the node. */
    public StabilitySurveyNodeFactory() {
        super(NODE);
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final StabilitySurveyParameters parameters = in.getParameters();
        final DataTableSpec spec = in.getInTableSpec(0);
        final StateUnits units = StateUnits.of(spec, parameters.units());
        out.setOutSpecs(SurveyTables.cellsSpec(columns(spec, parameters), units), SurveyTables.summarySpec(units));
    }

    /** The columns cell, pair, place and matter of a table whose columns are checked. */
    private static List<DataColumnSpec> columns(final DataTableSpec spec,
        final StabilitySurveyParameters parameters) throws InvalidSettingsException {
        final Stream<DataColumnSpec> leading;
        if (MomentsStream.reads(spec)) {
            final MomentsReader.Layout layout = MomentsReader.Layout.of(spec);
            parameters.requireMoments(layout.energy() >= 0);
            leading = layout.cell() < 0 ? Stream.empty() : Stream.of(spec.getColumnSpec(layout.cell()));
        } else {
            leading = Stream.of(StateLayout.ofAnyFlavors(spec).withPair());
        }
        return Stream.concat(leading, PlaceColumns.of(spec).specs().stream()).toList();
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final StabilitySurveyParameters parameters = in.getParameters();
        final BufferedDataTable table = in.getInTable(0);
        NodeRun.execute(in, out, (progress, warnings) -> {
            final DataTableSpec spec = table.getDataTableSpec();
            final boolean moments = MomentsStream.reads(spec);
            if (table.size() == 0) {
                throw Messages.failure("The " + (moments ? "table of moments has no rows; it needs one row a cell and "
                    + "kind of neutrino." : "state table has no rows; it needs one row a momentum mode."),
                    "Check the node that makes the table, or the filter before this node.");
            }
            final SurveyOptions options = parameters.options();
            Memory.require(options.bytes() * Runtime.getRuntime().availableProcessors(),
                () -> "Maps of " + options.resolution() + " phase velocities", "Choose a lower resolution.");
            Foresight.of((double) table.size() * options.resolution()
                * (moments ? SECONDS_A_MOMENT : SECONDS_A_VELOCITY), () -> "The survey of " + table.size()
                + (moments ? " moments at " : " modes at ") + options.resolution() + " phase velocities", progress,
                "reading cells");
            final long start = System.nanoTime();
            final List<DataColumnSpec> columns = NodeRun.settings(() -> columns(spec, parameters));
            final StateUnits units = NodeRun.settings(() -> StateUnits.of(spec, parameters.units()));
            final SurveyTables tables = new SurveyTables(in.getExecutionContext(), columns, units,
                moments ? "; moments closed by maximum entropy, without beams" : "");
            final Progress looking = progress.part(0, SPLIT_SHARE);
            final Progress work = progress.part(SPLIT_SHARE, 1);
            final StabilitySurvey survey = new StabilitySurvey(options);
            if (moments) {
                final MomentsReader.Layout layout = NodeRun.settings(() -> MomentsReader.Layout.of(spec));
                try (MomentsStream stream = new MomentsStream(table, layout, looking)) {
                    SurveyTask.run(new SurveyCells.Moments(stream, survey, parameters.environment(), units),
                        table.size(), tables, work);
                }
            } else {
                final StateLayout layout = NodeRun.settings(() -> StateLayout.ofAnyFlavors(spec));
                try (StateStream stream = new StateStream(table, layout, looking)) {
                    SurveyTask.run(layout.hasThreeFlavors()
                        ? new SurveyCells.Pairs(stream, survey, parameters.threeFlavorEnvironment(), units,
                            parameters.splittings(), parameters.m_pair)
                        : new SurveyCells.Modes(stream, survey, parameters.environment(), units,
                            parameters.deltaM2()), table.size(), tables, work);
                }
            }
            final BufferedDataTable[] results = tables.close((System.nanoTime() - start) * 1e-9);
            out.setOutData(results);
            out.setInternalData(results[0], results[1], table);
            tables.warning().ifPresent(warnings::add);
            tables.leftOut().ifPresent(warnings::add);
        });
    }
}
