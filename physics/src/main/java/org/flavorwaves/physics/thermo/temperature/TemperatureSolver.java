package org.flavorwaves.physics.thermo.temperature;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.CollectiveField;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;

/**
 * Finds the states of one flavor temperature (JK 100): the modes and P0_i of an input, with polarization vectors for
 * which the entropy is stationary at given polarization energy.
 *
 * <p>Stationarity of S + 2 beta U (JK 97) gives, with dU/dP_i = w_i s_i H_i/2 and dS/dP_i = -w_i y_i Phat_i,
 *
 * <pre>y_i Phat_i = beta s_i H_i,     y_i = artanh(2|P_i|/(|P_i|^2 + P0_i(2 - P0_i)))  or  artanh(|P_i|/P0_i),</pre>
 *
 * <p>so P_i lies along s_i beta H_i: beta &gt; 0 means neutrinos along H and antineutrinos against it, which is
 * (JK 100) with beta to -beta for antineutrinos. The conditions close in the 12 collective numbers, J = G(J), and every
 * evaluation is O(N).
 */
public final class TemperatureSolver {
    /** J^0 shorter than this share of sum_i w_i |P_i| is rounding and has no direction. */
    private static final double NO_AXIS = 1e-12;

    private final TemperatureOptions m_options;

    /**
     * Creates a solver.
     *
     * @param options relation, tolerance and effort
     */
    public TemperatureSolver(final TemperatureOptions options) {
        m_options = options;
    }

    /**
     * The thermal states at one flavor temperature.
     *
     * @param state the modes and P0_i; its polarization vectors are only a start, and choose the axis where all are
     *            equal
     * @param environment vacuum mixing, matter and the strength of the nu-nu term
     * @param beta inverse flavor temperature, in the inverse unit of the potentials; negative allowed
     * @param progress told of the search; may cancel
     * @return the branches, by falling entropy
     * @throws IllegalArgumentException if beta is not finite
     * @throws org.flavorwaves.physics.state.InvalidModeException if the relation is dilute and a mode has P0 &gt; 1
     */
    public ThermalBranches atBeta(final FlavorState state, final Environment environment, final double beta,
        final Progress progress) {
        requireFinite("beta", beta);
        final ThermalModes modes = new ThermalModes(state, environment, m_options.relation());
        final FlavorSymmetry symmetry = FlavorSymmetry.of(modes, axisOf(state));
        final BranchSearch search = new BranchSearch(modes, symmetry, m_options);
        final BranchSearch.Solutions solutions = search.cool(beta, ThermalEnergySearch.seed(modes), progress);
        final BranchBuilder builder = new BranchBuilder(modes, symmetry);
        final List<ThermalBranch> branches = new ArrayList<>();
        for (final double[] field : solutions.fields()) {
            branches.add(builder.build(field, beta));
        }
        return result(branches, solutions.scope(), Statements.atBeta(solutions, branches.size(), search.starts()),
            search, solutions.unresolved(), solutions.unseen());
    }

    /**
     * The thermal states of one polarization energy.
     *
     * @param state the modes and P0_i; its polarization vectors are only a start, and choose the axis where all are
     *            equal
     * @param environment vacuum mixing, matter and the strength of the nu-nu term
     * @param energy U/V (JK 96), in the square of the unit of the potentials
     * @param progress told of the search; may cancel
     * @return the branches, each with its own beta, by falling entropy
     * @throws IllegalArgumentException if the energy is not finite
     * @throws org.flavorwaves.physics.state.InvalidModeException if the relation is dilute and a mode has P0 &gt; 1
     */
    public ThermalBranches atEnergy(final FlavorState state, final Environment environment, final double energy,
        final Progress progress) {
        requireFinite("The polarization energy", energy);
        final ThermalModes modes = new ThermalModes(state, environment, m_options.relation());
        final FlavorSymmetry symmetry = FlavorSymmetry.of(modes, axisOf(state));
        final BranchSearch search = new BranchSearch(modes, symmetry, m_options);
        final ThermalEnergySearch energies = new ThermalEnergySearch(modes, symmetry, m_options, search);
        final List<ThermalBranch> branches = energies.search(energy, progress);
        return result(branches, SearchScope.SEARCH, Statements.atEnergy(branches.size(), energy, energies), search, 0,
            Double.NaN);
    }

    private static ThermalBranches result(final List<ThermalBranch> branches, final SearchScope scope,
        final String statement, final BranchSearch search, final int unresolved, final double unseen) {
        branches.sort(Comparator.comparingDouble(ThermalBranch::entropy).reversed());
        double worst = 0;
        for (final ThermalBranch branch : branches) {
            worst = Math.max(worst, branch.residual());
        }
        return new ThermalBranches(branches, scope, statement, search.starts(), search.iterations(),
            search.evaluations(), unresolved, unseen, worst);
    }

    private static double[] axisOf(final FlavorState state) {
        final CollectiveField field = CollectiveField.of(state);
        final double x = field.get(0, 0);
        final double y = field.get(0, 1);
        final double z = field.get(0, 2);
        final double length = Math.sqrt(x * x + y * y + z * z);
        final boolean directed = length > NO_AXIS * scale(state);
        return directed ? new double[]{x / length, y / length, z / length} : new double[]{0, 0, 1};
    }

    private static double scale(final FlavorState state) {
        double sum = 0;
        for (int i = 0; i < state.size(); i++) {
            sum += state.modes().weight(i) * state.length(i);
        }
        return sum;
    }

    private static void requireFinite(final String name, final double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " must be finite but is " + value + ".");
        }
    }
}
