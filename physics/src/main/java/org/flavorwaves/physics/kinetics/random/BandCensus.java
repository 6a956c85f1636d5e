package org.flavorwaves.physics.kinetics.random;

import java.util.ArrayList;
import java.util.Comparator;
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

/**
 * The bands of a line of wave numbers that grow or have grown: finds those that are born, wakes those that grow again,
 * freezes those that stop, joins those that have become one.
 */
final class BandCensus {
    /** Distance of two frequencies of one band, as a share of the neutrino-neutrino term. */
    private static final double SAME = 1e-6;

    private final WaveLine m_line;

    private final double m_cut;

    private final double[] m_noise;

    private final Map<BandSector, BandSums> m_sums = new EnumMap<>(BandSector.class);

    private final List<FollowedBand> m_bands = new ArrayList<>();

    private int m_born;

    private int m_unresolved;

    BandCensus(final Background background, final WaveLine line, final double cut, final double[] noise) {
        m_line = line;
        m_cut = cut;
        m_noise = noise;
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
    int pairs() {
        return m_sums.values().iterator().next().room();
    }

    /** Velocity of a mode along the axis of the waves. */
    double along(final int mode) {
        return -m_sums.values().iterator().next().shifted(0, 1, mode);
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
    void start(final List<UnstableWaves> found) {
        add(found, false);
    }

    /** Searches all growing bands of a background that is loaded. */
    void search(final Background background, final Progress progress) {
        add(new UnstableWaveSearch(m_cut, false).solve(background, m_line.waveVectors(), progress), true);
    }

    private void add(final List<UnstableWaves> found, final boolean later) {
        for (int j = 0; j < found.size(); j++) {
            m_unresolved = Math.max(m_unresolved, found.get(j).unresolved());
            final List<FollowedBand> here = at(j);
            final List<FollowedBand> known = new ArrayList<>();
            for (final UnstableWave wave : found.get(j).waves()) {
                final List<FollowedBand> same = here.stream().filter(band -> !band.frozen() && isAt(band, wave))
                    .toList();
                same.stream().filter(band -> !known.contains(band)).findFirst()
                    .ifPresentOrElse(known::add, () -> begin(wave, here, same, later).ifPresent(band -> {
                        here.add(band);
                        known.add(band);
                    }));
            }
        }
        m_bands.sort(Comparator.comparingInt(FollowedBand::place).thenComparing(FollowedBand::sector)
            .thenComparingDouble(FollowedBand::omegaRe));
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
        return band.sector() == wave.sector() && Math.hypot(band.omegaRe() - wave.omegaRe(),
            band.growth() - wave.growth()) <= SAME * m_sums.get(wave.sector()).scale();
    }

    /** A frozen band that grows again, else a new one; empty if the root is lost. */
    private Optional<FollowedBand> begin(final UnstableWave wave, final List<FollowedBand> here,
        final List<FollowedBand> same, final boolean later) {
        final int place = (int) Math.round((wave.k().dot(m_line.axis().kx(), m_line.axis().ky(), m_line.axis().kz())
            - m_line.first()) / m_line.spacing());
        final FollowedBand band =
            new FollowedBand(place, m_line.k(place), wave.sector(), m_sums.get(wave.sector()));
        if (!band.start(wave.omegaRe(), wave.growth(), same)) {
            m_unresolved++;
            return Optional.empty();
        }
        final Optional<FollowedBand> asleep = here.stream()
            .filter(other -> other.frozen() && other.sector() == wave.sector())
            .min(Comparator.comparingDouble(other -> Math.abs(other.omegaRe() - wave.omegaRe())));
        if (asleep.isPresent()) {
            band.setLogarithm(asleep.get().logarithm());
            m_bands.remove(asleep.get());
            here.remove(asleep.get());
        } else {
            band.setLogarithm(Math.log(band.noise(m_noise) / (later ? band.condition() : 1)));
            m_born += later ? 1 : 0;
        }
        m_bands.add(band);
        return Optional.of(band);
    }

    /** Freezes bands that grow slower than the cut and joins those that have become one. */
    void settle() {
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
