package org.flavorwaves.physics.flavomon.thermal;

import java.util.Arrays;

import org.flavorwaves.physics.numerics.LeastSquares;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.InvalidModeException;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.thermo.ModeEntropy;

/**
 * The thermal medium that has the electron and the other lepton number and the kinetic energy of a state, in the modes
 * of the state: the state that maximises the entropy at these three (FW thermal-fit).
 *
 * @param medium temperature and chemical potentials
 * @param residual largest error of the three numbers, relative to their sums of absolute values
 * @param entropyGain sum w (s_thermal - s) of the occupations, never negative; in the unit of the weights
 * @param iterations steps of Newton's method
 */
public record ThermalFit(ThermalMedium medium, double residual, double entropyGain, int iterations) {
    private static final int MOST_ITERATIONS = 200;

    /** Residual of the three numbers at which the fit is done; Newton's method ends at rounding. */
    private static final double ACCURACY = 1e-12;

    private static final double LEAST_STEP = 1e-12;

    /** Mean energy over temperature below which the temperature is infinite. */
    private static final double HOT = 1e-6;

    /** Share of the modes at the edge of a distribution below which a chemical potential may be anything. */
    private static final double NO_EDGE = 1e-10;

    /** Determinant of the correlations of the three numbers below which they leave the temperature free. */
    private static final double DEPENDENT = 1e-10;

    /** Decrease that a step must reach, as share of what the slope promises. */
    private static final double ARMIJO = 1e-4;

    /** The convex function whose minimum is the fit, with unknowns mu_e/T, mu_x/T and a mean energy over T. */
    private static final class Dual {
        private final double[] m_weight;

        private final double[] m_sign;

        private final double[] m_energy;

        private final double[] m_targets = new double[3];

        private final double[] m_scales = new double[3];

        Dual(final FlavorState state, final double[] energies) {
            final MomentumModes modes = state.modes();
            m_weight = modes.weights();
            m_sign = modes.signs();
            m_energy = energies.clone();
            final double mean = meanEnergy(state, energies);
            for (int i = 0; i < m_weight.length; i++) {
                m_energy[i] /= mean;
                final double fe = (state.trace(i) + state.pz(i)) / 2;
                final double fx = (state.trace(i) - state.pz(i)) / 2;
                m_targets[0] += m_weight[i] * m_sign[i] * fe;
                m_targets[1] += m_weight[i] * m_sign[i] * fx;
                m_targets[2] -= m_weight[i] * m_energy[i] * (fe + fx);
                m_scales[0] += m_weight[i] * fe;
                m_scales[1] += m_weight[i] * fx;
            }
            m_scales[2] = -m_targets[2];
            m_scales[0] = Math.max(m_scales[0], m_scales[2] * 1e-3);
            m_scales[1] = Math.max(m_scales[1], m_scales[2] * 1e-3);
        }

        /** Exponent of a mode: s mu/T - E/T. */
        private double exponent(final int i, final double alpha, final double beta) {
            return m_sign[i] * alpha - beta * m_energy[i];
        }

        double value(final double[] x) {
            double sum = 0;
            for (int i = 0; i < m_weight.length; i++) {
                sum += m_weight[i] * (softPlus(exponent(i, x[0], x[2])) + softPlus(exponent(i, x[1], x[2])));
            }
            for (int a = 0; a < 3; a++) {
                sum -= x[a] * m_targets[a];
            }
            return sum;
        }

        private static double softPlus(final double x) {
            return Math.max(0, x) + Math.log1p(Math.exp(-Math.abs(x)));
        }

        /** The gradient, and in the matrix the second derivatives. */
        double[] slope(final double[] x, final double[][] second) {
            final double[] slope = {-m_targets[0], -m_targets[1], -m_targets[2]};
            for (final double[] row : second) {
                Arrays.fill(row, 0);
            }
            for (int i = 0; i < m_weight.length; i++) {
                for (int a = 0; a < 2; a++) {
                    final double y = exponent(i, x[a], x[2]);
                    final double f = 1 / (1 + Math.exp(-y));
                    final double spread = m_weight[i] * f / (1 + Math.exp(y));
                    slope[a] += m_weight[i] * m_sign[i] * f;
                    slope[2] -= m_weight[i] * m_energy[i] * f;
                    second[a][a] += spread;
                    second[a][2] -= spread * m_sign[i] * m_energy[i];
                    second[2][2] += spread * m_energy[i] * m_energy[i];
                }
            }
            second[2][0] = second[0][2];
            second[2][1] = second[1][2];
            return slope;
        }

        double residual(final double[] slope) {
            double largest = 0;
            for (int a = 0; a < 3; a++) {
                largest = Math.max(largest, Math.abs(slope[a]) / m_scales[a]);
            }
            return largest;
        }
    }

