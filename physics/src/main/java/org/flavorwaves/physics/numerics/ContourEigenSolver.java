package org.flavorwaves.physics.numerics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.flavorwaves.physics.numerics.ComplexEigenSolver.Options;

/**
 * All numbers z in a box with det M(z) = 0 for a small matrix M of analytic functions.
 *
 * <p>The boundary integral of the logarithmic derivative of det M counts them (argument principle). The integrals of
 * z^p M^-1 along the same points give them as eigenvalues of a small matrix (Beyn 2012, with higher moments where there
 * are more roots than rows), Newton's method polishes them, and their multiplicities must add up to the count; where
 * they do not, or where there are too many, the box is cut in two. M must not have poles in the box.
 */
public final class ContourEigenSolver {
    /** Blocks of the moment matrix; more would be ill-conditioned. */
    private static final int MAX_BLOCKS = 4;

    private static final int MAX_DEPTH = 24;

    /** The count must be that close to an integer. */
    private static final double INTEGER = 0.05;

    /** A second attempt at a box refines the integrals by this factor. */
    private static final double REFINEMENT = 1e-4;

    /** Singular values of the moment matrix below this share of the largest are noise of the quadrature. */
    private static final double RANK_TOLERANCE = 1e-9;

    /** Where a box may be cut: nowhere near the middle, where symmetric problems like to have roots. */
    private static final double[] CUTS = {0.53, 0.44, 0.61, 0.37};

    /** Roots closer than this share of the box are one. */
    private static final double SAME = 1e-7;

    /** Radius of the circle, as a share of the box, on which the multiplicity of a root is counted. */
    private static final double CIRCLE = 1e-4;

    private static final int CIRCLE_POINTS = 12;

    private static final double MARGIN = 1e-9;

    /** Singular values of M at a root below this share of the largest belong to null vectors. */
    private static final double NULL_TOLERANCE = 1e-7;

    private final double m_tolerance;

    private final int m_maxEvaluations;

    /** A solver with a tolerance of 0.01 for the count and at most 20000 evaluations. */
    public ContourEigenSolver() {
        this(0.01, 20_000);
    }

    /**
     * A solver.
     *
     * @param tolerance bound on the estimated error of the count of roots, 0 &lt; tolerance &lt;= 0.05; smaller ones
     *            also make the first approximations of the roots better
     * @param maxEvaluations bound on the evaluations of the matrix
     * @throws IllegalArgumentException if a bound is out of range
     */
    public ContourEigenSolver(final double tolerance, final int maxEvaluations) {
        if (!(tolerance > 0 && tolerance <= INTEGER)) {
            throw new IllegalArgumentException(
                "The tolerance of the count is " + tolerance + "; it must be above 0 and at most " + INTEGER + ".");
        }
        if (maxEvaluations < 1) {
            throw new IllegalArgumentException("maxEvaluations is " + maxEvaluations + "; it must be at least 1.");
        }
        m_tolerance = tolerance;
        m_maxEvaluations = maxEvaluations;
    }

    /**
     * Finds the roots in a box.
     *
     * @param function the matrix, analytic in the box and on its boundary
     * @param box where to search
     * @return the roots, their number by the argument principle, and whether both agree
     */
    public ContourSpectrum search(final AnalyticMatrix function, final ComplexBox box) {
        return new Search(function, box).run();
    }

    /** The state of one search. */
    private final class Search {
        private final Evaluator m_evaluator;

        private final ComplexBox m_all;

        private final RootPolish m_polish;

        private final List<NonlinearRoot> m_roots = new ArrayList<>();

        private boolean m_complete = true;

        Search(final AnalyticMatrix function, final ComplexBox box) {
            m_evaluator = new Evaluator(function, m_maxEvaluations);
            m_all = box;
            m_polish = new RootPolish(m_evaluator, box.radius());
        }

        ContourSpectrum run() {
            final ContourIntegral boundary = new ContourIntegral(m_evaluator, m_all);
            final Optional<Integer> count = count(boundary);
            if (count.isPresent()) {
                solve(boundary, count.get(), 0);
            }
            final int found = m_roots.stream().mapToInt(NonlinearRoot::multiplicity).sum();
            m_roots.sort(
                Comparator.comparingDouble(NonlinearRoot::im).thenComparingDouble(NonlinearRoot::re).reversed());
            return new ContourSpectrum(m_roots, count.orElse(0), count.isPresent(),
                m_complete && count.isPresent() && found == count.get(), m_evaluator.evaluations());
        }

