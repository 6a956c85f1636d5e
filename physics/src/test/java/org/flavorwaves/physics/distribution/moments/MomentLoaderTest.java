package org.flavorwaves.physics.distribution.moments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;

import org.flavorwaves.physics.distribution.AngularGrid;
import org.flavorwaves.physics.distribution.FlavorSpecies;
import org.flavorwaves.physics.distribution.GridRule;
import org.flavorwaves.physics.distribution.LoadedState;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.state.Units;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentLoaderTest {
    private static final FlavorMoments ANISOTROPIC = new FlavorMoments(new SpeciesMoments(1.4, 0.1, 0.04, -0.13),
        new SpeciesMoments(1.9, 0.07, 0.03, -0.34), new SpeciesMoments(0.5, -0.02, 0.07, -0.53),
        new SpeciesMoments(0.3, 0.2, 0, 0.1));

    private static final FlavorMoments AXIAL = new FlavorMoments(new SpeciesMoments(1, 0, 0, 0.3),
        new SpeciesMoments(0.8, 0, 0, 0.5), SpeciesMoments.isotropic(0.2), new SpeciesMoments(0.1, 0, 0, -0.6));

    /** Density and flux of one kind, summed over the modes. */
    private static double[] moments(final FlavorState state, final FlavorSpecies kind) {
        final MomentumModes modes = state.modes();
        final double[] sums = new double[4];
        for (int i = 0; i < state.size(); i++) {
            if (modes.species(i) == kind.species()) {
                final double n = modes.weight(i) * (state.trace(i) + (kind.isElectron() ? 1 : -1) * state.pz(i)) / 2;
                sums[0] += n;
                sums[1] += n * modes.vx(i);
                sums[2] += n * modes.vy(i);
                sums[3] += n * modes.vz(i);
            }
        }
        return sums;
    }

    private static void assertMoments(final FlavorState state, final FlavorMoments wanted, final double densityError,
        final double fluxError) {
        for (final FlavorSpecies kind : FlavorSpecies.values()) {
            final SpeciesMoments m = wanted.of(kind);
            final double[] found = moments(state, kind);
            assertThat(found[0]).isCloseTo(m.density(), within(densityError * m.density()));
            assertThat(found[1]).isCloseTo(m.density() * m.fx(), within(fluxError * m.density()));
            assertThat(found[2]).isCloseTo(m.density() * m.fy(), within(fluxError * m.density()));
            assertThat(found[3]).isCloseTo(m.density() * m.fz(), within(fluxError * m.density()));
        }
    }

    @ParameterizedTest
    @EnumSource(MomentMatching.class)
    void aResolvingGridReturnsAllMoments(final MomentMatching matching) {
        final MomentLoader sphere = new MomentLoader(AngularGrid.sphere(24, 48), matching, 0.5);
        assertMoments(sphere.load(ANISOTROPIC).loaded().state(), ANISOTROPIC, 1e-13, 1e-13);
        final MomentLoader rings = new MomentLoader(AngularGrid.rings(GridRule.GAUSS_LEGENDRE, 40), matching, 0.5);
        assertMoments(rings.load(AXIAL).loaded().state(), AXIAL, 1e-13, 1e-13);
    }

    @Test
    void aCoarseGridKeepsTheDensityExactlyAndSaysHowFarOffTheFluxIs() {
        final FlavorMoments peaked = new FlavorMoments(new SpeciesMoments(1, 0.9 * 0.6, 0, 0.9 * 0.8),
            SpeciesMoments.NONE, SpeciesMoments.NONE, SpeciesMoments.NONE);
        final LoadedMoments loaded = new MomentLoader(AngularGrid.sphere(4, 6)).load(peaked);
        final double[] found = moments(loaded.loaded().state(), FlavorSpecies.NU_E);
        assertThat(found[0]).isCloseTo(1, within(1e-14));
        final double error = Math.sqrt(Math.pow(found[1] - 0.54, 2) + found[2] * found[2]
            + Math.pow(found[3] - 0.72, 2));
        assertThat(loaded.worstFluxError()).isCloseTo(error, within(1e-14)).isGreaterThan(1e-3);
        assertThat(loaded.worstDensityError()).isGreaterThan(1e-2);
        assertThat(loaded.reports()).hasSize(1);
        assertThat(loaded.reports().get(0).shape()).isCloseTo(9.9999996, within(1e-7));
        final LoadedMoments matched = new MomentLoader(AngularGrid.sphere(4, 6), MomentMatching.DENSITY_AND_FLUX, 0.5)
            .load(new FlavorMoments(new SpeciesMoments(1, 0.4, 0.1, 0.5), SpeciesMoments.NONE, SpeciesMoments.NONE,
                SpeciesMoments.NONE));
        assertThat(matched.worstFluxError()).isLessThan(1e-14);
    }

    /** For the exactly matched closure ln f is a linear function of v: it is the maximum of the discrete entropy. */
    @Test
    void matchedClosureIsOfMaximumEntropy() {
        final AngularGrid grid = AngularGrid.rings(GridRule.MIDPOINT, 5);
        final FlavorState state = new MomentLoader(grid, MomentMatching.DENSITY_AND_FLUX, 0.5)
            .load(new FlavorMoments(new SpeciesMoments(1, 0, 0, 0.6), SpeciesMoments.NONE, SpeciesMoments.NONE,
                SpeciesMoments.NONE))
            .loaded().state();
        final double slope = Math.log(state.trace(1) / state.trace(0));
        for (int i = 1; i < 5; i++) {
            assertThat(Math.log(state.trace(i) / state.trace(i - 1))).isCloseTo(slope, within(1e-12));
        }
        assertThat(moments(state, FlavorSpecies.NU_E)[3]).isCloseTo(0.6, within(1e-15));
    }

    @Test
    void aFluxBeyondTheGridIsRefused() {
        final MomentLoader loader = new MomentLoader(AngularGrid.rings(GridRule.MIDPOINT, 4),
            MomentMatching.DENSITY_AND_FLUX, 0.5);
        assertThatThrownBy(() -> loader.load(new FlavorMoments(new SpeciesMoments(1, 0, 0, 0.8), SpeciesMoments.NONE,
            SpeciesMoments.NONE, SpeciesMoments.NONE))).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("nu_e").hasMessageContaining("0.8").hasMessageContaining("finer");
    }

    @Test
    void aBeamGoesIntoTheNearestDirection() {
        final FlavorMoments beam = new FlavorMoments(new SpeciesMoments(2, 0, 0, 1), SpeciesMoments.NONE,
            SpeciesMoments.NONE, SpeciesMoments.NONE);
        final LoadedMoments loaded = new MomentLoader(AngularGrid.rings(GridRule.UNIFORM, 5)).load(beam);
        final FlavorState state = loaded.loaded().state();
        assertThat(state.traces()).containsExactly(0, 0, 0, 0, 0.5);
        assertThat(state.modes().weight(4) * state.trace(4)).isCloseTo(2, within(1e-15));
        assertThat(loaded.worstFluxError()).isZero();
        assertThatThrownBy(() -> new MomentLoader(AngularGrid.rings(GridRule.UNIFORM, 5), MomentMatching.NONE, 0.5)
            .load(beam)).hasMessageContaining("beam");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.999, 0.999999, 1 - 1e-12})
    void almostBeamsDoNotOverflow(final double f) {
        final LoadedMoments loaded = new MomentLoader(AngularGrid.sphere(8, 8)).load(new FlavorMoments(
            new SpeciesMoments(1, 0, f, 0), new SpeciesMoments(1, 0, 0, -f), SpeciesMoments.NONE, SpeciesMoments.NONE));
        assertThat(moments(loaded.loaded().state(), FlavorSpecies.NU_E)[0]).isCloseTo(1, within(1e-14));
        assertThat(moments(loaded.loaded().state(), FlavorSpecies.NUBAR_E)[0]).isCloseTo(1, within(1e-14));
    }

    @Test
    void theLargestOccupationIsTheOption() {
        for (final double peak : new double[]{0.1, 0.5, 1}) {
            final FlavorState state = new MomentLoader(AngularGrid.sphere(6, 8), MomentMatching.DENSITY, peak)
                .load(ANISOTROPIC).loaded().state();
            double largest = 0;
            for (int i = 0; i < state.size(); i++) {
                largest = Math.max(largest, (state.trace(i) + Math.abs(state.pz(i))) / 2);
            }
            assertThat(largest).isCloseTo(peak, within(1e-15));
            assertMoments(state, ANISOTROPIC, 1e-13, 1e-2);
        }
    }

    @Test
    void energyBinsAreModesOfTheirOwn() {
        final FlavorMoments second = new FlavorMoments(SpeciesMoments.isotropic(0.5), SpeciesMoments.NONE,
            SpeciesMoments.NONE, SpeciesMoments.NONE).withOmega(0.25);
        final LoadedState loaded = new MomentLoader(AngularGrid.rings(GridRule.GAUSS_LEGENDRE, 3))
            .load(List.of(AXIAL.withOmega(1), second)).loaded();
        final FlavorState state = loaded.state();
        assertThat(state.size()).isEqualTo(9);
        assertThat(state.modes().omegas()).containsExactly(1, 1, 1, 1, 1, 1, 0.25, 0.25, 0.25);
        assertThat(state.modes().species(3)).isEqualTo(Species.NUBAR);
        assertThat(loaded.bin(5)).isZero();
        assertThat(loaded.bin(6)).isEqualTo(1);
        assertThat(loaded.direction(7)).isEqualTo(1);
        assertThat(moments(state, FlavorSpecies.NU_E)[0]).isCloseTo(1.5, within(1e-14));
    }

    /**
     * Reference case 13: sum |G| of NSM_1 is 4.505 cm^-1 to 0.1 %; the number 4.50955 is the limit of fine grids
     * (numpy, 1000 x 1000 directions). |G| has a kink at the crossing, so a 48 x 48 grid is good to some 1e-4. A summed
     * nu_x drops out of G.
     */
    @Test
    void leptonNumberOfTheMergerPoint() {
        final FlavorMoments nsm1 = FlavorMoments.ofSummedX(
            new SpeciesMoments(Units.potential(1.421954234999705e33), 0.0974572, 0.04217632, -0.13433261),
            new SpeciesMoments(Units.potential(1.9146237131657563e33), 0.07237959, 0.03132354, -0.3446878),
            new SpeciesMoments(Units.potential(1.9645407875568215e33), -0.02165833, 0.07431613, -0.53545951));
        final AngularGrid grid = AngularGrid.sphere(48, 48);
        final LoadedState loaded = new MomentLoader(grid).load(nsm1).loaded();
        final FlavorState state = loaded.state();
        final double[] g = new double[grid.size()];
        for (int i = 0; i < state.size(); i++) {
            g[loaded.direction(i)] += state.modes().weight(i) * state.modes().species(i).sign() * state.pz(i);
        }
        double absolute = 0;
        for (final double x : g) {
            absolute += Math.abs(x);
        }
        assertThat(absolute).isCloseTo(4.505, withinPercentage(0.11)).isCloseTo(4.50955, within(3e-4));
        assertThat(moments(state, FlavorSpecies.NU_X)[0]).isCloseTo(Units.potential(1.9645407875568215e33) / 4,
            withinPercentage(1e-11));
    }

    @Test
    void wrongMomentsAreRefused() {
        final MomentLoader rings = new MomentLoader(AngularGrid.rings(GridRule.MIDPOINT, 4));
        assertThatThrownBy(() -> rings.load(ANISOTROPIC)).hasMessageContaining("nu_e").hasMessageContaining("sphere");
        assertThatThrownBy(() -> rings.load(new FlavorMoments(SpeciesMoments.NONE, SpeciesMoments.NONE,
            SpeciesMoments.NONE, SpeciesMoments.NONE))).hasMessageContaining("no neutrinos");
        assertThatThrownBy(() -> new SpeciesMoments(1, 0.8, 0.8, 0)).hasMessageContaining("1.13");
        assertThatThrownBy(() -> new SpeciesMoments(-1, 0, 0, 0)).hasMessageContaining("-1");
        assertThatThrownBy(() -> new SpeciesMoments(1, Double.NaN, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MomentLoader(AngularGrid.sphere(2, 2), MomentMatching.DENSITY, 1.5))
            .hasMessageContaining("1.5");
    }
}
