package org.flavorwaves.physics.thermo.temperature;

import java.util.Locale;

/** The scope of a search in words. */
final class Statements {
    private Statements() {
    }

    static String atBeta(final BranchSearch.Solutions solutions, final int count, final int starts) {
        final String states = count == 1 ? "1 thermal state" : count + " thermal states";
        final String flat = solutions.unresolved() == 0 ? ""
            : " " + solutions.unresolved() + " of them at a fold or a bifurcation, to rounding.";
        return switch (solutions.scope()) {
            case UNIQUE -> count == 0 ? "There is one thermal state, but Newton's method did not reach it; try more"
                + " iterations." : "There is one thermal state, and there cannot be another.";
            case COMPLETE -> "All thermal states at this beta: " + count + ", up to rotations in flavor space." + flat;
            case SEARCH -> states + " found from " + starts + " starts; "
                + (solutions.incomplete() ? "their numbers of unstable directions prove that there are others."
                    : String.format(Locale.ROOT, "about %.2g of all starts, or fewer, would lead to another; this is a "
                    + "search, not a proof that there is none.", solutions.unseen())) + flat;
        };
    }

    static String atEnergy(final int count, final double energy, final ThermalEnergySearch search) {
        if (count > 0) {
            return (count == 1 ? "1 thermal state" : count + " thermal states") + " of this polarization energy found"
                + " for |beta| up to " + number(search.largestBeta()) + "; this is a search, not a proof that there is"
                + " no other.";
        }
        if (search.isAtLimit()) {
            return "The polarization energy " + number(energy) + " is reached only for beta to infinity, by completely"
                + " polarized modes.";
        }
        return "No thermal state has the polarization energy " + number(energy) + "; those found for |beta| up to "
            + number(search.largestBeta()) + " have energies from " + number(search.lowestEnergy()) + " to "
            + number(search.highestEnergy()) + ", in the square of the unit of the potentials.";
    }

    private static String number(final double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }
}
