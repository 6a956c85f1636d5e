package org.flavorwaves.physics.transport.flow;

import java.util.function.Function;

import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.transport.flow.grid.FlowBoundary;
import org.flavorwaves.physics.transport.flow.grid.FlowGrid;

/**
 * Streams whose cells are alike, and stay so because nothing distinguishes them: a uniform medium, and a periodic slab
 * of one state in even surroundings. Such a stream changes in time only, as one of its cells does.
 */
public final class AlikeCells {
    /** Differences that are rounding, of states and in units of potentials and rates. */
    private static final double ROUNDING = 1e-12;

    private AlikeCells() {
    }

    /**
     * Whether all cells are alike.
     *
     * @param setup the stream
     * @return true if each cell has what the first one has, but for rounding, and no end distinguishes them
     */
    public static boolean are(final FlowSetup setup) {
        final FlowGrid grid = setup.grid();
        if (grid.isUniform()) {
            return true;
        }
        boolean alike = setup.left() == FlowBoundary.PERIODIC;
        for (int c = 1; c < grid.cells() && alike; c++) {
            alike = isClose(setup.profile().matter(grid.centre(c)), setup.profile().matter(grid.centre(0)))
                && isClose(setup.profile().strength(grid.centre(c)), setup.profile().strength(grid.centre(0)));
        }
        for (int c = 1; c < setup.sources().size() && alike; c++) {
            alike = isLike(setup.sources().get(c), setup.sources().get(0));
        }
        for (int c = 1; c < setup.initial().size() && alike; c++) {
            alike = isLike(setup.initial().get(c), setup.initial().get(0));
        }
        return alike;
    }

    private static boolean isLike(final FlavorState state, final FlavorState other) {
        return isLike(state, other, FlavorState::traces) && isLike(state, other, FlavorState::pxs)
            && isLike(state, other, FlavorState::pys) && isLike(state, other, FlavorState::pzs);
    }

    private static <T> boolean isLike(final T cell, final T other, final Function<T, double[]> values) {
        final double[] here = values.apply(cell);
        final double[] there = values.apply(other);
        boolean alike = true;
        for (int i = 0; i < here.length && alike; i++) {
            alike = isClose(here[i], there[i]);
        }
        return alike;
    }

    private static boolean isLike(final FlowSources sources, final FlowSources other) {
        boolean alike = true;
        for (int i = 0; i < sources.modes() && alike; i++) {
            alike = isClose(sources.loss(i), other.loss(i)) && isClose(sources.absorption(i), other.absorption(i))
                && isClose(sources.emissionTrace(i), other.emissionTrace(i));
            for (int a = 0; a < 3 && alike; a++) {
                alike = isClose(sources.emission(i, a), other.emission(i, a));
            }
        }
        return alike;
    }

    private static boolean isClose(final double value, final double other) {
        return Math.abs(value - other) <= ROUNDING * Math.max(1, Math.abs(other));
    }
}
