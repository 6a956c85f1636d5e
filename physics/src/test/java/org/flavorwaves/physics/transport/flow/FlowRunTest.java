package org.flavorwaves.physics.transport.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.function.DoubleUnaryOperator;

import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.run.Workers;
import org.flavorwaves.physics.state.Absorption;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.transport.flow.grid.FlowBoundary;
import org.flavorwaves.physics.transport.flow.grid.FlowGrid;
import org.flavorwaves.physics.transport.flow.grid.FlowPlaces;
import org.flavorwaves.physics.transport.flow.grid.FlowProfile;
import org.flavorwaves.physics.transport.flow.grid.StreamGeometry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Streams in time. */
class FlowRunTest {
    private static final Environment MIXED = new Environment(0.15, 0, 1);

    private static FlavorState ofLengths(final MomentumModes modes, final double... pz) {
        final double[] trace = new double[pz.length];
        Arrays.fill(trace, 1);
        return FlavorState.alongZ(modes, trace, pz);
    }

    /** Two nu and one nubar on three rings, with vacuum frequencies. */
    private static MomentumModes three(final double kappa) {
        return MomentumModes.builder().species(Species.NU, Species.NU, Species.NUBAR).rings(1, 0.5, 0.25)
            .weight(0.3, 0.4, 0.2).omega(1, 0.5, 0.75).absorption(new Absorption(new double[]{kappa, kappa, kappa},
                new double[]{1, 1, 1}, new double[3], new double[3], new double[]{0.2, 0.9, 0.1}))
            .build();
    }

    private static FlowGrid slab(final MomentumModes modes, final double length, final int cells) {
        return FlowGrid.of(modes, StreamGeometry.slab(), 0, length, cells);
    }

    private static FlowResult run(final FlowSetup setup, final double... times) {
        return FlowRun.run(setup, Optional.empty(), times, Progress.NONE);
    }

    private static FlowCells last(final FlowResult result) {
        return result.samples().get(result.samples().size() - 1).cells();
    }

    /**
     * Reference case 25: a uniform isotropic medium whose nu-nu term falls from 20 to 0.2, by an independent solver;
     * nothing changes where all polarization vectors are turned about the mass axis.
     */
    @ParameterizedTest
    @ValueSource(doubles = {0, 1.1, -2.5})
    void uniformMediumTurnsInTime(final double angle) {
        final double[] omega = {-.5, -1, -1.5, -2, -.5, -1, -1.5, -2};
        final Species[] species = new Species[8];
        final double[] weight = new double[8];
        final double[] pz = new double[8];
        for (int i = 0; i < 8; i++) {
            species[i] = i < 4 ? Species.NU : Species.NUBAR;
            weight[i] = i < 4 ? 0.3 : 0.2;
            pz[i] = 0.8;
        }
        final MomentumModes modes =
            MomentumModes.builder().species(species).rings(new double[8]).weight(weight).omega(omega).build();
        final Environment environment = new Environment(0.1, 0, 1);
        final FlowResult result = run(FlowSetup.of(FlowGrid.homogeneous(modes), environment, FlowProfile.of(
            new double[]{0, 1, 2}, new double[3], new double[]{20, 1, 0.2}), turned(ofLengths(modes, pz), environment,
                angle)), 0, 1, 2);
        final double[] rotation = {-6.2353674154, -1.9418129436, -1.5840400684};
        for (int k = 0; k < 3; k++) {
            final FlowCells cells = result.samples().get(k).cells();
            assertThat(cells.rotation(0)).isCloseTo(rotation[k], within(1e-9));
            assertThat(environment.bx() * cells.field(0, 0, 0) + environment.bz() * cells.field(0, 0, 2))
                .isCloseTo(-0.3136213049, within(1e-10));
        }
        final FlowCells end = last(result);
        assertThat(Math.signum(end.field(0, 0, 1))).isEqualTo(-Math.signum(angle));
        final double along = environment.bx() * end.field(0, 0, 0) + environment.bz() * end.field(0, 0, 2);
        assertThat(Math.sqrt(Math.pow(end.field(0, 0, 0), 2) + Math.pow(end.field(0, 0, 1), 2)
            + Math.pow(end.field(0, 0, 2), 2) - along * along)).isCloseTo(0.2764301343, within(1e-9));
    }

