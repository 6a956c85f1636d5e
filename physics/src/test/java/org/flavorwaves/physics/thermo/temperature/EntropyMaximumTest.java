package org.flavorwaves.physics.thermo.temperature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.flavorwaves.physics.thermo.temperature.ThermalSystems.DILUTE;
import static org.flavorwaves.physics.thermo.temperature.ThermalSystems.FULL;

import java.util.Random;

import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.RandomStates;
import org.flavorwaves.physics.thermo.FlavorEntropy;
import org.flavorwaves.physics.thermo.PolarizationEnergy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Thermal states of one energy, and that the first of them has the largest entropy there is at that energy. */
class EntropyMaximumTest {
    private static final Environment ENVIRONMENT = new Environment(0.25, 0.4, 1);

    /** S and beta by maximising S at fixed U in all 15 components with SLSQP (scipy 1.17) from 60 random starts. */
    @ParameterizedTest
    @CsvSource({"0.12, 2.125731601260, 0.63339052", "-0.15, 2.023070853485, -1.18831721",
        "0.3, 1.808699334689, 1.11739573"})
    void agreesWithDirectOptimisation(final double energy, final double entropy, final double beta) {
        final ThermalBranches found = FULL.atEnergy(ThermalSystems.fiveModes(), ENVIRONMENT, energy, Progress.NONE);
        final ThermalBranch best = found.branches().get(0);
        assertThat(best.energy()).isCloseTo(energy, within(1e-13));
        assertThat(best.entropy()).isCloseTo(entropy, within(1e-10));
        assertThat(best.beta()).isCloseTo(beta, within(1e-7));
        assertThat(best.stability().isStableAtEnergy()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"true, 0.5, 10000", "false, 0.5, 10000", "true, -0.5, 2000", "false, -0.5, 2000", "true, 0.1, 2000"})
    void noRandomStateOfEqualEnergyHasMoreEntropy(final boolean bothSpecies, final double share, final int count) {
        final Random random = new Random(11);
        final FlavorState modes = bothSpecies ? RandomStates.random(6, random)
            : ThermalSystems.neutrinosOnly(6, random);
        final double energy = share * largestEnergy(modes, Math.signum(share), random);
        final ThermalBranches found = FULL.atEnergy(modes, ENVIRONMENT, energy, Progress.NONE);
        final ThermalBranch best = found.branches().get(0);
        assertThat(best.energy()).isCloseTo(energy, within(1e-12));
        assertThat(best.beta() * energy).isPositive();
        assertThat(best.stability().isStableAtEnergy()).isTrue();
        double closest = Double.POSITIVE_INFINITY;
        for (int r = 0; r < count; r++) {
            final double spread = r % 2 == 0 ? 1 : Math.pow(10, -3 * random.nextDouble());
            final FlavorState other = onEnergy(blend(best.state(), anyState(modes, random), spread), best.state(),
                modes, energy, random);
            assertThat(PolarizationEnergy.of(other, ENVIRONMENT).total()).isCloseTo(energy, within(1e-12));
            final double deficit = best.entropy() - FlavorEntropy.of(other).total();
            assertThat(deficit).isPositive();
            closest = Math.min(closest, deficit);
        }
        // the states come near enough to the maximum to be a test of it
        assertThat(closest).isLessThan(1e-4);
    }

    /** The largest energy of the given sign that turns up among random states. */
    private static double largestEnergy(final FlavorState modes, final double sign, final Random random) {
        double largest = 0;
        for (int r = 0; r < 1000; r++) {
            largest = Math.max(largest, sign * energy(anyState(modes, random)));
        }
        return sign * largest;
    }

    private static double energy(final FlavorState state) {
        return PolarizationEnergy.of(state, ENVIRONMENT).total();
    }

    /** Polarization vectors anywhere within the bounds. */
    private static FlavorState anyState(final FlavorState modes, final Random random) {
        final int n = modes.size();
        final double[][] p = new double[3][n];
        for (int i = 0; i < n; i++) {
            final double[] v = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
            final double length = Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
            final double p0 = modes.trace(i);
            for (int a = 0; a < 3; a++) {
                p[a][i] = v[a] / length * Math.min(p0, 2 - p0) * random.nextDouble();
            }
        }
        return modes.withPolarization(p[0], p[1], p[2]);
    }

