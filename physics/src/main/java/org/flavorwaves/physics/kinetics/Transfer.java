package org.flavorwaves.physics.kinetics;

/** What waves do when the background and with it their bands change. */
public enum Transfer {
    /**
     * Amplitudes follow their band, the quasistatic approximation: each old band is matched with the new one of the
     * largest |(left_old . right_new)(left_new . right_old)|.
     */
    FOLLOW,
    /** Wave functions stay as they are and are expanded in the new bands, which keeps the second identity exactly. */
    PROJECT
}
