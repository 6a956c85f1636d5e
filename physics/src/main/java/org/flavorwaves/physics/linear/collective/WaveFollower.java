package org.flavorwaves.physics.linear.collective;

import java.util.Optional;

import org.apache.commons.math3.complex.Complex;
import org.flavorwaves.physics.linear.BandSector;
import org.flavorwaves.physics.linear.WaveBackground;
import org.flavorwaves.physics.linear.collective.NullVectors.Solution;
import org.flavorwaves.physics.linear.collective.sums.CollectiveMatrix;
import org.flavorwaves.physics.state.AngularModel;
import org.flavorwaves.physics.state.WaveVector;

/** Continues one growing wave to other wave vectors, a few evaluations of the collective matrix each. */
final class WaveFollower {
    private final WaveBackground m_background;

    private final BandSector m_sector;

    private final AngularModel m_model;

    WaveFollower(final WaveBackground background, final BandSector sector, final AngularModel model) {
        m_background = background;
        m_sector = sector;
        m_model = model;
    }

    /**
     * A wave at one wave vector.
     *
     * @param k wave vector
     * @param matrix its collective matrix
     * @param solution frequency and null vectors
     */
    record Point(WaveVector k, CollectiveMatrix matrix, Solution solution) {
        Complex omega() {
            return solution.omega();
        }
    }

    /** The wave reached from an estimate of its frequency; empty if there is none that grows. */
    Optional<Point> at(final WaveVector k, final Complex estimate) {
        if (!(estimate.getImaginary() > 0)) {
            return Optional.empty();
        }
        final CollectiveMatrix matrix = CollectiveMatrix.of(m_background, k, m_model).stream()
            .filter(m -> m.sector() == m_sector).findFirst().orElseThrow();
        final Solution solution = new NullVectors(matrix, matrix.sums().exact(), RootSearch.scale(matrix))
            .from(estimate);
        return solution.converged() && solution.multiplicity() > 0 ? Optional.of(new Point(k, matrix, solution))
            : Optional.empty();
    }

    /** The complex slope of the frequency along a direction. */
    static Complex slope(final Point point, final WaveVector direction) {
        final Complex[] slopes = UnstableWaveSearch.slopes(point.matrix, point.solution, 0);
        return slopes[0].multiply(direction.kx()).add(slopes[1].multiply(direction.ky()))
            .add(slopes[2].multiply(direction.kz()));
    }

    /** The wave with everything that is known of it. */
    UnstableWave wave(final Point point) {
        return UnstableWaveSearch.wave(m_background, point.k, point.matrix, point.solution, 0, true);
    }
}
