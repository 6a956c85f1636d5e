package org.flavorwaves.physics.equilibrium.path;

import java.util.Arrays;

import org.flavorwaves.physics.equilibrium.system.EquilibriumSystem;
import org.flavorwaves.physics.equilibrium.system.Frame;
import org.flavorwaves.physics.equilibrium.system.FrameFinder;
import org.flavorwaves.physics.numerics.NewtonSolver;
import org.flavorwaves.physics.numerics.SymmetricEigen;
import org.flavorwaves.physics.state.CollectiveField;

/**
 * The number of negative eigenvalues of the second variation at an equilibrium. The equations are those of the
 * stationary points of
 *
 * <pre>Phi(J, Omega) = q g_mn J^m.J^n/2 - sum_i w_i s_i eps_i |P_i| |H_i(J, Omega)| - Omega n.J^0_input,</pre>
 *
 * <p>so g dF/dJ, bordered by the derivatives with respect to the Omega_k, is symmetric. Its determinant vanishes at
 * folds and bifurcations, and unlike the sign of a determinant the number of negative eigenvalues also tells two that
 * vanish at once, as by symmetry. The direction of the circle of solutions, along which it always vanishes, is left
 * out.
 */
final class SecondVariation {
    private static final int SIZE = CollectiveField.SIZE;

    /** The number where rounding hides a sign. */
    static final int UNKNOWN = -1;

    /** Eigenvalues above minus this are not negative where entries are of order one. */
    private static final double ZERO = 1e-12;

    /** Rounding error of eigenvalues relative to the largest one, which grows as an H_i vanishes. */
    private static final double NOISE = 1e-13;

    private final EquilibriumSystem m_system;

    private final TrackCouplings m_path;

    private final Frame m_frame;

    /** Omega unit over J unit, without the factor of the path. */
    private final double m_ratio;

    private final double[] m_f;

    private final double[][] m_derivative;

    SecondVariation(final EquilibriumSystem system, final TrackCouplings path, final Frame frame, final double ratio) {
        m_system = system;
        m_path = path;
        m_frame = frame;
        m_ratio = ratio;
        m_f = new double[system.equations()];
        m_derivative = new double[system.equations()][system.unknowns() + 1];
    }

    /** The number of negative eigenvalues at a point (x, t), or {@link #UNKNOWN}. */
    int negatives(final double[] point) {
        final SymmetricEigen eigen = new SymmetricEigen(matrix(point));
        final double[] values = new double[SIZE + m_frame.rotations()];
        Arrays.setAll(values, eigen::value);
        final double noise = NOISE * NewtonSolver.largest(values);
        int count = 0;
        for (final double value : values) {
            if (noise > ZERO && Math.abs(value) < noise) {
                return UNKNOWN;
            }
            count += value < -ZERO ? 1 : 0;
        }
        return count;
    }

    /** With Omega in units of Omega unit/|q|^(1/2), which keeps it finite as q vanishes. */
    private double[][] matrix(final double[] point) {
        final double t = point[point.length - 1];
        m_system.linearize(point, t, m_f, m_derivative);
        final double q = m_path.strength(t);
        final double ratio = m_ratio * m_path.rotationUnit(t);
        final double root = Math.sqrt(Math.abs(q));
        final int rotations = m_frame.rotations();
        final double[][] a = new double[SIZE + rotations][SIZE + rotations];
        for (int r = 0; r < SIZE; r++) {
            final double g = r < 3 ? 1 : -1;
            for (int c = 0; c < SIZE; c++) {
                a[r][c] = g * m_derivative[r][c];
            }
            for (int k = 0; k < rotations; k++) {
                a[r][SIZE + k] = root * g * m_derivative[r][SIZE + k];
            }
        }
        for (int k = 0; k < rotations; k++) {
            for (int l = 0; l < rotations; l++) {
                for (int b = 0; b < 3; b++) {
                    a[SIZE + l][SIZE + k] -=
                        Math.signum(q) * ratio * m_frame.axis(l, b) * m_derivative[b][SIZE + k];
                }
            }
        }
        equilibrate(a);
        for (final Frame.Phase phase : m_frame.phases()) {
            lift(a, point, phase);
        }
        symmetrize(a);
        return a;
    }

    /** Scales rows and columns of the Omega_k to diagonals of order one; the signs of the eigenvalues stay. */
    private static void equilibrate(final double[][] a) {
        double largest = 1;
        for (int k = SIZE; k < a.length; k++) {
            largest = Math.max(largest, Math.abs(a[k][k]));
        }
        final double factor = 1 / Math.sqrt(largest);
        for (int r = 0; r < a.length; r++) {
            for (int k = SIZE; k < a.length; k++) {
                a[r][k] *= r < SIZE ? factor : factor * factor;
            }
        }
    }

    /** Adds z z^T with z the direction of a rotation about the axis of a phase. */
    private static void lift(final double[][] a, final double[] x, final Frame.Phase phase) {
        final double[] z = new double[SIZE];
        for (int m = 0; m < 4; m++) {
            final double[] j = {x[3 * m], x[3 * m + 1], x[3 * m + 2]};
            System.arraycopy(FrameFinder.cross(phase.axis(), j), 0, z, 3 * m, 3);
        }
        final double norm = NewtonSolver.norm(z);
        for (int r = 0; r < SIZE && norm > 0; r++) {
            for (int c = 0; c < SIZE; c++) {
                a[r][c] += z[r] / norm * z[c] / norm;
            }
        }
    }

    private static void symmetrize(final double[][] a) {
        for (int r = 0; r < a.length; r++) {
            for (int c = 0; c <= r; c++) {
                final double mean = c < SIZE && r >= SIZE ? a[c][r] : (a[r][c] + a[c][r]) / 2;
                a[r][c] = mean;
                a[c][r] = mean;
            }
        }
    }
}
