package org.flavorwaves.physics.linear.survey.fast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.Certainty;
import org.flavorwaves.physics.linear.bands.BandDetail;
import org.flavorwaves.physics.linear.bands.BandSet;
import org.flavorwaves.physics.linear.bands.BandSolver;
import org.flavorwaves.physics.linear.survey.CellStability;
import org.flavorwaves.physics.linear.survey.StabilitySurvey;
import org.flavorwaves.physics.linear.survey.SurveyOptions;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.LeptonDirections;
import org.flavorwaves.physics.state.LeptonNumber;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.state.WaveVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fastest wave of all wave vectors. */
class FastSpaceSearchTest {
    private static final StabilitySurvey ALL = new StabilitySurvey(new SurveyOptions(SurveyOptions.Terms.FAST,
        SurveyOptions.Directions.ALL, true, 24, 1e-3));

    /** Three to eight beams in random directions with random lepton numbers. */
    private static FlavorState randomBeams(final int cell) {
        final Random random = new Random(1 + cell);
        final int n = 3 + random.nextInt(6);
        final double[][] v = new double[3][n];
        final double[] p = new double[n];
        final Species[] species = new Species[n];
        final double[] weight = new double[n];
        for (int i = 0; i < n; i++) {
            v[2][i] = 2 * random.nextDouble() - 1;
            final double phi = 2 * Math.PI * random.nextDouble();
            v[0][i] = Math.sqrt(1 - v[2][i] * v[2][i]) * Math.cos(phi);
            v[1][i] = Math.sqrt(1 - v[2][i] * v[2][i]) * Math.sin(phi);
            p[i] = random.nextDouble() - 0.5;
            species[i] = Species.NU;
            weight[i] = 1;
        }
        final double[] one = new double[n];
        Arrays.fill(one, 1);
        return FlavorState.alongZ(MomentumModes.builder().species(species).velocity(v[0], v[1], v[2]).weight(weight)
            .build(), one, p);
    }

    private static double dense(final FlavorState state, final WaveVector k) {
        final BandSet bands = new BandSolver(BandDetail.VALUES).solve(Background.of(state, Environment.FAST), k);
        return bands.omegaIm(bands.fastest());
    }

    /**
     * The growth over sum |G| that 3000 random starts of dense problems and climbs reach, in cells that are hard: peaks
     * at five to several hundred times the growth from k = 0. The dense problem has the wave where it is reported.
     */
    @ParameterizedTest
    @CsvSource({"0, 0.382141", "28, 0.461259", "53, 0.381784", "56, 0.344710", "62, 0.167967", "63, 0.420776",
        "83, 0.241255", "1001404, 0.367403", "138, 0.357366", "142, 0.272829", "144, 0.290503"})
    void hardCells(final int cell, final double growth) {
        final FlavorState state = randomBeams(cell);
        final double unit = LeptonNumber.of(state, Environment.FAST).absolute();
        final CellStability found = ALL.assess(state, Environment.FAST);
        assertThat(found.growth() / unit).isGreaterThan(growth - 1e-6).isLessThan(growth * 1.001);
        assertThat(found.certainty()).isEqualTo(Certainty.COMPLETE);
        assertThat(dense(state, new WaveVector(found.kx(), found.ky(), found.kz())))
            .isCloseTo(found.growth(), within(1e-9 * unit));
    }

