package org.flavorwaves.physics.distribution.moments;

import java.util.Arrays;

import org.flavorwaves.physics.distribution.AngularGrid;

/**
 * The maximum entropy distribution of unit density with a given flux, on a grid: values per measure of the grid.
 */
final class DiscreteClosure {
    /** Directions this close to the best one share a beam. */
    private static final double BEAM_TOLERANCE = 1e-12;

    /** Flux error at which the Newton iteration stops at once. */
    private static final double EXACT = 1e-16;

    /** Flux error that counts as converged when no further step reduces it. */
    private static final double CONVERGED = 1e-12;

    /** Share of the predicted descent that a step must reach. */
    private static final double SUFFICIENT = 1e-4;

    private static final double LEAST_STEP = 1e-9;

    private static final double ROUNDING = 1e-14;

    /** Share of the distance of the flux from that of a beam within which there must be a direction. */
    private static final double ROOM = 0.7;

    private static final int MAX_NEWTON_STEPS = 100;

    private final AngularGrid m_grid;

    private final double[] m_flux;

    private final double m_shape;

    private final double[] m_axis;

    DiscreteClosure(final AngularGrid grid, final SpeciesMoments moments) {
        m_grid = grid;
        m_flux = new double[]{moments.fx(), moments.fy(), moments.fz()};
        final double f = moments.fluxFactor();
        m_shape = Minerbo.inverseLangevin(f);
        m_axis = f == 0 ? new double[]{0, 0, 1} : new double[]{m_flux[0] / f, m_flux[1] / f, m_flux[2] / f};
    }

    /** a of exp(a cos theta), infinite for a beam. */
    double shape() {
        return m_shape;
    }

    private double cosine(final int i) {
        return m_axis[0] * m_grid.vx(i) + m_axis[1] * m_grid.vy(i) + m_axis[2] * m_grid.vz(i);
    }

    /** Relative error of the sum of the continuous distribution over the grid. */
    double densityError() {
        if (Double.isInfinite(m_shape)) {
            return -1;
        }
        final double[] values = new double[m_grid.size()];
        fillContinuous(values);
        return sum(values) - 1;
    }

    /** Length of the flux of the values minus the wanted one. */
    double fluxError(final double[] values) {
        final double[] flux = flux(values);
        return Math.sqrt(square(flux[0] - m_flux[0]) + square(flux[1] - m_flux[1]) + square(flux[2] - m_flux[2]));
    }

    /**
     * How far the values of the closed distribution, with exact density, are from its first two moments: the length of
     * the difference of the fluxes, or the difference of the mean squared cosine to the flux, whichever is larger.
     *
     * @param values overwritten
     */
    double resolutionError(final double[] values) {
        fillNormalized(values);
        double square = -secondMoment();
        for (int i = 0; i < values.length; i++) {
            square += m_grid.weight(i) * values[i] * cosine(i) * cosine(i);
        }
        return Math.max(fluxError(values), Math.abs(square));
    }

    /** Mean squared cosine of exp(a cos theta): 1 - 2 (coth a - 1/a)/a. */
    private double secondMoment() {
        if (m_shape == 0) {
            return 1 / 3.0;
        }
        return Double.isInfinite(m_shape) ? 1 : 1 - 2 * Minerbo.langevin(m_shape) / m_shape;
    }