    private static FlavorState blend(final FlavorState from, final FlavorState to, final double share) {
        final double[][] p = {from.pxs(), from.pys(), from.pzs()};
        final double[][] q = {to.pxs(), to.pys(), to.pzs()};
        for (int a = 0; a < 3; a++) {
            for (int i = 0; i < p[a].length; i++) {
                p[a][i] += share * (q[a][i] - p[a][i]);
            }
        }
        return from.withPolarization(p[0], p[1], p[2]);
    }

    /** A state of the given energy on the straight line to a state on the other side of it, where U is quadratic. */
    private static FlavorState onEnergy(final FlavorState state, final FlavorState thermal, final FlavorState modes,
        final double energy, final Random random) {
        final double start = energy(state) - energy;
        final double spread = distance(state, thermal);
        FlavorState other = state;
        double end = start;
        for (int tries = 0; end > 0 == start > 0; tries++) {
            other = blend(state, anyState(modes, random), Math.min(1, (0.5 + tries) * spread));
            end = energy(other) - energy;
        }
        final double middle = energy(blend(state, other, 0.5)) - energy;
        final double square = 2 * (start + end - 2 * middle);
        final double linear = end - start - square;
        final double root = Math.sqrt(linear * linear - 4 * square * start);
        final double share = 2 * start / (-linear + (start > 0 ? root : -root));
        return blend(state, other, share);
    }

    private static double distance(final FlavorState a, final FlavorState b) {
        double largest = 0;
        for (int i = 0; i < a.size(); i++) {
            largest = Math.max(largest, Math.abs(a.px(i) - b.px(i)) + Math.abs(a.py(i) - b.py(i))
                + Math.abs(a.pz(i) - b.pz(i)));
        }
        return largest;
    }

    @Test
    void magnetOfGivenEnergyInClosedForm() {
        final double weight = 1.7;
        for (final double m : new double[]{0.1, 0.5, 0.95}) {
            final ThermalBranches found = DILUTE.atEnergy(ThermalSystems.magnet(weight, 1), Environment.FAST,
                weight * weight * m * m / 4, Progress.NONE);
            assertThat(found.size()).isEqualTo(2);
            for (final ThermalBranch branch : found.branches()) {
                assertThat(Math.abs(branch.field().get(0, 2))).isCloseTo(weight * m, within(1e-11));
                assertThat(branch.beta()).isCloseTo(Math.log((1 + m) / (1 - m)) / (2 * weight * m), within(1e-10));
            }
        }
    }

    @Test
    void unpolarizedStateHasNoEnergy() {
        final ThermalBranches found = FULL.atEnergy(ThermalSystems.fiveModes(), ENVIRONMENT, 0, Progress.NONE);
        assertThat(found.branches().get(0).beta()).isZero();
        assertThat(found.branches().get(0).state().lengths()).containsOnly(0);
        final ThermalBranches free = DILUTE.atEnergy(ThermalSystems.magnet(1, 1), Environment.FAST, 0, Progress.NONE);
        assertThat(free.size()).isEqualTo(1);
        assertThat(free.branches().get(0).beta()).isZero();
    }

    @Test
    void energyThatNoStateHasIsSaidToBeSo() {
        final ThermalBranches found = DILUTE.atEnergy(ThermalSystems.magnet(1, 1), Environment.FAST, 0.3,
            Progress.NONE);
        assertThat(found.branches()).isEmpty();
        assertThat(found.statement()).startsWith("No thermal state has the polarization energy 0.3000;")
            .contains("to 0.2500");
    }

    @Test
    void completePolarizationNeedsInfiniteBeta() {
        final ThermalBranches found = DILUTE.atEnergy(ThermalSystems.magnet(1, 1), Environment.FAST, 0.25,
            Progress.NONE);
        assertThat(found.branches()).isEmpty();
        assertThat(found.statement()).contains("only for beta to infinity");
    }
}
