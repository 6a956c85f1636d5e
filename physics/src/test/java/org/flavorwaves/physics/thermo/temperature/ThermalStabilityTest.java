package org.flavorwaves.physics.thermo.temperature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.flavorwaves.physics.numerics.SymmetricEigen;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.Hamiltonian;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.RandomStates;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.thermo.ThermalRelation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The counts from 12 x 12 matrices against the second variation in all 3N components. */
class ThermalStabilityTest {
    private static final Environment ENVIRONMENT = new Environment(0.3, 0.5, 4);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void countsAgreeWithTheFullSecondVariation(final long seed) {
        final FlavorState input = RandomStates.random(8, new Random(seed));
        int unstable = 0;
        for (final double beta : new double[]{-4, -2.5, -1.5, 0.5, 1, 1.5}) {
            for (final ThermalBranch branch : ThermalSystems.FULL.atBeta(input, ENVIRONMENT, beta, Progress.NONE)
                .branches()) {
                compare(branch, ThermalRelation.FULL, ENVIRONMENT);
                unstable += branch.stability().unstableAtBeta();
            }
        }
        assertThat(unstable).isPositive();
    }

    @Test
    void aStateCanBeStableAtItsEnergyButNotInABath() {
        // an isotropic gas in a weak outer field: against it, beyond the fold, the energy falls as beta grows
        final FlavorState input = ThermalSystems.rings(new Species[]{Species.NU, Species.NU}, new double[]{0, 0},
            new double[]{1, 1}, new double[]{0, 0}, 1);
        final Environment matter = new Environment(0, 0.05, 1);
        boolean seen = false;
        for (double beta = 0.5; beta < 1.2; beta += 0.01) {
            for (final ThermalBranch branch : ThermalSystems.DILUTE.atBeta(input, matter, beta, Progress.NONE)
                .branches()) {
                seen |= branch.stability().energySlope() < 0
                    && branch.stability().unstableAtEnergy() == branch.stability().unstableAtBeta() - 1;
                compare(branch, ThermalRelation.DILUTE, matter);
            }
        }
        assertThat(seen).isTrue();
    }

    private static void compare(final ThermalBranch branch, final ThermalRelation relation,
        final Environment environment) {
        final double[][] root = responseRoot(branch, relation);
        final double[][] second = secondVariation(branch, root, environment);
        assertThat(branch.stability().unstableAtBeta()).isEqualTo(positive(second));
        final double[] gradient = new Array2DRowRealMatrix(root).operate(gradient(branch, environment));
        assertThat(branch.stability().unstableAtEnergy()).isEqualTo(positive(across(second, gradient)));
    }

    /** R with R^2 = (-d^2S/dP dP)^-1, from the occupations f = (P0 +- |P|)/2: -s'' = sum 1/(4 f(1 - f)) or 1/(4f). */
    private static double[][] responseRoot(final ThermalBranch branch, final ThermalRelation relation) {
        final FlavorState state = branch.state();
        final int n = state.size();
        final double[][] root = new double[3 * n][3 * n];
        for (int i = 0; i < n; i++) {
            final double length = state.length(i);
            final double up = (state.trace(i) + length) / 2;
            final double down = (state.trace(i) - length) / 2;
            final boolean full = relation == ThermalRelation.FULL;
            final double along = full ? (1 / (up * (1 - up)) + 1 / (down * (1 - down))) / 4 : (1 / up + 1 / down) / 4;
            final double across = length > 0 ? relation.argument(state.trace(i), length) / length : along;
            final double[] unit = {state.px(i), state.py(i), state.pz(i)};
            for (int a = 0; a < 3; a++) {
                for (int b = 0; b < 3; b++) {
                    final double dyad = length > 0 ? unit[a] * unit[b] / (length * length) : 0;
                    root[3 * i + a][3 * i + b] = (dyad / Math.sqrt(along) + ((a == b ? 1 : 0) - dyad)
                        / Math.sqrt(across)) / Math.sqrt(state.modes().weight(i));
                }
            }
        }
        return root;
    }

    /** R (d^2(S + 2 beta U)/dP dP) R = -1 + R (pairwise nu-nu coupling) R, which has the same signs. */
    private static double[][] secondVariation(final ThermalBranch branch, final double[][] root,
        final Environment environment) {
        final MomentumModes m = branch.state().modes();
        final int n = m.size();
        final double[][] coupling = new double[3 * n][3 * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                final double f = 1 - m.vx(i) * m.vx(j) - m.vy(i) * m.vy(j) - m.vz(i) * m.vz(j);
                for (int a = 0; a < 3; a++) {
                    coupling[3 * i + a][3 * j + a] = branch.beta() * environment.selfInteraction() * m.weight(i)
                        * m.species(i).sign() * m.weight(j) * m.species(j).sign() * f;
                }
            }
        }
        final Array2DRowRealMatrix r = new Array2DRowRealMatrix(root);
        final double[][] matrix = r.multiply(new Array2DRowRealMatrix(coupling)).multiply(r).getData();
        for (int a = 0; a < 3 * n; a++) {
            matrix[a][a] -= 1;
        }
        return matrix;
    }

    /** dU/dP_i = w_i s_i H_i/2 (JK 99). */
    private static double[] gradient(final ThermalBranch branch, final Environment environment) {
        final FlavorState state = branch.state();
        final Hamiltonian h = Hamiltonian.of(state, environment);
        final double[] g = new double[3 * state.size()];
        for (int i = 0; i < state.size(); i++) {
            final double ws = state.modes().weight(i) * state.modes().species(i).sign() / 2;
            g[3 * i] = ws * h.hx(i);
            g[3 * i + 1] = ws * h.hy(i);
            g[3 * i + 2] = ws * h.hz(i);
        }
        return g;
    }

    /** The matrix on the directions across a vector; along it, a large negative number. */
    private static double[][] across(final double[][] matrix, final double[] vector) {
        final int n = vector.length;
        double square = 0;
        for (final double value : vector) {
            square += value * value;
        }
        final double[][] projector = new double[n][n];
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                projector[a][b] = (a == b ? 1 : 0) - vector[a] * vector[b] / square;
            }
        }
        final double[][] result = new Array2DRowRealMatrix(projector).multiply(new Array2DRowRealMatrix(matrix))
            .multiply(new Array2DRowRealMatrix(projector)).getData();
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                result[a][b] -= 100 * vector[a] * vector[b] / square;
            }
        }
        return result;
    }

    private static int positive(final double[][] matrix) {
        final int n = matrix.length;
        final double[][] symmetric = new double[n][n];
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                symmetric[a][b] = (matrix[a][b] + matrix[b][a]) / 2;
            }
        }
        final SymmetricEigen eigen = new SymmetricEigen(symmetric);
        int count = 0;
        for (int e = 0; e < n; e++) {
            count += eigen.value(e) > 1e-6 ? 1 : 0;
        }
        return count;
    }
}
