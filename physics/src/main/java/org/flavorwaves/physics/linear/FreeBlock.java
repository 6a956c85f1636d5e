package org.flavorwaves.physics.linear;

import java.util.Arrays;

import org.flavorwaves.physics.numerics.ComplexMatrix;

/** Bands that are one mode each, all anchored. */
final class FreeBlock extends BandBlock {

    FreeBlock(final Background background, final int[] slots, final double[] re, final double[] im,
        final double scale) {
        super(background, slots, re, im, scale);
    }

    @Override
    BandSector sector(final int b) {
        return BandSector.TRIVIAL;
    }

    @Override
    boolean hasVectors() {
        return true;
    }

    @Override
    void right(final int b, final double[] re, final double[] im) {
        Arrays.fill(re, 0);
        Arrays.fill(im, 0);
        re[b] = 1;
    }

    @Override
    void left(final int b, final double[] re, final double[] im) {
        right(b, re, im);
    }

    @Override
    boolean anchored(final int b) {
        return true;
    }

    @Override
    ComplexMatrix coreRight(final int[] bands) {
        return DenseEigen.NONE;
    }

    @Override
    ComplexMatrix coreLeft(final int[] bands) {
        return DenseEigen.NONE;
    }

    @Override
    BandBlock withCore(final int[] bands, final ComplexMatrix right, final ComplexMatrix left) {
        return this;
    }
}