    /** The norm of f_ij sqrt(g_i g_j) between the two signs, over sum |G|. */
    private static double norm(final FlavorState state) {
        final int n = state.size();
        final RealMatrix coupling = new Array2DRowRealMatrix(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                final double f = 1 - state.modes().vx(i) * state.modes().vx(j)
                    - state.modes().vy(i) * state.modes().vy(j) - state.modes().vz(i) * state.modes().vz(j);
                if (state.pz(i) > 0 && state.pz(j) < 0) {
                    coupling.setEntry(i, j, f * Math.sqrt(-state.pz(i) * state.pz(j)));
                }
            }
        }
        return new SingularValueDecomposition(coupling).getNorm();
    }

    /**
     * No wave of any beams grows faster than the norm of what couples the signs, and for three or four beams, whose
     * omega - k.v may have any values, the maximum is that norm exactly; with a crossing of any depth.
     */
    @Test
    void theMaximumOfThreeOrFourBeamsIsTheNormOfTheirCoupling() {
        int exact = 0;
        for (int cell = 300; cell < 320; cell++) {
            final FlavorState state = randomBeams(cell);
            final double growth = ALL.assess(state, Environment.FAST).growth();
            final double norm = norm(state);
            assertThat(growth).as("cell %d", cell).isLessThanOrEqualTo(norm * (1 + 1e-12));
            if (state.size() <= 4 && norm > 0) {
                assertThat(growth).as("cell %d", cell).isCloseTo(norm, within(2e-6 * norm));
                exact++;
            }
        }
        assertThat(exact).isGreaterThan(4);
        final double[] one = {1, 1, 1};
        final double[] x = {0.3348, 0.6576, 0.4020};
        final double[] y = {0.8552, -0.6954, 0.8624};
        final double[] z = {1, -1, 1};
        Arrays.setAll(z, i -> z[i] * Math.sqrt(1 - x[i] * x[i] - y[i] * y[i]));
        final FlavorState shallow = FlavorState.alongZ(MomentumModes.builder()
            .species(Species.NU, Species.NU, Species.NU).velocity(x, y, z).weight(one).build(), one,
            new double[]{0.7, 0.2983, -0.0018});
        assertThat(ALL.assess(shallow, Environment.FAST).growth()).isCloseTo(norm(shallow), within(1e-6));
    }

    /** Three beams alone have their maximum everywhere on the line on which their tube is followed. */
    @Test
    void tubesAreFollowedAtTheirMaximum() {
        final double[][] v = {{0.6, 0, 0.8}, {0, -1, 0}, {-0.48, 0.6, -0.64}};
        final double[] g = {0.5, -0.2, -0.3};
        final double first = 1;
        final double second = 1 + 0.6 * 0.48 + 0.8 * 0.64;
        final double norm = Math.sqrt(g[0] * (first * first * -g[1] + second * second * -g[2]));
        final List<Double> found = new ArrayList<>();
        new BeamTubes(v, g).climb(new SpaceWave(new BeamList(v, g, false)), 1e-3, w -> found.add(w.growth()));
        assertThat(found).hasSizeGreaterThan(20).allSatisfy(growth -> assertThat(growth).isCloseTo(norm,
            within(1e-9)));
    }

    /** Four beams alone are tuned to their maximum. */
    @Test
    void quartetsAreTunedToTheirMaximum() {
        final double[][] v = {{0.6, 0, 0.8}, {0, -1, 0}, {-0.48, 0.6, -0.64}, {0.8, 0.6, 0}};
        for (final double[] g : new double[][]{{0.4, -0.2, -0.3, 0.1}, {0.4, -0.2, -0.3, -0.1}}) {
            final List<Double> found = new ArrayList<>();
            new BeamQuartets(v, g).climb(new SpaceWave(new BeamList(v, g, false)), w -> found.add(w.growth()));
            final double[] one = {1, 1, 1, 1};
            final MomentumModes modes = MomentumModes.builder()
                .species(Species.NU, Species.NU, Species.NU, Species.NU)
                .velocity(new double[]{0.6, 0, -0.48, 0.8}, new double[]{0, -1, 0.6, 0.6},
                    new double[]{0.8, 0, -0.64, 0}).weight(one).build();
            assertThat(found).hasSize(1);
            assertThat(found.get(0)).isCloseTo(norm(FlavorState.alongZ(modes, one, g)), within(1e-9));
        }
    }

    /** No random wave vector of a sample of cells has a faster wave than the one that was found. */
    @Test
    void nothingGrowsFasterElsewhere() {
        for (int cell = 200; cell < 208; cell++) {
            final FlavorState state = randomBeams(cell);
            final double unit = LeptonNumber.of(state, Environment.FAST).absolute();
            final double growth = ALL.assess(state, Environment.FAST).growth();
            final Random random = new Random(cell);
            for (int trial = 0; trial < 60; trial++) {
                final double reach = unit * (trial % 2 == 0 ? 1 : 4);
                final WaveVector k = new WaveVector(reach * random.nextGaussian(), reach * random.nextGaussian(),
                    reach * random.nextGaussian());
                assertThat(dense(state, k)).as("cell %d", cell).isLessThan(growth + 1e-3 * unit);
            }
        }
    }

    /**
     * Four beams, three of which grow fastest far out on the line of wave vectors where they have one k.v: 3000 random
     * starts reach 0.461316, and the growth still rises.
     */
    @Test
    void growthTowardsInfiniteWaveVectorsIsMarked() {
        final FlavorState state = randomBeams(125);
        final double unit = LeptonNumber.of(state, Environment.FAST).absolute();
        final CellStability found = ALL.assess(state, Environment.FAST);
        assertThat(found.certainty()).isEqualTo(Certainty.AT_EDGE);
        assertThat(found.growth() / unit).isGreaterThan(0.4613);
        assertThat(Math.hypot(Math.hypot(found.kx(), found.ky()), found.kz())).isGreaterThan(400 * found.growth());
    }

    /** The closed forms of a ring against 4000 azimuths, and their slopes against differences. */
    @ParameterizedTest
    @CsvSource({"0.3, 0.2, 0.7", "-0.9, 0.05, 0.4", "0.1, 0.5, 0", "2, 1e-3, 1.5", "-1, 0.3, 1"})
    void averagesOverARing(final double re, final double im, final double b) {
        final RingIntegrals ring = new RingIntegrals();
        ring.compute(re, im, b);
        final Complex[] first = {Complex.ZERO, Complex.ZERO, Complex.ZERO, Complex.ZERO};
        final Complex[] second = first.clone();
        final Complex[] slope = first.clone();
        final int points = 40_000;
        for (int j = 0; j < points; j++) {
            final double cos = Math.cos(2 * Math.PI * j / points);
            final double[] f = {1, cos, cos * cos, 1 - cos * cos};
            final Complex inverse = new Complex(re - b * cos, im).reciprocal().divide(points);
            final Complex square = inverse.multiply(inverse).multiply(points);
            for (int a = 0; a < 4; a++) {
                first[a] = first[a].add(inverse.multiply(f[a]));
                second[a] = second[a].add(square.multiply(f[a]));
                slope[a] = slope[a].add(square.multiply(f[a] * cos));
            }
        }
        for (int a = 0; a < 4; a++) {
            close(ring.first(), a, first[a]);
            close(ring.second(), a, second[a]);
            close(ring.slope(), a, slope[a]);
        }
    }

    private static void close(final double[] found, final int place, final Complex expected) {
        assertThat(found[2 * place]).isCloseTo(expected.getReal(), within(1e-10 * (1 + expected.abs())));
        assertThat(found[2 * place + 1]).isCloseTo(expected.getImaginary(), within(1e-10 * (1 + expected.abs())));
    }

    private static boolean anyWave(final SpaceWave wave, final double[] k) {
        for (int trial = 0; trial < 200; trial++) {
            if (wave.start(k, -0.5 + 0.05 * (trial % 20), 0.03 * (1 + trial / 20))) {
                return true;
            }
        }
        return false;
    }

    /** The slope of the growth of a wave against differences, for beams and for rings. */
    @ParameterizedTest
    @CsvSource({"false", "true"})
    void slopesAreThoseOfTheGrowth(final boolean rings) {
        final double[][] v = rings ? new double[][]{{0, 0, 0.9}, {0, 0, -0.2}, {0, 0, -0.7}}
            : new double[][]{{0.6, 0, 0.8}, {0, -1, 0}, {-0.48, 0.6, -0.64}};
        final BeamList beams = new BeamList(v, new double[]{0.45, -0.35, 0.2}, rings);
        final double[] k = {0.1, -0.07, 0.05};
        final SpaceWave wave = new SpaceWave(beams);
        final SpaceWave near = new SpaceWave(beams);
        assertThat(anyWave(wave, k)).isTrue();
        for (int axis = 0; axis < 3; axis++) {
            final double[] step = new double[3];
            step[axis] = 1e-5;
            assertThat(near.follow(wave, step)).isTrue();
            double difference = near.growth();
            step[axis] = -1e-5;
            assertThat(near.follow(wave, step)).isTrue();
            difference -= near.growth();
            assertThat(wave.growthSlope(axis)).isCloseTo(difference / 2e-5, within(1e-8));
        }
    }

    /** A ring is the limit of many beams: the same fastest wave in all directions. */
    @Test
    void ringsAreTheLimitOfManyBeams() {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NU, Species.NU)
            .rings(0.9, 0.3, -0.5).weight(1, 1, 1).build();
        final LeptonMedium medium = LeptonMedium.of(LeptonDirections.of(FlavorState.alongZ(modes,
            new double[]{1, 1, 1}, new double[]{0.35, -0.4, 0.25})), 1);
        assertThat(medium.isAxial()).isTrue();
        final SpaceWave ring = new SpaceWave(medium.beams());
        final SpaceWave many = new SpaceWave(medium.opened(400).beams());
        final double[] k = {0.2, 0.1, -0.1};
        assertThat(anyWave(ring, k)).isTrue();
        assertThat(many.start(k, ring.omegaRe(), ring.growth())).isTrue();
        assertThat(ring.growth()).isPositive().isCloseTo(many.growth(), within(1e-10));
    }
}
