package org.flavorwaves.physics.thermo.temperature;

/**
 * The second variation of the entropy at a thermal state, as counts of directions in which it is not a maximum.
 *
 * <p>A thermal state is stationary for S + 2 beta U at fixed beta and P0_i. With A the (positive) inverse response of
 * the modes, the second variation in all 3N components of the P_i is -A + beta q C^T g C, C being the map from P_i to
 * the collective numbers. It has as many positive eigenvalues as there are eigenvalues mu &gt; 1 of beta q X g, a
 * matrix of 12 rows whose eigenvalues are real; 1 - mu are the eigenvalues of the Newton matrix dF/dJ. So
 * all mu &lt; 1 means a maximum of S + 2 beta U: the state is thermodynamically stable in contact with a bath.
 *
 * <p>At fixed U (an isolated gas) one direction is excluded, and the number of unstable ones is that at fixed beta,
 * less one if dU/dbeta &lt; 0. Zero directions belong to a continuous family ({@link SymmetryFamily}) or a bifurcation.
 *
 * @param largestMode the largest mu
 * @param unstableAtBeta number of directions in which S + 2 beta U grows
 * @param unstableAtEnergy number of directions of constant U in which S grows
 * @param neutral number of directions with mu = 1 to 1e-7
 * @param energySlope dU/dbeta per volume along the branch, in the cube of the unit of the potentials; positive on a
 *            branch that is stable at fixed beta
 */
public record ThermalStability(double largestMode, int unstableAtBeta, int unstableAtEnergy, int neutral,
    double energySlope) {

    /**
     * Whether no small change raises S + 2 beta U.
     *
     * @return whether the state is a maximum at fixed beta, a flat one if there are neutral directions
     */
    public boolean isStableAtBeta() {
        return unstableAtBeta == 0;
    }

    /**
     * Whether no small change raises S at the same U.
     *
     * @return whether the state is a maximum at fixed U, a flat one if there are neutral directions
     */
    public boolean isStableAtEnergy() {
        return unstableAtEnergy == 0;
    }
}
