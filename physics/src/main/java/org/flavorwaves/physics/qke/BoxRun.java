package org.flavorwaves.physics.qke;

import java.util.List;
import java.util.Optional;

import org.flavorwaves.physics.qke.field.BoxField;
import org.flavorwaves.physics.run.TimedText;

/**
 * The evolution of a box of any number of flavors.
 *
 * @param samples the box at the output times, t = 0 first
 * @param spectra |P_{i,n}|^2 at the output times
 * @param last the field at the time of the last sample, from which the run can be continued
 * @param steps time steps taken
 * @param rejected time steps that the error control refused
 * @param evaluations evaluations of the right-hand side
 * @param sensitivity how fast a twin goes away from the run; empty without a twin
 * @param echo how much of the start returned; empty without an echo or if the run ended before
 * @param broken why the run stopped before its end: a sentence that names the identity, its error and its tolerance
 * @param <S> what is measured at an output
 */
public record BoxRun<S>(List<S> samples, BoxSpectra spectra, BoxField last, long steps, long rejected,
    long evaluations, Optional<Sensitivity> sensitivity, Optional<Echo.Return> echo, Optional<TimedText> broken) {
}
