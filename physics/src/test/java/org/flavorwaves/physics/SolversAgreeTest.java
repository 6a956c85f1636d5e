package org.flavorwaves.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.flavorwaves.physics.flavomon.FlavomonSearch;
import org.flavorwaves.physics.flavomon.StateMedium;
import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.bands.BandDetail;
import org.flavorwaves.physics.linear.bands.BandSet;
import org.flavorwaves.physics.linear.bands.BandSolver;
import org.flavorwaves.physics.linear.collective.GrowthMaximizer;
import org.flavorwaves.physics.linear.collective.GrowthMaximizer.Region;
import org.flavorwaves.physics.linear.collective.UnstableWave;
import org.flavorwaves.physics.linear.collective.UnstableWaveSearch;
import org.flavorwaves.physics.linear.survey.StabilitySurvey;
import org.flavorwaves.physics.linear.survey.SurveyOptions;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.state.WaveVector;
import org.flavorwaves.physics.transport.rays.BackgroundProfile;
import org.flavorwaves.physics.transport.rays.RayLaunch;
import org.flavorwaves.physics.transport.rays.RayOptions;
import org.flavorwaves.physics.transport.rays.RayTracer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All solvers that search zeros of the collective determinant find the same fastest wave of one set of media. */
class SolversAgreeTest {
    private static final double TOLERANCE = 1e-8;

    static Stream<FlavorState> media() {
        return IntStream.range(0, 6).mapToObj(SolversAgreeTest::medium);
    }

    /** Two beams, then rings of neutrinos and antineutrinos whose lepton numbers cross. */
    private static FlavorState medium(final int seed) {
        final Random random = new Random(seed);
        final int n = 2 + 2 * seed;
        final Species[] species = new Species[n];
        final double[] mu = new double[n];
        final double[] weight = new double[n];
        final double[] p = new double[n];
        for (int i = 0; i < n; i++) {
            species[i] = i % 2 == 0 ? Species.NU : Species.NUBAR;
            mu[i] = 1 - 2 * i / (n - 1.0);
            weight[i] = 2.0 / n;
            p[i] = seed == 0 ? 1 - 0.3 * i : (i % 2 == 0 ? 0.9 + 0.1 * mu[i] : 0.8 - 0.15 * mu[i])
                * (0.9 + 0.1 * random.nextDouble());
        }
        return FlavorState.alongZ(
            MomentumModes.builder().species(species).rings(mu).weight(weight).build(), p, p);
    }

    @ParameterizedTest
    @MethodSource("media")
    void findTheSameFastestWave(final FlavorState state) {
        final Environment environment = Environment.FAST;
        final Background background = Background.of(state, environment);
        final UnstableWave fastest = new GrowthMaximizer(
            new Region(new WaveVector(0, 0, 0), List.of(new WaveVector(0, 0, 4)), List.of(161)), 1e-3)
                .search(background, Progress.NONE).wave().orElseThrow();
        final double growth = fastest.growth();
        assertThat(growth).isGreaterThan(1e-2);
        final WaveVector k = fastest.k();

        assertThat(new UnstableWaveSearch(1e-3, false).solve(background, k).waves().get(0).growth())
            .as("structured search").isCloseTo(growth, within(TOLERANCE));
        final BandSet bands = new BandSolver(BandDetail.MEASURES).solve(background, k);
        assertThat(bands.omegaIm(bands.fastest())).as("dense bands").isCloseTo(growth, within(TOLERANCE));
        final StateMedium medium =
            StateMedium.of(state, environment, new double[]{0, 0, 1}, StateMedium.Options.BEAMS);
        final double flavomon = Stream.of(k.kz(), -k.kz()).mapToDouble(kz ->
            new FlavomonSearch(medium.medium(), 0).solve(kz + medium.waveNumberShift()).list().stream()
                .mapToDouble(mode -> mode.omega().getImaginary()).max().orElse(0)).max().getAsDouble();
        assertThat(flavomon).as("flavomons of beams").isCloseTo(growth, within(TOLERANCE));
        final SurveyOptions survey = new SurveyOptions(SurveyOptions.Terms.FAST, SurveyOptions.Directions.FLUX, false,
            SurveyOptions.DEFAULT_RESOLUTION, SurveyOptions.DEFAULT_FLOOR);
        assertThat(new StabilitySurvey(survey).assess(state, environment).growth()).as("survey")
            .isCloseTo(growth, within(TOLERANCE));
        final RayOptions options = new RayOptions(1e-3, 1, RayOptions.Band.FASTEST, RayOptions.Law.JK_90,
            RayOptions.Degeneracy.FOLLOW, 1e-10);
        final BackgroundProfile uniform =
            BackgroundProfile.of(new double[]{0}, List.of(state), List.of(environment), Progress.NONE);
        assertThat(new RayTracer(options).trace(uniform, List.of(new RayLaunch(0, k, OptionalDouble.empty(), 1)),
            Progress.NONE).get(0).points().get(0).omegaIm()).as("ray").isCloseTo(growth, within(TOLERANCE));
    }
}
