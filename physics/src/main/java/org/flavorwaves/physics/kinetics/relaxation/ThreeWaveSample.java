package org.flavorwaves.physics.kinetics.relaxation;

import org.flavorwaves.physics.kinetics.spectrum.WaveSpectrum;

/**
 * The actions of all waves at one time. Immutable.
 *
 * @param time t in inverse units of the potentials
 * @param action signed actions per unit of k, [band][wave number]
 * @param energy sum of Omega n
 * @param momentum sum of k n
 * @param entropy sum of ln |n|
 * @param imbalance root mean square of (mu_c - mu_a - mu_b)/(|mu_c| + |mu_a| + |mu_b|) over all resonances, mu = 1/n; 0
 *            in equilibrium, NaN without resonances
 */
public record ThreeWaveSample(double time, double[][] action, double energy, double momentum, double entropy,
    double imbalance) {

    /**
     * The waves with their frequencies, for fits of equilibria.
     *
     * @param bands the bands that carry them
     * @return all waves
     */
    public WaveSpectrum spectrum(final ActionBands bands) {
        final int n = bands.size() * bands.points();
        final double[] omega = new double[n];
        final double[] k = new double[n];
        final double[] values = new double[n];
        for (int b = 0; b < bands.size(); b++) {
            for (int j = 0; j < bands.points(); j++) {
                omega[b * bands.points() + j] = bands.omega(b, j);
                k[b * bands.points() + j] = bands.waveNumber(j);
                values[b * bands.points() + j] = action[b][j];
            }
        }
        return new WaveSpectrum(omega, k, values);
    }
}
