package org.flavorwaves.physics.linear.collective;

import java.util.ArrayList;
import java.util.List;

import org.apache.commons.math3.complex.Complex;
import org.flavorwaves.physics.linear.collective.NullVectors.Solution;
import org.flavorwaves.physics.linear.collective.sums.CollectiveMatrix;
import org.flavorwaves.physics.linear.collective.sums.GrowthRegion;
import org.flavorwaves.physics.linear.collective.sums.ResolventSums;
import org.flavorwaves.physics.numerics.roots.RootCell;
import org.flavorwaves.physics.numerics.roots.ZeroOnEdgeException;

/**
 * All solutions of T(Omega) x = 0 with Im Omega above a floor: the argument principle counts the zeros of det T in
 * rectangles that contain them all, one about each group of poles of the {@link GrowthRegion} that the coupling can
 * bring together; a rectangle is cut until the power sums of a part estimate its zeros well enough for
 * {@link NullVectors}, and a part is done when it has given as many solutions as it counts.
 */
final class RootSearch {
    /** Places to cut, tried in turn; not the middle, where symmetric problems have their zeros. */
    private static final double[] CUTS = {0.4871, 0.5317, 0.4419, 0.5713, 0.3931};

    /** Parts with more zeros are cut first. */
    private static final int MAX_ESTIMATES = 4;

    /** Parts smaller than this part of the scale are one multiple zero. */
    private static final double SMALLEST = 1e-9;

    /** Growth below this part of the frequencies is lost in their rounding. */
    private static final double RESOLVED = 1e-14;

    private final DeterminantField m_field;

    private final NullVectors m_solver;

    private final double m_scale;

    private final boolean m_continuous;

    private final List<Solution> m_found = new ArrayList<>();

    private RootSearch(final CollectiveMatrix matrix) {
        final ResolventSums.Sampler sampler = matrix.sums().sampler();
        m_field = new DeterminantField(matrix.sums(), sampler);
        m_scale = scale(matrix);
        m_continuous = matrix.sums().isContinuous();
        m_solver = new NullVectors(matrix, sampler, m_scale);
    }

    /** Size of the problem, to which rounding is relative: coupling and spread of the poles. */
    static double scale(final CollectiveMatrix matrix) {
        final double[] poles = matrix.sums().poles();
        return matrix.sums().couplingBound() + (poles[poles.length - 1] - poles[0]) / 2;
    }

    /**
     * What was found.
     *
     * @param solutions all solutions above the floor
     * @param evaluations number of evaluations of the determinant
     */
    record Result(List<Solution> solutions, int evaluations) {
    }

    static Result above(final CollectiveMatrix matrix, final double floor) {
        final GrowthRegion region = matrix.sums().growthRegion(floor);
        if (region.reach() <= floor) {
            return new Result(List.of(), 0);
        }
        final double[] poles = region.poles();
        final double[] all = matrix.sums().poles();
        final double largest = Math.max(Math.abs(all[0]), Math.abs(all[all.length - 1]));
        if (floor < RESOLVED * largest) {
            throw new IllegalArgumentException("Growth rates down to " + floor + " cannot be told from the rounding of"
                + " the frequencies, which reach " + largest + ", while the neutrino-neutrino term is no more than "
                + matrix.sums().couplingBound() + "; check the units of weights and frequencies.");
        }
        final RootSearch search = new RootSearch(matrix);
        double bottom = floor;
        for (int attempt = 0; attempt < CUTS.length; attempt++) {
            try {
                final double margin = region.reach() * (1.01 + 0.01 * attempt);
                search.solveGroups(poles, margin, bottom);
                return new Result(List.copyOf(search.m_found), search.m_field.evaluations());
            } catch (final ZeroOnEdgeException e) {
                search.m_found.clear();
                bottom = floor * (1 - 1e-3 * (attempt + 1));
            }
        }
        throw new IllegalStateException("Waves lie on every edge that was tried near the growth rate " + floor + ".");
    }

    /** Solves within the margin of each group of poles whose margins overlap; ends of cuts are one group. */
    private void solveGroups(final double[] poles, final double margin, final double bottom)
        throws ZeroOnEdgeException {
        int first = 0;
        for (int p = 1; p <= poles.length; p++) {
            if (p == poles.length || !m_continuous && poles[p] - poles[p - 1] > 2 * margin) {
                solve(RootCell.of(m_field, poles[first] - margin, poles[p - 1] + margin, bottom, bottom + margin));
                first = p;
            }
        }
    }

    private void solve(final RootCell cell) throws ZeroOnEdgeException {
        if (cell.count() == 0 || cell.count() <= MAX_ESTIMATES && solved(cell)) {
            return;
        }
        if (Math.max(cell.width(), cell.height()) <= SMALLEST * m_scale) {
            m_found.add(m_solver.cluster(new Complex(cell.centerRe(), cell.centerIm()), cell.count()));
            return;
        }
        ZeroOnEdgeException last = null;
        for (final double cut : CUTS) {
            final RootCell[] parts;
            try {
                parts = cell.cut(m_field, cut);
            } catch (final ZeroOnEdgeException e) {
                last = e;
                continue;
            }
            solve(parts[0]);
            solve(parts[1]);
            return;
        }
        throw last;
    }

    /** Whether the estimates of a cell lead to as many solutions inside it as it counts. */
    private boolean solved(final RootCell cell) {
        final List<Solution> inside = new ArrayList<>();
        int count = 0;
        for (final Complex estimate : cell.estimates()) {
            if (!(estimate.getImaginary() > 0)) {
                return false;
            }
            final Solution solution = m_solver.from(estimate);
            if (!solution.converged() || !cell.contains(solution.omega(), 1e-13 * m_scale)) {
                return false;
            }
            boolean known = false;
            for (final Solution other : inside) {
                known |= other.omega().subtract(solution.omega()).abs() <= SMALLEST * m_scale;
            }
            if (!known) {
                inside.add(solution);
                count += solution.multiplicity();
            }
        }
        if (count != cell.count()) {
            return false;
        }
        m_found.addAll(inside);
        return true;
    }
}
