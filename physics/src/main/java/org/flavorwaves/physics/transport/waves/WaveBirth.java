package org.flavorwaves.physics.transport.waves;

/**
 * A wave that was born a little earlier, where two real ones merged. Its growth has risen as gamma^2 = kappa^3 t while
 * the noise I_0 fell as 1/gamma, so that what it gains from it has a limit that does not depend on when it is found
 * (FW wave-birth):
 *
 * <pre>2 int gamma dt = (4/3) x^3,   x = gamma/kappa,
 * int 2 gamma I_0 exp(-2 int gamma dt) dt = x I_0 int_0^inf 4 u exp(-(4/3) u^3) du</pre>
 *
 * @param gamma growth rate when the wave was found
 * @param rise d gamma^2/dt = kappa^3, positive
 */
record WaveBirth(double gamma, double rise) {
    /** int_0^inf 4 u exp(-(4/3) u^3) du = (4/3) (3/4)^(2/3) Gamma(2/3). */
    private static final double GAIN = 1.4903996408030251;

    /** exp(2 int gamma dt) since the birth. */
    double growth() {
        return Math.exp(4 * gamma * gamma * gamma / (3 * rise));
    }

    /** The intensity at the birth, in units of the I_0 that the wave has when it is found. */
    double noise() {
        return GAIN * gamma / Math.cbrt(rise);
    }
}
