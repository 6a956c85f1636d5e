package org.flavorwaves.physics.thermo.temperature;

import java.util.List;

/**
 * The thermal states that were found, ordered by falling entropy.
 *
 * @param branches the states
 * @param scope whether there can be others
 * @param statement the scope in a sentence
 * @param starts Newton iterations were begun from this many places
 * @param iterations Newton iterations in all
 * @param evaluations evaluations of the one-axis equation
 * @param unresolved places where the one-axis equation is zero to rounding over an interval (a fold or a bifurcation)
 * @param unseen of one beta, the share of the quasi-random starts that would lead to a state not found, estimated from
 *            above by how often the others were met; 0 where there can be none, NaN for a search at given energy
 * @param worstResidual the largest {@link ThermalBranch#residual} of the branches
 */
public record ThermalBranches(List<ThermalBranch> branches, SearchScope scope, String statement, int starts,
    int iterations, int evaluations, int unresolved, double unseen, double worstResidual) {

    /**
     * Copies the list.
     *
     * @param branches the states
     * @param scope whether there can be others
     * @param statement the scope in a sentence
     * @param starts Newton iterations were begun from this many places
     * @param iterations Newton iterations in all
     * @param evaluations evaluations of the one-axis equation
     * @param unresolved places where the one-axis equation is zero to rounding over an interval (a fold or a
     *            bifurcation)
     * @param unseen share of starts that would lead to a state not found
     * @param worstResidual the largest {@link ThermalBranch#residual} of the branches
     */
    public ThermalBranches {
        branches = List.copyOf(branches);
    }

    /**
     * The number of branches.
     *
     * @return 0 if none was found
     */
    public int size() {
        return branches.size();
    }
}
