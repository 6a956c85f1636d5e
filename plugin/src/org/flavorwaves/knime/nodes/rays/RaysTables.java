package org.flavorwaves.knime.nodes.rays;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import org.flavorwaves.knime.nodes.CellLoop;
import org.flavorwaves.knime.table.ResultTable;
import org.flavorwaves.knime.table.StateUnits;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.transport.rays.BackgroundProfile;
import org.flavorwaves.physics.transport.rays.FrequencyMap;
import org.flavorwaves.physics.transport.rays.FrequencyMap.Band;
import org.flavorwaves.physics.transport.rays.Ray;
import org.flavorwaves.physics.transport.rays.RayEvent;
import org.flavorwaves.physics.transport.rays.RayPoint;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The three output tables of the node Flavor Wave Rays. */
final class RaysTables {
    /** Places and wave numbers of the maps of frequencies. */
    private static final int PLACES = 40;

    private static final int WAVE_NUMBERS = 32;

    /** Most bands that have a map. */
    private static final int BANDS = 12;

    /** Share of the largest kz of a ray below which another one is rounding. */
    private static final double ROUNDING = 1e-10;

    /** What the map shows beyond the rays, as a share of their range. */
    private static final double ROOM = 0.15;

    private final ExecutionContext m_exec;

    private final StateUnits m_units;

    RaysTables(final ExecutionContext exec, final StateUnits units) {
        m_exec = exec;
        m_units = units;
    }

    static DataTableSpec raysSpec(final StateUnits units) {
        return new DataTableSpec(units.columns("ray, t, z, kx, ky, kz, omega_re, omega_im, phase, action, amplitude",
            "kappa, v_group, condition"));
    }

    static DataTableSpec eventsSpec(final StateUnits units) {
        return new DataTableSpec(units.columns("ray, t, z, kz, event, gap, probability"));
    }

    static DataTableSpec summarySpec(final StateUnits units) {
        return new DataTableSpec(units.columns("ray, launch, parent, modes, structure, t_end, end, events [count]",
            "gain, omega_drift, worst_condition, steps, wall_time, result"));
    }

    private double time(final double t) {
        return t / m_units.rateFactor();
    }

    private double rate(final double frequency) {
        return frequency * m_units.rateFactor();
    }

    BufferedDataTable rays(final List<Ray> rays) {
        final ResultTable table = new ResultTable(m_exec, raysSpec(m_units));
        for (int r = 0; r < rays.size(); r++) {
            for (final RayPoint p : rays.get(r).points()) {
                table.add(Optional.empty(), r, time(p.t()), p.z(), p.k().kx(), p.k().ky(), p.k().kz(),
                    rate(p.omegaRe()), rate(p.omegaIm()), p.phase(), p.action(),
                    ResultTable.finite(p.amplitude()), p.signature(),
                    p.groupVelocity().kz(), p.condition());
            }
        }
        return table.close();
    }

    BufferedDataTable events(final List<Ray> rays) {
        final ResultTable table = new ResultTable(m_exec, eventsSpec(m_units));
        for (int r = 0; r < rays.size(); r++) {
            for (final RayEvent e : rays.get(r).events()) {
                table.add(Optional.empty(), r, time(e.t()), e.z(), e.kz(), e.kind().name(), rate(e.gap()),
                    e.probability());
            }
        }
        return table.close();
    }

    BufferedDataTable summary(final List<Ray> rays, final BackgroundProfile profile, final double seconds) {
        final ResultTable table = new ResultTable(m_exec, summarySpec(m_units));
        for (int r = 0; r < rays.size(); r++) {
            final Ray ray = rays.get(r);
            final RayPoint last = ray.points().get(ray.points().size() - 1);
            final double gain =
                ResultTable.finite(Math.log(last.amplitude() / ray.points().get(0).amplitude()));
            table.add(Optional.empty(), r, ray.launch(), ray.parent() < 0 ? ResultTable.missing() : ray.parent(),
                profile.size(), profile.isAligned() ? "aligned" : "equilibrium", time(last.t()), end(ray),
                ray.events().size(), gain, rate(ray.monitors().frequencyDrift()), ray.monitors().condition(),
                ray.monitors().steps(), seconds, sentence(r, ray, last, gain));
        }
        return table.close();
    }

