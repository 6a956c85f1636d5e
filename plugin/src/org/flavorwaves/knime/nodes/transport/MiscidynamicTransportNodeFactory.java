package org.flavorwaves.knime.nodes.transport;

import java.util.List;
import java.util.Optional;

import org.flavorwaves.knime.nodes.NodeRun;
import org.flavorwaves.knime.nodes.cost.Memory;
import org.flavorwaves.knime.nodes.cost.Watched;
import org.flavorwaves.knime.nodes.transport.MiscidynamicTransportParameters.ClosureChoice;
import org.flavorwaves.knime.nodes.transport.MiscidynamicTransportParameters.Frame;
import org.flavorwaves.knime.table.ColumnTexts;
import org.flavorwaves.knime.table.StateUnits;
import org.flavorwaves.knime.view.FigurePort;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.transport.flow.BoxRelaxation;
import org.flavorwaves.physics.transport.flow.Closure;
import org.flavorwaves.physics.transport.flow.FlowGrowth;
import org.flavorwaves.physics.transport.flow.FlowResult;
import org.flavorwaves.physics.transport.flow.FlowRun;
import org.flavorwaves.physics.transport.flow.FlowSample;
import org.flavorwaves.physics.transport.flow.FlowSetup;
import org.flavorwaves.physics.transport.flow.grid.FlowGrid;
import org.flavorwaves.physics.transport.flow.grid.FlowProfile;
import org.flavorwaves.physics.transport.matrix.WaveMatrix;
import org.flavorwaves.physics.transport.waves.FlavorWaves;
import org.flavorwaves.physics.transport.waves.LeftOutWaves;
import org.flavorwaves.physics.transport.waves.UniformFlow;
import org.flavorwaves.physics.transport.waves.WaveEquilibrium;
import org.flavorwaves.physics.transport.waves.WaveGrid;
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
import org.knime.node.RequirePorts.DynamicPortsAdder;

/** The node Miscidynamic Transport: neutrinos that stream in local mixing equilibrium. */
public final class MiscidynamicTransportNodeFactory extends DefaultNodeFactory {
    /** Bytes of a mode in a cell of an output. */
    private static final long BYTES_A_MODE = 120;

    private static final long BYTES_A_CELL = 600;

    /** Bytes of one of the N^2 numbers of a wave matrix of N modes. */
    private static final long BYTES_A_NUMBER = 16;

    /** Bytes of such a number as a row, or as a wave of the run before. */
    private static final long BYTES_A_WAVE = 64;

