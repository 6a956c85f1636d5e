package org.flavorwaves.knime.nodes.qke;

import java.util.List;
import java.util.function.Function;

import org.flavorwaves.knime.nodes.CellPipeline;
import org.flavorwaves.knime.nodes.NodeRun;
import org.flavorwaves.knime.nodes.ThreeFlavorParameters;
import org.flavorwaves.knime.nodes.qke.ThreeFlavorBoxTask.Evolved;
import org.flavorwaves.knime.table.ColumnTexts;
import org.flavorwaves.knime.table.DensityMatrixColumns;
import org.flavorwaves.knime.table.StateLayout;
import org.flavorwaves.knime.table.StateTable;
import org.flavorwaves.knime.table.StateUnits;
import org.flavorwaves.knime.view.FigurePort;
import org.flavorwaves.physics.run.Progress;
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

/** The node QKE Box: the quantum kinetic equation, resolved in a periodic box. */
public final class QkeBoxNodeFactory extends DefaultNodeFactory {

    private static final String[] MEMORY =
        {"Use fewer points, outputs or modes.", "Give Java more memory (-Xmx)."};

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("QKE Box") //
        .icon("../../../../../icons/qke-box.png") //
        .shortDescription("Evolves a state in a periodic box with the full quantum kinetic equation.")
        .fullDescription("""
            <p>Solves (∂<sub>t</sub> + v<sub>i</sub>·∇) P<sub>i</sub> = H<sub>i</sub> × P<sub>i</sub> + \
            C<sub>i</sub> for all modes in a periodic box of one to three dimensions (Johns &amp; \
            Kost, equations 1, 8 and 45). It resolves what the theories of flavor waves and flavomons average over, \
            and is the yardstick for both. C<sub>i</sub> is the depolarization, with the rates D<sub>i</sub>, of \
            the flavor coherence or of all components, and absorption and emission, \
            κ<sub>i</sub>(P<sub>source,i</sub> - P<sub>i</sub>), with which P0 relaxes too.</p>
            <p>Harmonics evolve with the exact phase of advection; products are dealiased by the 2/3 rule; an \
            evaluation costs N times points, never N². Time steps are of order 8 by error control, or of order 4 \
            with one evaluation a step. Numbers do not depend on the number of threads.</p>
            <p>Without damping, the truncated equation conserves the mean square length of every polarization vector, \
            and the lepton number along the axis of the external terms. The summary gives the largest errors; a run \
            that breaks a bound stops. With absorption at one rate of all modes the lepton number is watched against \
            its relaxation to that of the sources; with several rates, none is conserved. If much power reaches the \
            smallest scales, the box needs more points.</p>
            <p>The external terms, vacuum mixing and the mean of matter, are rotated exactly, so that dense matter \
            costs no time steps; absorption and emission are exact too. Matter may vary along z.</p>
            <p>Boxes that are unstable for long are chaotic: neighbouring evolutions part exponentially, and what is \
            left are averages over boxes. A twin of the evolution measures that, and the summary says how many digits \
            are certain. An echo shows the same: the motion is reversed, and noise decides how much of the start \
            returns (Johns &amp; Kost, section VI B).</p>
            <p>Of three flavors the vectors have eight components, and the product of SU(3) is in the place of ×; all \
            else is the same, and sources of emission are density matrices. Depolarization acts on all coherences, or \
            on all components. Lepton numbers are \
            conserved along what commutes with mixing and matter, and eigenvalues of density matrices along the way \
            of the modes.</p>
            <p>The final field, connected to another QKE Box with the same points, lengths and output interval, \
            continues the evolution from there, with the same bits as an evolution without a break (with three flavors \
            up to rounding).</p>""") //
        .sinceVersion(5, 9, 0) //
        .dynamicPorts(FigurePort.behind(p -> p //
            .addInputTable("State", """
                One row a momentum mode: [cell], species, (vx, vy, vz or mu), weight, P0, Px, Py, Pz, and optionally \
                omega or E, D, and kappa with its source. Or a final field: the same for each point of the box, in \
                the order of the column point.\
                """ + ThreeFlavorParameters.INPUT)
            .addOutputTable("Mean polarization", ColumnTexts.port(
                "One row a cell, time and mode: averages over the box.", "cell", "t", "mode", "species", "vx, vy, vz",
                "P0", "Px, Py, Pz", "rho_ee, rho_mm, rho_tt",
                "rho_em_re, rho_em_im, rho_et_re, rho_et_im, rho_mt_re, rho_mt_im", "length"))
            .addOutputTable("Spectra", ColumnTexts.port(
                "One row a cell, time and harmonic, and mode if chosen; the opposite harmonic, not listed, has "
                    + "the same power and torque.", "cell", "t", "n_x, n_y, n_z: Indices of the harmonic, k = 2π n/L.",
                "k [potential]: Length |k| of the wave vector.", "mode", "power", "torque_share"))
            .addOutputTable("Final field", ColumnTexts.port("One row a cell, point and mode.", "cell",
                "point: Number of the point of the box.", "x, y, z", "mode", "species", "vx, vy, vz", "weight", "P0",
                "Px, Py, Pz", "omega", "rho_ee, rho_mm, rho_tt",
                "rho_em_re, rho_em_im, rho_et_re, rho_et_im, rho_mt_re, rho_mt_im",
                "omega21, omega31", "D", "kappa", "P0_source", "Px_source, Py_source, Pz_source",
                DensityMatrixColumns.SOURCES, DensityMatrixColumns.SOURCE_COHERENCES))
            .addOutputTable("Summary", ColumnTexts.port("One row a cell.", "cell", "modes", "points", "harmonics",
                "dimension", "t_end", "steps [1]: Number of accepted steps.",
                "rejected [1]: Number of rejected steps.",
                "evaluations [1]: Number of evaluations of the right-hand side.", "lepton_error", "length_error",
                "determinant_error",
                "tail", "survival_nu, survival_nubar", "mean_length",
                "crossing_left", "lyapunov", "twin_difference", "digits", "echo_distance",
                "echo_share", "complete", "wall_time", "result")))) //
        .model(m -> m //
            .parametersClass(QkeBoxParameters.class) //
            .configure(FigurePort.configure(QkeBoxNodeFactory::configure)) //
            .execute(FigurePort.execute(QkeBoxNodeFactory::execute, QkeFigure::of))) //
        .addView(FigurePort.view(QkeFigure.TITLE, "box.html",
            "Power of the harmonics over time and wave number, and mean Pz by angle over time.",
            QkeFigure::of)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("neutrino", "flavor", "quantum kinetic equation", "simulation", "periodic box", "fast flavor",
            "pseudo-spectral");

    /** Makes the node. */
    public QkeBoxNodeFactory() {
        super(NODE);
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final QkeBoxParameters parameters = in.getParameters();
        final DataTableSpec spec = in.getInTableSpec(0);
        FieldInput.check(spec);
        final StateLayout layout = StateLayout.ofAnyFlavors(spec);
        final StateUnits units = StateUnits.of(spec, parameters.units());
        out.setOutSpecs(layout.hasThreeFlavors() ? ThreeFlavorBoxTables.specs(layout, units, parameters.m_spectra)
            : QkeTables.specs(layout, units, parameters.m_spectra));
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final QkeBoxParameters parameters = in.getParameters();
        final BufferedDataTable table = in.getInTable(0);
        NodeRun.execute(in, out, (progress, warnings) -> {
            final DataTableSpec spec = table.getDataTableSpec();
            final StateUnits units = NodeRun.settings(() -> StateUnits.of(spec, parameters.units()));
            final StateLayout layout = NodeRun.settings(() -> StateLayout.ofAnyFlavors(spec));
            final FieldInput fields = FieldInput.of(table, layout, progress.part(0, 0.01));
            final StateTable state = fields.states(units, parameters.splittings(), progress.part(0.01, 0.02));
            final Progress rest = progress.part(0.02, 1);
            final BufferedDataTable[] results = layout.hasThreeFlavors()
                ? threeFlavors(in, state, fields, rest, warnings) : twoFlavors(in, state, fields, rest, warnings);
            out.setOutData(results);
            out.setInternalData(results[0], results[1], results[3]);
        });
    }

    private static <R> CellPipeline<R> pipeline(final ExecuteInput in, final StateTable state,
        final Function<R, String> problem) {
        final QkeBoxParameters parameters = in.getParameters();
        return CellPipeline.<R>of(in.getInTable(0), state, "evolving the box").failures(parameters.m_onFailure, problem,
            "not evolved to the end", "Lower the tolerance or the time step.",
            "Set \"On failure\" to missing values to keep what was reached and go on.");
    }

    private static BufferedDataTable[] twoFlavors(final ExecuteInput in, final StateTable state,
        final FieldInput fields, final Progress progress, final List<String> warnings) throws KNIMEException {
        final QkeBoxParameters parameters = in.getParameters();
        final QkeTables tables = new QkeTables(in.getExecutionContext(), state.layout(), state.units(), parameters);
        final QkeTask task =
            new QkeTask(parameters, state.units(), fields, NodeRun.settings(parameters::matter));
        QkeBoxNodeFactory.<CellBox>pipeline(in, state, CellBox::problem)
            .memory(task::bytes, task::describe, MEMORY).time(task::seconds)
            .run(progress, warnings, task::solve, tables::add);
        warn(warnings, state, tables.chaotic());
        return tables.close();
    }

    private static BufferedDataTable[] threeFlavors(final ExecuteInput in, final StateTable state,
        final FieldInput fields, final Progress progress, final List<String> warnings) throws KNIMEException {
        final QkeBoxParameters parameters = in.getParameters();
        final ThreeFlavorBoxTables tables =
            new ThreeFlavorBoxTables(in.getExecutionContext(), state.layout(), state.units(), parameters);
        final ThreeFlavorBoxTask task =
            new ThreeFlavorBoxTask(parameters, state.units(), fields, NodeRun.settings(parameters::matter));
        QkeBoxNodeFactory.<Evolved>pipeline(in, state, Evolved::problem)
            .memory(task::bytes, task::describe, MEMORY).time(task::seconds)
            .run(progress, warnings, task::solve, tables::add);
        warn(warnings, state, tables.chaotic());
        return tables.close();
    }

    private static void warn(final List<String> warnings, final StateTable state, final int chaotic) {
        if (chaotic > 0) {
            warnings.add("The evolution of " + (state.cells().size() == 1 ? "the state"
                : chaotic + " of " + state.cells().size() + " cells") + " is chaotic: the values at the"
                + " end carry no digit; see the column 'digits' of the summary.");
        }
    }
}
