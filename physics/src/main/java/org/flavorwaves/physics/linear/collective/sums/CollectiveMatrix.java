package org.flavorwaves.physics.linear.collective.sums;

import java.util.List;

import org.apache.commons.math3.complex.Complex;
import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.BackgroundStructure;
import org.flavorwaves.physics.linear.BandSector;
import org.flavorwaves.physics.linear.CoherentBackground;
import org.flavorwaves.physics.linear.WaveBackground;
import org.flavorwaves.physics.linear.WaveFunction;
import org.flavorwaves.physics.numerics.ComplexPivoting;
import org.flavorwaves.physics.numerics.matrix.ComplexMatrix;
import org.flavorwaves.physics.state.AngularModel;
import org.flavorwaves.physics.state.WaveVector;

/**
 * The collective matrix T(Omega) = 1 - K(Omega) of one invariant block at one wave vector (FW collective-determinant).
 * The collective numbers of a wave obey T(Omega) dJ = 0. Exactly reduced: flavor components to one where the background
 * is aligned (one matrix a circular sector), space-time components to those that the velocities have. Units of the
 * potentials. Immutable.
 */
public final class CollectiveMatrix {
    private final ResolventSums m_sums;

    private final BandSector m_sector;

    private CollectiveMatrix(final ResolventSums sums, final BandSector sector) {
        m_sums = sums;
        m_sector = sector;
    }

    /**
     * The matrices of all blocks.
     *
     * @param background the background
     * @param k wave vector, in the units of the potentials
     * @return the two circular sectors of an aligned background, otherwise one matrix
     */
    public static List<CollectiveMatrix> of(final WaveBackground background, final WaveVector k) {
        return background instanceof CoherentBackground three
            ? List.of(new CollectiveMatrix(new CoupledSums(three, k), BandSector.FULL))
            : of((Background) background, k);
    }

    private static List<CollectiveMatrix> of(final Background background, final WaveVector k) {
        return background.structure() == BackgroundStructure.ALIGNED
            ? List.of(new CollectiveMatrix(new AlignedSums(background, k, 1), BandSector.PLUS),
                new CollectiveMatrix(new AlignedSums(background, k, -1), BandSector.MINUS))
            : List.of(new CollectiveMatrix(new CoupledSums(background, k),
                background.structure() == BackgroundStructure.EQUILIBRIUM ? BandSector.TRANSVERSE : BandSector.FULL));
    }

    /**
     * The matrices of all blocks with a choice of what stands between the directions.
     *
     * @param background the background
     * @param k wave vector, in the units of the potentials
     * @param model beams as given or a continuous spectrum
     * @return the two circular sectors of an aligned background, otherwise one matrix
     * @throws IllegalArgumentException if a continuous spectrum is asked for and the background is not aligned, its
     *             modes are not rings about the z axis, they have too few directions, or k is not along z
     */
    public static List<CollectiveMatrix> of(final WaveBackground background, final WaveVector k,
        final AngularModel model) {
        if (!model.isContinuous()) {
            return of(background, k);
        }
        if (!(background instanceof Background two)) {
            throw new IllegalArgumentException("A continuous angular spectrum needs polarization and Hamiltonian "
                + "vectors along one axis, but the three flavors of this state are coherent; take beams as given.");
        }
        return List.of(new CollectiveMatrix(new ContinuousSums(two, k, 1, model), BandSector.PLUS),
            new CollectiveMatrix(new ContinuousSums(two, k, -1, model), BandSector.MINUS));
    }

    /**
     * The block.
     *
     * @return sector of the bands it holds
     */
    public BandSector sector() {
        return m_sector;
    }

    /**
     * The number of collective numbers.
     *
     * @return rows of the matrix, 2 to 4 for a circular sector, otherwise up to 12, or 32 of three flavors
     */
    public int dimension() {
        return m_sums.dimension();
    }

    /**
     * The matrix, O(N).
     *
     * @param omega frequency, not a pole
     * @return T(Omega)
     */
    public ComplexMatrix at(final Complex omega) {
        return evaluate(omega, false);
    }

    /**
     * The derivative of the matrix with respect to the frequency, O(N).
     *
     * @param omega frequency, not a pole
     * @return dT/dOmega
     */
    public ComplexMatrix derivative(final Complex omega) {
        return evaluate(omega, true);
    }

    private ComplexMatrix evaluate(final Complex omega, final boolean derivative) {
        final int n = m_sums.dimension();
        final double[] t = new double[2 * n * n];
        final double[] slope = new double[2 * n * n];
        m_sums.exact().sample(omega.getReal(), omega.getImaginary(), t, slope);
        return matrix(derivative ? slope : t);
    }

    /**
     * The derivative of the matrix with respect to a component of the wave vector, O(N).
     *
     * @param omega frequency, not a pole
     * @param axis space axis 0..2 for x, y, z, at fixed background
     * @return dT/dk
     */
    public ComplexMatrix slope(final Complex omega, final int axis) {
        final int n = m_sums.dimension();
        final double[] t = new double[2 * n * n];
        m_sums.slope(omega.getReal(), omega.getImaginary(), axis, t);
        return matrix(t);
    }

    private ComplexMatrix matrix(final double[] t) {
        final int n = m_sums.dimension();
        final ComplexMatrix matrix = new ComplexMatrix(n, n);
        for (int r = 0; r < n; r++) {
            for (int c = 0; c < n; c++) {
                matrix.set(r, c, t[2 * (r * n + c)], t[2 * (r * n + c) + 1]);
            }
        }
        return matrix;
    }

    /**
     * The collective determinant, O(N).
     *
     * @param omega frequency, not a pole
     * @return det T(Omega), zero at the collective bands, 1 at infinity
     */
    public Complex determinant(final Complex omega) {
        final int n = m_sums.dimension();
        final double[] t = new double[2 * n * n];
        m_sums.exact().sample(omega.getReal(), omega.getImaginary(), t, new double[2 * n * n]);
        final ComplexPivoting lu = new ComplexPivoting(n);
        lu.factor(t);
        final double[] determinant = new double[2];
        lu.determinant(determinant);
        return new Complex(determinant[0], determinant[1]);
    }

    /**
     * The wave function of a collective band.
     *
     * @param omega its frequency
     * @param numbers its collective numbers, a null vector of T(Omega), one row a number
     * @param modes number of modes N
     * @return psi of unit 2-norm
     */
    public WaveFunction wave(final Complex omega, final ComplexMatrix numbers, final int modes) {
        final double[] y = new double[2 * m_sums.dimension()];
        for (int a = 0; a < m_sums.dimension(); a++) {
            y[2 * a] = numbers.re(a, 0);
            y[2 * a + 1] = numbers.im(a, 0);
        }
        final double[] re = new double[m_sums.flavors() * modes];
        final double[] im = new double[m_sums.flavors() * modes];
        m_sums.wave(omega.getReal(), omega.getImaginary(), y, re, im);
        double square = 0;
        for (int c = 0; c < re.length; c++) {
            square += re[c] * re[c] + im[c] * im[c];
        }
        final double length = Math.sqrt(square);
        for (int c = 0; c < re.length; c++) {
            re[c] /= length;
            im[c] /= length;
        }
        return WaveFunction.owning(re, im, m_sums.flavors());
    }

    /** The sums over modes that the matrix is made of. */
    public ResolventSums sums() {
        return m_sums;
    }
}
