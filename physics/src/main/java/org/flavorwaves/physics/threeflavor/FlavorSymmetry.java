package org.flavorwaves.physics.threeflavor;

import java.util.ArrayList;
import java.util.List;

import org.flavorwaves.physics.numerics.SymmetricEigen;

/**
 * The charges of a set of Hermitian matrices: the traceless matrices that commute with all of them (FW flavor-charges).
 * What starts in a set of matrices that commute with a charge stays so, and levels of different charge cross.
 */
public final class FlavorSymmetry {
    private static final int A = FlavorAlgebra.SIZE;

    /** Squared size of a commutator of unit vectors that may be rounding, and that is none. */
    private static final double[] NEGLIGIBLE = {1e-13, 1e-24};

    private final List<double[]> m_generators = new ArrayList<>();

    /**
     * Adds a matrix by its vector; none of size 0 counts.
     *
     * @param v vector, from offset {@code vo}
     * @param vo offset
     */
    public void add(final double[] v, final int vo) {
        final double length = FlavorAlgebra.length(v, vo);
        if (length > 0) {
            final double[] unit = new double[A];
            for (int a = 0; a < A; a++) {
                unit[a] = v[vo + a] / length;
            }
            m_generators.add(unit);
        }
    }

    /**
     * The charges.
     *
     * @return an orthonormal basis of vectors of eight components: none for matrices without a symmetry, two if all
     *         commute with each other and none has two equal eigenvalues, eight without any matrix
     */
    public List<double[]> charges() {
        List<double[]> basis = new ArrayList<>();
        for (int a = 0; a < A; a++) {
            final double[] unit = new double[A];
            unit[a] = 1;
            basis.add(unit);
        }
        for (final double negligible : NEGLIGIBLE) {
            basis = commuting(basis, negligible * Math.max(1, m_generators.size()));
        }
        return basis;
    }

    /** The combinations of a basis whose commutators with all generators have squares that sum to next to nothing. */
    private List<double[]> commuting(final List<double[]> basis, final double negligible) {
        final int n = basis.size();
        final double[][] square = new double[n][n];
        for (final double[] generator : m_generators) {
            final double[][] products = new double[n][A];
            for (int i = 0; i < n; i++) {
                FlavorAlgebra.addProduct(1, generator, 0, basis.get(i), 0, products[i], 0);
                for (int j = 0; j <= i; j++) {
                    for (int a = 0; a < A; a++) {
                        square[i][j] += products[i][a] * products[j][a];
                    }
                    square[j][i] = square[i][j];
                }
            }
        }
        final SymmetricEigen eigen = new SymmetricEigen(square);
        final List<double[]> found = new ArrayList<>();
        for (int e = 0; e < n; e++) {
            if (eigen.value(e) <= negligible) {
                final double[] charge = new double[A];
                for (int i = 0; i < n; i++) {
                    for (int a = 0; a < A; a++) {
                        charge[a] += eigen.vector(e, i) * basis.get(i)[a];
                    }
                }
                found.add(charge);
            }
        }
        return found;
    }
}
