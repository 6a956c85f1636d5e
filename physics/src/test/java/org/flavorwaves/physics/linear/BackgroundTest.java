package org.flavorwaves.physics.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;

import org.flavorwaves.physics.linear.blocks.DenseOperator;
import org.flavorwaves.physics.numerics.matrix.ComplexMatrix;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.Hamiltonian;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.state.WaveVector;
import org.flavorwaves.physics.threeflavor.ThreeFlavorBackground;
import org.flavorwaves.physics.threeflavor.ThreeFlavorEnvironment;
import org.flavorwaves.physics.threeflavor.ThreeFlavorState;
import org.junit.jupiter.api.Test;

/** What a background says of itself, and the sizes of operators and wave functions on it. */
class BackgroundTest {
    private static final double OMEGA = -0.4;

    private static final Environment ENVIRONMENT = new Environment(0.3, 0.7, -0.9);

    /** Two neutrinos of one frequency, so that their external terms omega B + (0, 0, lambda) agree. */
    private static FlavorState neutrinos() {
        return FlavorState.alongZ(MomentumModes.builder().species(Species.NU, Species.NU).velocity(
            new double[2], new double[2], new double[]{1, -1}).weight(0.5, 0.25).omega(OMEGA, OMEGA).build(),
            new double[]{1, 1}, new double[]{0.8, -0.4});
    }

    /** A frame may turn about the external terms, however fast or slowly, and about no other axis. */
    @Test
    void framesTurnAboutTheExternalTerms() {
        final double ex = OMEGA * Math.sin(0.6);
        final double ez = -OMEGA * Math.cos(0.6) + 0.7;
        for (final double rate : new double[]{1e-6, 1, -1e6}) {
            final Background turning =
                Background.coRotating(neutrinos(), ENVIRONMENT, rate * ex, 0, rate * ez);
            assertThat(turning.rotation(0)).isEqualTo(rate * ex);
            assertThat(turning.rotation(2)).isEqualTo(rate * ez);
            for (final double[] other : new double[][]{{ex, 1e-6, ez}, {ex + 1e-6, 0, ez}, {ex, 0, ez - 1.4}}) {
                assertThatThrownBy(() -> Background.coRotating(neutrinos(), ENVIRONMENT, rate * other[0],
                    rate * other[1], rate * other[2])).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("of mode 0 does not stand still");
            }
        }
    }

    /** |q| sum w |P|, the largest |omega| and the largest |H|. */
    @Test
    void saysHowStrongItIs() {
        final Background background = Background.of(neutrinos(), ENVIRONMENT);
        assertThat(background.strength()).isCloseTo(0.9 * (0.4 + 0.1), within(1e-15));
        assertThat(background.selfInteraction()).isEqualTo(-0.9);
        assertThat(background.largestVacuum()).isEqualTo(0.4);
        // H_i = omega B + (0, 0, lambda) + q sum_j w_j s_j (1 - v_i v_j) P_j
        final double hx = OMEGA * Math.sin(0.6);
        final double hz = -OMEGA * Math.cos(0.6) + 0.7;
        assertThat(background.largestField()).isCloseTo(Math.max(Math.hypot(hx, hz + 0.9 * 2 * 0.25 * 0.4),
            Math.hypot(hx, hz - 0.9 * 2 * 0.5 * 0.8)), within(1e-15));
    }

    /** Three flavors: |q| sum w (largest - smallest eigenvalue of rho), and the largest of the three frequencies. */
    @Test
    void saysHowStrongThreeFlavorsAre() {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NUBAR).velocity(new double[2],
            new double[2], new double[]{1, -1}).weight(0.5, 0.25).build();
        // e and mu mixed: 0.5 +- 0.5, and 0.3; then three unlike occupations
        final ThreeFlavorState state = new ThreeFlavorState(modes, new double[]{0.5, 0.1}, new double[]{-0.4, 0.2},
            new double[][]{{0.8, 0.2, 0.3, 0.24, 0.32, 0, 0, 0, 0}, {0.1, 0.7, 0.3, 0, 0, 0, 0, 0, 0}});
        final CoherentBackground background = CoherentBackground.of(new ThreeFlavorBackground(state,
            new ThreeFlavorEnvironment(0.6, 0.8, 0.1, 0.4, 1.2, -0.9)));
        assertThat(background.spread(0)).isCloseTo(1, within(1e-14));
        assertThat(background.strength()).isCloseTo(0.9 * (0.5 * 1 + 0.25 * 0.6), within(1e-14));
        assertThat(background.largestVacuum()).isEqualTo(0.9);
        assertThat(background.reduced(false).largestVacuum()).isZero();
    }

    /**
     * The bound of the norm: largest |v.k - i D| + |H|, and the root of the squared 2-norms of all blocks that couple
     * two modes; the Frobenius norm of such a block, a factor times [P]x, is sqrt(2) times its 2-norm.
     */
    @Test
    void normOfTheOperator() {
        final Random random = new Random(21);
        final FlavorState along = Backgrounds.alongZ(Backgrounds.modes(6, random, true), random);
        final double[][] p = {along.pzs(), along.pzs(), along.pzs()};
        for (int i = 0; i < 6; i++) {
            p[0][i] *= 0.48;
            p[1][i] *= 0.36;
            p[2][i] *= -0.8;
        }
        final FlavorState state = along.withPolarization(p[0], p[1], p[2]);
        final WaveVector k = new WaveVector(0.3, -1.1, 0.6);
        final Background background = Background.of(state, ENVIRONMENT);
        final ComplexMatrix m = DenseOperator.of(background, k);
        final Hamiltonian h = Hamiltonian.of(state, ENVIRONMENT);
        double square = 0;
        double largest = 0;
        for (int i = 0; i < state.size(); i++) {
            final MomentumModes modes = state.modes();
            largest = Math.max(largest, h.length(i) + Math.hypot(modes.depolarization(i),
                0.3 * modes.vx(i) - 1.1 * modes.vy(i) + 0.6 * modes.vz(i)));
            for (int r = 3 * i; r < 3 * i + 3; r++) {
                for (int c = 0; c < m.columns(); c++) {
                    square += c / 3 == i ? 0 : m.re(r, c) * m.re(r, c) + m.im(r, c) * m.im(r, c);
                }
            }
        }
        assertThat(new WaveOperator(background, k).norm()).isCloseTo(largest + Math.sqrt(square / 2), within(1e-12));
    }

    /** Shares 4, 1 and 0 of |P|^2, and products without conjugation. */
    @Test
    void participationAndProducts() {
        final WaveFunction wave = new WaveFunction(new double[]{0, 2, 0, 0, 0, 0, 0, 0, 0},
            new double[]{0, 0, 0, 0, 0, 1, 0, 0, 0});
        assertThat(wave.participation()).isCloseTo(25 / 17.0, within(1e-15));
        assertThat(wave.norm()).isCloseTo(Math.sqrt(5), within(1e-15));
        final WaveFunction other = new WaveFunction(new double[]{7, 3, 0, 0, 0, 5, 0, 0, 0},
            new double[]{0, 11, 0, 0, 0, 13, 0, 0, 0});
        // (2)(3 + 11 i) + (i)(5 + 13 i)
        assertThat(wave.dotRe(other)).isEqualTo(6 - 13);
        assertThat(wave.dotIm(other)).isEqualTo(22 + 5);
    }
}
