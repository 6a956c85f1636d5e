package org.flavorwaves.physics.threeflavor;

import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.InvalidModeException;

/**
 * What the other flavor x of a gas of two flavors is among three, for states that go from one to the other
 * (FW other-flavor).
 */
public enum OtherFlavor {
    /** The muon flavor; tau is absent. */
    MU,
    /** The tau flavor; mu is absent. */
    TAU,
    /** The one state (mu + tau)/sqrt 2; the state orthogonal to it is absent. */
    SUPERPOSITION,
    /** Either of mu and tau, which are equal and have no coherence; each is as occupied as x. */
    EACH;

    private static final double ROOT2 = Math.sqrt(2);

    /**
     * The gas of two flavors as one of three.
     *
     * @param state the gas of two flavors
     * @param omega21 dm2_21/(2E) of each mode, in the units of the potentials
     * @param omega31 dm2_31/(2E) of each mode, same units
     * @return the state of three flavors
     * @throws InvalidModeException with {@link #EACH} if a mode has coherence, of which it is not known between which
     *             flavors it is
     */
    public ThreeFlavorState three(final FlavorState state, final double[] omega21, final double[] omega31) {
        final double[][] rho = new double[state.size()][9];
        for (int i = 0; i < rho.length; i++) {
            final double x = (state.trace(i) - state.pz(i)) / 2;
            final double re = state.px(i) / 2;
            final double im = -state.py(i) / 2;
            rho[i][0] = (state.trace(i) + state.pz(i)) / 2;
            switch (this) {
                case MU -> fill(rho[i], new double[]{x, 0, re, im, 0, 0, 0});
                case TAU -> fill(rho[i], new double[]{0, x, 0, 0, re, im, 0});
                case SUPERPOSITION -> fill(rho[i],
                    new double[]{x / 2, x / 2, re / ROOT2, im / ROOT2, re / ROOT2, im / ROOT2, x / 2});
                default -> {
                    requireNone(i, Math.hypot(re, im));
                    fill(rho[i], new double[]{x, x, 0, 0, 0, 0, 0});
                }
            }
        }
        return new ThreeFlavorState(state.modes().toBuilder().omega(new double[rho.length]).build(), omega21, omega31,
            rho);
    }

    private static void fill(final double[] rho, final double[] rest) {
        System.arraycopy(rest, 0, rho, 1, rest.length);
    }

    private static void requireNone(final int mode, final double coherence) {
        if (coherence > 0) {
            throw new InvalidModeException(mode, "has a coherence of " + coherence
                + " with the other flavor; where mu and tau are each as occupied as x, there must be none");
        }
    }

    /**
     * The gas of electron flavor and this one in a state of three.
     *
     * @param state the state of three flavors
     * @return the 2 x 2 block of its density matrices; the mean of both blocks with {@link #EACH}. Frequencies are 0
     */
    public FlavorState two(final ThreeFlavorState state) {
        final int n = state.size();
        final double[] trace = new double[n];
        final double[] px = new double[n];
        final double[] py = new double[n];
        final double[] pz = new double[n];
        for (int i = 0; i < n; i++) {
            final double[] r = state.rho(i);
            final double[] block = switch (this) {
                case MU -> new double[]{r[1], r[3], r[4]};
                case TAU -> new double[]{r[2], r[5], r[6]};
                case SUPERPOSITION -> new double[]{(r[1] + r[2]) / 2 + r[7], (r[3] + r[5]) / ROOT2,
                    (r[4] + r[6]) / ROOT2};
                case EACH -> new double[]{(r[1] + r[2]) / 2, (r[3] + r[5]) / 2, (r[4] + r[6]) / 2};
            };
            trace[i] = r[0] + block[0];
            pz[i] = r[0] - block[0];
            px[i] = 2 * block[1];
            py[i] = -2 * block[2];
        }
        return new FlavorState(state.modes(), trace, px, py, pz);
    }
}
