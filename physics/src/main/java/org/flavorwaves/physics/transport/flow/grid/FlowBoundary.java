package org.flavorwaves.physics.transport.flow.grid;

/** What happens at an end of a slab. */
public enum FlowBoundary {
    /** Modes enter with given occupations. */
    INFLOW,
    /** Nothing enters. */
    OUTFLOW,
    /** What leaves comes back in the mode of opposite velocity. */
    REFLECTING,
    /** What leaves enters at the other end. */
    PERIODIC
}
