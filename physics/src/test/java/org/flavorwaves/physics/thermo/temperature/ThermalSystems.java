package org.flavorwaves.physics.thermo.temperature;

import java.util.Arrays;
import java.util.Random;

import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.Hamiltonian;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.RandomStates;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.thermo.ThermalRelation;

/** Modes with known or generic thermal states. */
public final class ThermalSystems {
    public static final TemperatureSolver FULL = new TemperatureSolver(TemperatureOptions.DEFAULT);

    static final TemperatureSolver DILUTE =
        new TemperatureSolver(TemperatureOptions.DEFAULT.withRelation(ThermalRelation.DILUTE));

    private ThermalSystems() {
    }

    /** One mode of an isotropic gas (v = 0), with the nu-nu term of strength w: the mean-field magnet. */
    public static FlavorState magnet(final double weight, final double trace) {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU).rings(0).weight(weight).build();
        return FlavorState.alongZ(modes, new double[]{trace}, new double[]{ThermalRelation.FULL.largest(trace) / 2});
    }

    /** Modes on a line of directions with P along z, without polarization being thermal. */
    static FlavorState rings(final Species[] species, final double[] cosTheta, final double[] weight,
        final double[] omega, final double trace) {
        final MomentumModes modes = MomentumModes.builder().species(species).rings(cosTheta).weight(weight)
            .omega(omega).build();
        final double[] p0 = new double[weight.length];
        Arrays.fill(p0, trace);
        return FlavorState.alongZ(modes, p0, p0);
    }

    /** The five modes of the independent optimisation in EntropyMaximumTest. */
    static FlavorState fiveModes() {
        final MomentumModes modes = MomentumModes.builder()
            .species(Species.NU, Species.NU, Species.NUBAR, Species.NU, Species.NUBAR)
            .velocity(new double[]{0, 0.6, 0, -0.48, 0}, new double[]{0, 0, 0.8, 0.6, 0},
                new double[]{1, 0.8, -0.6, 0.64, -0.5})
            .weight(0.5, 0.3, 0.4, 0.25, 0.35).omega(0.3, 0.6, 0.3, -0.2, 0.5).build();
        return FlavorState.alongZ(modes, new double[]{0.6, 0.9, 0.4, 1.2, 0.7}, new double[5]);
    }

    /** Copies of every mode, each with its share of the weight. */
    static FlavorState repeated(final FlavorState state, final int copies) {
        final MomentumModes m = state.modes();
        final int n = state.size();
        final Species[] species = new Species[n * copies];
        final double[][] a = new double[9][n * copies];
        for (int c = 0; c < species.length; c++) {
            final int i = c % n;
            species[c] = m.species(i);
            final double[] mode = {m.vx(i), m.vy(i), m.vz(i), m.weight(i) / copies, m.omega(i), state.trace(i),
                state.px(i), state.py(i), state.pz(i)};
            for (int k = 0; k < mode.length; k++) {
                a[k][c] = mode[k];
            }
        }
        final MomentumModes modes = MomentumModes.builder().species(species).velocity(a[0], a[1], a[2]).weight(a[3])
            .omega(a[4]).build();
        return new FlavorState(modes, a[5], a[6], a[7], a[8]);
    }

    /** A random state of one species. */
    static FlavorState neutrinosOnly(final int n, final Random random) {
        final FlavorState both = RandomStates.random(n, random);
        final Species[] nu = new Species[n];
        Arrays.fill(nu, Species.NU);
        final MomentumModes m = both.modes();
        final MomentumModes modes = MomentumModes.builder().species(nu).velocity(m.vxs(), m.vys(), m.vzs())
            .weight(m.weights()).omega(m.omegas()).build();
        return new FlavorState(modes, both.traces(), both.pxs(), both.pys(), both.pzs());
    }

    /** The largest violation of J = G(J) and of (JK 100) or (JK 101), computed mode by mode from the state alone. */
    static double violation(final ThermalBranch branch, final Hamiltonian h, final ThermalRelation relation) {
        final FlavorState state = branch.state();
        double worst = 0;
        for (int i = 0; i < state.size(); i++) {
            final double b = branch.beta() * state.modes().species(i).sign();
            final double length = relation.polarization(state.trace(i), Math.abs(b) * h.length(i));
            final double factor = h.length(i) > 0 ? Math.signum(b) * length / h.length(i) : 0;
            worst = Math.max(worst, Math.abs(state.px(i) - factor * h.hx(i)));
            worst = Math.max(worst, Math.abs(state.py(i) - factor * h.hy(i)));
            worst = Math.max(worst, Math.abs(state.pz(i) - factor * h.hz(i)));
        }
        return worst;
    }
}
