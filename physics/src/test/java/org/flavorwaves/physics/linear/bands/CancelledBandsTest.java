package org.flavorwaves.physics.linear.bands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.Backgrounds;
import org.flavorwaves.physics.linear.survey.StabilitySurvey;
import org.flavorwaves.physics.linear.survey.SurveyOptions;
import org.flavorwaves.physics.numerics.eigen.ComplexEigenSolver;
import org.flavorwaves.physics.numerics.matrix.ComplexMatrix;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.WaveVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dense work that is cancelled stops inside one eigenvalue problem, whatever stage it is in. */
class CancelledBandsTest {
    /** More than the largest block that single-shift sweeps take. */
    private static final int SIZE = 150;

    /** Each piece of a parallel loop may ask once more before it ends. */
    private static final int PIECES = 16 * Runtime.getRuntime().availableProcessors();

    private static FlavorState tilted(final int modes, final Random random) {
        return Backgrounds.tilted(Backgrounds.modes(modes, random, false), random);
    }

    private static ComplexMatrix matrix() {
        final Random random = new Random(5);
        final ComplexMatrix a = new ComplexMatrix(SIZE, SIZE);
        for (int i = 0; i < SIZE; i++) {
            for (int j = 0; j < SIZE; j++) {
                a.set(i, j, random.nextGaussian(), random.nextGaussian());
            }
        }
        return a;
    }

    /** Counts how often it is asked, and cancels from some question on. */
    private static final class Cancelling implements Progress {
        private final int m_last;

        private final AtomicInteger m_asked = new AtomicInteger();

        Cancelling(final int last) {
            m_last = last;
        }

        @Override
        public void report(final double fraction, final String message) {
            if (m_asked.incrementAndGet() >= m_last) {
                throw new CancellationException();
            }
        }

        int asked() {
            return m_asked.get();
        }
    }

    @Test
    void oneEigenvalueProblemAsksInEveryStage() {
        final AtomicInteger[] asked = {new AtomicInteger(), new AtomicInteger(), new AtomicInteger()};
        new ComplexEigenSolver(ComplexEigenSolver.Options.allVectors()).solve(matrix(), (fraction, message) -> {
            assertThat(message).isEqualTo("Eigenvalue problem of size " + SIZE);
            asked[fraction < 0.3 ? 0 : fraction < 0.7 ? 1 : 2].incrementAndGet();
        });
        assertThat(asked[0].get()).as("columns of the reduction").isGreaterThanOrEqualTo(SIZE - 2);
        assertThat(asked[1].get()).as("deflations and windows of the iteration").isGreaterThan(10);
        assertThat(asked[2].get()).as("right and left vectors").isGreaterThanOrEqualTo(2 * SIZE);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 0.5, 0.9})
    void anEigenvalueProblemThatIsCancelledStops(final double share) {
        final ComplexEigenSolver solver = new ComplexEigenSolver(ComplexEigenSolver.Options.allVectors());
        final Cancelling all = new Cancelling(Integer.MAX_VALUE);
        solver.solve(matrix(), all);
        final int last = 1 + (int) (share * all.asked());
        final Cancelling progress = new Cancelling(last);
        assertThatThrownBy(() -> solver.solve(matrix(), progress)).isInstanceOf(CancellationException.class);
        assertThat(progress.asked()).isBetween(last, last + PIECES);
    }

    /** A single wave vector: a list of them asks only between its points. */
    @ParameterizedTest
    @ValueSource(strings = {"VALUES", "MEASURES", "VECTORS"})
    void bandsOfOneWaveVectorAreCancelledInside(final BandDetail detail) {
        final Background background = Background.of(tilted(SIZE / 3, new Random(6)), new Environment(0.3, 0.1, 1));
        final Cancelling progress = new Cancelling(SIZE / 2);
        assertThatThrownBy(() -> new BandLineSolver(detail).solve(background, List.of(new WaveVector(0, 0, 0.1)),
            progress)).isInstanceOf(CancellationException.class);
        assertThat(progress.asked()).isBetween(SIZE / 2, SIZE / 2 + PIECES);
        final Cancelling single = new Cancelling(SIZE / 2);
        assertThatThrownBy(() -> new BandSolver(detail).solve(background, new WaveVector(0, 0, 0.1), single))
            .isInstanceOf(CancellationException.class);
    }

    /** Cancelling is not taken for a cell without a result. */
    @Test
    void aCellOfASurveyIsCancelledInside() {
        final FlavorState state = tilted(12, new Random(7));
        final StabilitySurvey survey = new StabilitySurvey(new SurveyOptions(SurveyOptions.Terms.ALL,
            SurveyOptions.Directions.FLUX, true, 16, 1e-2));
        final Cancelling all = new Cancelling(Integer.MAX_VALUE);
        survey.assess(state, new Environment(0.3, 0.1, 1), all);
        assertThat(all.asked()).isGreaterThan(8);
        final Cancelling progress = new Cancelling(all.asked() / 2);
        assertThatThrownBy(() -> survey.assess(state, new Environment(0.3, 0.1, 1), progress))
            .isInstanceOf(CancellationException.class);
    }
}
