package org.flavorwaves.spark;

import java.io.Serializable;

import org.flavorwaves.physics.linear.survey.SurveyOptions;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.Units;

/**
 * What is surveyed, and in which units.
 *
 * @param cgs whether densities are in cm^-3, wave numbers in cm^-1 and rates in s^-1; else everything has the unit of
 *            the densities, which are potentials
 * @param options what the survey looks for
 * @param matterPotential lambda, in the unit of the potentials
 * @param selfInteraction factor on the nu-nu term, 1 for the physical strength
 */
public record SurveySettings(boolean cgs, SurveyOptions options, double matterPotential, double selfInteraction)
    implements Serializable {
    private static final long serialVersionUID = 1;

    /**
     * Checks the settings.
     *
     * @param cgs whether densities are in cm^-3, wave numbers in cm^-1 and rates in s^-1; else everything has the unit
     *            of the densities, which are potentials
     * @param options what the survey looks for
     * @param matterPotential lambda, in the unit of the potentials
     * @param selfInteraction factor on the nu-nu term, 1 for the physical strength
     * @throws IllegalArgumentException if moments cannot be surveyed so: in all directions or with all terms, or if a
     *             number is not finite
     */
    public SurveySettings {
        if (options.directions() == SurveyOptions.Directions.ALL || options.terms() == SurveyOptions.Terms.ALL) {
            throw new IllegalArgumentException("Moments are surveyed along the lepton-number flux in the fast limit, "
                + "not in all directions or with all terms.");
        }
        new Environment(0, matterPotential, selfInteraction);
    }

    /**
     * Densities in cm^-3, and what the node Stability Survey looks for unless said otherwise.
     *
     * @return the default settings
     */
    public static SurveySettings defaults() {
        return new SurveySettings(true, SurveyOptions.defaults(), 0, 1);
    }

    Environment environment() {
        return new Environment(0, matterPotential, selfInteraction);
    }

    /** The potential of a unit of density. */
    double potentialPerDensity() {
        return cgs ? Units.POTENTIAL_PER_DENSITY : 1;
    }

    /** The factor from a frequency in the unit of the potentials to a rate. */
    double rateFactor() {
        return cgs ? Units.SPEED_OF_LIGHT : 1;
    }
}
