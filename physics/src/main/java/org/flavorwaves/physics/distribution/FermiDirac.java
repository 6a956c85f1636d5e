package org.flavorwaves.physics.distribution;

import org.flavorwaves.physics.state.Units;

/**
 * A Fermi-Dirac energy spectrum of massless particles, f(E) = 1/(exp(E/T - eta) + 1).
 *
 * @param temperature T in MeV, positive
 * @param degeneracy eta, dimensionless
 */
public record FermiDirac(double temperature, double degeneracy) {
    /** Quadrature in t runs over [-RANGE, RANGE]; beyond, the integrand is below rounding. */
    private static final double RANGE = 5;

    private static final double LARGEST_STEP = 1 / 32.0;

    /** Step at eta = 1: the poles nearest to the real axis are 2/eta away from it. */
    private static final double EDGE_STEP = 0.25;

    private static final double MEV_PER_GEV = 1e3;

    /**
     * Checks the parameters.
     *
     * @param temperature T in MeV, positive
     * @param degeneracy eta, dimensionless
     * @throws IllegalArgumentException if T is not positive or a parameter is not finite
     */
    public FermiDirac {
        if (!(temperature > 0) || Double.isInfinite(temperature) || !Double.isFinite(degeneracy)) {
            throw new IllegalArgumentException("A Fermi-Dirac spectrum needs a finite T > 0 and a finite eta, but T = "
                + temperature + " MeV and eta = " + degeneracy + ".");
        }
    }

    /**
     * The occupation.
     *
     * @param energy E in MeV
     * @return 1/(exp(E/T - eta) + 1)
     */
    public double occupation(final double energy) {
        return 1 / (Math.exp(energy / temperature - degeneracy) + 1);
    }

    /**
     * The number density of one helicity state in equilibrium, T^3 F_2(eta)/(2 pi^2 (hbar c)^3).
     *
     * @return in cm^-3
     */
    public double numberDensity() {
        final double perLength = temperature / (MEV_PER_GEV * Units.HBAR_C);
        return perLength * perLength * perLength * integral(2, degeneracy) / (2 * Math.PI * Math.PI);
    }

    /**
     * The mean energy T F_3(eta)/F_2(eta).
     *
     * @return in MeV
     */
    public double meanEnergy() {
        return temperature * integral(3, degeneracy) / integral(2, degeneracy);
    }

    /**
     * The Fermi integral F_k(eta), the integral of x^k/(exp(x - eta) + 1) over x from 0 to infinity.
     *
     * <p>Trapezoid rule in t after x = c exp(t - exp(-t)), c = max(1, eta): both tails fall double-exponentially, the
     * step resolves the Fermi edge, and the error is at rounding.
     *
     * @param k order, at least 1
     * @param eta degeneracy
     * @return F_k(eta)
     */
    public static double integral(final int k, final double eta) {
        final double fermi = Math.max(1, eta);
        final double step = Math.min(LARGEST_STEP, EDGE_STEP / fermi);
        final int half = (int) Math.ceil(RANGE / step);
        double sum = 0;
        for (int i = -half; i <= half; i++) {
            final double t = i * step;
            final double x = fermi * Math.exp(t - Math.exp(-t));
            sum += Math.pow(x, k + 1) * (1 + Math.exp(-t)) / (Math.exp(x - eta) + 1);
        }
        return sum * step;
    }
}
