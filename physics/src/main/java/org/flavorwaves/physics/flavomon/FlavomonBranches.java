package org.flavorwaves.physics.flavomon;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.apache.commons.math3.complex.Complex;
import org.flavorwaves.physics.flavomon.FlavomonMode.Kind;
import org.flavorwaves.physics.flavomon.Sector.Derivative;
import org.flavorwaves.physics.run.ParallelLoop;
import org.flavorwaves.physics.run.Progress;

/**
 * Flavomon branches along a line of wave numbers: the modes at every k, linked where omega continues along its slope
 * d omega/dk, and the special points between them. The modes of different k are found in parallel and independently;
 * the links follow in order, so the result does not depend on the number of threads.
 */
public final class FlavomonBranches {
    /** Deviation from the mean slope, in units of the step times one plus the slope, up to which modes are linked. */
    private static final double LINK = 0.5;

    private static final int BISECTIONS = 60;

    private static final int POLISH_STEPS = 12;

    /** Difference step and largest Newton step, in units of the medium's scale. */
    private static final double DIFFERENCE = 1e-6;

    private static final double MAX_POLISH = 0.05;

    private final FlavomonMedium m_medium;

    private final FlavomonSearch m_search;

    /**
     * Prepares the tracing.
     *
     * @param medium the medium
     * @param maxDamping largest -Im omega of Landau-damped modes to look for, in the unit of the potentials
     */
    public FlavomonBranches(final FlavomonMedium medium, final double maxDamping) {
        m_medium = medium;
        m_search = new FlavomonSearch(medium, maxDamping);
    }

    /**
     * One branch.
     *
     * @param sector its sector
     * @param modes its modes in order of k
     */
    public record Branch(Sector sector, List<FlavomonMode> modes) {
    }

    /**
     * What the tracing found.
     *
     * @param branches in order of their first k, sector and Re omega
     * @param specialPoints neutral points, light-cone crossings and branch points
     */
    public record Result(List<Branch> branches, List<SpecialPoint> specialPoints) {
    }

    /**
     * Finds and links the modes.
     *
     * @param k shifted wave numbers in increasing order, in the unit of the potentials
     * @param progress told the share of finished wave numbers
     * @return branches and special points
     */
    public Result trace(final double[] k, final Progress progress) {
        final List<List<FlavomonMode>> modes = new ArrayList<>();
        for (int i = 0; i < k.length; i++) {
            modes.add(List.of());
        }
        ParallelLoop.forEach(k.length, "flavomons", progress, i -> modes.set(i, m_search.solve(k[i])));
        final List<List<FlavomonMode>> branches = new ArrayList<>();
        List<List<FlavomonMode>> open = new ArrayList<>();
        for (final List<FlavomonMode> here : modes) {
            open = link(open, here, branches);
        }
        final List<SpecialPoint> points = new ArrayList<>();
        if (m_medium instanceof AxialMedium axial && axial.isContinuous() && !axial.hasShifts() && k.length > 0) {
            NeutralPoints.of(axial).stream().filter(p -> p.k() >= k[0] && p.k() <= k[k.length - 1])
                .forEach(points::add);
        }
        points.addAll(branchPoints(k, modes));
        return new Result(branches.stream().map(b -> new Branch(b.get(0).sector(), List.copyOf(b))).toList(),
            List.copyOf(points));
    }

    private record Link(List<FlavomonMode> branch, FlavomonMode mode, double mismatch) {
    }

    private static List<List<FlavomonMode>> link(final List<List<FlavomonMode>> open, final List<FlavomonMode> here,
        final List<List<FlavomonMode>> branches) {
        final List<Link> links = new ArrayList<>();
        for (final List<FlavomonMode> branch : open) {
            final FlavomonMode last = branch.get(branch.size() - 1);
            for (final FlavomonMode mode : here) {
                final double step = mode.k() - last.k();
                final double mismatch = mode.omega().subtract(last.omega())
                    .subtract(last.slope().add(mode.slope()).multiply(0.5 * step)).abs();
                if (mode.sector() == last.sector() && mismatch <= LINK * step * steepness(last, mode)) {
                    links.add(new Link(branch, mode, mismatch));
                }
            }
        }
        links.sort(Comparator.comparingDouble(Link::mismatch));
        final List<List<FlavomonMode>> continued = new ArrayList<>();
        final List<FlavomonMode> taken = new ArrayList<>();
        for (final Link link : links) {
            if (continued.stream().noneMatch(b -> b == link.branch) && taken.stream().noneMatch(m -> m == link.mode)) {
                link.branch.add(link.mode);
                continued.add(link.branch);
                taken.add(link.mode);
            }
        }
        for (final FlavomonMode mode : here) {
            if (taken.stream().noneMatch(m -> m == mode)) {
                final List<FlavomonMode> branch = new ArrayList<>(List.of(mode));
                branches.add(branch);
                continued.add(branch);
            }
        }
        return continued;
    }

    private static double steepness(final FlavomonMode a, final FlavomonMode b) {
        return 1 + Math.max(a.slope().abs(), b.slope().abs());
    }

    /** Where two real branches appear or vanish together between neighbouring wave numbers. */
    private List<SpecialPoint> branchPoints(final double[] k, final List<List<FlavomonMode>> modes) {
        final List<SpecialPoint> points = new ArrayList<>();
        for (int i = 1; i < k.length; i++) {
            for (final Sector sector : m_medium.sectors()) {
                for (final int side : new int[]{-1, 1}) {
                    final long before = count(modes.get(i - 1), sector, side);
                    final long after = count(modes.get(i), sector, side);
                    if (Math.abs(before - after) == 2) {
                        points.add(locate(sector, side, k[i - 1], k[i], before));
                    }
                }
            }
        }
        return points;
    }

    private static long count(final List<FlavomonMode> modes, final Sector sector, final int side) {
        return real(modes, sector, side).size();
    }

    private static List<FlavomonMode> real(final List<FlavomonMode> modes, final Sector sector, final int side) {
        return modes.stream().filter(m -> m.sector() == sector && m.kind() == Kind.REAL && m.isSuperluminal()
            && m.omega().getReal() * side > 0).toList();
    }

    private SpecialPoint locate(final Sector sector, final int side, final double kBefore, final double kAfter,
        final long before) {
        double left = kBefore;
        double right = kAfter;
        for (int i = 0; i < BISECTIONS && right - left > 1e-13 * m_medium.scale(); i++) {
            final double middle = 0.5 * (left + right);
            if (m_search.realCount(sector, middle, side) == before) {
                left = middle;
            } else {
                right = middle;
            }
        }
        final double kWithPair = m_search.realCount(sector, left, side) > m_search.realCount(sector, right, side)
            ? left : right;
        return polish(sector, m_search.closestPair(sector, kWithPair, side), kWithPair);
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
