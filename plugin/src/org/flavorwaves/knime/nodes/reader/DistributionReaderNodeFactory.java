package org.flavorwaves.knime.nodes.reader;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.flavorwaves.knime.io.DensityUnit;
import org.flavorwaves.knime.io.FileCell;
import org.flavorwaves.knime.io.FilePath;
import org.flavorwaves.knime.io.StateFile;
import org.flavorwaves.knime.io.StateFileColumns;
import org.flavorwaves.knime.io.StateFormatException;
import org.flavorwaves.knime.io.reader.StateFileFormat;
import org.flavorwaves.knime.io.reader.StateFilePreview;
import org.flavorwaves.knime.io.reader.StateFileReader;
import org.flavorwaves.knime.nodes.NodeRun;
import org.flavorwaves.knime.nodes.StateFigure;
import org.flavorwaves.knime.nodes.reader.DistributionReaderParameters.Flavors;
import org.flavorwaves.knime.table.ColumnTexts;
import org.flavorwaves.knime.table.FileExtras;
import org.flavorwaves.knime.table.Messages;
import org.flavorwaves.knime.table.NearNames;
import org.flavorwaves.knime.table.ResultTable;
import org.flavorwaves.knime.table.StateColumns;
import org.flavorwaves.knime.table.StateOutput;
import org.flavorwaves.knime.table.StateUnits;
import org.flavorwaves.knime.table.TableColumns;
import org.flavorwaves.knime.table.UnitSystem;
import org.flavorwaves.knime.table.WeightUnit;
import org.flavorwaves.knime.view.FigurePort;
import org.flavorwaves.physics.run.Progress;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.StringCell;
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

/** The node Distribution Reader: a file becomes a state. */
public final class DistributionReaderNodeFactory extends DefaultNodeFactory {
    private static final Set<StateFileFormat> EMU =
        Set.of(StateFileFormat.EMU, StateFileFormat.EMU_PLOT, StateFileFormat.EMU_CELL);

    private static final double READING = 0.6;

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Distribution Reader") //
        .icon("../../../../../icons/distribution-reader.png") //
        .shortDescription("Reads a state from delimited text, JSON or files of simulations.") //
        .fullDescription("""
            <p>Reads a file of momentum modes and finds out by its content what it is:</p>
            <ul>
            <li><b>Delimited text</b> (comma, semicolon or tab) with a line of column names: [cell], species (nu or \
            nubar), [E in MeV], vx, vy, vz or mu, weight, P0, Px, Py, Pz, [omega], [D], [kappa, \
            P0_source, Px_source, Py_source, Pz_source]; lines that start with # are skipped.</li>
            <li><b>JSON</b> with the same names: an array of modes or an object of arrays, either alone or as \
            "modes" of an object that may also have "units", "natural" or "cm^-3".</li>
            <li><b>Emu's particle_input.dat</b>: each particle becomes a neutrino and an antineutrino mode with \
            P0 = (n<sub>ee</sub> + n<sub>xx</sub>)/w and its two flavors mapped to P, densities in cm⁻³.</li>
            <li><b>The particles of Emu's plotfiles</b>, plt*/neutrinos/Header with the data beside it: those of a \
            cell of the grid are its modes; and <b>cell_i_j_k.h5</b>, which needs the volume of a cell.</li>
            <li><b>nubhlight's dumps</b> with local_angles: rings about X1 or X2; densities are those of nph, or need \
            the volume of a cell.</li>
            <li><b>Luminosities</b> over time with SNEWPY's names TIME, L_NU_E, L_NU_E_BAR, L_NU_X, E_NU_E, ..., and \
            ALPHA_NU_E or RMS_NU_E: the state above a shining sphere, whose radius, with the distance and the meaning \
            of nu_x, must be set.</li>
            <li><b>COSEnu's snapshots rho_*.dat</b> (Z, vz and two density matrices a line, or the same without Z), \
            and its binary files <b>G0.bin</b>, <b>state0.bin</b> and <b>state.bin</b>, which need nz and nvz: rings, \
            a cell for each z, weights in the unit of COSEnu's self-interaction.</li>
            <li><b>SedonuGR's fluid_*.h5</b>: the distributions of nu_e, nubar_e and all heavy kinds by frequency and \
            direction, a quarter of the last for each heavy kind; weights are numbers of states in cm⁻³.</li>
            </ul>
            <p>What is not a state is refused with the line or column and the value. Other tables are read with \
            KNIME's own readers and the node Table to Distribution.</p>""") //
        .sinceVersion(5, 9, 0) //
        .dynamicPorts(FigurePort.behind(p -> p //
            .addOutputTable("State", ColumnTexts.port(
                "One row a momentum mode; the columns cell, E, omega, D and those of absorption as the file has them, "
                    + "velocities as vx, vy, vz or mu, and what it says of the cell.", "cell", "species", "E",
                "vx, vy, vz", "mu", "weight", "P0", "Px, Py, Pz", "rho_ee, rho_mm, rho_tt",
                "rho_em_re, rho_em_im, rho_et_re, rho_et_im, rho_mt_re, rho_mt_im", "omega", "D", "kappa", "P0_source",
                "Px_source, Py_source, Pz_source", "x, y, z [cm]: Place of the cell.",
                "rho [g cm⁻³]: Mass density.", "T [MeV]: Temperature.", "Ye [1]: Electron fraction."))
            .addOutputTable("Summary", ColumnTexts.port("One row a cell.", "cell", "modes", "weight_sum", "format",
                "unit", "time [s]: Time of the state; missing where the file has none.", "wall_time",
                "result")))) //
        .model(m -> m //
            .parametersClass(DistributionReaderParameters.class) //
            .configure(FigurePort.configure(DistributionReaderNodeFactory::configure)) //
            .execute(FigurePort.execute(DistributionReaderNodeFactory::execute, StateFigure::of))) //
        .addView(FigurePort.view(StateFigure.TITLE, "distribution.html",
            "Lepton number by direction, of neutrinos and of antineutrinos.", StateFigure::of)) //
        .nodeType(NodeType.Source) //
        .keywords("neutrino", "file", "CSV", "TSV", "JSON", "Emu", "particle_input.dat", "COSEnu",
            "SedonuGR", "nubhlight", "AMReX", "plotfile", "SNEWPY", "HDF5", "import");

