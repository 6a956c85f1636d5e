package org.flavorwaves.physics.numerics.roots;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.apache.commons.math3.complex.Complex;

/**
 * All zeros of an analytic function in a rectangle of the complex plane: the argument principle counts them
 * ({@link RootCell}), bisection isolates them, Newton's method polishes them.
 *
 * <p>Cost: about 10^2 to 10^3 evaluations a zero. Source: L. M. Delves, J. N. Lyness, Math. Comp. 21 (1967) 543.
 */
public final class AnalyticRoots {
    /** How often a rectangle may be halved. */
    private static final int MAX_DEPTH = 100;

    private static final int NEWTON_STEPS = 60;

    /** Where a rectangle is cut, tried in turn; not in the middle, where symmetric problems have their zeros. */
    private static final double[] CUTS = {0.4871, 0.5317, 0.4419, 0.5713, 0.3931};

    /** How far from a small rectangle, in units of the resolution, its zero may be polished to. */
    private static final double POLISH_REACH = 100;

    private final AnalyticFunction m_function;

    private final double m_resolution;

    private AnalyticRoots(final AnalyticFunction function, final double resolution) {
        m_function = function;
        m_resolution = resolution;
    }

    /** An analytic function with its derivative. */
    @FunctionalInterface
    public interface AnalyticFunction {
        /**
         * Evaluates the function.
         *
         * @param z the point
         * @return the value and the derivative at z
         */
        Sample at(Complex z);
    }

    /**
     * A function value.
     *
     * @param value f(z)
     * @param derivative f'(z)
     * @param poleDistance distance of the nearest pole from z, infinite if there is none
     */
    public record Sample(Complex value, Complex derivative, double poleDistance) {
    }

    /**
     * A rectangle with sides along the axes.
     *
     * @param reMin left edge
     * @param reMax right edge
     * @param imMin lower edge
     * @param imMax upper edge
     */
    public record Rectangle(double reMin, double reMax, double imMin, double imMax) {
    }

    /**
     * Finds all zeros.
     *
     * @param function analytic in the rectangle and on its edges
     * @param rectangle where to search; a zero on its edge may or may not be found
     * @param resolution zeros closer to each other than this are reported as one multiple zero
     * @return the zeros, a multiple one as often as it counts, ordered by real part, then imaginary part; empty if a
     *         zero lies on the edge, or on every cut that was tried
     */
    public static Optional<List<Complex>> find(final AnalyticFunction function, final Rectangle rectangle,
        final double resolution) {
        final AnalyticRoots search = new AnalyticRoots(function, resolution);
        final List<Complex> roots = new ArrayList<>();
        try {
            search.collect(RootCell.of(search::sample, rectangle.reMin, rectangle.reMax, rectangle.imMin,
                rectangle.imMax), 0, roots);
        } catch (final ZeroOnEdgeException e) {
            return Optional.empty();
        }
        roots.sort(Comparator.comparingDouble(Complex::getReal).thenComparingDouble(Complex::getImaginary));
        return Optional.of(roots);
    }

    private SampledFunction.Sample sample(final double re, final double im) {
        final Sample f = m_function.at(new Complex(re, im));
        final Complex slope = f.value().abs() == 0 ? Complex.INF : f.derivative().divide(f.value());
        return new SampledFunction.Sample(re, im, f.value().getReal(), f.value().getImaginary(), slope.getReal(),
            slope.getImaginary(), f.poleDistance());
    }

    private void collect(final RootCell cell, final int depth, final List<Complex> roots) throws ZeroOnEdgeException {
        if (cell.count() <= 0) {
            return;
        }
        if (cell.count() == 1) {
            final Complex root = newton(cell, 0);
            if (root != null) {
                roots.add(root);
                return;
            }
        }
        if (depth > MAX_DEPTH || Math.max(cell.width(), cell.height()) < m_resolution) {
            final Complex polished = newton(cell, POLISH_REACH * m_resolution);
            if (polished == null) {
                throw new ZeroOnEdgeException();
            }
            for (int i = 0; i < cell.count(); i++) {
                roots.add(polished);
            }
            return;
        }
        for (final RootCell part : parts(cell)) {
            collect(part, depth + 1, roots);
        }
    }

    private RootCell[] parts(final RootCell cell) throws ZeroOnEdgeException {
        for (final double fraction : CUTS) {
            try {
                return cell.cut(this::sample, fraction);
            } catch (final ZeroOnEdgeException ignored) {
                // another place
            }
        }
        throw new ZeroOnEdgeException();
    }

    /** Newton from the middle of a cell; null if it leaves the cell and a margin, or does not settle. */
    private Complex newton(final RootCell cell, final double margin) {
        Complex z = new Complex(cell.centerRe(), cell.centerIm());
        double last = Double.POSITIVE_INFINITY;
        for (int step = 0; step < NEWTON_STEPS; step++) {
            final Sample f = m_function.at(z);
            if (f.value().abs() == 0) {
                return z;
            }
            final Complex change = f.value().divide(f.derivative());
            z = z.subtract(change);
            if (change.isNaN() || !cell.contains(z, margin)) {
                return null;
            }
            final double size = change.abs();
            if (size <= 4 * Math.ulp(z.abs()) || size >= last && size < m_resolution * 1e-3) {
                return z;
            }
            last = size;
        }
        return null;
    }
}
