package org.flavorwaves.physics.flavomon.kinetics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import org.flavorwaves.physics.flavomon.RealDispersion;
import org.flavorwaves.physics.flavomon.Sector;
import org.flavorwaves.physics.flavomon.WaveBranch;
import org.flavorwaves.physics.flavomon.beams.FollowedRoots;
import org.flavorwaves.physics.flavomon.kinetics.occupation.AngularCells;
import org.flavorwaves.physics.flavomon.kinetics.occupation.NeutrinoOccupations;

/**
 * Chooses wave numbers by where flavomons grow. A medium with a continuous spectrum is scanned along phase velocities:
 * modes grow where G(u) has the sign of the smaller side of the crossing and Z that of the larger one, at the wave
 * numbers that {@link RealDispersion} gives for u. A few beams, and whatever the quasi-linear closure evolves, are
 * scanned along k with the growing roots of the beams, also between the ends where two real modes have merged.
 */
public final class GrowingRange {
    /** Fewest directions that are taken for a sampled continuum. */
    static final int MIN_DIRECTIONS = 6;

    /** Largest artanh |u| and number of phase velocities that are scanned. */
    private static final double END = 5;

    private static final int RAYS = 2000;

    /** Growth rate in units of the largest one below which modes near the light cone do not count. */
    private static final double SLOW = 0.02;

    /** Half the scanned range of k in units of sum |g|, and number of wave numbers, for beams. */
    private static final double REACH = 4;

    private static final int SCAN = 800;

    /** Number of scanned wave numbers times cube of the number of beams for which all roots are searched. */
    private static final double SEARCHES = 2e8;

    /** Fewest wave numbers for which all roots are searched. */
    private static final int FEWEST = 8;

    /** Growth rate in units of sum |g| that counts in a scan of beams. */
    private static final double FLOOR = 1e-4;

    /** What is added at each end of an interval, in units of its length. */
    private static final double MARGIN = 0.1;

    /** Fewest wave numbers in an interval. */
    private static final int MIN_COUNT = 4;

    private record Interval(double from, double to) {
        Interval with(final double k) {
            return new Interval(Math.min(from, k), Math.max(to, k));
        }

        double length() {
            return to - from;
        }
    }

    private final MediumSeries m_medium;

    private final AngularCells m_cells;

    private final boolean m_transverse;

    private final boolean m_continuous;

    private final boolean m_resonant;

    private GrowingRange(final NeutrinoOccupations neutrinos, final FlavomonOptions options) {
        m_cells = new AngularCells(neutrinos);
        m_continuous = m_cells.size() >= MIN_DIRECTIONS || options.order() >= 0;
        m_medium = new MediumSeries(neutrinos, m_cells, m_continuous ? m_cells.order(options.order()) : 0);
        m_medium.update(new double[neutrinos.size()]);
        m_transverse = options.transverse();
        m_resonant = options.closure() == Closure.RESONANT;
    }

    /**
     * Covers the growing waves of a medium with equal cells, and a tenth more on each side.
     *
     * @param neutrinos the neutrinos
     * @param options the order of the series and whether transverse modes count
     * @param count about how many wave numbers; every interval gets at least {@value #MIN_COUNT}
     * @param measure density of states, see {@link WaveNumberGrid}
     * @return the grid; -sum |g| to sum |g| around k = 0 if nothing grows
     */
    public static WaveNumberGrid cover(final NeutrinoOccupations neutrinos, final FlavomonOptions options,
        final int count, final double measure) {
        return new GrowingRange(neutrinos, options).grid(count, measure);
    }

    private WaveNumberGrid grid(final int count, final double measure) {
        final List<Interval> rays = m_continuous ? alongRays() : List.of();
        final List<Interval> intervals = merge(m_continuous && m_resonant ? rays : alongWaveNumbers(rays));
        final double flux = m_medium.flux();
        if (intervals.isEmpty()) {
            final double reach = Math.max(Math.max(m_medium.strength(), Math.abs(flux)), Double.MIN_NORMAL);
            return WaveNumberGrid.uniform(-reach - flux, reach - flux, count, measure);
        }
        final double total = intervals.stream().mapToDouble(Interval::length).sum();
        WaveNumberGrid grid = null;
        for (final Interval interval : intervals) {
            final int share = Math.max(MIN_COUNT, (int) Math.round(count * interval.length() / total));
            final WaveNumberGrid part =
                WaveNumberGrid.uniform(interval.from - flux, interval.to - flux, share, measure);
            grid = grid == null ? part : grid.and(part);
        }
        return grid;
    }

    private static List<Interval> merge(final List<Interval> found) {
        final List<Interval> sorted = found.stream().filter(i -> i.length() > 0)
            .map(i -> new Interval(i.from - MARGIN * i.length(), i.to + MARGIN * i.length()))
            .sorted(Comparator.comparingDouble(Interval::from)).toList();
        final List<Interval> merged = new ArrayList<>();
        for (final Interval next : sorted) {
            final int last = merged.size() - 1;
            if (last >= 0 && next.from <= merged.get(last).to) {
                merged.set(last, merged.get(last).with(next.to));
            } else {
                merged.add(next);
            }
        }
        return merged;
    }

