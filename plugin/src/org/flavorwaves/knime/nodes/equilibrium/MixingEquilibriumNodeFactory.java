package org.flavorwaves.knime.nodes.equilibrium;

import java.util.List;
import java.util.function.BiFunction;

import org.flavorwaves.knime.nodes.CellLoop;
import org.flavorwaves.knime.nodes.CellLoop.Solved;
import org.flavorwaves.knime.nodes.CellPipeline;
import org.flavorwaves.knime.nodes.NodeRun;
import org.flavorwaves.knime.nodes.RestingEquilibrium;
import org.flavorwaves.knime.nodes.ThreeFlavorParameters;
import org.flavorwaves.knime.table.ColumnTexts;
import org.flavorwaves.knime.table.LevelColumns;
import org.flavorwaves.knime.table.StateCell;
import org.flavorwaves.knime.table.StateLayout;
import org.flavorwaves.knime.table.StateReader;
import org.flavorwaves.knime.table.StateTable;
import org.flavorwaves.knime.table.StateUnits;
import org.flavorwaves.knime.view.FigurePort;
import org.flavorwaves.physics.equilibrium.EquilibriumResult;
import org.flavorwaves.physics.equilibrium.MixingEquilibrium;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.threeflavor.equilibrium.ThreeFlavorEquilibrium;
import org.flavorwaves.physics.threeflavor.equilibrium.ThreeFlavorEquilibriumResult;
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

