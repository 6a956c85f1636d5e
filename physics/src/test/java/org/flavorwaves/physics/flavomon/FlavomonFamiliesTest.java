package org.flavorwaves.physics.flavomon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;

import org.apache.commons.math3.complex.Complex;
import org.flavorwaves.physics.distribution.AngularGrid;
import org.flavorwaves.physics.distribution.AngularLoader;
import org.flavorwaves.physics.distribution.AngularShapes;
import org.flavorwaves.physics.distribution.FlavorAngles;
import org.flavorwaves.physics.distribution.GridRule;
import org.flavorwaves.physics.distribution.LeptonCarrier;
import org.flavorwaves.physics.flavomon.FlavomonMode.Kind;
import org.flavorwaves.physics.flavomon.FlavomonSearch.Modes;
import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.BandSector;
import org.flavorwaves.physics.linear.collective.UnstableWave;
import org.flavorwaves.physics.linear.collective.UnstableWaveSearch;
import org.flavorwaves.physics.state.AngularModel;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.LeptonNumber;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.state.WaveVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Flavomons of the families of distributions on every grid against the search for growing waves, and oblique ones. */
class FlavomonFamiliesTest {
    private static final double[] ALONG_Z = {0, 0, 1};

    private static final double FLOOR = 5e-3;

    private static FlavorState state(final DoubleUnaryOperator g, final AngularGrid grid) {
        return new AngularLoader(grid).load(FlavorAngles.ofLeptonNumber(g, LeptonCarrier.ANTINEUTRINOS)).state();
    }

    private static double halfGaussians(final double v) {
        return AngularShapes.halfGaussian(0.6, 1).applyAsDouble(v)
            - AngularShapes.halfGaussian(0.5, 0.9).applyAsDouble(v);
    }

    private static double boxes(final double v) {
        return 0.5 - AngularShapes.box(0.3, 1, 0.8).applyAsDouble(v);
    }

    static Stream<Arguments> media() {
        final List<Arguments> media = new ArrayList<>();
        for (final GridRule rule : GridRule.values()) {
            for (final int rings : new int[]{4, 8, 16, 32}) {
                media.add(Arguments.of("linear", AngularShapes.linear(0.5, -0.7), rule, rings));
                media.add(Arguments.of("polynomial", AngularShapes.polynomialCrossing(0.1), rule, rings));
                media.add(Arguments.of("exponential", AngularShapes.exponentialCrossing(1.5, 0.1), rule, rings));
                media.add(Arguments.of("half-Gaussian", (DoubleUnaryOperator) FlavomonFamiliesTest::halfGaussians,
                    rule, rings));
                media.add(Arguments.of("box", (DoubleUnaryOperator) FlavomonFamiliesTest::boxes, rule, rings));
            }
        }
        return media.stream();
    }

    @ParameterizedTest(name = "{0} {2} {3}")
    @MethodSource("media")
    void growingModesAreThoseOfTheStructuredSearch(final String family, final DoubleUnaryOperator g,
        final GridRule rule, final int rings) {
        compare(state(g, AngularGrid.rings(rule, rings)), Environment.FAST, new double[]{-0.35, 0.1, 0.55});
    }

    /** Damping of neutrinos alone, and a slow term, on smooth spectra. */
    @Test
    void growingModesWithUnequalDampingAndSlowTerms() {
        for (final double[] damping : new double[][]{{0.1, 0.01}, {0, 0.05}}) {
            for (final double omega : new double[]{0, 0.2}) {
                final AngularGrid grid = AngularGrid.rings(GridRule.GAUSS_LEGENDRE, 24);
                final Species[] species = new Species[48];
                final double[][] column = new double[5][48];
                for (int j = 0; j < 48; j++) {
                    final boolean nu = j < 24;
                    species[j] = nu ? Species.NU : Species.NUBAR;
                    column[0][j] = grid.cosTheta(j % 24);
                    column[1][j] = 2 * grid.weight(j % 24);
                    column[2][j] = damping[nu ? 0 : 1];
                    column[3][j] = omega;
                    column[4][j] = AngularShapes.halfGaussian(nu ? 0.6 : 0.5, nu ? 0.5 : 0.45)
                        .applyAsDouble(column[0][j]);
                }
                final FlavorState state = FlavorState.alongZ(MomentumModes.builder().species(species).rings(column[0])
                    .weight(column[1]).depolarization(column[2]).omega(column[3]).build(), column[4], column[4]);
                compare(state, new Environment(0, 0.3, 1), new double[]{-0.9, 0.02, 0.4});
            }
        }
    }