    /** Makes the node. */
    public DistributionReaderNodeFactory() {
        super(NODE);
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final DistributionReaderParameters parameters = in.getParameters();
        final Path path = FilePath.existing(parameters.m_path);
        final Optional<StateFileColumns> columns;
        try {
            final StateFilePreview preview = parameters.reader().preview(path);
            if (parameters.m_flavors == Flavors.THREE && !EMU.contains(preview.format())) {
                throw Messages.settings("flavors is THREE, but the file is " + preview.format().label()
                    + "; only Emu's "
                    + "particles have three flavors.", "Set \"Flavors\" to two.");
            }
            columns = preview.columns();
        } catch (final StateFormatException e) {
            throw Messages.settings(path.getFileName() + ": " + e.getMessage());
        } catch (final IOException e) {
            throw Messages.settings(unreadable(path, e));
        }
        if (columns.isPresent()) {
            out.setOutSpecs(columns(columns.get(), parameters).spec(), summarySpec(columns.get(), parameters));
        }
    }

    private static String unreadable(final Path path, final IOException e) {
        return "The file " + path + " cannot be read: " + e.getMessage() + ".";
    }

    private static WeightUnit unit(final Optional<DensityUnit> said, final DistributionReaderParameters parameters) {
        return said.map(unit -> unit == DensityUnit.PER_CM3 ? WeightUnit.PER_CM3 : WeightUnit.NATURAL)
            .orElseGet(() -> WeightUnit.of(parameters.m_units));
    }

    private static StateOutput.Columns columns(final StateFileColumns columns,
        final DistributionReaderParameters parameters) {
        return new StateOutput.Columns(
            columns.cells() ? Optional.of(TableColumns.words(StateColumns.CELL)) : Optional.empty(),
            columns.energies(), columns.rings(), columns.omega(), columns.depolarization(),
            columns.absorption(), unit(columns.unit(), parameters), parameters.m_flavors == Flavors.THREE,
            FileExtras.specs(columns.extras()));
    }

