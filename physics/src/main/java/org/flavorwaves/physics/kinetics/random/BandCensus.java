package org.flavorwaves.physics.kinetics.random;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.BackgroundStructure;
import org.flavorwaves.physics.linear.BandSector;
import org.flavorwaves.physics.linear.collective.UnstableWave;
import org.flavorwaves.physics.linear.collective.UnstableWaveSearch;
import org.flavorwaves.physics.linear.collective.UnstableWaves;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.WaveVector;

/**
 * The bands of a line of wave numbers that grow or have grown: finds those that are born, wakes those that grow again,
 * freezes those that stop, joins those that have become one.
 */
final class BandCensus {
    /** Distance of two frequencies of one band, as a share of the neutrino-neutrino term. */
    private static final double SAME = 1e-6;

    /** The first search looks at one of so many wave numbers; growing bands then lead to their neighbours. */
    private static final int FIRST_STRIDE = 2;

    /** Later searches look at one of so many, at others in every search; and the distance from one to the next. */
    private static final int STRIDE = 16;

    private static final int COPRIME = 5;

    /**
     * Growth, in units of the cut and of the fastest, from which later searches find what no growing band leads to:
     * what grows slower than the fastest can wait until that has slowed down.
     */
    private static final double ISLAND = 3;

    private static final double SLOW = 0.5;

    private final WaveLine m_line;

    private final double m_cut;

    private final RandomPhaseGas m_gas;

    private final Map<BandSector, BandSums> m_sums = new EnumMap<>(BandSector.class);

    private final List<FollowedBand> m_bands = new ArrayList<>();

    private int m_first;

    private int m_born;

    private int m_unresolved;

    BandCensus(final Background background, final WaveLine line, final double cut, final RandomPhaseGas gas) {
        m_line = line;
        m_cut = cut;
        m_gas = gas;
        if (background.structure() == BackgroundStructure.ALIGNED) {
            m_sums.put(BandSector.PLUS, new AlignedBandSums(background, line.axis(), 1));
            m_sums.put(BandSector.MINUS, new AlignedBandSums(background, line.axis(), -1));
        } else {
            m_sums.put(BandSector.TRANSVERSE, new CoupledBandSums(background, line.axis()));
        }
    }

    /** Takes over another background. */
    void load(final Background background) {
        m_sums.values().forEach(sums -> sums.load(background));
    }

    /** How many numbers a mode adds to a sum, a few at least. */
    int numbers() {
        return m_sums.values().iterator().next().numbers();
    }

    /** All bands that grow or have grown; frozen ones among them. */
    List<FollowedBand> bands() {
        return m_bands;
    }

    /** Bands that were born after the first search. */
    int born() {
        return m_born;
    }

    /** Growing bands that some search counted but did not find. */
    int unresolved() {
        return m_unresolved;
    }

    /** Finds the bands of the first background, which grow from the noise. */
    void start(final Background background, final Progress progress) {
        add(new UnstableWaveSearch(m_cut, false).solve(background, m_line.share(0, FIRST_STRIDE), progress), false);
        spread(false);
        settle();
    }

    /**
     * Looks for bands that began to grow on a background that is loaded: frozen ones and the neighbours of growing ones
     * along the line.
     */
    void search() {
        for (final FollowedBand band : m_bands) {
            if (band.frozen()) {
                band.wake(m_cut);
            }
        }
        settle();
        spread(true);
    }

    /**
     * Looks for all bands that grow faster than {@value #ISLAND} times the cut and {@value #SLOW} times the fastest at
     * every {@value #STRIDE}th wave number, another share in every search, and for their neighbours.
     */
    void searchIslands(final Background background, final Progress progress) {
        double fastest = 0;
        for (final FollowedBand band : m_bands) {
            fastest = Math.max(fastest, band.growth());
        }
        final boolean found = add(new UnstableWaveSearch(Math.max(ISLAND * m_cut, SLOW * fastest), false)
            .solve(background, m_line.share(m_first, STRIDE), progress), true);
        m_first = (m_first + COPRIME) % STRIDE;
        if (found) {
            spread(true);
        }
    }

