package org.flavorwaves.physics.thermo.temperature.fit;

/**
 * How well one flavor temperature describes a state: the fitted beta, and for every mode what it predicts in the
 * state's own H_i.
 *
 * <p>The residual is measured in the polarization vectors, because the artanh of (JK 100) is infinite for complete
 * polarization: r_i = P_i - P_i(beta), with P_i(beta) = s_i sign(beta) p_i(|beta H_i|) Hhat_i, and
 *
 * <pre>relative rms residual = (sum_i w_i |r_i|^2 / sum_i w_i |P_i|^2)^(1/2).</pre>
 */
public final class TemperatureFit {
    private final double m_beta;

    private final double m_residual;

    private final double m_misalignment;

    private final int m_worst;

    private final int m_opposed;

    private final int m_saturated;

    private final boolean m_compatible;

    private final String m_statement;

    private final FitArrays m_arrays;

    /** The per-mode numbers. */
    record FitArrays(double[] alongField, double[] argument, double[] predictedArgument, double[] length,
        double[] predictedLength, double[] angle, double[] residual) {
    }

    TemperatureFit(final double beta, final FitSummary summary, final String statement, final FitArrays arrays) {
        m_beta = beta;
        m_residual = summary.residual();
        m_misalignment = summary.misalignment();
        m_worst = summary.worst();
        m_opposed = summary.opposed();
        m_saturated = summary.saturated();
        m_compatible = summary.compatible();
        m_statement = statement;
        m_arrays = arrays;
    }

    /** The numbers of the whole state. */
    record FitSummary(double residual, double misalignment, int worst, int opposed, int saturated,
        boolean compatible) {
    }

    /**
     * The fitted inverse flavor temperature.
     *
     * @return beta, in the inverse unit of the potentials; NaN if no mode determines it
     */
    public double beta() {
        return m_beta;
    }

    /**
     * The size of what one temperature does not explain.
     *
     * @return the relative rms residual, dimensionless; 0 for an unpolarized state
     */
    public double relativeResidual() {
        return m_residual;
    }

    /**
     * The part of the residual that no temperature could explain, because P_i is not along H_i.
     *
     * @return (sum_i w_i |P_i x Hhat_i|^2 / sum_i w_i |P_i|^2)^(1/2)
     */
    public double misalignment() {
        return m_misalignment;
    }

    /**
     * The mode that contributes most to the residual.
     *
     * @return the index of the largest w_i |r_i|^2
     */
    public int worstMode() {
        return m_worst;
    }

    /**
     * The modes that point against what the temperature demands.
     *
     * @return number of modes with beta s_i H_i.P_i &lt; 0
     */
    public int opposedModes() {
        return m_opposed;
    }

    /**
     * The modes that are completely polarized, which would need an infinite beta and do not enter the fit.
     *
     * @return their number
     */
    public int saturatedModes() {
        return m_saturated;
    }

    /**
     * Whether the state is compatible with one flavor temperature.
     *
     * @return whether beta is determined and the relative rms residual is within the tolerance of the fit
     */
    public boolean isCompatible() {
        return m_compatible;
    }

    /**
     * The finding in words.
     *
     * @return a sentence or two
     */
    public String statement() {
        return m_statement;
    }

    /**
     * The number of modes.
     *
     * @return N
     */
    public int size() {
        return m_arrays.length.length;
    }

    /**
     * The field that counts for a mode, so that (JK 100) reads argument = beta field.
     *
     * @param i mode index
     * @return s_i h_i = s_i H_i.Phat_i, or |H_i| where P_i = 0; in the units of the potentials
     */
    public double field(final int i) {
        return m_arrays.alongField[i];
    }

    /**
     * The left-hand side of (JK 100) or (JK 101).
     *
     * @param i mode index
     * @return artanh of the relation's left-hand side, infinite for complete polarization
     */
    public double argument(final int i) {
        return m_arrays.argument[i];
    }

    /**
     * The right-hand side of (JK 100) or (JK 101).
     *
     * @param i mode index
     * @return beta s_i h_i; negative for a mode that points against what the temperature demands
     */
    public double predictedArgument(final int i) {
        return m_arrays.predictedArgument[i];
    }

    /**
     * The length of the polarization vector.
     *
     * @param i mode index
     * @return |P_i|
     */
    public double length(final int i) {
        return m_arrays.length[i];
    }

    /**
     * The length at the fitted temperature in the state's own field.
     *
     * @param i mode index
     * @return p_i(|beta H_i|)
     */
    public double predictedLength(final int i) {
        return m_arrays.predictedLength[i];
    }

    /**
     * The angle between the polarization vector and where the temperature wants it.
     *
     * @param i mode index
     * @return angle between P_i and s_i beta H_i in rad, 0 where one of them is zero
     */
    public double angle(final int i) {
        return m_arrays.angle[i];
    }

    /**
     * The length of what the temperature does not explain.
     *
     * @param i mode index
     * @return |r_i| = |P_i - P_i(beta)|
     */
    public double residual(final int i) {
        return m_arrays.residual[i];
    }
}
