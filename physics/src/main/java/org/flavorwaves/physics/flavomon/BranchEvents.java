package org.flavorwaves.physics.flavomon;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

import org.apache.commons.math3.complex.Complex;
import org.flavorwaves.physics.flavomon.FlavomonMode.Kind;
import org.flavorwaves.physics.flavomon.FlavomonSearch.Modes;
import org.flavorwaves.physics.flavomon.Sector.Derivative;

/**
 * Locates the points at which branches change their nature between two wave numbers. Neutral points and the transverse
 * crossings of the light cone have a closed form in axially symmetric media without shifts; others are zeros of
 * Im omega or |omega| - |k| along a linked branch. Branch points are where the number of real modes changes by two.
 */
final class BranchEvents {
    private static final int BISECTIONS = 60;

    private static final int MAX_SPLITS = 8;

    private static final int POLISH_STEPS = 12;

    /** Difference step and largest Newton step, in units of the medium's scale. */
    private static final double DIFFERENCE = 1e-6;

    private static final double MAX_POLISH = 0.05;

    private final FlavomonMedium m_medium;

    private final FlavomonSearch m_search;

    private final boolean m_closed;

    BranchEvents(final FlavomonMedium medium, final FlavomonSearch search) {
        m_medium = medium;
        m_search = search;
        m_closed = medium instanceof AxialMedium && medium.isContinuous()
            && medium.commonShift().filter(Complex.ZERO::equals).isPresent();
    }

    /** The points in closed form between two wave numbers. */
    List<SpecialPoint> closedForm(final double from, final double to) {
        if (!m_closed || m_medium.scale() == 0) {
            return List.of();
        }
        return NeutralPoints.of((AxialMedium) m_medium).stream().filter(p -> p.k() >= from && p.k() <= to).toList();
    }

    /**
     * The other points between two wave numbers.
     *
     * @param links the continuations of the modes on the left
     */
    List<SpecialPoint> between(final Modes left, final Modes right, final int[] links) {
        final List<SpecialPoint> points = new ArrayList<>();
        for (final Sector sector : m_medium.sectors()) {
            split(sector, left.k(), m_search.realModes(left, sector).size(), right.k(),
                m_search.realModes(right, sector).size(), 0, points);
        }
        for (int i = 0; i < links.length; i++) {
            if (links[i] >= 0) {
                crossings(left.list().get(i), right.list().get(links[i]), points);
            }
        }
        return points;
    }

    private void crossings(final FlavomonMode a, final FlavomonMode b, final List<SpecialPoint> points) {
        final boolean turns = a.kind() == Kind.UNSTABLE && b.kind() == Kind.DAMPED
            || a.kind() == Kind.DAMPED && b.kind() == Kind.UNSTABLE;
        if (turns && !m_closed) {
            cross(a, b, SpecialPoint.Kind.NEUTRAL, w -> w.omega.getImaginary(), points);
        }
        if (a.isSuperluminal() != b.isSuperluminal() && m_medium.isContinuous() && a.k() * b.k() > 0
            && !(m_closed && a.sector() == Sector.TRANSVERSE)) {
            cross(a, b, SpecialPoint.Kind.LIGHT_CONE, w -> Math.abs(w.omega.getReal()) - Math.abs(w.k), points);
        }
    }

    private record Place(double k, Complex omega) {
    }

    /** Bisects for a zero of a property along the chord between two modes, polished onto the branch. */
    private void cross(final FlavomonMode a, final FlavomonMode b, final SpecialPoint.Kind kind,
        final ToDoubleFunction<Place> property, final List<SpecialPoint> points) {
        Place left = new Place(a.k(), a.omega());
        Place right = new Place(b.k(), b.omega());
        final double start = property.applyAsDouble(left);
        if (start * property.applyAsDouble(right) > 0) {
            return;
        }
        for (int i = 0; i < BISECTIONS && right.k - left.k > 1e-13 * m_medium.scale(); i++) {
            final Place middle = onBranch(a.sector(), 0.5 * (left.k + right.k),
                left.omega.add(right.omega).multiply(0.5));
            if (property.applyAsDouble(middle) * start > 0) {
                left = middle;
            } else {
                right = middle;
            }
        }
        points.add(new SpecialPoint(kind, a.sector(), left.k, left.omega.getReal()));
    }

