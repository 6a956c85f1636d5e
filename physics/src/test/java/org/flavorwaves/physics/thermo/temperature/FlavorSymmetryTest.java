package org.flavorwaves.physics.thermo.temperature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;

import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.RandomStates;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.thermo.ThermalRelation;
import org.junit.jupiter.api.Test;

class FlavorSymmetryTest {
    private static final double[] Z = {0, 0, 1};

    private static FlavorSymmetry of(final double omega, final Environment environment) {
        return FlavorSymmetry.of(new ThermalModes(ThermalSystems.rings(new Species[]{Species.NU, Species.NUBAR},
            new double[]{1, 0}, new double[]{1, 1}, new double[]{omega, omega}, 0.5), environment,
            ThermalRelation.FULL), Z);
    }

    private static double[] random(final Random random) {
        return random.doubles(12, -1, 1).toArray();
    }

    /** Rotates every J^m by an angle about an axis, after the reflection y to -y if asked. */
    private static double[] turned(final double[] j, final double[] n, final double angle, final boolean mirror) {
        final double[] out = new double[12];
        final double c = Math.cos(angle);
        final double s = Math.sin(angle);
        for (int m = 0; m < 4; m++) {
            final double x = j[3 * m];
            final double y = mirror ? -j[3 * m + 1] : j[3 * m + 1];
            final double z = j[3 * m + 2];
            final double along = (1 - c) * (n[0] * x + n[1] * y + n[2] * z);
            out[3 * m] = c * x + s * (n[1] * z - n[2] * y) + along * n[0];
            out[3 * m + 1] = c * y + s * (n[2] * x - n[0] * z) + along * n[1];
            out[3 * m + 2] = c * z + s * (n[0] * y - n[1] * x) + along * n[2];
        }
        return out;
    }

    @Test
    void copiesUnderTheSymmetryHaveNoDistance() {
        final Random random = new Random(1);
        final FlavorSymmetry free = of(0, Environment.FAST);
        final Environment mixing = new Environment(0.3, 0, 1);
        final FlavorSymmetry axis = of(0.5, mixing);
        final FlavorSymmetry plane = of(0.5, new Environment(0.3, 1, 1));
        final double[] b = {mixing.bx(), 0, mixing.bz()};
        final double[] any = {2.0 / 3, -1.0 / 3, 2.0 / 3};
        for (int r = 0; r < 100; r++) {
            final double[] j = random(random);
            final double angle = 6 * random.nextDouble();
            final boolean mirror = random.nextBoolean();
            assertThat(free.distance(j, turned(j, any, angle, mirror))).isLessThan(1e-14);
            assertThat(axis.distance(j, turned(j, b, angle, mirror))).isLessThan(1e-14);
            assertThat(plane.distance(j, turned(j, b, 0, mirror))).isLessThan(1e-14);
            assertThat(axis.distance(j, turned(j, any, 1, false))).isGreaterThan(0.01);
            assertThat(plane.distance(j, turned(j, b, 1, false))).isGreaterThan(0.01);
        }
    }

    @Test
    void nearestCopyIsNearest() {
        final Random random = new Random(2);
        final FlavorSymmetry axis = of(0.5, new Environment(0.3, 0, 1));
        final double[] b = {Math.sin(0.6), 0, -Math.cos(0.6)};
        for (int r = 0; r < 20; r++) {
            final double[] x = random(random);
            final double[] y = random(random);
            double best = Double.POSITIVE_INFINITY;
            for (int a = 0; a < 20_000; a++) {
                best = Math.min(best, plain(x, turned(y, b, a * Math.PI / 5000, a % 2 == 0)));
            }
            assertThat(axis.distance(x, y)).isCloseTo(best, within(1e-5)).isLessThanOrEqualTo(best + 1e-13);
        }
    }

    private static double plain(final double[] x, final double[] y) {
        double sum = 0;
        for (int c = 0; c < 12; c++) {
            sum += (x[c] - y[c]) * (x[c] - y[c]);
        }
        return Math.sqrt(sum);
    }

    @Test
    void readsTheExternalTerms() {
        assertThat(of(0, Environment.FAST).isFree()).isTrue();
        assertThat(of(0, new Environment(0.3, 0.2, 1)).isEqual()).isTrue();
        final FlavorSymmetry vacuum = of(0.5, new Environment(0.3, 0, 1));
        assertThat(vacuum.hasAxis()).isTrue();
        assertThat(vacuum.isEqual()).isFalse();
        assertThat(of(0.5, new Environment(0.3, 1, 1)).hasAxis()).isFalse();
    }

    @Test
    void bothSignsAlongTheAxisAreDifferent() {
        final FlavorSymmetry free = of(0, Environment.FAST);
        final double[] up = {0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0.5};
        final double[] down = {0, 0, -1, 0, 0, 0, 0, 0, 0, 0, 0, -0.5};
        assertThat(free.distance(up, down)).isZero();
        assertThat(free.difference(up, down, 1e-7)).isGreaterThan(2);
        assertThat(free.family(up, 1)).isEqualTo(SymmetryFamily.SPHERE);
        assertThat(free.family(new double[12], 1)).isEqualTo(SymmetryFamily.SINGLE);
    }

    @Test
    void familyOfAGenericStateInThePlane() {
        final FlavorSymmetry plane = FlavorSymmetry.of(new ThermalModes(RandomStates.random(5, new Random(3)),
            new Environment(0.3, 1, 1), ThermalRelation.FULL), Z);
        final double[] flat = {1, 0, 1, 1, 0, 1, 0, 0, 1, 1, 0, 1};
        assertThat(plane.family(flat, 1)).isEqualTo(SymmetryFamily.SINGLE);
        flat[4] = 0.1;
        assertThat(plane.family(flat, 1)).isEqualTo(SymmetryFamily.MIRROR_PAIR);
    }
}
