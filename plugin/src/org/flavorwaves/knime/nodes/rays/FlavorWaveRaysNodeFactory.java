package org.flavorwaves.knime.nodes.rays;

import java.util.List;

import org.flavorwaves.knime.nodes.NodeRun;
import org.flavorwaves.knime.nodes.cost.Memory;
import org.flavorwaves.knime.nodes.cost.Watched;
import org.flavorwaves.knime.table.BackgroundTable;
import org.flavorwaves.knime.table.ColumnTexts;
import org.flavorwaves.knime.view.FigurePort;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.transport.rays.BackgroundProfile;
import org.flavorwaves.physics.transport.rays.Ray;
import org.flavorwaves.physics.transport.rays.RayEvent;
import org.flavorwaves.physics.transport.rays.RayLaunch;
import org.flavorwaves.physics.transport.rays.RayOptions;
import org.flavorwaves.physics.transport.rays.RayTracer;
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

/** The node Flavor Wave Rays: waves that move through a background that varies along z. */
public final class FlavorWaveRaysNodeFactory extends DefaultNodeFactory {
    /** Bytes of a point of a ray. */
    private static final long BYTES_A_POINT = 250;

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Flavor Wave Rays") //
        .icon("../../../../../icons/flavor-wave-rays.png") //
        .shortDescription("Follows flavor waves as rays through a background of neutrinos and matter that varies.")
        .fullDescription("""
            <p>A flavor wave that is much shorter than the distance over which its background changes keeps its band \
            and moves like a particle: dz/dt = ∂Ω/∂k, dk/dt = -∂Ω/∂z. Each place of the background is a mixing \
            equilibrium; between places the lengths |P|, weights, frequencies and the matter potential are \
            interpolated by splines and the equilibrium is solved again. The frequency and wave function of the band \
            are followed, at a cost proportional to the number of modes.</p>
            <p>Along a stable ray the wave action κ|A|² is conserved, with κ = Σ w s P·(iψ × ψ*)/|P|², not the \
            amplitude |A|. Ω is conserved, because the background does not depend on time; its largest change is in \
            the summary. Waves grow where Im Ω > 0; a growing wave has no action.</p>
            <p>A ray that cannot go on is not an error: it ends with an event. Bands of opposite signature that merge \
            end it at an exceptional point, where the group velocity passes that of light or the condition 1000. \
            Bands of equal signature avoid each other.</p>
            <p>The background is a state table with the column z: rows of equal z are the state there, the same modes \
            in the same order at every place, and the optional column lambda is the matter potential of the place. \
            Without z it is one uniform medium. Splines through n places are as accurate as the fourth power of their \
            distance over the length on which the background changes: a tenth of it gives about six digits.</p>""") //
        .sinceVersion(5, 9, 0) //
        .dynamicPorts(FigurePort.behind(p -> p //
            .addInputTable("Background", """
                One row a place and momentum mode: z, [lambda], species, (vx, vy, vz or mu), weight, P0, Px, Py, Pz, \
                and optionally omega or E, and D.""")
            .addInputTable("Launches", """
                One row a ray: z, kx, ky, kz, optionally omega_re (the nearest band is taken) and action (default \
                1).""")
            .addOutputTable("Rays", ColumnTexts.port("One row a ray and time.", "ray", "t",
                "z [length]: Place along the axis on which the background varies.", "kx, ky, kz", "omega_re",
                "omega_im", "phase", "action", "amplitude",
                "kappa [potential]: Signature κ of the band, whose product with |A|² is the action; 0 of a growing "
                    + "wave.",
                "v_group [c]: Group velocity along z.", "condition"))
            .addOutputTable("Events", ColumnTexts.port("One row an event, in the order of the rays.", "ray", "t",
                "z [length]: Place along the axis on which the background varies.", "kz", "event", "gap",
                "probability"))
            .addOutputTable("Summary", ColumnTexts.port("One row a ray.", "ray", "launch", "parent", "modes",
                "structure", "t_end", "end: time, or the event that ended the ray.", "events: Number of events.",
                "gain", "omega_drift",
                "worst_condition", "steps", "wall_time", "result")))) //
        .model(m -> m //
            .parametersClass(FlavorWaveRaysParameters.class) //
            .configure(FigurePort.configure(FlavorWaveRaysNodeFactory::configure)) //
            .execute(FigurePort.execute(FlavorWaveRaysNodeFactory::execute, RaysFigure::of))) //
        .addView(FigurePort.view(RaysFigure.TITLE, "rays.html",
            "Rays over the frequency of their band by place and wave number, with their events, and amplitudes; "
                + "one drawing a band.",
            RaysFigure::of)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("neutrino", "flavor", "wave", "ray", "geometric optics", "action", "avoided crossing",
            "Landau-Zener", "transport");

    /** Makes the node. */
    public FlavorWaveRaysNodeFactory() {
        super(NODE);
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final FlavorWaveRaysParameters parameters = in.getParameters();
        final BackgroundTable background = BackgroundTable.of(in.getInTableSpec(0), parameters.units());
        LaunchTable.of(in.getInTableSpec(1));
        out.setOutSpecs(RaysTables.raysSpec(background.units()), RaysTables.eventsSpec(background.units()),
            RaysTables.summarySpec(background.units()));
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final FlavorWaveRaysParameters parameters = in.getParameters();
        NodeRun.execute(in, out, (progress, warnings) -> {
            final BufferedDataTable states = in.getInTable(0);
            final BackgroundTable background = NodeRun.settings(
                () -> BackgroundTable.of(states.getDataTableSpec(), parameters.units()));
            final List<RayLaunch> launches = NodeRun.settings(
                () -> LaunchTable.of(in.getInTable(1).getDataTableSpec())).read(in.getInTable(1), background.units());
            Memory.require(BYTES_A_POINT * launches.size() * (parameters.m_outputs + 2L),
                () -> launches.size() + " rays with " + parameters.m_outputs + " outputs",
                "Ask for fewer outputs, or launch fewer rays at once.");
            final long start = System.nanoTime();
            final BackgroundProfile profile = background.read(states, parameters.environment(), parameters.deltaM2(),
                progress.part(0, 0.2));
            final RayOptions options = parameters.options(profile, background.units());
            final List<Ray> rays = trace(profile, options, launches, progress.part(0.2, 0.85));
            final RaysTables tables = new RaysTables(in.getExecutionContext(), background.units());
            final BufferedDataTable points = tables.rays(rays);
            final BufferedDataTable events = tables.events(rays);
            final BufferedDataTable summary = tables.summary(rays, profile, 1e-9 * (System.nanoTime() - start));
            out.setOutData(points, events, summary);
            final BufferedDataTable[] maps =
                Watched.run(progress.part(0.85, 1), watched -> tables.maps(profile, rays, watched));
            out.setInternalData(points, events, summary, maps[0], maps[1]);
            warn(warnings, profile, options, rays);
        });
    }

    private static List<Ray> trace(final BackgroundProfile profile, final RayOptions options,
        final List<RayLaunch> launches, final Progress progress) {
        return Watched.run(progress, watched -> new RayTracer(options).trace(profile, launches, watched));
    }

    private static void warn(final List<String> warnings, final BackgroundProfile profile, final RayOptions options,
        final List<Ray> rays) {
        if (profile.limited() > 0) {
            warnings.add(profile.limited() + " quantities of the background change too fast between its places for a "
                + "smooth interpolation and are interpolated monotonically. Give more places.");
        }
        final long ended = rays.stream().filter(r -> ended(r, RayEvent.Kind.EXCEPTIONAL_POINT)).count();
        if (ended > 0) {
            warnings.add(ended + " of " + rays.size() + " rays end at an exceptional point, where two bands merge.");
        }
        final long lost = rays.stream().filter(r -> ended(r, RayEvent.Kind.LOST)).count();
        if (lost > 0) {
            warnings.add(lost + " of " + rays.size()
                + " rays were lost: no wave or no equilibrium was found further on.");
        }
        final boolean leaves = options.degeneracy() == RayOptions.Degeneracy.FOLLOW;
        final long likely = rays.stream().filter(r -> r.events().stream()
            .anyMatch(e -> leaves ? e.probability() > 0.5 : e.probability() < 0.5)).count();
        if (likely > 0 && options.degeneracy() != RayOptions.Degeneracy.SPLIT) {
            warnings.add(likely + " of " + rays.size() + " rays take the less likely way at an avoided crossing. "
                + "Set \"Avoided crossings\" to Split to follow both.");
        }
    }

    private static boolean ended(final Ray ray, final RayEvent.Kind kind) {
        return !ray.events().isEmpty() && ray.events().get(ray.events().size() - 1).kind() == kind;
    }
}
