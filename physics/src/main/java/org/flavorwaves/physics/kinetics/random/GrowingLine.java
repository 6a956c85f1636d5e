package org.flavorwaves.physics.kinetics.random;

import java.util.ArrayList;
import java.util.List;

import org.flavorwaves.physics.equilibrium.EquilibriumOptions;
import org.flavorwaves.physics.kinetics.BackgroundPath;
import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.collective.UnstableWave;
import org.flavorwaves.physics.linear.collective.UnstableWaveSearch;
import org.flavorwaves.physics.linear.collective.UnstableWaves;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.WaveVector;

/**
 * Chooses the wave numbers of random-phase kinetics by where waves grow: the line covers every growing wave and some
 * more on both sides, since the range moves with the medium.
 */
public final class GrowingLine {
    /** Range of the scan in units of the neutrino-neutrino term, and its number of wave numbers. */
    private static final double REACH = 4;

    private static final int SCAN = 160;

    /** How often the scan goes on beyond its range with twice the spacing where waves still grow at its end. */
    private static final int DOUBLINGS = 3;

    private static final int TAIL = 24;

    /** What is added at each end, in units of the length of the range. */
    private static final double MARGIN = 0.1;

    private GrowingLine() {
    }

    /**
     * Covers the growing waves of a gas.
     *
     * @param gas the gas
     * @param axis unit vector along which waves run
     * @param cut growth rate that counts, in the units of the potentials; 0 for a share of the fastest growth as in
     *            {@link RandomPhaseOptions#cut}
     * @param count number of wave numbers, at least 1
     * @param progress told the share of the scan
     * @return the line; if nothing grows, the range in which the fast limit could
     * @throws org.flavorwaves.physics.kinetics.KineticsStoppedException if there is no equilibrium
     * @throws IllegalArgumentException if the count is below 1 or the axis no unit vector
     */
    public static WaveLine cover(final RandomPhaseGas gas, final WaveVector axis, final double cut, final int count,
        final Progress progress) {
        final Background background = new BackgroundPath(gas.state(), gas.environment(), EquilibriumOptions.DEFAULT,
            progress.standing()).current();
        final double reach = REACH * Math.max(coupling(gas), Double.MIN_NORMAL);
        final WaveLine scan = WaveLine.midpoints(axis, reach, SCAN);
        final List<UnstableWaves> found = new ArrayList<>();
        double floor = cut > 0 ? cut : RandomPhaseOptions.COARSEST * reach / REACH;
        while (true) {
            found.addAll(search(background, scan, floor, progress));
            final double wanted = RandomPhaseOptions.AUTOMATIC_CUT * fastest(found);
            if (cut > 0 || wanted >= floor || floor <= RandomPhaseOptions.FINEST * reach / REACH) {
                floor = Math.max(floor, cut > 0 ? cut : wanted);
                break;
            }
            floor = wanted > 0 ? wanted : floor * RandomPhaseOptions.COARSEST;
            found.clear();
        }
        double end = reach;
        for (int d = 0; d < DOUBLINGS && grows(found.get(found.size() - 1), floor); d++) {
            found.addAll(search(background, new WaveLine(axis, end, end / TAIL, TAIL + 1), floor, progress));
            end *= 2;
        }
        return line(axis, found, floor, count, scan.spacing());
    }

    private static double coupling(final RandomPhaseGas gas) {
        final FlavorState state = gas.state();
        double sum = 0;
        for (int i = 0; i < state.size(); i++) {
            sum += state.modes().weight(i) * state.length(i);
        }
        return Math.abs(gas.environment().selfInteraction()) * sum;
    }

    private static List<UnstableWaves> search(final Background background, final WaveLine line, final double floor,
        final Progress progress) {
        return new UnstableWaveSearch(floor, false).solve(background, line.share(0, 1), progress);
    }

    private static double fastest(final List<UnstableWaves> found) {
        return found.stream().flatMap(waves -> waves.waves().stream()).mapToDouble(UnstableWave::growth).max()
            .orElse(0);
    }

    private static boolean grows(final UnstableWaves waves, final double floor) {
        return waves.waves().stream().anyMatch(wave -> wave.growth() >= floor);
    }

    private static WaveLine line(final WaveVector axis, final List<UnstableWaves> found, final double floor,
        final int count, final double spacing) {
        double from = Double.POSITIVE_INFINITY;
        double to = 0;
        for (final UnstableWaves waves : found) {
            if (grows(waves, floor)) {
                final double k = axis.dot(waves.k().kx(), waves.k().ky(), waves.k().kz());
                from = Math.min(from, k - spacing);
                to = Math.max(to, k + spacing);
            }
        }
        if (to == 0) {
            return WaveLine.midpoints(axis, 2 * found.size() * spacing / REACH, count);
        }
        final double margin = MARGIN * (to - from);
        final double low = Math.max(0, from - margin);
        final double step = (to + margin - low) / count;
        return new WaveLine(axis, low + step / 2, step, count);
    }
}
