package org.flavorwaves.knime.nodes.temperature;

import java.util.List;

import org.flavorwaves.knime.nodes.CellLoop;
import org.flavorwaves.knime.nodes.CellLoop.Solved;
import org.flavorwaves.knime.nodes.NodeRun;
import org.flavorwaves.knime.nodes.OnFailure;
import org.flavorwaves.knime.nodes.cost.Foresight;
import org.flavorwaves.knime.table.ColumnTexts;
import org.flavorwaves.knime.table.Messages;
import org.flavorwaves.knime.table.StateLayout;
import org.flavorwaves.knime.table.StateReader;
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

/** The node Flavor Temperature: thermal states, and how near a state is to one. */
public final class FlavorTemperatureNodeFactory extends DefaultNodeFactory {

    /** Time in s of a start for each mode, on one core. */
    private static final double SECONDS_A_START = 1e-6;

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Flavor Temperature") //
        .icon("../../../../../icons/flavor-temperature.png") //
        .shortDescription("Fits one flavor temperature to a state and finds all thermal states at it.")
        .fullDescription("""
            <p>Entropy at given polarization energy U is stationary when every polarization vector lies along its \
            Hamiltonian vector and its length obeys 2|P|/(|P|² + P0(2 - P0)) = tanh(βh), h = H·P/|P|, with -β for \
            antineutrinos; for small occupations |P| = P0 tanh(βh) (Johns &amp; Kost, equations 97-101). β &gt; 0 \
            means neutrinos along H.</p>
            <p>The node fits β to the input state in the state's own field, mode by mode, and says whether the state \
            is compatible with one flavor temperature. It then finds the self-consistent thermal states of the same \
            modes and P0 at the fitted β, at a given β, or at a given polarization energy. There can be several, as \
            in a magnet below its critical temperature. Where the state allows it the list is complete, otherwise it \
            is the result of a search from many starts; the summary says which.</p>
            <p>Branches are ordered by falling entropy. The preferred one has the largest entropy at given energy, or \
            the largest S + 2βU at given β; a branch is stable where the second variation has no growing direction. \
            Completely polarized modes would need an infinite β: they do not enter the fit, and a state made of them \
            alone has no flavor temperature, which is reported and not an error.</p>
            <p>Temperatures depend on the occupations and not only on densities: states made from moments or number \
            densities without energies carry a chosen largest occupation.</p>""") //
        .sinceVersion(5, 9, 0) //
        .dynamicPorts(FigurePort.behind(p -> p //
            .addInputTable("State", """
                One row a momentum mode: [cell], species, (vx, vy, vz or mu), weight, P0, Px, Py, Pz, and optionally \
                omega or E.""")
            .addOutputTable("Branches", ColumnTexts.port("One row a thermal state.", "cell",
                "branch: Number of the thermal state in its cell.", "beta", "entropy", "U", "massieu", "free_energy",
                "preferred", "stable_at_beta, stable_at_energy", "unstable_at_beta, unstable_at_energy", "neutral",
                "largest_mode", "dU_dbeta", "family", "J0x, J0y, J0z, J1x, J1y, J1z, J2x, J2y, J2z, J3x, J3y, J3z",
                "relative_residual"))
            .addOutputTable("Thermal states", ColumnTexts.port(
                "The input once a thermal state, with Px, Py, Pz of that state. Filter one branch before a node "
                    + "that reads states, or write the preferred ones only.", ColumnTexts.TWO_FLAVORS,
                "Hx, Hy, Hz", "epsilon",
                "branch: Number of the thermal state in its cell."))
            .addOutputTable("Fit by mode", ColumnTexts.port("The input state with the fit of one temperature.",
                ColumnTexts.TWO_FLAVORS, "h", "P",
                "P_thermal", "argument", "argument_thermal", "angle", "residual [1]: |P - P_thermal|."))
            .addOutputTable("Summary", ColumnTexts.port("One row a cell.", "cell", "modes", "beta_fit",
                "fit_residual", "compatible", "misalignment [1]: Misalignment of the state with H.", "worst_row",
                "opposed", "saturated", "entropy", "U", "branches", "scope", "beta_preferred", "entropy_preferred",
                "U_preferred", "starts", "iterations",
                "relative_residual [1]: Worst relative residual of a thermal state.",
                "unseen_share [1]: Share of starts that would lead to a thermal state not found, estimated from above "
                    + "by how often the others were met; 0 where there can be no other, missing for a given energy.",
                "wall_time", "result")))) //
        .model(m -> m //
            .parametersClass(FlavorTemperatureParameters.class) //
            .configure(FigurePort.configure(FlavorTemperatureNodeFactory::configure)) //
            .execute(FigurePort.execute(FlavorTemperatureNodeFactory::execute, TemperatureFigure::of))) //
        .addView(FigurePort.view(TemperatureFigure.TITLE, "temperature.html",
            "Entropy and β of the thermal states over their energy, and the fit of one temperature.",
            TemperatureFigure::of)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("neutrino", "flavor", "temperature", "thermodynamics", "entropy", "equilibrium", "Ising");

    /** Makes the node. */
    public FlavorTemperatureNodeFactory() {
        super(NODE);
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final FlavorTemperatureParameters parameters = in.getParameters();
        out.setOutSpecs(tables(in.getInTableSpec(0), parameters).specs());
    }

    private static TemperatureTables tables(final DataTableSpec spec, final FlavorTemperatureParameters parameters)
        throws InvalidSettingsException {
        return new TemperatureTables(StateLayout.of(spec), StateUnits.of(spec, parameters.units()), parameters);
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final FlavorTemperatureParameters parameters = in.getParameters();
        final BufferedDataTable table = in.getInTable(0);
        NodeRun.execute(in, out, (progress, warnings) -> {
            final TemperatureTables tables = NodeRun.settings(() -> tables(table.getDataTableSpec(), parameters));
            final StateTable state = StateReader.read(table, tables.layout(), tables.units(), parameters.deltaM2(),
                progress.part(0, 0.1));
            final double energyFactor = tables.units().energyFactor();
            final String message = Foresight.of(state.cells(), cell -> parameters.m_starts
                * (double) cell.state().size() * SECONDS_A_START, () -> "The search from " + parameters.m_starts
                    + " starts for each of " + state.cells().size() + " cells", progress, "searching thermal states");
            final List<Solved<CellTemperature>> solved = CellLoop.solve(table, state.cells(),
                message, progress.part(0.1, 0.9),
                (cell, part) -> CellTemperature.of(cell.state(), parameters, energyFactor, part));
            final List<Solved<CellTemperature>> failed = solved.stream().filter(s -> s.value().failed()).toList();
            if (!failed.isEmpty() && parameters.m_onFailure == OnFailure.FAIL) {
                throw Messages.failure(failed.get(0).cell().prefix() + "no thermal state found."
                    + tables.found(failed.get(0).value()), "Choose a β or an energy that the modes can reach.",
                    "Raise the number of starts, the maximum number of iterations or the tolerance.",
                    "Set \"On failure\" to missing values to go on with the other cells.");
            }
            final BufferedDataTable[] results =
                tables.write(in.getExecutionContext(), table, state, solved, progress.part(0.9, 1));
            out.setOutData(results);
            out.setInternalData(results[0], results[2], results[3]);
            if (!failed.isEmpty()) {
                warnings.add(CellLoop.warning(failed.stream().map(Solved::cell).toList(), solved.size(),
                    "without a thermal state"));
            }
        });
    }
}
