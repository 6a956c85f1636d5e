package org.flavorwaves.physics.transport.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Absorption;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.transport.flow.grid.FlowBoundary;
import org.flavorwaves.physics.transport.flow.grid.FlowGrid;
import org.flavorwaves.physics.transport.flow.grid.FlowProfile;
import org.flavorwaves.physics.transport.flow.grid.StreamGeometry;
import org.junit.jupiter.api.Test;

/** Stationary streams through slabs and around spheres. */
class StationaryFlowTest {
    private static final double STRENGTH = 1800;

    private static final Environment MIXED = new Environment(0.15, 0, 1);

    /** Nine rings of three directions and three frequencies with |P| = 0.8 along z. */
    private static FlavorState nine() {
        return FlavorState.alongZ(nineModes(0), filled(9, 0.8), filled(9, 0.8));
    }

    private static MomentumModes nineModes(final double depolarization) {
        final double[] mu = new double[9];
        final double[] omega = new double[9];
        final Species[] species = new Species[9];
        for (int i = 0; i < 9; i++) {
            mu[i] = 0.3 * (1 + i / 3);
            omega[i] = new double[]{2, 1, 0.5}[i % 3];
            species[i] = Species.NU;
        }
        return MomentumModes.builder().species(species).rings(mu).weight(filled(9, 0.25)).omega(omega)
            .depolarization(filled(9, depolarization)).build();
    }

    private static double[] filled(final int n, final double value) {
        final double[] values = new double[n];
        Arrays.fill(values, value);
        return values;
    }

    private static StationaryFlow.Result solve(final FlavorState state, final Environment environment,
        final double[] places, final double... matter) {
        return StationaryFlow.solve(FlowSetup.of(FlowGrid.ofPlaces(state.modes(), StreamGeometry.slab(), places),
            environment, FlowProfile.of(places, matter, filled(places.length, 1)), state), Progress.NONE);
    }

    private static double share(final FlowCells cells, final int c, final int i) {
        return cells.polarization(c, i, 2) / Math.abs(cells.signedLength(c, i));
    }

    /** Reference case 18: the swap of a slab whose matter falls from 20 to 0, by an independent solver. */
    @Test
    void equilibriumIsFollowedThroughAMatterProfile() {
        final StationaryFlow.Result result =
            solve(nine(), MIXED, new double[]{0, 1, 2, 3, 4}, 20, 5, 2, 0.5, 0);
        final FlowCells cells = result.cells();
        assertThat(result.reached()).isEqualTo(5);
        final double[][] expected = {{.9995008001, .9998769192, .9999678733}, {.9873382260, .9969606494, .9991011952},
            {.7386064893, .9300022987, .9745769304}, {-.8821748035, -.8345649196, -.7402023903}};
        final double[][] fields = {{.0334099091, 1.7996023294}, {.1720688635, 1.7894714641},
            {.8004801214, 1.5560219634}, {.9942284903, -1.4909677500}};
        for (int p = 0; p < 4; p++) {
            assertThat(share(cells, p, 0)).isCloseTo(expected[p][0], within(1e-9));
            assertThat(share(cells, p, 4)).isCloseTo(expected[p][1], within(1e-9));
            assertThat(share(cells, p, 8)).isCloseTo(expected[p][2], within(1e-9));
            assertThat(cells.field(p, 0, 0)).isCloseTo(fields[p][0], within(1e-9));
            assertThat(cells.field(p, 0, 2)).isCloseTo(fields[p][1], within(1e-9));
        }
        for (int i = 0; i < 9; i++) {
            assertThat(share(cells, 4, i)).isCloseTo(-Math.cos(0.3), within(1e-9));
        }
        assertThat(result.residual()).isLessThan(1e-12);
    }

