package org.flavorwaves.physics.qke.engine;

import java.util.Optional;

import org.flavorwaves.physics.qke.field.Damping;
import org.flavorwaves.physics.qke.field.MatterProfile;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.threeflavor.FlavorAlgebra;

/**
 * The terms of three flavors.
 *
 * @param vacuum s_i h_vac,i of all modes, component 8 i + a, in the units of the potentials
 * @param matterPotential the mean of the matter potential of electron neutrinos, same units
 * @param selfInteraction factor on the nu-nu term
 * @param damping what the depolarization rates act on: all matrix elements between flavors, or P
 * @param matter how the matter potential departs from its mean along z; empty if it does not
 */
public record MatrixTerms(double[] vacuum, double matterPotential, double selfInteraction, Damping damping,
    Optional<MatterProfile> matter) implements BoxTerms {

    /** The same with a matter potential along z, which is added to the mean. */
    public MatrixTerms with(final MatterProfile profile) {
        return new MatrixTerms(vacuum, matterPotential + profile.mean(), selfInteraction, damping,
            Optional.of(profile));
    }

    @Override
    public BoxTerms reversed() {
        final double[] opposite = new double[vacuum.length];
        for (int c = 0; c < opposite.length; c++) {
            opposite[c] = -vacuum[c];
        }
        return new MatrixTerms(opposite, -matterPotential, -selfInteraction, damping,
            matter.map(MatterProfile::negative));
    }

    @Override
    public FieldPacking packing() {
        return FieldPacking.MATRIX;
    }

    @Override
    public double[] matterVector() {
        final double[] e = new double[FlavorAlgebra.SIZE];
        FlavorAlgebra.vector(new double[]{1, 0, 0, 0, 0, 0, 0, 0, 0}, e, 0);
        return e;
    }

    /** The external Hamiltonian of a mode, a new vector. */
    double[] external(final int i) {
        final double[] h = matterVector();
        for (int a = 0; a < h.length; a++) {
            h[a] = vacuum[h.length * i + a] + matterPotential * h[a];
        }
        return h;
    }

    @Override
    public BoxTorque torque(final MomentumModes modes, final boolean exact, final int from, final int count,
        final int lanes) {
        return new MatrixTorque(modes, this, exact, from, count, lanes);
    }
}
