package org.flavorwaves.physics.kinetics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Lengths are watched at every step, whatever lies between two outputs. */
class LengthWatchTest {
    @Test
    void keepsTheShortestLengthAndItsTime() {
        final LengthWatch watch = new LengthWatch(new double[]{1, 0.5, 0});
        assertThat(watch.shortest()).isEqualTo(new ShortestLength(0, 1, 0));
        watch.see(1, new double[]{0.9, 0.2, 0});
        watch.see(2, new double[]{0.95, 0.5, 0});
        assertThat(watch.shortest()).isEqualTo(new ShortestLength(1, 0.4, 1));
        assertThat(watch.reversed()).isZero();
    }

    /** A mode that goes through 0 and comes back was reversed, and had no length in between. */
    @Test
    void seesModesThatGoThroughZeroAndBack() {
        final LengthWatch watch = new LengthWatch(new double[]{1, 0.5});
        watch.see(1, new double[]{-0.1, 0.5});
        watch.see(2, new double[]{0.8, 0.4});
        watch.see(3, new double[]{1, 0.5});
        assertThat(watch.reversed()).isEqualTo(1);
        assertThat(watch.shortest()).isEqualTo(new ShortestLength(0, 0, 1));
    }
}
