package org.flavorwaves.physics.threeflavor;

import java.util.Arrays;

import org.flavorwaves.physics.state.Absorption;
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
        final int n = state.size();
        final Absorption absorption = state.modes().absorption();
        final double[][] rho = new double[n][];
        final double[][] sources = new double[n][];
        final double[] rates = new double[n];
        for (int i = 0; i < n; i++) {
            rho[i] = three(i, state.trace(i), state.px(i), state.py(i), state.pz(i));
            rates[i] = absorption.rate(i);
            sources[i] = three(i, absorption.trace(i), absorption.px(i), absorption.py(i), absorption.pz(i));
        }
        return new ThreeFlavorState(state.modes().toBuilder().omega(new double[n])
            .absorption(ThreeFlavorState.absorption(rates, sources)).build(), omega21, omega31, rho);
    }

    private double[] three(final int mode, final double trace, final double px, final double py, final double pz) {
        final double[] rho = new double[9];
        final double x = (trace - pz) / 2;
        final double re = px / 2;
        final double im = -py / 2;
        rho[0] = (trace + pz) / 2;
        switch (this) {
            case MU -> fill(rho, new double[]{x, 0, re, im, 0, 0, 0});
            case TAU -> fill(rho, new double[]{0, x, 0, 0, re, im, 0});
            case SUPERPOSITION -> fill(rho,
                new double[]{x / 2, x / 2, re / ROOT2, im / ROOT2, re / ROOT2, im / ROOT2, x / 2});
            default -> {
                requireNone(mode, Math.hypot(re, im));
                fill(rho, new double[]{x, x, 0, 0, 0, 0, 0});
            }
        }
        return rho;
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
        final double[][] p = new double[n][];
        final double[][] sources = new double[n][];
        for (int i = 0; i < n; i++) {
            p[i] = two(state.rho(i));
            sources[i] = two(state.source(i));
        }
        final double[] rates = new double[n];
        Arrays.setAll(rates, state.modes().absorption()::rate);
        return new FlavorState(state.modes().toBuilder().absorption(new Absorption(rates, column(sources, 0),
            column(sources, 1), column(sources, 2), column(sources, 3))).build(), column(p, 0), column(p, 1),
            column(p, 2), column(p, 3));
    }

    /** P0, Px, Py and Pz. */
    private double[] two(final double[] r) {
        final double[] block = switch (this) {
            case MU -> new double[]{r[1], r[3], r[4]};
            case TAU -> new double[]{r[2], r[5], r[6]};
            case SUPERPOSITION -> new double[]{(r[1] + r[2]) / 2 + r[7], (r[3] + r[5]) / ROOT2,
                (r[4] + r[6]) / ROOT2};
            case EACH -> new double[]{(r[1] + r[2]) / 2, (r[3] + r[5]) / 2, (r[4] + r[6]) / 2};
        };
        return new double[]{r[0] + block[0], 2 * block[1], -2 * block[2], r[0] - block[0]};
    }

    private static double[] column(final double[][] rows, final int column) {
        return Arrays.stream(rows).mapToDouble(row -> row[column]).toArray();
    }
}
