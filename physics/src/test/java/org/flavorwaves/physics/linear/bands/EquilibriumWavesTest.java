package org.flavorwaves.physics.linear.bands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;

import org.flavorwaves.physics.equilibrium.CoRotation;
import org.flavorwaves.physics.equilibrium.EquilibriumOptions;
import org.flavorwaves.physics.equilibrium.EquilibriumResult;
import org.flavorwaves.physics.equilibrium.MixingEquilibrium;
import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.BackgroundStructure;
import org.flavorwaves.physics.linear.Backgrounds;
import org.flavorwaves.physics.linear.BandSector;
import org.flavorwaves.physics.linear.WaveFunction;
import org.flavorwaves.physics.linear.WaveOperator;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.Hamiltonian;
import org.flavorwaves.physics.state.RandomStates;
import org.flavorwaves.physics.state.WaveVector;
import org.junit.jupiter.api.Test;

/** Waves on equilibria as the equilibrium solver makes them. */
class EquilibriumWavesTest {
    private static final BandSolver SOLVER = new BandSolver(BandDetail.VECTORS);

    @Test
    void solvedEquilibriaAreRecognised() {
        int solved = 0;
        for (int seed = 0; seed < 10; seed++) {
            final Environment environment = new Environment(0.3, 0.5 + seed, 1);
            final EquilibriumResult result = new MixingEquilibrium(EquilibriumOptions.DEFAULT)
                .solve(RandomStates.random(40, new Random(seed)), environment, Progress.NONE);
            if (result.converged()) {
                solved++;
                final Background background = Background.of(result.state(), environment);
                assertThat(background.structure()).isEqualTo(BackgroundStructure.EQUILIBRIUM);
            }
        }
        assertThat(solved).isGreaterThan(5);
    }

    /**
     * A gas that precesses rigidly about B without external matter: in its own frame the blocks of an equilibrium hold,
     * and the bands are those of the full problem of that frame. Homogeneous turning of all P_i about B is then a
     * change without frequency.
     */
    @Test
    void coRotatingEquilibriaStandStillInTheirFrame() {
        final Environment environment = new Environment(0.3, 0, 1);
        final FlavorState random = RandomStates.random(12, new Random(3));
        final EquilibriumResult result = new MixingEquilibrium(EquilibriumOptions.DEFAULT).solve(random, environment,
            Progress.NONE);
        assertThat(result.converged()).isTrue();
        final CoRotation rotation = result.rotation();
        assertThat(Math.abs(rotation.omega())).isGreaterThan(1e-3);
        final FlavorState state = result.state();
        assertThat(Background.of(state, environment).structure()).isEqualTo(BackgroundStructure.GENERAL);
        final double[] r = {rotation.omega() * rotation.axisX(), rotation.omega() * rotation.axisY(),
            rotation.omega() * rotation.axisZ()};
        final Background background = Background.coRotating(state, environment, r[0], r[1], r[2]);
        assertThat(background.structure()).isEqualTo(BackgroundStructure.EQUILIBRIUM);
        final BandSet bands = SOLVER.solve(background, new WaveVector(0.3, 0.2, -0.4));
        assertThat(bands.measures().orElseThrow().worstResidual()).isLessThan(1e-12);
        final double[] turned = new double[36];
        for (int i = 0; i < 12; i++) {
            turned[3 * i] = r[1] * state.pz(i) - r[2] * state.py(i);
            turned[3 * i + 1] = r[2] * state.px(i) - r[0] * state.pz(i);
            turned[3 * i + 2] = r[0] * state.py(i) - r[1] * state.px(i);
        }
        final WaveFunction change = new WaveFunction(turned, new double[36]);
        assertThat(new WaveOperator(background, WaveVector.ZERO).apply(change).norm())
            .isLessThan(1e-12 * change.norm());
    }

    /** The frame shifts the two sectors of an aligned gas against each other and nothing else. */
    @Test
    void frameShiftsTheSectorsOfAnAlignedGas() {
        final Random random = new Random(4);
        final FlavorState state = Backgrounds.alongZ(Backgrounds.modes(6, random, false), random);
        final Environment environment = new Environment(0, 0.4, 1);
        final WaveVector k = new WaveVector(0.3, 0.2, -0.4);
        final BandSet rest = SOLVER.solve(Background.of(state, environment), k);
        final BandSet turning = SOLVER.solve(Background.coRotating(state, environment, 0, 0, 0.25), k);
        final double[] shift = {0, 0.25, -0.25};
        for (int s = 0; s < 3; s++) {
            final BandSector sector = BandSector.values()[s];
            int other = -1;
            for (int b = 0; b < rest.size(); b++) {
                if (rest.sector(b) == sector) {
                    do {
                        other++;
                    } while (turning.sector(other) != sector);
                    assertThat(turning.omegaRe(other)).isCloseTo(rest.omegaRe(b) + shift[s], within(1e-14));
                }
            }
        }
        assertThat(Hamiltonian.of(state, environment).hz(0)).isEqualTo(
            Background.coRotating(state, environment, 0, 0, 0.25).hamiltonian().hz(0));
    }

    @Test
    void frameAcrossTheExternalTermIsRefused() {
        assertThatThrownBy(() -> Background.coRotating(RandomStates.random(3, new Random(1)),
            new Environment(0.3, 1, 1), 0, 0.2, 0)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("mode 0").hasMessageContaining("stand still");
    }
}
