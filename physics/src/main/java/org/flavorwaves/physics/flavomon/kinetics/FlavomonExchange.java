package org.flavorwaves.physics.flavomon.kinetics;

import org.flavorwaves.physics.flavomon.kinetics.occupation.NeutrinoOccupations;
import org.flavorwaves.physics.flavomon.kinetics.occupation.WaveRates;

/**
 * The exchange between neutrinos and flavomons at given rates W (FR 17), (FR 21):
 *
 * <pre>dN_K/dt = sum_i w_i W_{K,i} [f_x (1 - f_e) (1 + N_K) - f_e (1 - f_x) N_K]
df_e,i/dt = sum_K W_{K,i} [same]</pre>
 *
 * <p>with e and x exchanged for antineutrinos and for antiflavomons. Each bracket enters both sides once, so
 * f_e + f_x, n_e - n_psi and n_x + n_psi (FR 22) hold to rounding for any W.
 *
 * <p>The unknowns are the conversions d_i, f_e,i = f_e,i(0) + d_i and f_x,i = f_x,i(0) - d_i, followed by the N_K.
 */
final class FlavomonExchange {
    private final NeutrinoOccupations m_neutrinos;

    private final int m_modes;

    private final double m_spontaneous;

    private final double[] m_loss;

    private final double[] m_fe;

    private final double[] m_fx;

    private final double[] m_quanta;

    private final double[] m_flow;

    private double m_fastest;

    /**
     * Prepares the exchange.
     *
     * @param neutrinos the neutrinos at d = 0
     * @param waves number of flavomon modes
     * @param spontaneous whether the 1 of 1 + N is kept
     */
    FlavomonExchange(final NeutrinoOccupations neutrinos, final int waves, final boolean spontaneous) {
        m_neutrinos = neutrinos;
        m_modes = neutrinos.size();
        m_spontaneous = spontaneous ? 1 : 0;
        m_loss = new double[m_modes];
        m_fe = new double[m_modes];
        m_fx = new double[m_modes];
        m_quanta = new double[waves];
        m_flow = new double[waves];
    }

    /**
     * Evaluates dd/dt and dN/dt.
     *
     * @param y d_i, then N_K
     * @param waves the rates at y
     * @param rates where dy/dt goes
     */
    void evaluate(final double[] y, final WaveRates waves, final double[] rates) {
        for (int i = 0; i < m_modes; i++) {
            m_fe[i] = m_neutrinos.electron(i, y);
            m_fx[i] = m_neutrinos.other(i, y);
            rates[i] = 0;
            m_loss[i] = 0;
        }
        double fastest = 0;
        for (int j = 0; j < waves.size(); j++) {
            final double number = y[m_modes + j];
            final double gain = number + m_spontaneous;
            final double measure = waves.measure(j);
            double change = 0;
            double flow = 0;
            double absorption = 0;
            for (int i = 0; i < m_modes; i++) {
                final double w = waves.rate(j, i);
                if (w > 0) {
                    final int sign = m_neutrinos.sign(i) * waves.sign(j);
                    final double emit = sign > 0 ? m_fx[i] * (1 - m_fe[i]) : m_fe[i] * (1 - m_fx[i]);
                    final double absorb = sign > 0 ? m_fe[i] * (1 - m_fx[i]) : m_fx[i] * (1 - m_fe[i]);
                    final double flux = w * (emit * gain - absorb * number);
                    rates[i] += sign * measure * flux;
                    change += m_neutrinos.weight(i) * flux;
                    flow += m_neutrinos.weight(i) * flux * m_neutrinos.velocity(i);
                    m_loss[i] += measure * w * gain;
                    absorption += m_neutrinos.weight(i) * w * (absorb - emit);
                }
            }
            rates[m_modes + j] = change;
            m_quanta[j] = change;
            m_flow[j] = flow;
            fastest = Math.max(fastest, absorption);
        }
        for (int i = 0; i < m_modes; i++) {
            fastest = Math.max(fastest, 2 * m_loss[i]);
        }
        m_fastest = fastest;
    }

    /** dN_K/dt of the last evaluation. */
    double quanta(final int wave) {
        return m_quanta[wave];
    }

    /** The same with each quantum weighed by the velocity of the neutrino that emits it. */
    double flow(final int wave) {
        return m_flow[wave];
    }

    /**
     * The fastest relaxation of the last evaluation: forward Euler steps shorter than its inverse keep all occupations
     * in bounds.
     *
     * @return an inverse time
     */
    double fastest() {
        return m_fastest;
    }
}
