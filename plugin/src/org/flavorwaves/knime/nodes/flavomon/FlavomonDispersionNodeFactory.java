package org.flavorwaves.knime.nodes.flavomon;

import org.flavorwaves.knime.nodes.CellLoop;
import org.flavorwaves.knime.nodes.CellLoop.Solved;
import org.flavorwaves.knime.nodes.NodeRun;
import org.flavorwaves.knime.table.StateLayout;
import org.flavorwaves.knime.table.StateReader;
import org.flavorwaves.knime.table.StateTable;
import org.flavorwaves.knime.table.StateUnits;
import org.flavorwaves.knime.view.DispersionData;
import org.flavorwaves.knime.view.ViewPage;
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

/** The node Flavomon Dispersion: real, unstable and Landau-damped branches of the dielectric tensor. */
public final class FlavomonDispersionNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Flavomon Dispersion") //
        .icon("../../../../../icons/flavomon-dispersion.png") //
        .shortDescription("Finds the branches of quantized flavor waves: real, unstable and Landau-damped, with Z.")
        .fullDescription("""
            <p>In a medium without flavor coherence, flavor waves obey ε<sup>mn</sup> e<sub>n</sub> = 0 with the \
            dielectric tensor ε<sup>mn</sup> = g<sup>mn</sup> - Σ<sub>i</sub> w<sub>i</sub> g<sub>i</sub> \
            V<sub>i</sub><sup>m</sup> V<sub>i</sub><sup>n</sup>/(ω - k·v<sub>i</sub> + i0) (Fiorillo &amp; Raffelt, \
            equations 1-13 and S18-S61). Their quanta are flavomons (Z &gt; 0), which carry one unit of x-number and \
            minus one unit of electron number, or antiflavomons (Z &lt; 0).</p>
            <p>Frequencies and wave numbers are the shifted ones, ω = Ω + D<sup>0</sup> + λ and k = K + D; the table \
            gives both. Modes stand for the sector P<sup>x</sup> + iP<sup>y</sup>; the other one is its mirror, \
            (Ω, K) → (-Ω*, -K).</p>
            <p>All polarization vectors must be along z. A continuous spectrum is made from the modes of the state \
            as a Legendre series over v·k/|k|; it has no spurious instabilities, and its branches continue below the \
            real axis as Landau-damped modes. At every wave number all modes are counted by the argument principle \
            before they are polished. Where the state is axially symmetric about the direction, longitudinal and \
            transverse modes are told apart; a transverse mode stands for both polarizations.</p>""") //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("State", """
                One row a momentum mode: [cell], species, (vx, vy, vz or mu), weight, P0, Px, Py, Pz, and optionally \
                omega or E, and D. Px and Py must be 0.""")
            .addOutputTable("Branches", """
                One row a branch and wave number: shifted k and ω, physical K and Ω (frequencies in s⁻¹ with CGS), Z \
                (units of the potentials; missing at the light cone and where branches merge), the real parts of the \
                polarization e (lower components, unit norm, largest component positive), kind (real, unstable, \
                Landau-damped or damped), sector, flavomon or antiflavomon, side of the light cone, group velocity, \
                and the golden-rule growth rate.""")
            .addOutputTable("Summary", """
                One row a cell: number of modes, symmetry, order of the Legendre series (-1 for beams), \
                lepton_number Σ|G|, shifts of frequency and wave number, number of branches and of branches with real \
                antiflavomons, the fastest growth among the wave numbers, wall time in s, and a sentence of result.""")
            .addOutputTable("Special points", """
                Where branches change their nature: neutral points (growth turns into Landau damping), crossings of \
                the light cone, and branch points (two real branches merge).""")) //
        .model(m -> m //
            .parametersClass(FlavomonDispersionParameters.class) //
            .configure(FlavomonDispersionNodeFactory::configure) //
            .execute(FlavomonDispersionNodeFactory::execute)) //
        .addView(v -> v //
            .withoutParameters() //
            .description("Growth rate and frequency of all branches over the wave number, by cell.") //
            .page(page -> page.fromString(ViewPage::dispersion).relativePath("dispersion.html")) //
            .initialData(d -> d.data(input -> DispersionData.of(input.getInternalTables()[0], "branch")))) //
        .nodeType(NodeType.Manipulator) //
        .keywords("neutrino", "flavor", "flavomon", "dispersion relation", "Landau damping", "fast flavor");

    /** Makes the node. */
    public FlavomonDispersionNodeFactory() {
        super(NODE);
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final FlavomonDispersionParameters parameters = in.getParameters();
        final DataTableSpec spec = in.getInTableSpec(0);
        final StateLayout layout = StateLayout.of(spec);
        final StateUnits units = StateUnits.of(spec, parameters.units());
        out.setOutSpecs(FlavomonTables.branchesSpec(layout, units), FlavomonTables.summarySpec(layout),
            FlavomonTables.pointsSpec(layout));
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final FlavomonDispersionParameters parameters = in.getParameters();
        final BufferedDataTable table = in.getInTable(0);
        NodeRun.execute(in, out, (progress, warnings) -> {
            final DataTableSpec spec = table.getDataTableSpec();
            final StateUnits units = NodeRun.settings(() -> StateUnits.of(spec, parameters.units()));
            final StateTable state = StateReader.read(table, NodeRun.settings(() -> StateLayout.of(spec)), units,
                parameters.deltaM2(), progress.part(0, 0.05));
            final FlavomonTables tables = new FlavomonTables(in.getExecutionContext(), state.layout(), units);
            final FlavomonTask task = new FlavomonTask(parameters);
            for (final Solved<CellFlavomons> solved : CellLoop.solve(table, state.cells(), "tracing flavomons",
                progress.part(0.05, 1), task::solve)) {
                tables.add(solved);
            }
            final BufferedDataTable[] results = tables.close();
            out.setOutData(results);
            out.setInternalData(results[0]);
        });
    }
}
