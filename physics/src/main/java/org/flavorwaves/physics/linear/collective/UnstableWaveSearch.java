package org.flavorwaves.physics.linear.collective;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.apache.commons.math3.complex.Complex;
import org.flavorwaves.physics.linear.BandOperator;
import org.flavorwaves.physics.linear.WaveBackground;
import org.flavorwaves.physics.linear.WaveFunction;
import org.flavorwaves.physics.linear.collective.NullVectors.Solution;
import org.flavorwaves.physics.linear.collective.sums.CollectiveMatrix;
import org.flavorwaves.physics.numerics.matrix.ComplexMatrix;
import org.flavorwaves.physics.run.ParallelLoop;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.AngularModel;
import org.flavorwaves.physics.state.WaveVector;

/**
 * Finds all waves at one wave vector that grow faster than a floor, without the dense problem: the zeros of the
 * collective determinant in a rectangle that provably contains them, since the coupling cannot move a band further from
 * the frequency of a single mode than its own norm. Each evaluation is O(N); their number is about the width of the
 * rectangle over the floor, or a few for each mode if that is less.
 */
public final class UnstableWaveSearch {
    private final double m_floor;

    private final boolean m_keepWaveFunctions;

    private final AngularModel m_model;

    /**
     * A search.
     *
     * @param floor lowest growth rate of interest, positive, in the units of the potentials; waves below it are not
     *            found. With many modes the cost is inverse to it
     * @param keepWaveFunctions whether the wave functions are kept, 48 bytes a mode and wave
     * @throws IllegalArgumentException if the floor is not positive and finite
     */
    public UnstableWaveSearch(final double floor, final boolean keepWaveFunctions) {
        this(floor, keepWaveFunctions, AngularModel.BEAMS);
    }

    /**
     * A search with a choice of what stands between the directions. With a continuous spectrum it refuses backgrounds
     * that are not aligned rings and wave vectors that are not along z with an IllegalArgumentException.
     *
     * @param floor lowest growth rate of interest, positive, in the units of the potentials
     * @param keepWaveFunctions whether the wave functions are kept
     * @param model beams as given or a continuous spectrum
     * @throws IllegalArgumentException if the floor is not positive and finite
     */
    public UnstableWaveSearch(final double floor, final boolean keepWaveFunctions, final AngularModel model) {
        if (!(floor > 0) || Double.isInfinite(floor)) {
            throw new IllegalArgumentException("The lowest growth rate is " + floor + "; it must be positive.");
        }
        m_floor = floor;
        m_keepWaveFunctions = keepWaveFunctions;
        m_model = model;
    }

    /**
     * Searches a list of wave vectors in parallel.
     *
     * @param background the background
     * @param ks physical wave vectors, in the units of the potentials
     * @param progress told the share of finished wave vectors
     * @return all waves above the floor at each of them, in their order
     */
    public List<UnstableWaves> solve(final WaveBackground background, final List<WaveVector> ks,
        final Progress progress) {
        final UnstableWaves[] waves = new UnstableWaves[ks.size()];
        ParallelLoop.forEach(waves.length, "Growing waves", progress, p -> waves[p] = solve(background, ks.get(p)));
        return List.of(waves);
    }

    /**
     * Searches one wave vector.
     *
     * @param background the background
     * @param k physical wave vector, in the units of the potentials
     * @return all waves above the floor
     */
    public UnstableWaves solve(final WaveBackground background, final WaveVector k) {
        final List<UnstableWave> waves = new ArrayList<>();
        int evaluations = 0;
        int unresolved = 0;
        for (final CollectiveMatrix matrix : CollectiveMatrix.of(background, k, m_model)) {
            final RootSearch.Result result = RootSearch.above(matrix, m_floor);
            evaluations += result.evaluations();
            for (final Solution solution : result.solutions()) {
                unresolved += solution.converged() ? 0 : solution.multiplicity();
                for (int c = 0; solution.converged() && c < solution.right().columns(); c++) {
                    waves.add(wave(background, k, matrix, solution, c, m_keepWaveFunctions));
                }
            }
        }
        waves.sort(Comparator.comparingDouble((UnstableWave w) -> -w.growth())
            .thenComparingDouble(UnstableWave::omegaRe));
        return new UnstableWaves(k, waves, m_floor, unresolved, evaluations);
    }

    /** The wave of one null vector. */
    static UnstableWave wave(final WaveBackground background, final WaveVector k, final CollectiveMatrix matrix,
        final Solution solution, final int column, final boolean keepWaveFunction) {
        final Complex omega = solution.omega();
        final int n = matrix.dimension();
        final ComplexMatrix right = new ComplexMatrix(n, 1);
        for (int a = 0; a < n; a++) {
            right.set(a, 0, solution.right().re(a, column), solution.right().im(a, column));
        }
        final WaveFunction psi = matrix.wave(omega, right, background.size());
        final Complex[] slope = slopes(matrix, solution, column);
        return new UnstableWave(k, matrix.sector(), omega.getReal(), omega.getImaginary(), solution.multiplicity(),
            new WaveVector(slope[0].getReal(), slope[1].getReal(), slope[2].getReal()),
            new WaveVector(slope[0].getImaginary(), slope[1].getImaginary(), slope[2].getImaginary()),
            keepWaveFunction ? Optional.of(psi) : Optional.empty(),
            matrix.sums().isContinuous() ? defect(matrix.at(omega).multiply(right), right)
                : residual(background.operator(k), psi, omega));
    }

    /** dOmega/dk along x, y, z from a solution: -(x dT/dk y)/(x dT/dOmega y). */
    static Complex[] slopes(final CollectiveMatrix matrix, final Solution solution, final int column) {
        final int n = matrix.dimension();
        final double[] left = new double[2 * n];
        final double[] right = new double[2 * n];
        for (int a = 0; a < n; a++) {
            left[2 * a] = solution.left().re(column, a);
            left[2 * a + 1] = solution.left().im(column, a);
            right[2 * a] = solution.right().re(a, column);
            right[2 * a + 1] = solution.right().im(a, column);
        }
        final double[] out = new double[8];
        matrix.sums().slopes(solution.omega().getReal(), solution.omega().getImaginary(), left, right, out);
        final Complex own = new Complex(out[0], out[1]);
        final Complex[] slopes = new Complex[3];
        for (int axis = 0; axis < 3; axis++) {
            slopes[axis] = new Complex(out[2 * axis + 2], out[2 * axis + 3]).divide(own).negate();
        }
        return slopes;
    }

    private static double defect(final ComplexMatrix applied, final ComplexMatrix numbers) {
        return applied.frobeniusNorm() / numbers.frobeniusNorm();
    }

    private static double residual(final BandOperator operator, final WaveFunction psi, final Complex omega) {
        final double[] re = new double[operator.size()];
        final double[] im = new double[operator.size()];
        operator.apply(psi.ownRe(), psi.ownIm(), re, im);
        double sum = 0;
        for (int c = 0; c < re.length; c++) {
            final double x = psi.ownRe()[c];
            final double y = psi.ownIm()[c];
            final double dRe = re[c] - omega.getReal() * x + omega.getImaginary() * y;
            final double dIm = im[c] - omega.getReal() * y - omega.getImaginary() * x;
            sum += dRe * dRe + dIm * dIm;
        }
        return Math.sqrt(sum) / operator.norm();
    }
}
