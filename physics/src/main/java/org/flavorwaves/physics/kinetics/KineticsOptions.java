package org.flavorwaves.physics.kinetics;

import org.flavorwaves.physics.kinetics.waves.SecularWindow;

/**
 * Options of {@link FlavorWaveKinetics}.
 *
 * @param waves how the waves are treated
 * @param window which products of waves {@link Waves#SECULAR} keeps
 * @param tolerance error of a time step relative to the amplitudes of the wave and to the largest |P_i|
 * @param viscosity whether waves depolarize their background; with {@link Waves#FULL} they do
 * @param feedback whether the changed |P_i| get a new mixing equilibrium and new bands; without it waves stay those of
 *            the initial background; with {@link Waves#FULL} they follow
 * @param backgroundStep half of the largest change of a |P_i| on one set of bands, with {@link Waves#FULL} of
 *            directions, relative to the longest; on one set of bands the change times the time times sum w |P| is at
 *            most three times its square. With {@link Transfer#FOLLOW} the largest change itself
 * @param transfer what amplitudes do when bands change
 * @param reversal whether a P_i may shrink through 0 and go on with the other sign of its alignment with H_i
 *            (JK 13); otherwise an evolution stops there, because the theory takes eps_i as constant
 * @param identityTolerance bound on the violation of the identities (FW lepton-number) and (FW length) at which an
 *            evolution stops; see {@link KineticsMonitors}
 * @param maxBytes most memory for bands, triads and results
 * @param listed most operations of the dense problems that list bands at the outputs with {@link Waves#FULL}
 */
public record KineticsOptions(Waves waves, SecularWindow window, double tolerance, boolean viscosity,
    boolean feedback, double backgroundStep, Transfer transfer, boolean reversal, double identityTolerance,
    long maxBytes, double listed) {
    /** Secular with the automatic window, 1e-7, all on, steps of 3 %, waves projected, identities within 5 %, 2 GiB. */
    public static final KineticsOptions DEFAULT =
        new KineticsOptions(Waves.SECULAR, SecularWindow.AUTO, 1e-7, true, true, 0.03, Transfer.PROJECT, true, 0.05,
            1L << 31, 1e7);

    /**
     * Checks the numbers.
     *
     * @param waves how the waves are treated
     * @param window which products of waves {@link Waves#SECULAR} keeps
     * @param tolerance error of a time step relative to the amplitudes of the wave and to the largest |P_i|
     * @param viscosity whether waves depolarize their background; with {@link Waves#FULL} they do
     * @param feedback whether the changed |P_i| get a new mixing equilibrium and new bands; without it waves stay those
     *            of the initial background
     * @param backgroundStep half of the largest change of a |P_i| on one set of bands, with {@link Waves#FULL} of
     *            directions, relative to the longest; on one set of bands the change times the time times sum w |P| is
     *            at most three times its square. With {@link Transfer#FOLLOW} the largest change itself
     * @param transfer what amplitudes do when bands change
     * @param reversal whether a P_i may shrink through 0 and go on with the other sign of its alignment with H_i
     *            (JK 13); otherwise an evolution stops there, because the theory takes eps_i as constant
     * @param identityTolerance bound on the violation of the identities (FW lepton-number) and (FW length) at which an
     *            evolution stops; see {@link KineticsMonitors}
     * @param maxBytes most memory for bands, triads and results
     * @param listed most operations of the dense problems that list bands at the outputs with {@link Waves#FULL}
     * @throws IllegalArgumentException if a number is out of its range
     */
    public KineticsOptions {
        requireShare("tolerance", tolerance);
        requireShare("backgroundStep", backgroundStep);
        if (!(identityTolerance > 0)) {
            throw new IllegalArgumentException("identityTolerance must be above 0 but is " + identityTolerance + ".");
        }
        if (maxBytes < 1) {
            throw new IllegalArgumentException("maxBytes must be at least 1 but is " + maxBytes + ".");
        }
    }

    private static void requireShare(final String name, final double value) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException(name + " must be above 0 and below 1 but is " + value + ".");
        }
    }

    /**
     * The same options with another treatment of the waves.
     *
     * @param choice how the waves are treated
     * @return a changed copy
     */
    public KineticsOptions withWaves(final Waves choice) {
        return new KineticsOptions(choice, window, tolerance, viscosity, feedback, backgroundStep, transfer, reversal,
            identityTolerance, maxBytes, listed);
    }

    /**
     * The same options with another window.
     *
     * @param choice which products of waves are kept
     * @return a changed copy
     */
    public KineticsOptions withWindow(final SecularWindow choice) {
        return new KineticsOptions(waves, choice, tolerance, viscosity, feedback, backgroundStep, transfer, reversal,
            identityTolerance, maxBytes, listed);
    }

    /**
     * The same options with other accuracies.
     *
     * @param step error of a time step
     * @param background largest relative change of a |P_i| on one set of bands
     * @return a changed copy
     */
    public KineticsOptions withAccuracy(final double step, final double background) {
        return new KineticsOptions(waves, window, step, viscosity, feedback, background, transfer, reversal,
            identityTolerance, maxBytes, listed);
    }

    /**
     * The same options with parts of the theory switched.
     *
     * @param withViscosity whether waves depolarize their background
     * @param withFeedback whether the background and the bands follow
     * @return a changed copy
     */
    public KineticsOptions withBackground(final boolean withViscosity, final boolean withFeedback) {
        return new KineticsOptions(waves, window, tolerance, withViscosity, withFeedback, backgroundStep, transfer,
            reversal, identityTolerance, maxBytes, listed);
    }

    /**
     * The same options with another transfer.
     *
     * @param choice what amplitudes do when bands change
     * @return a changed copy
     */
    public KineticsOptions withTransfer(final Transfer choice) {
        return new KineticsOptions(waves, window, tolerance, viscosity, feedback, backgroundStep, choice, reversal,
            identityTolerance, maxBytes, listed);
    }

    /**
     * The same options with or without reversal.
     *
     * @param allowed whether a P_i may go through 0
     * @return a changed copy
     */
    public KineticsOptions withReversal(final boolean allowed) {
        return new KineticsOptions(waves, window, tolerance, viscosity, feedback, backgroundStep, transfer, allowed,
            identityTolerance, maxBytes, listed);
    }

    /**
     * The same options with other bounds.
     *
     * @param identities bound on the violation of identities
     * @param bytes most memory
     * @return a changed copy
     */
    public KineticsOptions withBounds(final double identities, final long bytes) {
        return new KineticsOptions(waves, window, tolerance, viscosity, feedback, backgroundStep, transfer, reversal,
            identities, bytes, listed);
    }

    /**
     * The same options with another bound on what bands for the output may cost.
     *
     * @param operations of the dense problems, infinite for always
     * @return a changed copy
     */
    public KineticsOptions withListed(final double operations) {
        return new KineticsOptions(waves, window, tolerance, viscosity, feedback, backgroundStep, transfer, reversal,
            identityTolerance, maxBytes, operations);
    }
}
