package org.flavorwaves.physics.flavomon;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * Zeros of a dispersion function on the real axis outside the light cone, where it is a real analytic function. They
 * come exponentially close to the cone, where the function is a polynomial in the logarithm of the distance; so the
 * search is in that logarithm, and extrema between samples that do not reach zero are followed to see whether they do.
 */
final class RealModes {
    /** Spacing of samples in ln(gap), and its growth far down the cone. */
    private static final double STEP = 0.2;

    private static final double GROWTH = 1.08;

    /** Smallest ln(gap) that is searched. */
    private static final double LOWEST = -640;

    /** ln(gap/|k|) below which samples may be farther from each other. */
    private static final double NEAR = -12;

    /** Size of a dispersion function that is rounding, far from the cone; it grows with the squared logarithm. */
    private static final double ROUNDING = 1e-14;

    /** Share of a sample above which an extremum beside it is not followed. */
    private static final double SHALLOW = 0.7;

    private static final int MINIMUM_STEPS = 60;

    private static final double GOLDEN = 0.5 * (Math.sqrt(5) - 1);

    private RealModes() {
    }

    /**
     * Finds the zeros.
     *
     * @param sector the dispersion function
     * @param medium a continuous medium whose parts share a shift
     * @param k shifted wave number
     * @param side the sign of omega
     * @param smallest smallest distance from the light cone; 0 for as close as numbers go
     * @return distances |omega| - |k|
     */
    static List<Double> gaps(final Sector sector, final FlavomonMedium medium, final double k, final int side,
        final double smallest) {
        final DoubleUnaryOperator f = s -> sector.value(medium.outside(side, Math.exp(s), k)).getReal();
        final double top = Math.log(2.05 * medium.scale());
        final double bottom = smallest > 0 ? Math.log(smallest) : LOWEST;
        final List<double[]> samples = new ArrayList<>();
        double step = STEP;
        for (double s = top; s > bottom; s -= step) {
            samples.add(new double[]{s, f.applyAsDouble(s)});
            if (s < NEAR + Math.log(Math.abs(k) + medium.scale())) {
                step *= GROWTH;
            }
        }
        samples.add(new double[]{bottom, f.applyAsDouble(bottom)});
        return roots(f, samples);
    }

    /**
     * Changes of sign from the largest distance inwards. Values that are rounding have no sign; a run of them that
     * follows others is a zero, on the light cone if it does not end.
     */
    private static List<Double> roots(final DoubleUnaryOperator f, final List<double[]> samples) {
        final List<Double> gaps = new ArrayList<>();
        double[] last = samples.get(0);
        boolean vanished = false;
        for (int i = 1; i < samples.size(); i++) {
            final double[] here = samples.get(i);
            if (isRounding(here)) {
                if (!vanished) {
                    vanished = true;
                    gaps.add(Math.exp(here[0]));
                }
                continue;
            }
            final boolean changes = here[1] * last[1] < 0;
            if (vanished && !changes) {
                gaps.remove(gaps.size() - 1);
            } else if (!vanished && changes) {
                gaps.add(root(f, here[0], last[0]));
            } else if (!vanished && i + 1 < samples.size() && isDip(last, here, samples.get(i + 1))) {
                final double dip = dip(f, samples.get(i + 1)[0], last[0], Math.signum(here[1]));
                if (f.applyAsDouble(dip) * here[1] < 0) {
                    gaps.add(root(f, dip, last[0]));
                    gaps.add(root(f, samples.get(i + 1)[0], dip));
                    i++;
                    last = samples.get(i);
                    continue;
                }
            }
            vanished = false;
            last = here;
        }
        return gaps;
    }

    private static boolean isRounding(final double[] sample) {
        return Math.abs(sample[1]) <= ROUNDING * (1 + sample[0] * sample[0]);
    }

    private static double root(final DoubleUnaryOperator f, final double low, final double high) {
        return Math.exp(new BrentSolver(1e-15, 1e-15, 0).solve(1000, f::applyAsDouble, low, high));
    }

    /** Whether the middle of three values is the smallest, and the parabola through them falls clearly below it. */
    private static boolean isDip(final double[] a, final double[] b, final double[] c) {
        if (a[1] * b[1] <= 0 || b[1] * c[1] <= 0 || Math.abs(b[1]) > Math.abs(a[1])
            || Math.abs(b[1]) > Math.abs(c[1])) {
            return false;
        }
        final double left = (b[1] - a[1]) / (b[0] - a[0]);
        final double curvature = ((c[1] - b[1]) / (c[0] - b[0]) - left) / (c[0] - a[0]);
        final double slope = left + curvature * (b[0] - a[0]);
        return (b[1] - slope * slope / (4 * curvature)) / b[1] < SHALLOW;
    }

    /** Golden-section search for the smallest sign f, ended where it is below zero. */
    private static double dip(final DoubleUnaryOperator f, final double from, final double to, final double sign) {
        double a = from;
        double b = to;
        double left = b - GOLDEN * (b - a);
        double right = a + GOLDEN * (b - a);
        double fLeft = sign * f.applyAsDouble(left);
        double fRight = sign * f.applyAsDouble(right);
        for (int i = 0; i < MINIMUM_STEPS && fLeft > 0 && fRight > 0; i++) {
            if (fLeft < fRight) {
                b = right;
                right = left;
                fRight = fLeft;
                left = b - GOLDEN * (b - a);
                fLeft = sign * f.applyAsDouble(left);
            } else {
                a = left;
                left = right;
                fLeft = fRight;
                right = a + GOLDEN * (b - a);
                fRight = sign * f.applyAsDouble(right);
            }
        }
        return fLeft < fRight ? left : right;
    }
}
