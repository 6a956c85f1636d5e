package org.flavorwaves.physics.qke.engine;

import java.util.Optional;

/**
 * What is done with the right-hand sides of a block a few harmonics at a time, as long as they are in the cache. They
 * are then the numbers from an index to below another of the array that is set to them.
 */
interface SlopeUse {
    /** Nothing. */
    SlopeUse NONE = new SlopeUse() {
        @Override
        public void before(final int from, final int to) {
        }

        @Override
        public void after(final int from, final int to) {
        }

        @Override
        public Optional<Phases> next() {
            return Optional.empty();
        }

        @Override
        public double[] state() {
            throw new UnsupportedOperationException("There is no next evaluation.");
        }
    };

    /** Is called before numbers are set. */
    void before(int from, int to);

    /** Is called when they are set. */
    void after(int from, int to);

    /** The phases of the next evaluation, for which the state is put after these calls; empty if it is not. */
    Optional<Phases> next();

    /** Its state, whose numbers in the same places do not change later. */
    double[] state();
}
