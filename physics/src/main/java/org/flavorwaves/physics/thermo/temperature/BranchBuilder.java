package org.flavorwaves.physics.thermo.temperature;

import org.flavorwaves.physics.numerics.LeastSquares;
import org.flavorwaves.physics.numerics.SymmetricEigen;
import org.flavorwaves.physics.state.CollectiveField;
import org.flavorwaves.physics.state.FlavorState;

/** Turns a solution of the self-consistency equations into a branch with its thermodynamics. */
final class BranchBuilder {
    private static final int SIZE = CollectiveField.SIZE;

    /** mu counts as 1 within this. */
    private static final double NEUTRAL = 1e-7;

    /** dU/dbeta is zero up to this share of its scale. */
    private static final double ROUNDING = 1e-14;

    private final ThermalModes m_modes;

    private final FlavorSymmetry m_symmetry;

    BranchBuilder(final ThermalModes modes, final FlavorSymmetry symmetry) {
        m_modes = modes;
        m_symmetry = symmetry;
    }

    ThermalBranch build(final double[] j, final double beta) {
        final double[] sums = new double[ThermalModes.LENGTH];
        m_modes.linearize(j, beta, sums);
        final FlavorState state = m_modes.state(j, beta);
        final CollectiveField field = CollectiveField.of(state);
        double residual = 0;
        for (int c = 0; c < SIZE; c++) {
            residual = Math.max(residual, Math.abs(j[c] - sums[c]));
        }
        final double entropy = m_modes.entropy(state);
        final double energy = m_modes.energy(state);
        final double scale = m_modes.scale() > 0 ? m_modes.scale() : 1;
        return new ThermalBranch(beta, state, field, energy, entropy, entropy + 2 * beta * energy,
            beta == 0 ? Double.NaN : energy + entropy / (2 * beta), stability(sums, beta),
            m_symmetry.family(j, scale), residual / scale);
    }

    private ThermalStability stability(final double[] sums, final double beta) {
        final double[][] x = ThermalModes.response(sums);
        final double slope = energySlope(x, sums, beta);
        final Modes modes = modes(x, beta * m_modes.strength());
        final int unstable = modes.above(1 + NEUTRAL);
        final int neutral = modes.near(NEUTRAL);
        final double scale = m_modes.scale() * m_modes.fieldScale() * m_modes.fieldScale();
        final int atEnergy = slope < -ROUNDING * scale && unstable > 0 ? unstable - 1 : unstable;
        return new ThermalStability(modes.largest(), unstable, atEnergy, neutral, slope);
    }

    /** dU/dbeta = (C + q beta gK.dJ/dbeta)/2 with (1 - beta q X g) dJ/dbeta = K. */
    private double energySlope(final double[][] x, final double[] sums, final double beta) {
        final double bq = beta * m_modes.strength();
        final double[] k = new double[SIZE];
        final double[][] matrix = new double[SIZE][SIZE];
        for (int r = 0; r < SIZE; r++) {
            k[r] = sums[ThermalModes.K + r];
            for (int c = 0; c < SIZE; c++) {
                matrix[r][c] = (r == c ? 1 : 0) - bq * x[r][c] * ThermalModes.metric(c);
            }
        }
        final double[] rate = LeastSquares.solve(matrix, k);
        double slope = sums[ThermalModes.C];
        for (int c = 0; c < SIZE; c++) {
            slope += bq * ThermalModes.metric(c) * k[c] * rate[c];
        }
        return slope / 2;
    }

    /** The eigenvalues mu of beta q X g and unit directions dJ with beta q X g dJ = mu dJ. */
    static final class Modes {
        private final double[] m_values;

        private final double[][] m_directions;

        private Modes(final double[] values, final double[][] directions) {
            m_values = values;
            m_directions = directions;
        }

        double value(final int e) {
            return m_values[e];
        }

        double[] direction(final int e) {
            return m_directions[e].clone();
        }

        /** The number of eigenvalues above a bound. */
        int above(final double bound) {
            int count = 0;
            for (final double mu : m_values) {
                count += mu > bound ? 1 : 0;
            }
            return count;
        }

        /** The number of eigenvalues that are 1 within a bound. */
        int near(final double bound) {
            int count = 0;
            for (final double mu : m_values) {
                count += Math.abs(mu - 1) <= bound ? 1 : 0;
            }
            return count;
        }

        double largest() {
            double largest = Double.NEGATIVE_INFINITY;
            for (final double mu : m_values) {
                largest = Math.max(largest, mu);
            }
            return largest;
        }
    }

    /** With R = X^(1/2), beta q R g R is symmetric, and R times its eigenvectors are those of beta q X g. X is lost. */
    static Modes modes(final double[][] x, final double bq) {
        final SymmetricEigen squareRoot = new SymmetricEigen(x);
        final double[][] r = new double[SIZE][SIZE];
        for (int e = 0; e < SIZE; e++) {
            final double root = Math.sqrt(Math.max(0, squareRoot.value(e)));
            for (int a = 0; a < SIZE; a++) {
                for (int b = 0; b < SIZE; b++) {
                    r[a][b] += root * squareRoot.vector(e, a) * squareRoot.vector(e, b);
                }
            }
        }
        final double[][] s = new double[SIZE][SIZE];
        for (int a = 0; a < SIZE; a++) {
            for (int b = 0; b <= a; b++) {
                for (int c = 0; c < SIZE; c++) {
                    s[a][b] += bq * r[a][c] * ThermalModes.metric(c) * r[c][b];
                }
                s[b][a] = s[a][b];
            }
        }
        final SymmetricEigen eigen = new SymmetricEigen(s);
        final double[] values = new double[SIZE];
        final double[][] directions = new double[SIZE][SIZE];
        for (int e = 0; e < SIZE; e++) {
            values[e] = eigen.value(e);
            double norm = 0;
            for (int a = 0; a < SIZE; a++) {
                for (int c = 0; c < SIZE; c++) {
                    directions[e][a] += r[a][c] * eigen.vector(e, c);
                }
                norm += directions[e][a] * directions[e][a];
            }
            for (int a = 0; a < SIZE; a++) {
                directions[e][a] /= norm > 0 ? Math.sqrt(norm) : 1;
            }
        }
        return new Modes(values, directions);
    }
}