    /** Reference case 18 without the nu-nu term: every mode is converted by matter alone. */
    @Test
    void withoutNeutrinosItIsMatterConversion() {
        final FlowCells cells = solve(nine(), MIXED.withSelfInteraction(0), new double[]{0, 1}, 20, 1).cells();
        assertThat(share(cells, 1, 0)).isCloseTo(-.8388209623, within(1e-9));
        assertThat(share(cells, 1, 4)).isCloseTo(.1494381325, within(1e-9));
        assertThat(share(cells, 1, 8)).isCloseTo(.9622396540, within(1e-9));
    }

    /** Reference case 26: two mirrored rings with emission, a mirror at the right: closed form. */
    @Test
    void mirrorSendsBackWhatIsLeft() {
        for (final double[] c : new double[][]{{.5, 1, .3, .8, .2, 0.3988601178, 0.8602388424},
            {.9, .7, .2, .6, .1, 0.4617014233, 0.6641180388}}) {
            final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NU).rings(c[0], -c[0])
                .weight(1, 1).absorption(new Absorption(filled(2, c[2]), filled(2, 1), new double[2], new double[2],
                    new double[]{c[3], c[4]})).build();
            final FlavorState state = FlavorState.alongZ(modes, new double[]{1, 1}, new double[]{c[1], c[1]});
            final FlowCells cells = StationaryFlow.solve(FlowSetup.of(
                FlowGrid.ofPlaces(modes, StreamGeometry.slab(), 0, 0.7, 2), new Environment(0.1, 0, 1),
                FlowProfile.constant(1), state)
                .withBoundaries(FlowBoundary.INFLOW, FlowBoundary.REFLECTING), Progress.NONE).cells();
            assertThat(cells.signedLength(0, 1)).isCloseTo(c[5], within(1e-9));
            assertThat(cells.signedLength(2, 0)).isCloseTo(c[6], within(1e-9));
        }
    }

    /** Depolarization and directions: lengths fall as exp(-D z/v), and the directions follow the shorter vectors. */
    @Test
    void lengthsDecayAlongTheWay() {
        final FlavorState state = FlavorState.alongZ(nineModes(0.2), filled(9, 0.8), filled(9, 0.8));
        final FlowCells cells = solve(state, MIXED, new double[]{0, 1}, 20, 2).cells();
        for (int i = 0; i < 9; i++) {
            assertThat(cells.signedLength(1, i)).isCloseTo(0.8 * Math.exp(-0.2 / (0.3 * (1 + i / 3))), within(1e-12));
        }
        final FlowCells shorter = solve(FlavorState.alongZ(nineModes(0), filled(9, 0.8), cells.state(1).lengths()),
            MIXED, new double[]{0, 1}, 20, 2).cells();
        for (int i = 0; i < 9; i++) {
            assertThat(share(cells, 1, i)).isCloseTo(share(shorter, 1, i), within(1e-10));
        }
    }

    /**
     * Accretion-phase neutrinos that leave a sphere of radius 10 in one ring: Fermi-Dirac spectra of mean energies 12,
     * 15 and 18, in inverted ordering with omega = -6.3/E.
     */
    private static FlavorState accretion(final double depolarization) {
        final double[] mean = {12, 15, 18};
        final double[] flux = {2.4, 1.6, 1};
        final List<Species> species = new ArrayList<>();
        final double[][] columns = new double[3][16];
        for (int s = 0; s < 2; s++) {
            for (double energy = 4; energy <= 46; energy += 6) {
                final double e = density(flux[s], mean[s], energy);
                final double x = density(flux[2], mean[2], energy);
                final int i = species.size();
                species.add(s == 0 ? Species.NU : Species.NUBAR);
                columns[0][i] = rounded(-6.3 / energy);
                columns[1][i] = rounded(STRENGTH * (e + x));
                columns[2][i] = rounded((e - x) / (e + x));
            }
        }
        return FlavorState.alongZ(MomentumModes.builder().species(species.toArray(new Species[0]))
            .rings(filled(16, Math.sqrt(0.5))).weight(columns[1]).omega(columns[0])
            .depolarization(filled(16, depolarization)).build(), filled(16, 1), columns[2]);
    }

    /** The digits with which the state is published. */
    private static double rounded(final double value) {
        return Math.round(value * 1e6) / 1e6;
    }

    private static double density(final double flux, final double mean, final double energy) {
        final double t = mean / 3.1513743;
        return flux * energy * energy / (t * t * t * 1.8030853547 * (Math.exp(energy / t) + 1));
    }

    private static StationaryFlow.Result bulb(final FlavorState inflow, final double... places) {
        return StationaryFlow.solve(FlowSetup.of(FlowGrid.ofPlaces(inflow.modes(), StreamGeometry.bulb(10), places),
            MIXED, FlowProfile.constant(0), inflow), Progress.NONE);
    }

    /** Lepton number along B that passes a sphere, over 4 pi. */
    private static double flux(final FlowCells cells, final int p) {
        double flux = 0;
        for (int i = 0; i < cells.modes(); i++) {
            flux += cells.grid().weight(p, i) * cells.grid().modes().species(i).sign() * cells.grid().velocity(p, i)
                * (MIXED.bx() * cells.polarization(p, i, 0) + MIXED.bz() * cells.polarization(p, i, 2));
        }
        return flux * cells.grid().centre(p) * cells.grid().centre(p);
    }

    /** Reference case 24, a swap around a sphere: flux, turning and directions by an independent solver. */
    @Test
    void spectraSwapAroundASphere() {
        final FlavorState inflow = accretion(0);
        assertThat(inflow.modes().weight(0)).isCloseTo(208.353072, within(1e-12));
        final StationaryFlow.Result result = bulb(inflow, 12, 20, 30, 50, 80);
        final FlowCells cells = result.cells();
        assertThat(result.reached()).isEqualTo(5);
        final double[] turning = {2.8015770154, 3.3248890588, 1.6628602985, 0.7987276169, 0.6558163190};
        for (int p = 0; p < turning.length; p++) {
            assertThat(cells.turning(p)).isCloseTo(turning[p], within(1e-9));
            assertThat(flux(cells, p)).isCloseTo(-16841.0980391238, within(1e-7));
        }
        final double[] along = {-0.9997991129, 0.1368899180, 0.9968866911};
        for (int i = 0; i < along.length; i++) {
            assertThat((MIXED.bx() * cells.polarization(4, i, 0) + MIXED.bz() * cells.polarization(4, i, 2))
                / Math.abs(cells.signedLength(4, i))).isCloseTo(along[i], within(1e-9));
        }
        final double[] j = {cells.field(2, 0, 0), cells.field(2, 0, 1), cells.field(2, 0, 2)};
        final double parallel = MIXED.bx() * j[0] + MIXED.bz() * j[2];
        assertThat(Math.sqrt(j[0] * j[0] + j[1] * j[1] + j[2] * j[2] - parallel * parallel)).isCloseTo(21.8429906851,
            within(1e-8));
    }

    /** With depolarization alike for all modes on one ring the flux falls as the lengths do, exp(-D way). */
    @Test
    void fluxFallsWithTheLengths() {
        final double rate = 1e-3;
        final double[] places = new double[57];
        for (int p = 0; p < places.length; p++) {
            places[p] = 12 + p;
        }
        final FlowCells cells = bulb(accretion(rate), places).cells();
        final double way = Math.sqrt(68 * 68 - 50) - Math.sqrt(12 * 12 - 50);
        assertThat(cells.signedLength(56, 0) / cells.signedLength(0, 0)).isCloseTo(Math.exp(-rate * way),
            within(1e-12));
        assertThat(flux(cells, 56) / flux(cells, 0)).isCloseTo(Math.exp(-rate * way), within(1e-8));
    }

    /** In a slab without collisions nothing changes along the way. */
    @Test
    void uniformSlabIsUniform() {
        final FlavorState inflow = accretion(0);
        final FlowCells cells = StationaryFlow.solve(FlowSetup.of(FlowGrid.ofPlaces(inflow.modes(),
            StreamGeometry.slab(), 0, 5, 10), MIXED, FlowProfile.constant(0), inflow), Progress.NONE).cells();
        assertThat(cells.turning(2)).isCloseTo(cells.turning(0), within(1e-12));
        assertThat(cells.polarization(2, 0, 2)).isCloseTo(cells.polarization(0, 0, 2), within(1e-12));
    }

    /** A ring against its field weakens it: the stream ends where |omega B + lambda z| = w|P|(1 - v^2). */
    @Test
    void endsWhereAFieldVanishes() {
        final MomentumModes modes =
            MomentumModes.builder().species(Species.NU).rings(0.5).weight(2).omega(0.3).build();
        final FlavorState state = FlavorState.alongZ(modes, new double[]{0.8}, new double[]{-0.8});
        final StationaryFlow.Result result = solve(state, MIXED, new double[]{0, 1, 2, 3, 4}, 5, 4, 3, 2, 1);
        final double own = 2 * 0.8 * 0.75;
        final double cos = Math.cos(0.3);
        final double end = 5 - (0.3 * cos + Math.sqrt(own * own - 0.09 * (1 - cos * cos)));
        final FlowStop stop = result.stop().orElseThrow();
        assertThat(result.reached()).isEqualTo((int) end + 1);
        assertThat(stop.place()).isCloseTo(end, within(1e-4));
        assertThat(stop.reason()).isEqualTo(FlowStop.Reason.VANISHING_FIELD);
        assertThat(stop.value()).isLessThan(1e-3);
    }

    /** What is emitted against P eats it up. */
    @Test
    void endsWhereALengthVanishes() {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU).rings(1).weight(0.1).omega(0.3)
            .absorption(new Absorption(new double[]{1}, new double[]{0.8}, new double[1], new double[1],
                new double[]{-0.8})).build();
        final FlavorState state = FlavorState.alongZ(modes, new double[]{0.8}, new double[]{0.8});
        final StationaryFlow.Result result = solve(state, MIXED, new double[]{0, 0.5, 1}, 50, 50, 50);
        assertThat(result.reached()).isEqualTo(2);
        assertThat(result.stop().orElseThrow().reason()).isEqualTo(FlowStop.Reason.VANISHING_LENGTH);
    }

    @Test
    void refusesWhatIsNotStationary() {
        assertThatThrownBy(() -> solve(nine(), MIXED, new double[]{0, 1}, 0, 1))
            .hasMessageContaining("matter potential is 0 at the first place");
        final MomentumModes across = MomentumModes.builder().species(Species.NU).rings(0).weight(1).build();
        assertThatThrownBy(() -> solve(FlavorState.alongZ(across, new double[]{1}, new double[]{1}), MIXED,
            new double[]{0, 1}, 1, 1)).hasMessageContaining("does not move along z");
        assertThatThrownBy(() -> bulb(accretion(0), 12, 11)).hasMessageContaining("Places must rise");
        assertThatThrownBy(() -> bulb(accretion(0), 9, 11)).hasMessageContaining("the first place is 9.0");
    }

    /** The same curve of equilibria as in time, along a stream: rings at cos theta = 0.5 act with 1 - v^2 = 0.75. */
    @Test
    void stopsAtAFold() {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NU).rings(0.5, 0.5)
            .weight(1 / 0.75, 1 / 0.75).omega(-0.5, -2).build();
        final StationaryFlow.Result result =
            solve(FlavorState.alongZ(modes, new double[]{1, 1}, new double[]{1, -1}), new Environment(0.3, 0, 1),
                new double[]{0, 15, 25, 40.7}, 20, 5, -5, -20.7);
        final FlowStop stop = result.stop().orElseThrow();
        assertThat(stop.reason()).isEqualTo(FlowStop.Reason.FOLD);
        assertThat(stop.place()).isCloseTo(20 - 0.4346936605009, within(1e-5));
        assertThat(result.reached()).isEqualTo(2);
    }
}
