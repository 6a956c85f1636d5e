package org.flavorwaves.physics.kinetics;

/** An evolution cannot start or go on; the message says why and what to try. */
public final class KineticsStoppedException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    KineticsStoppedException(final String message) {
        super(message);
    }
}