    /** The state with all P_i, which are along z, turned about the mass axis. */
    private static FlavorState turned(final FlavorState state, final Environment environment, final double angle) {
        final double bx = environment.bx();
        final double bz = environment.bz();
        final double[][] p = new double[3][state.size()];
        for (int i = 0; i < state.size(); i++) {
            final double along = state.pz(i) * bz;
            p[0][i] = along * bx * (1 - Math.cos(angle));
            p[1][i] = -state.pz(i) * bx * Math.sin(angle);
            p[2][i] = state.pz(i) * Math.cos(angle) + along * bz * (1 - Math.cos(angle));
        }
        return new FlavorState(state.modes(), state.traces(), p[0], p[1], p[2]);
    }

    /** The search for the first equilibrium, which can take long, can be canceled. */
    @Test
    void canBeCanceledWhileItSearchesItsStart() {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NU).rings(1, -1).weight(1, 1)
            .omega(1e-3, 2e-3).build();
        final FlowSetup setup = FlowSetup.of(FlowGrid.homogeneous(modes), new Environment(0.3, 0, 1),
            FlowProfile.constant(2e-3), new FlavorState(modes, new double[]{1, 1}, new double[]{0.2, -0.2},
                new double[]{0.2, -0.5}, new double[]{0.2, 0}));
        assertThatThrownBy(() -> FlowRun.run(setup, Optional.empty(), new double[]{0, 1}, (fraction, message) -> {
            throw new CancellationException(message);
        })).isInstanceOf(CancellationException.class).hasMessage("Following the equilibrium");
    }

    /** States are made for all cells of a grid, which can be many; that can be canceled, too. */
    @Test
    void canBeCanceledWhileItFillsItsCells() {
        final FlowPlaces places = new FlowPlaces(StreamGeometry.slab(), new double[]{0, 1},
            Collections.nCopies(2, ofLengths(three(0), 0.8, 0.7, 0.6)));
        final FlowGrid grid = slab(three(0), 1, 1001);
        final List<Double> shares = new ArrayList<>();
        assertThat(places.in(grid, (share, what) -> shares.add(share))).hasSize(1001);
        assertThat(shares).containsExactly(0.0, 1000 / 1001.0);
        assertThatThrownBy(() -> places.in(grid, (share, what) -> {
            throw new CancellationException(what);
        })).isInstanceOf(CancellationException.class);
    }

    /** With one rate of depolarization for all modes, lepton number along B falls as exp(-D t). */
    @Test
    void collisionsChangeWhatIsConserved() {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NU, Species.NUBAR)
            .rings(0, 0, 0).weight(0.5, 0.4, 0.3).omega(-1, -0.5, -1).depolarization(0.1, 0.1, 0.1).build();
        final Environment environment = new Environment(0.2, 0, 3);
        final FlowResult result = run(FlowSetup.of(FlowGrid.homogeneous(modes), environment, FlowProfile.constant(0),
            ofLengths(modes, 0.9, 0.8, 0.7)), 0, 2);
        final double[] along = new double[2];
        for (int k = 0; k < 2; k++) {
            final FlowCells cells = result.samples().get(k).cells();
            along[k] = environment.bx() * cells.field(0, 0, 0) + environment.bz() * cells.field(0, 0, 2);
        }
        assertThat(along[1] / along[0]).isCloseTo(Math.exp(-0.2), within(1e-10));
    }

    /** Every front arrives at the time of its own mode; the fastest one, which crosses a cell a step, unchanged. */
    @Test
    void frontsMoveWithTheirModes() {
        final MomentumModes modes = three(0);
        final int cells = 64;
        final FlowCells at = last(run(FlowSetup.of(slab(modes, 8, cells), MIXED, FlowProfile.constant(30),
            ofLengths(modes, 0.8, 0.7, 0.6)), 0, 4));
        for (int i = 0; i < 3; i++) {
            final double front = modes.vz(i) * 4;
            double content = 0;
            for (int c = 0; c < cells; c++) {
                final double share = Math.abs(at.signedLength(c, i)) / new double[]{0.8, 0.7, 0.6}[i];
                content += share * at.grid().width();
                assertThat(share).isBetween(-1e-12, 1 + 1e-12);
                if (i == 0) {
                    assertThat(share).isCloseTo(at.grid().centre(c) < front ? 1 : 0, within(1e-14));
                }
            }
            assertThat(content).isCloseTo(front, within(1e-10));
        }
    }

    /** A periodic uniform slab is the uniform medium. */
    @Test
    void uniformSlabIsUniformMedium() {
        final MomentumModes modes = three(0.3);
        final FlavorState state = ofLengths(modes, 0.8, 0.7, 0.6);
        final FlowCells slab = last(run(FlowSetup.of(slab(modes, 1, 20), MIXED, FlowProfile.constant(2), state)
            .withInitial(List.of(state)).withBoundaries(FlowBoundary.PERIODIC, FlowBoundary.PERIODIC), 0, 3));
        final FlowCells medium = last(FlowRun.run(FlowSetup.of(FlowGrid.homogeneous(modes), MIXED,
            FlowProfile.constant(2), state), Optional.empty(), new double[]{0, 3}, Progress.NONE));
        for (int i = 0; i < 3; i++) {
            for (int c = 1; c < 20; c++) {
                assertThat(slab.signedLength(c, i)).isCloseTo(slab.signedLength(0, i), within(1e-14));
            }
            assertThat(slab.signedLength(0, i)).isCloseTo(medium.signedLength(0, i), within(1e-5));
        }
    }

    private static List<FlavorState> wave(final FlowGrid grid, final DoubleUnaryOperator shape) {
        final List<FlavorState> states = new ArrayList<>();
        for (int c = 0; c < grid.cells(); c++) {
            final double s = shape.applyAsDouble(grid.centre(c));
            states.add(ofLengths(grid.modes(), 0.8 * s, 0.7 * s, 0.6 * s));
        }
        return states;
    }

    /** The error of a smooth wave with collisions falls with the square of cell and step. */
    @Test
    void errorsAreOfSecondOrder() {
        final MomentumModes modes = three(0.3);
        final double[] errors = new double[3];
        final FlowCells[] runs = new FlowCells[4];
        for (int level = 0; level < 4; level++) {
            final FlowGrid grid = slab(modes, 2 * Math.PI, 24 << level);
            runs[level] = last(run(FlowSetup.of(grid, MIXED, FlowProfile.constant(2), ofLengths(modes, 0, 0, 0))
                .withInitial(wave(grid, z -> 0.6 + 0.3 * Math.sin(z)))
                .withBoundaries(FlowBoundary.PERIODIC, FlowBoundary.PERIODIC), 0, 2));
        }
        for (int level = 0; level < 3; level++) {
            final int cells = runs[level].cells();
            for (int c = 0; c < cells; c++) {
                for (int i = 0; i < 3; i++) {
                    errors[level] += Math.abs(runs[level].signedLength(c, i) - (runs[level + 1].signedLength(2 * c, i)
                        + runs[level + 1].signedLength(2 * c + 1, i)) / 2) / cells;
                }
            }
        }
        assertThat(errors[0] / errors[1]).isBetween(3.2, 5.5);
        assertThat(errors[1] / errors[2]).isBetween(3.2, 5.5);
    }

    /** In the end a stream is the stationary one, and the lepton number of all cells is that which fluxes explain. */
    @Test
    void streamBecomesStationary() {
        final MomentumModes modes = three(0.3);
        final FlavorState state = ofLengths(modes, 0.8, 0.7, 0.6);
        final double[] places = {0, 1, 2};
        final FlowProfile profile = FlowProfile.of(places, new double[]{8, 4, 2}, new double[]{1, 1, 1});
        final FlowGrid grid = slab(modes, 2, 80);
        final FlowResult result = run(FlowSetup.of(grid, MIXED, profile, state), 0, 20);
        assertThat(result.stop()).isEmpty();
        assertThat(result.leptonDrift()).isLessThan(1e-13);
        final double[] at = {0, grid.centre(20), grid.centre(79)};
        final FlowCells stationary = StationaryFlow.solve(FlowSetup.of(FlowGrid.ofPlaces(modes, StreamGeometry.slab(),
            at[0], 0.2, at[1], 0.7, 0.9, 1.1, 1.3, 1.5, 1.7, at[2]), MIXED, profile, state), Progress.NONE).cells();
        for (int i = 0; i < 3; i++) {
            assertThat(last(result).polarization(20, i, 2)).isCloseTo(stationary.polarization(2, i, 2), within(2e-4));
            assertThat(last(result).polarization(79, i, 2)).isCloseTo(stationary.polarization(9, i, 2), within(1e-3));
        }
    }

    /**
     * Reference case 26, mirrored rings with emission before a mirror: the closed form, exact for the pair that crosses
     * one cell a step and to the square of the width of cells for the slower one.
     */
    @Test
    void mirrorSendsBackWhatIsLeft() {
        final double[] errors = new double[2];
        for (int level = 0; level < 2; level++) {
            final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NU, Species.NU, Species.NU)
                .rings(.5, -.5, .3, -.3).weight(1, 1, 1, 1).absorption(new Absorption(new double[]{.3, .3, .3, .3},
                    new double[]{1, 1, 1, 1}, new double[4], new double[4], new double[]{.8, .2, .8, .2})).build();
            final int cells = 20 << level;
            final FlowResult result = run(FlowSetup.of(slab(modes, 2, cells), MIXED, FlowProfile.constant(1),
                ofLengths(modes, 1, 1, 1, 1)).withBoundaries(FlowBoundary.INFLOW, FlowBoundary.REFLECTING), 0, 40);
            final FlowCells end = last(result);
            final double last = .8 + .2 * Math.exp(-.3 * 2 / .3);
            for (int c = 0; c < cells; c++) {
                final double z = end.grid().centre(c);
                assertThat(end.signedLength(c, 0)).isCloseTo(.8 + .2 * Math.exp(-.6 * z), within(1e-9));
                assertThat(end.signedLength(c, 1))
                    .isCloseTo(.2 + (0.8602388424 - .2) * Math.exp(-.6 * (2 - z)), within(1e-9));
                errors[level] += Math.abs(end.signedLength(c, 3)
                    - (.2 + (last - .2) * Math.exp(-(2 - z)))) / cells;
            }
            assertThat(result.leptonDrift()).isLessThan(1e-13);
        }
        assertThat(errors[0]).isLessThan(1e-3);
        assertThat(errors[0] / errors[1]).isBetween(3.0, 5.0);
    }

    /** Around a sphere occupations are constant along each way, and fronts follow r cos theta. */
    @Test
    void spreadsAroundASphere() {
        final MomentumModes modes = three(0);
        final FlowGrid grid = FlowGrid.of(modes, StreamGeometry.bulb(10), 10, 30, 200);
        final FlowResult result = run(FlowSetup.of(grid, MIXED, FlowProfile.constant(50), ofLengths(modes, .8, .7, .6)),
            0, 12, 40);
        final FlowCells early = result.samples().get(1).cells();
        for (int i = 0; i < 3; i++) {
            final double b = 10 * Math.sqrt(1 - modes.vz(i) * modes.vz(i));
            final double front = Math.hypot(b, 12 + 10 * modes.vz(i));
            double content = 0;
            for (int c = 0; c < 200; c++) {
                content += early.signedLength(c, i) / grid.crossingRate(c, i);
            }
            assertThat(Math.abs(content) / new double[]{.8, .7, .6}[i]).isCloseTo(12, within(1e-10));
            final int past = (int) ((front - 10) / grid.width()) + 8;
            assertThat(Math.abs(early.signedLength(past, i))).isLessThan(1e-2);
            assertThat(Math.abs(early.signedLength(past - 16, i))).isCloseTo(new double[]{.8, .7, .6}[i],
                within(1e-2));
            assertThat(Math.abs(last(result).signedLength(199, i))).isCloseTo(new double[]{.8, .7, .6}[i],
                within(1e-9));
        }
        assertThat(result.leptonDrift()).isLessThan(1e-12);
    }

    @Test
    void threadsDoNotMatter() throws InterruptedException {
        final MomentumModes modes = three(0.3);
        final FlowSetup setup = FlowSetup.of(slab(modes, 4, 50), MIXED, FlowProfile.constant(3),
            ofLengths(modes, 0.8, 0.7, 0.6));
        final FlowCells[] results = new FlowCells[2];
        for (int threads = 1; threads <= 2; threads++) {
            final int index = threads - 1;
            final CountDownLatch done = new CountDownLatch(1);
            new Workers(threads).execute(() -> {
                results[index] = last(run(setup, 0, 3));
                done.countDown();
            });
            done.await();
        }
        for (int c = 0; c < 50; c++) {
            for (int i = 0; i < 3; i++) {
                assertThat(results[1].polarization(c, i, 0)).isEqualTo(results[0].polarization(c, i, 0));
            }
        }
    }

    @Test
    void refusesWhatTurnsInTimeAndSpace() {
        final MomentumModes modes = three(0);
        assertThatThrownBy(() -> run(FlowSetup.of(slab(modes, 1, 4), MIXED, FlowProfile.constant(0),
            ofLengths(modes, 0.8, 0.7, 0.6)), 0, 1)).hasMessageContaining("can be ill-posed");
        final MomentumModes odd = MomentumModes.builder().species(Species.NU).rings(0.5).weight(1).build();
        assertThatThrownBy(() -> run(FlowSetup.of(slab(odd, 1, 4), MIXED, FlowProfile.constant(1), ofLengths(odd, 1))
            .withBoundaries(FlowBoundary.INFLOW, FlowBoundary.REFLECTING), 0, 1))
            .hasMessageContaining("has no mode of its species");
    }

    /**
     * Two neutrinos of opposite signs whose matter falls from 20 at unit rate: the curve of equilibria turns back at
     * lambda = 0.4346936605009.
     */
    @Test
    void stopsWhereTheCurveOfEquilibriaTurnsBack() {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NU).rings(0, 0).weight(1, 1)
            .omega(-0.5, -2).build();
        final FlavorState state = FlavorState.alongZ(modes, new double[]{1, 1}, new double[]{1, -1});
        final FlowSetup setup = FlowSetup.of(FlowGrid.homogeneous(modes), new Environment(0.3, 0, 1),
            FlowProfile.of(new double[]{0, 40.7}, new double[]{20, -20.7}, new double[]{1, 1}), state);
        final FlowStop stop =
            FlowRun.run(setup, Optional.empty(), new double[]{0, 10, 30, 40}, Progress.NONE).stop().orElseThrow();
        assertThat(stop.reason()).isEqualTo(FlowStop.Reason.FOLD);
        assertThat(stop.t()).isCloseTo(20 - 0.4346936605009, within(1e-5));
        assertThat(stop.value()).isGreaterThan(0.01);
    }

    /** What enters changes with time: every place has what entered when light, or half of it, left the edge. */
    @Test
    void carriesAnInflowThatChanges() {
        final MomentumModes modes =
            MomentumModes.builder().species(Species.NU, Species.NUBAR).rings(1, 0.5).weight(1, 1).build();
        final FlavorState first = FlavorState.alongZ(modes, new double[]{0.5, 1}, new double[]{0.1, 0.2});
        final FlavorState second = FlavorState.alongZ(modes, new double[]{0.9, 1}, new double[]{0.7, 0.8});
        final FlowSetup setup = FlowSetup.of(FlowGrid.of(modes, StreamGeometry.slab(), 0, 2, 20), Environment.FAST,
            FlowProfile.constant(1), first)
            .withInflow(FlowSetup.Inflow.overTime(FlowPlaces.overTime(new double[]{0, 6}, List.of(first, second))));
        final FlowResult result = FlowRun.run(setup, Optional.empty(), new double[]{0, 5}, Progress.NONE);
        final FlowCells cells = result.samples().get(1).cells();
        for (int c = 0; c < 20; c++) {
            final double z = cells.grid().centre(c);
            assertThat(cells.signedLength(c, 0)).isCloseTo(0.1 + 0.6 * (5 - z) / 6, within(1e-12));
            assertThat(cells.trace(c, 0)).isCloseTo(0.5 + 0.4 * (5 - z) / 6, within(1e-12));
            if (z < 1.5) {
                assertThat(cells.signedLength(c, 1)).isCloseTo(0.2 + 0.6 * (5 - 2 * z) / 6, within(1e-3));
            }
        }
        assertThat(result.leptonDrift()).isLessThan(1e-13);
        assertThatThrownBy(() -> FlowPlaces.overTime(new double[]{1, 0}, List.of(first, second)))
            .hasMessageContaining("Rows must rise with t");
    }
}
