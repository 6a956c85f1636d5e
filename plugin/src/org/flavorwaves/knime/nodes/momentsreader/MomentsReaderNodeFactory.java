package org.flavorwaves.knime.nodes.momentsreader;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.flavorwaves.knime.io.CellChoice;
import org.flavorwaves.knime.io.FilePath;
import org.flavorwaves.knime.io.StateFormatException;
import org.flavorwaves.knime.io.moments.CellFilter;
import org.flavorwaves.knime.io.moments.MomentsFile;
import org.flavorwaves.knime.io.moments.MomentsHints;
import org.flavorwaves.knime.io.moments.codes.MomentsFiles;
import org.flavorwaves.knime.nodes.NodeRun;
import org.flavorwaves.knime.nodes.cost.Memory;
import org.flavorwaves.knime.table.ColumnTexts;
import org.flavorwaves.knime.table.Messages;
import org.flavorwaves.physics.run.Progress;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node Moments Reader: a file of a simulation becomes moments by cell. */
public final class MomentsReaderNodeFactory extends DefaultNodeFactory {
    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Moments Reader") //
        .icon("../../../../../icons/moments-reader.png") //
        .shortDescription("Reads the moments of neutrinos by cell from files of simulations.") //
        .fullDescription("""
            <p>Reads densities and fluxes of neutrinos by cell, as the node Moments to Distribution takes them, and \
            finds out by the content of the file what it is:</p>
            <ul>
            <li><b>M1 merger HDF5</b>, as Emu and Rhea read it: n_e(1|ccm), n_a(1|ccm), n_x(1|ccm) on a grid and \
            number fluxes fn_e(1|ccm), fn_a(1|ccm), fn_x(1|ccm) in an orthonormal frame; x is the sum of mu, tau and \
            their antineutrinos. x, y, z in (cm) or (km), rho(g|ccm), T(MeV) and Ye are taken along where the file \
            has them.</li>
            <li><b>Rhea F4</b>: lists F4_initial(1|ccm), and F4_final(1|ccm), by simulation; nu_x is the mean of mu \
            and tau.</li>
            <li><b>Emu's allData.h5</b>: the diagonals N00_Re(1|ccm), Fx00_Re(1|ccm), ... of a line of cells along z \
            at one of its times; nu_x is the mean of the flavors after the first.</li>
            <li><b>The fields of Emu's plotfiles</b>: path names plt*/Header, the data are beside it.</li>
            <li><b>GR-Athena++'s .athdf</b>: M1.lab.sc_nG_GS, M1.lab.sc_E_GS and M1.lab.sp_F_d_GS_a, which are \
            per coordinate volume: the metric geom.adm.gxx ... is needed, in the same file or in one of the other \
            files; hydro.prim.rho, hydro.aux.T and passive_scalar.r_0 are taken along. F/n is that of the energy.</li>
            <li><b>FLASH's two-flavor M1</b>, as Emu's scripts read it: ee01, fe01, ge01, he01 and the same with a, \
            m, n for nubar_e, nu_x and nubar_x.</li>
            <li><b>GR1D's profiles</b>: path names one of M1_*.xg, the others are found beside it; z is the radius, \
            and F/n that of the energy.</li>
            <li><b>nuX</b>: path names one of nux_m1-rn.it*.tsv, -re and -rf, which are lines of cells; only flat \
            space, and the density unit must be set.</li>
            <li><b>Delimited text</b> with the columns [cell], species, [E], n, fx, fy, fz and any of x, y, z, rho, \
            T, Ye, the rows of a cell together.</li>
            </ul>
            <p>Files are read in parts, so that their size does not matter. Cells with NaN or infinity, with a \
            negative density or with a flux above the density are dropped and counted. What is cut off, or could be \
            one or another, is refused.</p>""") //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addOutputTable("Moments", ColumnTexts.port("One row a cell and kind of neutrino.",
                "cell: Name of the cell: for grids its indices i_j_k, for blocks block_i_j_k and for lists its "
                    + "position, from 0; else as in the text.",
                "species: nu_e, nubar_e, nu_x, nubar_x, or nu_x_sum4 for the sum of nu_mu, nu_tau and their "
                    + "antineutrinos, or nu_mu, nubar_mu, nu_tau, nubar_tau.",
                "E", "n [weight]: Number density.", "fx, fy, fz [1]: Flux factor F/n; 0 without neutrinos.",
                "x, y, z [cm]: Place of the cell.", "rho [g cm⁻³]: Mass density.", "T [MeV]: Temperature.",
                "Ye [1]: Electron fraction.",
                "growth_rate_in_file [s⁻¹]: Growth rate that the list has for the simulation.",
                "stable_in_file [1]: 1 where the list calls the cell stable."))
            .addOutputTable("Summary", ColumnTexts.port("One row.", "format",
                "species_meaning: What the kinds of neutrinos of the file are.", "unit: Unit of the densities.",
                "time [s]: Time of the moments; missing where the file has none.",
                "cells: Number of cells read.", "dropped_nan: Number of cells that hold NaN or infinity.",
                "dropped_impossible: Number of cells with a negative density or a flux above the density.",
                "wall_time", "result"))) //
        .model(m -> m //
            .parametersClass(MomentsReaderParameters.class) //
            .configure(MomentsReaderNodeFactory::configure) //
            .execute(MomentsReaderNodeFactory::execute)) //
        .nodeType(NodeType.Source) //
        .keywords("neutrino", "file", "HDF5", "moments", "M1", "merger", "Emu", "Rhea", "F4", "GR-Athena++", "athdf",
            "FLASH", "GR1D", "nuX", "AsterX", "CSV", "import");

    /** Makes the node. */
    public MomentsReaderNodeFactory() {
        super(NODE);
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final MomentsReaderParameters parameters = in.getParameters();
        final Path path = FilePath.existing(parameters.m_path);
        try (MomentsFile file = MomentsFiles.open(path, parameters.hints())) {
            out.setOutSpecs(MomentsReaderTables.momentsSpec(file.header(), parameters.m_units),
                MomentsReaderTables.summarySpec());
        } catch (final StateFormatException e) {
            throw Messages.settings(path.getFileName() + ": " + e.getMessage());
        } catch (final IOException e) {
            throw Messages.settings(unreadable(path, e));
        }
    }

    private static String unreadable(final Path path, final IOException e) {
        return "The file " + path + " cannot be read: " + e.getMessage() + ".";
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final MomentsReaderParameters parameters = in.getParameters();
        NodeRun.execute(in, out, (progress, warnings) -> {
            final Path path = NodeRun.settings(() -> FilePath.existing(parameters.m_path));
            final CellChoice choice = NodeRun.settings(parameters::choice);
            final MomentsHints hints = NodeRun.settings(parameters::hints);
            try (MomentsFile file = MomentsFiles.open(path, hints)) {
                Memory.require(file.bytes(), () -> "The cells of " + path.getFileName() + " that are read at once");
                out.setOutData(read(in.getExecutionContext(), parameters, path, file, choice, warnings, progress));
            } catch (final StateFormatException e) {
                throw Messages.failure(path.getFileName() + ": " + e.getMessage());
            } catch (final IOException e) {
                throw Messages.failure(unreadable(path, e));
            }
        });
    }

    private static BufferedDataTable[] read(final ExecutionContext exec, final MomentsReaderParameters parameters,
        final Path path, final MomentsFile file, final CellChoice choice, final List<String> warnings,
        final Progress progress) throws IOException {
        final long start = System.nanoTime();
        final MomentsReaderTables tables = new MomentsReaderTables(exec, file.header(), parameters.m_units);
        final CellFilter cells = new CellFilter(tables::row);
        file.read(choice, cells, progress);
        if (cells.cells() == 0) {
            throw new StateFormatException("No cells were read: " + cells.notFinite() + " hold NaN or infinity, "
                + cells.impossible() + " have a negative density or a flux above it, and no other is in the range that "
                + "was asked for.");
        }
        if (cells.impossible() > 0) {
            warnings.add(cells.impossible() + " of " + (cells.cells() + cells.impossible())
                + " cells have a negative density or a flux above the density and were dropped.");
        }
        warnings.addAll(file.doubts());
        tables.summary(path.getFileName().toString(), file.time(choice), cells, (System.nanoTime() - start) * 1e-9);
        return tables.close();
    }
}
