package org.flavorwaves.knime.nodes.flavomon;

import java.util.List;

import org.flavorwaves.knime.nodes.CellLoop;
import org.flavorwaves.knime.nodes.CellLoop.Solved;
import org.flavorwaves.knime.nodes.CellPipeline;
import org.flavorwaves.knime.nodes.FastestPair;
import org.flavorwaves.knime.nodes.FastestPair.Paired;
import org.flavorwaves.knime.nodes.NodeRun;
import org.flavorwaves.knime.nodes.OnFailure;
import org.flavorwaves.knime.nodes.PairChoice;
import org.flavorwaves.knime.nodes.cost.Foresight;
import org.flavorwaves.knime.nodes.cost.Memory;
import org.flavorwaves.knime.table.ColumnTexts;
import org.flavorwaves.knime.table.Messages;
import org.flavorwaves.knime.table.StateCell;
import org.flavorwaves.knime.table.StateLayout;
import org.flavorwaves.knime.table.StateTable;
import org.flavorwaves.knime.table.StateUnits;
import org.flavorwaves.knime.view.FigurePort;
import org.flavorwaves.physics.flavomon.FlavomonBranches.Failure;
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
            <p>The dispersion relation is one of the shifted frequency and wave number ω = Ω + D<sup>0</sup> + λ and \
            k = K + D, D the lepton-number density and flux; the table gives the physical Ω, K as omega and k and the \
            shifted ones in columns that say so. Modes stand for the sector P<sup>x</sup> + iP<sup>y</sup>; the other \
            one is its mirror, (Ω, K) → (-Ω*, -K).</p>
            <p>All polarization vectors must be along z. A Legendre series over v·k/|k| (spherical harmonics where the \
            state is not axially symmetric about the direction and its directions are a product grid on the sphere) \
            or straight lines between the directions make a continuous spectrum without the spurious instabilities of \
            beams. Beams as given have all their modes, but of more than 200 only those that grow faster than \
            Σ|G|/1000. All growing modes are counted by the argument principle. Branches continue below the real axis \
            as Landau-damped modes as far as the noise of the series allows; one counts only if it stays when the \
            order of the series changes by one. Damping of a mode is added to its frequency, ω + i(D + κ). Where the \
            state is axially symmetric about the direction, longitudinal and transverse modes are told apart; a \
            transverse mode stands for both polarizations.</p>
            <p>Branches are followed by continuity in k. Where two real branches merge, the growing one that begins \
            there continues the branch farther from the light cone, and the other one ends. Its complex-conjugate \
            partner is not listed.</p>""") //
        .sinceVersion(5, 9, 0) //
        .dynamicPorts(FigurePort.behind(p -> p //
            .addInputTable("State", """
                One row a momentum mode: [cell], species, (vx, vy, vz or mu), weight, P0, Px, Py, Pz, and optionally \
                omega or E, and D. Px and Py must be 0.""" + PairChoice.INPUT)
            .addOutputTable("Branches", ColumnTexts.port("One row a branch and wave number, and one for every wave "
                + "number without result.", "cell", "pair",
                "branch: Number of the branch, from 0; missing for a wave number without result.",
                "k", "omega_re", "omega_im", "k_shifted", "omega_shifted_re, omega_shifted_im", "Z",
                "e_t, e_x, e_y, e_z", "kind: real, unstable, Landau-damped (by resonance with neutrinos) or damped "
                + "(the medium has collisions).",
                "sector: Longitudinal, transverse (each row stands for both polarizations) or mixed.", "quantum",
                "light_cone: superluminal if |ω| ≥ |k| in the shifted frame, otherwise subluminal.", "v_group",
                "weak_growth", "reason: Why this wave number has no result; missing where it has."))
            .addOutputTable("Summary", ColumnTexts.port("One row a cell.", "cell", "pair", "modes",
                "symmetry: axial if the state is axially symmetric about the direction, otherwise general.",
                "angular_spectrum", "legendre_order: Highest order that carries information; -1 for other spectra.",
                "series_error [1]: Noise or truncation error of the series, relative to its largest term.",
                "lepton_number", "omega_shift", "k_shift", "branches: Number of branches.",
                "antiflavomons: Number of branches with real antiflavomons.",
                "failed: Number of wave numbers without result.", "growth", "k_fastest", "omega_re_fastest",
                "wall_time", "result"))
            .addOutputTable("Special points", ColumnTexts.port("Where branches change their nature.", "cell", "pair",
                "point: neutral (growth turns into Landau damping), light cone (a branch crosses it) or branch point "
                + "(two real branches merge).", "sector: Longitudinal, transverse or mixed.", "k", "omega_re",
                "k_shifted", "omega_shifted_re")))) //
        .model(m -> m //
            .parametersClass(FlavomonDispersionParameters.class) //
            .configure(FigurePort.configure(FlavomonDispersionNodeFactory::configure)) //
            .execute(FigurePort.execute(FlavomonDispersionNodeFactory::execute, FlavomonFigure::of))) //
        .addView(FigurePort.view(FlavomonFigure.TITLE, "flavomons.html",
            "Branches over the wave number with the light cone and Z as color, and growth rates.",
            FlavomonFigure::of)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("neutrino", "flavor", "flavomon", "dispersion relation", "Landau damping", "fast flavor");

    /** Makes the node. */
    public FlavomonDispersionNodeFactory() {
        super(NODE);
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final FlavomonDispersionParameters parameters = in.getParameters();
        final DataTableSpec spec = in.getInTableSpec(0);
        final StateLayout layout = StateLayout.ofAnyFlavors(spec);
        final StateUnits units = StateUnits.of(spec, parameters.units());
        out.setOutSpecs(FlavomonTables.branchesSpec(layout, units), FlavomonTables.summarySpec(layout, units),
            FlavomonTables.pointsSpec(layout, units));
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final FlavomonDispersionParameters parameters = in.getParameters();
        final BufferedDataTable table = in.getInTable(0);
        NodeRun.execute(in, out, (progress, warnings) -> {
            final StateTable state = CellPipeline.readAnyFlavors(table, parameters, progress.part(0, 0.05));
            final FlavomonTables tables = new FlavomonTables(in.getExecutionContext(), state.layout(), state.units());
            final FlavomonTask task = new FlavomonTask(parameters);
            final FastestPair<CellFlavomons> pairs = new FastestPair<>(parameters.m_pair, parameters.environment(),
                parameters.threeFlavorEnvironment(), task::solve, FlavomonTask::growth);
            for (final StateCell cell : state.cells()) {
                Memory.require(task.peakBytes(cell), () -> cell.prefix() + "the modes at "
                    + parameters.waveNumberCount() + " wave numbers", "Use fewer wave numbers.",
                    "Give Java more memory (-Xmx).");
            }
            final String message = Foresight.of(state.cells(), task::seconds, () -> "The search for the modes at "
                + parameters.waveNumberCount() + " wave numbers", progress, "tracing flavomons");
            int failures = 0;
            for (final Solved<Paired<CellFlavomons>> found : CellLoop.solve(table, state.cells(), message,
                progress.part(0.05, 1), pairs::solve)) {
                final Solved<CellFlavomons> solved = Paired.unwrap(found);
                failures += checked(solved, parameters);
                tables.add(solved);
            }
            final BufferedDataTable[] results = tables.close();
            out.setOutData(results);
            out.setInternalData(results[0], results[1]);
            if (failures > 0) {
                warnings.add(failures + (failures == 1 ? " wave number has" : " wave numbers have")
                    + " no result; the column 'reason' says why.");
            }
            pairs.warning(state.units()).ifPresent(warnings::add);
        });
    }

    /** The number of wave numbers without result, if the node goes on without them. */
    private static int checked(final Solved<CellFlavomons> solved, final FlavomonDispersionParameters parameters)
        throws KNIMEException {
        final List<Failure> failures = solved.value().result().failures();
        if (!failures.isEmpty() && parameters.m_onFailure == OnFailure.FAIL) {
            throw Messages.failure(solved.cell().prefix() + "no result at k = "
                + (failures.get(0).k() - solved.value().medium().waveNumberShift()) + ": " + failures.get(0).reason()
                + ".", "Change the range of wave numbers slightly.",
                "Set \"On failure\" to missing values to go on with the other wave numbers.");
        }
        return failures.size();
    }
}
