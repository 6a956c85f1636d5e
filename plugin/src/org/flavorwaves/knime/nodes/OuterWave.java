package org.flavorwaves.knime.nodes;

import java.util.Optional;

import org.flavorwaves.knime.table.StateUnits;
import org.flavorwaves.physics.linear.collective.UnstableWave;
import org.flavorwaves.physics.state.WaveVector;

/** Says of a result on a range of wave numbers that waves grow faster outside. */
public final class OuterWave {
    private OuterWave() {
    }

    /**
     * The end of a sentence.
     *
     * @param wave the faster wave, if there is one
     * @param direction unit vector of the line
     * @param units units of the results
     * @return words that start with a semicolon; empty without a wave
     */
    public static String words(final Optional<UnstableWave> wave, final WaveVector direction,
        final StateUnits units) {
        return wave.map(w -> "; outside the range waves grow faster, at "
            + CellLoop.brief(w.growth() * units.rateFactor()) + units.rateUnit() + " at K = "
            + CellLoop.brief(w.k().dot(direction.kx(), direction.ky(), direction.kz()))
            + units.potentialUnit()).orElse("");
    }
}
