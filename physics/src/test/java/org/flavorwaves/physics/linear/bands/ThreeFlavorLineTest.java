package org.flavorwaves.physics.linear.bands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.apache.commons.math3.complex.Complex;
import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.BackgroundStructure;
import org.flavorwaves.physics.numerics.eigen.EigenDecomposition;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.state.WaveVector;
import org.flavorwaves.physics.threeflavor.FlavorPair;
import org.flavorwaves.physics.threeflavor.ThreeFlavorBackground;
import org.flavorwaves.physics.threeflavor.ThreeFlavorEnvironment;
import org.flavorwaves.physics.threeflavor.ThreeFlavorState;
import org.flavorwaves.physics.threeflavor.waves.ThreeFlavorBands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All 8N bands of three flavors along a line, by pairs and as one dense problem. */
class ThreeFlavorLineTest {
    private static final WaveVector Z = new WaveVector(0, 0, 1);

    private static final ThreeFlavorEnvironment MATTER = new ThreeFlavorEnvironment(0, 0, 0, 0, 1.5, 1);

    private static final BandLineSolver SOLVER = new BandLineSolver(BandDetail.VECTORS);

    private static List<WaveVector> line(final double... ks) {
        return DoubleStream.of(ks).mapToObj(Z::times).toList();
    }

