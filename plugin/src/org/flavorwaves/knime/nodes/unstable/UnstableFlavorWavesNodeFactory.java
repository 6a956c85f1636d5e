package org.flavorwaves.knime.nodes.unstable;

import org.flavorwaves.knime.nodes.CellPipeline;
import org.flavorwaves.knime.nodes.FastestPair;
import org.flavorwaves.knime.nodes.FastestPair.Paired;
import org.flavorwaves.knime.nodes.NodeRun;
import org.flavorwaves.knime.nodes.ThreeFlavorParameters;
import org.flavorwaves.knime.table.ColumnTexts;
import org.flavorwaves.knime.table.StateLayout;
import org.flavorwaves.knime.table.StateTable;
import org.flavorwaves.knime.table.StateUnits;
import org.flavorwaves.knime.view.FigurePort;
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

/** The node Unstable Flavor Waves: all growing waves along a line of wave vectors, and the maxima of their growth. */
public final class UnstableFlavorWavesNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Unstable Flavor Waves") //
        .icon("../../../../../icons/unstable-flavor-waves.png") //
        .shortDescription("Finds all growing flavor waves of a state without the dense problem, and the fastest ones.")
        .fullDescription("""
            <p>Flavor waves of N modes act on each other only through twelve collective numbers. A wave of \
            frequency Ω and wave vector K exists where the determinant of 1 - K(Ω), a matrix of at most 12 by 12, \
            vanishes. This node finds every such Ω with Im Ω above the lowest growth rate: the argument principle \
            counts the zeros in a rectangle that provably contains them all, and a search ends only when as many \
            waves are found as were counted. A cell for which this fails is an error, never a shorter list. The \
            cost is proportional to the number of modes, where Flavor Wave Bands needs its third power.</p>
            <p>The wave numbers are the physical K, as in Flavor Wave Bands. The maxima of the growth are followed \
            from a grid with exact slopes, on the line or in a box of wave vectors around it. If waves of the line \
            grow faster outside the range, up to |K| = 2.5 Σ w|P| + 2|ω|, the result says so (not in a box or among \
            coherent three flavors).</p>
            <p>Three flavors without coherence are three gases of two, the pairs e-μ, e-τ and μ-τ. Where flavors are \
            coherent all pairs act together through 32 collective numbers, and the \
            matrix is up to 32 by 32: the same search, at some ten times the cost, with the mixing of all three. |P| \
            in the lowest growth rate is then the difference of the largest and the smallest eigenvalue of ρ.</p>
            <p>The kind says which terms a wave needs, found by switching them off: fast waves also grow without \
            vacuum oscillations and collisions (at half their rate or more), slow ones need vacuum oscillations, \
            collisional ones collisions: depolarization D or absorption κ, whose sum damps waves.</p>
            <p>Discretised beams have instabilities of their own that continuous distributions do not have. For \
            axially symmetric states the angular spectrum can be taken as continuous, so that spurious waves are told \
            from true ones; otherwise refine the angular grid until nothing changes.</p>""") //
        .sinceVersion(5, 9, 0) //
        .dynamicPorts(FigurePort.behind(p -> p //
            .addInputTable("State", """
                One row a momentum mode: [cell], species, (vx, vy, vz or mu), weight, P0, Px, Py, Pz, and optionally \
                omega or E, and D.""" + ThreeFlavorParameters.INPUT)
            .addOutputTable("Growing waves", ColumnTexts.port(
                "One row a cell, wave number and growing wave, fastest first.", "cell", "pair", "k", "kx, ky, kz",
                "omega_re",
                "omega_im", "kind: Fast, slow or collisional.", "residual", "branch", "sector", "v_group"))
            .addOutputTable("Maxima", ColumnTexts.port("One row a cell and maximum of the growth, fastest first.",
                "cell", "pair", "k", "kx, ky, kz", "omega_re", "omega_im", "kind: Fast, slow or collisional.",
                "residual",
                "participation", "sector", "v_group_x, v_group_y, v_group_z", "at_edge"))
            .addOutputTable("Summary", ColumnTexts.port("One row a cell.", "cell", "pair", "modes", "k_count",
                "structure",
                "direction_x, direction_y, direction_z", "lepton_number", "growth_floor", "growth", "k_fastest",
                "k_fastest_relative", "omega_re_fastest", "kind: Fast, slow or collisional.", "at_edge", "waves",
                "maxima", "max_residual",
                "complete: Whether all waves that the argument principle counts were found.", "evaluations",
                "climb_steps", "wall_time", "result")))) //
        .model(m -> m //
            .parametersClass(UnstableFlavorWavesParameters.class) //
            .configure(FigurePort.configure(UnstableFlavorWavesNodeFactory::configure)) //
            .execute(FigurePort.execute(UnstableFlavorWavesNodeFactory::execute, UnstableFigure::of))) //
        .addView(FigurePort.view(UnstableFigure.TITLE, "growth.html",
            "Growth rate and frequency of all growing waves over the wave number, with the maxima. Where maxima "
                + "are looked for in a box, also a map of the growth along the line and across it.",
            UnstableFigure::of)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("neutrino", "flavor", "instability", "fast flavor", "slow", "collisional", "growth rate");

    /** Makes the node. */
    public UnstableFlavorWavesNodeFactory() {
        super(NODE);
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final UnstableFlavorWavesParameters parameters = in.getParameters();
        final DataTableSpec spec = in.getInTableSpec(0);
        final StateLayout layout = StateLayout.ofAnyFlavors(spec);
        final StateUnits units = StateUnits.of(spec, parameters.units());
        out.setOutSpecs(UnstableTables.wavesSpec(layout, units), UnstableTables.maximaSpec(layout, units),
            UnstableTables.summarySpec(layout, units));
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final UnstableFlavorWavesParameters parameters = in.getParameters();
        final BufferedDataTable table = in.getInTable(0);
        NodeRun.execute(in, out, (progress, warnings) -> {
            final StateTable state = CellPipeline.readAnyFlavors(table, parameters, progress.part(0, 0.05));
            final UnstableTables tables = new UnstableTables(in.getExecutionContext(), state.layout(), state.units());
            final UnstableTask task = new UnstableTask(parameters);
            final FastestPair<CellWaves> pairs = new FastestPair<>(parameters.m_pair, parameters.environment(),
                parameters.threeFlavorEnvironment(), task::solve, UnstableTask::growth).orTogether(task::solve);
            CellPipeline.<Paired<CellWaves>>of(table, state, "searching growing waves")
                .memory(task::peakBytes, cell -> cell.prefix() + "the waves of " + cell.size() + " modes at "
                    + parameters.waveVectorCount() + " wave vectors", "Use fewer wave vectors.",
                    "Give Java more memory (-Xmx).")
                .time(task::seconds)
                .failures(parameters.m_onFailure, UnstableFlavorWavesNodeFactory::problem,
                    "without a complete search", "Change the lowest growth rate or the range of wave numbers slightly.",
                    "Set \"On failure\" to missing values to go on with the other cells.")
                .run(progress.part(0.05, 1), warnings, pairs::solve, solved -> tables.add(Paired.unwrap(solved)));
            pairs.warning(state.units()).ifPresent(warnings::add);
            final BufferedDataTable[] results = tables.close();
            out.setOutData(results[0], results[1], results[2]);
            out.setInternalData(results);
        });
    }

    private static String problem(final Paired<CellWaves> waves) {
        return waves.value().solution().isPresent() ? "" : waves.value().problem();
    }
}
