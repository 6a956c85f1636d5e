package org.flavorwaves.knime.nodes.moments;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.flavorwaves.knime.nodes.NodeRun;
import org.flavorwaves.knime.nodes.StateFigure;
import org.flavorwaves.knime.nodes.cost.Memory;
import org.flavorwaves.knime.nodes.moments.MomentsTask.Loaded;
import org.flavorwaves.knime.table.ColumnTexts;
import org.flavorwaves.knime.table.Messages;
import org.flavorwaves.knime.table.NearNames;
import org.flavorwaves.knime.table.PlaceColumns;
import org.flavorwaves.knime.table.ResultTable;
import org.flavorwaves.knime.table.StateOutput;
import org.flavorwaves.knime.table.StateUnits;
import org.flavorwaves.knime.table.WeightUnit;
import org.flavorwaves.knime.table.moments.MomentsCell;
import org.flavorwaves.knime.table.moments.MomentsReader;
import org.flavorwaves.knime.view.FigurePort;
import org.flavorwaves.physics.distribution.LoadedState;
import org.flavorwaves.physics.distribution.moments.LoadedMoments;
import org.flavorwaves.physics.distribution.moments.MomentGrid;
import org.flavorwaves.physics.distribution.moments.SixSpecies;
import org.flavorwaves.physics.run.Progress;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
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

/** The node Moments to Distribution: densities and fluxes become momentum modes. */
public final class MomentsToDistributionNodeFactory extends DefaultNodeFactory {

