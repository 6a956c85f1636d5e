package org.flavorwaves.physics.equilibrium.path;

import java.util.List;

import org.flavorwaves.physics.equilibrium.CoRotation;
import org.flavorwaves.physics.equilibrium.EquilibriumResult;
import org.flavorwaves.physics.equilibrium.ResultAssembler;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.Hamiltonian;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;

/**
 * Equilibria along a path, with what is needed to judge them.
 *
 * @param start the equilibrium at the first point of the track
 * @param points the equilibria at the points of the track that were reached, in the order in which the curve passes
 * them
 * @param events folds, bifurcations and zeros of H_i on the way, in the same order
 * @param end where the path ended
 * @param last the last equilibrium: at the last point of the track, at the fold, or where the path stopped
 * @param steps steps along the curve
 * @param iterations linearizations of the equations
 * @param residual largest relative residual of {@code points}
 * @param conservationError largest change of the conserved component of J^0 in a rotating frame, relative to
 *            sum_i w_i |P_i|; 0 at rest
 * @param advice empty if the last point of the track was reached, else sentences that say what happened and what to try
 * @param reference the input with its |P_i|, and the frame in which everything was computed
 */
public record PathResult(EquilibriumResult start, List<PathPoint> points, List<PathEvent> events, PathEnd end,
    PathPoint last, int steps, int iterations, double residual, double conservationError, String advice,
    Reference reference) {

    /**
     * What turns collective numbers into polarization vectors.
     *
     * @param input state with the |P_i|
     * @param thetaMix mixing angle in rad
     * @param rotation unit axis n of the frame; its omega has no meaning here
     * @param conserved n.J^0 in a rotating frame, in the units of the potentials
     * @param matterInFrame whether matter only adds to the rotation
     */
    public record Reference(FlavorState input, double thetaMix, CoRotation rotation, double conserved,
        boolean matterInFrame) {
    }

    /**
     * Whether everything was computed in a rotating frame.
     *
     * @return false at rest
     */
    public boolean rotates() {
        return start.path().name().startsWith("CO_ROTATING");
    }

    /**
     * The vectors H_i - Omega n that the P_i of a point are along, O(N).
     *
     * @param point of this path
     * @return the vectors, in the units of the potentials
     */
    public Hamiltonian hamiltonian(final PathPoint point) {
        final CoRotation r = reference.rotation();
        final double omega = point.excess() + point.selfInteraction() * reference.conserved();
        final Environment environment = new Environment(reference.thetaMix(),
            reference.matterInFrame() ? 0 : point.matterPotential(), point.selfInteraction());
        return Hamiltonian.of(countedFrom(point.reference()), environment, point.field())
            .rotating(omega * r.axisX(), omega * r.axisY(), omega * r.axisZ());
    }

    /** The modes with signed frequencies counted from a reference. */
    private MomentumModes countedFrom(final double frequency) {
        final MomentumModes modes = reference.input().modes();
        if (frequency == 0) {
            return modes;
        }
        final int n = modes.size();
        final Species[] species = new Species[n];
        final double[] omega = modes.omegas();
        for (int i = 0; i < n; i++) {
            species[i] = modes.species(i);
            omega[i] -= species[i].sign() * frequency;
        }
        return MomentumModes.builder().species(species).velocity(modes.vxs(), modes.vys(), modes.vzs())
            .weight(modes.weights()).omega(omega).build();
    }

    /**
     * The state at a point, O(N).
     *
     * @param point of this path
     * @return P_i = eps_i |P_i| H_i/|H_i|
     */
    public FlavorState state(final PathPoint point) {
        return ResultAssembler.align(reference.input(), start.alignment(), hamiltonian(point));
    }
}
