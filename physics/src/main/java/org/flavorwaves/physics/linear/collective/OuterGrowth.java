package org.flavorwaves.physics.linear.collective;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.flavorwaves.physics.linear.WaveBackground;
import org.flavorwaves.physics.linear.collective.GrowthMaximizer.Region;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.AngularModel;
import org.flavorwaves.physics.state.WaveVector;

/**
 * Looks whether waves along a line grow faster where a range of wave numbers leaves them out, so that the fastest wave
 * of the range is not taken for that of the medium. Waves at K and -K grow alike (JK 51), so only |K| counts.
 */
public final class OuterGrowth {
    /** Where the search ends, in units of the nu-nu term and of the largest vacuum frequency. */
    private static final double MUTUAL = 2.5;

    private static final double VACUUM = 2;

    /** Wave numbers of a search, at least and at most. */
    private static final int FEWEST = 24;

    private static final int MOST = 240;

    /** Growth that is larger by less than this share is no other. */
    private static final double ALIKE = 1e-3;

    private OuterGrowth() {
    }

    /**
     * The wave number up to which growing waves are looked for.
     *
     * @param background the background
     * @return |K| in the units of the potentials; waves of strong vacuum oscillations may grow beyond
     */
    public static double end(final WaveBackground background) {
        return MUTUAL * background.strength() + VACUUM * background.largestVacuum();
    }

    /**
     * Searches the line outside a range, on a grid as fine as that of the range, and climbs.
     *
     * @param background the background
     * @param direction unit vector of the line
     * @param ks wave numbers of the range, ascending, at least two, in the units of the potentials
     * @param growth growth rate of the fastest wave of the range, or the lowest one of interest if larger, above 0
     * @param model beams as given or a continuous spectrum
     * @param progress told the share of what is done
     * @return the fastest wave outside; empty if none grows faster, or the search fails
     * @throws IllegalArgumentException if the model does not take the background
     */
    public static Optional<UnstableWave> beyond(final WaveBackground background, final WaveVector direction,
        final double[] ks, final double growth, final AngularModel model, final Progress progress) {
        final double low = Math.min(Math.abs(ks[0]), Math.abs(ks[ks.length - 1]));
        final double inner = ks[0] * ks[ks.length - 1] > 0 ? low : 0;
        final double outer = Math.max(Math.abs(ks[0]), Math.abs(ks[ks.length - 1]));
        final double spacing = (ks[ks.length - 1] - ks[0]) / (ks.length - 1);
        final List<Region> regions = new ArrayList<>();
        add(regions, direction, 0, inner, spacing);
        add(regions, direction, outer, end(background), spacing);
        final List<UnstableWave> found = new ArrayList<>();
        for (int r = 0; r < regions.size(); r++) {
            try {
                new GrowthMaximizer(regions.get(r), (1 + ALIKE) * growth, model)
                    .search(background, progress.part((double) r / regions.size(), (r + 1.0) / regions.size()))
                    .wave().ifPresent(found::add);
            } catch (final CancellationException e) {
                throw e;
            } catch (final IllegalStateException e) {
                return Optional.empty();
            }
        }
        return found.stream().max(Comparator.comparingDouble(UnstableWave::growth));
    }

    private static void add(final List<Region> regions, final WaveVector direction, final double from, final double to,
        final double spacing) {
        if (to > from) {
            final int points = (int) Math.max(FEWEST, Math.min(MOST, Math.ceil((to - from) / spacing) + 1));
            regions.add(new Region(direction.times((from + to) / 2), List.of(direction.times((to - from) / 2)),
                List.of(points)));
        }
    }
}
