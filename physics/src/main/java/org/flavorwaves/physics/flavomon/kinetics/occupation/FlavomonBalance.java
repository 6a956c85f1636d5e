package org.flavorwaves.physics.flavomon.kinetics.occupation;

import org.flavorwaves.physics.thermo.ModeEntropy;

/**
 * Conserved numbers and entropy of neutrinos and flavomons (FR 22). Densities are in the unit of the potentials.
 *
 * @param electronNumber n_e = sum w s f_e
 * @param otherNumber n_x = sum w s f_x
 * @param flavomonNumber n_psi, antiflavomons counted negative
 * @param neutrinoEntropy -sum w [f ln f + (1 - f) ln(1 - f)] over both flavors and species
 * @param flavomonEntropy sum over K of (1 + N) ln(1 + N) - N ln N
 */
public record FlavomonBalance(double electronNumber, double otherNumber, double flavomonNumber,
    double neutrinoEntropy, double flavomonEntropy) {

    /**
     * Sums over neutrinos and flavomons.
     *
     * @param neutrinos the occupations at the start
     * @param waves the flavomons
     * @param y the unknowns, changes of neutrinos before numbers of flavomons
     * @return the sums
     */
    public static FlavomonBalance of(final NeutrinoOccupations neutrinos, final WaveRates waves, final double[] y) {
        final int n = neutrinos.size();
        double number = 0;
        double bose = 0;
        for (int j = 0; j < waves.size(); j++) {
            number += waves.sign(j) * waves.measure(j) * y[n + j];
            bose += waves.measure(j) * boseEntropy(y[n + j]);
        }
        return neutrinos(neutrinos, y, number, bose);
    }

    /**
     * Where flavomons are a classical field, they have neither number nor entropy here.
     *
     * @param neutrinos the occupations at the start
     * @param y the unknowns
     * @return the sums
     */
    public static FlavomonBalance ofNeutrinos(final NeutrinoOccupations neutrinos, final double[] y) {
        return neutrinos(neutrinos, y, 0, 0);
    }

    private static FlavomonBalance neutrinos(final NeutrinoOccupations neutrinos, final double[] y,
        final double number, final double bose) {
        double electron = 0;
        double other = 0;
        double entropy = 0;
        for (int i = 0; i < neutrinos.size(); i++) {
            final double fe = neutrinos.electron(i, y);
            final double fx = neutrinos.other(i, y);
            electron += neutrinos.weight(i) * neutrinos.sign(i) * fe;
            other += neutrinos.weight(i) * neutrinos.sign(i) * fx;
            entropy += neutrinos.weight(i) * ModeEntropy.entropy(fe + fx, Math.abs(fe - fx));
        }
        return new FlavomonBalance(electron, other, number, entropy, bose);
    }

    /**
     * The entropy of a mode with N quanta.
     *
     * @param number N &gt;= 0
     * @return (1 + N) ln(1 + N) - N ln N
     */
    static double boseEntropy(final double number) {
        if (number < 1) {
            return number > 0 ? (1 + number) * Math.log1p(number) - number * Math.log(number) : 0;
        }
        return Math.log1p(number) + number * Math.log1p(1 / number);
    }

    /**
     * The first conserved number.
     *
     * @return n_e - n_psi
     */
    public double electronInvariant() {
        return electronNumber - flavomonNumber;
    }

    /**
     * The second conserved number.
     *
     * @return n_x + n_psi
     */
    public double otherInvariant() {
        return otherNumber + flavomonNumber;
    }

    /**
     * The lepton-number difference of the neutrinos alone, which the quasi-linear closure conserves.
     *
     * @return sum w g = n_e - n_x
     */
    public double leptonNumber() {
        return electronNumber - otherNumber;
    }

    /**
     * The entropy that never falls where quanta are also emitted spontaneously (FW h-theorem).
     *
     * @return the entropy of neutrinos and flavomons together
     */
    public double entropy() {
        return neutrinoEntropy + flavomonEntropy;
    }
}
