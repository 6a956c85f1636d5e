package org.flavorwaves.knime.nodes.distributionwriter;

import java.io.IOException;
import java.nio.file.Path;

import org.flavorwaves.knime.io.FilePath;
import org.flavorwaves.knime.io.StateFormatException;
import org.flavorwaves.knime.nodes.CellPipeline;
import org.flavorwaves.knime.nodes.NodeRun;
import org.flavorwaves.knime.table.ColumnTexts;
import org.flavorwaves.knime.table.MassSplittings;
import org.flavorwaves.knime.table.Messages;
import org.flavorwaves.knime.table.StateLayout;
import org.flavorwaves.knime.table.StateTable;
import org.flavorwaves.knime.table.StateUnits;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.container.CloseableRowIterator;
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

/** The node Distribution Writer: a state becomes the initial condition of a code that resolves it. */
public final class DistributionWriterNodeFactory extends DefaultNodeFactory {
    private static final double READING = 0.5;

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Distribution Writer") //
        .icon("../../../../../icons/distribution-writer.png") //
        .shortDescription("Writes a state as initial condition of Emu or COSEnu.") //
        .fullDescription("""
            <p>Writes a state to a file that codes which resolve flavor in space start from, so that any cell of a \
            simulation can be followed there; the node Distribution Reader reads the same state back.</p>
            <ul>
            <li><b>Emu</b>: particle_input.dat, a particle for each momentum, with density matrices in cm⁻³, those \
            of antineutrinos complex conjugate, and the phase-space volume Vphase of its weight. States of two or \
            three flavors, with weights in cm⁻³; rings become several azimuths.</li>
            <li><b>COSEnu</b>: state0.bin with all density matrices, or G0.bin with the densities of electron \
            flavor, for rings whose velocities are the middles of equal parts of -1 to 1, in the unit of the \
            weights. Cells are places along z; nz and nvz for cosenu_configs.yaml are in the column result.</li>
            </ul>
            <p>Vacuum frequencies, depolarization and absorption are not written. An existing file is replaced only if \
            that is asked for, and never by half of a new one.</p>""") //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("State", """
                One row a momentum mode: [cell], species, [E], (vx, vy, vz or mu), weight, and P0, Px, Py, Pz or the \
                density matrices of three flavors.""")
            .addOutputTable("Summary", ColumnTexts.port("One row.", "format", "file: Name of the file.",
                "cells: Number of cells written.", "modes", "wall_time", "result"))) //
        .model(m -> m //
            .parametersClass(DistributionWriterParameters.class) //
            .configure(DistributionWriterNodeFactory::configure) //
            .execute(DistributionWriterNodeFactory::execute)) //
        .nodeType(NodeType.Sink) //
        .keywords("neutrino", "file", "Emu", "particle_input.dat", "COSEnu", "G0.bin", "state0.bin", "export",
            "initial condition");

    /** Makes the node. */
    public DistributionWriterNodeFactory() {
        super(NODE);
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final DistributionWriterParameters parameters = in.getParameters();
        final DataTableSpec spec = in.getInTableSpec(0);
        StateLayout.ofAnyFlavors(spec);
        StateUnits.of(spec, parameters.units());
        FilePath.toWrite(parameters.m_path, true);
        out.setOutSpecs(DistributionWriterTables.summarySpec());
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final DistributionWriterParameters parameters = in.getParameters();
        final BufferedDataTable table = in.getInTable(0);
        NodeRun.execute(in, out, (progress, warnings) -> {
            final long start = System.nanoTime();
            final Path path = NodeRun.settings(() -> FilePath.toWrite(parameters.m_path, parameters.m_overwrite));
            final StateTable state = CellPipeline.readAnyFlavors(table, parameters, MassSplittings.ofTwo(0),
                progress.part(0, READING));
            progress.report(READING, "writing " + path.getFileName());
            try {
                final DistributionWriterTask.Written written =
                    new DistributionWriterTask(parameters, state, energies(table, state.layout())).write(path);
                out.setOutData(DistributionWriterTables.summary(in.getExecutionContext(), parameters.m_format.label(),
                    path, written, (System.nanoTime() - start) * 1e-9));
            } catch (final StateFormatException e) {
                throw Messages.failure(e.getMessage());
            } catch (final IOException e) {
                throw Messages.failure("The file " + path + " cannot be written: " + e.getMessage() + ".");
            }
        });
    }

    private static double[] energies(final BufferedDataTable table, final StateLayout layout) throws KNIMEException {
        if (layout.energy() < 0) {
            return new double[0];
        }
        final double[] energies = new double[Math.toIntExact(table.size())];
        int next = 0;
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                final DataRow row = rows.next();
                final DataCell cell = row.getCell(layout.energy());
                energies[next] = cell.isMissing() ? Double.NaN : ((DoubleValue) cell).getDoubleValue();
                if (!(energies[next] > 0) || Double.isInfinite(energies[next])) {
                    throw Messages.failure("Row " + row.getKey() + " has the energy E = " + cell
                        + " MeV; it must be positive and finite.");
                }
                next++;
            }
        }
        return energies;
    }
}
