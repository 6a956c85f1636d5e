package org.flavorwaves.physics.linear.blocks;

import java.util.Arrays;

import org.flavorwaves.physics.linear.BandSector;
import org.flavorwaves.physics.linear.LocalFrames;
import org.flavorwaves.physics.linear.ModeArrays;
import org.flavorwaves.physics.numerics.matrix.ComplexMatrix;

/** Bands that are one mode each, all anchored. */
final class FreeBlock extends BandBlock {

    FreeBlock(final ModeArrays modes, final LocalFrames frames, final int[] slots, final double[] re,
        final double[] im, final double scale) {
        super(modes, frames, slots, re, im, scale);
    }

    @Override
    public BandSector sector(final int b) {
        return BandSector.TRIVIAL;
    }

    @Override
    public boolean hasVectors() {
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
    public boolean anchored(final int b) {
        return true;
    }

    @Override
    public ComplexMatrix coreRight(final int[] bands) {
        return DenseEigen.NONE;
    }

    @Override
    public ComplexMatrix coreLeft(final int[] bands) {
        return DenseEigen.NONE;
    }

    @Override
    public BandBlock withCore(final int[] bands, final ComplexMatrix right, final ComplexMatrix left) {
        return this;
    }
}
