package org.flavorwaves.knime.nodes.flavorwaverelaxation;

import org.flavorwaves.knime.nodes.CellLoop;
import org.flavorwaves.knime.nodes.CellPipeline;
import org.flavorwaves.knime.nodes.NodeRun;
import org.flavorwaves.knime.table.ColumnTexts;
import org.flavorwaves.knime.table.Messages;
import org.flavorwaves.knime.table.StateLayout;
import org.flavorwaves.knime.table.StateTable;
import org.flavorwaves.knime.table.StateUnits;
import org.flavorwaves.knime.view.FigurePort;
import org.flavorwaves.physics.kinetics.relaxation.ThreeWaveResult;
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

/** The node Flavor Wave Relaxation. */
public final class FlavorWaveRelaxationNodeFactory extends DefaultNodeFactory {
    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Flavor Wave Relaxation") //
        .icon("../../../../../icons/flavor-wave-relaxation.png") //
        .shortDescription("Relaxes the actions of stable waves by three-wave processes towards equilibrium.") //
        .fullDescription("""
            <p>Stable waves of a mixing equilibrium carry actions n = κ|A|², whose sign is that of κ. Three of them \
            in resonance, Ω<sub>c</sub> = Ω<sub>a</sub> + Ω<sub>b</sub> and k<sub>c</sub> = k<sub>a</sub> + \
            k<sub>b</sub>, exchange actions, n<sub>a</sub> + n<sub>c</sub> and n<sub>b</sub> + n<sub>c</sub> being \
            constant (Manley and Rowe); with random phases dn<sub>c</sub>/dt = 2π Σ |U|² δ(Ω<sub>c</sub> - \
            Ω<sub>a</sub> - Ω<sub>b</sub>) |n<sub>a</sub>n<sub>b</sub>n<sub>c</sub>| (1/n<sub>c</sub> - \
            1/n<sub>a</sub> - 1/n<sub>b</sub>). Energy Σ Ω n and momentum Σ k n are conserved to rounding and the \
            entropy Σ ln |n| never falls. The fixed point is the Rayleigh-Jeans spectrum n = T/(Ω - u k) (Johns \
            &amp; Kost, section VI C).</p>
            <p>That spectrum exists only if the energies of all waves have one sign in a frame. Waves of large k may \
            have negative energy; then there is none, waves of both energies can grow together without bound, and \
            such a run stops. Along one axis resonances are few: waves without a resonant partner keep their \
            actions, so that the imbalance of the resonances tends to zero rather than the distance of all waves \
            from Rayleigh-Jeans.</p>
            <p>The input is a state in mixing equilibrium or near one, with polarization vectors that are not all \
            along one axis: transverse waves of an aligned state do not interact by threes. Waves run along \
            one direction, z by default; rings about z know no other. Unstable and damped bands, and the N bands of \
            |P| that stream freely, carry no action and are left out. Flavor Wave Spectrum fits the actions that come \
            out.</p>""") //
        .sinceVersion(5, 9, 0) //
        .dynamicPorts(FigurePort.behind(p -> p //
            .addInputTable("State", """
                One row a momentum mode: [cell], species, (vx, vy, vz or mu), weight, P0, Px, Py, Pz, and optionally \
                omega or E.""")
            .addOutputTable("Actions", ColumnTexts.port("One row a cell, time, wave number and band.", "cell", "t", "k",
                "band", "omega_re", "kappa [potential]: Signature κ of the band of unit norm; that of its action.",
                "action [1]: |κ||A|² per unit of k; in sums the first and the last wave number count half."))
            .addOutputTable("Balance", ColumnTexts.port("One row a cell and time.", "cell", "t",
                "E_waves [energy]: Σ Ω n.", "momentum", "entropy_waves", "imbalance [1]: Root mean square of "
                    + "(1/n_c - 1/n_a - 1/n_b)/(|1/n_c| + |1/n_a| + |1/n_b|) over all resonances; 0 in equilibrium, "
                    + "missing without resonances.",
                "T_rayleigh_jeans", "u_rayleigh_jeans", "distance_rayleigh_jeans",
                "negative_energies: Number of waves of negative energy, κ Ω < 0.", "equilibrium_possible"))
            .addOutputTable("Summary", ColumnTexts.port("One row a cell.", "cell", "modes", "bands", "bands_left_out",
                "waves: Number of waves.", "coupled_waves", "resonances: Number of resonances between wave numbers.",
                "k_max [potential]: Largest wave number.",
                "t_end", "steps", "rejected", "energy_drift, momentum_drift", "imbalance_start, imbalance_end",
                "distance_start, distance_end", "negative_energies: Number of waves of negative energy, κ Ω < 0.",
                "equilibrium_possible", "complete", "wall_time", "result")))) //
        .model(m -> m //
            .parametersClass(FlavorWaveRelaxationParameters.class) //
            .configure(FigurePort.configure(FlavorWaveRelaxationNodeFactory::configure)) //
            .execute(FigurePort.execute(FlavorWaveRelaxationNodeFactory::execute,
                RelaxationFigure::of))) //
        .addView(FigurePort.view(RelaxationFigure.TITLE, "relaxation.html",
            "Actions over time and wave number, and the distance from equilibrium over time.",
            RelaxationFigure::of)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("neutrino", "flavor", "three waves", "turbulence", "Rayleigh-Jeans", "action", "resonance");

    /** Makes the node. */
    public FlavorWaveRelaxationNodeFactory() {
        super(NODE);
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final FlavorWaveRelaxationParameters parameters = in.getParameters();
        final DataTableSpec spec = in.getInTableSpec(0);
        final StateLayout layout = StateLayout.of(spec);
        if (layout.hasRings() && (parameters.m_kDirX != 0 || parameters.m_kDirY != 0)) {
            throw Messages.settings("The state has rings about z (the column mu), whose velocities along another "
                + "direction are not known.", "Set kDirX and kDirY to 0.", "Use a state on the sphere (vx, vy, vz).");
        }
        out.setOutSpecs(FlavorWaveRelaxationTables.specs(layout, StateUnits.of(spec, parameters.units())));
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final FlavorWaveRelaxationParameters parameters = in.getParameters();
        final BufferedDataTable table = in.getInTable(0);
        NodeRun.execute(in, out, (progress, warnings) -> {
            final StateTable state = CellPipeline.read(table, parameters, parameters.deltaM2(),
                progress.part(0, 0.1));
            final FlavorWaveRelaxationTables tables =
                new FlavorWaveRelaxationTables(in.getExecutionContext(), state.layout(), state.units());
            final FlavorWaveRelaxationTask task = new FlavorWaveRelaxationTask(parameters, state.units());
            CellPipeline.<CellRelaxation>of(table, state, "three-wave relaxation")
                .memory(task::bytes, cell -> cell.prefix() + "The bands of " + parameters.m_kCount + " wave numbers",
                    "Use a state of fewer modes, fewer wave numbers or outputs.")
                .time(task::seconds)
                .failures(parameters.m_onFailure, cell -> problem(cell, state.units()), "not evolved to the end",
                    "Shorten the duration or lower the largest wave number.",
                    "Set \"On failure\" to missing values to keep what was reached and go on.")
                .run(progress.part(0.1, 1), warnings, task::solve, tables::add);
            final BufferedDataTable[] results = tables.close();
            out.setOutData(results);
            out.setInternalData(results);
        });
    }

    /** Why a run did not finish; empty if it did. */
    private static String problem(final CellRelaxation cell, final StateUnits units) {
        final ThreeWaveResult result = cell.result();
        final String reached = CellLoop.brief(result.last().time() / units.rateFactor()) + units.timeUnit() + ".";
        return switch (result.outcome()) {
            case FINISHED -> "";
            case EXPLODED -> "waves of positive and of negative energy grow together without bound, up to t = "
                + reached;
            case STEPS_EXHAUSTED -> "the run needs more than " + (result.steps() + result.rejected())
                + " time steps; it reached t = " + reached;
        };
    }
}