    /**
     * Fits a thermal medium. Flavor coherence of the state is not used: f_e and f_x are the diagonal occupations.
     *
     * @param state the state; its weights are positive
     * @param energies energy of each mode in MeV, positive
     * @return the fit
     * @throws InvalidModeException if a weight is negative or an energy is not positive
     * @throws IllegalArgumentException if no temperature has these lepton numbers and this energy in these modes, as
     *             with completely filled modes, or the modes do not tell temperature and chemical potential apart
     */
    public static ThermalFit of(final FlavorState state, final double[] energies) {
        for (int i = 0; i < energies.length; i++) {
            if (state.modes().weight(i) < 0) {
                throw new InvalidModeException(i, "has the negative weight " + state.modes().weight(i)
                    + "; a thermal fit counts particles, so weights must be positive");
            }
            if (!(energies[i] > 0)) {
                throw new InvalidModeException(i, "has E = " + energies[i] + " MeV; energies must be positive");
            }
        }
        final double mean = meanEnergy(state, energies);
        if (!(mean > 0)) {
            throw new IllegalArgumentException("The state has no neutrinos, so it has no temperature.");
        }
        final Dual dual = new Dual(state, energies);
        final double[] x = {0, 0, 3};
        final double[][] second = new double[3][3];
        double[] slope = dual.slope(x, second);
        int iterations = 0;
        while (dual.residual(slope) > ACCURACY && iterations < MOST_ITERATIONS && step(dual, x, slope, second)) {
            slope = dual.slope(x, second);
            iterations++;
        }
        if (!(dual.residual(slope) < Math.sqrt(ACCURACY)) || !(x[2] > 0)) {
            throw new IllegalArgumentException("No temperature gives these modes the lepton numbers and the energy of"
                + " the state" + (x[2] > 0 ? "" : " (higher energies hold more neutrinos than lower ones)")
                + "; give temperature and chemical potentials instead.");
        }
        requireOne(x, second, Arrays.stream(state.modes().weights()).sum());
        final double temperature = mean / x[2];
        final ThermalMedium medium = new ThermalMedium(temperature, x[0] * temperature, x[1] * temperature);
        return new ThermalFit(medium, dual.residual(slope), gain(state, energies, medium), iterations);
    }

    /** Refuses what the numbers do not determine; second derivatives are those at the solution. */
    private static void requireOne(final double[] x, final double[][] second, final double weight) {
        if (x[2] < HOT) {
            throw new IllegalArgumentException("The state has no finite temperature: higher energies hold as many"
                + " neutrinos as lower ones; give temperature and chemical potentials instead.");
        }
        for (int a = 0; a < 2; a++) {
            if (second[a][a] < NO_EDGE * weight) {
                throw new IllegalArgumentException("In thermal equilibrium the " + (a == 0 ? "electron" : "other")
                    + " flavor would be completely filled or empty in all modes, and its chemical potential could be"
                    + " anything; give temperature and chemical potentials instead.");
            }
        }
        final double free = 1 - second[0][2] * second[0][2] / (second[0][0] * second[2][2])
            - second[1][2] * second[1][2] / (second[1][1] * second[2][2]);
        if (free < DEPENDENT) {
            throw new IllegalArgumentException("The modes of the state do not tell temperature and chemical potentials"
                + " apart, as neutrinos of one energy without antineutrinos; give them instead.");
        }
    }

    private static double meanEnergy(final FlavorState state, final double[] energies) {
        double number = 0;
        double energy = 0;
        for (int i = 0; i < energies.length; i++) {
            number += state.modes().weight(i) * state.trace(i);
            energy += state.modes().weight(i) * state.trace(i) * energies[i];
        }
        return number > 0 ? energy / number : 0;
    }

    /** A Newton step, halved until the convex function falls; false at rounding. */
    private static boolean step(final Dual dual, final double[] x, final double[] slope, final double[][] second) {
        final double[] full = LeastSquares.solve(second, new double[]{-slope[0], -slope[1], -slope[2]});
        final double promised = full[0] * slope[0] + full[1] * slope[1] + full[2] * slope[2];
        final double here = dual.value(x);
        final double[] start = x.clone();
        for (double part = 1; part > LEAST_STEP; part /= 2) {
            for (int a = 0; a < 3; a++) {
                x[a] = start[a] + part * full[a];
            }
            if (dual.value(x) <= here + ARMIJO * part * promised + Math.ulp(here)) {
                return true;
            }
        }
        System.arraycopy(start, 0, x, 0, 3);
        return false;
    }

    private static double gain(final FlavorState state, final double[] energies, final ThermalMedium medium) {
        double sum = 0;
        for (int i = 0; i < energies.length; i++) {
            final double fe = medium.electronOccupation(state.modes().species(i), energies[i]);
            final double fx = medium.otherOccupation(state.modes().species(i), energies[i]);
            sum += state.modes().weight(i) * (ModeEntropy.entropy(fe + fx, Math.abs(fe - fx))
                - ModeEntropy.entropy(state.trace(i), Math.abs(state.pz(i))));
        }
        return sum;
    }
}