    /** Whether there are directions on either side of the wanted flux, with some room. */
    boolean reaches() {
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < m_grid.size(); i++) {
            best = Math.max(best, cosine(i));
        }
        return 1 - best < ROOM * (1 - Minerbo.langevin(m_shape));
    }

    void fill(final MomentMatching matching, final double[] values) {
        switch (matching) {
            case NONE -> {
                if (Double.isInfinite(m_shape)) {
                    throw new IllegalArgumentException("a flux factor of 1 is a beam, which has no values on a grid; "
                        + "use matching DENSITY.");
                }
                fillContinuous(values);
            }
            case DENSITY -> fillNormalized(values);
            case DENSITY_AND_FLUX -> fillMatched(values);
            default -> throw new IllegalArgumentException("there is no matching " + matching + ".");
        }
    }

    private void fillContinuous(final double[] values) {
        final double perMeasure = 2 * Math.PI / m_grid.measurePerCosTheta();
        for (int i = 0; i < values.length; i++) {
            values[i] = perMeasure * Minerbo.density(m_shape, cosine(i));
        }
    }

    private void fillNormalized(final double[] values) {
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < values.length; i++) {
            if (m_grid.weight(i) > 0) {
                best = Math.max(best, cosine(i));
            }
        }
        for (int i = 0; i < values.length; i++) {
            final double below = cosine(i) - best;
            if (Double.isInfinite(m_shape)) {
                values[i] = below >= -BEAM_TOLERANCE ? 1 : 0;
            } else {
                values[i] = Math.exp(m_shape * below);
            }
        }
        normalize(values);
    }

    /** Damped Newton on the convex function ln sum w exp(a.v) - a.f of the vector a. */
    private void fillMatched(final double[] values) {
        final double[] a = new double[3];
        final double[] trial = new double[3];
        final double[] gradient = new double[3];
        final double[] hessian = new double[6];
        double potential = exponential(a, values);
        double error = derivatives(values, gradient, hessian);
        for (int step = 0; step < MAX_NEWTON_STEPS && error > EXACT; step++) {
            final double[] change = solve(hessian, gradient);
            final double descent = change[0] * gradient[0] + change[1] * gradient[1] + change[2] * gradient[2];
            double length = 2;
            double next;
            do {
                length /= 2;
                for (int c = 0; c < 3; c++) {
                    trial[c] = a[c] - length * change[c];
                }
                next = exponential(trial, values);
            } while (!(next <= potential - SUFFICIENT * length * descent + ROUNDING * (1 + Math.abs(potential)))
                && length > LEAST_STEP);
            final double nextError = derivatives(values, gradient, hessian);
            if (nextError >= error && error <= CONVERGED) {
                exponential(a, values);
                return;
            }
            System.arraycopy(trial, 0, a, 0, a.length);
            potential = next;
            error = nextError;
        }
        if (!(error <= CONVERGED)) {
            throw new IllegalArgumentException("the flux factor (" + m_flux[0] + ", " + m_flux[1] + ", " + m_flux[2]
                + ") is outside what the grid of " + m_grid.size() + " directions can represent (reached to " + error
                + "); use a finer grid.");
        }
    }

    /** Fills the normalized exp(a.v) and returns ln sum w exp(a.v) - a.f. */
    private double exponential(final double[] a, final double[] values) {
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < values.length; i++) {
            values[i] = a[0] * m_grid.vx(i) + a[1] * m_grid.vy(i) + a[2] * m_grid.vz(i);
            best = Math.max(best, values[i]);
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.exp(values[i] - best);
        }
        final double sum = normalize(values);
        return Math.log(sum) + best - a[0] * m_flux[0] - a[1] * m_flux[1] - a[2] * m_flux[2];
    }

    /** Gradient F(a) - f and the covariance of v as xx, yy, zz, xy, xz, yz; returns the length of the gradient. */
    private double derivatives(final double[] values, final double[] gradient, final double[] hessian) {
        final double[] mean = flux(values);
        Arrays.fill(hessian, 0);
        for (int i = 0; i < values.length; i++) {
            final double w = m_grid.weight(i) * values[i];
            final double x = m_grid.vx(i) - mean[0];
            final double y = m_grid.vy(i) - mean[1];
            final double z = m_grid.vz(i) - mean[2];
            hessian[0] += w * x * x;
            hessian[1] += w * y * y;
            hessian[2] += w * z * z;
            hessian[3] += w * x * y;
            hessian[4] += w * x * z;
            hessian[5] += w * y * z;
        }
        for (int c = 0; c < 3; c++) {
            gradient[c] = mean[c] - m_flux[c];
        }
        return Math.sqrt(square(gradient[0]) + square(gradient[1]) + square(gradient[2]));
    }

    /** Cholesky solution of the 3 x 3 system; directions without spread are left alone. */
    private static double[] solve(final double[] h, final double[] g) {
        final double least = 1e-14 * (h[0] + h[1] + h[2]);
        final double l00 = h[0] > least ? Math.sqrt(h[0]) : Double.POSITIVE_INFINITY;
        final double l10 = h[3] / l00;
        final double l20 = h[4] / l00;
        final double s1 = h[1] - l10 * l10;
        final double l11 = s1 > least ? Math.sqrt(s1) : Double.POSITIVE_INFINITY;
        final double l21 = (h[5] - l20 * l10) / l11;
        final double s2 = h[2] - l20 * l20 - l21 * l21;
        final double l22 = s2 > least ? Math.sqrt(s2) : Double.POSITIVE_INFINITY;
        final double y0 = g[0] / l00;
        final double y1 = (g[1] - l10 * y0) / l11;
        final double y2 = (g[2] - l20 * y0 - l21 * y1) / l22;
        final double x2 = y2 / l22;
        final double x1 = (y1 - l21 * x2) / l11;
        return new double[]{(y0 - l10 * x1 - l20 * x2) / l00, x1, x2};
    }

    private double[] flux(final double[] values) {
        final double[] flux = new double[3];
        for (int i = 0; i < values.length; i++) {
            final double w = m_grid.weight(i) * values[i];
            flux[0] += w * m_grid.vx(i);
            flux[1] += w * m_grid.vy(i);
            flux[2] += w * m_grid.vz(i);
        }
        return flux;
    }

    private double normalize(final double[] values) {
        final double sum = sum(values);
        for (int i = 0; i < values.length; i++) {
            values[i] /= sum;
        }
        return sum;
    }

    private double sum(final double[] values) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += m_grid.weight(i) * values[i];
        }
        return sum;
    }

    private static double square(final double x) {
        return x * x;
    }
}
