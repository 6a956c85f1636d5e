package org.flavorwaves.knime.nodes.path;

import java.util.List;

import org.flavorwaves.knime.nodes.CellLoop;
import org.flavorwaves.knime.nodes.CellLoop.Solved;
import org.flavorwaves.knime.nodes.CellPipeline;
import org.flavorwaves.knime.nodes.NodeRun;
import org.flavorwaves.knime.nodes.OnFailure;
import org.flavorwaves.knime.nodes.RestingEquilibrium;
import org.flavorwaves.knime.nodes.ThreeFlavorParameters;
import org.flavorwaves.knime.table.ColumnTexts;
import org.flavorwaves.knime.table.LevelColumns;
import org.flavorwaves.knime.table.Messages;
import org.flavorwaves.knime.table.StateLayout;
import org.flavorwaves.knime.table.StateReader;
import org.flavorwaves.knime.table.StateTable;
import org.flavorwaves.knime.table.StateUnits;
import org.flavorwaves.knime.view.FigurePort;
import org.flavorwaves.physics.equilibrium.path.ParameterTrack;
import org.flavorwaves.physics.equilibrium.path.PathEnd;
import org.flavorwaves.physics.equilibrium.path.PathResult;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.threeflavor.equilibrium.ThreeFlavorPath;
import org.flavorwaves.physics.threeflavor.equilibrium.ThreeFlavorPathResult;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node Equilibrium Path: follows one mixing equilibrium while matter or self-interaction change slowly. */
public final class EquilibriumPathNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Equilibrium Path") //
        .icon("../../../../../icons/equilibrium-path.png") //
        .shortDescription("Follows a mixing equilibrium while matter or self-interaction change slowly.")
        .fullDescription("""
            <p>A slow change of the matter potential λ or of the self-interaction factor q carries a mixing \
            equilibrium along: the lengths |P<sub>i</sub>| and the alignments ε<sub>i</sub> stay, the directions \
            follow (Johns &amp; Kost, equations 12-16). This node finds the equilibrium of the input state at the \
            first point, as the node Mixing Equilibrium does, and follows it through λ, q or a list of both by its \
            arclength, at a cost that is linear in the number of modes.</p>
            <p>With changing λ this is the adiabatic matter effect (MSW). With q falling to 0 and no matter it is the \
            spectral split of Raffelt and Smirnov: the equilibrium stands still in a frame that rotates about the \
            mass axis B at the rate Ω, B·J<sup>0</sup> is conserved, and the spectrum ends split at a \
            frequency that follows from this conservation alone.</p>
            <p>At a fold the equilibrium ceases to exist and the slow motion ends in a jump; the path ends there \
            unless it is to continue round folds. Bifurcations, where other equilibria branch off, are reported; the \
            path goes straight on.</p>
            <p>Of three flavors the eigenvalues of every density matrix stay on their levels of H, through both \
            resonances of matter, H and L: places where two levels of a mode come nearest are events. Levels that \
            nothing mixes cross with what is on them.</p>
            <p>The path also ends where the Hamiltonian vector of a mode vanishes, which leaves its polarization \
            without a direction. This is an error that names the row.</p>""") //
        .sinceVersion(5, 9, 0) //
        .dynamicPorts(FigurePort.behind(p -> p //
            .addInputTable("State", """
                One row a momentum mode: [cell], species, (vx, vy, vz or mu), weight, P0, Px, Py, Pz, and optionally \
                omega or E.""" + ThreeFlavorParameters.INPUT)
            .addOutputTable("Path", ColumnTexts.port(
                "One row a point of the path that was reached, in the order of the curve.", "cell", "point", "sheet",
                "matterPotential", "selfInteraction", "J0x, J0y, J0z, J1x, J1y, J1z, J2x, J2y, J2z, J3x, J3y, J3z",
                "omega_corotating", "smallest_field", "smallest_mode", "omega_pivot", "B_J0", "negative_directions",
                LevelColumns.COLLECTIVE, "smallest_gap", "smallest_gap_mode", "misalignment", "relative_residual",
                "omega21_corotating, omega31_corotating"))
            .addOutputTable("Events", ColumnTexts.port(
                "One row a fold, bifurcation, zero field or spectral split, with the equilibrium there, or of three "
                    + "flavors a place where two levels of a mode come nearest.", "cell",
                "kind: Fold, bifurcation, zero field, spectral split or level crossing.", "sheet", "matterPotential",
                "selfInteraction", "J0x, J0y, J0z, J1x, J1y, J1z, J2x, J2y, J2z, J3x, J3y, J3z", "omega_corotating",
                "smallest_field", "smallest_mode", "matterPotential_uncertainty", "selfInteraction_uncertainty",
                "directions: Number of independent directions in which other equilibria branch off.", "frequency",
                "mode", "species", "level", "level_gap"))
            .addOutputTable("Modes", ColumnTexts.port(
                "All polarization vectors or density matrices at all points, if chosen; otherwise without rows.",
                "cell", "point", "sheet", "matterPotential", "selfInteraction", "mode", "species", "vx, vy, vz",
                "omega", "Px, Py, Pz", "omega21, omega31", "rho_ee, rho_mm, rho_tt",
                "rho_em_re, rho_em_im, rho_et_re, rho_et_im, rho_mt_re, rho_mt_im", "level1, level2, level3",
                "occupation1, occupation2, occupation3"))
            .addOutputTable("Final state", ColumnTexts.port(
                "The state at the end of the path (or at the fold). Rows and all other columns stay as they are.",
                ColumnTexts.ANY_FLAVORS, "Hx, Hy, Hz", "epsilon", "conversion", "sin2_2theta",
                "level1, level2, level3", "occupation1, occupation2, occupation3"))
            .addOutputTable("Summary", ColumnTexts.port("One row a cell.", "cell", "modes",
                "points: Number of points of the path.", "end", "co_rotating", "matterPotential", "selfInteraction",
                "omega_corotating", "folds", "fold_matterPotential", "fold_selfInteraction", "bifurcations",
                "converted_nu, converted_nubar", "split_conservation, split_state, split_pivot", "split_width",
                "split_spacing", "smallest_field", "relative_residual",
                "conservation_error [1]: Relative change of B·J0 along the path.", "level_crossings",
                "survival_nu, survival_nubar", "smallest_gap", "charge_error", "steps", "iterations",
                "complete: Whether the path of three flavors came to its end.", "wall_time", "result")))) //
        .model(m -> m //
            .parametersClass(EquilibriumPathParameters.class) //
            .configure(FigurePort.configure(EquilibriumPathNodeFactory::configure)) //
            .execute(FigurePort.execute(EquilibriumPathNodeFactory::execute, PathFigure::of))) //
        .addView(FigurePort.view(PathFigure.TITLE, "path.html",
            "Spectra before and after with the split, and the polarization along the path.",
            PathFigure::of)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("neutrino", "flavor", "equilibrium", "adiabatic", "MSW", "spectral split", "fold", "bifurcation",
            "co-rotating");

    /** Makes the node. */
    public EquilibriumPathNodeFactory() {
        super(NODE);
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final EquilibriumPathParameters parameters = in.getParameters();
        final DataTableSpec spec = in.getInTableSpec(0);
        final ParameterTrack track = parameters.track();
        if (StateLayout.ofAnyFlavors(spec).hasThreeFlavors()) {
            out.setOutSpecs(threeFlavors(spec, parameters, track).specs());
            return;
        }
        final PathOutcome outcome = outcome(spec, parameters);
        out.setOutSpecs(PathTables.pointsSpec(outcome.layout(), outcome.units()),
            PathTables.eventsSpec(outcome.layout(), outcome.units()),
            PathTables.modesSpec(outcome.layout(), outcome.units()), outcome.stateSpec(), outcome.summarySpec());
    }

    private static PathOutcome outcome(final DataTableSpec spec, final EquilibriumPathParameters parameters)
        throws InvalidSettingsException {
        return new PathOutcome(StateLayout.of(spec), StateUnits.of(spec, parameters.units()));
    }

    private static ThreeFlavorPathTables threeFlavors(final DataTableSpec spec,
        final EquilibriumPathParameters parameters, final ParameterTrack track) throws InvalidSettingsException {
        if (parameters.m_continueRoundFolds) {
            throw Messages.settings("Paths of three flavors end at folds.", "Set continueRoundFolds to false.");
        }
        return new ThreeFlavorPathTables(StateLayout.ofAnyFlavors(spec), StateUnits.of(spec, parameters.units()),
            track, parameters.m_outputModes, parameters.threeFlavorEnvironment());
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final EquilibriumPathParameters parameters = in.getParameters();
        final BufferedDataTable table = in.getInTable(0);
        NodeRun.execute(in, out, (progress, warnings) -> {
            final ParameterTrack track = NodeRun.settings(parameters::track);
            final StateTable state = CellPipeline.readAnyFlavors(table, parameters, progress.part(0, 0.1));
            final BufferedDataTable[] results = state.layout().hasThreeFlavors()
                ? threeFlavors(in, state, track, progress, warnings) : twoFlavors(in, state, track, progress, warnings);
            out.setOutData(results);
            out.setInternalData(results[0], results[1], results[3], results[4], table);
        });
    }

    private static BufferedDataTable[] threeFlavors(final ExecuteInput in, final StateTable state,
        final ParameterTrack track, final Progress progress, final List<String> warnings) throws KNIMEException {
        final EquilibriumPathParameters parameters = in.getParameters();
        final BufferedDataTable table = in.getInTable(0);
        final ThreeFlavorPathTables tables =
            NodeRun.settings(() -> threeFlavors(table.getDataTableSpec(), parameters, track));
        final ThreeFlavorPath path = new ThreeFlavorPath(parameters.options());
        final List<Solved<ThreeFlavorPathResult>> solved = CellPipeline
            .<ThreeFlavorPathResult>of(table, state, "following the equilibrium")
            .failures(parameters.m_onFailure, ThreeFlavorPathResult::stop, "not followed to the end",
                "Set \"On failure\" to missing values to keep the points before.")
            .solve(progress.part(0.1, 0.8), warnings, (cell, part) -> path.follow(cell.threeFlavors().orElseThrow(),
                parameters.threeFlavorEnvironment(), track, part));
        RestingEquilibrium.warning(solved.stream().mapToDouble(tables::chargeError).max().orElse(0))
            .ifPresent(warnings::add);
        return tables.write(in.getExecutionContext(), table, state, solved, progress.part(0.8, 1));
    }

    private static BufferedDataTable[] twoFlavors(final ExecuteInput in, final StateTable state,
        final ParameterTrack track, final Progress progress, final List<String> warnings) throws KNIMEException {
        final EquilibriumPathParameters parameters = in.getParameters();
        final BufferedDataTable table = in.getInTable(0);
        final PathOutcome outcome = new PathOutcome(state.layout(), state.units());
        final List<Solved<CellPath>> solved = CellLoop.solve(table, state.cells(), "following the equilibrium",
            progress.part(0.1, 0.8), (cell, part) -> CellPath.follow(cell.state(), track, parameters.options(), part));
        final List<Solved<CellPath>> failed = solved.stream().filter(s -> s.value().failed()).toList();
        if (!failed.isEmpty() && parameters.m_onFailure == OnFailure.FAIL) {
            throw failure(table, failed.get(0));
        }
        final ExecutionContext exec = in.getExecutionContext();
        final PathTables tables = new PathTables(exec, outcome.layout(), outcome.units(), parameters.m_outputModes);
        for (int c = 0; c < solved.size(); c++) {
            tables.add(solved.get(c), progress.part(0.8 + 0.1 * c / solved.size(),
                0.8 + 0.1 * (c + 1) / solved.size()));
        }
        warn(warnings, solved, failed);
        return new BufferedDataTable[]{tables.closePoints(), tables.closeEvents(), tables.closeModes(),
            outcome.writeState(exec, table, state, solved, progress.part(0.9, 1)), outcome.writeSummary(exec, solved)};
    }

    private static void warn(final List<String> warnings, final List<Solved<CellPath>> solved,
        final List<Solved<CellPath>> failed) {
        final List<Solved<CellPath>> folded =
            solved.stream().filter(s -> s.value().path().end() == PathEnd.FOLD).toList();
        if (!failed.isEmpty()) {
            warnings.add(CellLoop.warning(failed.stream().map(Solved::cell).toList(), solved.size(),
                "not followed to the end"));
        } else if (!folded.isEmpty()) {
            warnings.add(solved.size() == 1 ? folded.get(0).value().path().advice()
                : folded.size() + " of " + solved.size() + " paths end at a fold.");
        }
    }

    private static KNIMEException failure(final BufferedDataTable table, final Solved<CellPath> failed) {
        final PathResult path = failed.value().path();
        final String where = " at lambda = " + path.last().matterPotential() + ", q = "
            + path.last().selfInteraction();
        if (path.end() == PathEnd.ZERO_FIELD) {
            final int row = failed.cell().row(path.last().smallestMode());
            return Messages.row(failed.cell().prefix() + "the path stops" + where + ", where |H| of row '"
                + StateReader.keyOf(table, row) + "' vanishes (" + CellLoop.brief(path.last().smallestField())
                + "), which leaves its P without a direction.", row, -1, "End the path before.",
                "Choose a mixing angle or a matter potential that is not zero.",
                "Set \"On failure\" to missing values to keep the points before.");
        }
        return Messages.failure(failed.cell().prefix() + "no path" + (path.end() == PathEnd.STALLED
            ? " beyond the point" + where : "") + ": " + path.advice(), "Raise the tolerance or the maximum of steps.",
            "Set \"On failure\" to missing values to go on with the other cells.");
    }
}
