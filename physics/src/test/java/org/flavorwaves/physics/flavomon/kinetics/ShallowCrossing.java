package org.flavorwaves.physics.flavomon.kinetics;

import org.flavorwaves.physics.flavomon.kinetics.occupation.NeutrinoOccupations;
import org.flavorwaves.physics.numerics.GaussLegendre;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;

/** The spectrum G = (1 - v)^2 - s^2 on Gauss-Legendre rings. */
final class ShallowCrossing {
    /** Densities per unit of cos theta: occupations stay between 0 and 1. */
    static final double DENSITY = 8;

    private final GaussLegendre m_rule;

    private final double m_depth;

    ShallowCrossing(final int rings, final double depth) {
        m_rule = GaussLegendre.of(rings);
        m_depth = depth;
    }

    static double density(final double v, final double depth) {
        return (1 - v) * (1 - v) - depth * depth;
    }

    /** Neutrinos alone, P0 = 1. */
    FlavorState neutrinos() {
        final int n = m_rule.size();
        final Species[] species = new Species[n];
        final double[] weight = new double[n];
        final double[] trace = new double[n];
        final double[] pz = new double[n];
        for (int i = 0; i < n; i++) {
            species[i] = Species.NU;
            weight[i] = DENSITY * m_rule.weight(i);
            trace[i] = 1;
            pz[i] = density(m_rule.node(i), m_depth) / DENSITY;
        }
        return FlavorState.alongZ(MomentumModes.builder().species(species).rings(m_rule.nodes()).weight(weight)
            .build(), trace, pz);
    }

    /** The same G from nu and nubar on each ring. */
    FlavorState bothSpecies() {
        final int n = m_rule.size();
        final Species[] species = new Species[2 * n];
        final double[] v = new double[2 * n];
        final double[] weight = new double[2 * n];
        final double[] trace = new double[2 * n];
        final double[] pz = new double[2 * n];
        for (int i = 0; i < 2 * n; i++) {
            final boolean anti = i >= n;
            species[i] = anti ? Species.NUBAR : Species.NU;
            v[i] = m_rule.node(i % n);
            weight[i] = DENSITY * m_rule.weight(i % n);
            final double square = (1 - v[i]) * (1 - v[i]) / DENSITY;
            final double shared = 0.1;
            pz[i] = anti ? shared + m_depth * m_depth / DENSITY : shared + square;
            trace[i] = Math.max(0.4, pz[i] + 0.2);
        }
        return FlavorState.alongZ(MomentumModes.builder().species(species).rings(v).weight(weight).build(), trace, pz);
    }

    static NeutrinoOccupations occupations(final FlavorState state) {
        return NeutrinoOccupations.of(state, Environment.FAST);
    }
}
