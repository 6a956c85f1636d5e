package org.flavorwaves.physics.kinetics;

import java.util.List;
import java.util.Random;

import org.flavorwaves.physics.equilibrium.EquilibriumOptions;
import org.flavorwaves.physics.equilibrium.EquilibriumResult;
import org.flavorwaves.physics.equilibrium.MixingEquilibrium;
import org.flavorwaves.physics.kinetics.waves.BoxModes;
import org.flavorwaves.physics.kinetics.waves.BoxProducts;
import org.flavorwaves.physics.kinetics.waves.WaveBasis;
import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.WaveFunction;
import org.flavorwaves.physics.qke.BoxSample;
import org.flavorwaves.physics.qke.QkeBox;
import org.flavorwaves.physics.qke.StepControl;
import org.flavorwaves.physics.qke.field.BoxField;
import org.flavorwaves.physics.qke.field.BoxGrid;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Alignment;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.RandomStates;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.state.WaveVector;

/** Backgrounds, amplitudes and a right-hand side by explicit double sums for the tests of the kinetics. */
public final class KineticsChecks {
    private KineticsChecks() {
    }

    /** The harmonics 1 to nMax of a box. */
    public static BoxModes box(final double length, final int nMax) {
        return new BoxModes(length, new WaveVector(0, 0, 1), nMax);
    }

    /** A non-aligned mixing equilibrium with vacuum mixing and matter. */
    public static Background equilibrium(final int n, final int seed) {
        return equilibrium(n, seed, 0.7);
    }

    /** The same with a given matter potential. */
    public static Background equilibrium(final int n, final int seed, final double matter) {
        final Environment environment = new Environment(0.3, matter, 1);
        return background(new MixingEquilibrium(EquilibriumOptions.DEFAULT)
            .solve(RandomStates.random(n, new Random(seed)), environment, Progress.NONE), environment);
    }

    /** A mixing equilibrium that rotates about the mass axis, with given signs. */
    static Background rotating(final int n, final int seed, final int... signs) {
        final Environment environment = new Environment(0.3, 0, 1);
        return background(new MixingEquilibrium(EquilibriumOptions.DEFAULT).solve(RandomStates.random(n,
            new Random(seed)), environment, Alignment.of(signs), Progress.NONE), environment);
    }

    private static Background background(final EquilibriumResult result, final Environment environment) {
        if (!result.converged()) {
            throw new IllegalStateException(result.advice());
        }
        return Background.of(result.state(), environment);
    }