    /** Reference case 22. */
    private static ThreeFlavorState beams() {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NUBAR).rings(1, -1)
            .weight(1, 0.8).build();
        return new ThreeFlavorState(modes, new double[2], new double[2], new double[][]{
            {0.6, 0.2, 0.1, 0, 0, 0, 0, 0, 0}, {0.3, 0.25, 0.05, 0, 0, 0, 0, 0, 0}});
    }

    private static ThreeFlavorState random(final double coherence) {
        final Random random = new Random(7);
        final int n = 5;
        final double[][] rho = new double[n][9];
        final double[] vz = new double[n];
        final double[] damping = new double[n];
        for (int i = 0; i < n; i++) {
            vz[i] = 2 * random.nextDouble() - 1;
            damping[i] = 0.1 * random.nextDouble();
            for (int a = 0; a < 9; a++) {
                rho[i][a] = a < 3 ? 0.3 + 0.3 * random.nextDouble() : coherence * (random.nextDouble() - 0.5);
            }
        }
        final MomentumModes modes = MomentumModes.builder()
            .species(Species.NU, Species.NUBAR, Species.NU, Species.NUBAR, Species.NU).rings(vz)
            .weight(1, 0.8, 0.5, 1.2, 0.3).depolarization(damping).build();
        final double[] omega = {0.1, 0.2, 0.05, 0.3, 0.15};
        return new ThreeFlavorState(modes, omega, Arrays.stream(omega).map(w -> 8 * w).toArray(), rho);
    }

    private static List<Complex> sorted(final List<Complex> values) {
        final List<Complex> all = new ArrayList<>(values);
        all.sort(Comparator.comparingDouble((Complex z) -> Math.rint(z.getReal() * 1e8))
            .thenComparingDouble(Complex::getImaginary));
        return all;
    }

    private static List<Complex> values(final BandSet bands) {
        final List<Complex> values = new ArrayList<>();
        for (int b = 0; b < bands.size(); b++) {
            values.add(new Complex(bands.omegaRe(b), bands.omegaIm(b)));
        }
        return sorted(values);
    }

    private static List<Complex> dense(final ThreeFlavorState state, final ThreeFlavorEnvironment environment,
        final WaveVector k) {
        final EigenDecomposition eigen = new ThreeFlavorBands(state, environment).solve(k, false, Progress.NONE);
        final List<Complex> values = new ArrayList<>();
        for (int b = 0; b < eigen.size(); b++) {
            values.add(new Complex(eigen.re(b), eigen.im(b)));
        }
        return sorted(values);
    }

    private static void assertSame(final List<Complex> found, final List<Complex> expected, final double tolerance) {
        assertThat(found).hasSize(expected.size());
        for (int b = 0; b < found.size(); b++) {
            assertThat(found.get(b).subtract(expected.get(b)).abs()).as("band " + b).isLessThan(tolerance);
        }
    }

    /** Sixteen bands by pairs, four of them trivial; the fastest of them between the points of the line. */
    @Test
    void twoBeamsFallIntoTheirPairs() {
        final ThreeFlavorBackground background = new ThreeFlavorBackground(beams(), MATTER);
        final double[] ks = {-1, 0.4, 2};
        final BandLine line = SOLVER.solve(background, line(ks), Progress.NONE);
        final BandSet bands = line.at(1);
        assertThat(bands.structure()).isEqualTo(BackgroundStructure.ALIGNED);
        assertSame(values(bands), dense(beams(), MATTER, Z.times(0.4)), 1e-12);
        assertThat(bands.kind(0)).isEqualTo(BandKind.TRIVIAL);
        assertThat(IntStream.range(0, 16).filter(b -> bands.kind(b) == BandKind.TRIVIAL).count())
            .isEqualTo(4);
        assertThat(bands.omegaIm(bands.fastest())).isCloseTo(0.5567764363, within(1e-9));
        final FastestWave fastest = new FastestWaveSearch(BandDetail.VECTORS).search(background, Z, ks, line,
            Progress.NONE);
        assertThat(fastest.growth()).isCloseTo(2 * Math.sqrt(0.5 * 0.2), within(1e-9));
        final double[] psi = new double[8];
        for (int a = 0; a < 8; a++) {
            psi[a] = Math.hypot(bands.vectors().orElseThrow().right(bands.fastest()).re(0, a),
                bands.vectors().orElseThrow().right(bands.fastest()).im(0, a));
        }
        assertThat(psi[3]).isCloseTo(psi[4], within(1e-12)).isGreaterThan(0.3);
        assertThat(psi[0] + psi[1] + psi[2] + psi[5] + psi[6] + psi[7]).isZero();
    }

    /** Frequencies, residuals, group velocities and tracking agree with the dense problem, with damping and mixing. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3})
    void bandsAreThoseOfTheDenseProblem(final double coherence) {
        final ThreeFlavorState state = random(coherence);
        final ThreeFlavorEnvironment environment = new ThreeFlavorEnvironment(coherence, coherence, 0.1 * coherence,
            3.7, 0.7, 1);
        final double h = 1e-4;
        final BandLine line = SOLVER.solve(new ThreeFlavorBackground(state, environment),
            line(0.3 - h, 0.3, 0.3 + h), Progress.NONE);
        final BandSet bands = line.at(1);
        assertSame(values(bands), dense(state, environment, Z.times(0.3)), 1e-11);
        assertThat(bands.measures().orElseThrow().worstResidual()).isLessThan(1e-12);
        for (int b = 0; b < bands.size(); b++) {
            final double slope = (line.at(2).omegaRe(b) - line.at(0).omegaRe(b)) / (2 * h);
            assertThat(bands.measures().get().groupVelocity(b, Z)).as("band " + b).isCloseTo(slope, within(1e-5));
            assertThat(bands.measures().get().participation(b)).isBetween(1 - 1e-12, 5 + 1e-12);
            assertThat(line.overlap(2, b)).isGreaterThan(0.99);
        }
        assertThat(bands.structure())
            .isEqualTo(coherence == 0 ? BackgroundStructure.ALIGNED : BackgroundStructure.GENERAL);
    }

    /** Muon and tau flavor that are equal give no wave that two flavors have not; their own pair only oscillates. */
    @Test
    void equalHeavyFlavorsGrowAsTwoFlavors() {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NUBAR).rings(1, -1)
            .weight(1, 0.8).build();
        final ThreeFlavorState state = new ThreeFlavorState(modes, new double[2], new double[2],
            new double[][]{{0.6, 0.2, 0.2, 0, 0, 0, 0, 0, 0}, {0.7, 0.1, 0.1, 0, 0, 0, 0, 0, 0}});
        final FlavorState two = state.pair(FlavorPair.E_MU);
        final double[] ks = {-1, 0, 1};
        final ThreeFlavorBackground background = new ThreeFlavorBackground(state, MATTER);
        final FastestWave three = new FastestWaveSearch().search(background, Z, ks,
            new BandLineSolver(BandDetail.MEASURES).solve(background, line(ks), Progress.NONE), Progress.NONE);
        final FastestWave fastest = new FastestWaveSearch().search(Background.of(two, new Environment(0, 1.5, 1)), Z,
            ks,
            Progress.NONE);
        assertThat(three.growth()).isCloseTo(fastest.growth(), within(1e-12));
        assertThat(fastest.growth()).isGreaterThan(0.5);
    }
}
