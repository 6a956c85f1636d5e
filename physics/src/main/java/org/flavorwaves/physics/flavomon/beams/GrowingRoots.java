package org.flavorwaves.physics.flavomon.beams;

import java.util.ArrayList;
import java.util.List;

import org.apache.commons.math3.complex.Complex;
import org.flavorwaves.physics.flavomon.Sector;
import org.flavorwaves.physics.numerics.eigen.ComplexEigenSolver;
import org.flavorwaves.physics.numerics.eigen.EigenDecomposition;
import org.flavorwaves.physics.numerics.matrix.ComplexMatrix;

/**
 * All growing waves of beams at one wave number: eigenvalues omega of M_ij = k v_i delta_ij + g_i f_ij with Im omega
 * above a floor (FR 5), f_ij = 1 - v_i v_j of longitudinal waves and -(1 - v_i^2)/2 of transverse ones.
 */
public final class GrowingRoots {
    private GrowingRoots() {
    }

    /**
     * Finds them.
     *
     * @param sector longitudinal or transverse
     * @param v cos theta of the beams
     * @param g their lepton numbers
     * @param k shifted wave number
     * @param floor lowest growth rate
     * @return frequencies, fastest growth first
     */
    public static List<Complex> find(final Sector sector, final double[] v, final double[] g, final double k,
        final double floor) {
        final int n = v.length;
        final ComplexMatrix matrix = new ComplexMatrix(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                final double f = sector == Sector.TRANSVERSE ? -0.5 * (1 - v[i] * v[i]) : 1 - v[i] * v[j];
                matrix.set(i, j, g[i] * f + (i == j ? k * v[i] : 0), 0);
            }
        }
        final EigenDecomposition eigen =
            new ComplexEigenSolver(ComplexEigenSolver.Options.valuesOnly()).solve(matrix);
        final List<Complex> roots = new ArrayList<>();
        for (int b = 0; b < n; b++) {
            if (eigen.im(b) > floor) {
                roots.add(new Complex(eigen.re(b), eigen.im(b)));
            }
        }
        roots.sort((a, b) -> Double.compare(b.getImaginary(), a.getImaginary()));
        return roots;
    }
}
