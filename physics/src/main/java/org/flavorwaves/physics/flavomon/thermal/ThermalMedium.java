package org.flavorwaves.physics.flavomon.thermal;

import org.flavorwaves.physics.distribution.FermiDirac;
import org.flavorwaves.physics.state.Species;

/**
 * An isotropic medium of Fermi-Dirac neutrinos of two flavors at one temperature, in balance with its flavomons: f =
 * 1/(exp((E - s mu)/T) + 1) with s = +1 for neutrinos and -1 for antineutrinos.
 *
 * @param temperature T in MeV
 * @param electron chemical potential mu_e in MeV
 * @param other chemical potential mu_x in MeV
 */
public record ThermalMedium(double temperature, double electron, double other) {
    /** Differences of chemical potentials below this share of T leave no finite number of quanta. */
    private static final double LEAST = 1e-300;

    /**
     * Checks the parameters.
     *
     * @param temperature T in MeV, positive
     * @param electron mu_e in MeV
     * @param other mu_x in MeV
     * @throws IllegalArgumentException if T is not positive or a parameter is not finite
     */
    public ThermalMedium {
        if (!(temperature > 0) || Double.isInfinite(temperature) || !Double.isFinite(electron)
            || !Double.isFinite(other)) {
            throw new IllegalArgumentException("A thermal medium needs a finite T > 0 and finite chemical potentials,"
                + " but T = " + temperature + ", mu_e = " + electron + " and mu_x = " + other + " MeV.");
        }
    }

    /** The quanta that are in equilibrium with the medium. */
    public enum Quanta {
        /** mu_e &gt; mu_x: flavomons, each with L_x = +1 and L_e = -1. */
        FLAVOMONS,
        /** mu_e &lt; mu_x: antiflavomons; the Bose-Einstein number of flavomons would be negative. */
        ANTIFLAVOMONS,
        /** mu_e = mu_x: no lepton number to refract, so no flavor waves. */
        NONE
    }

    /**
     * The occupation with electron flavor.
     *
     * @param species neutrinos or antineutrinos
     * @param energy E in MeV
     * @return f_e
     */
    public double electronOccupation(final Species species, final double energy) {
        return new FermiDirac(temperature, species.sign() * electron / temperature).occupation(energy);
    }

    /**
     * The occupation with the other flavor.
     *
     * @param species neutrinos or antineutrinos
     * @param energy E in MeV
     * @return f_x
     */
    public double otherOccupation(final Species species, final double energy) {
        return new FermiDirac(temperature, species.sign() * other / temperature).occupation(energy);
    }

    /** Whether mu_e - mu_x is nothing beside T. */
    private boolean isBalanced() {
        return Math.abs(electron - other) <= LEAST * temperature;
    }

    /**
     * What is in balance with the medium.
     *
     * @return flavomons for mu_e &gt; mu_x, antiflavomons for mu_e &lt; mu_x
     */
    public Quanta quanta() {
        if (isBalanced()) {
            return Quanta.NONE;
        }
        return electron > other ? Quanta.FLAVOMONS : Quanta.ANTIFLAVOMONS;
    }

    /**
     * The number of quanta in each state, the same for every wave vector: N = 1/(exp((mu_e - mu_x)/T) - 1) (FR S62),
     * because the refractive energy of a flavomon is nothing beside T; of antiflavomons with the opposite difference.
     *
     * @return N &gt; 0; NaN without flavor waves
     */
    public double number() {
        return isBalanced() ? Double.NaN : 1 / Math.expm1(Math.abs(electron - other) / temperature);
    }

    /**
     * The lepton number n_e - nbar_e - (n_x - nbar_x) with n - nbar = (mu^3 + pi^2 T^2 mu)/(6 pi^2), as a product, so
     * that nearly equal chemical potentials do not cancel (FW thermal-lepton-number).
     *
     * @return M_0 in MeV^3
     */
    public double leptonNumber() {
        return (electron - other) * (electron * electron + electron * other + other * other
            + Math.PI * Math.PI * temperature * temperature) / (6 * Math.PI * Math.PI);
    }

    /**
     * The excess of emission over absorption that N quanta leave in a mode: f_x(1 - f_e)(1 + N) - f_e(1 - f_x) N, the
     * bracket of (FR 17). It is zero in equilibrium.
     *
     * @param species neutrinos, or antineutrinos, for which e and x are exchanged
     * @param electronOccupation f_e
     * @param otherOccupation f_x
     * @return the bracket
     */
    public double imbalance(final Species species, final double electronOccupation, final double otherOccupation) {
        final boolean exchanged = species == Species.NUBAR != (quanta() == Quanta.ANTIFLAVOMONS);
        final double from = exchanged ? electronOccupation : otherOccupation;
        final double to = exchanged ? otherOccupation : electronOccupation;
        final double number = number();
        return from * (1 - to) * (1 + number) - to * (1 - from) * number;
    }

    /**
     * The waves at shifted k = 0 of an isotropic medium of lepton number M_0 (FR S5): one longitudinal branch at M_0
     * with Z = M_0, the other and both transverse ones at -M_0/3 with Z = M_0/3. The longitudinal branches are
     * superluminal for every k, so no neutrino is in resonance with them.
     *
     * @param leptonNumber M_0, in any unit of potentials
     * @return shifted frequency and Z of the upper branch, then of the lower ones, in that unit
     */
    public static double[][] wavesAtRest(final double leptonNumber) {
        return new double[][]{{leptonNumber, leptonNumber}, {-leptonNumber / 3, leptonNumber / 3}};
    }
}
