package org.flavorwaves.physics.qke;

import java.util.List;
import java.util.Optional;

import org.flavorwaves.physics.qke.field.BoxField;
import org.flavorwaves.physics.run.TimedText;

/**
 * The evolution of a box.
 *
 * @param samples the box at the output times, t = 0 first
 * @param spectra |P_{i,n}|^2 at the output times
 * @param last the field at the time of the last sample, from which the run can be continued
 * @param steps time steps taken
 * @param rejected time steps that the error control refused
 * @param evaluations evaluations of the right-hand side
 * @param sensitivity how fast a twin goes away from the run; empty without a twin
 * @param echo how much of the start returned; empty without an echo or if the run ended before
 * @param flavorConserved whether sum w s &lt;Pz&gt; is conserved
 * @param broken why the run stopped before its end: a sentence that names the identity, its error and its tolerance
 */
public record QkeRun(List<BoxSample> samples, BoxSpectra spectra, BoxField last, long steps, long rejected,
    long evaluations, Optional<Sensitivity> sensitivity, Optional<Echo.Return> echo, boolean flavorConserved,
    Optional<TimedText> broken) {

    /**
     * The largest error of identity 1.
     *
     * @return over all samples, relative; NaN if the equation conserves none
     */
    public double leptonError() {
        return samples.stream().mapToDouble(BoxSample::leptonError).max().orElse(0);
    }

    /**
     * The largest error of identity 2.
     *
     * @return over all samples and modes, relative; NaN if there is damping or no polarization
     */
    public double lengthError() {
        return samples.stream().mapToDouble(BoxSample::lengthError).max().orElse(0);
    }
}
