package org.flavorwaves.physics.transport.waves;

import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.transport.flow.FlowCells;

/** What the closures by growing waves ask of a stream: one flavor axis, rings, no vacuum term along the axis. */
final class FastStream {
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
            if (modes.vx(i) != 0 || modes.vy(i) != 0) {
                throw new IllegalArgumentException("Flavor waves are transported through rings about the axis, but"
                    + " mode " + i + " is a single direction; take the wave matrix.");
            }
        }
        return damping;
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

    /** The intensity of noise per dk, half of its power sum w P^2 a beam. */
    static double noise(final WaveGrid grid, final double[] weights, final int beams, final double[] p) {
        double power = 0;
        for (int i = 0; i < p.length; i++) {
            power += weights[i] * p[i] * p[i];
        }
        return grid.seed() * power / beams;
    }
}
