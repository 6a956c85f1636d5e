package org.flavorwaves.physics.distribution;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * Axisymmetric distributions that a grid shall represent with their exact numbers and fluxes, whatever its rule and
 * size: the densities of the four kinds, or one lepton number G(v) of either sign. Immutable.
 */
public final class FlavorMeasures {
    private final Map<FlavorSpecies, AngularDensity> m_densities = new EnumMap<>(FlavorSpecies.class);

    private final Optional<LeptonCarrier> m_carrier;

    private FlavorMeasures(final Optional<LeptonCarrier> carrier) {
        m_carrier = carrier;
    }

    /**
     * Electron flavor only.
     *
     * @param nuE density of electron neutrinos per cos theta, nowhere negative
     * @param nubarE density of electron antineutrinos
     * @return no heavy-lepton neutrinos
     */
    public static FlavorMeasures electron(final AngularDensity nuE, final AngularDensity nubarE) {
        return of(nuE, nubarE, AngularShapes.isotropic(0), AngularShapes.isotropic(0));
    }

    /**
     * All four kinds.
     *
     * @param nuE density of electron neutrinos per cos theta, nowhere negative
     * @param nubarE density of electron antineutrinos
     * @param nuX density of one heavy-lepton neutrino
     * @param nubarX density of one heavy-lepton antineutrino
     * @return their measures: number and flux of each kind are exact
     */
    public static FlavorMeasures of(final AngularDensity nuE, final AngularDensity nubarE, final AngularDensity nuX,
        final AngularDensity nubarX) {
        final FlavorMeasures measures = new FlavorMeasures(Optional.empty());
        measures.m_densities.put(FlavorSpecies.NU_E, nuE);
        measures.m_densities.put(FlavorSpecies.NUBAR_E, nubarE);
        measures.m_densities.put(FlavorSpecies.NU_X, nuX);
        measures.m_densities.put(FlavorSpecies.NUBAR_X, nubarX);
        return measures;
    }

    /**
     * A lepton number as neutrinos: nu_e where it is positive, the carrier where it is negative, one mode a direction.
     *
     * @param leptonNumber G(v)
     * @param carrier what carries G &lt; 0
     * @return its measure: the net number and its flux are exact
     */
    public static FlavorMeasures ofLeptonNumber(final AngularDensity leptonNumber, final LeptonCarrier carrier) {
        final FlavorMeasures measures = new FlavorMeasures(Optional.of(carrier));
        measures.m_densities.put(FlavorSpecies.NU_E, leptonNumber);
        return measures;
    }

    /**
     * The values that stand for the distributions on a grid.
     *
     * @param grid a grid over all directions
     * @return values per cos theta, one a direction, of each kind that there is
     * @throws IllegalArgumentException if the grid is too coarse for the flux of a kind
     */
    Map<FlavorSpecies, double[]> on(final AngularGrid grid) {
        final Map<FlavorSpecies, double[]> values = new EnumMap<>(FlavorSpecies.class);
        if (m_carrier.isEmpty()) {
            m_densities.forEach((kind, density) -> values.put(kind,
                RingContents.ofDensity(grid, density, kind.label())));
            return values;
        }
        final double[] g = RingContents.ofLeptonNumber(grid, m_densities.get(FlavorSpecies.NU_E));
        values.put(FlavorSpecies.NU_E, map(g, x -> Math.max(0, x)));
        values.put(m_carrier.get() == LeptonCarrier.ANTINEUTRINOS ? FlavorSpecies.NUBAR_E : FlavorSpecies.NU_X,
            map(g, x -> Math.max(0, -x)));
        return values;
    }

    private static double[] map(final double[] values, final DoubleUnaryOperator change) {
        final double[] changed = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            changed[i] = change.applyAsDouble(values[i]);
        }
        return changed;
    }
}