    /** Newton's method in omega, as far as it stays near the start. */
    private Place onBranch(final Sector sector, final double k, final Complex start) {
        Complex omega = start;
        for (int step = 0; step < POLISH_STEPS; step++) {
            final DielectricTensor eps = m_medium.dielectricTensor(omega, k);
            final Complex change = sector.value(eps).divide(sector.slope(eps, Derivative.IN_FREQUENCY));
            if (!(omega.subtract(change).subtract(start).abs() < MAX_POLISH * m_medium.scale())) {
                return new Place(k, start);
            }
            omega = omega.subtract(change);
        }
        return new Place(k, omega);
    }

    /** Halves an interval until the number of real modes changes by two at one place. */
    private void split(final Sector sector, final double left, final int before, final double right, final int after,
        final int depth, final List<SpecialPoint> points) {
        final int change = Math.abs(after - before);
        if (change == 2) {
            points.add(locate(sector, left, right, before));
        } else if (change > 2 && depth < MAX_SPLITS) {
            final double middle = 0.5 * (left + right);
            final int between = m_search.realCount(sector, middle);
            split(sector, left, before, middle, between, depth + 1, points);
            split(sector, middle, between, right, after, depth + 1, points);
        }
    }

    private SpecialPoint locate(final Sector sector, final double kBefore, final double kAfter, final int before) {
        double left = kBefore;
        double right = kAfter;
        for (int i = 0; i < BISECTIONS && right - left > 1e-13 * m_medium.scale(); i++) {
            final double middle = 0.5 * (left + right);
            if (m_search.realCount(sector, middle) == before) {
                left = middle;
            } else {
                right = middle;
            }
        }
        final double kWithPair =
            m_search.realCount(sector, left) > m_search.realCount(sector, right) ? left : right;
        final double[] omega = m_search.realModes(m_search.solve(kWithPair), sector).stream()
            .mapToDouble(m -> m.omega().getReal()).sorted().toArray();
        int closest = 1;
        for (int i = 2; i < omega.length; i++) {
            if (omega[i] - omega[i - 1] < omega[closest] - omega[closest - 1]) {
                closest = i;
            }
        }
        final double start = omega.length < 2 ? kWithPair : 0.5 * (omega[closest - 1] + omega[closest]);
        return polish(sector, start, kWithPair);
    }

    /** Newton's method for F = 0 and dF/d omega = 0 in (omega, k), second derivatives by central differences. */
    private SpecialPoint polish(final Sector sector, final double omegaStart, final double kStart) {
        final double h = DIFFERENCE * m_medium.scale();
        double omega = omegaStart;
        double k = kStart;
        for (int step = 0; step < POLISH_STEPS; step++) {
            final double f = sector.value(tensor(omega, k)).getReal();
            final double slope = sector.slope(tensor(omega, k), Derivative.IN_FREQUENCY).getReal();
            final double inK = sector.slope(tensor(omega, k), Derivative.IN_WAVE_NUMBER).getReal();
            final double curvature = (sector.slope(tensor(omega + h, k), Derivative.IN_FREQUENCY).getReal()
                - sector.slope(tensor(omega - h, k), Derivative.IN_FREQUENCY).getReal()) / (2 * h);
            final double mixed = (sector.slope(tensor(omega, k + h), Derivative.IN_FREQUENCY).getReal()
                - sector.slope(tensor(omega, k - h), Derivative.IN_FREQUENCY).getReal()) / (2 * h);
            final double determinant = slope * mixed - inK * curvature;
            final double dOmega = (f * mixed - inK * slope) / determinant;
            final double dK = (slope * slope - f * curvature) / determinant;
            if (!(Math.abs(dOmega) + Math.abs(dK) < MAX_POLISH * m_medium.scale())) {
                break;
            }
            omega -= dOmega;
            k -= dK;
        }
        return new SpecialPoint(SpecialPoint.Kind.BRANCH_POINT, sector, k, omega);
    }

    private DielectricTensor tensor(final double omega, final double k) {
        return m_medium.dielectricTensor(new Complex(omega), k);
    }
}
