package org.flavorwaves.physics.transport.rays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Supplier;

import org.flavorwaves.physics.equilibrium.EquilibriumOptions;
import org.flavorwaves.physics.equilibrium.MixingEquilibrium;
import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.bands.BandDetail;
import org.flavorwaves.physics.linear.bands.BandSet;
import org.flavorwaves.physics.linear.bands.BandSolver;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.state.WaveVector;
import org.flavorwaves.physics.transport.rays.RayOptions.Band;
import org.flavorwaves.physics.transport.rays.RayOptions.Degeneracy;
import org.flavorwaves.physics.transport.rays.RayOptions.Law;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The general form of a wave against the circular sectors, differences, and what a static background conserves. */
class CoupledWaveTest {
    private static final int PLACES = 161;

    private static TrackedWave at(final TrackedWave wave, final double z, final double kz, final double omega) {
        return at(wave, new double[]{0.1, 0, kz, z}, omega, 0);
    }

    private static TrackedWave at(final TrackedWave wave, final double[] place, final double re, final double im) {
        assertThat(wave.moveTo(place[3], place[0], place[1], place[2])).isTrue();
        wave.start(re, im);
        assertThat(wave.follow()).isTrue();
        wave.measure();
        return wave;
    }

    /** The circular sector of a spiral whose modes are damped at rates (1 + i) d; d and the weights change along z. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 2e-3})
    void equalsTheCircularSectorOfAnAlignedBackground(final double d) {
        final BackgroundProfile profile = Spiral.profile(-8, 20, 281, z -> Math.pow(1 + z / 50, -2),
            z -> 0.5 * Math.exp(-z / 30), z -> d * Math.exp(z / 40), z -> Math.exp(z / 90));
        final TrackedWave aligned = at(new AlignedWave(profile, 1), 2.3, 0.3, 0.5);
        final TrackedWave coupled =
            at(new CoupledWave(profile), new double[]{0.1, 0, 0.3, 2.3}, aligned.m_re, aligned.m_im);
        assertThat(coupled.m_re).isCloseTo(aligned.m_re, within(1e-13));
        assertThat(coupled.m_im).isCloseTo(aligned.m_im, within(1e-13));
        assertThat(aligned.m_im < -5 * d || d == 0).isTrue();
        for (int c = 0; c < 6; c++) {
            assertThat(coupled.m_group[c]).isCloseTo(aligned.m_group[c], within(1e-12));
        }
        assertThat(coupled.m_gradient[0]).isCloseTo(aligned.m_gradient[0], within(1e-12));
        assertThat(coupled.m_gradient[1]).isCloseTo(aligned.m_gradient[1], within(1e-12));
        final TrackedWave.Measures a = aligned.character();
        final TrackedWave.Measures c = coupled.character();
        assertThat(c.signature()).isCloseTo(a.signature(), within(1e-12));
        assertThat(c.condition()).isCloseTo(a.condition(), within(1e-11));
        assertThat(c.participation()).isCloseTo(a.participation(), within(1e-11));
        final double[] rate = {0.4 * aligned.m_gradient[0] - 0.2 * aligned.m_group[4],
            0.4 * aligned.m_gradient[1] - 0.2 * aligned.m_group[5]};
        final TrackedWave.Turn turned = aligned.turnOfFunction(0.4, -0.2, rate);
        final TrackedWave.Turn other = coupled.turnOfFunction(0.4, -0.2, rate);
        assertThat(other.amplitudeRate()).isCloseTo(turned.amplitudeRate(), within(1e-11));
        assertThat(other.neighbour()).isCloseTo(turned.neighbour(), within(1e-9));
    }

    private static BackgroundProfile mixed(final double damping, final double spread) {
        final double[] z = new double[PLACES];
        final List<FlavorState> states = new ArrayList<>();
        final List<Environment> environments = new ArrayList<>();
        for (int j = 0; j < PLACES; j++) {
            z[j] = -8 + 0.1 * j;
            environments.add(matter(z[j]));
            states.add(state(z[j], damping, spread));
        }
        return BackgroundProfile.of(z, states, environments, Progress.NONE);
    }

    private static Environment matter(final double z) {
        return new Environment(0.3, 4 * Math.exp(-z / 25), 1);
    }

    /**
     * Beams with three vacuum frequencies in matter that thins out, in mixing equilibrium; lengths and depolarization
     * rates change with z, and the weights by other factors if there is a spread.
     */
    private static FlavorState state(final double z, final double damping, final double spread) {
        final double[] omega = {0.5, 1, 0.75, 0.3, 0.8, 0.6};
        final double[] p = new double[omega.length];
        final double[] rates = new double[omega.length];
        final double[] weight = {0.4, 0.3, 0.2, 0.25, 0.1, 0.3};
        for (int i = 0; i < omega.length; i++) {
            p[i] = (0.8 - 0.05 * i) * Math.exp(-z / 60);
            rates[i] = damping * (1 + i) * Math.exp(z / 40);
            weight[i] *= Math.exp(spread * z * (i - 2));
        }
        final MomentumModes modes = MomentumModes.builder()
            .species(Species.NU, Species.NU, Species.NUBAR, Species.NU, Species.NUBAR, Species.NU)
            .velocity(new double[]{0, 0.6, -0.48, 0.8, 0, -0.36}, new double[]{0, 0, 0.64, 0, -0.6, 0.48},
                new double[]{1, 0.8, 0.6, -0.6, -0.8, 0.8})
            .weight(weight).omega(omega).depolarization(rates).build();
        return new MixingEquilibrium(EquilibriumOptions.DEFAULT)
            .solve(FlavorState.alongZ(modes, p, p), matter(z), Progress.NONE).state();
    }

