package org.flavorwaves.physics.transport.stationary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.junit.jupiter.api.Test;

/** Stationary equilibria that turn along the flux. */
class FluxEquilibriumPathTest {
    private static final Environment MIXED = new Environment(0.15, 0, 1);

    private static final double RADIUS = 10;

    private static final double STRENGTH = 1800;

    /**
     * Accretion-phase neutrinos that leave a sphere of radius 10 in one ring: Fermi-Dirac spectra of mean energies 12,
     * 15 and 18, in inverted ordering with omega = -6.3/E.
     */
    private static FlavorState accretion() {
        final double[] mean = {12, 15, 18};
        final double[] flux = {2.4, 1.6, 1};
        final List<Species> species = new ArrayList<>();
        final List<Double> omega = new ArrayList<>();
        final List<Double> weight = new ArrayList<>();
        final List<Double> pz = new ArrayList<>();
        for (int s = 0; s < 2; s++) {
            for (double energy = 4; energy <= 46; energy += 6) {
                final double e = density(flux[s], mean[s], energy);
                final double x = density(flux[2], mean[2], energy);
                species.add(s == 0 ? Species.NU : Species.NUBAR);
                omega.add(rounded(-6.3 / energy));
                weight.add(rounded(STRENGTH * (e + x)));
                pz.add(rounded((e - x) / (e + x)));
            }
        }
        final int n = species.size();
        final double[] mu = new double[n];
        final double[] p = new double[n];
        final double[] trace = new double[n];
        Arrays.fill(mu, Math.sqrt(0.5));
        Arrays.fill(trace, 1);
        for (int i = 0; i < n; i++) {
            p[i] = pz.get(i);
        }
        return FlavorState.alongZ(MomentumModes.builder().species(species.toArray(new Species[0])).rings(mu)
            .weight(weight.stream().mapToDouble(Double::doubleValue).toArray())
            .omega(omega.stream().mapToDouble(Double::doubleValue).toArray()).build(), trace, p);
    }

    /** The digits with which the state is published. */
    private static double rounded(final double value) {
        return Math.round(value * 1e6) / 1e6;
    }

    private static double density(final double flux, final double mean, final double energy) {
        final double t = mean / 3.1513743;
        return flux * energy * energy / (t * t * t * 1.8030853547 * (Math.exp(energy / t) + 1));
    }

    /** The swap of accretion-phase spectra: flux, rotation and directions by an independent solver. */
    @Test
    void spectraSwapAroundASphere() {
        final FlavorState inflow = accretion();
        assertThat(inflow.modes().weight(0)).isCloseTo(208.353072, within(1e-12));
        final List<FluxEquilibrium> path = new FluxEquilibriumPath(StreamGeometry.bulb(RADIUS)).follow(inflow, MIXED,
            new double[]{12, 20, 30, 50, 80}, Progress.NONE);
        assertThat(path).hasSize(5);
        assertThat(path.get(0).flux()).isCloseTo(-16841.0980391238, within(1e-7));
        final double[] rotation = {2.8015770154, 3.3248890588, 1.6628602985, 0.7987276169, 0.6558163190};
        for (int p = 0; p < rotation.length; p++) {
            assertThat(path.get(p).rotation()).isCloseTo(rotation[p], within(1e-9));
            assertThat(path.get(p).residual()).isLessThan(1e-12);
        }
        final FlavorState last = path.get(4).state();
        final double[] along = {-0.9997991129, 0.1368899180, 0.9968866911};
        for (int i = 0; i < along.length; i++) {
            assertThat((MIXED.bx() * last.px(i) + MIXED.bz() * last.pz(i)) / last.length(i)).isCloseTo(along[i],
                within(1e-9));
        }
    }

    /** J^0 across B at r = 30, and the flux that the vectors themselves carry. */
    @Test
    void fluxIsKeptByTheVectors() {
        final List<FluxEquilibrium> path = new FluxEquilibriumPath(StreamGeometry.bulb(RADIUS)).follow(accretion(),
            MIXED, new double[]{12, 30, 80}, Progress.NONE);
        for (final FluxEquilibrium at : path) {
            final FlavorState state = at.state();
            double flux = 0;
            for (int i = 0; i < state.size(); i++) {
                flux += state.modes().weight(i) * state.modes().species(i).sign() * state.modes().vz(i)
                    * (MIXED.bx() * state.px(i) + MIXED.bz() * state.pz(i));
            }
            assertThat(flux * at.z() * at.z()).isCloseTo(at.flux(), within(1e-8));
        }
        final double[] j = new double[3];
        final FlavorState state = path.get(1).state();
        for (int i = 0; i < state.size(); i++) {
            final double w = state.modes().weight(i) * state.modes().species(i).sign();
            j[0] += w * state.px(i);
            j[1] += w * state.py(i);
            j[2] += w * state.pz(i);
        }
        final double along = MIXED.bx() * j[0] + MIXED.bz() * j[2];
        assertThat(Math.sqrt(j[0] * j[0] + j[1] * j[1] + j[2] * j[2] - along * along)).isCloseTo(21.8429906851,
            within(1e-8));
    }

    @Test
    void refusesWhatHasNoRotation() {
        final FluxEquilibriumPath path = new FluxEquilibriumPath(StreamGeometry.slab());
        assertThatThrownBy(() -> path.follow(accretion(), MIXED.withMatterPotential(1), new double[]{0, 1},
            Progress.NONE)).hasMessageContaining("matter potential is 1.0");
        assertThatThrownBy(() -> path.follow(accretion(), MIXED, new double[]{1, 0}, Progress.NONE))
            .hasMessageContaining("Places must rise, but 0.0 follows 1.0");
        assertThatThrownBy(() -> new FluxEquilibriumPath(StreamGeometry.bulb(20)).follow(accretion(), MIXED,
            new double[]{12, 30}, Progress.NONE)).hasMessageContaining("at or beyond 20.0");
    }

    /** In a slab nothing changes along the way. */
    @Test
    void slabIsUniform() {
        final List<FluxEquilibrium> path = new FluxEquilibriumPath(StreamGeometry.slab()).follow(accretion(), MIXED,
            new double[]{0, 5, 10}, Progress.NONE);
        assertThat(path.get(2).rotation()).isCloseTo(path.get(0).rotation(), within(1e-9));
        assertThat(path.get(2).state().pz(0)).isCloseTo(path.get(0).state().pz(0), within(1e-10));
    }
}
