package org.flavorwaves.physics.state;

/**
 * Conversions between laboratory units and the natural units of the engine (hbar = c = 1, sqrt(2) G_F = 1).
 *
 * <p>With densities in cm^-3 all potentials, frequencies and wave numbers are in cm^-1; multiply a frequency by
 * {@link #SPEED_OF_LIGHT} to get s^-1.
 */
public final class Units {
    /** Fermi constant in GeV^-2. */
    public static final double FERMI_CONSTANT = 1.1663788e-5;

    /** hbar c in GeV cm. */
    public static final double HBAR_C = 1.973269804e-14;

    /** Speed of light in cm/s. */
    public static final double SPEED_OF_LIGHT = 2.99792458e10;

    /** sqrt(2) G_F in cm^2 (hbar = c = 1): potential in cm^-1 of one particle per cm^3. */
    public static final double POTENTIAL_PER_DENSITY = Math.sqrt(2) * FERMI_CONSTANT * HBAR_C * HBAR_C;

    /** dm2/(2E) in cm^-1 for dm2 = 1 eV^2 and E = 1 MeV. */
    public static final double VACUUM_FREQUENCY = 1e-18 / (2e-3 * HBAR_C);

    private Units() {
    }

    /**
     * Potential of a number density, mu = sqrt(2) G_F n (FW potential).
     *
     * @param density n in cm^-3
     * @return mu in cm^-1
     */
    public static double potential(final double density) {
        return POTENTIAL_PER_DENSITY * density;
    }

    /**
     * Vacuum oscillation frequency omega = dm2/(2E) (FW vacuum); negative for inverted ordering.
     *
     * @param deltaM2 mass-squared difference in eV^2
     * @param energy energy in MeV, positive
     * @return omega in cm^-1
     */
    public static double vacuumFrequency(final double deltaM2, final double energy) {
        return VACUUM_FREQUENCY * deltaM2 / energy;
    }

    /**
     * A frequency in units of a length in units of time.
     *
     * @param frequency in cm^-1
     * @return in s^-1
     */
    public static double perSecond(final double frequency) {
        return frequency * SPEED_OF_LIGHT;
    }
}
