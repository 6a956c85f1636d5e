package org.flavorwaves.physics.thermo.temperature.fit;

import java.util.Locale;

import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.Hamiltonian;
import org.flavorwaves.physics.thermo.ThermalRelation;
import org.flavorwaves.physics.thermo.temperature.ThermalModes;

/**
 * Fits one flavor temperature to a state. With the vectors Y_i = y_i Phat_i, y_i the artanh of (JK 100) or (JK 101),
 * one temperature means Y_i = beta s_i H_i for all modes, in the state's own H_i. The fit is the linear least-squares
 * problem
 *
 * <pre>
 * minimise   sum_i w_i (Y_i - beta s_i H_i).m'_i.(Y_i - beta s_i H_i),     m'_i = p' Phat Phat + (p/y)(1 - Phat Phat)
 * </pre>
 *
 * <p>in which the response m'_i turns a difference in Y into one in P and is the weight that the entropy itself gives
 * it: it stays finite where |P| goes to 0 and the direction of P means nothing, and it vanishes where |P| is complete
 * and Y infinite. O(N).
 */
public final class TemperatureFitter {
    /** A completely polarized mode has p' below this share of that of an unpolarized one. */
    private static final double SATURATED = 1e-14;

    private final ThermalRelation m_relation;

    private final double m_tolerance;

    /**
     * Creates a fit.
     *
     * @param relation full (JK 100) or dilute (JK 101)
     * @param tolerance largest relative rms residual of a state that counts as compatible with one temperature
     * @throws IllegalArgumentException if the tolerance is not above 0
     */
    public TemperatureFitter(final ThermalRelation relation, final double tolerance) {
        if (!(tolerance > 0)) {
            throw new IllegalArgumentException("The fit tolerance must be above 0 but is " + tolerance + ".");
        }
        m_relation = relation;
        m_tolerance = tolerance;
    }

    /**
     * Fits.
     *
     * @param state the state
     * @param environment vacuum mixing, matter and the strength of the nu-nu term
     * @return beta and the residuals
     * @throws org.flavorwaves.physics.state.InvalidModeException if the relation is dilute and a mode has P0 &gt; 1
     */
    public TemperatureFit fit(final FlavorState state, final Environment environment) {
        final ThermalModes modes = new ThermalModes(state, environment, m_relation);
        final Components c = new Components(state, environment);
        final double[] argument = new double[state.size()];
        double numerator = 0;
        double denominator = 0;
        int saturated = 0;
        for (int i = 0; i < argument.length; i++) {
            final double p = state.length(i);
            final double p0 = state.trace(i);
            argument[i] = m_relation.argument(p0, Math.min(p, m_relation.largest(p0)));
            final double slope = m_relation.slope(p0, argument[i]);
            if (modes.active(i) && slope > SATURATED * m_relation.slope(p0, 0)) {
                final double ratio = argument[i] > 0 ? p / argument[i] : slope;
                final double along = c.fieldAlong(i);
                final double across = c.fieldAcross(i);
                numerator += state.modes().weight(i) * slope * argument[i] * along;
                denominator += state.modes().weight(i) * (slope * along * along + ratio * across * across);
            } else if (modes.active(i)) {
                saturated++;
            }
        }
        final double beta = denominator > 0 ? numerator / denominator : Double.NaN;
        return judge(state, modes, c, argument, beta, saturated);
    }

    /** |H_i| and the components of P_i along s_i H_i and across. */
    private static final class Components {
        private final double[] m_field;

        private final double[] m_along;

        private final double[] m_across;

        Components(final FlavorState state, final Environment environment) {
            final int n = state.size();
            final Hamiltonian h = Hamiltonian.of(state, environment);
            m_field = new double[n];
            m_along = new double[n];
            m_across = new double[n];
            for (int i = 0; i < n; i++) {
                final double size = h.length(i);
                m_field[i] = size;
                if (size > 0) {
                    final double x = h.hx(i) / size;
                    final double y = h.hy(i) / size;
                    final double z = h.hz(i) / size;
                    m_along[i] = state.modes().species(i).sign()
                        * (x * state.px(i) + y * state.py(i) + z * state.pz(i));
                    final double cx = y * state.pz(i) - z * state.py(i);
                    final double cy = z * state.px(i) - x * state.pz(i);
                    final double cz = x * state.py(i) - y * state.px(i);
                    m_across[i] = Math.sqrt(cx * cx + cy * cy + cz * cz);
                }
            }
        }