/** The node Mixing Equilibrium: turns every polarization vector along its own Hamiltonian vector. */
public final class MixingEquilibriumNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Mixing Equilibrium") //
        .icon("../../../../../icons/mixing-equilibrium.png") //
        .shortDescription("Finds the mixing equilibrium of a state: every polarization vector along its Hamiltonian.")
        .fullDescription("""
            <p>In mixing equilibrium no polarization vector precesses: H<sub>i</sub> × P<sub>i</sub> = 0 for every \
            momentum mode, in the collective field that all modes make together (Johns &amp; Kost, equations 12-16). \
            This node keeps the lengths |P<sub>i</sub>| and the alignments ε<sub>i</sub> = sign(P<sub>i</sub>·\
            H<sub>i</sub>) of the input and solves the 12 equations for the collective numbers J by damped Newton \
            with the analytic Jacobian, at a cost that is linear in the number of modes.</p>
            <p>Where Newton from the input fails, solutions with the same alignments are collected by continuation \
            and by Newton from a fixed series of starts, and the one whose J is nearest to that of the input is \
            taken; the summary says which path led to it and how many others were seen. There need not be any: an \
            equilibrium ends where the H<sub>i</sub> of a mode vanishes, and the message then names the mode.</p>
            <p>Where matter is absent and the vacuum terms are along one axis while the state is not, the equilibrium \
            is sought in the co-rotating frame: H<sub>i</sub> becomes H<sub>i</sub> - Ω B with the unknown Ω, and the \
            component of J<sup>0</sup> along B is conserved. The alignments are those of P<sub>i</sub>·H<sub>i</sub> \
            there, too, unless the input nearly stands still in a rotating frame, so that it keeps its own.</p>
            <p>Of three flavors every density matrix commutes with its Hamiltonian. Its eigenvalues are kept, and each \
            stays on its level of H: this permutation, read off the input, takes the place of ε, and 32 equations \
            that of 12. Levels that nothing mixes keep their occupations where they cross. Without matter the frame \
            turns about the mass axes: H<sub>i</sub> becomes H<sub>i</sub> - U diag(0, Ω<sub>21</sub>, Ω<sub>31</sub>) \
            U<sup>†</sup> with two unknowns, and two lepton numbers of mass states are conserved.</p>
            <p>A state whose vectors are all along z, with mixing angle zero, is in mixing equilibrium already and \
            passes unchanged.</p>""") //
        .sinceVersion(5, 9, 0) //
        .dynamicPorts(FigurePort.behind(p -> p //
            .addInputTable("State", """
                One row a momentum mode: [cell], species, (vx, vy, vz or mu), weight, P0, Px, Py, Pz, and optionally \
                omega or E.""" + ThreeFlavorParameters.INPUT)
            .addOutputTable("Equilibrium", ColumnTexts.port(
                "The state with Px, Py, Pz, or the density matrix of three flavors, in equilibrium. Rows and all other "
                    + "columns stay as they are.", ColumnTexts.ANY_FLAVORS, "Hx, Hy, Hz", "epsilon",
                "level1, level2, level3", "occupation1, occupation2, occupation3"))
            .addOutputTable("Summary", ColumnTexts.port("One row a cell.", "cell", "iterations",
                "residual [potential]: Largest residual of the equations.", "omega_corotating", "path",
                "J0x, J0y, J0z, J1x, J1y, J1z, J2x, J2y, J2z, J3x, J3y, J3z", "modes", "relative_residual",
                "misalignment",
                LevelColumns.COLLECTIVE, "smallest_gap", "charge_error",
                "omega21_corotating, omega31_corotating", "converged",
                "other_solutions: Other equilibria with the same alignments that were seen, farther from the "
                    + "input; 0 also where Newton from the input led to the first one.", "wall_time", "result")))) //
        .model(m -> m //
            .parametersClass(MixingEquilibriumParameters.class) //
            .configure(FigurePort.configure(MixingEquilibriumNodeFactory::configure)) //
            .execute(FigurePort.execute(MixingEquilibriumNodeFactory::execute, EquilibriumFigure::of))) //
        .addView(FigurePort.view(EquilibriumFigure.TITLE, "equilibrium.html",
            "Directions of P and of H, and the length of H, of all modes.", EquilibriumFigure::of)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("neutrino", "flavor", "equilibrium", "MSW", "spectral split", "miscidynamics", "co-rotating");

    /** Makes the node. */
    public MixingEquilibriumNodeFactory() {
        super(NODE);
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final MixingEquilibriumParameters parameters = in.getParameters();
        final DataTableSpec spec = in.getInTableSpec(0);
        final StateLayout layout = StateLayout.ofAnyFlavors(spec);
        final StateUnits units = StateUnits.of(spec, parameters.units());
        if (layout.hasThreeFlavors()) {
            final ThreeFlavorEquilibriumTables tables =
                new ThreeFlavorEquilibriumTables(layout, units, parameters.threeFlavorEnvironment());
            out.setOutSpecs(tables.stateSpec(), tables.summarySpec());
        } else {
            final EquilibriumTables tables = new EquilibriumTables(layout, units);
            out.setOutSpecs(tables.stateSpec(), tables.summarySpec());
        }
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final MixingEquilibriumParameters parameters = in.getParameters();
        final BufferedDataTable table = in.getInTable(0);
        NodeRun.execute(in, out, (progress, warnings) -> {
            final StateTable state = CellPipeline.readAnyFlavors(table, parameters, progress.part(0, 0.1));
            final BufferedDataTable[] results = state.layout().hasThreeFlavors()
                ? threeFlavors(in, state, progress, warnings) : twoFlavors(in, state, progress, warnings);
            out.setOutData(results);
            out.setInternalData(results);
        });
    }

    private static BufferedDataTable[] twoFlavors(final ExecuteInput in, final StateTable state,
        final Progress progress, final List<String> warnings) throws KNIMEException {
        final MixingEquilibriumParameters parameters = in.getParameters();
        final BufferedDataTable table = in.getInTable(0);
        final EquilibriumTables tables = new EquilibriumTables(state.layout(), state.units());
        final MixingEquilibrium solver = new MixingEquilibrium(parameters.options());
        final List<Solved<EquilibriumResult>> solved = pipeline(
            CellPipeline.<EquilibriumResult>of(table, state, "solving for the equilibrium"), parameters,
            (cell, result) -> problem(table, cell, result))
                .solve(progress.part(0.1, 0.9), warnings,
                    (cell, part) -> solver.solve(cell.state(), parameters.environment(), part));
        return new BufferedDataTable[]{
            tables.writeState(in.getExecutionContext(), table, state, solved, progress.part(0.9, 1)),
            tables.writeSummary(in.getExecutionContext(), solved)};
    }

    private static BufferedDataTable[] threeFlavors(final ExecuteInput in, final StateTable state,
        final Progress progress, final List<String> warnings) throws KNIMEException {
        final MixingEquilibriumParameters parameters = in.getParameters();
        final BufferedDataTable table = in.getInTable(0);
        final ThreeFlavorEquilibriumTables tables = new ThreeFlavorEquilibriumTables(state.layout(),
            state.units(), parameters.threeFlavorEnvironment());
        final ThreeFlavorEquilibrium solver = new ThreeFlavorEquilibrium(parameters.options());
        final List<Solved<ThreeFlavorEquilibriumResult>> solved = pipeline(
            CellPipeline.<ThreeFlavorEquilibriumResult>of(table, state, "solving for the equilibrium"), parameters,
            (cell, result) -> result.work().advice())
                .solve(progress.part(0.1, 0.9), warnings, (cell, part) -> solver
                    .solve(cell.threeFlavors().orElseThrow(), parameters.threeFlavorEnvironment(), part));
        RestingEquilibrium.warning(parameters.threeFlavorEnvironment().selfInteraction() == 0 ? 0
            : solved.stream().mapToDouble(s -> s.value().conservationError()).max().orElse(0)).ifPresent(warnings::add);
        return new BufferedDataTable[]{
            tables.writeState(in.getExecutionContext(), table, state, solved, progress.part(0.9, 1)),
            tables.writeSummary(in.getExecutionContext(), solved)};
    }

    private static <R> CellPipeline<R> pipeline(final CellPipeline<R> pipeline,
        final MixingEquilibriumParameters parameters, final BiFunction<StateCell, R, String> problem) {
        return pipeline.failures(parameters.m_onFailure, problem, "not in equilibrium to the tolerance",
            "Choose another branch.", "Raise the maximum number of iterations or the tolerance.",
            "Set \"On failure\" to missing values to go on with the other cells.");
    }

    private static String problem(final BufferedDataTable table, final StateCell cell,
        final EquilibriumResult result) {
        final String vanishing = result.vanishing() < 0 ? "" : "The Hamiltonian vector of row '"
            + StateReader.keyOf(table, cell.row(result.vanishing()))
                + "' vanishes where a continuation ends. ";
        return result.converged() ? "" : "no mixing equilibrium found: relative residual "
            + CellLoop.brief(result.relativeResidual()) + " after " + result.iterations() + " iterations. "
            + vanishing + result.advice();
    }
}
