package org.flavorwaves.physics.linear.collective;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;

import org.apache.commons.math3.complex.Complex;
import org.flavorwaves.physics.distribution.RandomDistribution;
import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.collective.NullVectors.Solution;
import org.flavorwaves.physics.linear.collective.sums.CollectiveMatrix;
import org.flavorwaves.physics.state.AngularModel;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.WaveVector;
import org.junit.jupiter.api.Test;

class NullVectorsTest {

    /**
     * All zeros lie within the coupling of a pole, where the search has its estimates. Between many poles the linear
     * problem can throw an estimate far away; an iteration that leaves has not converged, and ends before it overflows.
     */
    @Test
    void endsWhenAnEstimateIsThrownOutOfReach() {
        final Background background =
            Background.of(new RandomDistribution(100, 1, true, false, 1).draw(), Environment.FAST);
        final SplittableRandom random = new SplittableRandom(3);
        int converged = 0;
        int lost = 0;
        for (final CollectiveMatrix matrix : CollectiveMatrix.of(background, new WaveVector(0, 0, -1.5),
            AngularModel.BEAMS)) {
            final double scale = RootSearch.scale(matrix);
            final NullVectors solver = new NullVectors(matrix, matrix.sums().sampler(), scale);
            for (int i = 0; i < 300; i++) {
                final Complex estimate =
                    new Complex(scale * (2 * random.nextDouble() - 1), scale * 0.01 * random.nextDouble());
                final Solution solution = solver.from(estimate);
                assertThat(solution.omega().abs()).as("from %s", estimate).isFinite();
                converged += solution.converged() ? 1 : 0;
                lost += solution.omega().subtract(estimate).abs() > 3 * scale ? 1 : 0;
            }
        }
        assertThat(converged).isPositive();
        assertThat(lost).isPositive();
    }
}