    /** Goes from growing bands to those of neighbouring wave numbers. */
    private void spread(final boolean later) {
        final Deque<FollowedBand> front = new ArrayDeque<>(m_bands);
        while (!front.isEmpty()) {
            final FollowedBand from = front.remove();
            for (int place = from.place() - 1; place <= from.place() + 1 && !from.frozen(); place += 2) {
                if (place < 0 || place >= m_line.count() || at(place).stream().anyMatch(from::leadsTo)
                    || !from.mayLeadTo(place, m_line.k(place))) {
                    continue;
                }
                final FollowedBand band =
                    new FollowedBand(place, m_line.k(place), from.sector(), m_sums.get(from.sector()));
                if (band.start(from) && band.growth() >= m_cut && at(place).stream().filter(band::isBeside).count()
                    < at(from.place()).stream().filter(from::isBeside).count()) {
                    adopt(band, later);
                    front.add(band);
                } else {
                    from.leadsNowhere(place, m_line.k(place));
                }
            }
        }
    }

    /** Takes over what a search found; returns whether there was anything new. */
    private boolean add(final List<UnstableWaves> found, final boolean later) {
        boolean any = false;
        for (final UnstableWaves waves : found) {
            final WaveVector k = waves.k();
            final int place = (int) Math.round((m_line.axis().dot(k.kx(), k.ky(), k.kz()) - m_line.first())
                / m_line.spacing());
            int lost = waves.unresolved();
            final List<FollowedBand> known = new ArrayList<>();
            for (final UnstableWave wave : waves.waves()) {
                final List<FollowedBand> same = at(place).stream().filter(band -> isAt(band, wave)).toList();
                final Optional<FollowedBand> next =
                    same.stream().filter(band -> !known.contains(band)).findFirst();
                if (next.isPresent()) {
                    known.add(next.get());
                    continue;
                }
                final FollowedBand band =
                    new FollowedBand(place, m_line.k(place), sector(wave), m_sums.get(sector(wave)));
                if (band.start(wave.omegaRe(), wave.growth(), same)) {
                    adopt(band, later);
                    known.add(band);
                    any = true;
                } else {
                    lost++;
                }
            }
            m_unresolved = Math.max(m_unresolved, lost);
        }
        return any;
    }

    /** The block of a wave: one for all of an equilibrium, even where it is nearly aligned or nearly none. */
    private BandSector sector(final UnstableWave wave) {
        return m_sums.containsKey(BandSector.TRANSVERSE) ? BandSector.TRANSVERSE : wave.sector();
    }

    private List<FollowedBand> at(final int place) {
        final List<FollowedBand> here = new ArrayList<>();
        for (final FollowedBand band : m_bands) {
            if (band.place() == place) {
                here.add(band);
            }
        }
        return here;
    }

    private boolean isAt(final FollowedBand band, final UnstableWave wave) {
        return !band.frozen() && band.sector() == sector(wave) && Math.hypot(band.omegaRe() - wave.omegaRe(),
            band.growth() - wave.growth()) <= SAME * m_sums.get(sector(wave)).scale();
    }

    /** Takes a growing band over: it goes on with what a frozen one of its wave number has, or begins with noise. */
    private void adopt(final FollowedBand band, final boolean later) {
        final Optional<FollowedBand> asleep = at(band.place()).stream()
            .filter(other -> other.frozen() && other.sector() == band.sector())
            .min(Comparator.comparingDouble(other -> Math.abs(other.omegaRe() - band.omegaRe())));
        if (asleep.isPresent()) {
            band.setLogarithm(asleep.get().logarithm());
            m_bands.remove(asleep.get());
        } else {
            band.setLogarithm(Math.log(m_gas.intensity(band, later)));
            m_born += later ? 1 : 0;
        }
        m_bands.add(band);
    }

    /** Freezes bands that grow slower than the cut and joins those that have become one. */
    void settle() {
        m_bands.sort(Comparator.comparingInt(FollowedBand::place).thenComparing(FollowedBand::sector)
            .thenComparingDouble(FollowedBand::omegaRe));
        for (final FollowedBand band : m_bands) {
            if (!band.frozen() && band.growth() < m_cut) {
                band.freeze();
            }
        }
        for (int a = 0; a < m_bands.size(); a++) {
            for (int b = m_bands.size() - 1; b > a; b--) {
                if (m_bands.get(a).isOneWith(m_bands.get(b))) {
                    m_bands.get(a).add(m_bands.remove(b));
                }
            }
        }
    }
}
