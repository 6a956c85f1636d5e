package org.flavorwaves.physics.numerics;

import java.util.Optional;

import org.flavorwaves.physics.numerics.ComplexEigenSolver.Options;

/**
 * Newton's method for M(z) x = 0 in the form of successive linear problems (Ruhe 1973): with M(z) + dz M'(z) singular,
 * dz = -1/theta for the largest eigenvalue theta of M^-1 M'. Converges quadratically to simple and to semisimple
 * multiple roots, linearly to defective ones.
 */
final class RootPolish {
    private static final int MAX_ITERATIONS = 60;

    /** Steps below this share of the scale end the iteration. */
    private static final double ROUNDING = 4 * Math.ulp(1.0);

    /** A step that no longer shrinks but is below this share of the scale is the best that a multiple root allows. */
    private static final double STAGNATION = 1e-6;

    private static final ComplexEigenSolver SOLVER = new ComplexEigenSolver(Options.valuesOnly());

    private final Evaluator m_evaluator;

    private final double m_scale;

    /**
     * Prepares.
     *
     * @param evaluator evaluates the matrix function
     * @param scale size of the region in which roots are sought
     */
    RootPolish(final Evaluator evaluator, final double scale) {
        m_evaluator = evaluator;
        m_scale = scale;
    }

    /** The root near z, if the iteration converges to one. */
    Optional<double[]> polish(final double startRe, final double startIm) {
        double re = startRe;
        double im = startIm;
        double last = Double.POSITIVE_INFINITY;
        for (int k = 0; k < MAX_ITERATIONS; k++) {
            if (!m_evaluator.evaluate(re, im)) {
                // exactly singular: the root itself, unless M is not finite
                return Optional.of(new double[]{re, im}).filter(z -> Double.isFinite(m_evaluator.value().maxNorm()));
            }
            final ComplexMatrix g = m_evaluator.logarithmicDerivative();
            if (!Double.isFinite(g.maxNorm())) {
                return Optional.empty();
            }
            final EigenDecomposition theta = SOLVER.solve(g);
            if (!theta.converged()) {
                return Optional.empty();
            }
            int at = 0;
            for (int i = 1; i < theta.size(); i++) {
                if (Math.hypot(theta.re(i), theta.im(i)) > Math.hypot(theta.re(at), theta.im(at))) {
                    at = i;
                }
            }
            final double square = theta.re(at) * theta.re(at) + theta.im(at) * theta.im(at);
            final double step = 1 / Math.sqrt(square);
            if (!(step <= m_scale)) {
                return Optional.empty();
            }
            re -= theta.re(at) / square;
            im += theta.im(at) / square;
            if (step <= ROUNDING * (Math.hypot(re, im) + m_scale)
                || step < STAGNATION * m_scale && step >= last) {
                return Optional.of(new double[]{re, im});
            }
            last = step;
        }
        return last < STAGNATION * m_scale ? Optional.of(new double[]{re, im}) : Optional.empty();
    }
}
