package org.flavorwaves.physics.numerics.roots;

import org.apache.commons.math3.complex.Complex;
import org.flavorwaves.physics.numerics.eigen.ComplexEigenSolver;
import org.flavorwaves.physics.numerics.eigen.EigenDecomposition;
import org.flavorwaves.physics.numerics.matrix.ComplexMatrix;
import org.flavorwaves.physics.numerics.roots.SampledFunction.Sample;

/** A rectangle above all poles, with f sampled on its four edges, which counts the zeros inside. */
public final class RootCell {
    private final SampledEdge m_bottom;

    private final SampledEdge m_right;

    private final SampledEdge m_top;

    private final SampledEdge m_left;

    private final int m_count;

    /** Horizontal edges run to the right, vertical ones up. */
    private RootCell(final SampledEdge bottom, final SampledEdge right, final SampledEdge top,
        final SampledEdge left) {
        m_bottom = bottom;
        m_right = right;
        m_top = top;
        m_left = left;
        m_count = (int) Math.round(
            (bottom.turn() + right.turn() - top.turn() - left.turn()) / (2 * Math.PI));
    }

    /** Samples the edges of a rectangle. */
    public static RootCell of(final SampledFunction field, final double reMin, final double reMax, final double imMin,
        final double imMax) throws ZeroOnEdgeException {
        final Sample lowLeft = field.at(reMin, imMin);
        final Sample lowRight = field.at(reMax, imMin);
        final Sample highLeft = field.at(reMin, imMax);
        final Sample highRight = field.at(reMax, imMax);
        return new RootCell(SampledEdge.between(field, lowLeft, lowRight),
            SampledEdge.between(field, lowRight, highRight), SampledEdge.between(field, highLeft, highRight),
            SampledEdge.between(field, lowLeft, highLeft));
    }

    /** The number of zeros inside, multiple ones as often as they count. */
    public int count() {
        return m_count;
    }

    /** Length of the horizontal edges. */
    public double width() {
        return m_bottom.last().re() - m_bottom.first().re();
    }

    /** Length of the vertical edges. */
    public double height() {
        return m_left.last().im() - m_left.first().im();
    }

    /** Real part of the middle. */
    public double centerRe() {
        return (m_bottom.first().re() + m_bottom.last().re()) / 2;
    }

    /** Imaginary part of the middle. */
    public double centerIm() {
        return (m_left.first().im() + m_left.last().im()) / 2;
    }

    /** Whether a point is inside, or outside by no more than a margin. */
    public boolean contains(final Complex z, final double margin) {
        return Math.abs(z.getReal() - centerRe()) <= width() / 2 + margin
            && Math.abs(z.getImaginary() - centerIm()) <= height() / 2 + margin;
    }

    /** Two parts, cut across the longer side at the given fraction of it. */
    public RootCell[] cut(final SampledFunction field, final double fraction) throws ZeroOnEdgeException {
        if (width() >= height()) {
            final double re = m_bottom.first().re() + fraction * width();
            final SampledEdge[] bottom = m_bottom.cutHorizontal(field, re);
            final SampledEdge[] top = m_top.cutHorizontal(field, re);
            final SampledEdge middle = SampledEdge.between(field, bottom[0].last(), top[0].last());
            return new RootCell[]{new RootCell(bottom[0], middle, top[0], m_left),
                new RootCell(bottom[1], m_right, top[1], middle)};
        }
        final double im = m_left.first().im() + fraction * height();
        final SampledEdge[] left = m_left.cutVertical(field, im);
        final SampledEdge[] right = m_right.cutVertical(field, im);
        final SampledEdge middle = SampledEdge.between(field, left[0].last(), right[0].last());
        return new RootCell[]{new RootCell(m_bottom, right[0], middle, left[0]),
            new RootCell(middle, right[1], m_top, left[1])};
    }

    /**
     * Estimates of the zeros from their power sums s_p = sum (z - c)^p, integrals of (z - c)^p d log f / (2 pi i) round
     * the cell: Newton's identities give the polynomial, its companion matrix the zeros.
     */
    public Complex[] estimates() {
        final int n = m_count;
        final Complex[] sums = new Complex[n + 1];
        for (int p = 1; p <= n; p++) {
            final double[] integral = new double[2];
            m_bottom.addMoment(centerRe(), centerIm(), p, 1, integral);
            m_right.addMoment(centerRe(), centerIm(), p, 1, integral);
            m_top.addMoment(centerRe(), centerIm(), p, -1, integral);
            m_left.addMoment(centerRe(), centerIm(), p, -1, integral);
            sums[p] = new Complex(integral[1], -integral[0]).divide(2 * Math.PI);
        }
        final Complex[] elementary = new Complex[n + 1];
        elementary[0] = Complex.ONE;
        for (int p = 1; p <= n; p++) {
            Complex sum = Complex.ZERO;
            for (int q = 1; q <= p; q++) {
                sum = sum.add(elementary[p - q].multiply(sums[q]).multiply(q % 2 == 1 ? 1 : -1));
            }
            elementary[p] = sum.divide(p);
        }
        final ComplexMatrix companion = new ComplexMatrix(n, n);
        for (int p = 1; p <= n; p++) {
            final double sign = p % 2 == 1 ? 1 : -1;
            companion.set(0, p - 1, sign * elementary[p].getReal(), sign * elementary[p].getImaginary());
            if (p < n) {
                companion.set(p, p - 1, 1, 0);
            }
        }
        final EigenDecomposition eigen = new ComplexEigenSolver(ComplexEigenSolver.Options.valuesOnly())
            .solve(companion);
        final Complex[] estimates = new Complex[n];
        for (int p = 0; p < n; p++) {
            estimates[p] = new Complex(centerRe() + eigen.re(p), centerIm() + eigen.im(p));
        }
        return estimates;
    }
}
