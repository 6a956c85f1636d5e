package org.flavorwaves.physics.numerics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.apache.commons.math3.complex.Complex;

/**
 * All zeros of an analytic function in a rectangle of the complex plane: the argument principle counts them, bisection
 * isolates them, Newton's method polishes them. An edge is sampled until neighbouring samples are closer to each other
 * than |f/f'| at both of them, the distance of the nearest zero, and than the nearest pole, so that no turn of the
 * phase is lost between a pole and a zero that almost cancel.
 *
 * <p>Cost: about 10^2 to 10^3 evaluations a zero. Source: L. M. Delves, J. N. Lyness, Math. Comp. 21 (1967) 543.
 */
public final class AnalyticRoots {
    /** Largest phase step between neighbouring samples on an edge. */
    private static final double MAX_PHASE_STEP = 0.8;

    /** How often an edge piece may be halved. */
    private static final int MAX_EDGE_DEPTH = 60;

    private static final int MIN_EDGE_PIECES = 8;

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

        private double width() {
            return reMax - reMin;
        }

        private double height() {
            return imMax - imMin;
        }

        private boolean contains(final Complex z, final double margin) {
            return z.getReal() >= reMin - margin && z.getReal() <= reMax + margin && z.getImaginary() >= imMin - margin
                && z.getImaginary() <= imMax + margin;
        }

        private Complex center() {
            return new Complex(0.5 * (reMin + reMax), 0.5 * (imMin + imMax));
        }

        private Rectangle wider(final double margin) {
            return new Rectangle(reMin - margin, reMax + margin, imMin - margin, imMax + margin);
        }

        private Rectangle[] split(final double fraction) {
            if (width() >= height()) {
                final double cut = reMin + fraction * width();
                return new Rectangle[]{new Rectangle(reMin, cut, imMin, imMax),
                    new Rectangle(cut, reMax, imMin, imMax)};
            }
            final double cut = imMin + fraction * height();
            return new Rectangle[]{new Rectangle(reMin, reMax, imMin, cut), new Rectangle(reMin, reMax, cut, imMax)};
        }
    }

    /** A zero lies on, or too close to, the path of a winding number. */
    private static final class ZeroOnPathException extends Exception {
        private static final long serialVersionUID = 1L;
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
            search.collect(rectangle, search.winding(rectangle), 0, roots);
        } catch (final ZeroOnPathException e) {
            return Optional.empty();
        }
        roots.sort(Comparator.comparingDouble(Complex::getReal).thenComparingDouble(Complex::getImaginary));
        return Optional.of(roots);
    }

    private void collect(final Rectangle box, final int count, final int depth, final List<Complex> roots)
        throws ZeroOnPathException {
        if (count <= 0) {
            return;
        }
        if (count == 1) {
            final Complex root = newton(box.center(), box);
            if (root != null) {
                roots.add(root);
                return;
            }
        }
        if (depth > MAX_DEPTH || Math.max(box.width(), box.height()) < m_resolution) {
            final Complex polished = newton(box.center(), box.wider(POLISH_REACH * m_resolution));
            if (polished == null) {
                throw new ZeroOnPathException();
            }
            for (int i = 0; i < count; i++) {
                roots.add(polished);
            }
            return;
        }
        for (final double fraction : CUTS) {
            final Rectangle[] halves = box.split(fraction);
            final int first;
            try {
                first = winding(halves[0]);
            } catch (final ZeroOnPathException e) {
                continue;
            }
            collect(halves[0], first, depth + 1, roots);
            collect(halves[1], count - first, depth + 1, roots);
            return;
        }
        throw new ZeroOnPathException();
    }

    /** Newton from a start; null if it leaves the box or does not settle. */
    private Complex newton(final Complex start, final Rectangle box) {
        Complex z = start;
        double last = Double.POSITIVE_INFINITY;
        for (int step = 0; step < NEWTON_STEPS; step++) {
            final Sample f = m_function.at(z);
            if (f.value().abs() == 0) {
                return z;
            }
            final Complex change = f.value().divide(f.derivative());
            z = z.subtract(change);
            if (change.isNaN() || !box.contains(z, 0)) {
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

    private int winding(final Rectangle r) throws ZeroOnPathException {
        final Complex a = new Complex(r.reMin, r.imMin);
        final Complex b = new Complex(r.reMax, r.imMin);
        final Complex c = new Complex(r.reMax, r.imMax);
        final Complex d = new Complex(r.reMin, r.imMax);
        final double phase = edge(a, b) + edge(b, c) + edge(c, d) + edge(d, a);
        return (int) Math.round(phase / (2 * Math.PI));
    }

    private double edge(final Complex from, final Complex to) throws ZeroOnPathException {
        double sum = 0;
        Complex left = from;
        Sample fLeft = m_function.at(from);
        for (int i = 1; i <= MIN_EDGE_PIECES; i++) {
            final Complex right = from.add(to.subtract(from).multiply(i / (double) MIN_EDGE_PIECES));
            final Sample fRight = m_function.at(right);
            sum += piece(left, fLeft, right, fRight, 0);
            left = right;
            fLeft = fRight;
        }
        return sum;
    }

    private double piece(final Complex a, final Sample fa, final Complex b, final Sample fb, final int depth)
        throws ZeroOnPathException {
        final double length = b.subtract(a).abs();
        final double step = phaseStep(fa.value(), fb.value());
        if (Math.abs(step) < MAX_PHASE_STEP && isResolved(fa, length) && isResolved(fb, length)) {
            return step;
        }
        final Complex middle = a.add(b).multiply(0.5);
        final Sample fm = m_function.at(middle);
        if (depth >= MAX_EDGE_DEPTH || fm.value().abs() == 0) {
            throw new ZeroOnPathException();
        }
        return piece(a, fa, middle, fm, depth + 1) + piece(middle, fm, b, fb, depth + 1);
    }

    /** |f/f'| is the distance of the nearest zero: a piece must be shorter than that, and than the nearest pole's. */
    private static boolean isResolved(final Sample f, final double length) {
        return f.derivative().abs() * length <= f.value().abs() && length <= f.poleDistance();
    }

    private static double phaseStep(final Complex from, final Complex to) {
        final Complex ratio = to.multiply(from.conjugate());
        return Math.atan2(ratio.getImaginary(), ratio.getReal());
    }
}
