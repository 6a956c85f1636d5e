package org.flavorwaves.physics.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;

import org.flavorwaves.physics.linear.bands.BandDetail;
import org.flavorwaves.physics.linear.bands.BandKind;
import org.flavorwaves.physics.linear.bands.BandSet;
import org.flavorwaves.physics.linear.bands.BandSolver;
import org.flavorwaves.physics.numerics.eigen.ComplexEigenSolver;
import org.flavorwaves.physics.numerics.eigen.EigenDecomposition;
import org.flavorwaves.physics.numerics.matrix.ComplexMatrix;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.Hamiltonian;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.RandomStates;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.state.WaveVector;
import org.junit.jupiter.api.Test;

/** Exact consequences of the equation of motion, and what rounding must not do. */
class WaveIdentitiesTest {
    private static final BandSolver SOLVER = new BandSolver(BandDetail.VECTORS);

    private static final Environment MIXED = new Environment(0.3, 1.5, 0.9);

    /**
     * (JK 78) with (FW viscosity-of-a-band): for one wave of amplitude A and its mirror at -k,
     * gamma_i |P_i|^2 = -P_i . sum_{n, -n} H_{i,-n} x P_{i,n} equals 2 Im Omega |A|^2 |psi(i)|^2. In particular a
     * stable wave causes no viscosity in any mode.
     */
    @Test
    void viscosityOfAWaveIsItsGrowthTimesItsShare() {
        final Random random = new Random(21);
        final FlavorState state = Backgrounds.equilibrium(Backgrounds.modes(12, random, false), MIXED, random);
        final Background background = Background.of(state, MIXED);
        assertThat(background.structure()).isEqualTo(BackgroundStructure.EQUILIBRIUM);
        final BandSet bands = SOLVER.solve(background, new WaveVector(0.05, 0.1, -0.2));
        int growing = 0;
        for (int b = 0; b < bands.size(); b++) {
            final WaveFunction psi = bands.vectors().orElseThrow().right(b);
            growing += bands.kind(b) == BandKind.UNSTABLE ? 1 : 0;
            for (int i = 0; i < state.size(); i++) {
                assertThat(viscosity(state, psi, i)).isCloseTo(2 * bands.omegaIm(b) * psi.weight(i), within(1e-14));
            }
        }
        assertThat(growing).isPositive();
    }

    /** -2 Re P_i . (conj(H_i) x psi_i), H_i = q sum_j w_j s_j f_ij psi_j. */
    private static double viscosity(final FlavorState state, final WaveFunction psi, final int i) {
        final MomentumModes modes = state.modes();
        final double[] hRe = new double[3];
        final double[] hIm = new double[3];
        for (int j = 0; j < state.size(); j++) {
            final double f = 1 - modes.vx(i) * modes.vx(j) - modes.vy(i) * modes.vy(j) - modes.vz(i) * modes.vz(j);
            final double c = MIXED.selfInteraction() * modes.weight(j) * modes.species(j).sign() * f;
            for (int a = 0; a < 3; a++) {
                hRe[a] += c * psi.re(j, a);
                hIm[a] += c * psi.im(j, a);
            }
        }
        final double[] p = {state.px(i), state.py(i), state.pz(i)};
        double sum = 0;
        for (int a = 0; a < 3; a++) {
            final int b = (a + 1) % 3;
            final int c = (a + 2) % 3;
            sum += p[a] * (hRe[b] * psi.re(i, c) + hIm[b] * psi.im(i, c) - hRe[c] * psi.re(i, b)
                - hIm[c] * psi.im(i, b));
        }
        return -2 * sum;
    }

    /**
     * The small-coherence analysis (JK 43), written for S_i = (P^x + i P^y)_i / P^z_i: Omega S_i = (v_i.k - i D_i -
     * H^z_i) S_i + q sum_j w_j s_j f_ij P^z_j S_j, with the mirror -conj of -k for the other sector and v_i.k -
     * i D_i for the lengths, against the 3N x 3N problem.
     */
    @Test
    void smallCoherenceAnalysisIsTheAlignedCase() {
        final Environment environment = new Environment(0, 0.7, 0.9);
        for (int seed = 0; seed < 5; seed++) {
            final Random random = new Random(seed);
            final FlavorState state = Backgrounds.alongZ(Backgrounds.modes(10, random, true), random);
            final WaveVector k = Backgrounds.waveVector(random);
            final BandSet full = SOLVER.solve(Background.withoutStructure(state, environment), k);
            final double[][] plus = coherences(state, environment, k);
            final double[][] mirror = coherences(state, environment, k.negated());
            final boolean[] used = new boolean[full.size()];
            for (int b = 0; b < 10; b++) {
                assertThat(nearest(full, used, plus[0][b], plus[1][b])).isLessThan(1e-13);
                assertThat(nearest(full, used, -mirror[0][b], mirror[1][b])).isLessThan(1e-13);
                assertThat(nearest(full, used, k.dot(state.modes().vx(b), state.modes().vy(b), state.modes().vz(b)),
                    -state.modes().depolarization(b))).isLessThan(1e-13);
            }
        }
    }

