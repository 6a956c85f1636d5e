package org.flavorwaves.physics.thermo.temperature;

import org.flavorwaves.physics.numerics.ParametrizedSystem;
import org.flavorwaves.physics.state.CollectiveField;

/**
 * The self-consistency equations in units of their natural scales: unknowns J/R, with R = sum_i w_i max|P_i|, and, at
 * given energy, beta times the field scale; equations
 *
 * <pre>(J - G(J, beta))/R = 0       and, at given energy,       (e(J, beta) - U)/(R h) = 0,</pre>
 *
 * <p>where e = (E - q J.gJ/2)/2 is the polarization energy (JK 96) wherever the first 12 hold. Derivatives, with the
 * sums of {@link ThermalModes}: dG/dJ = beta q X g, dG/dbeta = K, de/dJ = q g(G - J + beta K)/2, de/dbeta = C/2. They
 * do not depend on the parameter that other systems have.
 */
final class ThermalEquations implements ParametrizedSystem {
    private static final int FIELD = CollectiveField.SIZE;

    private final ThermalModes m_modes;

    private final boolean m_atEnergy;

    private final double m_target;

    private final double m_scale;

    private final double m_betaUnit;

    private final double m_energyScale;

    private final double[] m_j = new double[FIELD];

    private final double[] m_sums = new double[ThermalModes.LENGTH];

    private ThermalEquations(final ThermalModes modes, final boolean atEnergy, final double target) {
        m_modes = modes;
        m_atEnergy = atEnergy;
        m_target = target;
        m_scale = modes.scale() > 0 ? modes.scale() : 1;
        final double field = modes.fieldScale() > 0 ? modes.fieldScale() : 1;
        m_betaUnit = 1 / field;
        m_energyScale = m_scale * field;
    }

    static ThermalEquations atBeta(final ThermalModes modes, final double beta) {
        return new ThermalEquations(modes, false, beta);
    }

    static ThermalEquations atEnergy(final ThermalModes modes, final double energy) {
        return new ThermalEquations(modes, true, energy);
    }

    @Override
    public int unknowns() {
        return m_atEnergy ? FIELD + 1 : FIELD;
    }

    @Override
    public int equations() {
        return unknowns();
    }

    @Override
    public void residual(final double[] x, final double t, final double[] f) {
        evaluate(x, f);
    }

    @Override
    public void linearize(final double[] x, final double t, final double[] f, final double[][] derivative) {
        linearize(x, f, derivative);
        for (int r = 0; r < f.length; r++) {
            derivative[r][f.length] = 0;
        }
    }

    /** The unknowns of collective numbers and, at given energy, of beta. */
    double[] unknowns(final double[] j, final double beta) {
        final double[] x = new double[unknowns()];
        for (int c = 0; c < FIELD; c++) {
            x[c] = j[c] / m_scale;
        }
        if (m_atEnergy) {
            x[FIELD] = beta / m_betaUnit;
        }
        return x;
    }

    double[] field(final double[] x) {
        final double[] j = new double[FIELD];
        for (int c = 0; c < FIELD; c++) {
            j[c] = x[c] * m_scale;
        }
        return j;
    }

    double beta(final double[] x) {
        return m_atEnergy ? x[FIELD] * m_betaUnit : m_target;
    }

    /** One unit of beta, the inverse of the field scale. */
    double betaUnit() {
        return m_betaUnit;
    }

    /**
     * The equations and their derivatives.
     *
     * @param x unknowns
     * @param f overwritten with the left-hand sides
     * @param derivative overwritten with df/dx
     */
    void linearize(final double[] x, final double[] f, final double[][] derivative) {
        final double q = m_modes.strength();
        final double beta = place(x);
        m_modes.linearize(m_j, beta, m_sums);
        fill(f);
        final double[][] response = ThermalModes.response(m_sums);
        for (int r = 0; r < FIELD; r++) {
            for (int c = 0; c < FIELD; c++) {
                derivative[r][c] = (r == c ? 1 : 0) - beta * q * response[r][c] * ThermalModes.metric(c);
            }
        }
        if (m_atEnergy) {
            for (int c = 0; c < FIELD; c++) {
                derivative[c][FIELD] = -m_sums[ThermalModes.K + c] * m_betaUnit / m_scale;
                derivative[FIELD][c] = q * ThermalModes.metric(c)
                    * (m_sums[c] - m_j[c] + beta * m_sums[ThermalModes.K + c]) * m_scale / (2 * m_energyScale);
            }
            derivative[FIELD][FIELD] = m_sums[ThermalModes.C] * m_betaUnit / (2 * m_energyScale);
        }
    }

    /**
     * The equations.
     *
     * @param x unknowns
     * @param f overwritten with the left-hand sides
     */
    void evaluate(final double[] x, final double[] f) {
        m_modes.evaluate(m_j, place(x), m_sums);
        fill(f);
    }

    private double place(final double[] x) {
        for (int c = 0; c < FIELD; c++) {
            m_j[c] = x[c] * m_scale;
        }
        return beta(x);
    }

    private void fill(final double[] f) {
        for (int c = 0; c < FIELD; c++) {
            f[c] = (m_j[c] - m_sums[c]) / m_scale;
        }
        if (m_atEnergy) {
            final double energy = (m_sums[ThermalModes.E] - m_modes.strength() * ThermalModes.square(m_j) / 2) / 2;
            f[FIELD] = (energy - m_target) / m_energyScale;
        }
    }
}
