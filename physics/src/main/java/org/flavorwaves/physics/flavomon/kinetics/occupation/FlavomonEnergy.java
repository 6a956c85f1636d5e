package org.flavorwaves.physics.flavomon.kinetics.occupation;

/**
 * The energy ledger of neutrinos and flavomons: densities in the unit of the potentials times that of the densities.
 *
 * @param kinetic what the neutrinos' motion has gained since time 0 (FR S24): minus v.K for each quantum emitted
 * @param potential energy of the neutrinos' flavor in the mean field (FR S21), ((D^0)^2 - (D^z)^2)/4
 * @param waves energy of the waves, sum over K of Omega N with the sign of Z (FR S39); with the quasi-linear closure,
 *            whose growing waves have no number of quanta, the potential energy of their field |A|^2 e^m* g_mn e^n
 *            (FR S31)
 * @param drift work of the changing medium on the waves since time 0, the integral of N dOmega
 * @param width energy since time 0 that is not balanced because resonances have a width, the integral of omega - k v
 *            over all exchanged quanta; 0 with the quasi-linear closure
 * @param emitted potential energy that absorption and emission of neutrinos have brought since time 0
 * @param power energy that the field dissipates into neutrinos per time (FR S35), -2 gamma Omega N; negative while
 *            waves of positive energy grow
 */
public record FlavomonEnergy(double kinetic, double potential, double waves, double drift, double width,
    double emitted, double power) {

    /**
     * What the ledger does not balance (FR S27): 0 but for the error of the time steps.
     *
     * @param start the energies at time 0
     * @return kinetic energy, and changes of potential energy and energy of the waves, less what drift, width and
     *         emission explain
     */
    public double residual(final FlavomonEnergy start) {
        return kinetic + (potential - start.potential) + (waves - start.waves) - drift - width - emitted;
    }
}
