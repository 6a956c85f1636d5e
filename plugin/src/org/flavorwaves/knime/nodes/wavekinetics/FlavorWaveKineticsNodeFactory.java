package org.flavorwaves.knime.nodes.wavekinetics;

import org.flavorwaves.knime.nodes.CellPipeline;
import org.flavorwaves.knime.nodes.NodeRun;
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

/** The node Flavor Wave Kinetics: waves of a periodic box, their interactions, and the viscosity they cause. */
public final class FlavorWaveKineticsNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Flavor Wave Kinetics") //
        .icon("../../../../../icons/flavor-wave-kinetics.png") //
        .shortDescription("Evolves flavor waves in a periodic box with the mixing equilibrium that they depolarize.")
        .fullDescription("""
            <p>Fluctuations in a periodic box are expanded in the flavor waves of the mixing equilibrium that carries \
            them (Johns &amp; Kost, equations 55-83): amplitudes Φ<sub>n,b</sub> of all 3N bands of the waves n = 1 \
            to the largest, dΦ<sub>n,b</sub>/dt = -iΩ<sub>n,b</sub> Φ<sub>n,b</sub> - i N<sub>n,b</sub>. In the \
            three-wave term N<sub>n,b</sub> all products are kept, as fields at the points of the box at the cost of \
            one QKE Box; or, in the secular approximation, those whose phase turns slowly, \
            |Re Ω<sub>n-m,j</sub> + Re Ω<sub>m,l</sub> - Re Ω<sub>n,b</sub>| ≤ Δ. Waves depolarize the \
            background by their viscosity, d|P<sub>i</sub>|/dt = -(γ<sub>i</sub> + D<sub>i</sub> + \
            κ<sub>i</sub>)|P<sub>i</sub>| + κ<sub>i</sub> P<sub>s,i</sub>·P<sub>i</sub>/|P<sub>i</sub>|, \
            which then goes to a new mixing equilibrium with new bands. A stable wave causes no viscosity.</p>
            <p>A state that is no mixing equilibrium is replaced by the one with its |P<sub>i</sub>|. The initial \
            waves take their share of |P<sub>i</sub>|². Three identities of the kinetic equation are monitored: \
            lepton number along an axis of symmetry, |P|² of background and waves of each mode, and viscosity by \
            growth rates; the evolution stops when one is violated beyond its bound.</p>
            <p>Growth ends where two bands meet. Waves that are projected on the new bands go through such points as \
            the kinetic equation does; amplitudes that follow their bands, as in the quasistatic approximation, do \
            not, and the second identity shows it. In a box with an infinite window the only approximation left is \
            that the average stays in mixing equilibrium.</p>""") //
        .sinceVersion(5, 9, 0) //
        .dynamicPorts(FigurePort.behind(p -> p //
            .addInputTable("State", """
                One row a momentum mode: [cell], species, (vx, vy, vz or mu), weight, P0, Px, Py, Pz, and optionally \
                omega or E, D, and kappa with P0_source, Px_source, Py_source, Pz_source: absorption and emission damp \
                waves as D does and drive |P| and P0 to the source.""")
            .addOutputTable("Background", ColumnTexts.port(
                "One row a cell, time and mode. Missing values after an evolution that ended early.", "cell", "t",
                "mode", "species", "vx, vy, vz", "P0", "Px, Py, Pz", "length", "gamma"))
            .addOutputTable("Actions", ColumnTexts.port(
                "One row a cell, time, wave and band, with the frequencies on the current background. Where bands "
                    + "meet, or would cost more than the evolution, a wave has one row without band: action is then "
                    + "its power, the sum of |P|² over modes.", "cell", "t",
                "n", "k [potential]: Wave number of the wave.", "band", "omega_re", "omega_im", "action", "phase",
                "intensity [1]: Of random phases: |A|² per unit of k, A with Σ w|ψ|² = 1; missing for waves of a box."))
            .addOutputTable("Triads", ColumnTexts.port(
                "The strongest three-wave products at the end: the driven wave n with its band, and both "
                    + "partners. Empty if all products are kept.", "cell", "n", "band", "first_n", "first_band",
                "second_n", "second_band", "mismatch", "coefficient_re, coefficient_im", "strength"))
            .addOutputTable("Summary", ColumnTexts.port("One row a cell.", "cell", "modes", "waves", "structure",
                "box_length", "t_end", "delta", "triads", "steps", "rejected", "backgrounds",
                "growth_start, growth_end", "least_length", "reversed", "lepton_drift", "length_drift",
                "viscosity_residual", "wave_torque, wave_driving", "wave_torque_share", "worst_overlap",
                "worst_condition", "complete", "wall_time", "method", "method_reason", "left_out", "left_out_growth",
                "result")))) //
        .model(m -> m //
            .parametersClass(FlavorWaveKineticsParameters.class) //
            .configure(FigurePort.configure(FlavorWaveKineticsNodeFactory::configure)) //
            .execute(FigurePort.execute(FlavorWaveKineticsNodeFactory::execute, KineticsFigure::of))) //
        .addView(FigurePort.view(KineticsFigure.TITLE, "kinetics.html",
            "Actions of the waves over time and wave number, and mean Pz by angle over time.",
            KineticsFigure::of)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("neutrino", "flavor", "kinetics", "turbulence", "viscosity", "three-wave", "triads", "saturation");

    /** Makes the node. */
    public FlavorWaveKineticsNodeFactory() {
        super(NODE);
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final FlavorWaveKineticsParameters parameters = in.getParameters();
        final DataTableSpec spec = in.getInTableSpec(0);
        out.setOutSpecs(KineticsTables.specs(StateLayout.of(spec), StateUnits.of(spec, parameters.units())));
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final FlavorWaveKineticsParameters parameters = in.getParameters();
        final BufferedDataTable table = in.getInTable(0);
        NodeRun.execute(in, out, (progress, warnings) -> {
            final StateTable state = CellPipeline.read(table, parameters, parameters.deltaM2(),
                progress.part(0, 0.02));
            final KineticsTables tables = new KineticsTables(in.getExecutionContext(), state.layout(), state.units());
            final KineticsTask task = new KineticsTask(parameters, state.units());
            CellPipeline.<CellKinetics>of(table, state, "evolving flavor waves")
                .memory(task::bytes, cell -> cell.prefix() + "the waves of " + cell.state().size() + " modes",
                    "Use fewer modes or waves.", "Give Java more memory (-Xmx).")
                .time(task::seconds)
                .failures(parameters.m_onFailure, CellKinetics::problem, "not evolved to the end",
                    "Lower the background step, widen the secular window, or shorten the duration.",
                    "Where a search for waves failed, change the length of the box slightly.",
                    "Set \"On failure\" to missing values to keep what was reached and go on.")
                .run(progress.part(0.02, 1), warnings, task::solve, tables::add);
            warnings.addAll(tables.warnings());
            final BufferedDataTable[] results = tables.close();
            out.setOutData(results);
            out.setInternalData(results[0], results[1], results[3]);
        });
    }
}
