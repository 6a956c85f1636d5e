package org.flavorwaves.physics.distribution;

import org.flavorwaves.physics.numerics.SymmetricEigen;

/** Energies with quadrature weights in dE. Immutable. */
public final class EnergyGrid {
    /** Largest Gauss-Laguerre rule; beyond it the last weights underflow. */
    public static final int MAX_LAGUERRE = 150;

    private final double[] m_energy;

    private final double[] m_width;

    private EnergyGrid(final double[] energy, final double[] width) {
        m_energy = energy;
        m_width = width;
    }

    /**
     * Equal bins from 0, the energy in the middle of each.
     *
     * @param n number of bins
     * @param maxEnergy upper end of the last bin in MeV
     * @return the bins
     * @throws IllegalArgumentException if there is no bin or the energy is not positive
     */
    public static EnergyGrid uniform(final int n, final double maxEnergy) {
        require(n, Integer.MAX_VALUE, maxEnergy);
        final double[] energy = new double[n];
        final double[] width = new double[n];
        for (int i = 0; i < n; i++) {
            energy[i] = (i + 0.5) * maxEnergy / n;
            width[i] = maxEnergy / n;
        }
        return new EnergyGrid(energy, width);
    }

    /**
     * Gauss-Laguerre energies: exact for a polynomial of degree 2n - 1 times exp(-E/scale).
     *
     * @param n number of energies, at most {@value #MAX_LAGUERRE}
     * @param scale energy scale in MeV, such as the temperature
     * @return the energies, with weights for the integral of the whole function (the exponential is not left out)
     * @throws IllegalArgumentException if n is out of bounds or the scale is not positive
     */
    public static EnergyGrid gaussLaguerre(final int n, final double scale) {
        require(n, MAX_LAGUERRE, scale);
        final double[][] jacobi = new double[n][n];
        for (int i = 0; i < n; i++) {
            jacobi[i][i] = 2 * i + 1;
            if (i > 0) {
                jacobi[i][i - 1] = i;
                jacobi[i - 1][i] = i;
            }
        }
        final double[] roots = new SymmetricEigen(jacobi).sortedValues();
        final double[] energy = new double[n];
        final double[] width = new double[n];
        for (int i = 0; i < n; i++) {
            final double x = polish(n, roots[i]);
            final double[] l = laguerre(n, x);
            final double slope = n * (l[1] - l[0]);
            energy[i] = scale * x;
            width[i] = scale * x * Math.exp(x) / (slope * slope);
        }
        return new EnergyGrid(energy, width);
    }

    /** Newton's method on L_n, with x L_n' = n (L_n - L_(n-1)). */
    private static double polish(final int n, final double root) {
        double x = root;
        for (int step = 0; step < 2; step++) {
            final double[] l = laguerre(n, x);
            x -= l[1] * x / (n * (l[1] - l[0]));
        }
        return x;
    }

    /** L_(n-1)(x) and L_n(x). */
    private static double[] laguerre(final int n, final double x) {
        double before = 0;
        double value = 1;
        for (int k = 0; k < n; k++) {
            final double next = ((2 * k + 1 - x) * value - k * before) / (k + 1);
            before = value;
            value = next;
        }
        return new double[]{before, value};
    }

    private static void require(final int n, final int most, final double energy) {
        if (n < 1 || n > most) {
            throw new IllegalArgumentException("The number of energies must be from 1 to " + most + " but is " + n
                + ".");
        }
        if (!(energy > 0) || Double.isInfinite(energy)) {
            throw new IllegalArgumentException("The energy must be finite and positive but is " + energy + " MeV.");
        }
    }

    /**
     * The number of energies.
     *
     * @return at least 1
     */
    public int size() {
        return m_energy.length;
    }

    /**
     * An energy.
     *
     * @param i index, ascending
     * @return E_i in MeV
     */
    public double energy(final int i) {
        return m_energy[i];
    }

    /**
     * A quadrature weight.
     *
     * @param i index
     * @return the measure of dE at E_i in MeV
     */
    public double width(final int i) {
        return m_width[i];
    }
}