    private List<Interval> alongRays() {
        final RealDispersion dispersion = new RealDispersion(m_medium.order());
        dispersion.medium(m_medium.series());
        double positive = 0;
        double negative = 0;
        for (int c = 0; c < m_cells.size(); c++) {
            positive += Math.max(0, m_medium.number(c));
            negative += Math.max(0, -m_medium.number(c));
        }
        final int larger = positive >= negative ? 1 : -1;
        final List<WaveBranch> branches =
            WaveBranch.ON_RAYS.stream().filter(b -> m_transverse || b != WaveBranch.TRANSVERSE).toList();
        final double[][] growth = new double[branches.size()][RAYS + 1];
        final double[][] k = new double[branches.size()][RAYS + 1];
        double fastest = 0;
        for (int s = 0; s <= RAYS; s++) {
            final double u = Math.tanh(END * (2.0 * s / RAYS - 1));
            dispersion.at(u);
            final double g = m_medium.density(u);
            for (int b = 0; b < k.length && g * larger < 0; b++) {
                k[b][s] = dispersion.waveNumber(branches.get(b));
                final double z = dispersion.renormalisation(branches.get(b), k[b][s]);
                if (z * larger > 0 && Math.abs(z) < ResonantWaves.MERGING * m_medium.strength()) {
                    growth[b][s] =
                        -Math.PI * dispersion.coupling(branches.get(b), k[b][s]) * g / Math.abs(k[b][s]);
                    fastest = Math.max(fastest, growth[b][s]);
                }
            }
        }
        final List<Interval> found = new ArrayList<>();
        for (int b = 0; b < k.length; b++) {
            Interval open = null;
            for (int s = 0; s <= RAYS; s++) {
                if (growth[b][s] > SLOW * fastest) {
                    open = open == null ? new Interval(k[b][s], k[b][s]) : open.with(k[b][s]);
                } else if (open != null) {
                    found.add(open);
                    open = null;
                }
            }
            if (open != null) {
                found.add(open);
            }
        }
        return found;
    }

    /** Where beams have growing waves, and those of the given intervals where the scan finds none. */
    private List<Interval> alongWaveNumbers(final List<Interval> rays) {
        final double step = 2 * REACH * m_medium.strength() / SCAN;
        final double[] fastest = new double[SCAN + 1];
        for (final Sector sector : m_transverse ? List.of(Sector.LONGITUDINAL, Sector.TRANSVERSE)
            : List.of(Sector.LONGITUDINAL)) {
            final double[] growth = scan(sector, step, rays);
            Arrays.setAll(fastest, s -> Math.max(fastest[s], growth[s]));
        }
        final double least = Math.max(FLOOR * m_medium.strength(), SLOW * Arrays.stream(fastest).max().orElse(0));
        final List<Interval> found = new ArrayList<>();
        for (int s = 0; s <= SCAN; s++) {
            final double k = waveNumber(s, step);
            if (fastest[s] > least) {
                final int last = found.size() - 1;
                if (s > 0 && fastest[s - 1] > least) {
                    found.set(last, found.get(last).with(k + 0.5 * step));
                } else {
                    found.add(new Interval(k - 0.5 * step, k + 0.5 * step));
                }
            }
        }
        for (final Interval ray : rays) {
            if (found.stream().noneMatch(f -> f.from <= ray.to && ray.from <= f.to)) {
                found.add(ray);
            }
        }
        return found;
    }

    private static double waveNumber(final int s, final double step) {
        return (s - SCAN / 2) * step;
    }

    /** The fastest growth at each wave number, from searches at some of them and in the given intervals. */
    private double[] scan(final Sector sector, final double step, final List<Interval> rays) {
        final FollowedRoots roots = new FollowedRoots(sector, m_cells.velocities(), SCAN + 1);
        final double[] g = new double[m_cells.size()];
        Arrays.setAll(g, m_medium::number);
        roots.setNumbers(g);
        final double affordable = Math.max(FEWEST, SEARCHES / Math.pow(g.length, 3));
        final int stride = (int) Math.max(1, Math.ceil(SCAN / affordable));
        for (int s = 0; s <= SCAN; s += stride) {
            roots.search(s, waveNumber(s, step));
        }
        for (final Interval ray : stride > 1 ? rays : List.<Interval>of()) {
            for (int part = 0; part <= 2; part++) {
                final int s = (int) Math.round((ray.from + 0.5 * part * ray.length()) / step) + SCAN / 2;
                if (s >= 0 && s <= SCAN) {
                    roots.search(s, waveNumber(s, step));
                }
            }
        }
        for (int s = 1; s <= SCAN && stride > 1; s++) {
            roots.spread(s, waveNumber(s, step), s - 1);
        }
        for (int s = SCAN - 1; s >= 0 && stride > 1; s--) {
            roots.spread(s, waveNumber(s, step), s + 1);
        }
        final double[] growth = new double[SCAN + 1];
        for (int j = 0; j < roots.size(); j++) {
            final int s = j / FollowedRoots.SLOTS;
            if (roots.move(j, waveNumber(s, step))) {
                growth[s] = Math.max(growth[s], roots.growth(j));
            }
        }
        return growth;
    }
}
