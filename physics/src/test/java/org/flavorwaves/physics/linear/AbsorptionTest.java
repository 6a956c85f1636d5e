package org.flavorwaves.physics.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;

import org.apache.commons.math3.complex.Complex;
import org.flavorwaves.physics.flavomon.FlavomonMode;
import org.flavorwaves.physics.flavomon.FlavomonSearch;
import org.flavorwaves.physics.flavomon.StateMedium;
import org.flavorwaves.physics.linear.bands.BandDetail;
import org.flavorwaves.physics.linear.bands.BandSet;
import org.flavorwaves.physics.linear.bands.BandSolver;
import org.flavorwaves.physics.linear.collective.UnstableWave;
import org.flavorwaves.physics.linear.collective.UnstableWaveSearch;
import org.flavorwaves.physics.linear.collective.WaveOrigin;
import org.flavorwaves.physics.linear.collective.WaveOriginFinder;
import org.flavorwaves.physics.linear.survey.CellStability;
import org.flavorwaves.physics.linear.survey.StabilitySurvey;
import org.flavorwaves.physics.linear.survey.SurveyOptions;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Absorption;
import org.flavorwaves.physics.state.AngularModel;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.state.WaveVector;
import org.flavorwaves.physics.transport.rays.BackgroundProfile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Absorption damps waves as depolarization does, at the rate D + kappa. Reference case 8 in all solvers, with a share
 * of the rates 0.5 of neutrinos and 0.1 of antineutrinos given as kappa.
 */
class AbsorptionTest {
    private static final double[] RATES = {0.5, 0.1};

    private static final double[] ONES = {1, 1};

    /** sqrt(A^2 - a^2 + 2 i G a) with A = 1, G = 9, a = 0.2. */
    private static final Complex ROOT = new Complex(0.96, 3.6).sqrt();

    private static final double G = 0.3;

    private static Absorption absorption(final double share) {
        final double[] zeros = new double[2];
        return new Absorption(new double[]{share * RATES[0], share * RATES[1]}, ONES, zeros, zeros, ONES);
    }

    private static FlavorState gas(final double share) {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NUBAR).rings(0, 0)
            .weight(10, 8).depolarization((1 - share) * RATES[0], (1 - share) * RATES[1])
            .absorption(absorption(share)).build();
        return FlavorState.alongZ(modes, ONES, ONES);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.4, 1})
    void bandsAreThoseOfTheSum(final double share) {
        final Background background = Background.of(gas(share), Environment.FAST);
        final BandSet bands = new BandSolver(BandDetail.VALUES).solve(background, WaveVector.ZERO);
        assertThat(bands.omegaIm(bands.fastest())).isCloseTo(ROOT.getImaginary() - G, within(1e-12));
        assertThat(Math.abs(bands.omegaRe(bands.fastest()))).isCloseTo(1 + ROOT.getReal(), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.4, 1})
    void unstableWavesAndTheSurveyFindItCollisional(final double share) {
        final Background background = Background.of(gas(share), Environment.FAST);
        final List<UnstableWave> waves = new UnstableWaveSearch(1e-3, false).solve(background, WaveVector.ZERO).waves();
        assertThat(waves.get(0).growth()).isCloseTo(ROOT.getImaginary() - G, within(1e-12));
        assertThat(new WaveOriginFinder(background).of(waves.get(0))).isEqualTo(WaveOrigin.COLLISIONAL);
        final CellStability cell = new StabilitySurvey(new SurveyOptions(SurveyOptions.Terms.AUTO,
            SurveyOptions.Directions.FLUX, false, 16, 1e-3)).assess(gas(share), Environment.FAST);
        assertThat(cell.kind()).isEqualTo(CellStability.Kind.COLLISIONAL);
        assertThat(cell.growth()).isCloseTo(ROOT.getImaginary() - G, within(1e-9));
    }

    /** The growth rates of the sector P^x + i P^y are those of its mirror. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.4, 1})
    void flavomonsAreDampedByTheSum(final double share) {
        final StateMedium medium = StateMedium.of(gas(share), Environment.FAST, new double[]{0, 0, 1},
            new StateMedium.Options(AngularModel.BEAMS, false));
        final double growth = new FlavomonSearch(medium.medium(), 0).solve(1e-9).list().stream()
            .map(FlavomonMode::omega).mapToDouble(Complex::getImaginary).max().orElseThrow();
        assertThat(growth).isCloseTo(ROOT.getImaginary() - G, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.4, 1})
    void raysAreDampedByTheSum(final double share) {
        final FlavorState state = gas(share);
        final BackgroundProfile profile = BackgroundProfile.of(new double[]{0, 1}, List.of(state, state),
            List.of(Environment.FAST, Environment.FAST), Progress.NONE);
        assertThat(profile.stateAt(0.5).modes().dampings()).containsExactly(RATES, within(1e-15));
    }

    /** All bands of a gas in any direction at any wave vector. */
    @ParameterizedTest
    @ValueSource(doubles = {0.4, 1})
    void allBandsOfAnyStateAreThoseOfTheSum(final double share) {
        final Random random = new Random(3);
        final MomentumModes damped = Backgrounds.modes(4, random, true);
        final FlavorState state = Backgrounds.alongZ(damped, random);
        final double[] tilt = {0.05, -0.03, 0.02, 0.04};
        final double[] rate = damped.depolarizations();
        final double[] kappa = new double[4];
        final Species[] species = new Species[4];
        for (int i = 0; i < 4; i++) {
            species[i] = damped.species(i);
            kappa[i] = share * rate[i];
            rate[i] -= kappa[i];
        }
        final MomentumModes both = MomentumModes.builder().species(species).velocity(damped.vxs(), damped.vys(),
            damped.vzs()).weight(damped.weights()).omega(damped.omegas()).depolarization(rate)
            .absorption(new Absorption(kappa, new double[4], new double[4], new double[4], new double[4])).build();
        final Environment environment = new Environment(0.3, 0.7, 1);
        final WaveVector k = new WaveVector(0.3, -0.2, 0.5);
        final double[] pz = state.pzs();
        for (int i = 0; i < 4; i++) {
            pz[i] *= 0.9;
        }
        final BandSolver solver = new BandSolver(BandDetail.VALUES);
        final BandSet expected = solver.solve(Background.of(new FlavorState(damped, state.traces(), tilt, tilt, pz),
            environment), k);
        final BandSet found = solver.solve(Background.of(new FlavorState(both, state.traces(), tilt, tilt, pz),
            environment), k);
        for (int b = 0; b < expected.size(); b++) {
            assertThat(found.omegaRe(b)).isCloseTo(expected.omegaRe(b), within(1e-12));
            assertThat(found.omegaIm(b)).isCloseTo(expected.omegaIm(b), within(1e-12));
        }
    }
}
