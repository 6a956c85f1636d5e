package org.flavorwaves.physics.thermo.temperature;

/** How much is known about whether all branches were found. */
public enum SearchScope {
    /** There cannot be more than one, because S + 2 beta U curves down everywhere the modes can go. */
    UNIQUE,
    /**
     * All were found: every solution lies along one axis, and all roots of the one equation that remains were isolated
     * with bounds on its derivative.
     */
    COMPLETE,
    /** Newton from many starts, each solution found being excluded from the next search: a search, not a proof. */
    SEARCH
}
