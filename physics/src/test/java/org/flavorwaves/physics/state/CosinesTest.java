package org.flavorwaves.physics.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.flavorwaves.physics.numerics.GaussLegendre;
import org.junit.jupiter.api.Test;

class CosinesTest {
    @Test
    void valuesThatDifferByRoundingAreOneWhereverTheyLie() {
        for (int n = -400; n <= 400; n++) {
            final double c = n / 400.0 + 0.5 * Direction.SAME;
            final Cosines levels = new Cosines(new double[]{Math.nextUp(c), c, Math.nextDown(c)});
            assertThat(levels.size()).as("at %s", c).isEqualTo(1);
            assertThat(levels.below(Math.nextUp(c))).isZero();
        }
    }

    @Test
    void valuesFurtherApartAreDistinct() {
        final Cosines levels = new Cosines(new double[]{0.5 + 1.01 * Direction.SAME, -0.2, 0.5});
        assertThat(levels.cosines()).containsExactly(-0.2, 0.5, 0.5 + 1.01 * Direction.SAME);
        assertThat(IntStream.range(0, 3).map(l -> levels.below(levels.cosine(l))).toArray()).containsExactly(0, 1, 2);
        assertThat(levels.isGaussLegendre()).isFalse();
        assertThat(levels.width(0)).isCloseTo(1.15, within(1e-15));
        assertThat(IntStream.range(0, 3).mapToDouble(levels::width).sum()).isCloseTo(2, within(1e-15));
    }

    @Test
    void nodesHaveTheWeightsOfTheirRule() {
        final GaussLegendre rule = GaussLegendre.of(12);
        final Cosines levels = new Cosines(DoubleStream.of(rule.nodes()).map(c -> c + 3e-8).toArray());
        assertThat(levels.isGaussLegendre()).isTrue();
        assertThat(IntStream.range(0, 12).mapToDouble(levels::width).toArray()).containsExactly(rule.weights());
        assertThat(levels.seriesOrder()).isEqualTo(11);
        assertThat(new Cosines(DoubleStream.of(rule.nodes()).map(c -> c + 3e-7).toArray()).seriesOrder()).isEqualTo(4);
    }
}
