package org.flavorwaves.knime.testing;

import java.util.List;

/** Where a gas of two flavors stands among three. */
public enum Embedding {
    /** x is the muon flavor; there is no tau flavor. */
    E_MU,
    /** x is the tau flavor; there is no muon flavor. */
    E_TAU,
    /** The muon flavor stands for e and the tau flavor for x; there is no electron flavor. */
    MU_TAU,
    /** x = (mu + tau)/sqrt2; mu and tau are equal and coherent. */
    MEAN,
    /** mu and tau are each as occupied as x, without coherence between flavors. */
    EQUAL;

    /** The pairs with electron flavor. */
    public static final List<Embedding> PAIRS = List.of(E_MU, E_TAU);

    /** All places of a state that may have coherence. */
    public static final List<Embedding> COHERENT = List.of(E_MU, E_TAU, MEAN);

    /** All places in which a flavor-diagonal state stays one. */
    public static final List<Embedding> DIAGONAL = List.of(E_MU, E_TAU, EQUAL);

    /**
     * The density matrix of a mode.
     *
     * @param p0 occupation
     * @param px polarization
     * @param py polarization
     * @param pz polarization
     * @return ee, mm, tt, and real and imaginary parts of em, et, mt
     */
    double[] rho(final double p0, final double px, final double py, final double pz) {
        final double e = (p0 + pz) / 2;
        final double x = (p0 - pz) / 2;
        final double half = Math.sqrt(0.5);
        return switch (this) {
            case E_MU -> new double[]{e, x, 0, px / 2, -py / 2, 0, 0, 0, 0};
            case E_TAU -> new double[]{e, 0, x, 0, 0, px / 2, -py / 2, 0, 0};
            case MU_TAU -> new double[]{0, e, x, 0, 0, 0, 0, px / 2, -py / 2};
            case MEAN -> new double[]{e, x / 2, x / 2, half * px / 2, -half * py / 2, half * px / 2, -half * py / 2,
                x / 2, 0};
            case EQUAL -> {
                if (px != 0 || py != 0) {
                    throw new IllegalArgumentException("The state has coherence.");
                }
                yield new double[]{e, x, x, 0, 0, 0, 0, 0, 0};
            }
        };
    }

    /**
     * The vacuum frequencies of a mode.
     *
     * @param omega that of two flavors
     * @return omega21 and omega31
     */
    double[] frequencies(final double omega) {
        return new double[]{this == E_MU || this == EQUAL ? omega : 0, this == E_MU ? 0 : omega};
    }

    /**
     * Sets mixing angles, phase and splittings of a node that are those of two flavors here.
     *
     * @param node a node
     * @param theta mixing angle of two flavors
     * @param deltaM2 mass splitting of two flavors in eV^2
     * @return the node
     */
    public NodeTester mixing(final NodeTester node, final double theta, final double deltaM2) {
        final double[] splittings = frequencies(deltaM2);
        return node.set("thetaMix", theta).set("deltaM2", deltaM2).set("theta12", this == E_MU ? theta : 0.0)
            .set("theta13", this == E_TAU || this == MEAN ? theta : 0.0)
            .set("theta23", this == MEAN ? Math.PI / 4 : 0.0).set("deltaCP", 0.0).set("deltaM21", splittings[0])
            .set("deltaM31", splittings[1]);
    }

    /**
     * The pair that the gas is of.
     *
     * @return name of a pair
     */
    public String pair() {
        return this == E_TAU || this == MU_TAU ? name() : E_MU.name();
    }
}