        /** The number of roots inside a boundary, if the integral can be made accurate enough. */
        private Optional<Integer> count(final ContourIntegral boundary) {
            for (double tolerance = m_tolerance; tolerance > m_tolerance * REFINEMENT; tolerance /= 10) {
                if (!boundary.refine(tolerance)) {
                    return Optional.empty();
                }
                final double[] sum = boundary.traceMoment(0);
                if (Math.abs(sum[0] - Math.rint(sum[0])) < INTEGER && Math.abs(sum[1]) < INTEGER) {
                    return Optional.of((int) Math.rint(sum[0]));
                }
            }
            return Optional.empty();
        }

        private void solve(final ContourIntegral boundary, final int count, final int depth) {
            if (count == 0) {
                return;
            }
            if (count < 0 || depth == MAX_DEPTH) {
                m_complete = false;
                return;
            }
            List<NonlinearRoot> found = List.of();
            if (count <= MAX_BLOCKS * m_evaluator.size()) {
                found = extract(boundary, count);
                if (!addsUp(found, count) && boundary.refine(m_tolerance * REFINEMENT)) {
                    found = extract(boundary, count);
                }
            }
            if (addsUp(found, count)) {
                m_roots.addAll(found);
            } else if (!cut(boundary.box(), count, depth)) {
                m_roots.addAll(found);
                m_complete = false;
            }
        }

        private boolean cut(final ComplexBox box, final int count, final int depth) {
            for (final double share : CUTS) {
                final ComplexBox[] parts = box.cut(share);
                final ContourIntegral one = new ContourIntegral(m_evaluator, parts[0]);
                final ContourIntegral two = new ContourIntegral(m_evaluator, parts[1]);
                final Optional<Integer> inOne = count(one);
                final Optional<Integer> inTwo = inOne.isPresent() ? count(two) : Optional.empty();
                if (inTwo.isPresent() && inOne.get() + inTwo.get() == count) {
                    solve(one, inOne.get(), depth + 1);
                    solve(two, inTwo.get(), depth + 1);
                    return true;
                }
            }
            return false;
        }

        private boolean addsUp(final List<NonlinearRoot> roots, final int count) {
            return !roots.isEmpty() && roots.stream().mapToInt(NonlinearRoot::multiplicity).sum() == count;
        }

        /** Beyn's method: approximate roots from the moments of M^-1, polished and with multiplicities. */
        private List<NonlinearRoot> extract(final ContourIntegral boundary, final int count) {
            final ComplexBox box = boundary.box();
            final List<double[]> distinct = new ArrayList<>();
            final EigenDecomposition approximate = approximate(boundary, count);
            for (int i = 0; approximate.converged() && i < approximate.size(); i++) {
                final Optional<double[]> root = m_polish.polish(box.centerRe() + box.radius() * approximate.re(i),
                    box.centerIm() + box.radius() * approximate.im(i));
                root.filter(z -> box.contains(z[0], z[1], MARGIN * box.radius()))
                    .filter(z -> distance(z, distinct) > SAME * box.radius()).ifPresent(distinct::add);
            }
            final List<NonlinearRoot> roots = new ArrayList<>();
            for (final double[] z : distinct) {
                final List<double[]> others = new ArrayList<>(distinct);
                others.remove(z);
                final double radius = Math.min(CIRCLE * box.radius(), distance(z, others) / 3);
                final int multiplicity = distinct.size() == count ? 1 : multiplicity(z, radius);
                if (multiplicity > 0) {
                    roots.add(root(z, multiplicity));
                }
            }
            return roots;
        }

