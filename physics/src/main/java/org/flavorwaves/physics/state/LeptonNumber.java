package org.flavorwaves.physics.state;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;


/**
 * The electron-minus-x lepton number of a state, g_i = s_i P_z,i, and the shifts between physical and shifted
 * frequencies and wave vectors that it causes (physics specification section 9, FR 15):
 *
 * <pre>omega = Omega + q D^0 + lambda,   k = K + q D^(1..3),   D^m = sum_i w_i g_i V^m_i.</pre>
 *
 * <p>Immutable. Densities are in the units of the potentials.
 */
public final class LeptonNumber {
    /** Velocities that differ by less in each component are one direction. */
    private static final double SAME_VELOCITY = 1e-10;

    private final double m_density;

    private final WaveVector m_flux;

    private final double m_absolute;

    private final Optional<WaveVector> m_direction;

    private final Environment m_environment;

    private LeptonNumber(final double density, final WaveVector flux, final double absolute,
        final Optional<WaveVector> direction, final Environment environment) {
        m_density = density;
        m_flux = flux;
        m_absolute = absolute;
        m_direction = direction;
        m_environment = environment;
    }

    /**
     * Sums a state, O(N).
     *
     * @param state the state
     * @param environment matter and the strength q of the nu-nu term, which enter the shifts
     * @return its lepton number
     */
    public static LeptonNumber of(final FlavorState state, final Environment environment) {
        final MomentumModes modes = state.modes();
        double d0 = 0;
        double dx = 0;
        double dy = 0;
        double dz = 0;
        double size = 0;
        final Map<Direction, double[]> directions = new HashMap<>();
        for (int i = 0; i < state.size(); i++) {
            final double g = modes.weight(i) * modes.species(i).sign() * state.pz(i);
            d0 += g;
            dx += g * modes.vx(i);
            dy += g * modes.vy(i);
            dz += g * modes.vz(i);
            size += Math.abs(g);
            place(directions, modes.vx(i), modes.vy(i), modes.vz(i))[0] += g;
        }
        double absolute = 0;
        for (final double[] g : directions.values()) {
            absolute += Math.abs(g[0]);
        }
        final WaveVector flux = new WaveVector(dx, dy, dz);
        return new LeptonNumber(d0, flux, absolute, flux.norm() > state.size() * Math.ulp(1.0) * size
            ? Optional.of(flux.unit()) : Optional.empty(), environment);
    }

    /** The sum of the direction closest to a velocity, also if rounding puts the two into neighbouring cells. */
    private static double[] place(final Map<Direction, double[]> directions, final double vx, final double vy,
        final double vz) {
        final long x = Math.round(vx / SAME_VELOCITY);
        final long y = Math.round(vy / SAME_VELOCITY);
        final long z = Math.round(vz / SAME_VELOCITY);
        for (int neighbour = 0; neighbour < 27; neighbour++) {
            final double[] found = directions.get(new Direction(x + (neighbour + 1) % 3 - 1,
                y + (neighbour / 3 + 1) % 3 - 1, z + (neighbour / 9 + 1) % 3 - 1));
            if (found != null) {
                return found;
            }
        }
        final double[] created = new double[1];
        directions.put(new Direction(x, y, z), created);
        return created;
    }

    private record Direction(long x, long y, long z) {
    }

    /**
     * The lepton number density.
     *
     * @return D^0 = sum_i w_i s_i P_z,i
     */
    public double density() {
        return m_density;
    }

    /**
     * The lepton number flux.
     *
     * @return D^(1..3) = sum_i w_i s_i P_z,i v_i
     */
    public WaveVector flux() {
        return m_flux;
    }

    /**
     * The direction of the flux.
     *
     * @return a unit vector; empty if the flux is zero to rounding
     */
    public Optional<WaveVector> direction() {
        return m_direction;
    }

    /**
     * The natural unit of fast flavor waves, sum |G| with G the lepton number of each direction: all modes of equal
     * velocity are added up first.
     *
     * @return sum |G|, not multiplied by q
     */
    public double absolute() {
        return m_absolute;
    }

    /**
     * From a physical to a shifted wave vector.
     *
     * @param physical K
     * @return k = K + q D^(1..3)
     */
    public WaveVector shifted(final WaveVector physical) {
        return physical.plus(m_flux.times(m_environment.selfInteraction()));
    }

    /**
     * From a shifted to a physical wave vector.
     *
     * @param shifted k
     * @return K = k - q D^(1..3)
     */
    public WaveVector physical(final WaveVector shifted) {
        return shifted.minus(m_flux.times(m_environment.selfInteraction()));
    }

    /**
     * From a physical to a shifted frequency (real part; the imaginary part is the same).
     *
     * @param physical Re Omega
     * @return Re omega = Re Omega + q D^0 + lambda
     */
    public double shiftedFrequency(final double physical) {
        return physical + (m_environment.selfInteraction() * m_density + m_environment.matterPotential());
    }

    /**
     * From a shifted to a physical frequency (real part; the imaginary part is the same).
     *
     * @param shifted Re omega
     * @return Re Omega = Re omega - q D^0 - lambda
     */
    public double physicalFrequency(final double shifted) {
        return shifted - (m_environment.selfInteraction() * m_density + m_environment.matterPotential());
    }
}
