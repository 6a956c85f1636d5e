package org.flavorwaves.physics.qke.wigner;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.WaveFunction;
import org.flavorwaves.physics.linear.bands.BandDetail;
import org.flavorwaves.physics.linear.bands.BandKind;
import org.flavorwaves.physics.linear.bands.BandLine;
import org.flavorwaves.physics.linear.bands.BandLineSolver;
import org.flavorwaves.physics.linear.bands.BandSet;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.WaveVector;

/**
 * The part of a Wigner function along z that belongs to one band of a background, left_b R left_b^dagger: the intensity
 * |A_b|^2 of the band of unit norm, which rays transport (FW wigner-intensity). The band is followed over all wave
 * numbers, whole and half. Immutable.
 */
public final class BandProjection {
    /** Which band. */
    public enum Choice {
        /** The one with most of the power, summed over the waves. */
        STRONGEST,
        /** The one that most modes share, at the wave with most power. */
        MOST_COLLECTIVE,
        /** The one that grows fastest, at the wave with most power. */
        FASTEST
    }

    private final WignerFunction m_function;

    private final BandLine m_line;

    private final int m_band;

    private final double m_power;

    private BandProjection(final WignerFunction function, final BandLine line, final int band) {
        m_function = function;
        m_line = line;
        m_band = band;
        m_power = power(function, line, band);
    }

    /**
     * Finds the bands at the wave numbers of a Wigner function and chooses one.
     *
     * @param function the Wigner function
     * @param background the background of its waves
     * @param choice which band
     * @param progress told the share of what is done; may cancel
     * @return the projection
     */
    public static BandProjection of(final WignerFunction function, final Background background, final Choice choice,
        final Progress progress) {
        final List<WaveVector> points = new ArrayList<>();
        for (int twice = 2; twice <= 2 * function.waves(); twice++) {
            points.add(new WaveVector(0, 0, function.waveNumber(twice)));
        }
        final BandLine line = new BandLineSolver(BandDetail.VECTORS).solve(background, points, progress);
        int strongest = 1;
        for (int n = 2; n <= function.waves(); n++) {
            strongest = function.power(n) > function.power(strongest) ? n : strongest;
        }
        final BandSet there = line.at(2 * strongest - 2);
        int best = 0;
        for (int b = 1; b < line.bands(); b++) {
            best = switch (choice) {
                case STRONGEST -> power(function, line, b) > power(function, line, best);
                case MOST_COLLECTIVE -> there.measures().orElseThrow().participation(b) > there.measures().orElseThrow()
                    .participation(best);
                case FASTEST -> there.omegaIm(b) > there.omegaIm(best);
            } ? b : best;
        }
        return new BandProjection(function, line, best);
    }

    /** Sum over the waves of |left_b . Psi_n|^2, without those where the band is defective. */
    private static double power(final WignerFunction function, final BandLine line, final int band) {
        double power = 0;
        for (int n = 1; n <= function.waves(); n++) {
            final Optional<WaveFunction> left = left(line, 2 * n, band);
            power += left.isPresent()
                ? function.power(n, left.get().ownRe(), left.get().ownIm()) : 0;
        }
        return power;
    }

    private static Optional<WaveFunction> left(final BandLine line, final int twice, final int band) {
        final BandSet set = line.at(twice - 2);
        return set.kind(band) == BandKind.DEFECTIVE ? Optional.empty()
            : Optional.of(set.vectors().orElseThrow().left(band));
    }

    /**
     * The chosen band.
     *
     * @return its number from 0 to 3N - 1
     */
    public int band() {
        return m_band;
    }

    /**
     * The power of the band in all waves.
     *
     * @return sum over n of |A_b|^2
     */
    public double power() {
        return m_power;
    }

    /**
     * The frequency of the band.
     *
     * @param twice 2 kappa, 2 to 2 M
     * @return Re Omega in the units of the potentials
     */
    public double omegaRe(final int twice) {
        return m_line.at(twice - 2).omegaRe(m_band);
    }

    /**
     * The growth of the band.
     *
     * @param twice 2 kappa, 2 to 2 M
     * @return Im Omega in the units of the potentials
     */
    public double omegaIm(final int twice) {
        return m_line.at(twice - 2).omegaIm(m_band);
    }

    /**
     * The intensities of the band at a wave number (FW wigner-intensity).
     *
     * @param twice 2 kappa, 2 to 2 M
     * @param places places z
     * @return left R left^dagger at each; NaN where the band is defective
     */
    public double[] intensities(final int twice, final double[] places) {
        final Optional<WaveFunction> left = left(m_line, twice, m_band);
        final double[] out = new double[places.length];
        for (int q = 0; q < out.length; q++) {
            out[q] = left.isEmpty() ? Double.NaN
                : m_function.intensity(twice, places[q], left.get().ownRe(), left.get().ownIm());
        }
        return out;
    }
}