    private static DataTableSpec summarySpec(final StateFileColumns file,
        final DistributionReaderParameters parameters) {
        final StateUnits units = new StateUnits(unit(file.unit(), parameters), UnitSystem.NATURAL);
        return new DataTableSpec(units.columns(file.cells() ? StateColumns.CELL : "",
            "modes, weight_sum, format, unit, time [s], wall_time, result"));
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final DistributionReaderParameters parameters = in.getParameters();
        final ExecutionContext exec = in.getExecutionContext();
        NodeRun.execute(in, out, (progress, warnings) -> {
            final long start = System.nanoTime();
            final Path path = NodeRun.settings(() -> FilePath.existing(parameters.m_path));
            final StateFileReader reader = NodeRun.settings(parameters::reader);
            try {
                final StateFilePreview preview = reader.preview(path);
                final StateFile file = reader.read(path, progress.part(0, READING));
                final BufferedDataTable[] results =
                    {writeState(exec, parameters, file, warnings, progress.part(READING, 1)),
                        writeSummary(exec, parameters, file,
                            path.getFileName() + " (" + preview.format().label() + ")", preview,
                            (System.nanoTime() - start) * 1e-9)};
                out.setOutData(results);
                out.setInternalData(results);
                warnings.addAll(file.doubts());
                warnings.addAll(NearNames.of(file.ignoredColumns(), absent(file)));
            } catch (final StateFormatException e) {
                throw Messages.failure(path.getFileName() + ": " + e.getMessage());
            } catch (final IOException e) {
                throw Messages.failure(unreadable(path, e));
            }
        });
    }

    /** Optional columns that the file does not have. */
    private static List<String> absent(final StateFile file) {
        final List<String> absent = new ArrayList<>();
        if (!file.columns().cells()) {
            absent.add(StateColumns.CELL);
        }
        if (!file.columns().energies()) {
            absent.add(StateColumns.ENERGY);
        }
        if (!file.columns().omega()) {
            absent.add(StateColumns.OMEGA);
        }
        if (!file.columns().depolarization()) {
            absent.add(StateColumns.DEPOLARIZATION);
        }
        if (!file.columns().absorption()) {
            absent.addAll(StateColumns.ABSORPTION);
        }
        return absent;
    }

    private static BufferedDataTable writeState(final ExecutionContext exec,
        final DistributionReaderParameters parameters, final StateFile file, final List<String> warnings,
        final Progress progress) {
        final StateOutput table = new StateOutput(exec, columns(file.columns(), parameters));
        final int count = file.cells().size();
        for (int c = 0; c < count; c++) {
            final FileCell cell = file.cells().get(c);
            final double[] energies = cell.energies().orElseGet(() -> new double[0]);
            final Progress part = progress.part(c / (double) count, (c + 1.0) / count);
            cell.two().ifPresent(state ->
                table.add(key(cell), state, i -> energies[i], FileExtras.cells(cell.extras()), part));
            cell.three().ifPresent(state ->
                table.add(key(cell), state, i -> energies[i], FileExtras.cells(cell.extras()), part));
        }
        table.doubt().ifPresent(warnings::add);
        return table.close();
    }

    private static Optional<DataCell> key(final FileCell cell) {
        return cell.key().map(StringCell::new);
    }

    private static BufferedDataTable writeSummary(final ExecutionContext exec,
        final DistributionReaderParameters parameters, final StateFile file, final String origin,
        final StateFilePreview preview, final double seconds) {
        final ResultTable table = new ResultTable(exec, summarySpec(file.columns(), parameters));
        final String unit = unit(file.columns().unit(), parameters).label();
        final String ignored = file.ignoredColumns().isEmpty() ? ""
            : "; ignored columns: " + String.join(", ", file.ignoredColumns());
        for (final FileCell cell : file.cells()) {
            double sum = 0;
            for (final double weight : cell.modes().weights()) {
                sum += weight;
            }
            table.add(key(cell), cell.modes().size(), sum, preview.format().label(), unit,
                file.time().orElse(Double.NaN), seconds,
                cell.key().map(k -> k + ": ").orElse("") + cell.modes().size()
                    + (cell.modes().size() == 1 ? " mode from " : " modes from ") + origin + ", weights in unit " + unit
                    + (file.columns().unit().isPresent() ? " as the file says" : " as set")
                    + (file.time().isPresent() ? ", at t = " + file.time().getAsDouble() + " s" : "")
                    + ignored);
        }
        return table.close();
    }
}
