package org.flavorwaves.physics.flavomon.kinetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;

import org.flavorwaves.physics.flavomon.kinetics.occupation.FlavomonFrame;
import org.flavorwaves.physics.flavomon.kinetics.occupation.FlavomonHistory;
import org.flavorwaves.physics.flavomon.kinetics.occupation.NeutrinoOccupations;
import org.flavorwaves.physics.numerics.GaussLegendre;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.junit.jupiter.api.Test;

/** Directions on the sphere with waves along z: the medium is that of the rings, each direction keeps its own f. */
class SphereKineticsTest {
    private static final int RINGS = 12;

    private static final int AZIMUTHS = 8;

    private static final double FLUX = -4.0 / 3;

    /** G = (1 - v)^2 - 0.04 on the sphere, with a threefold ripple over azimuth that waves along z do not see. */
    private static FlavorState sphere(final double ripple, final double dipole) {
        final GaussLegendre rule = GaussLegendre.of(RINGS);
        final int n = RINGS * AZIMUTHS;
        final double[][] v = new double[3][n];
        final double[] weight = new double[n];
        final double[] pz = new double[n];
        final double[] trace = new double[n];
        final Species[] species = new Species[n];
        Arrays.fill(species, Species.NU);
        Arrays.fill(trace, 1);
        for (int i = 0; i < n; i++) {
            final double c = rule.node(i / AZIMUTHS);
            final double phi = 2 * Math.PI * (i % AZIMUTHS + 0.3) / AZIMUTHS;
            v[0][i] = Math.sqrt(1 - c * c) * Math.cos(phi);
            v[1][i] = Math.sqrt(1 - c * c) * Math.sin(phi);
            v[2][i] = c;
            weight[i] = 8 * rule.weight(i / AZIMUTHS) / AZIMUTHS;
            pz[i] = ((1 - c) * (1 - c) - 0.04) / 8 * (1 + ripple * Math.cos(3 * phi) + dipole * Math.cos(phi));
        }
        return FlavorState.alongZ(MomentumModes.builder().species(species).velocity(v[0], v[1], v[2]).weight(weight)
            .build(), trace, pz);
    }

    private static FlavomonHistory run(final FlavorState state, final FlavomonOptions options) {
        return new FlavomonKinetics(NeutrinoOccupations.of(state, Environment.FAST),
            new TimeOptions(60, 2, 1e-5, 0.01, 1e-10, 100_000))
                .evolve(WaveNumberGrid.uniform(1.5 - FLUX, 2.2 - FLUX, 10, 1e-4), options, Progress.NONE);
    }

    private static void compare(final FlavomonOptions options) {
        final FlavomonHistory rings = run(new ShallowCrossing(RINGS, 0.2).neutrinos(), options);
        final FlavorState state = sphere(0.3, 0);
        final FlavomonHistory sphere = run(state, options);
        final double[] ring = difference(rings.last());
        final double[] all = difference(sphere.last());
        for (int c = 0; c < RINGS; c++) {
            double mean = 0;
            for (int a = 0; a < AZIMUTHS; a++) {
                mean += all[c * AZIMUTHS + a] / AZIMUTHS;
            }
            assertThat(mean).as("ring %s", c).isCloseTo(ring[c], within(1e-9));
            for (int i = c * AZIMUTHS; i < (c + 1) * AZIMUTHS && options.closure() == Closure.QUASI_LINEAR; i++) {
                assertThat(all[i] / state.pz(i)).as("share that is left of direction %s", i).isCloseTo(mean
                    / (((1 - state.modes().vz(i)) * (1 - state.modes().vz(i)) - 0.04) / 8), within(1e-12));
            }
        }
        assertThat(Math.abs(ring[RINGS - 1] / difference(rings.frames().get(0))[RINGS - 1])).isLessThan(0.8);
        for (int j = 0; j < rings.last().waves().size(); j++) {
            assertThat(sphere.last().waves().get(j).intensity()).isCloseTo(rings.last().waves().get(j).intensity(),
                within(1e-6 * rings.last().waves().get(j).intensity() + 1e-300));
        }
    }

    private static double[] difference(final FlavomonFrame frame) {
        final double[] fe = frame.electron();
        final double[] fx = frame.other();
        final double[] difference = new double[fe.length];
        Arrays.setAll(difference, i -> fe[i] - fx[i]);
        return difference;
    }

    @Test
    void quasiLinearSphereIsItsRings() {
        compare(FlavomonOptions.quasiLinear(1e-5));
    }

    @Test
    void resonantSphereIsItsRings() {
        compare(FlavomonOptions.resonant(0.3, false, 0.03));
    }

    @Test
    void tellsHowFarFromSymmetryTheMediumIs() {
        assertThat(NeutrinoOccupations.of(sphere(0.3, 0), Environment.FAST).asymmetry()).isLessThan(1e-15);
        final NeutrinoOccupations tilted = NeutrinoOccupations.of(sphere(0, 0.1), Environment.FAST);
        double across = 0;
        double total = 0;
        for (int i = 0; i < tilted.size(); i += AZIMUTHS) {
            final double v = tilted.velocity(i);
            final double g = Math.abs((1 - v) * (1 - v) - 0.04) * tilted.weight(i);
            across += 0.05 * Math.sqrt(1 - v * v) * g;
            total += g;
        }
        assertThat(tilted.asymmetry()).isCloseTo(across / total, within(1e-12));
    }

    @Test
    void refusesWhatIsNeitherRingNorDirection() {
        final FlavorState slow = FlavorState.alongZ(MomentumModes.builder().species(Species.NU, Species.NU)
            .velocity(new double[]{0.3, 0}, new double[]{0, 0}, new double[]{0.4, 1}).weight(1, 1).build(),
            new double[]{1, 1}, new double[]{1, 1});
        assertThatThrownBy(() -> NeutrinoOccupations.of(slow, Environment.FAST))
            .hasMessageContaining("is neither a ring about z nor a direction");
    }
}
