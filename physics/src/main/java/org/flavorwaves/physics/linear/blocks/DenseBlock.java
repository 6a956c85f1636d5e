package org.flavorwaves.physics.linear.blocks;

import org.flavorwaves.physics.linear.BandSector;
import org.flavorwaves.physics.linear.LocalFrames;
import org.flavorwaves.physics.linear.ModeArrays;
import org.flavorwaves.physics.numerics.matrix.ComplexMatrix;

/** Bands with all vectors written out; trivial ones, if any, come first and are anchored. */
final class DenseBlock extends BandBlock {
    private final int m_trivial;

    private final BandSector m_sector;

    /** Coordinates by bands; empty if only values are known. */
    private final ComplexMatrix m_right;

    /** Bands by coordinates; empty if only values are known. */
    private final ComplexMatrix m_left;

    /**
     * A block.
     *
     * @param trivial number of trivial bands at the start
     * @param sector sector of the others
     */
    DenseBlock(final ModeArrays modes, final LocalFrames frames, final int[] slots, final int trivial,
        final BandSector sector, final double[] re, final double[] im, final double scale, final ComplexMatrix right,
        final ComplexMatrix left) {
        super(modes, frames, slots, re, im, scale);
        m_trivial = trivial;
        m_sector = sector;
        m_right = right;
        m_left = left;
    }

    /** A copy of a block with vectors in all coordinates. */
    DenseBlock(final BandBlock from, final int trivial, final BandSector sector, final ComplexMatrix right,
        final ComplexMatrix left) {
        super(from);
        m_trivial = trivial;
        m_sector = sector;
        m_right = right;
        m_left = left;
    }

    @Override
    public BandSector sector(final int b) {
        return anchored(b) ? BandSector.TRIVIAL : m_sector;
    }

    @Override
    public boolean hasVectors() {
        return m_right.columns() == size();
    }

    @Override
    void right(final int b, final double[] re, final double[] im) {
        for (int c = 0; c < re.length; c++) {
            re[c] = m_right.re(c, b);
            im[c] = m_right.im(c, b);
        }
    }

    @Override
    void left(final int b, final double[] re, final double[] im) {
        for (int c = 0; c < re.length; c++) {
            re[c] = m_left.re(b, c);
            im[c] = m_left.im(b, c);
        }
    }

    @Override
    public boolean anchored(final int b) {
        return b < m_trivial;
    }

    @Override
    public ComplexMatrix coreRight(final int[] bands) {
        return Submatrix.columns(m_right, bands);
    }

    @Override
    public ComplexMatrix coreLeft(final int[] bands) {
        return Submatrix.rows(m_left, bands);
    }

    @Override
    public BandBlock withCore(final int[] bands, final ComplexMatrix right, final ComplexMatrix left) {
        return new DenseBlock(this, m_trivial, m_sector, Submatrix.withColumns(m_right, bands, right),
            Submatrix.withRows(m_left, bands, left));
    }
}
