package org.flavorwaves.physics.equilibrium;

import java.util.Random;

import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;

/**
 * Families of random states whose equilibria are hard to find, because the P_i point anywhere and self-interaction is
 * as strong as the vacuum terms or five times stronger.
 */
public enum HardMedia {
    /** Neutrinos in all directions, with matter. */
    AT_REST(0.7, false, false),
    /** Neutrinos and antineutrinos in all directions, with matter. */
    AT_REST_BOTH(0.7, true, false),
    /** Neutrinos in forward directions, with matter. */
    AT_REST_FORWARD(0.7, false, true),
    /** Neutrinos in all directions without matter, so that the equilibrium rotates. */
    ROTATING(0, false, false),
    /** Neutrinos and antineutrinos in all directions without matter. */
    ROTATING_BOTH(0, true, false),
    /** Neutrinos in forward directions without matter. */
    ROTATING_FORWARD(0, false, true),
    /** Neutrinos and antineutrinos in forward directions without matter. */
    ROTATING_FORWARD_BOTH(0, true, true);

    private static final double MIXING_ANGLE = 0.3;

    private final double m_matter;

    private final boolean m_both;

    private final boolean m_forward;

    HardMedia(final double matter, final boolean both, final boolean forward) {
        m_matter = matter;
        m_both = both;
        m_forward = forward;
    }

    /** Whether the equilibrium rotates. */
    public boolean rotates() {
        return m_matter == 0;
    }

    /** The environment with a strength of the self-interaction. */
    public Environment environment(final double strength) {
        return new Environment(MIXING_ANGLE, m_matter, strength);
    }

    /** A state; sum_i w_i is about 0.8, omega_i 0.2 to 2. */
    public FlavorState state(final int n, final long seed) {
        final Random random = new Random(seed);
        final Species[] species = new Species[n];
        final double[][] v = new double[3][n];
        final double[][] p = new double[3][n];
        final double[] weight = new double[n];
        final double[] omega = new double[n];
        final double[] trace = new double[n];
        for (int i = 0; i < n; i++) {
            species[i] = m_both && random.nextBoolean() ? Species.NUBAR : Species.NU;
            direction(m_forward ? 1 - 0.6 * random.nextDouble() : 2 * random.nextDouble() - 1, random, 1, v, i);
            weight[i] = (0.3 + random.nextDouble()) / n;
            omega[i] = 0.2 + 1.8 * random.nextDouble();
            trace[i] = 1;
            direction(2 * random.nextDouble() - 1, random, 0.2 + 0.7 * random.nextDouble(), p, i);
        }
        return new FlavorState(MomentumModes.builder().species(species).velocity(v[0], v[1], v[2]).weight(weight)
            .omega(omega).build(), trace, p[0], p[1], p[2]);
    }

    private static void direction(final double cos, final Random random, final double length, final double[][] out,
        final int i) {
        final double phi = 2 * Math.PI * random.nextDouble();
        final double sin = Math.sqrt(1 - cos * cos);
        out[0][i] = length * sin * Math.cos(phi);
        out[1][i] = length * sin * Math.sin(phi);
        out[2][i] = length * cos;
    }
}
