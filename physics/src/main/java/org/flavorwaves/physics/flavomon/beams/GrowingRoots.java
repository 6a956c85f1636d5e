package org.flavorwaves.physics.flavomon.beams;

import java.util.ArrayList;
import java.util.List;

import org.apache.commons.math3.complex.Complex;
import org.flavorwaves.physics.numerics.eigen.ComplexEigenSolver;
import org.flavorwaves.physics.numerics.eigen.EigenDecomposition;
import org.flavorwaves.physics.numerics.matrix.ComplexMatrix;

/**
 * All growing longitudinal waves of beams at one wave number: eigenvalues omega of M_ij = k v_i delta_ij +
 * g_i (1 - v_i v_j) with Im omega above a floor (FR 5).
 */
public final class GrowingRoots {
    private GrowingRoots() {
    }

    /**
     * Finds them.
     *
     * @param v cos theta of the beams
     * @param g their lepton numbers
     * @param k shifted wave number
     * @param floor lowest growth rate
     * @return frequencies, fastest growth first
     */
    public static List<Complex> find(final double[] v, final double[] g, final double k, final double floor) {
        final int n = v.length;
        final ComplexMatrix matrix = new ComplexMatrix(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                matrix.set(i, j, g[i] * (1 - v[i] * v[j]) + (i == j ? k * v[i] : 0), 0);
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
