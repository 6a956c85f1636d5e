package org.flavorwaves.physics.distribution;

import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;

/**
 * A spectrum that is constant in the vacuum frequency: every mode becomes {@code bins} modes of equal weights, with the
 * frequencies in the middle of equal bins.
 *
 * @param lower lower end, in the units of the potentials, without the species sign
 * @param upper upper end
 * @param bins number of frequencies
 */
public record FrequencyBox(double lower, double upper, int bins) {

    /**
     * Checks the numbers.
     *
     * @param lower lower end, in the units of the potentials, without the species sign
     * @param upper upper end
     * @param bins number of frequencies
     * @throws IllegalArgumentException if the ends are not finite and ascending, or there is no bin
     */
    public FrequencyBox {
        if (!(Double.isFinite(lower) && Double.isFinite(upper) && lower < upper)) {
            throw new IllegalArgumentException("A box of frequencies needs finite ascending ends but has " + lower
                + " and " + upper + ".");
        }
        if (bins < 1) {
            throw new IllegalArgumentException("A box of frequencies needs at least 1 bin but has " + bins + ".");
        }
    }

    /**
     * Spreads the modes of a state over the box.
     *
     * @param state a state; its frequencies are replaced
     * @return a state of {@code bins} times as many modes, the frequencies of one mode after another, ascending
     */
    public FlavorState applyTo(final FlavorState state) {
        final int n = state.size() * bins;
        final MomentumModes modes = state.modes();
        final Species[] species = new Species[n];
        final double[][] v = new double[3][n];
        final double[] weight = new double[n];
        final double[] omega = new double[n];
        final double[] depolarization = new double[n];
        final int[] of = new int[n];
        final double[][] p = new double[4][n];
        for (int i = 0; i < n; i++) {
            final int mode = i / bins;
            of[i] = mode;
            species[i] = modes.species(mode);
            v[0][i] = modes.vx(mode);
            v[1][i] = modes.vy(mode);
            v[2][i] = modes.vz(mode);
            weight[i] = modes.weight(mode) / bins;
            final double share = (i % bins + 0.5) / bins;
            omega[i] = (1 - share) * lower + share * upper;
            depolarization[i] = modes.depolarization(mode);
            p[0][i] = state.trace(mode);
            p[1][i] = state.px(mode);
            p[2][i] = state.py(mode);
            p[3][i] = state.pz(mode);
        }
        return new FlavorState(MomentumModes.builder().species(species).velocity(v[0], v[1], v[2]).weight(weight)
            .omega(omega).depolarization(depolarization).absorption(modes.absorption().select(of)).build(), p[0],
            p[1], p[2], p[3]);
    }
}
