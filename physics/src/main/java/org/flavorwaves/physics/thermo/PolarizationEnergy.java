package org.flavorwaves.physics.thermo;

import org.flavorwaves.physics.state.CollectiveField;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.threeflavor.FlavorAlgebra;
import org.flavorwaves.physics.threeflavor.ThreeFlavorEnvironment;
import org.flavorwaves.physics.threeflavor.ThreeFlavorField;
import org.flavorwaves.physics.threeflavor.ThreeFlavorState;

/**
 * The polarization energy density U/V = 1/2 sum_i w_i s_i (H_ext,i + H_nunu,i/2).P_i (JK 96) by its terms, in the
 * square of the unit of the weights. Homogeneous collisionless evolution conserves the total.
 *
 * @param vacuum 1/2 sum_i w_i s_i (s_i omega_i B).P_i
 * @param matter 1/2 lambda z.J^0
 * @param selfInteraction q/4 g_mn J^m.J^n = q/4 (|J^0|^2 - |J^1|^2 - |J^2|^2 - |J^3|^2)
 */
public record PolarizationEnergy(double vacuum, double matter, double selfInteraction) {

    /**
     * Computes the energy of a state, O(N).
     *
     * @param state the state
     * @param environment vacuum mixing, matter and the strength of the nu-nu term
     * @return its energy
     */
    public static PolarizationEnergy of(final FlavorState state, final Environment environment) {
        final MomentumModes modes = state.modes();
        final double bx = environment.bx();
        final double bz = environment.bz();
        double vacuum = 0;
        for (int i = 0; i < state.size(); i++) {
            vacuum += modes.weight(i) * modes.omega(i) * (bx * state.px(i) + bz * state.pz(i));
        }
        final CollectiveField field = CollectiveField.of(state);
        double square = 0;
        for (int m = 0; m < 4; m++) {
            for (int a = 0; a < 3; a++) {
                square += (m == 0 ? 1 : -1) * field.get(m, a) * field.get(m, a);
            }
        }
        return new PolarizationEnergy(vacuum / 2, environment.matterPotential() * field.get(0, 2) / 2,
            environment.selfInteraction() * square / 4);
    }

    /**
     * Computes the energy of a state of three flavors, O(N), with vectors of eight components.
     *
     * @param state the state
     * @param environment mixing, matter and the strength of the nu-nu term
     * @return its energy
     */
    public static PolarizationEnergy of(final ThreeFlavorState state, final ThreeFlavorEnvironment environment) {
        final double[] vacuum = environment.vacuum(state);
        final double[] p = state.vectors();
        final double[] signed = state.modes().signedWeights();
        final ThreeFlavorField field = new ThreeFlavorField(state, environment);
        field.hamiltonian(p, new double[p.length]);
        final double[] electron = new double[FlavorAlgebra.SIZE];
        FlavorAlgebra.vector(new double[]{1, 0, 0, 0, 0, 0, 0, 0, 0}, electron, 0);
        double own = 0;
        for (int c = 0; c < p.length; c++) {
            own += signed[c / FlavorAlgebra.SIZE] * vacuum[c] * p[c];
        }
        double matter = 0;
        double square = 0;
        for (int a = 0; a < FlavorAlgebra.SIZE; a++) {
            matter += electron[a] * field.collective(0, a);
            for (int m = 0; m < 4; m++) {
                square += (m == 0 ? 1 : -1) * field.collective(m, a) * field.collective(m, a);
            }
        }
        return new PolarizationEnergy(own / 2, environment.matterPotential() * matter / 2,
            environment.selfInteraction() * square / 4);
    }

    /**
     * The whole energy density.
     *
     * @return U/V
     */
    public double total() {
        return vacuum + matter + selfInteraction;
    }
}
