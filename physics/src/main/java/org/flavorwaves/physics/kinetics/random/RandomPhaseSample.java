package org.flavorwaves.physics.kinetics.random;

import java.util.List;

import org.flavorwaves.physics.state.FlavorState;

/** One moment of an evolution. Immutable. */
public final class RandomPhaseSample {
    private final double m_time;

    private final FlavorState m_state;

    private final double[] m_viscosity;

    private final List<BandIntensity> m_bands;

    private final double m_growth;

    private final double m_dephasing;

    RandomPhaseSample(final double time, final FlavorState state, final double[] viscosity,
        final List<BandIntensity> bands, final double dephasing) {
        m_time = time;
        m_state = state;
        m_viscosity = viscosity;
        m_bands = List.copyOf(bands);
        m_growth = bands.stream().mapToDouble(BandIntensity::growth).max().orElse(0);
        m_dephasing = dephasing;
    }

    /**
     * The time.
     *
     * @return t in the inverse of the unit of the potentials
     */
    public double time() {
        return m_time;
    }

    /**
     * The background.
     *
     * @return a mixing equilibrium
     */
    public FlavorState state() {
        return m_state;
    }

    /**
     * The viscosity of a mode (JK 78).
     *
     * @param mode mode index
     * @return gamma_i in the units of the potentials
     */
    public double viscosity(final int mode) {
        return m_viscosity[mode];
    }

    /**
     * The bands that grow or have grown.
     *
     * @return one entry a band, by rising wave number
     */
    public List<BandIntensity> bands() {
        return m_bands;
    }

    /**
     * The fastest growth.
     *
     * @return largest Im Omega, 0 if nothing grows
     */
    public double growth() {
        return m_growth;
    }

    /**
     * The rate at which the waves lose their phases against each other as a neutrino meets them: the spread of
     * Re Omega - k.v_i over the intensities, averaged over the modes by their share in the waves.
     *
     * @return a rate in the units of the potentials; NaN with fewer than two growing bands
     */
    public double dephasing() {
        return m_dephasing;
    }
}
