package org.flavorwaves.knime.nodes.flavorwavedensitymatrix;

import org.flavorwaves.knime.nodes.CellPipeline;
import org.flavorwaves.knime.nodes.NodeRun;
import org.flavorwaves.knime.nodes.qke.FieldInput;
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

/** The node Flavor Wave Density Matrix: the Wigner function of the waves of a field. */
public final class FlavorWaveDensityMatrixNodeFactory extends DefaultNodeFactory {
    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Flavor Wave Density Matrix") //
        .icon("../../../../../icons/flavor-wave-density-matrix.png") //
        .shortDescription("Computes the Wigner function of the flavor waves of a field over place and wave number.")
        .fullDescription("""
            <p>The waves Ψ<sub>n</sub> of a field have the density matrix R<sub>nm</sub> = Ψ<sub>m</sub> \
            Ψ<sub>n</sub><sup>†</sup>, and the Wigner function R<sub>κ</sub>(z) = \
            Σ<sub>m+n=2κ</sub> Ψ<sub>m</sub> Ψ<sub>n</sub><sup>†</sup> exp(i(k<sub>m</sub> - k<sub>n</sub>)z), which \
            says where waves of which wave number are, as the distribution of particles does (Johns &amp; Kost, \
            equations 52-54). κ runs over whole and half numbers.</p>
            <p>It is Hermitian but not positive: where waves of different wave numbers interfere, its trace oscillates \
            along z halfway between them. Its sum over k is the power of the field at z, its mean over z the power of \
            the wave at k. Both are checked in every run. Polarization vectors are real, so that waves of -k carry \
            the same; only k &gt; 0 is kept.</p>
            <p>The purity tr R²/(tr R)² is 1 where a single wave is, below 1 where waves of several directions in \
            flavor and momentum are mixed, and above 1 where the interference is not positive.</p>
            <p>Projected on a band of the mean state by its left vector, the function is the intensity of this band at \
            z and k, which Flavor Wave Rays transports. The surroundings are those of the field.</p>
            <p>The summary says where a packet of waves is and how wide: the place and wave number that a ray of \
            Flavor Wave Rays follows.</p>""") //
        .sinceVersion(5, 9, 0) //
        .dynamicPorts(FigurePort.behind(p -> p //
            .addInputTable("Field", """
                The final field of QKE Box with points along z: one row a cell, point and mode, with the columns of a \
                state and point, z.""")
            .addOutputTable("Wigner function", ColumnTexts.port("One row a cell, place and wave number.", "cell",
                "z [length]: Place.", "kappa_n [1]: Index κ of the wave number, whole or half.",
                "k [potential]: Wave number 2π κ/L.", "trace", "purity", "band", "omega_re",
                "omega_im [rate]: Growth rate of the band; bands are those of the mean state, missing without a band.",
                "band_intensity"))
            .addOutputTable("By mode", ColumnTexts.port(
                "One row a cell, place, wave number and mode, if asked for; else empty.", "cell", "z [length]: Place.",
                "kappa_n [1]: Index κ of the wave number, whole or half.", "k [potential]: Wave number 2π κ/L.", "mode",
                "trace [1]: Part of the trace that the mode has."))
            .addOutputTable("Summary", ColumnTexts.port("One row a cell.", "cell", "modes", "points", "waves",
                "box_length", "wave_power", "center_z", "width_z", "center_k", "width_k",
                "global_purity", "negative_share", "lowest_trace", "identity_error",
                "band_share", "wall_time", "result")))) //
        .model(m -> m //
            .parametersClass(FlavorWaveDensityMatrixParameters.class) //
            .configure(FigurePort.configure(FlavorWaveDensityMatrixNodeFactory::configure)) //
            .execute(FigurePort.execute(FlavorWaveDensityMatrixNodeFactory::execute, WignerFigure::of))) //
        .addView(FigurePort.view(WignerFigure.TITLE, "wigner.html",
            "Trace of the Wigner function over place and wave number, by cell.",
            WignerFigure::of)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("neutrino", "flavor", "Wigner function", "density matrix", "phase space");

    /** Makes the node. */
    public FlavorWaveDensityMatrixNodeFactory() {
        super(NODE);
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final FlavorWaveDensityMatrixParameters parameters = in.getParameters();
        final DataTableSpec spec = in.getInTableSpec(0);
        final StateLayout layout = StateLayout.of(spec);
        FieldPlaces.requireField(spec);
        out.setOutSpecs(WignerTables.specs(layout, StateUnits.of(spec, parameters.units())));
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final FlavorWaveDensityMatrixParameters parameters = in.getParameters();
        final BufferedDataTable table = in.getInTable(0);
        NodeRun.execute(in, out, (progress, warnings) -> {
            final DataTableSpec spec = table.getDataTableSpec();
            final StateUnits units = NodeRun.settings(() -> StateUnits.of(spec, parameters.units()));
            final StateLayout layout = NodeRun.settings(() -> StateLayout.of(spec));
            NodeRun.settings(() -> FieldPlaces.requireField(spec));
            final FieldInput fields = FieldInput.of(table, layout, progress.part(0, 0.1));
            final StateTable state = fields.states(units, parameters.deltaM2(), progress.part(0.1, 0.2));
            final WignerTask task = new WignerTask(parameters, fields,
                FieldPlaces.read(table, layout, progress.part(0.2, 0.3)));
            final WignerTables tables = new WignerTables(in.getExecutionContext(), layout, units, parameters);
            CellPipeline.<CellWigner>of(table, state, "summing the Wigner function")
                .memory(task::bytes, cell -> cell.prefix() + "The Wigner function of " + parameters.m_largestHarmonic
                    + " waves at " + parameters.m_places + " places", "Use fewer waves or places.")
                .time(task::seconds)
                .run(progress.part(0.3, 1), warnings, task::solve, tables::add);
            final BufferedDataTable[] results = tables.close();
            out.setOutData(results);
            out.setInternalData(results[0], results[2]);
        });
    }
}
