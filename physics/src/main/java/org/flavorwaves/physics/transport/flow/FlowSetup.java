package org.flavorwaves.physics.transport.flow;

import java.util.List;
import java.util.Optional;

import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.transport.flow.grid.FlowBoundary;
import org.flavorwaves.physics.transport.flow.grid.FlowGrid;
import org.flavorwaves.physics.transport.flow.grid.FlowPlaces;
import org.flavorwaves.physics.transport.flow.grid.FlowProfile;

/**
 * A stream: where, in what surroundings, and what enters it.
 *
 * @param grid cells or places
 * @param environment mixing and strength of the nu-nu term; its matter potential does not count
 * @param profile matter potential and a further factor on the nu-nu term along the way, or in time in a uniform medium
 * @param sources collision terms, one for all cells or one a cell
 * @param left what happens at the first face
 * @param right what happens at the last face
 * @param inflow the states that enter at the left and at the right; modes that leave there do not count
 * @param initial states at the start: none for a vacuum, one for all cells, or one a cell
 */
public record FlowSetup(FlowGrid grid, Environment environment, FlowProfile profile, List<FlowSources> sources,
    FlowBoundary left, FlowBoundary right, Inflow inflow, List<FlavorState> initial) {

    /**
     * What enters.
     *
     * @param left at the first face
     * @param right at the last face
     * @param overTime what enters at both faces later; absent for an inflow that does not change
     */
    public record Inflow(FlavorState left, FlavorState right, Optional<FlowPlaces> overTime) {

        /**
         * An inflow that does not change.
         *
         * @param left at the first face
         * @param right at the last face
         */
        public Inflow(final FlavorState left, final FlavorState right) {
            this(left, right, Optional.empty());
        }

        /**
         * An inflow that changes.
         *
         * @param overTime states over time; the first one holds before it, the last one after it
         * @return the same at both faces
         */
        public static Inflow overTime(final FlowPlaces overTime) {
            return new Inflow(overTime.at(0), overTime.at(0), Optional.of(overTime));
        }

        /**
         * What enters at a time.
         *
         * @param t time
         * @return the inflow of that moment
         */
        public Inflow at(final double t) {
            return overTime.map(states -> new Inflow(states.at(t), states.at(t))).orElse(this);
        }
    }

    /**
     * Checks that the parts fit together.
     *
     * @param grid cells or places
     * @param environment mixing and strength of the nu-nu term; its matter potential does not count
     * @param profile matter potential and a further factor on the nu-nu term along the way, or in time in a uniform
     *            medium
     * @param sources collision terms, one for all cells or one a cell
     * @param left what happens at the first face
     * @param right what happens at the last face
     * @param inflow the states that enter at the left and at the right; modes that leave there do not count
     * @param initial states at the start: none for a vacuum, one for all cells, or one a cell
     * @throws IllegalArgumentException if numbers differ, or one end is periodic and the other is not
     */
    public FlowSetup {
        sources = List.copyOf(sources);
        initial = List.copyOf(initial);
        if (sources.size() != 1 && sources.size() != grid.cells()
            || initial.size() > 1 && initial.size() != grid.cells()) {
            throw new IllegalArgumentException("There are " + grid.cells() + " cells, but collision terms of "
                + sources.size() + " and initial states of " + initial.size() + ".");
        }
        if ((left == FlowBoundary.PERIODIC) != (right == FlowBoundary.PERIODIC)) {
            throw new IllegalArgumentException("A slab is periodic at both ends or at none, not " + left + " and "
                + right + ".");
        }
    }

    /**
     * A stream of one state: a uniform medium, or what enters at both ends of a medium that is empty at the start.
     *
     * @param grid cells or places
     * @param environment mixing and strength of the nu-nu term
     * @param profile matter along the way
     * @param state the state
     * @return the setup, with the collisions of the state's modes and inflow at the left
     */
    public static FlowSetup of(final FlowGrid grid, final Environment environment, final FlowProfile profile,
        final FlavorState state) {
        return new FlowSetup(grid, environment, profile, List.of(FlowSources.of(state.modes())), FlowBoundary.INFLOW,
            FlowBoundary.OUTFLOW, new Inflow(state, state), grid.isUniform() ? List.of(state) : List.of());
    }

    /**
     * The same with other collision terms.
     *
     * @param terms one for all cells or one a cell
     * @return a changed copy
     */
    public FlowSetup withSources(final List<FlowSources> terms) {
        return new FlowSetup(grid, environment, profile, terms, left, right, inflow, initial);
    }

    /**
     * The same with other ends.
     *
     * @param first what happens at the first face
     * @param last what happens at the last face
     * @return a changed copy
     */
    public FlowSetup withBoundaries(final FlowBoundary first, final FlowBoundary last) {
        return new FlowSetup(grid, environment, profile, sources, first, last, inflow, initial);
    }

    /**
     * The same with another inflow.
     *
     * @param enters what enters at both ends
     * @return a changed copy
     */
    public FlowSetup withInflow(final Inflow enters) {
        return new FlowSetup(grid, environment, profile, sources, left, right, enters, initial);
    }

    /**
     * The same with another start.
     *
     * @param states none for a vacuum, one for all cells, or one a cell
     * @return a changed copy
     */
    public FlowSetup withInitial(final List<FlavorState> states) {
        return new FlowSetup(grid, environment, profile, sources, left, right, inflow, states);
    }

    /** lambda at a place. */
    double matter(final double place) {
        return profile.matter(place);
    }

    /** Factor on the nu-nu term at a place. */
    double strength(final double place) {
        return environment.selfInteraction() * profile.strength(place);
    }

    FlowSources sourcesOf(final int c) {
        return sources.get(sources.size() == 1 ? 0 : c);
    }

    Environment environmentAt(final double place) {
        return new Environment(environment.thetaMix(), matter(place), strength(place));
    }
}
