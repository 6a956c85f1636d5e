package org.flavorwaves.physics.linear.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.apache.commons.math3.complex.Complex;
import org.flavorwaves.physics.distribution.AngularGrid;
import org.flavorwaves.physics.distribution.GridRule;
import org.flavorwaves.physics.distribution.moments.FlavorMoments;
import org.flavorwaves.physics.distribution.moments.MomentLoader;
import org.flavorwaves.physics.distribution.moments.SpeciesMoments;
import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.Certainty;
import org.flavorwaves.physics.linear.MergerPoint;
import org.flavorwaves.physics.linear.WavePolarization;
import org.flavorwaves.physics.linear.bands.BandDetail;
import org.flavorwaves.physics.linear.bands.BandSet;
import org.flavorwaves.physics.linear.bands.BandSolver;
import org.flavorwaves.physics.linear.collective.GrowthMaximizer;
import org.flavorwaves.physics.linear.collective.GrowthMaximizer.Region;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.LeptonNumber;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.state.Units;
import org.flavorwaves.physics.state.WaveVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StabilitySurveyTest {
    private static final StabilitySurvey SURVEY = new StabilitySurvey(SurveyOptions.defaults());

    private static final StabilitySurvey FAST_ONLY = new StabilitySurvey(new SurveyOptions(SurveyOptions.Terms.FAST,
        SurveyOptions.Directions.FLUX, true, 24, 1e-3));

    private static FlavorState beams(final double[][] v, final double[] g) {
        final int n = g.length;
        final Species[] species = new Species[n];
        final double[][] columns = new double[4][n];
        final double[] one = new double[n];
        Arrays.fill(one, 1);
        for (int i = 0; i < n; i++) {
            species[i] = g[i] > 0 ? Species.NU : Species.NUBAR;
            columns[3][i] = Math.abs(g[i]);
            for (int a = 0; a < 3; a++) {
                columns[a][i] = v[i][a];
            }
        }
        return FlavorState.alongZ(MomentumModes.builder().species(species)
            .velocity(columns[0], columns[1], columns[2]).weight(columns[3]).build(), one, one);
    }

    private static double[][] directions(final Random random, final int n) {
        final double[][] v = new double[n][];
        for (int i = 0; i < n; i++) {
            final double c = 2 * random.nextDouble() - 1;
            final double phi = 2 * Math.PI * random.nextDouble();
            v[i] = new double[]{Math.sqrt(1 - c * c) * Math.cos(phi), Math.sqrt(1 - c * c) * Math.sin(phi), c};
        }
        return v;
    }

    /** Reference case 1. */
    @Test
    void twoBeams() {
        final CellStability cell = SURVEY.assess(beams(new double[][]{{0, 0, 1}, {0, 0, -1}}, new double[]{1, -1}),
            Environment.FAST);
        assertThat(cell.ok()).isTrue();
        assertThat(cell.stable()).isFalse();
        assertThat(cell.kind()).isEqualTo(CellStability.Kind.FAST);
        assertThat(cell.growth()).isCloseTo(2, within(1e-12));
        assertThat(cell.kz()).isCloseTo(-2, within(1e-6));
        assertThat(cell.crossingDepth()).isEqualTo(1);
    }

    /** Without a crossing nothing is searched. */
    @Test
    void cellsOfOneSignAreStableAtOnce() {
        final double[][] v = directions(new Random(5), 6);
        final CellStability cell = SURVEY.assess(beams(v, new double[]{1, 0.2, 3, 0.1, 2, 0.7}), Environment.FAST);
        assertThat(cell.stable()).isTrue();
        assertThat(cell.certainty()).isEqualTo(Certainty.NO_CROSSING);
        assertThat(SURVEY.assess(beams(v, new double[]{1, 0.2, 3, -0.1, 2, 0.7}), Environment.FAST).certainty())
            .isNotEqualTo(Certainty.NO_CROSSING);
    }

    /** Point NSM_1 of reference case 13. */
    @Test
    void mergerPoint() {
        final Background background = MergerPoint.background(24, 24);
        final double unit = LeptonNumber.of(background.state(), background.environment()).absolute();
        final CellStability cell = SURVEY.assess(background.state(), background.environment());
        assertThat(Units.perSecond(cell.growth())).isCloseTo(6.253e10, within(0.003e10));
        assertThat(cell.kz() / unit).isCloseTo(-0.995, within(0.002));
        assertThat(cell.polarization()).isNotEqualTo(WavePolarization.TRANSVERSE);
    }

    /**
     * Against the complete search on the line of the flux: same growth, and a wave of the dense problem. Beams in
     * random directions, with matter, which does not matter.
     */
    @Test
    void agreesWithTheCompleteSearchAndTheDenseProblem() {
        final Random random = new Random(3);
        final Environment environment = new Environment(0, 0.7, 1.3);
        int unstable = 0;
        for (int trial = 0; trial < 8; trial++) {
            final int n = 3 + random.nextInt(6);
            final FlavorState state = beams(directions(random, n),
                random.doubles(n, -0.5, 0.5).toArray());
            final Background background = Background.of(state, environment);
            final LeptonNumber lepton = LeptonNumber.of(state, environment);
            final WaveVector axis = lepton.direction().orElseThrow();
            final double unit = 1.3 * lepton.absolute();
            final double expected = new GrowthMaximizer(new Region(WaveVector.ZERO, List.of(axis.times(4 * unit)),
                List.of(121)), 1e-2 * unit).search(background, Progress.NONE).wave().map(w -> w.growth()).orElse(0.0);
            final CellStability cell = new StabilitySurvey(new SurveyOptions(SurveyOptions.Terms.FAST,
                SurveyOptions.Directions.FLUX, true, 24, 1e-2)).assess(state, environment);
            assertThat(cell.growth()).as("cell %d", trial).isCloseTo(expected, within(1e-9));
            if (!cell.stable()) {
                unstable++;
                final WaveVector k = new WaveVector(cell.kx(), cell.ky(), cell.kz());
                assertThat(k.dot(axis.kx(), axis.ky(), axis.kz())).isNegative();
                final BandSet bands = new BandSolver(BandDetail.VALUES).solve(background, k);
                double least = Double.POSITIVE_INFINITY;
                for (int b = 0; b < bands.size(); b++) {
                    least = Math.min(least,
                        Math.hypot(bands.omegaRe(b) - cell.omegaRe(), bands.omegaIm(b) - cell.growth()));
                }
                assertThat(least).as("cell %d", trial).isLessThan(1e-10);
            }
        }
        assertThat(unstable).isGreaterThan(5);
    }

    /** Cells of the maximum-entropy closure, on rings and on a sphere, against the complete search along their flux. */
    @Test
    void closedMomentsAgreeWithTheCompleteSearch() {
        final Random random = new Random(77);
        final StabilitySurvey survey = new StabilitySurvey(new SurveyOptions(SurveyOptions.Terms.FAST,
            SurveyOptions.Directions.FLUX, false, 24, 1e-3));
        int unstable = 0;
        for (int trial = 0; trial < 8; trial++) {
            final boolean rings = trial < 5;
            final FlavorMoments moments = FlavorMoments.ofSummedX(moments(random, rings), moments(random, rings),
                moments(random, rings));
            final AngularGrid grid = rings ? AngularGrid.rings(GridRule.GAUSS_LEGENDRE, 24) : AngularGrid.sphere(5, 5);
            final FlavorState state = new MomentLoader(grid).load(moments).loaded().state();
            final LeptonNumber lepton = LeptonNumber.of(state, Environment.FAST);
            final WaveVector against = lepton.direction().orElseThrow().times(-2.5 * lepton.absolute());
            final double expected = new GrowthMaximizer(new Region(WaveVector.ZERO, List.of(against), List.of(51)),
                5e-3 * lepton.absolute()).search(Background.of(state, Environment.FAST), Progress.NONE).wave()
                .map(w -> w.growth()).orElse(0.0);
            final double growth = survey.assess(state, Environment.FAST).growth();
            assertThat(growth < 5e-3 * lepton.absolute() ? 0 : growth).as("cell %d", trial)
                .isCloseTo(expected, within(1e-8));
            unstable += growth > 0 ? 1 : 0;
        }
        assertThat(unstable).isGreaterThan(4);
    }

    private static SpeciesMoments moments(final Random random, final boolean axial) {
        final double factor = 0.8 * random.nextDouble();
        final double c = axial ? 1 : 2 * random.nextDouble() - 1;
        final double phi = 2 * Math.PI * random.nextDouble();
        final double across = factor * Math.sqrt(1 - c * c);
        return new SpeciesMoments(1 + random.nextDouble(), across * Math.cos(phi), across * Math.sin(phi), factor * c);
    }

    /** Against the complete search in a box of wave vectors. */
    @Test
    void allDirectionsAgreeWithTheCompleteSearchInABox() {
        final Random random = new Random(21);
        final StabilitySurvey survey = new StabilitySurvey(new SurveyOptions(SurveyOptions.Terms.FAST,
            SurveyOptions.Directions.ALL, true, 24, 1e-2));
        int tilted = 0;
        for (int trial = 0; trial < 2; trial++) {
            final FlavorState state = beams(directions(random, 5), random.doubles(5, -0.5, 0.5).toArray());
            final Background background = Background.of(state, Environment.FAST);
            final double unit = LeptonNumber.of(state, Environment.FAST).absolute();
            final double expected = new GrowthMaximizer(new Region(WaveVector.ZERO, List.of(
                new WaveVector(2.5 * unit, 0, 0), new WaveVector(0, 2.5 * unit, 0), new WaveVector(0, 0, 2.5 * unit)),
                List.of(7, 7, 7)), 0.1 * unit).search(background, Progress.NONE).wave().orElseThrow().growth();
            final CellStability cell = survey.assess(state, Environment.FAST);
            assertThat(cell.growth()).as("cell %d", trial).isGreaterThan(expected - 1e-7);
            tilted += cell.growth() > SURVEY.assess(state, Environment.FAST).growth() + 1e-3 ? 1 : 0;
            final BandSet bands = new BandSolver(BandDetail.VALUES).solve(background,
                new WaveVector(cell.kx(), cell.ky(), cell.kz()));
            assertThat(bands.omegaIm(bands.fastest())).isCloseTo(cell.growth(), within(1e-9));
        }
        assertThat(tilted).isPositive();
    }

    /** A ring medium in all directions: at least what grows along its axis. */
    @Test
    void ringsInAllDirections() {
        final FlavorState state = beams(new double[][]{{0, 0, 0.9}, {0, 0, 0.3}, {0, 0, -0.5}},
            new double[]{0.6, -0.7, 0.5});
        final double along = SURVEY.assess(state, Environment.FAST).growth();
        final CellStability all = new StabilitySurvey(new SurveyOptions(SurveyOptions.Terms.FAST,
            SurveyOptions.Directions.ALL, true, 12, 1e-3)).assess(state, Environment.FAST);
        assertThat(along).isPositive();
        assertThat(all.growth()).isGreaterThan(along - 1e-9);
    }

    /** Without a crossing there is no fast instability. */
    @Test
    void mediaWithoutACrossingAreStable() {
        final Random random = new Random(12);
        for (int trial = 0; trial < 1000; trial++) {
            final double sign = trial % 2 == 0 ? 1 : -1;
            final CellStability cell = SURVEY.assess(beams(directions(random, 10),
                random.doubles(10, 0, 1).map(g -> sign * g).toArray()), Environment.FAST);
            assertThat(cell.stable()).isTrue();
            assertThat(cell.ok()).isTrue();
            assertThat(cell.growth()).isZero();
            assertThat(cell.crossingDepth()).isZero();
            assertThat(cell.kind()).isEqualTo(CellStability.Kind.NONE);
        }
    }

    private static CellStability withAllTerms(final MomentumModes modes, final double floor) {
        final double[] one = new double[modes.size()];
        Arrays.fill(one, 1);
        return new StabilitySurvey(new SurveyOptions(SurveyOptions.Terms.ALL, SurveyOptions.Directions.FLUX, true, 16,
            floor)).assess(FlavorState.alongZ(modes, one, one), Environment.FAST);
    }

    /** Reference cases 7 and 8: homogeneous waves of isotropic gases, here one ring at cos theta = 0. */
    @Test
    void slowAndCollisionalWavesNeedAllTerms() {
        final MomentumModes.Builder isotropic = MomentumModes.builder().species(Species.NU, Species.NUBAR).rings(0, 0)
            .weight(10, 8);
        final MomentumModes bipolar = isotropic.omega(-1, -1).build();
        final CellStability slow = withAllTerms(bipolar, 1e-3);
        assertThat(slow.kind()).isEqualTo(CellStability.Kind.SLOW);
        assertThat(slow.growth()).isCloseTo(4, within(1e-9));
        final FlavorState state = FlavorState.alongZ(bipolar, new double[]{1, 1}, new double[]{1, 1});
        assertThat(FAST_ONLY.assess(state, Environment.FAST).stable()).isTrue();
        assertThat(SURVEY.assess(state, Environment.FAST).kind()).isEqualTo(CellStability.Kind.SLOW);
        assertThat(SURVEY.assess(state, Environment.FAST).growth()).isCloseTo(4, within(1e-9));
        final CellStability damped = withAllTerms(isotropic.omega(0, 0).depolarization(0.5, 0.1).build(), 1e-3);
        assertThat(damped.kind()).isEqualTo(CellStability.Kind.COLLISIONAL);
        // -A - i g +- sqrt(A^2 - a^2 + 2 i G a) with A = 1, G = 9, g = 0.3, a = 0.2
        assertThat(damped.growth()).isCloseTo(Math.sqrt((Math.hypot(0.96, 3.6) - 0.96) / 2) - 0.3, within(1e-9));
        assertThat(withAllTerms(isotropic.depolarization(0.2, 0.2).build(), 1e-3).stable()).isTrue();
    }

    /** Crossed beams with weak vacuum and collision terms: still fast, at nearly the same rate. */
    @Test
    void fastWavesStayFastWithAllTerms() {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NUBAR).rings(0.95, -0.95)
            .weight(1, 1).omega(1e-3, 1e-3).depolarization(0.01, 0.01).build();
        final CellStability cell = withAllTerms(modes, 1e-2);
        final CellStability fast = FAST_ONLY.assess(FlavorState.alongZ(modes, new double[]{1, 1}, new double[]{1, 1}),
            Environment.FAST);
        assertThat(cell.kind()).isEqualTo(CellStability.Kind.FAST);
        assertThat(cell.growth()).isCloseTo(fast.growth() - 0.01, within(1e-3));
        assertThat(cell.kz()).isCloseTo(fast.kz(), within(0.01));
    }

    @Test
    void tiltedPolarizationNeedsAllTerms() {
        final FlavorState tilted = beams(new double[][]{{0, 0, 1}, {0, 0, -1}}, new double[]{1, -1})
            .withPolarization(new double[]{0.1, 0}, new double[]{0, 0.2}, new double[]{0.9, 0.8});
        assertThat(FAST_ONLY.assess(tilted, Environment.FAST).status()).startsWith("the polarization vectors are not");
        final CellStability cell = new StabilitySurvey(new SurveyOptions(SurveyOptions.Terms.ALL,
            SurveyOptions.Directions.FLUX, true, 16, 1e-2)).assess(tilted, Environment.FAST);
        assertThat(cell.ok()).isTrue();
        assertThat(cell.growth()).isBetween(1.0, 2.0);
    }

    /** Energies and species of one direction act together. Without a flux waves along z are looked for. */
    @Test
    void modesOfOneDirectionActTogether() {
        final FlavorState split = beams(new double[][]{{0, 0, 1}, {0, 0, 1}, {0, 0, -1}, {0, 0, -1}, {0, 0, -1}},
            new double[]{1.5, -0.5, -0.4, -0.9, 0.3});
        assertThat(SURVEY.assess(split, Environment.FAST).growth()).isCloseTo(2, within(1e-12));
        final FlavorState balanced = beams(new double[][]{{0, 0, 1}, {0, 0.6, -0.8}, {0, -0.6, -0.8}, {1, 0, 0},
            {-0.8, 0.6, 0}, {-0.8, -0.6, 0}}, new double[]{0.8, 0.5, 0.5, -0.8, -0.5, -0.5});
        final LeptonNumber lepton = LeptonNumber.of(balanced, Environment.FAST);
        assertThat(lepton.direction()).isEmpty();
        final double expected = new GrowthMaximizer(new Region(WaveVector.ZERO, List.of(new WaveVector(0, 0, 8)),
            List.of(121)), 1e-3).search(Background.of(balanced, Environment.FAST), Progress.NONE).wave()
            .map(w -> w.growth()).orElse(0.0);
        final CellStability cell = SURVEY.assess(balanced, Environment.FAST);
        assertThat(cell.ok()).isTrue();
        assertThat(cell.growth()).isCloseTo(expected, within(1e-9));
    }

    /** The unit of the weights is the unit of the result. */
    @Test
    void scalesWithTheWeights() {
        final Random random = new Random(8);
        final double[][] v = directions(random, 7);
        final double[] g = random.doubles(7, -1, 1).toArray();
        final CellStability cell = SURVEY.assess(beams(v, g), Environment.FAST);
        final CellStability dense =
            SURVEY.assess(beams(v, Arrays.stream(g).map(x -> 1e5 * x).toArray()), Environment.FAST);
        assertThat(dense.growth()).isCloseTo(1e5 * cell.growth(), within(1e-5 * cell.growth()));
        assertThat(dense.kx()).isCloseTo(1e5 * cell.kx(), within(1.0));
    }

    @Test
    void unpolarizedAndDecoupledCellsAreStable() {
        final FlavorState none = beams(new double[][]{{0, 0, 1}, {0, 0, -1}}, new double[]{0, 0});
        assertThat(SURVEY.assess(none, Environment.FAST).stable()).isTrue();
        final FlavorState crossed = beams(new double[][]{{0, 0, 1}, {0, 0, -1}}, new double[]{1, -1});
        assertThat(SURVEY.assess(crossed, new Environment(0, 0, 0)).stable()).isTrue();
    }

    /**
     * Reference case 8 by default, on a grid that is isotropic to rounding, for rates like the potential and for a
     * hundred thousand times smaller ones, far below the lowest growth rate of fast waves: nothing but D makes the cell
     * unstable, and nothing of it may be lost.
     */
    @ParameterizedTest
    @ValueSource(doubles = {1, 1e-2, 1e-5})
    void collisionalWavesAreFoundByDefault(final double rate) {
        final double third = 1 / Math.sqrt(3);
        final MomentumModes modes = MomentumModes.builder()
            .species(Species.NU, Species.NU, Species.NUBAR, Species.NUBAR).rings(-third, third, -third, third)
            .weight(5, 5, 4, 4).depolarization(rate, rate, 0.1 * rate, 0.1 * rate).build();
        final double[] one = {1, 1, 1, 1};
        final FlavorState state = FlavorState.alongZ(modes, one, one);
        // -A - i g +- sqrt(A^2 - a^2 + 2 i G a), A = 1, G = 9, of the isotropic wave
        final double g = 0.55 * rate;
        final double a = 0.45 * rate;
        final double isotropic = new Complex(1 - a * a, 18 * a).sqrt().getImaginary() - g;
        final CellStability cell = SURVEY.assess(state, Environment.FAST);
        assertThat(cell.stable()).isFalse();
        assertThat(cell.kind()).isEqualTo(CellStability.Kind.COLLISIONAL);
        assertThat(cell.growth()).isGreaterThan(isotropic - 1e-12).isLessThan(10 * isotropic);
        final BandSet bands = new BandSolver(BandDetail.VALUES).solve(Background.of(state, Environment.FAST),
            new WaveVector(cell.kx(), cell.ky(), cell.kz()));
        assertThat(bands.omegaIm(bands.fastest())).isCloseTo(cell.growth(), within(1e-12));
        assertThat(FAST_ONLY.assess(state, Environment.FAST).stable()).isTrue();
    }

    /** Weights of natural size taken for densities in cm^-3: the vacuum term is 1e31 times stronger. */
    @Test
    void frequenciesBeyondRoundingAreRefused() {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NU, Species.NUBAR)
            .velocity(new double[]{0, 0.6, 0}, new double[3], new double[]{1, 0.8, -1})
            .weight(6.4e-33, 3.2e-33, 4.5e-33).omega(0.1, 0.1, 0.1).depolarization(0.01, 0.01, 0.01).build();
        final CellStability cell = SURVEY.assess(FlavorState.alongZ(modes, new double[]{1, 1, 1},
            new double[]{0.9, 0.7, 0.8}), Environment.FAST);
        assertThat(cell.ok()).isFalse();
        assertThat(cell.status()).startsWith("Growth rates down to ").contains("the rounding of the frequencies")
            .endsWith("check the units of weights and frequencies.");
    }

    /** Vacuum frequencies far apart cost no more than near ones: each group of them is searched by itself. */
    @Test
    void distantFrequenciesAreSearchedApart() {
        final MomentumModes.Builder modes = MomentumModes.builder()
            .species(Species.NU, Species.NUBAR, Species.NU, Species.NUBAR).rings(0, 0, 0, 0).weight(10, 8, 10, 8);
        final double[] one = {1, 1, 1, 1};
        final CellStability cell = SURVEY.assess(FlavorState.alongZ(modes.omega(-1e7, 1e7, -2e7, 3e7).build(), one,
            one), Environment.FAST);
        assertThat(cell.ok()).as(cell.status()).isTrue();
        assertThat(cell.certainty()).isEqualTo(Certainty.UNCERTAIN);
    }

    @Test
    void optionsOutOfBoundsAreRefused() {
        assertThatThrownBy(() -> new SurveyOptions(SurveyOptions.Terms.FAST, SurveyOptions.Directions.FLUX, true, 4,
            1e-3)).hasMessage("The resolution is 4; it must be at least 8.");
        assertThatThrownBy(() -> new SurveyOptions(SurveyOptions.Terms.FAST, SurveyOptions.Directions.FLUX, true, 24,
            0)).hasMessageStartingWith("The lowest growth rate is 0.0 of the lepton number");
    }
}
