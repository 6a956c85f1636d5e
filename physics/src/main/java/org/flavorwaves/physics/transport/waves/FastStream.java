package org.flavorwaves.physics.transport.waves;

import org.flavorwaves.physics.state.Cosines;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.transport.flow.FlowCells;

/** What the closures by growing waves ask of a stream: one flavor axis, symmetry about the stream, no vacuum
 * term along the axis. */
final class FastStream {
    /** Lepton number across the axis, in units of its terms, that is rounding. */
    private static final double AXIAL = 1e-9;

    private FastStream() {
    }

    /**
     * The rates at which collisions damp the modes of a stream.
     *
     * @param cells the stream
     * @return kappa + D by mode
     * @throws IllegalArgumentException if it has no fast waves along its axis; says why
     */
    static double[] damping(final FlowCells cells) {
        if (!cells.isAligned()) {
            throw new IllegalArgumentException("Flavor waves are transported through streams along one flavor axis;"
                + " this one has polarization vectors in several directions.");
        }
        if (!cells.grid().geometry().isSlab()) {
            throw new IllegalArgumentException("This closure follows flavor waves through slabs and uniform media,"
                + " not bulbs; take ADIABATIC.");
        }
        final MomentumModes modes = cells.grid().modes();
        final Environment environment = cells.environment(0);
        final double axis = cells.axis(0) * environment.bx() + cells.axis(2) * environment.bz();
        final double[] damping = modes.depolarizations();
        for (int i = 0; i < damping.length; i++) {
            damping[i] += modes.absorption().rate(i);
            if (modes.omega(i) * axis != 0) {
                throw new IllegalArgumentException("Flavor waves are transported in the fast limit, but mode " + i
                    + " has the vacuum frequency " + modes.omega(i) + "; take the wave matrix.");
            }
        }
        return damping;
    }

    /**
     * Requires that directions of one cos theta carry no lepton number across the axis, as rings and evenly filled
     * spheres do: longitudinal waves are then those of rings.
     *
     * @throws IllegalArgumentException naming a mode whose directions do
     */
    static void requireAxial(final FlowCells cells) {
        final MomentumModes modes = cells.grid().modes();
        final Cosines cosines = new Cosines(modes.vzs());
        for (int c = 0; c < cells.cells(); c++) {
            final double[][] across = new double[2][cosines.size()];
            final double[] size = new double[cosines.size()];
            for (int i = 0; i < cells.modes(); i++) {
                final int beam = cosines.below(modes.vz(i));
                final double number = modes.species(i).sign() * modes.weight(i) * cells.signedLength(c, i);
                across[0][beam] += number * modes.vx(i);
                across[1][beam] += number * modes.vy(i);
                size[beam] += Math.abs(number) * Math.hypot(modes.vx(i), modes.vy(i));
            }
            for (int i = 0; i < cells.modes(); i++) {
                final int beam = cosines.below(modes.vz(i));
                if (Math.hypot(across[0][beam], across[1][beam]) > AXIAL * size[beam]) {
                    throw new IllegalArgumentException("The local flavor-wave equilibrium is found in media that are"
                        + " axially symmetric about the stream, but the directions at the cos theta of mode " + i
                        + " carry lepton number across it; take FLAVOR_WAVES.");
                }
            }
        }
    }

    /** The longest step of a uniform medium, 1/(sum w |P|); a stream has its own. */
    static double longestStep(final FlowCells cells) {
        if (!cells.grid().isUniform()) {
            return Double.POSITIVE_INFINITY;
        }
        double potential = 0;
        for (int i = 0; i < cells.modes(); i++) {
            potential += cells.grid().weight(0, i) * Math.abs(cells.signedLength(0, i));
        }
        return 1 / (cells.environment(0).selfInteraction() * potential);
    }

    /** P_i along the axis in a cell. */
    static double[] lengths(final FlowCells cells, final int c) {
        final double[] p = new double[cells.modes()];
        for (int i = 0; i < p.length; i++) {
            p[i] = cells.signedLength(c, i);
        }
        return p;
    }

    /** A cell as a state along z, whatever its axis. */
    static FlavorState along(final FlowCells cells, final int c) {
        final double[] traces = new double[cells.modes()];
        for (int i = 0; i < traces.length; i++) {
            traces[i] = cells.trace(c, i);
        }
        return FlavorState.alongZ(cells.modesAt(c), traces, lengths(cells, c));
    }
}
