package org.flavorwaves.physics.flavomon;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.apache.commons.math3.complex.Complex;
import org.flavorwaves.physics.flavomon.Sector.Derivative;
import org.flavorwaves.physics.flavomon.spectra.LegendreSpectrum;
import org.flavorwaves.physics.numerics.roots.AnalyticRoots;
import org.flavorwaves.physics.numerics.roots.AnalyticRoots.AnalyticFunction;
import org.flavorwaves.physics.numerics.roots.AnalyticRoots.Rectangle;
import org.flavorwaves.physics.numerics.roots.AnalyticRoots.Sample;
import org.flavorwaves.physics.numerics.roots.EdgeTooLongException;

/**
 * All flavomons of a medium at given k: the zeros of its sectors' dispersion functions (FR S57), (FR S58), (FR S60).
 *
 * <p>Every zero obeys |omega - k v| &lt;= 2 integral |G| for some |v| &lt;= 1 (the norm of the coupling), which bounds
 * the search. In a continuous medium the argument principle counts the zeros of the upper half plane, and below the
 * light cone's inside also those of the continued function, as far down as its series can be trusted: a zero there
 * counts only if it stays when the order changes. Real modes outside the light cone are zeros of a real function. The
 * modes of beams are eigenvalues; of very many beams only growing ones are looked for. A depolarization that all parts
 * share only moves all frequencies down.
 */
public final class FlavomonSearch {
    /** Distance from the real axis, in units of the medium's scale, below which growth and damping are not told. */
    public static final double REAL_TOLERANCE = 1e-9;

    /** Largest wave number and frequency in units of the scale: beside them the distances below are rounding. */
    private static final double LARGEST = 1e6;

    /** Distance between the search rectangles and the real axis or the light cone, in units of the scale. */
    private static final double MARGIN = 1e-8;

    /** Lowest growth rate, in units of the scale, of more beams than an eigenvalue problem is solved for. */
    private static final double BEAM_FLOOR = 1e-3;

    /** Zeros closer than this, in units of the scale, count as one multiple zero. */
    private static final double RESOLUTION = 1e-8;

    /** How far a damped zero may move when the order changes, in units of the scale. */
    private static final double STAYS = 1e-3;

    /** How often the rectangles are moved when a zero lies on an edge. */
    private static final int ATTEMPTS = 8;

    private static final int NEWTON_STEPS = 30;

    private final FlavomonMedium m_medium;

    private final double m_maxDamping;

    private final double m_scale;

    private final List<Complex> m_shifts;

    private final Optional<Complex> m_shift;

