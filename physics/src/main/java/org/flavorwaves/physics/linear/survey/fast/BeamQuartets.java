package org.flavorwaves.physics.linear.survey.fast;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * Where four beams grow together. omega and k can give omega - k.v any values for four beams, and no more; so four can
 * be tuned, wherever in k that is. Their growth alone is at most the norm of what couples the signs, the matrix of f_ij
 * sqrt|g_i g_j| between beams of the one and of the other. It is reached where its singular vectors are null vectors of
 * either sign's own problem, omega - k.v_i = s sum_j f_ij sqrt|g_i g_j| x_j/x_i over the other beams of the sign s of
 * i. From there waves of the whole medium are climbed.
 */
final class BeamQuartets {
    /** Beams of the largest lepton numbers that are combined: at most 495 quartets. */
    private static final int BEAMS = 12;

    /** Quartets whose own growth is below this part of the fastest wave are not followed. */
    private static final double WORTHWHILE = 0.9;

    private final double[][] m_v;

    private final double[] m_g;

    BeamQuartets(final double[][] v, final double[] g) {
        m_v = v;
        m_g = g;
    }

    /**
     * Offers waves of quartets.
     *
     * @param best the fastest wave so far, kept up to date by the climbs
     * @param climb climbs from a wave
     */
    void climb(final SpaceWave best, final Consumer<SpaceWave> climb) {
        final SpaceWave start = new SpaceWave(new BeamList(m_v, m_g, false));
        final int[] beams = IntStream.range(0, m_g.length).boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -Math.abs(m_g[i])).thenComparing(i -> i))
            .limit(BEAMS).mapToInt(i -> i).toArray();
        for (int a = 0; a < beams.length; a++) {
            for (int b = a + 1; b < beams.length; b++) {
                for (int c = b + 1; c < beams.length; c++) {
                    for (int d = c + 1; d < beams.length; d++) {
                        follow(new int[]{beams[a], beams[b], beams[c], beams[d]}, start, best, climb);
                    }
                }
            }
        }
    }

    private void follow(final int[] beams, final SpaceWave start, final SpaceWave best,
        final Consumer<SpaceWave> climb) {
        final int[] positive = Arrays.stream(beams).filter(i -> m_g[i] > 0).toArray();
        final int[] negative = Arrays.stream(beams).filter(i -> m_g[i] < 0).toArray();
        if (positive.length == 0 || negative.length == 0) {
            return;
        }
        final RealMatrix between = new Array2DRowRealMatrix(positive.length, negative.length);
        for (int i = 0; i < positive.length; i++) {
            for (int j = 0; j < negative.length; j++) {
                between.setEntry(i, j, coupling(positive[i], negative[j]));
            }
        }
        final SingularValueDecomposition singular = new SingularValueDecomposition(between);
        if (singular.getNorm() < WORTHWHILE * best.growth()) {
            return;
        }
        final RealMatrix velocities = new Array2DRowRealMatrix(beams.length, 4);
        final double[] frequencies = new double[beams.length];
        tune(positive, singular.getU().getColumn(0), 0, velocities, frequencies);
        tune(negative, singular.getV().getColumn(0), positive.length, velocities, frequencies);
        final DecompositionSolver solver = new LUDecomposition(velocities).getSolver();
        if (solver.isNonSingular() && Arrays.stream(frequencies).allMatch(Double::isFinite)) {
            final double[] wave = solver.solve(new ArrayRealVector(frequencies)).toArray();
            if (start.start(Arrays.copyOfRange(wave, 1, 4), wave[0], singular.getNorm())) {
                climb.accept(start);
            }
        }
    }

    /** The equations for (omega, k) of the beams of one sign. */
    private void tune(final int[] beams, final double[] x, final int first, final RealMatrix velocities,
        final double[] frequencies) {
        for (int i = 0; i < beams.length; i++) {
            final double[] v = m_v[beams[i]];
            velocities.setRow(first + i, new double[]{1, -v[0], -v[1], -v[2]});
            double own = 0;
            for (int j = 0; j < beams.length; j++) {
                own += i == j ? 0 : coupling(beams[i], beams[j]) * x[j] / x[i];
            }
            frequencies[first + i] = Math.signum(m_g[beams[i]]) * own;
        }
    }

    /** f_ij sqrt|g_i g_j|. */
    private double coupling(final int i, final int j) {
        final double f = 1 - m_v[i][0] * m_v[j][0] - m_v[i][1] * m_v[j][1] - m_v[i][2] * m_v[j][2];
        return f * Math.sqrt(Math.abs(m_g[i] * m_g[j]));
    }
}
