package org.flavorwaves.physics.transport.rays;

import java.util.Arrays;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.flavorwaves.physics.state.CollectiveField;

/**
 * A mixing equilibrium at one place of a profile and its derivatives along z. The 12 collective numbers solve F(J) = 0
 * (JK 16) for the interpolated lengths by Newton's method with the Jacobian (FW equilibrium-jacobian) from interpolated
 * J; their derivative solves (dF/dJ) dJ = -dF/dz. O(N).
 */
final class CoupledMedium extends Medium {
    private static final int SIZE = CollectiveField.SIZE;

    /** Newton steps at a place; the start is good to the error of the interpolation. */
    private static final int MAX_STEPS = 20;

    /** Share of sum w |P| to which F vanishes. */
    private static final double TOLERANCE = 1e-14;

    /** Pivots below this make the Jacobian singular: turning all vectors together changes nothing. */
    private static final double SINGULAR = 1e-9;

    private final double[] m_j = new double[SIZE];

    private final double[] m_jSlope = new double[SIZE];

    private final double[] m_f = new double[SIZE];

    private final double[][] m_jacobian = new double[SIZE][SIZE];

    private double m_scale;

    /** |H_i|. */
    final double[] m_length;

    CoupledMedium(final BackgroundProfile profile) {
        super(profile, 3);
        m_length = new double[profile.size()];
    }

    /**
     * Solves the equilibrium at a place.
     *
     * @param z place
     * @return whether there is one near that of the neighbouring places
     */
    boolean moveTo(final double z) {
        interpolate(z);
        m_profile.fieldsAt(z, m_j, m_jSlope);
        m_scale = 0;
        for (int i = 0; i < m_weight.length; i++) {
            m_scale += Math.abs(m_weight[i] * m_profile.length(m_values, i));
        }
        double before = Double.POSITIVE_INFINITY;
        for (int step = 0; step < MAX_STEPS; step++) {
            linearize();
            final double residual = largest();
            if (residual <= TOLERANCE * m_scale || residual <= 100 * TOLERANCE * m_scale && residual >= before / 2) {
                slopes();
                return true;
            }
            before = residual;
            final double[] change = solve(m_f);
            for (int c = 0; c < SIZE; c++) {
                m_j[c] -= change[c];
            }
        }
        return false;
    }

    private double largest() {
        double largest = 0;
        for (final double f : m_f) {
            largest = Math.max(largest, Double.isNaN(f) ? Double.POSITIVE_INFINITY : Math.abs(f));
        }
        return largest;
    }

    private double[] solve(final double[] right) {
        final Array2DRowRealMatrix matrix = new Array2DRowRealMatrix(m_jacobian, true);
        final DecompositionSolver lu = new LUDecomposition(matrix, SINGULAR).getSolver();
        final ArrayRealVector b = new ArrayRealVector(right, false);
        return (lu.isNonSingular() ? lu : new SingularValueDecomposition(matrix).getSolver()).solve(b).toArray();
    }

    /** H_i, P_i, F and dF/dJ at the present J. */
    private void linearize() {
        System.arraycopy(m_j, 0, m_f, 0, SIZE);
        for (int r = 0; r < SIZE; r++) {
            Arrays.fill(m_jacobian[r], 0);
            m_jacobian[r][r] = 1;
        }
        final double g = m_profile.selfInteraction();
        final double[] v = new double[4];
        final double[] n = new double[3];
        v[0] = 1;
        for (int i = 0; i < m_weight.length; i++) {
            double square = 0;
            for (int m = 0; m < 3; m++) {
                v[m + 1] = m_profile.velocity(m, i);
            }
            for (int a = 0; a < 3; a++) {
                m_h[3 * i + a] = m_profile.external(m_values, i, a)
                    + g * (m_j[a] - v[1] * m_j[3 + a] - v[2] * m_j[6 + a] - v[3] * m_j[9 + a]);
                square += m_h[3 * i + a] * m_h[3 * i + a];
            }
            m_length[i] = Math.sqrt(square);
            final double p = m_profile.length(m_values, i);
            for (int a = 0; a < 3; a++) {
                n[a] = m_length[i] == 0 ? 0 : m_h[3 * i + a] / m_length[i];
                m_p[3 * i + a] = p * n[a];
            }
            final double stiffness = m_length[i] == 0 ? 0 : g * m_weight[i] * p / m_length[i];
            for (int m = 0; m < 4; m++) {
                for (int a = 0; a < 3; a++) {
                    final double[] row = m_jacobian[3 * m + a];
                    m_f[3 * m + a] -= m_weight[i] * v[m] * m_p[3 * i + a];
                    for (int k = 0; k < 4; k++) {
                        final double metric = k == 0 ? v[0] : -v[k];
                        for (int b = 0; b < 3; b++) {
                            row[3 * k + b] -= stiffness * v[m] * metric * ((a == b ? 1 : 0) - n[a] * n[b]);
                        }
                    }
                }
            }
        }
    }

    /** Derivatives along z at the solution. */
    private void slopes() {
        final double[] right = new double[SIZE];
        for (int i = 0; i < m_weight.length; i++) {
            for (int a = 0; a < 3; a++) {
                m_hSlope[3 * i + a] = m_profile.external(m_slopes, i, a);
            }
            polarizationSlope(i);
            for (int a = 0; a < 3; a++) {
                final double x = m_weightSlope[i] * m_p[3 * i + a] + m_weight[i] * m_pSlope[3 * i + a];
                right[a] += x;
                for (int m = 0; m < 3; m++) {
                    right[3 * (m + 1) + a] += x * m_profile.velocity(m, i);
                }
            }
        }
        final double[] slope = solve(right);
        for (int i = 0; i < m_weight.length; i++) {
            for (int a = 0; a < 3; a++) {
                m_hSlope[3 * i + a] += m_profile.selfInteraction() * (slope[a] - m_profile.velocity(0, i) * slope[3 + a]
                    - m_profile.velocity(1, i) * slope[6 + a] - m_profile.velocity(2, i) * slope[9 + a]);
            }
            polarizationSlope(i);
        }
    }

    /** dP = d(eps|P|) Hhat + eps|P| (1 - Hhat Hhat^T) dH/|H|. */
    private void polarizationSlope(final int i) {
        final double h = m_length[i];
        final double p = m_profile.length(m_values, i);
        final double slope = m_profile.length(m_slopes, i);
        double along = 0;
        for (int a = 0; a < 3 && h > 0; a++) {
            along += m_h[3 * i + a] * m_hSlope[3 * i + a] / (h * h);
        }
        for (int a = 0; a < 3; a++) {
            m_pSlope[3 * i + a] = h == 0 ? 0
                : slope * m_h[3 * i + a] / h + p * (m_hSlope[3 * i + a] - along * m_h[3 * i + a]) / h;
        }
    }
}
