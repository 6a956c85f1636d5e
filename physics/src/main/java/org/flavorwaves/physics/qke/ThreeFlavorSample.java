package org.flavorwaves.physics.qke;

import org.flavorwaves.physics.threeflavor.ThreeFlavorState;

/**
 * A box of three flavors at one output time.
 *
 * @param time t
 * @param mean &lt;rho_i&gt;
 * @param leptonError largest |sum_i w_i s_i &lt;P_i&gt; - initial value| along the charges that commute with all
 *            external terms (FW flavor-charges), relative to sum w |P|; NaN if there are none
 * @param lengthError largest |&lt;|P_i|^2&gt; - initial value| relative to the initial value (FW length); NaN if there
 *            is damping or no polarization
 * @param determinantError largest change of the mean of det(P_i.lambda/2), which with |P_i|^2 makes the eigenvalues of
 *            rho_i, relative to the cube of the rms |P_i|; a product of three fields, it is not kept by the harmonics
 *            that a box has but by a resolved box; NaN as before
 * @param energy polarization energy density of the mean field (JK 96), which homogeneous runs conserve
 * @param tail share of the power in n != 0 that lies beyond two thirds of the kept harmonics: large values mean that
 *            the box is not resolved
 */
public record ThreeFlavorSample(double time, ThreeFlavorState mean, double leptonError, double lengthError,
    double determinantError, double energy, double tail) {
}
