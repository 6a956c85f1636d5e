package org.flavorwaves.physics.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;

import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.bands.BandDetail;
import org.flavorwaves.physics.linear.bands.BandSet;
import org.flavorwaves.physics.linear.bands.BandSolver;
import org.flavorwaves.physics.state.CollectiveField;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.state.WaveVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class AngularLoaderTest {
    private static final AngularGrid GAUSS = AngularGrid.rings(GridRule.GAUSS_LEGENDRE, 100);

    /** Lepton numbers with their first two moments in closed form. */
    static Stream<Arguments> leptonNumbers() {
        final double s = 0.1;
        final double a = 1.05;
        final double w = 0.1;
        final double e = Math.exp(-2 / w);
        return Stream.of(Arguments.of(AngularShapes.isotropic(0.7), 0.7, 0),
            Arguments.of(AngularShapes.linear(0.5, -0.7), 1.0, -1.4 / 3),
            Arguments.of(AngularShapes.polynomialCrossing(s), 8 / 3.0 - 2 * s * s, -4 / 3.0),
            Arguments.of(AngularShapes.exponentialCrossing(a, w), 2 - a * w * (1 - e),
                -a * (w * (1 - e) - w * w + e * (w * w + 2 * w))),
            Arguments.of(AngularShapes.legendre(0.3, -0.2, 0.9, 0.05), 0.3, -0.2));
    }

    /** sum w s P_z and sum w s v P_z, whoever carries the negative part; G changes sign between nodes without loss. */
    @ParameterizedTest
    @MethodSource("leptonNumbers")
    void leptonNumberHasTheMomentsOfItsClosedForm(final DoubleUnaryOperator shape, final double density,
        final double flux) {
        for (final LeptonCarrier carrier : LeptonCarrier.values()) {
            final FlavorAngles angles = FlavorAngles.ofLeptonNumber(shape, carrier);
            final CollectiveField rings = CollectiveField.of(new AngularLoader(GAUSS).load(angles).state());
            assertThat(rings.get(0, 2)).isCloseTo(density, within(1e-13));
            assertThat(rings.get(3, 2)).isCloseTo(flux, within(1e-13));
            final AngularGrid sphere = AngularGrid.sphere(60, 8, 2, -1, 0.5);
            final CollectiveField tilted = CollectiveField.of(new AngularLoader(sphere).withPeakOccupation(0.3)
                .load(angles).state());
            final double norm = Math.sqrt(5.25);
            assertThat(tilted.get(0, 2)).isCloseTo(density, within(1e-13));
            assertThat(tilted.get(1, 2)).isCloseTo(flux * 2 / norm, within(1e-13));
            assertThat(tilted.get(2, 2)).isCloseTo(-flux / norm, within(1e-13));
            assertThat(tilted.get(3, 2)).isCloseTo(flux * 0.5 / norm, within(1e-13));
        }
    }

    @Test
    void negativeLeptonNumberIsCarriedAsToldAndOneModeADirection() {
        final DoubleUnaryOperator shape = AngularShapes.linear(0, 1);
        final AngularGrid grid = AngularGrid.rings(GridRule.MIDPOINT, 6);
        final FlavorState bars = new AngularLoader(grid)
            .load(FlavorAngles.ofLeptonNumber(shape, LeptonCarrier.ANTINEUTRINOS)).state();
        final FlavorState flavors = new AngularLoader(grid)
            .load(FlavorAngles.ofLeptonNumber(shape, LeptonCarrier.X_NEUTRINOS)).state();
        assertThat(bars.size()).isEqualTo(6);
        assertThat(flavors.size()).isEqualTo(6);
        for (int i = 0; i < 6; i++) {
            final boolean negative = bars.modes().vz(i) < 0;
            assertThat(bars.modes().species(i)).isEqualTo(negative ? Species.NUBAR : Species.NU);
            assertThat(bars.pz(i)).isPositive().isEqualTo(bars.trace(i));
            assertThat(flavors.modes().species(i)).isEqualTo(Species.NU);
            assertThat(flavors.pz(i) < 0).isEqualTo(flavors.modes().vz(i) < 0);
        }
    }

    /**
     * Reference case 4: integral and first moment of the half-Gaussians by adaptive quadrature (scipy), and the density
     * 0.1.
     */
    @Test
    void halfGaussiansAreNormalized() {
        final FlavorState state = new AngularLoader(GAUSS).load(FlavorAngles.halfGaussian(0.6, 0.5, 0.9)).state();
        assertThat(state.size()).isEqualTo(200);
        final CollectiveField field = CollectiveField.of(state);
        assertThat(field.get(0, 2)).isCloseTo(0.1, within(1e-13));
        assertThat(field.get(3, 2)).isCloseTo(-0.018339231768970742, within(1e-13));
    }

    @Test
    void boxFillsItsBand() {
        final FlavorAngles angles = FlavorAngles.electron(AngularShapes.box(0, 1, 3), AngularShapes.box(-0.5, 0.5, 1));
        final LoadedState loaded = new AngularLoader(AngularGrid.rings(GridRule.MIDPOINT, 8)).load(angles);
        assertThat(loaded.state().size()).isEqualTo(8);
        final CollectiveField field = CollectiveField.of(loaded.state());
        assertThat(field.get(0, 2)).isCloseTo(2, within(1e-15));
        assertThat(field.get(3, 2)).isCloseTo(1.5, within(1e-15));
        assertThat(loaded.state().modes().species(3)).isEqualTo(Species.NU);
        assertThat(loaded.direction(0)).isEqualTo(4);
    }

    @Test
    void occupationsArePhysicalAndTheLargestIsTheOption() {
        final FlavorAngles angles = new FlavorAngles(AngularShapes.halfGaussian(0.6, 1),
            AngularShapes.halfGaussian(0.5, 0.9), AngularShapes.isotropic(0.4), AngularShapes.isotropic(0.3));
        final FlavorState state = new AngularLoader(GAUSS).withPeakOccupation(0.25).load(angles).state();
        double largest = 0;
        for (int i = 0; i < state.size(); i++) {
            assertThat(state.length(i)).isLessThan(state.trace(i));
            largest = Math.max(largest, (state.trace(i) + state.length(i)) / 2);
        }
        assertThat(largest).isCloseTo(0.25, within(1e-15));
    }

    @Test
    void energiesShareTheDensityExactlyAndOccupationsFollowTheSpectrum() {
        final EnergyGrid energies = EnergyGrid.uniform(20, 60);
        final FermiDirac nuE = new FermiDirac(4, 1);
        final FermiDirac nubarE = new FermiDirac(5, 0);
        final EnergySpectra spectra = new EnergySpectra(energies, nuE, nubarE, nubarE, nubarE);
        final AngularGrid grid = AngularGrid.rings(GridRule.GAUSS_LEGENDRE, 10);
        final LoadedState loaded = new AngularLoader(grid).withSpectra(spectra).withVacuumFrequency(e -> 2 / e)
            .load(FlavorAngles.electron(AngularShapes.linear(0.5, 0.2), AngularShapes.isotropic(0.6)));
        final FlavorState state = loaded.state();
        assertThat(state.size()).isEqualTo(400);
        final double[] density = new double[2];
        double largest = 0;
        for (int i = 0; i < state.size(); i++) {
            final boolean nu = state.modes().species(i) == Species.NU;
            density[nu ? 0 : 1] += state.modes().weight(i) * state.trace(i);
            largest = Math.max(largest, state.trace(i));
            assertThat(state.modes().omega(i)).isEqualTo(2 / energies.energy(loaded.bin(i)));
        }
        assertThat(density).containsExactly(new double[]{1, 0.6}, within(1e-14));
        assertThat(largest).isCloseTo(1, within(1e-15));
        final int next = state.size() / 20;
        assertThat(state.trace(next) / state.trace(0)).isCloseTo(
            nuE.occupation(energies.energy(1)) / nuE.occupation(energies.energy(0)), within(1e-14));
    }

    @Test
    void negativeDensitiesAreRefused() {
        assertThatThrownBy(() -> new AngularLoader(GAUSS)
            .load(FlavorAngles.electron(AngularShapes.linear(0, 1), AngularShapes.isotropic(1))))
            .hasMessageContaining("nu_e").hasMessageContaining("cos theta = -0.99");
        assertThatThrownBy(() -> new AngularLoader(GAUSS)
            .load(FlavorAngles.ofLeptonNumber(v -> Double.NaN, LeptonCarrier.ANTINEUTRINOS)))
            .hasMessageContaining("NaN");
        assertThatThrownBy(() -> AngularShapes.halfGaussian(0, 1)).hasMessageContaining("sigma");
        assertThatThrownBy(() -> AngularShapes.box(0.5, 0.1, 1)).hasMessageContaining("0.5");
    }

    /** Reference case 5: the fast instability knows w s P_z only, not who carries its negative part, nor P0. */
    @ParameterizedTest
    @EnumSource(LeptonCarrier.class)
    void growthDoesNotDependOnTheCarrier(final LeptonCarrier carrier) {
        final FlavorState state = new AngularLoader(AngularGrid.rings(GridRule.GAUSS_LEGENDRE, 60))
            .withPeakOccupation(0.5).load(FlavorAngles.ofLeptonNumber(AngularShapes.linear(0.5, -0.7), carrier))
            .state();
        final double physical = 0.7755061 - CollectiveField.of(state).get(3, 2);
        final BandSet bands = new BandSolver(BandDetail.VALUES).solve(Background.of(state, Environment.FAST),
            new WaveVector(0, 0, physical));
        assertThat(bands.omegaIm(bands.fastest())).isCloseTo(0.168224864, within(1e-9));
    }

    /** Reference case 1: w = 1, P = z, in opposite beams. */
    @Test
    void twoBeams() {
        final FlavorState state = LeptonBeams.DEFAULT.twoBeams(1, 1);
        assertThat(state.modes().weights()).containsExactly(1, 1);
        assertThat(state.pzs()).containsExactly(1, 1);
        assertThat(state.modes().vzs()).containsExactly(1, -1);
        assertThat(state.modes().signs()).containsExactly(1, -1);
        final FlavorState flavors = new LeptonBeams(LeptonCarrier.X_NEUTRINOS, 0.5).twoBeams(1, 0.5);
        assertThat(flavors.modes().weights()).containsExactly(2, 1);
        assertThat(flavors.pzs()).containsExactly(0.5, -0.5);
        assertThatThrownBy(() -> LeptonBeams.DEFAULT.rings(new double[]{0.1, 0.2}, new double[]{1, 0}))
            .hasMessageContaining("Beam 1");
    }
}
