package org.flavorwaves.physics.flavomon;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.apache.commons.math3.complex.Complex;
import org.flavorwaves.physics.numerics.eigen.ComplexEigenSolver;
import org.flavorwaves.physics.numerics.eigen.EigenDecomposition;
import org.flavorwaves.physics.numerics.matrix.ComplexMatrix;

/**
 * Discrete beams as given: poles in the place of cuts. All modes are eigenvalues of
 *
 * <pre>(omega - k c_i + shift_i) x_i = g_i sum_j f_ij x_j,    f_ij = 1 - v_i.v_j</pre>
 *
 * <p>with c_i = v_i.khat; of rings f_ij = 1 - c_i c_j for longitudinal waves and -(1 - c_i^2)/2 for transverse ones.
 * Immutable.
 */
final class BeamMedium implements FlavomonMedium {
    /** Number of beams up to which the eigenvalue problem is solved. */
    private static final int MAX_EIGEN = 200;

    /** Components of a symmetric tensor. */
    private static final int PAIRS = 10;

    /** Distance from a pole, in units of the scale, below which an eigenvalue is a beam without a field. */
    private static final double UNCOUPLED = 1e-12;

    private final boolean m_axial;

    private final List<Beam> m_beams;

    private final double m_scale;

    /**
     * One beam or ring.
     *
     * @param shift s omega B_z + i D
     * @param c v.khat
     * @param x component across k; 0 for rings
     * @param y the other component across k; 0 for rings
     * @param g lepton number, in the unit of the potentials
     */
    record Beam(Complex shift, double c, double x, double y, double g) {
    }

    /**
     * Takes the beams.
     *
     * @param axial whether they are rings about the direction of propagation, of distinct c for each shift
     * @param beams all beams; those without lepton number do nothing
     */
    BeamMedium(final boolean axial, final List<Beam> beams) {
        m_axial = axial;
        m_beams = beams.stream().filter(b -> b.g != 0).toList();
        m_scale = m_beams.stream().mapToDouble(b -> Math.abs(b.g)).sum();
    }

    @Override
    public List<Sector> sectors() {
        return m_axial ? List.of(Sector.LONGITUDINAL, Sector.TRANSVERSE) : List.of(Sector.MIXED);
    }

    @Override
    public DielectricTensor dielectricTensor(final Complex omega, final double k) {
        final double[] sums = new double[6 * PAIRS];
        final double[] v = new double[DielectricTensor.SIZE];
        for (final Beam b : m_beams) {
            v[0] = 1;
            v[1] = b.x;
            v[2] = b.y;
            v[3] = b.c;
            add(b, v, omega.getReal() + b.shift.getReal() - k * b.c, omega.getImaginary() + b.shift.getImaginary(),
                sums);
        }
        final DielectricTensor eps = new DielectricTensor();
        int at = 0;
        for (int m = 0; m < v.length; m++) {
            for (int n = m; n < v.length; n++) {
                eps.subtract(m, n, new Complex(sums[at], sums[at + 1]), new Complex(sums[at + 2], sums[at + 3]),
                    new Complex(sums[at + 4], sums[at + 5]));
                at += 6;
            }
        }
        return eps;
    }

    /** Adds g v^m v^n times r, r^2 and c r^2 with r = 1/(x + i y) of one beam, across the axis averaged over a ring. */
    private void add(final Beam b, final double[] v, final double x, final double y, final double[] sums) {
        final double norm = x * x + y * y;
        final double re = x / norm;
        final double im = -y / norm;
        final double squareRe = re * re - im * im;
        final double squareIm = 2 * re * im;
        int at = 0;
        for (int m = 0; m < v.length; m++) {
            for (int n = m; n < v.length; n++) {
                final double g =
                    b.g * (m_axial && m == n && (m == 1 || m == 2) ? 0.5 * (1 - b.c * b.c) : v[m] * v[n]);
                sums[at] += g * re;
                sums[at + 1] += g * im;
                sums[at + 2] += g * squareRe;
                sums[at + 3] += g * squareIm;
                sums[at + 4] += g * b.c * squareRe;
                sums[at + 5] += g * b.c * squareIm;
                at += 6;
            }
        }
    }

    @Override
    public DielectricTensor outside(final int side, final double gap, final double k) {
        return dielectricTensor(new Complex(side * (Math.abs(k) + gap)).subtract(shifts().get(0)), k);
    }

    @Override
    public double scale() {
        return m_scale;
    }

    @Override
    public List<Complex> shifts() {
        return m_beams.isEmpty() ? List.of(Complex.ZERO) : m_beams.stream().map(Beam::shift).distinct().toList();
    }

    @Override
    public boolean isContinuous() {
        return false;
    }

    @Override
    public double trustedEllipse() {
        return 1;
    }

    @Override
    public FlavomonMedium neighbour() {
        return this;
    }

    @Override
    public double poleDistance(final Complex omega, final double k) {
        double closest = Double.POSITIVE_INFINITY;
        for (final Beam b : m_beams) {
            closest = Math.min(closest, omega.add(b.shift).subtract(k * b.c).abs());
        }
        return closest;
    }

    @Override
    public boolean hasEigenfrequencies() {
        return m_beams.size() <= MAX_EIGEN;
    }

    @Override
    public Optional<List<Complex>> eigenfrequencies(final Sector sector, final double k) {
        final List<Beam> beams =
            m_beams.stream().filter(b -> sector != Sector.TRANSVERSE || Math.abs(b.c) < 1).toList();
        final int n = beams.size();
        if (!hasEigenfrequencies()) {
            return Optional.empty();
        }
        final ComplexMatrix matrix = new ComplexMatrix(n, n);
        for (int i = 0; i < n; i++) {
            final Beam a = beams.get(i);
            for (int j = 0; j < n; j++) {
                final Beam b = beams.get(j);
                final double f = sector == Sector.TRANSVERSE ? -0.5 * (1 - a.c * a.c)
                    : 1 - a.c * b.c - a.x * b.x - a.y * b.y;
                matrix.set(i, j, a.g * f, 0);
            }
            matrix.add(i, i, k * a.c - a.shift.getReal(), -a.shift.getImaginary());
        }
        final List<Complex> found = new ArrayList<>();
        if (n > 0) {
            final EigenDecomposition eigen =
                new ComplexEigenSolver(ComplexEigenSolver.Options.valuesOnly()).solve(matrix);
            for (int e = 0; e < n; e++) {
                final Complex omega = new Complex(eigen.re(e), eigen.im(e));
                if (poleDistance(omega, k) > UNCOUPLED * (m_scale + Math.abs(k))) {
                    found.add(omega);
                }
            }
        }
        return Optional.of(List.copyOf(found));
    }
}
