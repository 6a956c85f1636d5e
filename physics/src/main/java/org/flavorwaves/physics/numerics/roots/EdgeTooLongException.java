package org.flavorwaves.physics.numerics.roots;

import java.util.Locale;

/** The edge of a rectangle is so long beside the distance of the poles that its phase is not followed to the end. */
public final class EdgeTooLongException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    EdgeTooLongException(final double length, final int samples) {
        super(String.format(Locale.ROOT, "The dispersion function has structure too fine for the %.3g of frequency in"
            + " which its zeros can lie: %d samples do not resolve it. Frequencies, wave numbers and the"
            + " neutrino-neutrino term are of very different size; check the units.", length, samples));
    }
}
