package org.flavorwaves.physics.flavomon.kinetics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.apache.commons.math3.complex.Complex;
import org.flavorwaves.physics.flavomon.RealDispersion;
import org.flavorwaves.physics.flavomon.WaveBranch;
import org.flavorwaves.physics.flavomon.beams.GrowingRoots;
import org.flavorwaves.physics.flavomon.kinetics.occupation.AngularCells;
import org.flavorwaves.physics.flavomon.kinetics.occupation.NeutrinoOccupations;

/**
 * Chooses wave numbers by where flavomons grow. A medium with a continuous spectrum is scanned along phase velocities:
 * modes grow where G(u) has the sign of the smaller side of the crossing and Z that of the larger one, at the wave
 * numbers that {@link RealDispersion} gives for u. A few beams are scanned along k with all their roots.
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

    private static final int SCAN = 400;

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

    private GrowingRange(final NeutrinoOccupations neutrinos, final FlavomonOptions options) {
        m_cells = new AngularCells(neutrinos);
        m_continuous = m_cells.size() >= MIN_DIRECTIONS || options.order() >= 0;
        m_medium = new MediumSeries(neutrinos, m_cells, m_continuous ? m_cells.order(options.order()) : 0);
        m_medium.update(new double[neutrinos.size()]);
        m_transverse = options.transverse();
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
        final List<Interval> intervals = merge(m_continuous ? alongRays() : alongWaveNumbers());
        final double flux = m_medium.flux();
        if (intervals.isEmpty()) {
            final double reach = Math.max(m_medium.strength(), Double.MIN_NORMAL);
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

    private List<Interval> alongWaveNumbers() {
        final double[] g = new double[m_cells.size()];
        for (int c = 0; c < g.length; c++) {
            g[c] = m_medium.number(c);
        }
        final double step = 2 * REACH * m_medium.strength() / SCAN;
        final List<Interval> found = new ArrayList<>();
        for (int s = 0; s <= SCAN; s++) {
            final double k = (s - SCAN / 2) * step;
            final List<Complex> roots =
                GrowingRoots.find(m_cells.velocities(), g, k, FLOOR * m_medium.strength());
            if (!roots.isEmpty()) {
                found.add(new Interval(k - 0.5 * step, k + 0.5 * step));
            }
        }
        final List<Interval> joined = new ArrayList<>();
        for (final Interval next : found) {
            final int last = joined.size() - 1;
            if (last >= 0 && next.from <= joined.get(last).to + 0.5 * step) {
                joined.set(last, joined.get(last).with(next.to));
            } else {
                joined.add(next);
            }
        }
        return joined;
    }
}