    /** Two beams v = +-1 with P along z, Pz = (p, -q), unstable for opposite signs. */
    public static FlavorState twoBeams(final double p, final double q) {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NUBAR).rings(1, -1)
            .weight(1, 1).build();
        return FlavorState.alongZ(modes, new double[]{1, 1}, new double[]{p, q});
    }

    /** The products of waves of a box. */
    public static BoxProducts products(final WaveBasis basis) {
        return new BoxProducts(basis.box(), basis.state().modes(), basis.background().environment().selfInteraction());
    }

    /** Complex Gaussian amplitudes of all bands. */
    public static double[] amplitudes(final WaveBasis basis, final Random random) {
        final double[] phi = new double[2 * basis.size()];
        for (int c = 0; c < phi.length; c++) {
            phi[c] = random.nextGaussian();
        }
        return phi;
    }

    /** P_{i,n} of all waves n = -nMax..nMax as [n + nMax][3 i + a][re, im], with the background at n = 0. */
    public static double[][][] components(final WaveBasis basis, final double[] phi) {
        final int waves = basis.waves();
        final FlavorState state = basis.state();
        final double[][][] p = new double[2 * waves + 1][basis.bands()][2];
        for (int i = 0; i < state.size(); i++) {
            p[waves][3 * i][0] = state.px(i);
            p[waves][3 * i + 1][0] = state.py(i);
            p[waves][3 * i + 2][0] = state.pz(i);
        }
        for (int n = 1; n <= waves; n++) {
            final double[] re = basis.wave(phi, n).toArrayRe();
            final double[] im = basis.wave(phi, n).toArrayIm();
            for (int c = 0; c < re.length; c++) {
                p[waves + n][c][0] = re[c];
                p[waves + n][c][1] = im[c];
                p[waves - n][c][0] = re[c];
                p[waves - n][c][1] = -im[c];
            }
        }
        return p;
    }

    /**
     * dP_{i,n}/dt = -(i v_i.k_n + D_i) P_{i,n} + sum_m H_{i,n-m} x P_{i,m} (JK 45) with f_ij summed mode by mode and
     * all waves |m| &lt;= nMax.
     */
    public static double[][][] direct(final WaveBasis basis, final double[][][] p) {
        final int waves = basis.waves();
        final FlavorState state = basis.state();
        final MomentumModes modes = state.modes();
        final Environment e = basis.background().environment();
        final double[][][] h = new double[2 * waves + 1][basis.bands()][2];
        for (int i = 0; i < state.size(); i++) {
            final double so = modes.species(i).sign() * modes.omega(i);
            h[waves][3 * i][0] = so * e.bx() - basis.background().rotation(0);
            h[waves][3 * i + 1][0] = -basis.background().rotation(1);
            h[waves][3 * i + 2][0] = so * e.bz() + e.matterPotential() - basis.background().rotation(2);
            for (int j = 0; j < state.size(); j++) {
                final double f = 1 - modes.vx(i) * modes.vx(j) - modes.vy(i) * modes.vy(j)
                    - modes.vz(i) * modes.vz(j);
                final double g = e.selfInteraction() * modes.weight(j) * modes.species(j).sign() * f;
                for (int n = 0; n <= 2 * waves; n++) {
                    for (int a = 0; a < 3; a++) {
                        h[n][3 * i + a][0] += g * p[n][3 * j + a][0];
                        h[n][3 * i + a][1] += g * p[n][3 * j + a][1];
                    }
                }
            }
        }
        final double[][][] out = new double[2 * waves + 1][basis.bands()][2];
        for (int n = -waves; n <= waves; n++) {
            for (int m = -waves; m <= waves; m++) {
                if (Math.abs(n - m) <= waves) {
                    addCross(h[waves + n - m], p[waves + m], out[waves + n]);
                }
            }
            final WaveVector k = basis.box().k(n);
            for (int i = 0; i < state.size(); i++) {
                final double vk = k.dot(modes.vx(i), modes.vy(i), modes.vz(i));
                for (int c = 3 * i; c < 3 * i + 3; c++) {
                    out[waves + n][c][0] += vk * p[waves + n][c][1] - modes.depolarization(i) * p[waves + n][c][0];
                    out[waves + n][c][1] -= vk * p[waves + n][c][0] + modes.depolarization(i) * p[waves + n][c][1];
                }
            }
        }
        return out;
    }

    private static void addCross(final double[][] h, final double[][] p, final double[][] out) {
        for (int c = 0; c < out.length; c += 3) {
            for (int a = 0; a < 3; a++) {
                final int b = c + (a + 1) % 3;
                final int d = c + (a + 2) % 3;
                out[c + a][0] += h[b][0] * p[d][0] - h[b][1] * p[d][1] - h[d][0] * p[b][0] + h[d][1] * p[b][1];
                out[c + a][1] += h[b][0] * p[d][1] + h[b][1] * p[d][0] - h[d][0] * p[b][1] - h[d][1] * p[b][0];
            }
        }
    }

    /** dPsi_n/dt = -i sum_b (Omega_b Phi_b + N_b) psi_b of one wave as [3 i + a][re, im]. */
    public static double[][] derivative(final WaveBasis basis, final double[] phi, final double[] nonlinear,
        final int n) {
        final double[] rate = new double[phi.length];
        for (int at = 0; at < basis.size(); at++) {
            final double re = basis.omegaRe(at) * phi[2 * at] - basis.omegaIm(at) * phi[2 * at + 1]
                + nonlinear[2 * at];
            final double im = basis.omegaRe(at) * phi[2 * at + 1] + basis.omegaIm(at) * phi[2 * at]
                + nonlinear[2 * at + 1];
            rate[2 * at] = im;
            rate[2 * at + 1] = -re;
        }
        final double[] re = basis.wave(rate, n).toArrayRe();
        final double[] im = basis.wave(rate, n).toArrayIm();
        final double[][] out = new double[re.length][2];
        for (int c = 0; c < re.length; c++) {
            out[c][0] = re[c];
            out[c][1] = im[c];
        }
        return out;
    }

    /** The waves of a start. */
    static WaveFunction[] start(final WaveBasis basis, final InitialWaves waves) {
        return waves.on(basis.background(), basis.box(), n -> basis);
    }

    /** The same start as that of an evolution: the waves take their share of |P_i|^2. */
    static BoxField field(final WaveBasis basis, final WaveFunction[] waves, final int points) {
        final FlavorState state = basis.state();
        final double[] squares = WaveObserver.waveSquares(waves, state.size());
        final double[][] p = {state.pxs(), state.pys(), state.pzs()};
        for (int i = 0; i < squares.length; i++) {
            final double factor = Math.sqrt(1 - squares[i] / (state.length(i) * state.length(i)));
            for (final double[] component : p) {
                component[i] *= factor;
            }
        }
        final BoxGrid grid = BoxGrid.line(2, basis.box().length(), points);
        BoxField field = BoxField.homogeneous(grid, state.withPolarization(p[0], p[1], p[2]));
        for (int n = 1; n <= basis.waves(); n++) {
            field = field.plusWave(grid.index(0, 0, n), waves[n - 1], 1);
        }
        return field;
    }

    /** The box averages of the resolved equation at equally spaced times. */
    static List<BoxSample> resolved(final WaveBasis basis, final InitialWaves waves, final int points,
        final double duration, final int intervals) {
        return new QkeBox(basis.background().environment(), StepControl.adaptive(1e-9), 1e-4, false)
            .evolve(field(basis, start(basis, waves), points), duration, intervals, Progress.NONE).samples();
    }
}
