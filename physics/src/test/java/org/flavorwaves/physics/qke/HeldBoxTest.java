package org.flavorwaves.physics.qke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;

import org.flavorwaves.physics.linear.WaveFunction;
import org.flavorwaves.physics.qke.field.BoxField;
import org.flavorwaves.physics.qke.field.BoxGrid;
import org.flavorwaves.physics.qke.field.BoxPerturbation;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.RandomStates;
import org.junit.jupiter.api.Test;

/** A box whose mean is held against the box itself, on random states far from any equilibrium. */
class HeldBoxTest {
    private static final int LARGEST = 7;

    /** No vacuum term and no collisions. */
    private static BoxField random(final int modes, final int axis, final int seed) {
        final FlavorState random = RandomStates.random(modes, new Random(seed));
        final FlavorState state = new FlavorState(random.modes().toBuilder().omega(new double[modes])
            .depolarization(new double[modes]).build(), random.traces(), random.pxs(), random.pys(), random.pzs());
        return BoxPerturbation.random(BoxGrid.ofHarmonics(axis, 6, LARGEST), state, 0.3, LARGEST, seed);
    }

    private static double[] directions(final FlavorState mean) {
        final double[] directions = new double[3 * mean.size()];
        for (int i = 0; i < mean.size(); i++) {
            directions[3 * i] = mean.px(i) / mean.length(i);
            directions[3 * i + 1] = mean.py(i) / mean.length(i);
            directions[3 * i + 2] = mean.pz(i) / mean.length(i);
        }
        return directions;
    }

    /** The right-hand side of every wave is that of the box, and that of the mean its part along the mean. */
    @Test
    void wavesHaveTheRightHandSideOfTheBox() {
        for (int modes = 3; modes < 40; modes += 15) {
            final BoxField field = random(modes, modes % 3, modes);
            final BoxField box =
                new QkeBox(Environment.FAST, StepControl.adaptive(1e-9), 1, false).derivative(field);
            final double[] directions = directions(field.mean());
            final HeldBox held = new HeldBox(field, Environment.FAST, directions, 1e-9, Progress.NONE);
            final double[] slopes = held.slopes();
            for (int h = 1; h < field.grid().harmonics(); h++) {
                final WaveFunction torque = held.torque(h);
                for (int i = 0; i < modes; i++) {
                    final double vk = field.grid().waveVector(h).dot(field.modes().vx(i), field.modes().vy(i),
                        field.modes().vz(i));
                    for (int a = 0; a < 3; a++) {
                        assertThat(torque.re(i, a) + vk * field.im(i, a, h)).isCloseTo(box.re(i, a, h), within(1e-13));
                        assertThat(torque.im(i, a) - vk * field.re(i, a, h)).isCloseTo(box.im(i, a, h), within(1e-13));
                    }
                }
            }
            for (int i = 0; i < modes; i++) {
                final double along = directions[3 * i] * box.re(i, 0, 0) + directions[3 * i + 1] * box.re(i, 1, 0)
                    + directions[3 * i + 2] * box.re(i, 2, 0);
                assertThat(slopes[i]).isCloseTo(along, within(1e-13));
            }
        }
    }

    /** |P|^2 of mean and waves is kept, whatever the directions are turned to. */
    @Test
    void lengthsAreKept() {
        final BoxField field = random(5, 2, 3);
        final FlavorState mean = field.mean();
        final HeldBox held = new HeldBox(field, new Environment(0.3, 40, 1), directions(mean), 1e-10, Progress.NONE);
        final double[] other = directions(RandomStates.random(5, new Random(9)));
        for (int s = 0; s < 40; s++) {
            if (s == 20) {
                held.hold(other, new double[]{0.3, -0.2, 0.5});
            }
            held.step(Math.min(0.1, held.proposed()));
        }
        final double[] lengths = held.lengths();
        double changed = 0;
        for (int i = 0; i < 5; i++) {
            double square = lengths[i] * lengths[i];
            for (int h = 1; h < field.grid().harmonics(); h++) {
                square += held.wave(h).weight(i);
            }
            assertThat(square).isCloseTo(field.meanSquare(i), within(1e-9));
            changed = Math.max(changed, Math.abs(lengths[i] - mean.length(i)));
        }
        assertThat(changed).isGreaterThan(1e-5);
    }
}
