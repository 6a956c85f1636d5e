package org.flavorwaves.physics.kinetics.spectrum;

/**
 * The equilibrium spectrum nearest to one of waves.
 *
 * @param temperature T in the unit of the frequencies, times that of the actions for classical waves; negative where
 *            all waves have negative energy; NaN without a fit
 * @param velocity u in the unit of the frequencies over that of the wave numbers; 0 where frequencies are proportional
 *            to wave numbers, so that T and u cannot be told apart; NaN without a fit
 * @param distance root mean square of ln(n/n_fit) over the waves, the least that any T and u give; NaN without a fit,
 *            because sigma (Omega - u k) has one sign for all waves at no velocity u, or at none that can be told
 * @param margin smallest |Omega - u k|/(|Omega| + |u k|) of the waves, from 0, where a wave moves with u, to 1; NaN
 *            without a fit
 */
public record EquilibriumFit(double temperature, double velocity, double distance, double margin) {
    /** No spectrum of these waves is an equilibrium. */
    static final EquilibriumFit NONE = new EquilibriumFit(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    private static final double EDGE = 1e-3;

    /**
     * Whether the velocity u is at the edge of those that are possible: the fit wants a wave there that moves with u,
     * whose number of quanta has no bound. No equilibrium in which all waves take part is near.
     *
     * @return whether the margin is below a thousandth
     */
    public boolean isAtEdge() {
        return margin < EDGE;
    }
}
