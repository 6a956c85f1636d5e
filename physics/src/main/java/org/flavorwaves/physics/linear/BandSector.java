package org.flavorwaves.physics.linear;

/** The invariant block that a band belongs to; the same at every wave vector of one background. */
public enum BandSector {
    /** Changes of |P_i|, Omega = v_i.k - i D_i (aligned backgrounds and equilibria). */
    TRIVIAL,
    /** Aligned background, P^1 + i P^2 about the common axis; the sector of (FR 3). */
    PLUS,
    /** Aligned background, P^1 - i P^2; the mirror of the other: (Omega, k) -&gt; (-conj Omega, -k). */
    MINUS,
    /** Equilibrium: fluctuations across the local axes. */
    TRANSVERSE,
    /** General background: all components coupled. */
    FULL
}
