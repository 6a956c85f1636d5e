package org.flavorwaves.physics.numerics.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class GivensTest {
    /** Numbers of any size, down to the square root of the smallest and beyond, where squares lose their digits. */
    @Property(tries = 500)
    void rotationIsUnitaryAndEliminates(@ForAll @DoubleRange(min = -1, max = 1) final double xr,
        @ForAll @DoubleRange(min = -1, max = 1) final double xi,
        @ForAll @DoubleRange(min = -1, max = 1) final double yr,
        @ForAll @DoubleRange(min = -1, max = 1) final double yi,
        @ForAll @IntRange(min = -1073, max = 100) final int ex,
        @ForAll @IntRange(min = -1073, max = 100) final int ey) {
        final double ar = Math.scalb(xr, ex);
        final double ai = Math.scalb(xi, ex);
        final double br = Math.scalb(yr, ey);
        final double bi = Math.scalb(yi, ey);
        final Givens g = new Givens();
        g.eliminate(ar, ai, br, bi);
        assertThat(g.c() * g.c() + g.s() * g.s()).isCloseTo(1, within(1e-15));
        assertThat(g.pRe() * g.pRe() + g.pIm() * g.pIm()).isCloseTo(1, within(1e-15));
        final double[] re = {ar, br};
        final double[] im = {ai, bi};
        Givens.rotateDown(re, im, new double[]{g.c()}, new double[]{g.s()}, new double[]{g.pRe()},
            new double[]{g.pIm()}, 0, 0, 1);
        final double size = Math.max(Math.max(Math.abs(ar), Math.abs(ai)), Math.max(Math.abs(br), Math.abs(bi)));
        assertThat(re[0]).isCloseTo(g.rRe(), within(1e-15 * size + Double.MIN_VALUE));
        assertThat(im[0]).isCloseTo(g.rIm(), within(1e-15 * size + Double.MIN_VALUE));
        assertThat(Math.abs(re[1]) + Math.abs(im[1])).isLessThanOrEqualTo(1e-15 * size + 2 * Double.MIN_VALUE);
    }
}
