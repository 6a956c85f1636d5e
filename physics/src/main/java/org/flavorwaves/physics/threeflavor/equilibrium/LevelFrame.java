package org.flavorwaves.physics.threeflavor.equilibrium;

import java.util.ArrayList;
import java.util.List;

import org.flavorwaves.physics.numerics.LeastSquares;
import org.flavorwaves.physics.threeflavor.FlavorAlgebra;
import org.flavorwaves.physics.threeflavor.FlavorSymmetry;

/**
 * The frame in which an equilibrium of three flavors stands still (FW level-frame). Where mixing and matter commute
 * with charges X_a that the state breaks, H_i becomes H_i - sum_a Omega_a X_a with unknown Omega_a, while X_a.J^0 is
 * conserved and J.(X_a o J_in) = 0 fixes the phase. At most two charges that commute; none is an equilibrium at rest.
 */
final class LevelFrame {
    private static final int A = FlavorAlgebra.SIZE;

    /** Share of the size of J^0 below which a charge turns it by rounding alone. */
    private static final double ALONG = 1e-9;

    private final List<double[]> m_charges;

    /** The collective numbers of the input. */
    private final double[] m_input;

    /** X_a o J_in over its size, component 8 m + c; of J^0 alone where that turns. */
    private final List<double[]> m_turns = new ArrayList<>();

    LevelFrame(final List<double[]> charges, final double[] input) {
        m_charges = charges;
        m_input = input;
        for (final double[] charge : charges) {
            m_turns.add(turn(charge));
        }
    }

    /**
     * The charges that mixing and matter have and a state breaks.
     *
     * @param external matrices of mixing and matter
     * @param unbroken charges of the state and these, orthonormal
     * @return orthonormal charges; none if they do not commute
     */
    static List<double[]> broken(final FlavorSymmetry external, final List<double[]> unbroken) {
        unbroken.forEach(charge -> external.add(charge, 0));
        final List<double[]> found = new ArrayList<>();
        for (final double[] charge : external.charges()) {
            final double[] left = charge.clone();
            unbroken.forEach(other -> remove(other, left));
            found.forEach(other -> remove(other, left));
            final double length = FlavorAlgebra.length(left, 0);
            if (length > ALONG) {
                for (int a = 0; a < A; a++) {
                    left[a] /= length;
                }
                found.add(left);
            }
        }
        if (found.size() > 2) {
            return List.of();
        }
        final double[] product = new double[A];
        if (found.size() == 2) {
            FlavorAlgebra.addProduct(1, found.get(0), 0, found.get(1), 0, product, 0);
        }
        return FlavorAlgebra.length(product, 0) > ALONG ? List.of() : List.copyOf(found);
    }

    private static void remove(final double[] unit, final double[] from) {
        final double along = dot(unit, from);
        for (int a = 0; a < A; a++) {
            from[a] -= along * unit[a];
        }
    }

    private static double dot(final double[] a, final double[] b) {
        double sum = 0;
        for (int c = 0; c < A; c++) {
            sum += a[c] * b[c];
        }
        return sum;
    }

    private double[] turn(final double[] charge) {
        final double[] turn = new double[4 * A];
        FlavorAlgebra.addProduct(1, charge, 0, m_input, 0, turn, 0);
        if (FlavorAlgebra.length(turn, 0) <= ALONG * FlavorAlgebra.length(m_input, 0)) {
            for (int m = 1; m < 4; m++) {
                FlavorAlgebra.addProduct(1, charge, 0, m_input, A * m, turn, A * m);
            }
        }
        double square = 0;
        for (final double t : turn) {
            square += t * t;
        }
        for (int c = 0; c < turn.length && square > 0; c++) {
            turn[c] /= Math.sqrt(square);
        }
        return turn;
    }

    /** sum_i s_i w_i v_i of vectors of all modes. */
    static double[] sum(final double[] signed, final double[] vectors) {
        final double[] sum = new double[A];
        for (int c = 0; c < vectors.length; c++) {
            sum[c % A] += signed[c / A] * vectors[c];
        }
        return sum;
    }

    /** The number of charges. */
    int size() {
        return m_charges.size();
    }

    double[] charge(final int a) {
        return m_charges.get(a);
    }

    /** sum_a Omega_a X_a. */
    double[] vector(final double[] omega) {
        final double[] sum = new double[A];
        for (int a = 0; a < size(); a++) {
            for (int c = 0; c < A; c++) {
                sum[c] += omega[a] * m_charges.get(a)[c];
            }
        }
        return sum;
    }

    /** Omega_a of a vector along the charges. */
    double[] omega(final double[] vector) {
        final double[] omega = new double[size()];
        for (int a = 0; a < omega.length; a++) {
            omega[a] = dot(m_charges.get(a), vector);
        }
        return omega;
    }

    /**
     * The rotation that is nearest to the motion of a state: the least sum_i w_i |(H_i - sum_a Omega_a X_a) o P_i|^2.
     *
     * @param weights w_i
     * @param p vectors of all modes
     * @param rate H_i o P_i of all modes
     * @return Omega_a
     */
    double[] start(final double[] weights, final double[] p, final double[] rate) {
        final int n = size();
        final double[][] normal = new double[n][n];
        final double[] right = new double[n];
        for (int i = 0; i < weights.length; i++) {
            final double[][] turned = new double[n][A];
            for (int a = 0; a < n; a++) {
                FlavorAlgebra.addProduct(1, m_charges.get(a), 0, p, A * i, turned[a], 0);
            }
            for (int a = 0; a < n; a++) {
                for (int c = 0; c < A; c++) {
                    right[a] += weights[i] * turned[a][c] * rate[A * i + c];
                }
                for (int b = 0; b < n; b++) {
                    normal[a][b] += weights[i] * dot(turned[a], turned[b]);
                }
            }
        }
        return LeastSquares.solve(normal, n, n, right);
    }

    /**
     * The rotation that is nearest to the motion of J^0, which mixing and matter alone change.
     *
     * @param rate dJ^0/dt of the input
     * @return Omega_a
     */
    double[] ofCharges(final double[] rate) {
        final double[][] turned = new double[A][size()];
        for (int a = 0; a < size(); a++) {
            final double[] product = new double[A];
            FlavorAlgebra.addProduct(1, m_charges.get(a), 0, m_input, 0, product, 0);
            for (int c = 0; c < A; c++) {
                turned[c][a] = product[c];
            }
        }
        return LeastSquares.solve(turned, A, size(), rate);
    }

    /** X_a.(J^0 - J^0_in), and J.(X_a o J_in) over its size, for collective numbers j. */
    void residual(final double[] j, final double scale, final double[] f, final int from) {
        for (int a = 0; a < size(); a++) {
            double charge = 0;
            double phase = 0;
            for (int c = 0; c < A; c++) {
                charge += m_charges.get(a)[c] * (j[c] - m_input[c]);
            }
            for (int c = 0; c < j.length; c++) {
                phase += m_turns.get(a)[c] * j[c];
            }
            f[from + 2 * a] = charge / scale;
            f[from + 2 * a + 1] = phase / scale;
        }
    }

    /** The derivatives of these by j, which are those by j over the scale. */
    void linearize(final double[][] derivative, final int from) {
        for (int a = 0; a < size(); a++) {
            for (int c = 0; c < derivative[0].length; c++) {
                derivative[from + 2 * a][c] = c < A ? m_charges.get(a)[c] : 0;
                derivative[from + 2 * a + 1][c] = c < 4 * A ? m_turns.get(a)[c] : 0;
            }
        }
    }
}
