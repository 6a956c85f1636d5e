package org.flavorwaves.knime.nodes.entropy;

import java.util.List;

import org.flavorwaves.knime.nodes.CellLoop.Solved;
import org.flavorwaves.knime.nodes.CellPipeline;
import org.flavorwaves.knime.nodes.NodeRun;
import org.flavorwaves.knime.nodes.OnFailure;
import org.flavorwaves.knime.nodes.ThreeFlavorParameters;
import org.flavorwaves.knime.table.ColumnTexts;
import org.flavorwaves.knime.table.Messages;
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

/** The node Flavor Entropy: entropy, its production, and polarization energy. */
public final class FlavorEntropyNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Flavor Entropy") //
        .icon("../../../../../icons/flavor-entropy.png") //
        .shortDescription("Computes the entropy of every mode and cell, its production, and the polarization energy.")
        .fullDescription("""
            <p>The entropy of a momentum mode depends on its occupation trace P0 and polarization length |P| alone: \
            s = Σ -x ln x - (1 - x) ln(1 - x) over x = (P0 ± |P|)/2. A cell has S/V = Σ w s over neutrinos and \
            antineutrinos alike (Johns &amp; Kost, equations 91-94). Of three flavors (columns rho_ee, rho_mm, ...) x \
            are the three eigenvalues of the density matrix. Shortening |P| at fixed P0 raises it: \
            ds/d|P| = -artanh(2|P|/(|P|² + P0(2 - P0))), which is minus infinity for a pure mode.</p>
            <p>If the state has depolarization rates D, or viscosities γ in a column gamma, the production of entropy \
            by d|P|/dt = -(D + γ)|P| is given too. \
            The polarization energy U/V = ½ Σ w s (H<sub>ext</sub> + H<sub>νν</sub>/2)·P (equation 96) is conserved \
            by the homogeneous collisionless evolution.</p>
            <p>On request the entropy is compared with the largest that the same modes and P0 can have at the same \
            polarization energy, which is that of a thermal state (equations 97-100; node Flavor Temperature). It is \
            found by a search, and not where the energy is reached by completely polarized modes alone.</p>
            <p>Entropies depend on the occupations and not only on densities: states made from moments or number \
            densities without energies carry a chosen largest occupation.</p>""") //
        .sinceVersion(5, 9, 0) //
        .dynamicPorts(FigurePort.behind(p -> p //
            .addInputTable("State", """
                One row a momentum mode: [cell], species, (vx, vy, vz or mu), weight, P0, Px, Py, Pz, and optionally \
                omega or E, D, and gamma (units of the potentials like D, or s⁻¹ where the column says so).\
                """ + ThreeFlavorParameters.INPUT)
            .addOutputTable("State with entropy", ColumnTexts.port(
                "The state with the entropy of every mode, and with the entropy production if there is a column "
                    + "D or gamma. All other columns stay as they are.", ColumnTexts.ANY_FLAVORS,
                "entropy [1]: Entropy s of the mode, 0 to 2 ln 2, or to 3 ln 2 with three flavors.",
                "dS_dP", "entropy_production"))
            .addOutputTable("Summary", ColumnTexts.port(
                "One row a cell; entropy_production if there is a column D or gamma, entropy_maximum, "
                    + "entropy_deficit and beta_maximum if compared.", "cell", "modes", "entropy",
                "entropy_nu, entropy_nubar", "entropy_production", "U", "U_vacuum, U_matter, U_self",
                "entropy_maximum", "entropy_deficit", "beta_maximum", "wall_time", "result")))) //
        .model(m -> m //
            .parametersClass(FlavorEntropyParameters.class) //
            .configure(FigurePort.configure(FlavorEntropyNodeFactory::configure)) //
            .execute(FigurePort.execute(FlavorEntropyNodeFactory::execute, EntropyFigure::of))) //
        .addView(FigurePort.view(EntropyFigure.TITLE, "entropy.html",
            "Entropy, and its production where it is known, of all modes.", EntropyFigure::of)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("neutrino", "flavor", "entropy", "thermodynamics", "polarization energy");

    /** Makes the node. */
    public FlavorEntropyNodeFactory() {
        super(NODE);
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final FlavorEntropyParameters parameters = in.getParameters();
        final DataTableSpec spec = in.getInTableSpec(0);
        final EntropyTables tables = new EntropyTables(layout(spec, parameters),
            StateUnits.of(spec, parameters.units()), parameters.m_compareMaximum);
        out.setOutSpecs(tables.stateSpec(), tables.summarySpec());
    }

    private static StateLayout layout(final DataTableSpec spec, final FlavorEntropyParameters parameters)
        throws InvalidSettingsException {
        final StateLayout layout = StateLayout.ofAnyFlavors(spec);
        if (layout.hasThreeFlavors() && parameters.m_compareMaximum) {
            throw Messages.settings("The largest entropy at the same energy is known for two flavors only, and the "
                + "state has three.", "Set compareMaximum to false.");
        }
        return layout;
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final FlavorEntropyParameters parameters = in.getParameters();
        final BufferedDataTable table = in.getInTable(0);
        NodeRun.execute(in, out, (progress, warnings) -> {
            final StateTable state =
                CellPipeline.readAnyFlavors(table, parameters, progress.part(0, 0.2));
            NodeRun.settings(() -> layout(table.getDataTableSpec(), parameters));
            final DecayRates rates = DecayRates.read(table, state.layout(), progress.part(0.2, 0.3));
            final boolean compares = parameters.m_compareMaximum;
            final EntropyTables tables =
                NodeRun.settings(() -> new EntropyTables(state.layout(), state.units(), compares));
            final List<Solved<CellEntropy>> solved = CellPipeline
                .<CellEntropy>of(table, state, compares ? "searching the largest entropy" : "summing the entropy")
                .failures(OnFailure.MISSING_VALUES,
                    entropy -> compares && entropy.maximum().isEmpty() ? "no thermal state" : "",
                    "at an energy at which no thermal state was found")
                .solve(progress.part(0.3, 0.8), warnings,
                    (cell, part) -> CellEntropy.of(cell, rates.of(cell), parameters, part));
            final BufferedDataTable[] results =
                {tables.writeState(in.getExecutionContext(), table, state, solved, progress.part(0.8, 1)),
                    tables.writeSummary(in.getExecutionContext(), solved)};
            out.setOutData(results);
            out.setInternalData(results);
        });
    }
}
