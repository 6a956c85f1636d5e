package org.flavorwaves.physics.linear.bands;

/** How much is computed and kept of each band. */
public enum BandDetail {
    /** Frequencies only. Defective bands are not recognised and bands are not tracked along a line. */
    VALUES,
    /** Frequencies, group velocity, participation, condition and residual; the vectors are dropped. */
    MEASURES,
    /** Everything, with right and left vectors: 32 bytes times the square of each block's size. */
    VECTORS
}
