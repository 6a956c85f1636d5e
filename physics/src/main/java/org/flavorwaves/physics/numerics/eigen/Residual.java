package org.flavorwaves.physics.numerics.eigen;

import java.util.Arrays;

import org.flavorwaves.physics.numerics.matrix.Columns;
import org.flavorwaves.physics.run.Progress;

/** Residuals of eigenpairs, relative to the Frobenius norm of the matrix. */
final class Residual {
    private Residual() {
    }

    /** max |A x - lambda x| / |A| for A and lambda given with different powers of two: lambda 2^exponent fits A. */
    static double right(final Columns a, final Columns x, final double[] re, final double[] im,
        final int exponent, final Progress progress) {
        final int n = a.count();
        final Columns s = Columns.zeros(n, x.count());
        Products.addProduct(a, x, s, progress);
        double worst = 0;
        for (int k = 0; k < x.count(); k++) {
            final double lr = Math.scalb(re[k], exponent);
            final double li = Math.scalb(im[k], exponent);
            Products.addMultiple(s.re()[k], s.im()[k], x.re()[k], x.im()[k], -lr, -li, 0, n);
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += s.re()[k][i] * s.re()[k][i] + s.im()[k][i] * s.im()[k][i];
            }
            worst = Math.max(worst, Math.sqrt(sum));
        }
        return worst / a.frobeniusNorm();
    }

    /** max |y^H A - lambda y^H| / |A|, that is |A^H y - conj(lambda) y| / |A|. */
    static double left(final Columns a, final Columns y, final double[] re, final double[] im, final int exponent,
        final Progress progress) {
        final int n = a.count();
        final Columns adjoint = Columns.zeros(n, n);
        final double[] conjugate = Arrays.stream(im).map(value -> -value).toArray();
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < n; i++) {
                adjoint.re()[i][j] = a.re()[j][i];
                adjoint.im()[i][j] = -a.im()[j][i];
            }
        }
        return right(adjoint, y, re, conjugate, exponent, progress);
    }
}
