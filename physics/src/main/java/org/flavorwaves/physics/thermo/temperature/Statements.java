package org.flavorwaves.physics.thermo.temperature;

import java.util.Locale;

import org.flavorwaves.physics.state.FlavorState;

/** The scope of a search, and the verdict of a fit, in words. */
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

    static String ofFit(final FlavorState state, final double beta, final TemperatureFit.FitSummary summary,
        final TemperatureFit.FitArrays arrays, final double tolerance) {
        if (Double.isNaN(beta)) {
            return "No flavor temperature can be fitted: "
                + (summary.saturated() > 0 ? "every mode that has a field is completely polarized, which would need an"
                    + " infinite beta." : "no mode has a field.");
        }
        final String size = String.format(Locale.ROOT, "relative rms residual %.3g, tolerance %.3g",
            summary.residual(), tolerance);
        if (summary.compatible()) {
            return String.format(Locale.ROOT, "Compatible with one flavor temperature: beta = %.6g (%s).", beta, size);
        }
        final int i = summary.worst();
        final StringBuilder text = new StringBuilder(String.format(Locale.ROOT,
            "Not compatible with one flavor temperature: the best beta = %.6g leaves a %s; worst is mode %d (%s) with "
                + "|P| = %.4g where %.4g is thermal, %.3g rad from its thermal direction.", beta, size, i,
            state.modes().species(i).label(), arrays.length()[i], arrays.predictedLength()[i], arrays.angle()[i]));
        if (summary.opposed() > 0) {
            text.append(" ").append(summary.opposed()).append(" of ").append(state.size())
                .append(" modes point against what one temperature demands.");
        }
        if (summary.misalignment() > tolerance) {
            text.append(String.format(Locale.ROOT,
                " The state is not in mixing equilibrium: %.3g of it is across the field.", summary.misalignment()));
        }
        return text.toString();
    }
}