    /** Wave numbers below which a closure that follows waves may miss those that grow. */
    private static final int FEW_WAVES = 30;

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Miscidynamic Transport") //
        .icon("../../../../../icons/miscidynamic-transport.png") //
        .shortDescription("Carries neutrinos in local mixing equilibrium through a slab, from a sphere, or in time.")
        .fullDescription("""
            <p>Flavor oscillates over millimetres, and a star has kilometres. Miscidynamics (Johns &amp; Kost, \
            equations 27 and 38-40) carries only what survives the oscillations: the occupations P0 and lengths |P| of \
            each mode, which stream with its own velocity and change by collisions, and the sign ε with which P is \
            along its Hamiltonian vector. The directions follow: every cell is in mixing equilibrium with its own \
            matter potential at every time, found by Newton's method from that of the step before.</p>
            <p>In time, lengths move by upwind fluxes of second order that keep every state realizable; modes that \
            cross exactly one cell in a step are shifted exactly. A stationary stream is followed along z. Without \
            matter the equilibrium turns about the mass axis: in time in a uniform medium (Ω), along the way in a \
            stationary stream (K); in time and space together this problem can be ill-posed, and such streams are \
            refused. Collisions are the columns D (depolarization) and kappa with its source (absorption and \
            emission).</p>
            <p>Fluctuations depolarize: a closure tells by how much. The adiabatic one leaves them out; flavor \
            waves, flavomons and the wave matrix carry waves with the stream, the last with their coherences, which \
            is more accurate; wave equilibrium is the limit of waves that grow in no time; relaxation is what others \
            use. No closure about a fixed axis follows a medium that is driven so hard that it turns over as a whole: \
            distrust it where waves grow over less than the length of the drive.</p>
            <p>The adiabatic state may be unstable. Growing waves are searched in every cell of every output, and \
            perturbations that grow along a stationary stream; such rows are marked UNSTABLE: there the full equation \
            leaves the state. The stream stops, with mode and place, where the theory ends: where |H| or |P| of a \
            mode vanishes, or no equilibrium continues the one before.</p>
            <p>The rows of the last time of the first output are a state again, from which the stream goes on: connect \
            them as the state. Flavor waves, flavomons and the wave matrix go on from theirs too, if the second output \
            is connected to the port "Waves before", which is added to the node by its menu; the run is then the same \
            as one that was not stopped but had this time among its outputs. Without it waves begin again from their \
            noise, and need the time in which they grow until they hold the state. Wave equilibrium and Relaxation \
            have no memory and go on exactly. Times count from 0 again: inflow and profiles that change with time are \
            those of the first run, and must be shifted.</p>
            <p>What the wave matrix needs to go on are its coherences R_ij(z, K), of which the table of waves has the \
            last time: at its end, behind branch 0 of all cells, which is the intensity of all waves, N² rows a cell \
            and wave number of N modes. Their intensity is a number of R in the order of the modes of the state, \
            counted from 0: of branch 1 + i N + j it is Re R_ij for i ≤ j and Im R_ij for i > j, per unit of k and for \
            both transverse components of P. "Coherences" leaves these rows out.</p>""") //
        .sinceVersion(5, 9, 0) //
        .dynamicPorts(FigurePort.behind(p -> p //
            .addInputTable("State", """
                One row a momentum mode: species, (vx, vy, vz or mu), weight, P0, Px, Py, Pz, and optionally omega or \
                E, D, and kappa with P0_source, Px_source, Py_source, Pz_source. It flows in at the ends of a stream \
                that is empty at the start; a periodic or closed slab is filled with it. With the column z it is the \
                state at the start by place, and what is at the first and last place flows in. With the column t \
                only the rows of the last time count; with t and without z they are what enters over time, between \
                whose times P0 and |P| are interpolated, the first and the last holding before and after.""")
            .addInputTable("Profile", """
                One row a place: z, and optionally lambda (matter potential; without it that of the settings) and \
                selfInteraction (a factor on the self-interaction). The stream begins at the first z. Of a uniform \
                medium t takes the place of z; without t the first row counts.""")
            .addOutputTable("States", ColumnTexts.port("""
                One row an output, place and mode: the cells, between the ends of the stream where something flows \
                in.""", "t", "z [length]: Centre of the cell, end, or place of a stationary stream.", "species", "E",
                "vx, vy, vz", "mu", "weight", "P0", "Px, Py, Pz", "omega", "D", "kappa",
                "P0_source, Px_source, Py_source, Pz_source", "Hx, Hy, Hz", "epsilon", "gamma"))
            .addOutputTable("Waves", ColumnTexts.port("One row an output, cell, wave number and growing wave.", "t",
                "z [length]: Centre of the cell.", "k", "branch",
                "action [1]: Intensity of the wave, of flavomons their number N a quantum state; missing where the "
                    + "closure has none or the wave has not begun.",
                "growth [rate]: Growth rate of the wave, with a closure that of its intensity over 2.",
                "intensity [1]: Intensity |A|² of the wave per unit of k with Σ w|ψ|² = 1, from which flavor waves and "
                    + "flavomons go on, and coherences of the wave matrix (branches above 0); missing where the "
                    + "closure has none or the wave has not begun."))
            .addOutputTable("Fields", ColumnTexts.port("One row an output and cell.", "t",
                "z [length]: Centre of the cell, or place of a stationary stream.",
                "J0x, J0y, J0z, J1x, J1y, J1z, J2x, J2y, J2z, J3x, J3y, J3z", "omega_corotating", "K_corotating",
                "growth [rate]: Growth rate of the fastest wave; missing if not searched for or not resolved.",
                "growth_in_z", "stability", "entropy", "quasistaticity", "scale_ratio", "min_field",
                "wave_mixing"))
            .addOutputTable("Summary", ColumnTexts.port("One row.", "modes", "cells", "steps", "t_end", "stopped",
                "stopped_at", "reason", "unstable", "growth", "lepton_drift", "clipped", "wall_time",
                "result"))).andThen(MiscidynamicTransportNodeFactory::addWaves)) //
        .model(m -> m //
            .parametersClass(MiscidynamicTransportParameters.class) //
            .configure(FigurePort.configure(MiscidynamicTransportNodeFactory::configure)) //
            .execute(FigurePort.execute(MiscidynamicTransportNodeFactory::execute, TransportFigure::of))) //
        .addView(FigurePort.view(TransportFigure.TITLE, "transport.html",
            "Flavor and growth over place and time, and the flavor of each energy at both ends.",
            TransportFigure::of)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("neutrino", "flavor", "transport", "supernova", "bulb", "slab", "adiabatic", "spectral swap", "MSW",
            "miscidynamics");

    /** Makes the node. */
    public MiscidynamicTransportNodeFactory() {
        super(NODE);
    }

    private static void addWaves(final DynamicPortsAdder ports) {
        ports.addInputPortGroup(WavesTable.NAME, g -> g.name(WavesTable.NAME).description("""
            What the second output of an earlier run says of its waves, at the last time: z, k, branch, action and \
            intensity of every cell, wave number and branch. For the closures flavor waves, flavomons and the wave \
            matrix, with the cells and wave numbers of that run.""").optional().supportedTypes(BufferedDataTable.TYPE));
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final MiscidynamicTransportParameters parameters = in.getParameters();
        final TransportInput input = TransportInput.of(in.getInTableSpec(0), in.getInTableSpec(1), parameters);
        if (in.getInTableSpecs().length > WavesTable.PORT) {
            WavesTable.of(in.getInTableSpec(WavesTable.PORT), parameters);
        }
        out.setOutSpecs(TransportTables.specs(input.layout(), input.units()));
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final MiscidynamicTransportParameters parameters = in.getParameters();
        NodeRun.execute(in, out, (progress, warnings) -> {
            final BufferedDataTable states = in.getInTable(0);
            final BufferedDataTable profiles = in.getInTable(1);
            final TransportInput input = NodeRun.settings(() -> TransportInput.of(states.getDataTableSpec(),
                profiles.getDataTableSpec(), parameters));
            final long start = System.nanoTime();
            final FlowSetup setup = input.read(states, profiles, parameters, progress.part(0, 0.02));
            final int outputs = parameters.isStationary() ? 1 : parameters.m_outputs + 1;
            final int modes = setup.grid().modes().size();
            Memory.require((long) outputs * setup.grid().cells() * (BYTES_A_CELL + BYTES_A_MODE * modes),
                () -> setup.grid().cells() + " cells of " + modes + " modes with " + outputs + " outputs",
                "Ask for fewer cells or outputs.");
            final boolean goesOn = in.getInTables().length > WavesTable.PORT;
            if (parameters.m_closure == ClosureChoice.WAVE_MATRIX) {
                requireMatrix(parameters, setup.grid(), goesOn);
            }
            final double[] times = times(parameters, setup, input.units());
            final Optional<FlowGrowth> growth = growth(parameters);
            final List<Closure.WaveSample> before = !goesOn ? List.of()
                : WavesTable.read(in.getInTable(WavesTable.PORT), parameters, setup.grid(), input.time());
            final TransportOutcome outcome =
                solve(parameters, setup, before, times, growth, progress.part(0.02, 0.9));
            final TransportTables tables = new TransportTables(in.getExecutionContext(), input);
            final BufferedDataTable all = tables.states(outcome);
            final BufferedDataTable fields = tables.fields(outcome);
            final BufferedDataTable summary = tables.summary(outcome, 1e-9 * (System.nanoTime() - start));
            out.setOutData(all, tables.waves(outcome, parameters.m_coherences), fields, summary);
            out.setInternalData(all, fields, summary);
            warnBeyond(warnings, setup, times);
            if (parameters.m_closure.hasWaves() && parameters.m_kCount > 1 && parameters.m_kCount < FEW_WAVES) {
                warnings.add("Only " + parameters.m_kCount + " wave numbers are followed; waves that grow between them "
                    + "are not. Raise kCount to " + FEW_WAVES + " or more, or narrow kMin to kMax.");
            }
            if (parameters.m_closure.hasKinetics()) {
                warnLeftOut(warnings, outcome.samples(), waves(parameters, setup));
            }
            warn(warnings, outcome);
        });
    }

    /** Refuses wave matrices that do not fit, with the rows that they make and those from which they go on. */
    private static void requireMatrix(final MiscidynamicTransportParameters parameters, final FlowGrid grid,
        final boolean goesOn) throws KNIMEException {
        final long modes = grid.modes().size();
        final long numbers = modes * modes * parameters.m_kCount * grid.cells();
        final int times = (parameters.m_coherences ? 1 : 0) + (goesOn ? 1 : 0);
        Memory.require(numbers * (BYTES_A_NUMBER + times * BYTES_A_WAVE),
            () -> "The " + numbers + " numbers of a wave matrix of " + modes + " modes at " + parameters.m_kCount
                + " wave numbers in " + grid.cells() + " cells", "Ask for fewer cells or wave numbers.",
            "Set coherences to false if no run goes on from this one.");
    }

    /** What is searched for growing waves: physical wave numbers, all of them where shifted ones are followed. */
    private static Optional<FlowGrowth> growth(final MiscidynamicTransportParameters parameters) {
        if (parameters.m_kCount < 2) {
            return Optional.empty();
        }
        return Optional.of(parameters.m_kFrame == Frame.SHIFTED ? new FlowGrowth(0, 0, parameters.m_kCount)
            : new FlowGrowth(parameters.m_kMin, parameters.m_kMax, parameters.m_kCount));
    }

    private static TransportOutcome solve(final MiscidynamicTransportParameters parameters, final FlowSetup setup,
        final List<Closure.WaveSample> before, final double[] times, final Optional<FlowGrowth> growth,
        final Progress progress) {
        return Watched.run(progress, watched -> parameters.isStationary()
            ? TransportOutcome.stationary(setup, growth, watched)
            : TransportOutcome.inTime(setup, run(parameters, setup, before, times, watched.part(0, 0.4)), growth,
                watched.part(0.4, 1)));
    }

    private static FlowResult run(final MiscidynamicTransportParameters parameters, final FlowSetup setup,
        final List<Closure.WaveSample> before, final double[] times, final Progress progress) {
        return parameters.m_closure.hasKinetics() && UniformFlow.holds(setup, before)
            ? UniformFlow.run(setup, waves(parameters, setup), before, times, progress)
            : FlowRun.run(setup, closure(parameters, setup, before), times, progress);
    }

    private static Optional<Closure> closure(final MiscidynamicTransportParameters parameters, final FlowSetup setup,
        final List<Closure.WaveSample> before) {
        return switch (parameters.m_closure) {
            case ADIABATIC -> Optional.empty();
            case FLAVOR_WAVES, FLAVOMONS -> Optional.of(new FlavorWaves(waves(parameters, setup), setup, before));
            case BGK -> Optional.of(new BoxRelaxation());
            case WAVE_EQUILIBRIUM -> Optional.of(new WaveEquilibrium(waves(parameters, setup)));
            case WAVE_MATRIX -> Optional.of(new WaveMatrix(waves(parameters, setup), setup, before));
        };
    }

    private static WaveGrid waves(final MiscidynamicTransportParameters parameters, final FlowSetup setup) {
        final double[] range = parameters.m_kMax > parameters.m_kMin
            ? new double[]{parameters.m_kMin, parameters.m_kMax}
            : FlowGrowth.range(setup.inflow().left(), setup.environment());
        if (!(range[1] > range[0])) {
            throw new IllegalArgumentException("What flows in at the left has no polarization, so that its waves have"
                + " no range of wave numbers; give kMin and kMax.");
        }
        if (parameters.m_kFrame == Frame.SHIFTED && parameters.m_kMax == parameters.m_kMin) {
            final double half = (range[1] - range[0]) / 2;
            range[0] = -half;
            range[1] = half;
        }
        if (parameters.hasMirror()) {
            range[1] = Math.max(-range[0], range[1]);
            range[0] = -range[1];
        }
        return new WaveGrid(range[0], range[1], parameters.m_kCount, parameters.m_seed,
            parameters.m_closure == ClosureChoice.FLAVOMONS ? WaveGrid.Start.QUANTA : WaveGrid.Start.NOISE,
            parameters.m_kFrame == Frame.SHIFTED);
    }

    private static double[] times(final MiscidynamicTransportParameters parameters, final FlowSetup setup,
        final StateUnits units) {
        double end = parameters.m_tEnd * units.rateFactor();
        if (end == 0 && !setup.grid().isUniform()) {
            end = 2 * setup.grid().width() * setup.grid().cells();
        } else if (end == 0) {
            end = setup.profile().to() > 0 ? setup.profile().to() : 20 / strength(setup.inflow().left());
        }
        final double[] times = new double[parameters.m_outputs + 1];
        for (int k = 0; k < times.length; k++) {
            times[k] = end * (k / (double) parameters.m_outputs);
        }
        return times;
    }

    private static double strength(final FlavorState state) {
        double sum = 0;
        for (int i = 0; i < state.size(); i++) {
            sum += state.modes().weight(i) * state.length(i);
        }
        return sum == 0 ? 1 : sum;
    }

    /** Rings with many crossings may have more growing waves than are followed. */
    private static void warnLeftOut(final List<String> warnings, final List<FlowSample> samples, final WaveGrid grid) {
        int left = 0;
        int all = 0;
        for (final FlowSample sample : samples) {
            for (int c = 0; c < sample.cells().cells(); c++) {
                left += LeftOutWaves.fastest(sample.cells(), c, grid) > 0 ? 1 : 0;
                all++;
            }
        }
        if (left > 0) {
            warnings.add("In " + left + " of " + all + " cells of the outputs three waves or more grow at one wave"
                + " number, of which only two are followed. Lepton numbers cross zero at three cosines or more there.");
        }
    }

    /** Beyond a profile of several rows its last values hold. */
    private static void warnBeyond(final List<String> warnings, final FlowSetup setup, final double[] times) {
        final FlowProfile profile = setup.profile();
        final FlowGrid grid = setup.grid();
        final double end = grid.isUniform() ? times[times.length - 1] : grid.centre(grid.cells() - 1);
        if (profile.to() > profile.from() && end > profile.to()) {
            warnings.add("The profile ends at " + (grid.isUniform() ? "t = " : "z = ") + profile.to()
                + ", before the stream does: its last values are taken beyond.");
        }
    }

    private static void warn(final List<String> warnings, final TransportOutcome outcome) {
        outcome.stop().ifPresent(stop -> warnings.add("The stream stops at z = " + stop.place() + ": "
            + TransportTables.reason(stop) + "."));
        if (outcome.unstable() > 0) {
            warnings.add("Perturbations grow in " + outcome.unstable() + " of "
                + outcome.reached() * outcome.samples().size()
                + " rows: there the full equation leaves the state of this theory. See the column growth.");
        }
    }
}
