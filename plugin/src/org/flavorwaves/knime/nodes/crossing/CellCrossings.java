package org.flavorwaves.knime.nodes.crossing;

import org.flavorwaves.knime.table.StateCell;
import org.flavorwaves.physics.distribution.crossing.BoxScheme;
import org.flavorwaves.physics.distribution.crossing.LeptonCrossings;
import org.flavorwaves.physics.distribution.crossing.ThreeFlavorBoxScheme;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.LeptonDirections;

/**
 * The crossings of one cell, weights as potentials.
 *
 * @param crossings zeros and integrals
 * @param after the state in which fast conversion is expected to end
 * @param converted whether there was anything to convert
 * @param positiveSurvival survival probability where G &gt; 0, its mean over |G| where all three flavors share
 * @param negativeSurvival survival probability where G &lt; 0, likewise
 * @param conservationError relative change of lepton numbers
 */
record CellCrossings(LeptonCrossings crossings, After after, boolean converted, double positiveSurvival,
    double negativeSurvival, double conservationError) {

    /** The modes of a state as its columns have them. */
    @FunctionalInterface
    interface After {
        /** The numbers of P0, Px, Py, Pz, or of the density matrix. */
        double[] of(int mode);
    }

    static CellCrossings of(final StateCell cell, final BoxScheme.Flavors flavors, final Progress progress) {
        final FlavorState state = cell.state();
        final LeptonCrossings crossings = LeptonCrossings.of(state, progress);
        if (cell.threeFlavors().isPresent() && flavors == BoxScheme.Flavors.THREE) {
            return ofThree(crossings, new ThreeFlavorBoxScheme(cell.threeFlavors().get()).apply());
        }
        final BoxScheme.Asymptotic end = new BoxScheme(flavors).apply(state, crossings.directions());
        return new CellCrossings(crossings, i -> numbers(cell, end.state(), i), end.converted(),
            end.positiveSurvival(), end.negativeSurvival(), end.conservationError());
    }

    private static CellCrossings ofThree(final LeptonCrossings crossings, final ThreeFlavorBoxScheme.Asymptotic end) {
        return new CellCrossings(crossings, end.state()::rho, end.converted(), mean(crossings.directions(), end, 1),
            mean(crossings.directions(), end, -1), end.conservationError());
    }

    /** The mean survival of electron flavor over the directions of one sign; 1 if there are none. */
    private static double mean(final LeptonDirections directions, final ThreeFlavorBoxScheme.Asymptotic end,
        final int sign) {
        double sum = 0;
        double all = 0;
        for (int d = 0; d < directions.size(); d++) {
            final double number = Math.max(0, sign * directions.number(d));
            sum += number * end.survival()[d];
            all += number;
        }
        return all > 0 ? sum / all : 1;
    }

    /** The flavor of a mode as the columns have it; of three flavors the pair changes and the third one stays. */
    private static double[] numbers(final StateCell cell, final FlavorState after, final int i) {
        if (cell.pair().isEmpty()) {
            return new double[]{after.trace(i), after.px(i), after.py(i), after.pz(i)};
        }
        final double[] rho = cell.threeFlavors().orElseThrow().rho(i);
        rho[cell.pair().get().first()] = (after.trace(i) + after.pz(i)) / 2;
        rho[cell.pair().get().second()] = (after.trace(i) - after.pz(i)) / 2;
        return rho;
    }

    /** The geometric mean of both sides, which the growth of the crossing goes with. */
    double growthScale() {
        return Math.sqrt(crossings.positive() * crossings.negative());
    }
}
