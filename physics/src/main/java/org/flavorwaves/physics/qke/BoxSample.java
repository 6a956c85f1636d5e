package org.flavorwaves.physics.qke;

import org.flavorwaves.physics.state.FlavorState;

/**
 * A box at one output time.
 *
 * @param time t
 * @param mean &lt;P_i&gt;
 * @param leptonError largest |sum_i w_i s_i &lt;P_i&gt; - initial value| along the axes that conserve it, relative to
 *            sum w |P| (FW lepton-number), with absorption at one rate from the value that relaxes to that of the
 *            sources; NaN if no axis does or the rates differ
 * @param lengthError largest |&lt;|P_i|^2&gt; - initial value| relative to the initial value (identity 2); NaN if there
 *            is damping or no polarization
 * @param energy polarization energy density of the mean field (JK 96), which homogeneous runs conserve
 * @param tail share of the power in n != 0 that lies beyond two thirds of the kept harmonics: large values mean that
 *            the box is not resolved
 */
public record BoxSample(double time, FlavorState mean, double leptonError, double lengthError, double energy,
    double tail) {
}
