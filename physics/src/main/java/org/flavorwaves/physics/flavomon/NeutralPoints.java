package org.flavorwaves.physics.flavomon;

import java.util.ArrayList;
import java.util.List;

import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.complex.Complex;

/**
 * Where modes pass from growth to damping, in closed form.
 *
 * <p>On a ray omega = u k the integrals are I_n = i_n(u)/k, so the longitudinal relation becomes k^2 + k (i_2 - i_0) +
 * i_1^2 - i_0 i_2 = 0 and the transverse one k = (i_2 - i_0)/2. On the zeros u of G the i_n are real, and so are the
 * wave numbers at which a branch crosses the real axis. On the light cone, u = +-1, the transverse relation stays
 * finite: k = -+(M_0 +- M_1)/2.
 */
final class NeutralPoints {
    private static final int SAMPLES = 4000;

    private static final double ACCURACY = 1e-15;

    private NeutralPoints() {
    }

    /**
     * All neutral points and light-cone crossings of a medium in the fast limit.
     *
     * @param medium a continuous medium without slow terms
     * @return the points, in order of sector, u and k
     */
    static List<SpecialPoint> of(final AxialMedium medium) {
        final List<SpecialPoint> points = new ArrayList<>();
        for (final double u : zeros(medium)) {
            final DielectricTensor onRay = medium.dielectricTensor(new Complex(u), 1);
            final double i0 = 1 - onRay.get(0, 0).getReal();
            final double i1 = -onRay.get(0, 3).getReal();
            final double i2 = -1 - onRay.get(3, 3).getReal();
            final double discriminant = (i2 - i0) * (i2 - i0) - 4 * (i1 * i1 - i0 * i2);
            if (discriminant >= 0) {
                for (final int sign : new int[]{-1, 1}) {
                    final double k = 0.5 * (i0 - i2 + sign * Math.sqrt(discriminant));
                    points.add(new SpecialPoint(SpecialPoint.Kind.NEUTRAL, Sector.LONGITUDINAL, k, u * k));
                }
            }
            final double k = 0.5 * (i2 - i0);
            points.add(new SpecialPoint(SpecialPoint.Kind.NEUTRAL, Sector.TRANSVERSE, k, u * k));
        }
        final double right = -0.5 * (medium.moment(0) + medium.moment(1));
        final double left = 0.5 * (medium.moment(0) - medium.moment(1));
        points.add(new SpecialPoint(SpecialPoint.Kind.LIGHT_CONE, Sector.TRANSVERSE, right, right));
        points.add(new SpecialPoint(SpecialPoint.Kind.LIGHT_CONE, Sector.TRANSVERSE, left, -left));
        return points;
    }

    /** The zeros of G(v) inside (-1, 1) at which it changes sign. */
    private static List<Double> zeros(final AxialMedium medium) {
        final List<Double> zeros = new ArrayList<>();
        final BrentSolver solver = new BrentSolver(ACCURACY);
        double left = -1 + 1e-12;
        double fLeft = medium.density(left);
        for (int i = 1; i <= SAMPLES; i++) {
            final double right = -1 + 2.0 * i / SAMPLES - (i == SAMPLES ? 1e-12 : 0);
            final double fRight = medium.density(right);
            if (fLeft * fRight < 0) {
                zeros.add(solver.solve(SAMPLES, medium::density, left, right));
            }
            left = right;
            fLeft = fRight;
        }
        return zeros;
    }
}