        /** s_i H_i.Phat_i, or |H_i| where P_i = 0. */
        double fieldAlong(final int i) {
            final double p = Math.hypot(m_along[i], m_across[i]);
            return p > 0 ? m_field[i] * m_along[i] / p : m_field[i];
        }

        /** |H_i x Phat_i|. */
        double fieldAcross(final int i) {
            final double p = Math.hypot(m_along[i], m_across[i]);
            return p > 0 ? m_field[i] * m_across[i] / p : 0;
        }
    }

    private TemperatureFit judge(final FlavorState state, final ThermalModes modes, final Components c,
        final double[] argument, final double beta, final int saturated) {
        final int n = state.size();
        final double sign = beta < 0 ? -1 : 1;
        final double[] along = new double[n];
        final double[] predictedArgument = new double[n];
        final double[] predictedLength = new double[n];
        final double[] angle = new double[n];
        final double[] residual = new double[n];
        double sum = 0;
        double norm = 0;
        double misaligned = 0;
        double largest = -1;
        int worst = 0;
        int opposed = 0;
        for (int i = 0; i < n; i++) {
            along[i] = c.fieldAlong(i);
            predictedArgument[i] = beta * along[i];
            predictedLength[i] = m_relation.polarization(state.trace(i), Math.abs(beta) * c.m_field[i]);
            angle[i] = Math.atan2(c.m_across[i], sign * c.m_along[i]);
            residual[i] = c.m_field[i] > 0 ? Math.hypot(sign * c.m_along[i] - predictedLength[i], c.m_across[i])
                : state.length(i);
            if (modes.active(i)) {
                final double w = state.modes().weight(i);
                final double share = w * residual[i] * residual[i];
                opposed += sign * c.m_along[i] < 0 ? 1 : 0;
                sum += share;
                norm += w * state.length(i) * state.length(i);
                misaligned += w * c.m_across[i] * c.m_across[i];
                worst = share > largest ? i : worst;
                largest = Math.max(largest, share);
            }
        }
        final double rms = norm > 0 ? Math.sqrt(sum / norm) : 0;
        final TemperatureFit.FitSummary summary = new TemperatureFit.FitSummary(rms,
            norm > 0 ? Math.sqrt(misaligned / norm) : 0, worst, opposed, saturated,
            !Double.isNaN(beta) && rms <= m_tolerance);
        final TemperatureFit.FitArrays arrays = new TemperatureFit.FitArrays(along, argument, predictedArgument,
            state.lengths(), predictedLength, angle, residual);
        return new TemperatureFit(beta, summary, statement(state, beta, summary, arrays, m_tolerance), arrays);
    }

    /** The verdict in words. */
    private static String statement(final FlavorState state, final double beta, final TemperatureFit.FitSummary summary,
        final TemperatureFit.FitArrays arrays, final double tolerance) {
        if (Double.isNaN(beta)) {
            return "No flavor temperature can be fitted: "
                + (summary.saturated() > 0 ? "every mode that has a field is completely polarized, which would need an"
                    + " infinite beta." : "no mode has a field.");
        }
        final String size = String.format(Locale.ROOT, "relative rms residual %.3g, tolerance %.3g",
            summary.residual(), tolerance);
        if (summary.compatible()) {
            return String.format(Locale.ROOT, "Compatible with one flavor temperature: beta = %.6g (%s).", beta, size);
        }
        final int i = summary.worst();
        final StringBuilder text = new StringBuilder(String.format(Locale.ROOT,
            "Not compatible with one flavor temperature: the best beta = %.6g leaves a %s; worst is mode %d (%s) with "
                + "|P| = %.4g where %.4g is thermal, %.3g rad from its thermal direction.", beta, size, i,
            state.modes().species(i).label(), arrays.length()[i], arrays.predictedLength()[i], arrays.angle()[i]));
        if (summary.opposed() > 0) {
            text.append(" ").append(summary.opposed()).append(" of ").append(state.size())
                .append(" modes point against what one temperature demands.");
        }
        if (summary.misalignment() > tolerance) {
            text.append(String.format(Locale.ROOT,
                " The state is not in mixing equilibrium: %.3g of it is across the field.", summary.misalignment()));
        }
        return text.toString();
    }
}
