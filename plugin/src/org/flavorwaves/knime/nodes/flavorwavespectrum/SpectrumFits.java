package org.flavorwaves.knime.nodes.flavorwavespectrum;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.flavorwaves.physics.kinetics.spectrum.EquilibriumFit;
import org.flavorwaves.physics.kinetics.spectrum.LineFit;
import org.flavorwaves.physics.kinetics.spectrum.WaveSpectrum;

/**
 * All fits of one spectrum.
 *
 * @param points number of waves in the range
 * @param from smallest |k| of the range
 * @param exponential the exponential tail
 * @param powerLaw the power law
 * @param bands the bands of the waves with their frequencies; empty if none is known
 * @param classical the Rayleigh-Jeans spectrum
 * @param quantum the Planck spectrum
 * @param torqueShare mean share of the torque of the waves in the range, weighed by their sizes; NaN if not known
 */
record SpectrumFits(int points, double from, LineFit exponential, LineFit powerLaw, Optional<WaveSpectrum> bands,
    Optional<EquilibriumFit> classical, Optional<EquilibriumFit> quantum, double torqueShare) {
    /** Fewest waves of a line whose scatter can be told. */
    private static final int FEWEST = 3;

    /** Fits the waves of a time; empty if fewer than three are in the range. */
    static Optional<SpectrumFits> of(final CellSpectra spectra, final double time,
        final FlavorWaveSpectrumParameters parameters) {
        final List<double[]> waves = spectra.waves(time);
        double largest = 0;
        double peak = 0;
        for (final double[] wave : waves) {
            if (wave[0] != 0 && wave[1] > largest) {
                largest = wave[1];
                peak = Math.abs(wave[0]);
            }
        }
        final double from = parameters.m_kMin > 0 ? parameters.m_kMin : peak;
        final double to = parameters.m_kMax > 0 ? parameters.m_kMax : Double.POSITIVE_INFINITY;
        final double floor = parameters.m_floor * largest;
        final double[][] tail = waves.stream().filter(w -> isIn(w[0], from, to) && w[1] > 0 && w[1] >= floor)
            .toArray(double[][]::new);
        if (column(tail, 0, true).length < FEWEST) {
            return Optional.empty();
        }
        final double[] k = column(tail, 0, false);
        final double[] value = column(tail, 1, false);
        final double[][] bands = spectra.bands(time).stream().filter(b -> isIn(b[0], from, to) && b[2] != 0
            && Math.abs(b[2]) >= floor && !Double.isNaN(b[1])).toArray(double[][]::new);
        final Optional<WaveSpectrum> spectrum = bands.length == 0 ? Optional.empty() : Optional.of(
            new WaveSpectrum(column(bands, 1, false), column(bands, 0, false), column(bands, 2, false)));
        return Optional.of(new SpectrumFits(tail.length, from, LineFit.exponential(k, value),
            LineFit.powerLaw(k, value), spectrum, spectrum.map(WaveSpectrum::rayleighJeans),
            spectrum.map(s -> s.planck(parameters.m_quanta)),
            Arrays.stream(tail).mapToDouble(w -> w[2]).sum() / Arrays.stream(tail).mapToDouble(w -> w[3]).sum()));
    }

    private static boolean isIn(final double k, final double from, final double to) {
        return k != 0 && Math.abs(k) >= from && Math.abs(k) <= to;
    }

    /** A column of the rows; if asked for, only its different sizes. */
    private static double[] column(final double[][] rows, final int column, final boolean distinct) {
        final double[] all = new double[rows.length];
        for (int r = 0; r < all.length; r++) {
            all[r] = rows[r][column];
        }
        return distinct ? Arrays.stream(all).map(Math::abs).distinct().toArray() : all;
    }
}
