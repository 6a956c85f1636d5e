package org.flavorwaves.physics.thermo.temperature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.thermo.ThermalRelation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** States deep in the ordered phase, whose branches are known without the search in 12 numbers. */
class HardStatesTest {

    private static FlavorState groups(final int n, final long seed, final double omega) {
        final Random random = new Random(seed);
        final Species[] species = new Species[n];
        final double[][] v = new double[3][n];
        final double[] w = new double[n];
        final double[] p0 = new double[n];
        final double[] frequency = new double[n];
        for (int i = 0; i < n; i++) {
            species[i] = Species.NU;
            final double cos = 2 * random.nextDouble() - 1;
            final double phi = 2 * Math.PI * random.nextDouble();
            v[0][i] = Math.sqrt(1 - cos * cos) * Math.cos(phi);
            v[1][i] = Math.sqrt(1 - cos * cos) * Math.sin(phi);
            v[2][i] = cos;
            w[i] = (0.3 + random.nextDouble()) / n;
            p0[i] = 0.3 + 0.7 * random.nextDouble();
            frequency[i] = omega * (2 * random.nextDouble() - 1);
        }
        return FlavorState.alongZ(MomentumModes.builder().species(species).velocity(v[0], v[1], v[2]).weight(w)
            .omega(frequency).build(), p0, p0);
    }

    /**
     * Magnets in several directions with the same field on all: root isolation proves how many states there are. With
     * frequencies of 1e-9 across it there is no axis, and the search must find as many, all at the same places.
     */
    @ParameterizedTest
    @CsvSource({"2, 30, 0.01", "4, 1000, 0.05", "8, 10000, 0.01"})
    void groupsOfMagnetsHaveAllTheirBranches(final int n, final double beta, final double matter) {
        for (int seed = 0; seed < 2; seed++) {
            final Environment environment = new Environment(0.3, matter, 1);
            final ThermalBranches complete =
                ThermalSystems.FULL.atBeta(groups(n, seed, 0), environment, beta, Progress.NONE);
            assertThat(complete.scope()).isEqualTo(SearchScope.COMPLETE);
            assertThat(complete.unseen()).isZero();
            final ThermalBranches searched =
                ThermalSystems.FULL.atBeta(groups(n, seed, 1e-9), environment, beta, Progress.NONE);
            assertThat(searched.scope()).isEqualTo(SearchScope.SEARCH);
            assertThat(searched.size()).as("seed %s", seed).isEqualTo(complete.size()).isEqualTo(3);
            assertThat(searched.unseen()).isBetween(1e-3, 0.5);
            for (final ThermalBranch branch : complete.branches()) {
                assertThat(searched.branches().stream().mapToDouble(other -> distance(branch, other)).min())
                    .hasValueCloseTo(0.0, within(1e-6));
            }
        }
    }

    private static double distance(final ThermalBranch one, final ThermalBranch other) {
        double largest = 0;
        for (int c = 0; c < 12; c++) {
            largest = Math.max(largest, Math.abs(one.field().toArray()[c] - other.field().toArray()[c]));
        }
        return largest;
    }

    /**
     * A gas at rest in which each mode has a frequency of its own along the mass axis: two unknowns, J along it and
     * across it, whose solutions a fine grid of starts of a Newton method of its own finds.
     */
    @Test
    void gasWithSeveralFrequenciesHasAllItsBranches() {
        final int n = 5;
        int several = 0;
        for (int seed = 0; seed < 4; seed++) {
            final Random random = new Random(seed);
            final double[] w = random.doubles(n, 0.1, 0.3).toArray();
            final double[] omega = random.doubles(n, -0.3, 0.3).toArray();
            final double[] p0 = random.doubles(n, 0.4, 1).toArray();
            final Species[] species = new Species[n];
            Arrays.fill(species, Species.NU);
            final FlavorState state = FlavorState.alongZ(MomentumModes.builder().species(species)
                .velocity(new double[n], new double[n], new double[n]).weight(w).omega(omega).build(), p0, p0);
            for (final double beta : new double[]{8, 40}) {
                final int expected = gas(w, omega, p0, beta).size();
                final ThermalBranches found =
                    ThermalSystems.FULL.atBeta(state, new Environment(0.3, 0, 1), beta, Progress.NONE);
                assertThat(found.size()).as("seed %s, beta %s", seed, beta).isEqualTo(expected);
                several += expected >= 3 ? 1 : 0;
            }
        }
        assertThat(several).isGreaterThanOrEqualTo(4);
    }

    /** All (J along, |J across|) with J = sum w p(beta |H|) H/|H|, H = omega B + J. */
    private static List<double[]> gas(final double[] w, final double[] omega, final double[] p0, final double beta) {
        final List<double[]> found = new ArrayList<>();
        for (double along = -1; along <= 1; along += 0.05) {
            for (double across = 0; across <= 1; across += 0.05) {
                final double[] x = {along, across};
                for (int it = 0; it < 30; it++) {
                    newton(x, w, omega, p0, beta);
                }
                final double[] f = gas(x, w, omega, p0, beta);
                x[1] = Math.abs(x[1]);
                if (Math.hypot(f[0], f[1]) < 1e-12
                    && found.stream().noneMatch(y -> Math.hypot(x[0] - y[0], x[1] - y[1]) < 1e-6)) {
                    found.add(x);
                }
            }
        }
        return found;
    }

    private static void newton(final double[] x, final double[] w, final double[] omega, final double[] p0,
        final double beta) {
        final double h = 1e-6;
        final double[] f = gas(x, w, omega, p0, beta);
        final double[] a = gas(new double[]{x[0] + h, x[1]}, w, omega, p0, beta);
        final double[] b = gas(new double[]{x[0] - h, x[1]}, w, omega, p0, beta);
        final double[] c = gas(new double[]{x[0], x[1] + h}, w, omega, p0, beta);
        final double[] d = gas(new double[]{x[0], x[1] - h}, w, omega, p0, beta);
        final double[][] m = {{(a[0] - b[0]) / (2 * h), (c[0] - d[0]) / (2 * h)},
            {(a[1] - b[1]) / (2 * h), (c[1] - d[1]) / (2 * h)}};
        final double det = m[0][0] * m[1][1] - m[0][1] * m[1][0];
        if (Math.abs(det) > 1e-12) {
            x[0] -= (m[1][1] * f[0] - m[0][1] * f[1]) / det;
            x[1] -= (m[0][0] * f[1] - m[1][0] * f[0]) / det;
        }
    }

    private static double[] gas(final double[] x, final double[] w, final double[] omega, final double[] p0,
        final double beta) {
        final double[] f = x.clone();
        for (int i = 0; i < w.length; i++) {
            final double along = omega[i] + x[0];
            final double h = Math.hypot(along, x[1]);
            final double p = ThermalRelation.FULL.polarization(p0[i], beta * h);
            f[0] -= h > 0 ? w[i] * p * along / h : 0;
            f[1] -= h > 0 ? w[i] * p * x[1] / h : 0;
        }
        return f;
    }
}