    /**
     * Frequencies of the bands of rays where rays go, for the view.
     *
     * @return the bands of rays, one row a ray that has one, and the frequencies of each band; no rows where rays do
     *         not move
     */
    BufferedDataTable[] maps(final BackgroundProfile profile, final List<Ray> rays, final Progress progress) {
        final ResultTable members = new ResultTable(m_exec, new DataTableSpec(m_units.columns("band, ray")));
        final ResultTable maps = new ResultTable(m_exec, new DataTableSpec(m_units.columns("band, z, kz, omega_re")));
        final List<Band> bands = bands(profile, rays, BANDS, progress.part(0, 0.5));
        for (int b = 0; b < bands.size(); b++) {
            for (final int ray : bands.get(b).rays()) {
                members.add(Optional.empty(), b, ray);
            }
            final List<Ray> own = bands.get(b).rays().stream().map(rays::get).toList();
            final double[] z = places(profile, own);
            final double[] kz = waveNumbers(own);
            final double done = 0.5 + 0.5 * b / bands.size();
            final double[] omega = own.size() == rays.size() ? bands.get(b).omega()
                : bands(profile, own, 1, progress.part(done, done + 0.5 / bands.size())).stream().findFirst()
                    .map(Band::omega).orElse(new double[0]);
            for (int i = 0; i < omega.length; i++) {
                maps.add(Optional.empty(), b, z[i % z.length], kz[i / z.length], ResultTable.finite(rate(omega[i])));
            }
        }
        return new BufferedDataTable[]{members.close(), maps.close()};
    }

    /** The bands of rays over where these go. */
    private static List<Band> bands(final BackgroundProfile profile, final List<Ray> rays, final int most,
        final Progress progress) {
        final double[] z = places(profile, rays);
        final double[] kz = waveNumbers(rays);
        return z.length == 0 || kz.length == 0 ? List.of()
            : FrequencyMap.of(profile, rays.stream().map(ray -> ray.points().get(0)).toList(), z, kz, most, progress);
    }

    private static double[] places(final BackgroundProfile profile, final List<Ray> rays) {
        return across(rays, RayPoint::z, PLACES, profile.from(), profile.to());
    }

    private static double[] waveNumbers(final List<Ray> rays) {
        return across(rays, p -> p.k().kz(), WAVE_NUMBERS, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /** Places at equal distances a little beyond all rays, within bounds; none if rays do not move. */
    private static double[] across(final List<Ray> rays, final ToDoubleFunction<RayPoint> place, final int count,
        final double from, final double to) {
        final DoubleSummaryStatistics all =
            rays.stream().flatMap(ray -> ray.points().stream()).mapToDouble(place).summaryStatistics();
        final double room = ROOM * (all.getMax() - all.getMin());
        if (!(room > 0) || Double.isInfinite(room)) {
            return new double[0];
        }
        final double low = Math.max(from, all.getMin() - room);
        final double high = Math.min(to, all.getMax() + room);
        return IntStream.range(0, count).mapToDouble(i -> low + i * (high - low) / (count - 1)).toArray();
    }

    private static String end(final Ray ray) {
        return ray.events().isEmpty() || !ray.events().get(ray.events().size() - 1).kind().isLast() ? "time"
            : ray.events().get(ray.events().size() - 1).kind().name();
    }

    private String sentence(final int index, final Ray ray, final RayPoint last, final double gain) {
        final Map<RayEvent.Kind, Integer> counts = new TreeMap<>();
        ray.events().stream().filter(e -> !e.kind().isLast()).forEach(e -> counts.merge(e.kind(), 1, Integer::sum));
        final double kz = last.k().kz();
        final double largest = ray.points().stream().mapToDouble(p -> Math.abs(p.k().kz())).max().orElse(0);
        final StringBuilder text = new StringBuilder("ray " + index + " goes from z = "
            + CellLoop.brief(ray.points().get(0).z()) + " to " + CellLoop.brief(last.z()) + m_units.lengthUnit()
            + " and kz = " + CellLoop.brief(Math.abs(kz) < ROUNDING * largest ? 0 : kz)
            + m_units.potentialUnit() + " in t = " + CellLoop.brief(time(last.t())) + m_units.timeUnit()
            + (Double.isNaN(gain) ? "" : ", amplitude times " + CellLoop.brief(Math.exp(gain))));
        counts.forEach((kind, count) -> text.append(", ").append(count).append(' ')
            .append(kind.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
        return text.append("; ends ").append(ending(end(ray))).toString();
    }

    private static String ending(final String end) {
        return switch (end) {
            case "time" -> "at the end time";
            case "LEFT" -> "at the left edge";
            case "RIGHT" -> "at the right edge";
            case "EXCEPTIONAL_POINT" -> "at an exceptional point";
            default -> "where no wave continues it";
        };
    }
}
