package org.flavorwaves.physics.distribution;

import java.util.function.DoubleUnaryOperator;

/**
 * Axisymmetric densities of the four kinds of neutrino per cos theta, in the unit the weights shall have.
 *
 * @param nuE density of electron neutrinos, &gt;= 0 for every v in [-1, 1]
 * @param nubarE density of electron antineutrinos
 * @param nuX density of one heavy-lepton neutrino
 * @param nubarX density of one heavy-lepton antineutrino
 */
public record FlavorAngles(DoubleUnaryOperator nuE, DoubleUnaryOperator nubarE, DoubleUnaryOperator nuX,
    DoubleUnaryOperator nubarX) {
    private static final DoubleUnaryOperator NONE = v -> 0;

    /**
     * Electron flavor only.
     *
     * @param nuE density of electron neutrinos
     * @param nubarE density of electron antineutrinos
     * @return no heavy-lepton neutrinos
     */
    public static FlavorAngles electron(final DoubleUnaryOperator nuE, final DoubleUnaryOperator nubarE) {
        return new FlavorAngles(nuE, nubarE, NONE, NONE);
    }

    /**
     * A lepton number G(v) of either sign as neutrinos: nu_e with density G where G &gt; 0, and the carrier with
     * density -G where G &lt; 0. No direction holds both, so there is one mode a direction, with sum w s P_z = G.
     *
     * @param leptonNumber G(v)
     * @param carrier what carries G &lt; 0
     * @return the densities
     */
    public static FlavorAngles ofLeptonNumber(final DoubleUnaryOperator leptonNumber, final LeptonCarrier carrier) {
        final DoubleUnaryOperator positive = v -> positive(leptonNumber.applyAsDouble(v));
        final DoubleUnaryOperator negative = v -> positive(-leptonNumber.applyAsDouble(v));
        return carrier == LeptonCarrier.ANTINEUTRINOS ? new FlavorAngles(positive, negative, NONE, NONE)
            : new FlavorAngles(positive, NONE, negative, NONE);
    }

    private static double positive(final double x) {
        return x <= 0 ? 0 : x;
    }

    /**
     * Half-Gaussians at v = 1: electron neutrinos of width sigma and unit density, electron antineutrinos of width
     * sigmaBar and density alpha.
     *
     * @param sigma width of the neutrinos in v
     * @param sigmaBar width of the antineutrinos
     * @param alpha number of antineutrinos per neutrino
     * @return the densities
     */
    public static FlavorAngles halfGaussian(final double sigma, final double sigmaBar, final double alpha) {
        return electron(AngularShapes.halfGaussian(sigma, 1), AngularShapes.halfGaussian(sigmaBar, alpha));
    }

    /**
     * The density of one kind.
     *
     * @param kind which
     * @return its density per cos theta
     */
    public DoubleUnaryOperator of(final FlavorSpecies kind) {
        return switch (kind) {
            case NU_E -> nuE;
            case NUBAR_E -> nubarE;
            case NU_X -> nuX;
            case NUBAR_X -> nubarX;
        };
    }
}