    /** Errors below which are rounding. */
    private static final double ROUNDING = 1e-13;

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Moments to Distribution") //
        .icon("../../../../../icons/moments-to-distribution.png") //
        .shortDescription("Makes a state from neutrino densities and fluxes with the maximum-entropy closure.") //
        .fullDescription("""
            <p>Simulations of supernovae and neutron-star mergers often carry only the first angular moments of each \
            kind of neutrino: the number density n and the flux factor F/n. This node closes them with the \
            distribution of maximum entropy (Minerbo), f ~ exp(a cos θ) about the flux of each kind, where a follows \
            from coth a - 1/a = |F|/n, and samples it on an angular grid, so that density and flux are exact. Where \
            the given angles do not resolve the distribution, as for forward-peaked fluxes, more are used; what they \
            still miss is stated, and refused beyond a bound.</p>
            <p>Neutrinos and antineutrinos become modes of their own with P0 = f<sub>e</sub> + f<sub>x</sub> and \
            Pz = f<sub>e</sub> - f<sub>x</sub>, all polarization vectors along z. Rows with the column E are energy \
            bins.</p>""") //
        .sinceVersion(5, 9, 0) //
        .dynamicPorts(FigurePort.behind(p -> p //
            .addInputTable("Moments", """
                One row a cell and kind of neutrino: [cell], species (nu_e, nubar_e, nu_x, nubar_x, or nu_x_sum4 for \
                the sum of nu_mu, nu_tau and their antineutrinos; with three flavors also nu_mu, nubar_mu, nu_tau, \
                nubar_tau), [E in MeV], density n, and flux factor fx, fy, fz \
                (F/n, dimensionless). Kinds that are absent have no neutrinos. The columns x, y, z, rho, T and Ye \
                ride along.""")
            .addOutputTable("State", ColumnTexts.port(
                "One row a momentum mode; vx, vy, vz on the sphere, mu on rings.", "cell", "species", "E",
                "vx, vy, vz", "mu", "weight", "P0", "Px, Py, Pz", "rho_ee, rho_mm, rho_tt",
                "rho_em_re, rho_em_im, rho_et_re, rho_et_im, rho_mt_re, rho_mt_im", PlaceColumns.TEXT))
            .addOutputTable("Summary", ColumnTexts.port("One row a cell.", "cell", "modes", "axis_x, axis_y, axis_z",
                "n_theta, n_phi", "resolution_error", "density_error", "flux_error", "max_shape", "wall_time",
                "result")))) //
        .model(m -> m //
            .parametersClass(MomentsToDistributionParameters.class) //
            .configure(FigurePort.configure(MomentsToDistributionNodeFactory::configure)) //
            .execute(FigurePort.execute(MomentsToDistributionNodeFactory::execute, StateFigure::of))) //
        .addView(FigurePort.view(StateFigure.TITLE, "distribution.html",
            "Lepton number by direction, of neutrinos and of antineutrinos.",
            StateFigure::of)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("neutrino", "Minerbo", "maximum entropy", "closure", "M1", "merger", "supernova", "flux factor");

    /** Makes the node. */
    public MomentsToDistributionNodeFactory() {
        super(NODE);
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final MomentsToDistributionParameters parameters = in.getParameters();
        final MomentsReader.Layout layout = MomentsReader.Layout.of(in.getInTableSpec(0));
        out.setOutSpecs(columns(layout, parameters).spec(), summarySpec(layout));
    }

    private static StateOutput.Columns columns(final MomentsReader.Layout layout,
        final MomentsToDistributionParameters parameters) {
        return new StateOutput.Columns(cell(layout), layout.energy() >= 0, parameters.rings(), false, false, false,
            WeightUnit.of(parameters.m_units), parameters.threeFlavors(), PlaceColumns.of(layout.spec()).specs());
    }

    private static Optional<DataColumnSpec> cell(final MomentsReader.Layout layout) {
        return layout.cell() < 0 ? Optional.empty() : Optional.of(layout.spec().getColumnSpec(layout.cell()));
    }

    private static DataTableSpec summarySpec(final MomentsReader.Layout layout) {
        final DataColumnSpec[] columns = StateUnits.NATURAL.columns("modes, axis_x, axis_y, axis_z, n_theta, n_phi",
            "resolution_error, density_error, flux_error, max_shape, wall_time, result");
        return cell(layout).map(key -> {
            final DataColumnSpec[] all = new DataColumnSpec[columns.length + 1];
            all[0] = key;
            System.arraycopy(columns, 0, all, 1, columns.length);
            return new DataTableSpec(all);
        }).orElseGet(() -> new DataTableSpec(columns));
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final MomentsToDistributionParameters parameters = in.getParameters();
        final BufferedDataTable table = in.getInTable(0);
        NodeRun.execute(in, out, (progress, warnings) -> {
            final MomentsReader.Layout layout =
                NodeRun.settings(() -> MomentsReader.Layout.of(table.getDataTableSpec()));
            final List<MomentsCell> cells =
                MomentsReader.read(table, layout, parameters.m_nuX, parameters.threeFlavors(), progress.part(0, 0.1));
            final BufferedDataTable[] results =
                write(in.getExecutionContext(), layout, parameters, cells, warnings, progress.part(0.1, 1));
            out.setOutData(results);
            out.setInternalData(results);
            warnings.addAll(NearNames.in(table.getDataTableSpec(), MomentsReader.READ));
        });
    }

    private static BufferedDataTable[] write(final ExecutionContext exec, final MomentsReader.Layout layout,
        final MomentsToDistributionParameters parameters, final List<MomentsCell> cells, final List<String> warnings,
        final Progress progress)
        throws KNIMEException {
        final MomentsTask task = new MomentsTask(parameters);
        Memory.require(task.bytes(cells), () -> "The modes of one cell on " + parameters.m_nTheta + " x "
            + parameters.m_nPhi + " directions", "Use fewer angles.");
        final StateOutput state = new StateOutput(exec, columns(layout, parameters));
        final ResultTable summary = new ResultTable(exec, summarySpec(layout));
        for (int c = 0; c < cells.size(); c++) {
            final MomentsCell cell = cells.get(c);
            final long start = System.nanoTime();
            final Loaded loaded = load(task, cell);
            final LoadedMoments moments = loaded.moments();
            final int modes = add(state, cell, moments.loaded(), parameters.threeFlavors(),
                progress.part(c / (double) cells.size(), (c + 1.0) / cells.size()));
            summary.add(cell.key(), modes, loaded.axis()[0], loaded.axis()[1],
                loaded.axis()[2], loaded.grid().nTheta(), loaded.grid().nPhi(), loaded.grid().error(),
                moments.worstDensityError(), moments.worstFluxError(),
                ResultTable.finite(moments.reports().stream().mapToDouble(r -> Math.abs(r.shape())).max().orElse(0)),
                (System.nanoTime() - start) * 1e-9, sentence(cell, loaded, modes));
        }
        state.doubt().ifPresent(warnings::add);
        return new BufferedDataTable[]{state.close(), summary.close()};
    }

    /** Writes the modes of a cell; returns their number. */
    private static int add(final StateOutput state, final MomentsCell cell, final LoadedState loaded,
        final boolean three, final Progress progress) {
        if (!three) {
            state.add(cell.key(), loaded.state(), i -> cell.energies().get(loaded.bin(i)), cell.place(), progress);
            return loaded.state().size();
        }
        final SixSpecies six = SixSpecies.of(loaded);
        state.add(cell.key(), six.state(), i -> cell.energies().get(six.bin().get(i)), cell.place(), progress);
        return six.state().size();
    }

    private static Loaded load(final MomentsTask task, final MomentsCell cell) throws KNIMEException {
        try {
            return task.load(cell);
        } catch (final IllegalArgumentException e) {
            throw Messages.failure(cell.prefix() + e.getMessage());
        }
    }

    private static String sentence(final MomentsCell cell, final Loaded loaded, final int modes) {
        final MomentGrid grid = loaded.grid();
        return String.format(Locale.ROOT, "%s%d modes in %d directions (%d polar angles), which miss the closed "
            + "distributions by %s of their spread; the fluxes of the state are off by %s of the densities",
            cell.prefix(), modes, grid.grid().size(), grid.nTheta(), share(grid.error()),
            share(loaded.moments().worstFluxError()));
    }

    private static String share(final double error) {
        return error < ROUNDING ? String.format(Locale.ROOT, "less than %.0e", ROUNDING)
            : String.format(Locale.ROOT, "%.2g", error);
    }
}
