package org.flavorwaves.physics.flavomon.kinetics;

/** How the exchange between neutrinos and flavomons is closed. */
public enum Closure {
    /**
     * Neutrinos in resonance only (FR 17), (FR 21). Conserves f_e + f_x of each mode, n_e - n_psi and n_x + n_psi
     * (FR 22).
     */
    RESONANT,

    /**
     * Growing modes with their own width, pi delta(x) -&gt; gamma/(x^2 + gamma^2). The neutrinos alone
     * conserve sum w g.
     */
    QUASI_LINEAR
}
