package org.flavorwaves.physics.state;

import java.util.Optional;

/**
 * The electron-minus-x lepton number of a state, g_i = s_i P_z,i, and the shifts between physical and shifted
 * frequencies and wave vectors that it causes (FR 4), (FR 15):
 *
 * <pre>omega = Omega + q D^0 + lambda,   k = K + q D^(1..3),   D^m = sum_i w_i g_i V^m_i.</pre>
 *
 * <p>Immutable. Densities are in the units of the potentials.
 */
public final class LeptonNumber {
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
     * Sums a state, O(N log N).
     *
     * @param state the state
     * @param environment matter and the strength q of the nu-nu term, which enter the shifts
     * @return its lepton number
     */
    public static LeptonNumber of(final FlavorState state, final Environment environment) {
        final LeptonDirections directions = LeptonDirections.of(state);
        return new LeptonNumber(directions.density(), vector(directions.flux()),
            directions.positive() + directions.negative(), directions.fluxDirection().map(LeptonNumber::vector),
            environment);
    }

    private static WaveVector vector(final Direction direction) {
        return new WaveVector(direction.x(), direction.y(), direction.z());
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
