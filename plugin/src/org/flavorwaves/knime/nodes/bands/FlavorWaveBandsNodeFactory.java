package org.flavorwaves.knime.nodes.bands;

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

/** The node Flavor Wave Bands: all 3N bands along a line of wave vectors. */
public final class FlavorWaveBandsNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Flavor Wave Bands") //
        .icon("../../../../../icons/flavor-wave-bands.png") //
        .shortDescription("Finds all flavor-wave bands of a state along a line of wave vectors, and the fastest wave.")
        .fullDescription("""
            <p>Small fluctuations P<sub>i,K</sub> exp(-iΩt + iK·r) of N polarization vectors obey a linear problem \
            of size 3N (Johns &amp; Kost, equations 45-51): Ω P<sub>i,K</sub> = (v<sub>i</sub>·K - iD<sub>i</sub>) \
            P<sub>i,K</sub> + i H<sub>i</sub> × P<sub>i,K</sub> + i H<sub>i,K</sub> × P<sub>i</sub>. Its eigenvalues \
            are the flavor-wave bands; a wave with Im Ω &gt; 0 grows. The state need not be an equilibrium and need \
            not be aligned with any axis.</p>
            <p>The exact block structure of the state is used: an aligned state of N modes costs N³ and not (3N)³, a \
            mixing equilibrium (2N)³. The wave numbers are the physical K, not the shifted ones of flavomons. Bands \
            are tracked along the line, so that a band number means one wave. The fastest wave of the summary is \
            refined between the wave numbers of the list; if waves grow faster outside, the result says so.</p>
            <p>A state of three flavors has 8N bands, with the product of SU(3) in the place of ×. Without coherence \
            and vacuum mixing they are 2N trivial ones and those of the three pairs of flavors, six times N³; \
            otherwise one dense problem, (8N)³.</p>
            <p>Discretised beams have instabilities of their own that continuous distributions do not have: refine \
            the angular grid until nothing changes.</p>""") //
        .sinceVersion(5, 9, 0) //
        .dynamicPorts(FigurePort.behind(p -> p //
            .addInputTable("State", """
                One row a momentum mode: [cell], species, (vx, vy, vz or mu), weight, P0, Px, Py, Pz, and optionally \
                omega or E, and D. A state may have three flavors: the density matrix rho_ee, rho_mm, rho_tt, \
                rho_em_re to rho_mt_im in the place of P0 to Pz, and omega21, omega31 in that of omega.""")
            .addOutputTable("Bands", ColumnTexts.port("One row a cell, wave number and band.", "cell", "k",
                "kx, ky, kz", "band", "omega_re", "omega_im", "v_group", "participation", "condition",
                "kind: Trivial, stable, unstable, damped or defective.", "v_group_x, v_group_y, v_group_z"))
            .addOutputTable("Summary", ColumnTexts.port("One row a cell.", "cell", "modes", "k_count", "structure",
                "direction_x, direction_y, direction_z", "lepton_number", "growth", "k_fastest", "k_fastest_relative",
                "omega_re_fastest", "at_edge", "max_residual", "worst_condition", "worst_overlap", "defective",
                "wall_time", "result"))
            .addOutputTable("Eigenvectors", ColumnTexts.port("One row a mode of each eigenvector that was asked for.",
                "cell", "k",
                "band: Number of the band at this wave number: trivial bands first, then by rising omega_re.", "mode",
                "species", "vx, vy, vz", "omega_re", "omega_im",
                "psi_x_re, psi_x_im, psi_y_re, psi_y_im, psi_z_re, psi_z_im",
                "psi_1_re, psi_1_im, psi_2_re, psi_2_im, psi_3_re, psi_3_im, psi_4_re, psi_4_im, psi_5_re, psi_5_im, "
                    + "psi_6_re, psi_6_im, psi_7_re, psi_7_im, psi_8_re, psi_8_im", "share")))) //
        .model(m -> m //
            .parametersClass(FlavorWaveBandsParameters.class) //
            .configure(FigurePort.configure(FlavorWaveBandsNodeFactory::configure)) //
            .execute(FigurePort.execute(FlavorWaveBandsNodeFactory::execute, BandsFigure::of))) //
        .addView(FigurePort.view(BandsFigure.TITLE, "bands.html",
            "Growth rate and frequency of all bands over the wave number, by cell, in the physical frame or, "
                + "where flavor is along z, in the shifted frame of flavomons.",
            BandsFigure::of)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("neutrino", "flavor", "instability", "fast flavor", "dispersion relation", "eigenvalues", "growth");

    /** Makes the node. */
    public FlavorWaveBandsNodeFactory() {
        super(NODE);
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final FlavorWaveBandsParameters parameters = in.getParameters();
        final DataTableSpec spec = in.getInTableSpec(0);
        final StateLayout layout = StateLayout.ofAnyFlavors(spec);
        final StateUnits units = StateUnits.of(spec, parameters.units());
        out.setOutSpecs(BandsTables.bandsSpec(layout, units), BandsTables.summarySpec(layout, units),
            BandsTables.vectorsSpec(layout, units));
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final FlavorWaveBandsParameters parameters = in.getParameters();
        final BufferedDataTable table = in.getInTable(0);
        NodeRun.execute(in, out, (progress, warnings) -> {
            final StateTable state = CellPipeline.readAnyFlavors(table, parameters, progress.part(0, 0.05));
            final BandsTables tables =
                new BandsTables(in.getExecutionContext(), state.layout(), state.units(), parameters.m_eigenvectors);
            final BandsTask task = new BandsTask(parameters);
            CellPipeline.<CellBands>of(table, state, "solving for bands")
                .memory(task::peakBytes, cell -> cell.prefix() + "the bands of " + task.describe(cell),
                    "Use fewer modes, or merge modes of equal direction.", "Give Java more memory (-Xmx).")
                .time(task::seconds)
                .failures(parameters.m_onFailure, bands -> bands.solution().isPresent() ? "" : bands.problem(),
                    "without bands", "Change the range of wave numbers slightly.",
                    "Set \"On failure\" to missing values to go on with the other cells.")
                .run(progress.part(0.05, 1), warnings, task::solve, tables::add);
            final BufferedDataTable[] results = tables.close();
            out.setOutData(results);
            out.setInternalData(results[0], results[1], tables.frames());
        });
    }
}