    /** A crossing among the neutrinos, and antineutrinos whose resonance lies far away in frequency. */
    private static FlavorState crossingBesideAFrequency(final double omega) {
        final AngularGrid grid = AngularGrid.rings(GridRule.GAUSS_LEGENDRE, 16);
        final Species[] species = new Species[32];
        final double[][] column = new double[5][32];
        for (int j = 0; j < 32; j++) {
            species[j] = j < 16 ? Species.NU : Species.NUBAR;
            column[0][j] = grid.cosTheta(j % 16);
            column[1][j] = 2 * grid.weight(j % 16);
            column[2][j] = omega;
            column[3][j] = j < 16 ? 0.2 - 0.5 * column[0][j] : 0.1;
            column[4][j] = Math.abs(column[3][j]);
        }
        return FlavorState.alongZ(MomentumModes.builder().species(species).rings(column[0]).weight(column[1])
            .omega(column[2]).build(), column[4], column[3]);
    }

    @Test
    void growingModesBesideFarFrequencies() {
        for (final double omega : new double[]{30, 1000, 1e5}) {
            assertThat(compare(crossingBesideAFrequency(omega), Environment.FAST, new double[]{-0.3, 0, 0.3}))
                .isPositive();
        }
    }

    @Test
    void frequenciesBesideWhichTheNeutrinosVanishAreAReason() {
        final StateMedium medium = StateMedium.of(crossingBesideAFrequency(1e30), Environment.FAST, ALONG_Z,
            new StateMedium.Options(AngularModel.AUTOMATIC, true));
        assertThat(new FlavomonSearch(medium.medium(), 0).solve(0.1).problem())
            .startsWith("The frequency 1.00e+30 is more than 1e+06 times the neutrino-neutrino term")
            .endsWith("cannot be told from rounding; check the units.");
        assertThat(new FlavomonSearch(medium.medium(), 0).solve(1e31).problem()).startsWith("The wave number 1.00e+31");
    }

    /** The number of growing modes that are compared. */
    private static int compare(final FlavorState state, final Environment environment, final double[] shares) {
        int compared = 0;
        final StateMedium medium =
            StateMedium.of(state, environment, ALONG_Z, new StateMedium.Options(AngularModel.AUTOMATIC, true));
        final double scale = LeptonNumber.of(state, environment).absolute();
        final AngularModel model =
            medium.model().kind() == AngularModel.Kind.LEGENDRE ? AngularModel.LEGENDRE : medium.model();
        final FlavomonSearch search = new FlavomonSearch(medium.medium(), 0.25 * scale);
        for (final double share : shares) {
            final double wave = share * scale;
            final Modes modes = search.solve(wave + medium.waveNumberShift());
            assertThat(modes.problem()).isEmpty();
            final List<Complex> found = modes.list().stream()
                .filter(m -> m.kind() == Kind.UNSTABLE && m.sector() == Sector.LONGITUDINAL)
                .map(m -> m.omega().subtract(medium.frequencyShift()))
                .filter(z -> z.getImaginary() > 1.0001 * FLOOR * scale).toList();
            final List<UnstableWave> expected = new UnstableWaveSearch(FLOOR * scale, false, model)
                .solve(Background.of(state, environment), new WaveVector(0, 0, wave)).waves().stream()
                .filter(w -> w.sector() == BandSector.PLUS).toList();
            compared += expected.size();
            for (final UnstableWave w : expected) {
                final Complex omega = new Complex(w.omegaRe(), w.growth());
                assertThat(found.stream().mapToDouble(z -> z.subtract(omega).abs()).min().orElse(1))
                    .as("%s at K = %s among %s", omega, wave, found).isLessThan(1e-8 * scale);
            }
            assertThat(found.size()).isLessThanOrEqualTo(expected.size());
        }
        return compared;
    }

    /**
     * A point of a merger (maximum-entropy nu_e and nubar_e from their moments) seen along (0.6, 0, 0.8): growing modes
     * from a program of its own with 400 x 64 directions about the wave vector.
     */
    @ParameterizedTest
    @MethodSource("spheres")
    void obliqueWavesOfAMerger(final int theta, final int phi, final double accuracy) {
        final FlavorState state = merger(AngularGrid.sphere(theta, phi, 0.3, 0.2, -1));
        final StateMedium medium = StateMedium.of(state, Environment.FAST, new double[]{0.6, 0, 0.8},
            new StateMedium.Options(AngularModel.AUTOMATIC, false));
        assertThat(medium.medium().sectors()).containsExactly(Sector.MIXED);
        final double[][] expected = {{-2, -0.72479866, 1.68572929}, {-2, 0.4625843, 0.12644083},
            {-2, 0.47265349, 0.12388974}, {0, -0.1045983, 0.47822868}, {0.5, 0.00131508, 0.18890235}};
        for (final double[] e : expected) {
            final Modes modes = new FlavomonSearch(medium.medium(), 0).solve(e[0] + medium.waveNumberShift());
            assertThat(modes.problem()).isEmpty();
            final List<FlavomonMode> growing = modes.list().stream().filter(m -> m.kind() == Kind.UNSTABLE).toList();
            assertThat(growing).hasSize(e[0] == -2 ? 3 : 1);
            assertThat(growing.stream().mapToDouble(m -> m.omega().subtract(new Complex(e[1], e[2])).abs()).min()
                .orElseThrow()).isLessThan(accuracy);
        }
    }

