package org.flavorwaves.physics.distribution.moments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;

import org.flavorwaves.physics.distribution.AngularGrid;
import org.flavorwaves.physics.distribution.FlavorSpecies;
import org.flavorwaves.physics.distribution.GridRule;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.RandomStates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AngularMomentsTest {
    private static final int XX = 0;

    private static final int XY = 1;

    private static final int YY = 3;

    private static final int ZZ = 5;

    private static AngularMoments closed(final FlavorMoments moments, final AngularGrid grid,
        final FlavorSpecies kind) {
        final FlavorState state = new MomentLoader(grid).load(moments).loaded().state();
        return AngularMoments.of(state, kind, IntStream.range(0, state.size()).toArray());
    }

    /** f ~ exp(a cos theta) has the second moment 1 - 2 (F/n)/a along its flux, by parts. */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 0.8})
    void theClosureHasItsSecondMomentOnRingsAndOnTheSphere(final double flux) {
        final double a = Minerbo.inverseLangevin(flux);
        final double along = 1 - 2 * flux / a;
        final FlavorMoments axial = new FlavorMoments(SpeciesMoments.NONE, new SpeciesMoments(3, 0, 0, flux),
            new SpeciesMoments(1, 0, 0, -flux), SpeciesMoments.NONE);
        for (final AngularGrid grid : new AngularGrid[]{AngularGrid.rings(GridRule.GAUSS_LEGENDRE, 40),
            AngularGrid.sphere(40, 8)}) {
            final AngularMoments found = closed(axial, grid, FlavorSpecies.NUBAR_E);
            assertThat(found.density()).isCloseTo(3, within(1e-13));
            assertThat(found.fluxFactor(2)).isCloseTo(flux, within(1e-13));
            assertThat(found.flux(2)).isCloseTo(3 * flux, within(1e-13));
            assertThat(found.eddington(ZZ)).isCloseTo(along, within(1e-13));
            assertThat(found.eddington(XX)).isCloseTo((1 - along) / 2, within(1e-13));
            assertThat(found.eddington(YY)).isCloseTo((1 - along) / 2, within(1e-13));
            assertThat(closed(axial, grid, FlavorSpecies.NU_X).fluxFactor(2)).isCloseTo(-flux, within(1e-13));
        }
    }

    @Test
    void anObliqueFluxTurnsThePressure() {
        final double flux = 0.4;
        final double along = 1 - 2 * flux / Minerbo.inverseLangevin(flux);
        final FlavorMoments oblique = new FlavorMoments(new SpeciesMoments(1, 0.6 * flux, 0.8 * flux, 0),
            SpeciesMoments.NONE, SpeciesMoments.NONE, SpeciesMoments.NONE);
        final AngularMoments found = closed(oblique, AngularGrid.sphere(30, 60), FlavorSpecies.NU_E);
        final double across = (1 - along) / 2;
        assertThat(found.eddington(XX)).isCloseTo(across + 0.36 * (along - across), within(1e-12));
        assertThat(found.eddington(XY)).isCloseTo(0.48 * (along - across), within(1e-12));
        assertThat(found.eddington(YY)).isCloseTo(across + 0.64 * (along - across), within(1e-12));
        assertThat(found.eddington(ZZ)).isCloseTo(across, within(1e-12));
    }

    @Test
    void withoutNeutrinosFactorsAreZero() {
        final AngularMoments none = closed(new FlavorMoments(SpeciesMoments.isotropic(1), SpeciesMoments.NONE,
            SpeciesMoments.NONE, SpeciesMoments.NONE), AngularGrid.sphere(4, 4), FlavorSpecies.NU_X);
        assertThat(none.density()).isZero();
        assertThat(none.fluxFactor(0)).isZero();
        assertThat(none.eddington(ZZ)).isZero();
    }

    /** n, F and P of random directions, as they are defined. */
    @ParameterizedTest
    @EnumSource
    void momentsOfRandomDirectionsAreTheirSums(final FlavorSpecies kind) {
        final FlavorState state = RandomStates.random(11, new Random(3));
        final AngularMoments moments = AngularMoments.of(state, kind, IntStream.range(0, 11).toArray());
        double density = 0;
        final double[] flux = new double[3];
        final double[][] pressure = new double[3][3];
        for (int i = 0; i < 11; i++) {
            if (state.modes().species(i) == kind.species()) {
                final double f = state.modes().weight(i)
                    * (state.trace(i) + (kind.isElectron() ? 1 : -1) * state.pz(i)) / 2;
                final double[] v = {state.modes().vx(i), state.modes().vy(i), state.modes().vz(i)};
                density += f;
                for (int a = 0; a < 3; a++) {
                    flux[a] += f * v[a];
                    for (int b = 0; b < 3; b++) {
                        pressure[a][b] += f * v[a] * v[b];
                    }
                }
            }
        }
        assertThat(moments.density()).isCloseTo(density, within(1e-14));
        int component = 0;
        for (int a = 0; a < 3; a++) {
            assertThat(moments.flux(a)).isCloseTo(flux[a], within(1e-14));
            for (int b = a; b < 3; b++) {
                assertThat(moments.eddington(component++)).isCloseTo(pressure[a][b] / density, within(1e-13));
            }
        }
    }
}
