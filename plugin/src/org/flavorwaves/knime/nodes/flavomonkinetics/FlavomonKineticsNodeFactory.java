package org.flavorwaves.knime.nodes.flavomonkinetics;

import java.util.DoubleSummaryStatistics;

import org.flavorwaves.knime.nodes.CellLoop;
import org.flavorwaves.knime.nodes.CellPipeline;
import org.flavorwaves.knime.nodes.NodeRun;
import org.flavorwaves.knime.nodes.cost.Memory;
import org.flavorwaves.knime.table.ColumnTexts;
import org.flavorwaves.knime.table.StateLayout;
import org.flavorwaves.knime.table.StateTable;
import org.flavorwaves.knime.table.StateUnits;
import org.flavorwaves.knime.view.FigurePort;
import org.flavorwaves.physics.flavomon.kinetics.occupation.FlavomonHistory;
import org.flavorwaves.physics.flavomon.kinetics.occupation.FlavomonHistory.Outcome;
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

/** The node Flavomon Kinetics: neutrinos and quantized flavor waves, the medium reacting. */
public final class FlavomonKineticsNodeFactory extends DefaultNodeFactory {
    /** Largest asymmetry that is rounding. */
    private static final double SYMMETRY = 1e-9;

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Flavomon Kinetics") //
        .icon("../../../../../icons/flavomon-kinetics.png") //
        .shortDescription("Evolves neutrinos and flavomons that they emit and absorb, with the medium reacting.")
        .fullDescription("""
            <p>Growing flavor waves are flavomons emitted by neutrinos, ν<sub>x</sub> → ν<sub>e</sub> + ψ, faster \
            than they are absorbed (Fiorillo &amp; Raffelt, equations 14-22): dN<sub>K</sub>/dt = \
            Σ<sub>i</sub> w<sub>i</sub> W<sub>K,i</sub> [f<sub>x</sub>(1-f<sub>e</sub>)(1+N<sub>K</sub>) - \
            f<sub>e</sub>(1-f<sub>x</sub>)N<sub>K</sub>], and the same exchange changes the neutrinos, with e and x \
            exchanged for antineutrinos and for antiflavomons. The waves, their renormalisation Z and their rates W \
            are computed anew from the occupations in every stage of every time step. No wave length is resolved.</p>
            <p>The resonant closure couples neutrinos in resonance, ω = k·v. It conserves n<sub>e</sub> - \
            n<sub>ψ</sub> and n<sub>x</sub> + n<sub>ψ</sub>, and with spontaneous emission its entropy never falls. \
            It holds for weak growth, and is refused at once where modes of real frequency do not have a third of the \
            growth. The quasi-linear closure lets growing waves of the beams as given act on all \
            neutrinos; the neutrinos alone then conserve Σ w g. The run stops when a conserved number is broken \
            beyond its tolerance.</p>
            <p>The energy ledger adds what the neutrinos' motion gains, the energy of their flavor in the mean field \
            and that of the waves; what the changing medium does to the waves and what the width of resonances \
            leaves over are columns of their own, so that the residual is the error of the time steps. The \
            dissipated power is what waves give to neutrinos, negative while they grow.</p>
            <p>The medium is homogeneous and wave numbers lie along z. Modes are rings about z or directions on the \
            sphere; each direction keeps its own occupations, and the waves feel the medium averaged over azimuth, \
            which is exact where it is symmetric about z; a warning and the column asymmetry say how far it is from \
            that. Flavor \
            Wave Kinetics takes any state. Vacuum frequencies and \
            depolarization are not used (fast limit). Absorption and emission, the column kappa with its source, \
            change the occupations and so drive the medium; waves are not damped by them. Transverse components of \
            polarization vectors up to a thousandth are taken as the seed of waves and left out.</p>""") //
        .sinceVersion(5, 9, 0) //
        .dynamicPorts(FigurePort.behind(p -> p //
            .addInputTable("State", """
                One row a momentum mode: [cell], species, (vx, vy, vz or mu), weight, P0, Px, Py, Pz. Px and Py at \
                most a thousandth of P0.""")
            .addOutputTable("Occupations", ColumnTexts.port("One row a cell, time and mode.", "cell", "t", "mode",
                "species", "mu", "f_e, f_x"))
            .addOutputTable("Flavomons", ColumnTexts.port("One row a cell, time and wave.", "cell", "t", "k",
                "branch: Branch of the wave.", "quantum", "omega_re", "k_shifted",
                "omega_shifted_re", "gamma [rate]: Growth rate of the wave.",
                "Z [potential]: Wave-function renormalisation for a polarization of unit norm; missing while "
                    + "the wave does not exist.", "N", "intensity", "dissipated_power"))
            .addOutputTable("Lepton spectrum", ColumnTexts.port("One row a cell, time and direction.", "cell", "t",
                "mu", "G", "lepton_number [potential]: Electron-minus-x lepton number of the direction."))
            .addOutputTable("Balance", ColumnTexts.port(
                "One row a cell and time. With the quasi-linear closure the waves are a classical field and "
                    + "n_psi and S_flavomons are 0.", "cell", "t", "n_e", "n_x", "n_psi", "n_e-n_psi", "n_x+n_psi",
                "lepton_number [weight]: Σ w g = n_e - n_x.", "S_neutrinos", "S_flavomons", "S",
                "E_kinetic", "E_potential", "E_waves", "E_drift", "E_width", "E_emitted", "E_residual",
                "dissipated_power"))
            .addOutputTable("Summary", ColumnTexts.port("One row a cell.", "cell", "modes", "asymmetry", "closure",
                "closure_reason", "waves", "k_min, k_max",
                "t_end", "steps", "rejected", "growth_start, growth_end", "crossing_start, crossing_end",
                "worst_invariant", "worst_entropy_fall", "lowest_occupation", "complete", "wall_time", "result")))) //
        .model(m -> m //
            .parametersClass(FlavomonKineticsParameters.class) //
            .configure(FigurePort.configure(FlavomonKineticsNodeFactory::configure)) //
            .execute(FigurePort.execute(FlavomonKineticsNodeFactory::execute, KineticsFigure::of))) //
        .addView(FigurePort.view(KineticsFigure.TITLE, "kinetics.html",
            "Intensities of flavomons by wave number, lepton number by angle, and entropy over time.",
            KineticsFigure::of)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("neutrino", "flavor", "flavomon", "quasi-linear", "kinetics", "saturation", "crossing", "entropy");

    /** Makes the node. */
    public FlavomonKineticsNodeFactory() {
        super(NODE);
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final FlavomonKineticsParameters parameters = in.getParameters();
        final DataTableSpec spec = in.getInTableSpec(0);
        out.setOutSpecs(KineticsTables.specs(StateLayout.of(spec), StateUnits.of(spec, parameters.units())));
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final FlavomonKineticsParameters parameters = in.getParameters();
        final BufferedDataTable table = in.getInTable(0);
        NodeRun.execute(in, out, (progress, warnings) -> {
            final StateTable state = CellPipeline.read(table, parameters, 0, progress.part(0, 0.02));
            final KineticsTask task = new KineticsTask(parameters, state.units());
            final long bytes = state.cells().stream().mapToLong(c -> task.bytes(c.state().size())).sum();
            Memory.require(bytes, () -> "The results of " + state.cells().size() + " cells", "Write fewer outputs.",
                "Use fewer wave numbers.", "Give Java more memory (-Xmx).");
            final KineticsTables tables = new KineticsTables(in.getExecutionContext(), state.layout(), state.units());
            final DoubleSummaryStatistics tilted = new DoubleSummaryStatistics();
            CellPipeline.<CellKinetics>of(table, state, "flavomon kinetics")
                .failures(parameters.m_onFailure, cell -> problem(cell.history(), parameters, state.units()),
                    "not evolved to the end",
                    "Lower the tolerance or the largest change, or shorten the duration.",
                    "Set \"On failure\" to missing values to keep what was reached and go on.")
                .run(progress.part(0.02, 1), warnings, task::solve, solved -> {
                    tables.add(solved);
                    if (solved.value().asymmetry() > SYMMETRY) {
                        tilted.accept(solved.value().asymmetry());
                    }
                });
            if (tilted.getCount() > 0) {
                warnings.add((state.cells().size() == 1 ? "The state is" : tilted.getCount() + " of "
                    + state.cells().size() + " cells are") + " not symmetric about z, by up to "
                    + CellLoop.brief(tilted.getMax()) + " of the lepton number: waves feel the average over azimuth."
                    + " Use Flavor Wave Kinetics for waves of the state as it is.");
            }
            final BufferedDataTable[] results = tables.close();
            out.setOutData(results);
            out.setInternalData(results[1], results[2], results[3], results[4]);
        });
    }

    /** Why a run did not finish; empty if it did. */
    private static String problem(final FlavomonHistory history, final FlavomonKineticsParameters parameters,
        final StateUnits units) {
        if (history.outcome() == Outcome.FINISHED) {
            return "";
        }
        if (history.outcome() == Outcome.INVARIANT_BROKEN) {
            return "a conserved number changed by " + CellLoop.brief(history.worstInvariant())
                + " of the density of all neutrinos, more than the allowed "
                + CellLoop.brief(parameters.m_invariantTolerance) + ".";
        }
        return "the run needs more than " + parameters.m_maxSteps + " time steps; it reached t = "
            + CellLoop.brief(history.last().time() / units.rateFactor()) + units.timeUnit() + ".";
    }
}
