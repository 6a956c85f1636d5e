package org.flavorwaves.physics.kinetics;

/** An evolution cannot go on; the message says why and what to try. */
final class KineticsStoppedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    KineticsStoppedException(final String message) {
        super(message);
    }
}
