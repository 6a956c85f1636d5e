package org.flavorwaves.knime.nodes.flavomonequilibrium;

import java.util.List;

import org.flavorwaves.knime.nodes.CellLoop.Solved;
import org.flavorwaves.knime.nodes.CellPipeline;
import org.flavorwaves.knime.nodes.NodeRun;
import org.flavorwaves.knime.table.ColumnTexts;
import org.flavorwaves.knime.table.Messages;
import org.flavorwaves.knime.table.StateColumns;
import org.flavorwaves.knime.table.StateLayout;
import org.flavorwaves.knime.table.StateTable;
import org.flavorwaves.knime.table.StateUnits;
import org.flavorwaves.knime.table.TableColumns;
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

/** The node Flavomon Equilibrium: neutrinos and flavomons at one temperature. */
public final class FlavomonEquilibriumNodeFactory extends DefaultNodeFactory {
    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Flavomon Equilibrium") //
        .icon("../../../../../icons/flavomon-equilibrium.png") //
        .shortDescription("Finds the thermal equilibrium of neutrinos and flavomons that belongs to a state.")
        .fullDescription("""
            <p>In thermal equilibrium both flavors have Fermi-Dirac occupations of one temperature T, with the \
            chemical potentials μ<sub>e</sub> and μ<sub>x</sub> (of the opposite sign for antineutrinos). Emission \
            and absorption of flavomons then balance in every mode if each flavomon state holds \
            N = 1/(exp((μ<sub>e</sub> - μ<sub>x</sub>)/T) - 1) quanta, the same for every wave vector, because \
            refractive energies are nothing beside T (Fiorillo &amp; Raffelt, appendix E). For \
            μ<sub>e</sub> &lt; μ<sub>x</sub> that number would be negative: antiflavomons are in equilibrium \
            then.</p>
            <p>The node fits T, μ<sub>e</sub> and μ<sub>x</sub>, so that the thermal state has the electron and the \
            other lepton number and the kinetic energy of the input in the same modes, or takes given values. It \
            returns the thermal state, and how far the input is from it: the neutrinos out of place, the entropy to be \
            gained, and the balance of flavomons that its occupations leave in every mode.</p>
            <p>Equilibrium is consistent but not reached by flavomons alone: in an isotropic medium both longitudinal \
            branches are superluminal, so that no neutrino is in resonance with them and any N stays as it is; and \
            resonant processes keep f<sub>e</sub> + f<sub>x</sub> of every mode, so that energy spectra do not become \
            thermal by them. Flavor coherence of the input is not used.</p>
            <p>Every mode needs its energy, column E in MeV. A state whose occupations have no finite temperature, \
            such as completely filled modes, is refused.</p>""") //
        .sinceVersion(5, 9, 0) //
        .dynamicPorts(FigurePort.behind(p -> p //
            .addInputTable("State", """
                One row a momentum mode: [cell], species, E, (vx, vy, vz or mu), weight, P0, Px, Py, Pz.""")
            .addOutputTable("Thermal state", ColumnTexts.port(
                "The state with thermal P0 and Pz, no coherence, and new columns. All other columns stay.",
                ColumnTexts.TWO_FLAVORS, "f_e, f_x",
                "imbalance [1]: Emission less absorption of flavomons that the occupations of the input leave at the "
                    + "thermal N, f_x (1 - f_e)(1 + N) - f_e (1 - f_x) N, e and x exchanged for antineutrinos and for "
                    + "antiflavomons; positive where flavomons would grow, 0 in equilibrium."))
            .addOutputTable("Flavomons", ColumnTexts.port("One row a cell and branch of waves at shifted k = 0.",
                "cell", "polarization", "k_shifted", "omega_shifted_re", "Z", "quantum",
                "N [1]: Number of quanta in each state, the same for every wave vector.",
                "energy_share [1]: Energy of a quantum over T; missing in natural units."))
            .addOutputTable("Summary", ColumnTexts.port("One row a cell.", "cell", "modes", "temperature", "mu_e, mu_x",
                "quantum", "N [1]: Number of quanta in each state; missing for equal chemical potentials.",
                "lepton_density [weight]: Lepton number Σ w s Pz of the thermal state.",
                "lepton_continuum", "mean_energy", "anisotropy", "misplaced", "entropy_gain",
                "imbalance [1]: Mean size of the imbalance of the input, weighed by w.",
                "thermal_imbalance", "resonant_rate", "fit_error", "iterations", "wall_time", "result")))) //
        .model(m -> m //
            .parametersClass(FlavomonEquilibriumParameters.class) //
            .configure(FigurePort.configure(FlavomonEquilibriumNodeFactory::configure)) //
            .execute(FigurePort.execute(FlavomonEquilibriumNodeFactory::execute, EquilibriumFigure::of))) //
        .addView(FigurePort.view(EquilibriumFigure.TITLE, "flavomon-equilibrium.html",
            "Thermal occupations and the imbalance of flavomons over energy, by cell.",
            EquilibriumFigure::of)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("neutrino", "flavor", "flavomon", "thermal equilibrium", "Fermi-Dirac", "Bose-Einstein");

    /** Makes the node. */
    public FlavomonEquilibriumNodeFactory() {
        super(NODE);
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final FlavomonEquilibriumParameters parameters = in.getParameters();
        final DataTableSpec spec = in.getInTableSpec(0);
        final StateLayout layout = StateLayout.of(spec);
        energy(spec);
        out.setOutSpecs(FlavomonEquilibriumTables.specs(layout, StateUnits.of(spec, parameters.units())));
    }

    private static int energy(final DataTableSpec spec) throws InvalidSettingsException {
        if (!spec.containsName(StateColumns.ENERGY)) {
            throw Messages.settings("Column 'E' (double) is missing: thermal occupations need the energy of every mode"
                + " in MeV; found: " + String.join(", ", spec.getColumnNames()) + ".",
                "Make the state with energies: in Distribution Generator a family with an angular density, as"
                    + " HALF_GAUSSIAN, with the energies FERMI_DIRAC (setting \"spectrum\").",
                "Add the column 'E' to a state that was read.");
        }
        return TableColumns.number(spec, StateColumns.ENERGY);
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final FlavomonEquilibriumParameters parameters = in.getParameters();
        final BufferedDataTable table = in.getInTable(0);
        NodeRun.execute(in, out, (progress, warnings) -> {
            final int column = NodeRun.settings(() -> energy(table.getDataTableSpec()));
            final StateTable state = CellPipeline.read(table, parameters, 0, progress.part(0, 0.2));
            final FlavomonEquilibriumTask task =
                new FlavomonEquilibriumTask(parameters, table, column, progress.part(0.2, 0.3));
            final List<Solved<CellEquilibrium>> solved = CellPipeline
                .<CellEquilibrium>of(table, state, "finding the equilibrium")
                .failures(parameters.m_onFailure, CellEquilibrium::problem, "without a thermal equilibrium",
                    "Give temperature and chemical potentials: set \"Equilibrium\" to given values.",
                    "Set \"On failure\" to missing values to go on with the other cells.")
                .solve(progress.part(0.3, 0.8), warnings, (cell, part) -> task.solve(cell));
            final BufferedDataTable[] results = new FlavomonEquilibriumTables(in.getExecutionContext(), state)
                .write(table, solved, progress.part(0.8, 1));
            out.setOutData(results);
            out.setInternalData(results[0], results[2]);
        });
    }
}