        private EigenDecomposition approximate(final ContourIntegral boundary, final int count) {
            final int n = m_evaluator.size();
            final List<ComplexMatrix> moments = new ArrayList<>();
            int blocks = (count + n - 1) / n;
            ComplexSvd svd = hankelSvd(boundary, moments, blocks);
            while (rank(svd) < count && blocks < Math.min(MAX_BLOCKS, count)) {
                blocks++;
                svd = hankelSvd(boundary, moments, blocks);
            }
            final int rank = Math.min(count, rank(svd));
            moment(boundary, moments, 2 * blocks - 1);
            final ComplexMatrix u = firstColumns(svd.u(), rank);
            final ComplexMatrix v = firstColumns(svd.v(), rank);
            final ComplexMatrix reduced = u.adjoint().multiply(hankel(moments, blocks, 1)).multiply(v);
            final double[] sigma = svd.singularValues();
            for (int i = 0; i < rank; i++) {
                for (int j = 0; j < rank; j++) {
                    reduced.set(i, j, reduced.re(i, j) / sigma[j], reduced.im(i, j) / sigma[j]);
                }
            }
            return new ComplexEigenSolver(Options.valuesOnly()).solve(reduced);
        }

        private int rank(final ComplexSvd svd) {
            return svd.rank(RANK_TOLERANCE);
        }

        private ComplexSvd hankelSvd(final ContourIntegral boundary, final List<ComplexMatrix> moments,
            final int blocks) {
            moment(boundary, moments, 2 * blocks - 2);
            return new ComplexSvd(hankel(moments, blocks, 0));
        }

        private void moment(final ContourIntegral boundary, final List<ComplexMatrix> moments, final int last) {
            while (moments.size() <= last) {
                moments.add(boundary.inverseMoment(moments.size()));
            }
        }

        private ComplexMatrix hankel(final List<ComplexMatrix> moments, final int blocks, final int first) {
            final int n = m_evaluator.size();
            final ComplexMatrix h = new ComplexMatrix(blocks * n, blocks * n);
            for (int i = 0; i < blocks * n; i++) {
                for (int j = 0; j < blocks * n; j++) {
                    final ComplexMatrix a = moments.get(first + i / n + j / n);
                    h.set(i, j, a.re(i % n, j % n), a.im(i % n, j % n));
                }
            }
            return h;
        }

        private double distance(final double[] z, final List<double[]> others) {
            return others.stream().mapToDouble(o -> Math.hypot(z[0] - o[0], z[1] - o[1])).min()
                .orElse(Double.POSITIVE_INFINITY);
        }

        /** The order of the zero of det M: the argument principle on a small circle, by the trapezoid rule. */
        private int multiplicity(final double[] z, final double radius) {
            double sum = 0;
            for (int k = 0; k < CIRCLE_POINTS; k++) {
                final double angle = 2 * Math.PI * (k + 0.5) / CIRCLE_POINTS;
                final double re = radius * Math.cos(angle);
                final double im = radius * Math.sin(angle);
                if (!m_evaluator.evaluate(z[0] + re, z[1] + im)) {
                    return 0;
                }
                sum += m_evaluator.traceRe() * re - m_evaluator.traceIm() * im;
            }
            return (int) Math.rint(sum / CIRCLE_POINTS);
        }

        private NonlinearRoot root(final double[] z, final int multiplicity) {
            m_evaluator.evaluate(z[0], z[1]);
            final ComplexSvd svd = new ComplexSvd(m_evaluator.value());
            final double[] sigma = svd.singularValues();
            final int n = sigma.length;
            int dimension = 1;
            while (dimension < Math.min(multiplicity, n) && sigma[n - 1 - dimension] <= NULL_TOLERANCE * sigma[0]) {
                dimension++;
            }
            final ComplexMatrix v = svd.v();
            final ComplexMatrix nullVectors = new ComplexMatrix(n, dimension);
            for (int j = 0; j < dimension; j++) {
                for (int i = 0; i < n; i++) {
                    nullVectors.set(i, j, v.re(i, n - dimension + j), v.im(i, n - dimension + j));
                }
            }
            final double residual = sigma[0] == 0 ? 0 : sigma[n - 1] / sigma[0];
            return new NonlinearRoot(z[0], z[1], multiplicity, residual, nullVectors);
        }
    }

    private static ComplexMatrix firstColumns(final ComplexMatrix a, final int count) {
        final ComplexMatrix part = new ComplexMatrix(a.rows(), count);
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < count; j++) {
                part.set(i, j, a.re(i, j), a.im(i, j));
            }
        }
        return part;
    }
}