    /** Condition and participation are those of the dense problem at a place. */
    @Test
    void characterIsThatOfTheBand() {
        final TrackedWave wave = at(new CoupledWave(mixed(0.02, 5e-3)), new double[]{0.1, -0.15, 0.3, 0.5}, 3.5, -0.02);
        final BandSet bands = new BandSolver(BandDetail.VECTORS)
            .solve(Background.of(state(0.5, 0.02, 5e-3), matter(0.5)), new WaveVector(0.1, -0.15, 0.3));
        int nearest = 0;
        for (int b = 0; b < bands.size(); b++) {
            nearest = distance(bands, b, wave) < distance(bands, nearest, wave) ? b : nearest;
        }
        assertThat(distance(bands, nearest, wave)).isLessThan(1e-9);
        assertThat(wave.character().condition())
            .isCloseTo(bands.measures().orElseThrow().condition(nearest), within(1e-7));
        assertThat(wave.character().participation())
            .isCloseTo(bands.vectors().orElseThrow().right(nearest).participation(), within(1e-7));
    }

    private static double distance(final BandSet bands, final int b, final TrackedWave wave) {
        return Math.hypot(bands.omegaRe(b) - wave.m_re, bands.omegaIm(b) - wave.m_im);
    }

    @Test
    void slopesAreThoseOfTheFrequency() {
        final BackgroundProfile profile = mixed(0, 0);
        assertThat(profile.isAligned()).isFalse();
        final CoupledWave wave = new CoupledWave(profile);
        at(wave, 0.5, 0.3, 3.5);
        final double omega = wave.m_re;
        final double group = wave.m_group[4];
        final double gradient = wave.m_gradient[0];
        final double h = 1e-4;
        assertThat(at(new CoupledWave(profile), 0.5, 0.3 + h, omega).m_re
            - at(new CoupledWave(profile), 0.5, 0.3 - h, omega).m_re).isCloseTo(2 * h * group, within(1e-11));
        assertThat(at(new CoupledWave(profile), 0.5 + h, 0.3, omega).m_re
            - at(new CoupledWave(profile), 0.5 - h, 0.3, omega).m_re).isCloseTo(2 * h * gradient, within(1e-11));
        assertThat(Math.abs(gradient)).isGreaterThan(1e-3);
    }

    /** Complex slopes of a damped wave of either form, against central differences of its frequency. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void slopesOfADampedWaveAreThoseOfItsComplexFrequency(final boolean aligned) {
        final BackgroundProfile profile = aligned ? Spiral.profile(-8, 20, 281, z -> Math.pow(1 + z / 50, -2),
            z -> 0.5 * Math.exp(-z / 30), z -> 2e-3 * Math.exp(z / 40), z -> Math.exp(z / 90)) : mixed(0.02, 5e-3);
        final Supplier<TrackedWave> make =
            () -> aligned ? new AlignedWave(profile, 1) : new CoupledWave(profile);
        final double[] place = {0.1, -0.15, 0.3, 0.55};
        final TrackedWave wave = at(make.get(), place, aligned ? 0.5 : 3.5, -0.02);
        assertThat(wave.m_im).isLessThan(-0.01);
        final double h = 1e-4;
        for (int a = 0; a < 4; a++) {
            final double[] ahead = place.clone();
            final double[] behind = place.clone();
            ahead[a] += h;
            behind[a] -= h;
            final TrackedWave next = at(make.get(), ahead, wave.m_re, wave.m_im);
            final TrackedWave last = at(make.get(), behind, wave.m_re, wave.m_im);
            final double re = a < 3 ? wave.m_group[2 * a] : wave.m_gradient[0];
            final double im = a < 3 ? wave.m_group[2 * a + 1] : wave.m_gradient[1];
            assertThat(next.m_re - last.m_re).as("Re, %d", a).isCloseTo(2 * h * re, within(2e-11));
            assertThat(next.m_im - last.m_im).as("Im, %d", a).isCloseTo(2 * h * im, within(2e-11));
            assertThat(Math.abs(im)).as("size, %d", a).isGreaterThan(1e-5);
        }
    }

    @Test
    void conservesFrequencyAndSignedAction() {
        final RayOptions options = new RayOptions(4, 4, Band.MOST_COLLECTIVE, Law.ACTION, Degeneracy.FOLLOW, 1e-11);
        final Ray ray = new RayTracer(options).trace(mixed(0, 0),
            List.of(new RayLaunch(0, new WaveVector(0.1, 0, 0.3), OptionalDouble.empty(), 1)), Progress.NONE).get(0);
        assertThat(ray.monitors().frequencyDrift()).isLessThan(1e-9);
        assertThat(ray.points()).allSatisfy(p -> assertThat(p.action()).isCloseTo(1, within(1e-12)));
        assertThat(Math.abs(ray.points().get(4).k().kz() - 0.3)).isGreaterThan(0.1);
    }
}
