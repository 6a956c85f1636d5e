package org.flavorwaves.physics.flavomon;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.apache.commons.math3.complex.Complex;
import org.flavorwaves.physics.flavomon.Sector.Derivative;
import org.flavorwaves.physics.numerics.AnalyticRoots;
import org.flavorwaves.physics.numerics.AnalyticRoots.Rectangle;
import org.flavorwaves.physics.numerics.AnalyticRoots.Sample;

/**
 * All flavomons of a medium at given k: the zeros of its sectors' dispersion functions (FR S57), (FR S58), (FR S60).
 *
 * <p>Every zero obeys |omega - k v| &lt;= 2 integral |G| for some |v| &lt;= 1 (the norm of the coupling), which bounds
 * the search. The upper half plane (unstable modes) is searched completely by the argument principle, and for
 * continuous spectra without slow terms also the strip |Re omega| &lt; |k| down to the largest damping asked for
 * (neutral and Landau-damped modes). Real modes outside the light cone are found by a search in the logarithm of their
 * distance from it, because they come exponentially close.
 */
public final class FlavomonSearch {
    /** Distance from the real axis, in units of the medium's scale, below which growth and damping are not told. */
    public static final double REAL_TOLERANCE = 1e-9;

    /** Distance between the search rectangles and the real axis or the light cone, in units of the scale. */
    private static final double MARGIN = 1e-7;

    /** Zeros closer than this, in units of the scale, count as one multiple zero. */
    private static final double RESOLUTION = 1e-7;

    /** Smallest ln(distance/|k|) from the light cone that is searched. */
    private static final double LOG_CLOSEST = -34;

    private static final int CONE_SAMPLES = 200;

    private static final int BISECTIONS = 200;

    private final FlavomonMedium m_medium;

    private final double m_maxDamping;

    private final double m_scale;

    /**
     * Prepares a search.
     *
     * @param medium the medium
     * @param maxDamping largest -Im omega of Landau-damped modes to look for, in the unit of the potentials; 0 for none
     */
    public FlavomonSearch(final FlavomonMedium medium, final double maxDamping) {
        m_medium = medium;
        m_maxDamping = maxDamping;
        m_scale = medium.scale();
    }

    /**
     * Finds the modes at one wave number.
     *
     * @param k shifted wave number along the axis, in the unit of the potentials
     * @return all modes, longitudinal ones first, ordered by Re omega; transverse ones once for both polarizations
     */
    public List<FlavomonMode> solve(final double k) {
        final List<FlavomonMode> modes = new ArrayList<>();
        if (m_scale == 0) {
            return modes;
        }
        for (final Sector sector : m_medium.sectors()) {
            final List<Complex> roots = new ArrayList<>();
            final double reach = Math.abs(k) + 2 * m_scale;
            roots.addAll(complexModes(sector, k, reach));
            roots.addAll(realModes(sector, k, -1));
            roots.addAll(realModes(sector, k, 1));
            roots.sort(Comparator.comparingDouble(Complex::getReal).thenComparingDouble(Complex::getImaginary));
            for (final Complex root : roots) {
                modes.add(new FlavomonMode(m_medium, sector, k, root, REAL_TOLERANCE * m_scale));
            }
        }
        return modes;
    }

    /**
     * Zeros off the real axis. Below a continuous spectrum the dispersion function is continued analytically, so the
     * strip |Re omega| &lt; |k| is searched in one piece from the largest damping upwards, real axis included.
     */
    private List<Complex> complexModes(final Sector sector, final double k, final double reach) {
        final double above = MARGIN * m_scale;
        final double top = 2 * m_scale;
        if (isHomogeneous(k) || !m_medium.isContinuous() || m_medium.hasShifts()) {
            return find(sector, k, -reach, reach, above, top);
        }
        final double edge = Math.abs(k) * (1 - MARGIN);
        final List<Complex> roots = new ArrayList<>(find(sector, k, -reach, -edge, above, top));
        roots.addAll(find(sector, k, -edge, edge, -Math.max(m_maxDamping, above), top));
        roots.addAll(find(sector, k, edge, reach, above, top));
        return roots;
    }

    /** Whether the light cone is narrower than what the search resolves. */
    private boolean isHomogeneous(final double k) {
        return Math.abs(k) < MARGIN * m_scale;
    }

    private List<Complex> find(final Sector sector, final double k, final double reMin, final double reMax,
        final double imMin, final double imMax) {
        return AnalyticRoots.find(z -> sample(sector, z, k), new Rectangle(reMin, reMax, imMin, imMax),
            RESOLUTION * m_scale);
    }

    private Sample sample(final Sector sector, final Complex omega, final double k) {
        final DielectricTensor eps = m_medium.dielectricTensor(omega, k);
        return new Sample(sector.value(eps), sector.slope(eps, Derivative.IN_FREQUENCY),
            m_medium.poleDistance(omega, k));
    }

    /**
     * Counts the real modes on one side of the light cone.
     *
     * @param side the sign of omega
     */
    int realCount(final Sector sector, final double k, final int side) {
        return realModes(sector, k, side).size();
    }

    /**
     * The frequency midway between the two neighbouring real modes that are closest to each other.
     *
     * @param side the sign of omega
     */
    double closestPair(final Sector sector, final double k, final int side) {
        final double[] omega = realModes(sector, k, side).stream().mapToDouble(Complex::getReal).sorted().toArray();
        int closest = 1;
        for (int i = 2; i < omega.length; i++) {
            if (omega[i] - omega[i - 1] < omega[closest] - omega[closest - 1]) {
                closest = i;
            }
        }
        return 0.5 * (omega[closest - 1] + omega[closest]);
    }

    /** Zeros on the real axis outside the light cone, in ln(|omega| - |k|), for omega of one sign. */
    private List<Complex> realModes(final Sector sector, final double k, final int side) {
        final List<Complex> roots = new ArrayList<>();
        final double shift = m_medium.largestShift();
        final double from =
            isHomogeneous(k) ? Math.log(MARGIN * m_scale) : LOG_CLOSEST + Math.log(Math.abs(k) + shift);
        final double to = Math.log(2 * m_scale + shift);
        double left = from;
        double fLeft = onAxis(sector, k, side, left, shift);
        for (int i = 1; i <= CONE_SAMPLES; i++) {
            final double right = from + (to - from) * i / CONE_SAMPLES;
            final double fRight = onAxis(sector, k, side, right, shift);
            if (fLeft * fRight < 0) {
                roots.add(bisect(sector, k, side, left, right, shift));
            }
            left = right;
            fLeft = fRight;
        }
        return roots;
    }

    private double onAxis(final Sector sector, final double k, final int side, final double log, final double shift) {
        return sector.value(m_medium.dielectricTensor(new Complex(outside(k, side, log, shift)), k)).getReal();
    }

    private static double outside(final double k, final int side, final double log, final double shift) {
        return side * (Math.abs(k) + shift + Math.exp(log));
    }

    private Complex bisect(final Sector sector, final double k, final int side, final double from, final double to,
        final double shift) {
        double left = from;
        double right = to;
        final double fLeft = onAxis(sector, k, side, left, shift);
        for (int i = 0; i < BISECTIONS && right - left > 4e-16 * Math.abs(left); i++) {
            final double middle = 0.5 * (left + right);
            if (onAxis(sector, k, side, middle, shift) * fLeft > 0) {
                left = middle;
            } else {
                right = middle;
            }
        }
        return new Complex(outside(k, side, 0.5 * (left + right), shift));
    }
}
