package org.flavorwaves.benchmarks.dynamics;

import java.util.Arrays;

import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.flavorwaves.physics.equilibrium.EquilibriumOptions;
import org.flavorwaves.physics.equilibrium.MixingEquilibrium;
import org.flavorwaves.physics.numerics.GaussLegendre;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;

/** Media with noise, a box and times for waves of random phases. */
enum RandomPhaseMedium {
    /** Reference case 23: a weak crossing, 24 and 40 rings. */
    WEAK(600, 66, 256, 5e-6, 3e-4, 800, 20, Environment.FAST) {
        @Override
        FlavorState state() {
            return crossing(24, 40, 0.01, 0);
        }
    },
    /** The same on 75 and 125 rings. */
    WEAK_200(600, 66, 256, 5e-6, 3e-4, 800, 20, Environment.FAST) {
        @Override
        FlavorState state() {
            return crossing(75, 125, 0.01, 0);
        }
    },
    /** A point of a neutron-star merger: 12 by 8 directions of both species, in units of the lepton number. */
    MERGER(60, 40, 128, 1e-8, 0, 30, 10, Environment.FAST) {
        @Override
        FlavorState state() {
            return merger(12, 8);
        }
    },
    /** Two energies with vacuum mixing in matter: a non-aligned equilibrium of 12 and 20 rings. */
    TILTED(300, 60, 192, 1e-6, 0, 350, 14, new Environment(0.3, 0.2, 1)) {
        @Override
        FlavorState state() {
            return new MixingEquilibrium(EquilibriumOptions.DEFAULT).solve(crossing(12, 20, 0.04, 0.05), environment(),
                Progress.NONE).state();
        }
    };

    private final double m_length;

    private final int m_waves;

    private final int m_points;

    private final double m_noise;

    private final double m_cut;

    private final double m_end;

    private final int m_outputs;

    private final Environment m_environment;

    RandomPhaseMedium(final double length, final int waves, final int points, final double noise, final double cut,
        final double end, final int outputs, final Environment environment) {
        m_length = length;
        m_waves = waves;
        m_points = points;
        m_noise = noise;
        m_cut = cut;
        m_end = end;
        m_outputs = outputs;
        m_environment = environment;
    }

    /**
     * The mixing equilibrium at t = 0.
     *
     * @return the state
     */
    abstract FlavorState state();

    Environment environment() {
        return m_environment;
    }

    double length() {
        return m_length;
    }

    int waves() {
        return m_waves;
    }

    int points() {
        return m_points;
    }

    /** s_i over |P_i|^2. */
    double noise() {
        return m_noise;
    }

    double cut() {
        return m_cut;
    }

    double[] times() {
        final double[] times = new double[m_outputs + 1];
        Arrays.setAll(times, t -> m_end * t / m_outputs);
        return times;
    }

    /** G = 0.2 (1 - exp(-(1 - v)^2/0.2)) - depth on nodes of [-1, 0.75] and [0.75, 1], frequencies of two energies. */
    private static FlavorState crossing(final int coarse, final int fine, final double depth, final double omega) {
        final int n = coarse + fine;
        final double[] v = new double[n];
        final double[] w = new double[n];
        final double[] pz = new double[n];
        final double[] frequency = new double[n];
        for (int i = 0; i < n; i++) {
            final boolean first = i < coarse;
            final GaussLegendre rule = GaussLegendre.of(first ? coarse : fine);
            final double half = first ? 0.875 : 0.125;
            v[i] = (first ? -0.125 : 0.875) + half * rule.node(first ? i : i - coarse);
            w[i] = half * rule.weight(first ? i : i - coarse);
            pz[i] = 0.2 * (1 - Math.exp(-(1 - v[i]) * (1 - v[i]) / 0.2)) - depth;
            frequency[i] = omega * (1 + 0.8 * v[i] * v[i]) * (i % 2 == 0 ? 1 : 0.3);
        }
        final Species[] species = new Species[n];
        Arrays.fill(species, Species.NU);
        final double[] trace = new double[n];
        Arrays.fill(trace, 0.5);
        return FlavorState.alongZ(
            MomentumModes.builder().species(species).rings(v).weight(w).omega(frequency).build(), trace, pz);
    }

    /** NSM_1 of the published moments, closed by maximum entropy. */
    private static FlavorState merger(final int rings, final int phis) {
        final double[] density = {1.421954234999705, 1.9146237131657563};
        final double[][] flux = {{0.0974572, 0.04217632, -0.13433261}, {0.07237959, 0.03132354, -0.3446878}};
        final GaussLegendre rule = GaussLegendre.of(rings);
        final int n = 2 * rings * phis;
        final double[][] v = new double[3][n];
        final double[] w = new double[n];
        final Species[] species = new Species[n];
        double lepton = 0;
        for (int i = 0; i < n; i++) {
            final double phi = 2 * Math.PI * (i / 2 % phis + 0.5) / phis;
            final double cos = rule.node(i / 2 / phis);
            v[0][i] = Math.sqrt(1 - cos * cos) * Math.cos(phi);
            v[1][i] = Math.sqrt(1 - cos * cos) * Math.sin(phi);
            v[2][i] = cos;
            species[i] = i % 2 == 0 ? Species.NU : Species.NUBAR;
            w[i] = density[i % 2] * rule.weight(i / 2 / phis) / (2 * phis)
                * closure(flux[i % 2], v[0][i], v[1][i], cos);
            lepton += i % 2 == 0 ? 0 : Math.abs(w[i] - w[i - 1]);
        }
        for (int i = 0; i < n; i++) {
            w[i] /= lepton;
        }
        final double[] one = new double[n];
        Arrays.fill(one, 1);
        return FlavorState.alongZ(
            MomentumModes.builder().species(species).velocity(v[0], v[1], v[2]).weight(w).build(), one, one);
    }

    /** exp(a f.v/|f|) a/sinh a, of mean 1 over the sphere, with coth a - 1/a = |f|. */
    private static double closure(final double[] f, final double vx, final double vy, final double vz) {
        final double size = Math.sqrt(f[0] * f[0] + f[1] * f[1] + f[2] * f[2]);
        final double a = new BrentSolver(1e-14, 1e-14).solve(100, x -> 1 / Math.tanh(x) - 1 / x - size, 1e-3, 50);
        return a / Math.sinh(a) * Math.exp(a * (f[0] * vx + f[1] * vy + f[2] * vz) / size);
    }
}
