package org.flavorwaves.physics.kinetics;

import java.util.Arrays;
import java.util.Optional;

import org.flavorwaves.physics.kinetics.waves.WaveBasis;
import org.flavorwaves.physics.linear.WaveFunction;
import org.flavorwaves.physics.state.FlavorState;

/** One moment of an evolution. Immutable. */
public final class KineticsSample {
    private final double m_time;

    private final FlavorState m_state;

    private final double[] m_rates;

    private final double[] m_powers;

    /** Amplitudes and frequencies of the bands; empty if they were not asked for. */
    private final double[] m_phi;

    private final double[] m_omega;

    private final KineticsMonitors m_monitors;

    KineticsSample(final double time, final FlavorState state, final double[] rates, final WaveFunction[] waves,
        final Optional<WaveBasis> basis, final KineticsMonitors monitors) {
        m_time = time;
        m_state = state;
        m_rates = rates;
        m_powers = Arrays.stream(waves).mapToDouble(w -> w.norm() * w.norm()).toArray();
        m_phi = basis.map(b -> b.expand(waves)).orElse(new double[0]);
        m_omega = new double[m_phi.length];
        for (int at = 0; at < m_omega.length / 2; at++) {
            m_omega[2 * at] = basis.orElseThrow().omegaRe(at);
            m_omega[2 * at + 1] = basis.orElseThrow().omegaIm(at);
        }
        m_monitors = monitors;
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
     * The background: the box averages of the polarization vectors.
     *
     * @return P_{i,0}
     */
    public FlavorState state() {
        return m_state;
    }

    /**
     * A viscosity.
     *
     * @param mode mode index
     * @return gamma_i in the units of the potentials; NaN where P_i = 0
     */
    public double viscosity(final int mode) {
        return m_rates[mode];
    }

    /**
     * The number of waves.
     *
     * @return nMax
     */
    public int waves() {
        return m_powers.length;
    }

    /**
     * The power of a wave.
     *
     * @param n wave, 1 to nMax
     * @return sum_i |P_{i,n}|^2
     */
    public double power(final int n) {
        return m_powers[n - 1];
    }

    /**
     * The number of bands of one wave whose amplitudes are there.
     *
     * @return 3N, or 0 if the waves were not expanded in bands
     */
    public int bands() {
        return m_omega.length / (2 * m_powers.length);
    }

    private int place(final int n, final int band) {
        return 2 * ((n - 1) * bands() + band);
    }

    /**
     * The action of a band.
     *
     * @param n wave, 1 to nMax
     * @param band band index
     * @return |A_{n,b}|^2
     */
    public double action(final int n, final int band) {
        final int at = place(n, band);
        return m_phi[at] * m_phi[at] + m_phi[at + 1] * m_phi[at + 1];
    }

    /**
     * The phase of a band.
     *
     * @param n wave, 1 to nMax
     * @param band band index
     * @return phi_{n,b} in (-pi, pi], without meaning where the action is 0
     */
    public double phase(final int n, final int band) {
        final int at = place(n, band);
        return Math.atan2(m_phi[at + 1], m_phi[at]);
    }

    /**
     * The real part of a frequency.
     *
     * @param n wave, 1 to nMax
     * @param band band index
     * @return Re Omega_{n,b} in the units of the potentials
     */
    public double omegaRe(final int n, final int band) {
        return m_omega[place(n, band)];
    }

    /**
     * The imaginary part of a frequency.
     *
     * @param n wave, 1 to nMax
     * @param band band index
     * @return Im Omega_{n,b} in the units of the potentials
     */
    public double omegaIm(final int n, final int band) {
        return m_omega[place(n, band) + 1];
    }

    /**
     * The amplitudes.
     *
     * @return a new array, 2 nMax 3N entries in the order of {@link WaveBasis}; empty without bands
     */
    public double[] amplitudes() {
        return m_phi.clone();
    }

    /**
     * The monitors.
     *
     * @return identities and distances from equilibrium
     */
    public KineticsMonitors monitors() {
        return m_monitors;
    }
}
