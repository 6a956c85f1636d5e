package org.flavorwaves.physics.distribution.crossing;

import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.LeptonDirections;
import org.flavorwaves.physics.state.MomentumModes;

/**
 * The box-like prescription for the state in which fast conversion ends (FW box-scheme): on the side of the crossing
 * with the smaller lepton number flavors are shared equally, and on the other side the survival probability is constant
 * and such that the lepton number is conserved (Zaizen and Nagakura 2023; evaluated against simulations by Xiong et
 * al., arXiv:2307.11129).
 *
 * <p>With I_s and I_l the smaller and larger of the sums of |G_d| over the directions of one sign, f_x the occupation
 * of one heavy flavor and P the survival probability of electron flavor:
 *
 * <pre>
 * two flavors:    P_s = 1/2,  P_l = 1 - I_s/(2 I_l),    f_e' = P f_e + (1 - P) f_x,  f_x' = (1 - P) f_e + P f_x
 * three flavors:  P_s = 1/3,  P_l = 1 - 2 I_s/(3 I_l),  f_e' = P f_e + (1 - P) f_x,
 *                 f_x' = ((1 - P) f_e + (1 + P) f_x)/2
 * </pre>
 *
 * for neutrinos and antineutrinos of each mode alike. Both give P_z' = 0 on the smaller and P_z' = (1 - I_s/I_l) P_z on
 * the larger side, so sum w s P_z stays what it was. With two flavors P0' = P0; with three the two heavy flavors are
 * equal, f_e + 2 f_x is conserved in each mode and P0' = f_e' + f_x' = P0 - (1 - P) P_z/2 counts one of them, so the
 * result is a state again. Directions with G = 0 belong to the larger side.
 *
 * <p>The sums are over the directions of the state, so that the conservation is exact. The prescribed state is an
 * average over space, without flavor coherence: P_x' = P_y' = 0. A state without a crossing stays as it is.
 *
 * @param flavors number of flavors
 */
public record BoxScheme(Flavors flavors) {

    /** How many flavors share. */
    public enum Flavors {
        /** Electron and one other flavor. */
        TWO(1 / 2.0),
        /** Electron and two equal heavy flavors. */
        THREE(1 / 3.0);

        private final double m_equal;

        Flavors(final double equal) {
            m_equal = equal;
        }

        /**
         * The share of each flavor in equipartition.
         *
         * @return 1/2 or 1/3
         */
        public double equalShare() {
            return m_equal;
        }
    }

    /**
     * The prescribed state.
     *
     * @param state all modes after the conversion
     * @param converted whether there was anything to convert: directions of both signs
     * @param positiveSurvival survival probability where G &gt; 0
     * @param negativeSurvival survival probability where G &lt; 0
     * @param conservationError |change of sum w s P_z| / sum w |P_z|
     */
    public record Asymptotic(FlavorState state, boolean converted, double positiveSurvival, double negativeSurvival,
        double conservationError) {
    }

    /**
     * Applies the prescription.
     *
     * @param state a state
     * @param directions its lepton number by direction
     * @return the state in which fast conversion is expected to end
     */
    public Asymptotic apply(final FlavorState state, final LeptonDirections directions) {
        final double positive = directions.positive();
        final double negative = directions.negative();
        if (!(Math.min(positive, negative) > 0)) {
            return new Asymptotic(state, false, 1, 1, 0);
        }
        final int larger = positive >= negative ? 1 : -1;
        final double equal = flavors.equalShare();
        final double share = Math.min(positive, negative) / Math.max(positive, negative);
        final double rest = 1 - (1 - equal) * share;
        final int n = state.size();
        final double[] trace = new double[n];
        final double[] pz = new double[n];
        for (int i = 0; i < n; i++) {
            final boolean small = larger * directions.number(directions.directionOf(i)) < 0;
            final double survival = small ? equal : rest;
            trace[i] = flavors == Flavors.TWO ? state.trace(i) : state.trace(i) - 0.5 * (1 - survival) * state.pz(i);
            pz[i] = small ? 0 : (1 - share) * state.pz(i);
        }
        final FlavorState converted = FlavorState.alongZ(state.modes(), trace, pz);
        return new Asymptotic(converted, true, larger > 0 ? rest : equal, larger > 0 ? equal : rest,
            change(state, converted) / directions.gross());
    }

    private static double change(final FlavorState before, final FlavorState after) {
        final MomentumModes modes = before.modes();
        double sum = 0;
        for (int i = 0; i < modes.size(); i++) {
            sum += modes.weight(i) * modes.species(i).sign() * (after.pz(i) - before.pz(i));
        }
        return Math.abs(sum);
    }
}