    private static double[][] coherences(final FlavorState state, final Environment environment, final WaveVector k) {
        final MomentumModes modes = state.modes();
        final Hamiltonian h = Hamiltonian.of(state, environment);
        final int n = state.size();
        final ComplexMatrix a = new ComplexMatrix(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                final double f = 1 - modes.vx(i) * modes.vx(j) - modes.vy(i) * modes.vy(j)
                    - modes.vz(i) * modes.vz(j);
                a.set(i, j, environment.selfInteraction() * modes.weight(j) * modes.species(j).sign() * f
                    * state.pz(j), 0);
            }
            a.add(i, i, k.dot(modes.vx(i), modes.vy(i), modes.vz(i)) - h.hz(i), -modes.depolarization(i));
        }
        final EigenDecomposition eigen = new ComplexEigenSolver(ComplexEigenSolver.Options.valuesOnly()).solve(a);
        final double[][] values = new double[2][n];
        for (int b = 0; b < n; b++) {
            values[0][b] = eigen.re(b);
            values[1][b] = eigen.im(b);
        }
        return values;
    }

    private static double nearest(final BandSet bands, final boolean[] used, final double re, final double im) {
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int b = 0; b < bands.size(); b++) {
            final double d = Math.hypot(bands.omegaRe(b) - re, bands.omegaIm(b) - im);
            if (!used[b] && d < least) {
                best = b;
                least = d;
            }
        }
        used[best] = true;
        return least;
    }

    /** Without an external field the flavor axes are arbitrary: turning all P_i alike leaves the bands. */
    @Test
    void bandsDoNotDependOnTheFlavorAxes() {
        final Random random = new Random(31);
        for (final FlavorState state : new FlavorState[]{RandomStates.random(8, random),
            Backgrounds.alongZ(Backgrounds.modes(8, random, false), random)}) {
            final FlavorState fast = new FlavorState(fast(state.modes()), state.traces(), state.pxs(), state.pys(),
                state.pzs());
            final FlavorState turned = turned(fast, Backgrounds.unit(random), 1.1);
            final WaveVector k = Backgrounds.waveVector(random);
            final BandSet bands = SOLVER.solve(Background.of(fast, Environment.FAST), k);
            final BandSet other = SOLVER.solve(Background.of(turned, Environment.FAST), k);
            assertThat(other.structure()).isEqualTo(bands.structure());
            assertThat(Backgrounds.distance(bands, other)).isLessThan(1e-13);
        }
    }

    private static MomentumModes fast(final MomentumModes modes) {
        final Species[] species = new Species[modes.size()];
        Arrays.setAll(species, modes::species);
        return MomentumModes.builder().species(species).velocity(modes.vxs(), modes.vys(), modes.vzs())
            .weight(modes.weights()).build();
    }

    /** Turns all P_i by an angle about an axis (Rodrigues). */
    private static FlavorState turned(final FlavorState state, final double[] axis, final double angle) {
        final double[][] p = {state.pxs(), state.pys(), state.pzs()};
        final double cos = Math.cos(angle);
        final double sin = Math.sin(angle);
        for (int i = 0; i < state.size(); i++) {
            final double[] u = {p[0][i], p[1][i], p[2][i]};
            final double dot = axis[0] * u[0] + axis[1] * u[1] + axis[2] * u[2];
            for (int a = 0; a < 3; a++) {
                final int b = (a + 1) % 3;
                final int c = (a + 2) % 3;
                p[a][i] = (cos * u[a] + sin * (axis[b] * u[c] - axis[c] * u[b]) + (1 - cos) * dot * axis[a])
                    * (1 - 1e-15);
            }
        }
        return state.withPolarization(p[0], p[1], p[2]);
    }

    /** Without a crossing there is no fast instability (FR): no band of such a state may be called unstable. */
    @Test
    void roundingMakesNoStableBandUnstable() {
        for (int seed = 0; seed < 20; seed++) {
            final Random random = new Random(seed);
            final int n = 5 + 3 * seed;
            final double[][] v = new double[3][n];
            final double[] w = new double[n];
            final double[] p = new double[n];
            final double[] one = new double[n];
            final Species[] species = new Species[n];
            final boolean graded = seed % 2 == 0;
            for (int i = 0; i < n; i++) {
                final double[] u = Backgrounds.unit(random);
                v[0][i] = u[0];
                v[1][i] = u[1];
                v[2][i] = u[2];
                w[i] = graded ? Math.exp(-20 * random.nextDouble()) : 1.0 / n;
                p[i] = 0.5 + 0.5 * random.nextDouble();
                one[i] = 1;
                species[i] = Species.NU;
            }
            final FlavorState state = FlavorState.alongZ(MomentumModes.builder().species(species)
                .velocity(v[0], v[1], v[2]).weight(w).build(), one, p);
            for (final WaveVector k : new WaveVector[]{WaveVector.ZERO, Backgrounds.waveVector(random)}) {
                for (final BandDetail detail : BandDetail.values()) {
                    final BandSet bands = new BandSolver(detail).solve(Background.of(state, Environment.FAST), k);
                    final BandSet full = new BandSolver(detail)
                        .solve(Background.withoutStructure(state, Environment.FAST), k);
                    for (int b = 0; b < bands.size(); b++) {
                        assertThat(bands.kind(b)).isNotIn(BandKind.UNSTABLE, BandKind.DAMPED);
                        assertThat(full.kind(b)).isNotIn(BandKind.UNSTABLE, BandKind.DAMPED);
                    }
                }
            }
        }
    }

    /** A growth rate well above rounding, 2 sqrt(g1 g2) for two beams, is not hidden by the tolerance. */
    @Test
    void weakGrowthIsStillRecognised() {
        for (final double weak : new double[]{1e-4, 1e-8, 1e-12}) {
            final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NUBAR).rings(1, -1)
                .weight(1, weak).build();
            final FlavorState state = FlavorState.alongZ(modes, new double[]{1, 1}, new double[]{1, 1});
            final BandSet bands = SOLVER.solve(Background.of(state, Environment.FAST),
                new WaveVector(0, 0, -1 - weak));
            final double growth = 2 * Math.sqrt(weak);
            assertThat(bands.omegaIm(bands.fastest())).isCloseTo(growth, within(1e-6 * growth));
            assertThat(bands.kind(bands.fastest())).isEqualTo(BandKind.UNSTABLE);
        }
    }
}