    static Stream<Arguments> spheres() {
        return Stream.of(Arguments.of(8, 8, 5e-6), Arguments.of(12, 16, 3e-8));
    }

    private static FlavorState merger(final AngularGrid grid) {
        final double[][] flux = {{0.0974572, 0.04217632, -0.13433261}, {0.07237959, 0.03132354, -0.3446878}};
        final double[] density = {1.421954234999705e33 * 6.42285e-33, 1.9146237131657563e33 * 6.42285e-33};
        final int n = grid.size();
        final Species[] species = new Species[2 * n];
        final double[][] column = new double[5][2 * n];
        for (int j = 0; j < 2 * n; j++) {
            final int s = j / n;
            final int i = j % n;
            final double f = Math.sqrt(Arrays.stream(flux[s]).map(x -> x * x).sum());
            final double a = steepness(f);
            final double cos = (flux[s][0] * grid.vx(i) + flux[s][1] * grid.vy(i) + flux[s][2] * grid.vz(i)) / f;
            species[j] = s == 0 ? Species.NU : Species.NUBAR;
            column[0][j] = grid.vx(i);
            column[1][j] = grid.vy(i);
            column[2][j] = grid.vz(i);
            column[3][j] = 10 * grid.weight(i);
            column[4][j] = 0.1 * density[s] * a / (4 * Math.PI * Math.sinh(a)) * Math.exp(a * cos);
        }
        return FlavorState.alongZ(MomentumModes.builder().species(species).velocity(column[0], column[1], column[2])
            .weight(column[3]).build(), column[4], column[4]);
    }

    /** coth a - 1/a = f. */
    private static double steepness(final double f) {
        double a = 3 * f;
        for (int step = 0; step < 50; step++) {
            final double slope = 1 / (a * a) - 1 / (Math.sinh(a) * Math.sinh(a));
            a -= (1 / Math.tanh(a) - 1 / a - f) / slope;
        }
        return a;
    }

    /** Obliquely an isotropic medium has the modes that it has along z, and their polarization is turned with them. */
    @Test
    void polarizationIsInTheFrameOfTheVelocities() {
        final FlavorState state = state(v -> 0.5, AngularGrid.sphere(8, 8));
        final FlavomonMode[] modes = new FlavomonMode[2];
        final Complex[][] e = new Complex[2][];
        final double[][] directions = {{0, 0, 1}, {0.36, 0.48, 0.8}};
        for (int d = 0; d < 2; d++) {
            final StateMedium medium = StateMedium.of(state, Environment.FAST, directions[d],
                new StateMedium.Options(AngularModel.AUTOMATIC, false));
            modes[d] = new FlavomonSearch(medium.medium(), 0).solve(0.5).list().stream()
                .max((a, b) -> Double.compare(a.omega().getReal(), b.omega().getReal())).orElseThrow();
            e[d] = medium.polarization(modes[d]);
            assertThat(modes[d].omega().getReal()).isCloseTo(1.0626920537, within(1e-9));
        }
        assertThat(Math.abs(e[0][3].getReal())).isGreaterThan(0.1);
        assertThat(e[1][0].subtract(e[0][0]).abs()).isLessThan(1e-9);
        for (int a = 0; a < 3; a++) {
            assertThat(e[1][a + 1].subtract(e[0][3].multiply(directions[1][a])).abs()).isLessThan(1e-9);
        }
    }

    /** Directions that are no grid, with damping of one of them: all modes are eigenvalues, and zeros of det eps. */
    @Test
    void beamsWithUnequalDampingHaveAllTheirModes() {
        final FlavorState state = FlavorState.alongZ(MomentumModes.builder()
            .species(Species.NU, Species.NU, Species.NUBAR, Species.NUBAR)
            .velocity(new double[]{0, 0.6, 0, 0}, new double[]{0, 0, 0, 0.6}, new double[]{1, 0.8, -1, 0.8})
            .weight(1, 0.5, 0.7, 1.2).depolarization(0.5, 0.01, 0.01, 0.01).build(), new double[]{1, 0.8, 0.9, 0.5},
            new double[]{0.9, 0.7, 0.8, 0.4});
        final StateMedium medium = StateMedium.of(state, Environment.FAST, ALONG_Z,
            new StateMedium.Options(AngularModel.AUTOMATIC, false));
        final List<FlavomonMode> modes = new FlavomonSearch(medium.medium(), 0.1).solve(0.3).list();
        assertThat(modes).hasSize(4);
        for (final FlavomonMode mode : modes) {
            final DielectricTensor eps = medium.medium().dielectricTensor(mode.omega(), 0.3);
            assertThat(Sector.MIXED.value(eps).abs()).isLessThan(1e-10);
        }
        final Complex trace = modes.stream().map(FlavomonMode::omega).reduce(Complex.ZERO, Complex::add);
        assertThat(trace.getReal()).isCloseTo(0.3 * (1 + 0.8 - 1 + 0.8), within(1e-12));
        assertThat(trace.getImaginary()).isCloseTo(-0.53, within(1e-12));
    }
}