    private final FlavomonMedium m_neighbour;

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
        m_shifts = medium.shifts();
        m_shift = medium.commonShift();
        m_neighbour = medium.neighbour();
    }

    /**
     * The modes at one wave number.
     *
     * @param k shifted wave number, in the unit of the potentials
     * @param list longitudinal ones first, ordered by Re omega; transverse ones once for both polarizations
     * @param problem why the modes could not be found; empty if they were
     */
    public record Modes(double k, List<FlavomonMode> list, String problem) {
        /**
         * Whether the search came to an end.
         *
         * @return false if {@link #problem} says why not
         */
        public boolean isComplete() {
            return problem.isEmpty();
        }
    }

    /**
     * Finds the modes at one wave number.
     *
     * @param k shifted wave number along the axis, in the unit of the potentials
     * @return all modes, or why they could not be found
     */
    public Modes solve(final double k) {
        final List<FlavomonMode> modes = new ArrayList<>();
        if (m_scale == 0) {
            return new Modes(k, modes, "");
        }
        final double largest = m_shifts.stream().mapToDouble(shift -> Math.abs(shift.getReal())).max().orElse(0);
        if (Math.max(largest, Math.abs(k)) > LARGEST * m_scale) {
            return new Modes(k, List.of(), String.format(Locale.ROOT, "The %s %.3g is more than %.0g times the"
                + " neutrino-neutrino term %.3g, whose effect cannot be told from rounding; check the units.",
                largest > Math.abs(k) ? "frequency" : "wave number", Math.max(largest, Math.abs(k)), LARGEST,
                m_scale));
        }
        for (final Sector sector : m_medium.sectors()) {
            final List<FlavomonMode> found = new ArrayList<>();
            final Optional<List<Complex>> eigen = m_medium.eigenfrequencies(sector, k);
            if (eigen.isPresent()) {
                eigen.get().forEach(omega -> found.add(mode(sector, k, snapped(omega))));
            } else {
                final Optional<List<Complex>> roots;
                try {
                    roots = complexModes(sector, k);
                } catch (final EdgeTooLongException e) {
                    return new Modes(k, List.of(), e.getMessage());
                }
                if (roots.isEmpty()) {
                    return new Modes(k, List.of(), "zeros of the " + sector.name().toLowerCase(Locale.ROOT)
                        + " dispersion function lie on every edge that was tried");
                }
                roots.get().stream().filter(omega -> isTrusted(sector, k, omega))
                    .forEach(omega -> found.add(mode(sector, k, snapped(omega))));
                for (final int side : new int[]{-1, 1}) {
                    found.addAll(realModes(sector, k, side));
                }
            }
            found.sort(Comparator.comparingDouble((FlavomonMode m) -> m.omega().getReal())
                .thenComparingDouble(m -> m.omega().getImaginary()));
            modes.addAll(found);
        }
        return new Modes(k, List.copyOf(modes), "");
    }

    private FlavomonMode mode(final Sector sector, final double k, final Complex omega) {
        return FlavomonMode.of(m_medium, sector, k, omega, REAL_TOLERANCE * m_scale);
    }

    /** On the real axis exactly if the imaginary part is rounding. */
    private Complex snapped(final Complex omega) {
        return Math.abs(omega.getImaginary()) <= REAL_TOLERANCE * m_scale ? new Complex(omega.getReal()) : omega;
    }

    /** Whether the light cone is narrower than what the search resolves. */
    private boolean isHomogeneous(final double k) {
        return Math.abs(k) < MARGIN * m_scale;
    }

    /** Zeros off the real axis, and on it inside the light cone. */
    private Optional<List<Complex>> complexModes(final Sector sector, final double k) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            final List<Complex> roots = new ArrayList<>();
            boolean complete = true;
            for (final Rectangle part : rectangles(k, attempt)) {
                final Optional<List<Complex>> found =
                    AnalyticRoots.find(function(sector, k), part, RESOLUTION * m_scale);
                complete &= found.isPresent();
                found.ifPresent(roots::addAll);
            }
            if (complete) {
                return Optional.of(roots);
            }
        }
        return Optional.empty();
    }

    /**
     * Rectangles that hold all zeros, a little different at every attempt. Inside the light cone, below every cut, the
     * function is continued; outside of it it is analytic down to the largest depolarization and below.
     */
    private List<Rectangle> rectangles(final double k, final int attempt) {
        final double more = 1 + 0.013 * attempt;
        final double margin = MARGIN * m_scale * more;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        boolean aligned = true;
        double least = Double.POSITIVE_INFINITY;
        for (final Complex shift : m_shifts) {
            low = Math.min(low, -shift.getReal());
            high = Math.max(high, -shift.getReal());
            aligned &= shift.getReal() == m_shifts.get(0).getReal();
            least = Math.min(least, shift.getImaginary());
        }
        final double reach = 2 * m_scale * more;
        final double wide = Math.abs(k);
        final double damping = m_medium.largestDamping();
        if (!m_medium.isContinuous()) {
            final double floor = BEAM_FLOOR * m_scale * more;
            return List.of(new Rectangle(low - wide - reach, high + wide + reach, floor, floor + reach));
        }
        if (isHomogeneous(k) || !aligned) {
            final double bottom = least > 0 ? -least + margin : margin;
            return groups(wide + reach).stream()
                .map(group -> new Rectangle(group[0] - wide - reach, group[1] + wide + reach, bottom, bottom + reach))
                .toList();
        }
        final double depth = Math.min(m_maxDamping, depth(k)) * more + margin;
        final double inside = wide * (1 - MARGIN * more);
        final double outside = wide * (1 + MARGIN * more);
        final double above = margin - least;
        final double below = -damping - 2 * margin;
        final List<Rectangle> parts = new ArrayList<>(List.of(new Rectangle(low - inside, low + inside, -least - depth,
            reach), new Rectangle(low - wide - reach, low - inside, above, reach),
            new Rectangle(low + inside, low + wide + reach, above, reach)));
        if (damping > least) {
            parts.add(new Rectangle(low - wide - reach, low - outside, below, above));
            parts.add(new Rectangle(low + outside, low + wide + reach, below, above));
        }
        return parts;
    }

    /** The first and last centre of each group of cuts whose surroundings overlap; all zeros lie near a cut. */
    private List<double[]> groups(final double around) {
        final double[] centers = m_shifts.stream().mapToDouble(shift -> -shift.getReal()).sorted().toArray();
        final List<double[]> groups = new ArrayList<>(List.of(new double[]{centers[0], centers[0]}));
        for (final double center : centers) {
            final double[] last = groups.get(groups.size() - 1);
            if (center - last[1] > 2 * around) {
                groups.add(new double[]{center, center});
            } else {
                last[1] = center;
            }
        }
        return groups;
    }

    /** The depth of the ellipse inside which the medium can be continued. */
    private double depth(final double k) {
        final double rho = m_medium.trustedEllipse();
        return 0.5 * Math.abs(k) * (rho - 1 / rho);
    }

    private AnalyticFunction function(final Sector sector, final double k) {
        return z -> sample(m_medium, sector, z, k);
    }

    private Sample sample(final FlavomonMedium medium, final Sector sector, final Complex omega, final double k) {
        final DielectricTensor eps = medium.dielectricTensor(omega, k);
        return new Sample(sector.value(eps), sector.slope(eps, Derivative.IN_FREQUENCY),
            Math.min(medium.poleDistance(omega, k), coneDistance(omega, k)));
    }

    /** The distance from the ends of the cuts, beside which zeros can be exponentially close. */
    private double coneDistance(final Complex omega, final double k) {
        double closest = Double.POSITIVE_INFINITY;
        for (final Complex shift : m_shifts) {
            closest = Math.min(closest, Math.hypot(Math.abs(omega.getReal() + shift.getReal()) - Math.abs(k),
                omega.getImaginary() + shift.getImaginary()));
        }
        return closest;
    }

    /** Zeros below a cut count if they are inside the ellipse of the series and stay when the order changes. */
    private boolean isTrusted(final Sector sector, final double k, final Complex omega) {
        boolean below = false;
        for (final Complex shift : m_shifts) {
            final Complex z = omega.add(shift);
            if (z.getImaginary() < -REAL_TOLERANCE * m_scale && Math.abs(z.getReal()) < Math.abs(k)) {
                below = true;
                if (LegendreSpectrum.ellipse(z.divide(k)) > m_medium.trustedEllipse()) {
                    return false;
                }
            }
        }
        return !below || m_neighbour == m_medium || stays(sector, k, omega);
    }

    private boolean stays(final Sector sector, final double k, final Complex omega) {
        Complex z = omega;
        for (int step = 0; step < NEWTON_STEPS; step++) {
            final Sample f = sample(m_neighbour, sector, z, k);
            final Complex change = f.value().divide(f.derivative());
            z = z.subtract(change);
            if (!(z.subtract(omega).abs() <= STAYS * m_scale)) {
                return false;
            }
            if (change.abs() <= REAL_TOLERANCE * m_scale) {
                return true;
            }
        }
        return false;
    }

    /** Modes outside the light cone that are real but for a shift which all parts share. */
    private List<FlavomonMode> realModes(final Sector sector, final double k, final int side) {
        final List<FlavomonMode> modes = new ArrayList<>();
        if (m_shift.isPresent() && m_medium.isContinuous()) {
            for (final double gap : gaps(sector, k, side)) {
                final DielectricTensor eps = m_medium.outside(side, gap, k);
                final Complex omega = new Complex(side * (Math.abs(k) + gap)).subtract(m_shift.get());
                modes.add(omega.getImaginary() < 0 ? FlavomonMode.depolarized(m_medium, sector, k, omega, eps)
                    : FlavomonMode.real(m_medium, sector, k, omega, eps));
            }
        }
        return modes;
    }

    private List<Double> gaps(final Sector sector, final double k, final int side) {
        return RealModes.gaps(sector, m_medium, isHomogeneous(k) ? 0 : k, side,
            isHomogeneous(k) ? MARGIN * m_scale : 0);
    }

    boolean isContinuous() {
        return m_medium.isContinuous();
    }

    /** Whether the modes of more wave numbers may be asked for, and all of them are known. */
    boolean isComplete() {
        return m_medium.isContinuous() || m_medium.hasEigenfrequencies();
    }

    /** Counts the real modes outside the light cone, or all real modes of beams. */
    int realCount(final Sector sector, final double k) {
        final Optional<List<Complex>> eigen = m_medium.eigenfrequencies(sector, k);
        if (eigen.isPresent()) {
            final double damping = m_shift.map(Complex::getImaginary).orElse(0.0);
            return (int) eigen.get().stream()
                .filter(w -> Math.abs(w.getImaginary() + damping) <= REAL_TOLERANCE * m_scale).count();
        }
        return m_shift.isPresent() && m_medium.isContinuous()
            ? gaps(sector, k, -1).size() + gaps(sector, k, 1).size() : 0;
    }

    /** The modes that {@link #realCount} counts. */
    List<FlavomonMode> realModes(final Modes modes, final Sector sector) {
        final double damping = m_shift.map(Complex::getImaginary).orElse(0.0);
        return modes.list().stream().filter(m -> m.sector() == sector
            && Math.abs(m.omega().getImaginary() + damping) <= REAL_TOLERANCE * m_scale
            && (m.isSuperluminal() || !m_medium.isContinuous())).toList();
    }
}
