package org.flavorwaves.physics.transport.rays;

import org.flavorwaves.physics.numerics.DormandPrince;

/**
 * Steps of a ray's equations (JK 85), (JK 89) and (JK 90) for y = (z, k_z, phase, gain), where gain is ln |A|, or half
 * of
 * ln n with the action law:
 *
 * <pre>
 * dz/dt = Re dOmega/dk_z,   dk_z/dt = -Re dOmega/dz,   dphase/dt = -Re Omega,
 * dgain/dt = Im Omega [ - Re(left . dpsi/dt) ]
 * </pre>
 *
 * with the term in brackets where a growing wave's amplitude is carried. Not for several threads at once.
 */
final class RayStepper {
    /** Growth below this share of the scale is rounding. */
    static final double GROWTH = 1e-11;

    /** Components of y. */
    static final int SIZE = 4;

    private final TrackedWave m_wave;

    private final double m_kx;

    private final double m_ky;

    private final boolean m_transport;

    private final double[] m_weights;

    private final double[][] m_stages = new double[DormandPrince.STAGES][SIZE];

    private final double[] m_trial = new double[SIZE];

    private final double[] m_omegaRate = new double[2];

    /**
     * Prepares.
     *
     * @param wave the wave, at the start
     * @param kx conserved component
     * @param ky conserved component
     * @param transport whether the amplitude of a growing wave is carried
     * @param scales sizes of z, k_z, phase and gain against which errors count
     */
    RayStepper(final TrackedWave wave, final double kx, final double ky, final boolean transport,
        final double[] scales) {
        m_wave = wave;
        m_kx = kx;
        m_ky = ky;
        m_transport = transport;
        m_weights = scales;
    }

    TrackedWave wave() {
        return m_wave;
    }

    /** Moves the wave to a point of the ray and evaluates it; false if there is none. */
    boolean evaluate(final double[] y) {
        if (!m_wave.moveTo(y[0], m_kx, m_ky, y[1]) || !m_wave.follow()) {
            return false;
        }
        m_wave.measure();
        return true;
    }

    /** The rates at the evaluated point. */
    void rates(final double[] out) {
        out[0] = m_wave.m_group[4];
        out[1] = -m_wave.m_gradient[0];
        out[2] = -m_wave.m_re;
        out[3] = growth(m_wave);
        if (m_transport) {
            out[3] += turn(out[0], out[1]).amplitudeRate();
        }
    }

    /** Im Omega, 0 where it is rounding. */
    static double growth(final TrackedWave wave) {
        return Math.abs(wave.m_im) > GROWTH * wave.scale() ? wave.m_im : 0;
    }

    /** How the wave function turns at the evaluated point. */
    TrackedWave.Turn turn() {
        return turn(m_wave.m_group[4], -m_wave.m_gradient[0]);
    }

    private TrackedWave.Turn turn(final double zRate, final double kRate) {
        for (int part = 0; part < 2; part++) {
            m_omegaRate[part] = m_wave.m_group[4 + part] * kRate + m_wave.m_gradient[part] * zRate;
        }
        return m_wave.turnOfFunction(zRate, kRate, m_omegaRate);
    }

    /**
     * A step from an evaluated point.
     *
     * @param y start
     * @param step its length
     * @param out room for the end
     * @return the estimated error over the scales; infinite if a stage has no wave
     */
    double step(final double[] y, final double step, final double[] out) {
        rates(m_stages[0]);
        for (int s = 1; s < DormandPrince.STAGES; s++) {
            System.arraycopy(y, 0, m_trial, 0, SIZE);
            for (int e = 0; e < s; e++) {
                final double weight = step * DormandPrince.stageWeight(s, e);
                for (int c = 0; c < SIZE; c++) {
                    m_trial[c] += weight * m_stages[e][c];
                }
            }
            if (!evaluate(m_trial)) {
                return Double.POSITIVE_INFINITY;
            }
            rates(m_stages[s]);
        }
        double fifth = 0;
        double third = 0;
        for (int c = 0; c < SIZE; c++) {
            double sum = 0;
            double five = 0;
            double three = 0;
            for (int s = 0; s < DormandPrince.STAGES; s++) {
                sum += DormandPrince.weight(s) * m_stages[s][c];
                five += DormandPrince.error5(s) * m_stages[s][c];
                three += DormandPrince.error3(s) * m_stages[s][c];
            }
            out[c] = y[c] + step * sum;
            fifth += five * five / (m_weights[c] * m_weights[c]);
            third += three * three / (m_weights[c] * m_weights[c]);
        }
        if (!Double.isFinite(fifth) || !Double.isFinite(out[0])) {
            return Double.POSITIVE_INFINITY;
        }
        return fifth == 0 ? 0 : Math.abs(step) * fifth / Math.sqrt((fifth + 0.01 * third) * SIZE);
    }
}
