package org.flavorwaves.physics.kinetics.spectrum;

import org.flavorwaves.physics.numerics.LeastSquares;

/**
 * Waves with their frequencies and actions at one time. The action is signed: that of a wave of negative signature
 * kappa is negative.
 *
 * @param omega frequencies
 * @param k wave numbers
 * @param action signed actions, none of them 0
 */
public record WaveSpectrum(double[] omega, double[] k, double[] action) {
    /** Share of independence below which frequencies are proportional to wave numbers. */
    private static final double DEPENDENT = 1e-12;

    /**
     * Checks the waves.
     *
     * @param omega frequencies
     * @param k wave numbers
     * @param action signed actions
     * @throws IllegalArgumentException if the arrays differ in length or an action is 0
     */
    public WaveSpectrum {
        if (omega.length != k.length || action.length != k.length) {
            throw new IllegalArgumentException("A spectrum needs as many frequencies and actions as wave numbers.");
        }
        for (final double n : action) {
            if (n == 0 || !Double.isFinite(n)) {
                throw new IllegalArgumentException("An action must be finite and not 0 but is " + n + ".");
            }
        }
        omega = omega.clone();
        k = k.clone();
        action = action.clone();
    }

    /**
     * The number of waves of negative energy.
     *
     * @return how many have signature times frequency below 0
     */
    public int negativeEnergies() {
        int count = 0;
        for (int i = 0; i < k.length; i++) {
            count += omega[i] * action[i] < 0 ? 1 : 0;
        }
        return count;
    }

    /**
     * Whether a frame with velocity u exists in which all waves have energies sigma (Omega - u k) of one sign; without
     * it no Rayleigh-Jeans spectrum holds all of them.
     *
     * @return whether equilibrium is possible
     */
    public boolean hasEquilibrium() {
        return hasFrame(1) || hasFrame(-1);
    }

    private boolean hasFrame(final int sign) {
        double least = Double.NEGATIVE_INFINITY;
        double most = Double.POSITIVE_INFINITY;
        for (int i = 0; i < k.length; i++) {
            final double energy = sign * Math.signum(action[i]) * omega[i];
            final double momentum = sign * Math.signum(action[i]) * k[i];
            if (momentum > 0) {
                most = Math.min(most, energy / momentum);
            } else if (momentum < 0) {
                least = Math.max(least, energy / momentum);
            } else if (!(energy > 0)) {
                return false;
            }
        }
        return least < most;
    }

    /**
     * The classical equilibrium n = T/(Omega - u k) of signed actions (FW rayleigh-jeans): T and u by least squares of
     * the relative deviation n (Omega - u k)/T - 1.
     *
     * @return the fit
     */
    public EquilibriumFit rayleighJeans() {
        final double[] inverse = new double[k.length];
        final double[] weight = new double[k.length];
        for (int i = 0; i < k.length; i++) {
            inverse[i] = 1 / action[i];
            weight[i] = action[i];
        }
        return fit(inverse, weight, false);
    }

    /**
     * The quantum equilibrium |n| = 1/(exp(sigma (Omega - u k)/T) - 1) (FW planck): T and u by least squares of ln(1 +
     * 1/|n|), each weighed so that relative deviations of n count alike.
     *
     * @param quanta number of quanta of a unit of action
     * @return the fit
     */
    public EquilibriumFit planck(final double quanta) {
        final double[] exponent = new double[k.length];
        final double[] weight = new double[k.length];
        for (int i = 0; i < k.length; i++) {
            final double n = quanta * Math.abs(action[i]);
            exponent[i] = Math.signum(action[i]) * Math.log1p(1 / n);
            weight[i] = 1 + n;
        }
        return fit(exponent, weight, true);
    }

    /** Fits value = (Omega - u k)/T; the value of a wave has the sign of its action in equilibrium. */
    private EquilibriumFit fit(final double[] value, final double[] weight, final boolean planck) {
        final int n = k.length;
        double ww = 0;
        double wk = 0;
        double kk = 0;
        for (int i = 0; i < n; i++) {
            final double w = weight[i] * weight[i];
            ww += w * omega[i] * omega[i];
            wk += w * omega[i] * k[i];
            kk += w * k[i] * k[i];
        }
        final boolean flows = n > 2 && kk > 0 && ww > 0 && 1 - wk / ww * (wk / kk) > DEPENDENT;
        final int unknowns = flows ? 2 : 1;
        final double[][] matrix = new double[n][unknowns];
        final double[] right = new double[n];
        for (int i = 0; i < n; i++) {
            matrix[i][0] = weight[i] * omega[i] / Math.sqrt(ww);
            if (flows) {
                matrix[i][1] = -weight[i] * k[i] / Math.sqrt(kk);
            }
            right[i] = weight[i] * value[i];
        }
        if (!(ww > 0)) {
            return EquilibriumFit.NONE;
        }
        final double[] x = LeastSquares.solve(matrix, n, unknowns, right);
        final double inverse = x[0] / Math.sqrt(ww);
        final double drift = flows ? x[1] / Math.sqrt(kk) : 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            final double predicted = inverse * omega[i] - drift * k[i];
            if (!(predicted * action[i] > 0)) {
                return new EquilibriumFit(1 / inverse, drift / inverse, Double.NaN);
            }
            final double ratio = planck ? Math.expm1(Math.abs(predicted)) / Math.expm1(Math.abs(value[i]))
                : predicted / value[i];
            squares += Math.log(ratio) * Math.log(ratio);
        }
        return new EquilibriumFit(1 / inverse, drift / inverse, Math.sqrt(squares / n));
    }
}
