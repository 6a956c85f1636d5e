package org.flavorwaves.physics.kinetics;

/**
 * How well an evolution keeps what the box equation keeps exactly, and how close the waves are to equilibrium.
 *
 * @param leptonDrift first identity: the largest change of the component of sum_i w_i s_i P_i along an axis of symmetry
 *            of the external terms, with one rate of absorption on an aligned gas beside its relaxation to the sources,
 *            relative to sum_i w_i |P_i|; NaN if none is kept
 * @param lengthDrift second identity: the largest change of |P_i|^2 + sum_{n != 0} |P_{i,n}|^2 that collisions do not
 *            cause, relative to the largest |P_i|^2 at t = 0. It is exact for an infinite window, unchanged bands and
 *            exact time steps; the secular approximation and {@link Transfer#FOLLOW} break it; NaN with
 *            absorption, which changes it by its own
 * @param viscosityResidual third identity: the largest difference of gamma_i |P_i|^2 from the fields and from the
 *            frequencies, relative to sum_b |Omega_b| |Phi_b|^2; NaN without waves
 * @param waveTorque the largest |sum_m H_{i,n-m} x P_{i,m}| of all modes and waves, 0 in flavor-wave equilibrium
 *            (JK 103), in the units of the potentials
 * @param torqueShare sum_{i,n} w_i |H_{i,-n} x P_{i,n}| over sum_{i,n} w_i |H_{i,-n}||P_{i,n}|, 0 if all waves are
 *            synchronized (JK 22); NaN without waves
 * @param waveDriving the largest |Im(N_{n,b} exp(-i phi_{n,b}))|, 0 in flavor-wave equilibrium of the kinetics
 *            (JK 104), in the units of the potentials
 * @param largestGrowth max Im Omega in the units of the potentials; NaN without bands
 * @param worstCondition the largest condition number of the bands; NaN without them
 */
public record KineticsMonitors(double leptonDrift, double lengthDrift, double viscosityResidual, double waveTorque,
    double torqueShare, double waveDriving, double largestGrowth, double worstCondition) {
}
