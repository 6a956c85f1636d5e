package org.flavorwaves.physics.transport.flow;

import org.flavorwaves.physics.state.InvalidModeException;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.transport.flow.grid.FlowBoundary;

/** Which mode comes back where a mode meets a mirror: the same species, frequency and weight with opposite v_z. */
public final class FlowMirror {
    private static final double SAME = 1e-9;

    private final int[] m_partner;

    private FlowMirror(final int[] partner) {
        m_partner = partner;
    }

    /**
     * The mirror of a stream.
     *
     * @param setup the stream
     * @return pairs of modes if an end reflects
     * @throws InvalidModeException if a mode has no partner
     */
    public static FlowMirror of(final FlowSetup setup) {
        final MomentumModes modes = setup.grid().modes();
        final int[] partner = new int[modes.size()];
        final boolean[] taken = new boolean[partner.length];
        final boolean needed = setup.left() == FlowBoundary.REFLECTING || setup.right() == FlowBoundary.REFLECTING;
        for (int i = 0; i < partner.length && needed; i++) {
            partner[i] = -1;
            for (int j = 0; j < partner.length && partner[i] < 0; j++) {
                if (!taken[j] && mirrors(modes, i, j)) {
                    partner[i] = j;
                    taken[j] = true;
                }
            }
            if (partner[i] < 0) {
                throw new InvalidModeException(i, "has no mode of its species, frequency and weight with v_z = "
                    + -modes.vz(i) + " to come back in from a mirror");
            }
        }
        return new FlowMirror(partner);
    }

    static void require(final FlowSetup setup) {
        of(setup);
    }

    private static boolean mirrors(final MomentumModes modes, final int i, final int j) {
        return modes.species(i) == modes.species(j) && same(modes.vz(i), -modes.vz(j))
            && same(modes.vx(i), modes.vx(j)) && same(modes.vy(i), modes.vy(j))
            && same(modes.omega(i), modes.omega(j)) && same(modes.weight(i), modes.weight(j));
    }

    private static boolean same(final double a, final double b) {
        return Math.abs(a - b) <= SAME * Math.max(Math.abs(a), Math.abs(b));
    }

    /**
     * The mode that a mode comes back in.
     *
     * @param i mode index
     * @return index of its partner
     */
    public int of(final int i) {
        return m_partner[i];
    }
}
