package org.flavorwaves.physics.linear.survey;

import java.io.Serializable;

/**
 * What a survey looks for.
 *
 * @param terms which terms of the equations count
 * @param directions along which wave vectors waves are looked for
 * @param transverse whether rings also have waves that break their axial symmetry
 * @param resolution number of phase velocities of the map, at least 8; with 24 the fastest wave of more than 99 in 100
 *            media of a few beams with random directions and signs is found, and of all closed moments that were tried
 * @param floor lowest growth rate of interest, above 0 and below 1, as a part of sum |G| over the directions in the
 *            fast limit and of sum w|P| over the modes with all terms; slower waves count as none
 * @serial exclude
 */
public record SurveyOptions(Terms terms, Directions directions, boolean transverse, int resolution, double floor)
    implements Serializable {
    /** Resolution unless said otherwise. */
    public static final int DEFAULT_RESOLUTION = 24;

    private static final long BYTES_A_VELOCITY = 512;

    /** Lowest growth rate unless said otherwise. */
    public static final double DEFAULT_FLOOR = 1e-3;

    /** Which terms count. */
    public enum Terms {
        /** All that a cell has: the neutrino-neutrino term alone only where there is no other and P is along z. */
        AUTO,
        /** The neutrino-neutrino term alone. */
        FAST,
        /** Also vacuum oscillations and collisions, and every cell by the complete search. */
        ALL
    }

    /** Which wave vectors are searched. */
    public enum Directions {
        /** Those along the lepton-number flux. */
        FLUX,
        /** All. */
        ALL
    }

    /**
     * Checks the options.
     *
     * @param terms which terms of the equations count
     * @param directions along which wave vectors waves are looked for
     * @param transverse whether rings also have waves that break their axial symmetry
     * @param resolution number of phase velocities of the map, at least 8; with 24 the fastest wave of more than 99 in
     *            100 media of a few beams with random directions and signs is found, and of all closed moments that
     *            were tried
     * @param floor lowest growth rate of interest, above 0 and below 1, as a part of sum |G| over the directions in the
     *            fast limit and of sum w|P| over the modes with all terms; slower waves count as none
     * @throws IllegalArgumentException if a number is out of its bounds
     */
    public SurveyOptions {
        if (resolution < 8) {
            throw new IllegalArgumentException("The resolution is " + resolution + "; it must be at least 8.");
        }
        if (!(floor > 0 && floor < 1)) {
            throw new IllegalArgumentException("The lowest growth rate is " + floor
                + " of the lepton number; it must be above 0 and below 1.");
        }
    }

    /**
     * What the map of one cell takes, so that a resolution that cannot fit is refused before the work starts: a row of
     * its mesh with the eigenvalues at each point, and the waves at its edges.
     *
     * @return bytes
     */
    public long bytes() {
        return BYTES_A_VELOCITY * resolution;
    }

    /**
     * All terms that a cell has, waves along the lepton-number flux.
     *
     * @return the default options
     */
    public static SurveyOptions defaults() {
        return new SurveyOptions(Terms.AUTO, Directions.FLUX, true, DEFAULT_RESOLUTION, DEFAULT_FLOOR);
    }
}
