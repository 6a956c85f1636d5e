package org.flavorwaves.physics.flavomon.kinetics;

/**
 * What is exchanged between neutrinos and flavomons, and how.
 *
 * @param closure resonant or quasi-linear
 * @param seed initial content of every mode: quanta N per state for the resonant closure, intensity |A|^2 of the flavor
 *            field per unit of K for the quasi-linear one
 * @param spontaneous whether quanta are also emitted spontaneously (resonant closure only)
 * @param width half-width of the resonance in cos theta; 0 for the spacing of the directions
 * @param order highest order of the Legendre series over cos theta from which resonant modes are computed; negative for
 *            one less than the number of Gauss-Legendre directions, a third of the number of other directions
 * @param transverse whether transverse modes take part
 * @param maxDamping modes that decay faster than this in the initial medium are left out, in the unit of the potentials
 */
public record FlavomonOptions(Closure closure, double seed, boolean spontaneous, double width, int order,
    boolean transverse, double maxDamping) {

    /**
     * Checks the numbers.
     *
     * @param closure resonant or quasi-linear
     * @param seed initial content of every mode: quanta N per state for the resonant closure, intensity |A|^2 of the
     *            flavor field per unit of K for the quasi-linear one
     * @param spontaneous whether quanta are also emitted spontaneously (resonant closure only)
     * @param width half-width of the resonance in cos theta; 0 for the spacing of the directions
     * @param order highest order of the Legendre series over cos theta from which resonant modes are computed; negative
     *            for one less than the number of Gauss-Legendre directions, a third of the number of other directions
     * @param transverse whether transverse modes take part
     * @param maxDamping modes that decay faster than this in the initial medium are left out, in the unit of the
     *            potentials
     * @throws IllegalArgumentException naming the number that is out of range
     */
    public FlavomonOptions {
        requireNotNegative("The initial content of the modes", seed);
        requireNotNegative("The width of the resonance", width);
        requireNotNegative("The largest damping rate", maxDamping);
    }

    private static void requireNotNegative(final String what, final double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(what + " must be a number of at least 0 but is " + value + ".");
        }
    }

    /**
     * The resonant closure with all else automatic: longitudinal modes, width of the directions' spacing.
     *
     * @param seed initial N
     * @param spontaneous whether quanta are also emitted spontaneously
     * @param maxDamping fastest decay of modes that are followed, in the unit of the potentials
     * @return options
     */
    public static FlavomonOptions resonant(final double seed, final boolean spontaneous, final double maxDamping) {
        return new FlavomonOptions(Closure.RESONANT, seed, spontaneous, 0, -1, false, maxDamping);
    }

    /**
     * The quasi-linear closure.
     *
     * @param seed initial |A|^2 per unit of K
     * @return options
     */
    public static FlavomonOptions quasiLinear(final double seed) {
        return new FlavomonOptions(Closure.QUASI_LINEAR, seed, false, 0, -1, false, 0);
    }

    /**
     * The same with transverse waves beside longitudinal ones.
     *
     * @return changed options
     */
    public FlavomonOptions withTransverse() {
        return new FlavomonOptions(closure, seed, spontaneous, width, order, true, maxDamping);
    }
}
