package org.flavorwaves.physics.transport.flow.cell;

/** Which rotation of the frame of a cell is unknown. */
public enum Turning {
    /** None: the frame is at rest. */
    NONE,

    /** H_i -&gt; H_i - Omega n. */
    IN_TIME,

    /** H_i -&gt; H_i + v_i K n. */
    ALONG
}
