package org.flavorwaves.physics.numerics.roots;

/** A function vanishes on the edge of a rectangle, so that its phase cannot be followed there. */
public final class ZeroOnEdgeException extends Exception {
    private static final long serialVersionUID = 1;
}
