package org.flavorwaves.physics.qke.engine;

import org.flavorwaves.physics.qke.field.BoxField;
import org.flavorwaves.physics.qke.field.BoxGrid;

/**
 * Where the harmonics of up to 2 B modes are stored. Lane j holds the modes j and B + j of a block in complex fields
 * ({@link FieldPacking}); the order is harmonic, real or imaginary, family, lane. Harmonics are stored in the order in
 * which the groups of the transform take them.
 *
 * @param grid the box
 * @param slots the place of each harmonic in the order, 0 for harmonic 0
 * @param packing how components are packed
 * @param from first mode of the box in the block
 * @param count number of modes in the block
 * @param lanes B
 */
record BlockLayout(BoxGrid grid, int[] slots, FieldPacking packing, int from, int count, int lanes) {
    /** The number of stored numbers. */
    int size() {
        return packing.families() * 2 * grid.harmonics() * lanes;
    }

    /** Where the lanes of a family, its real (0) or imaginary (1) part and a harmonic begin. */
    int at(final int family, final int part, final int h) {
        return ((2 * slots[h] + part) * packing.families() + family) * lanes;
    }

    /** The number of numbers of a harmonic, those of all families: the length of its row. */
    int width() {
        return packing.families() * lanes;
    }

    /** Copies the modes of the block from a field to numbers that are 0. */
    void load(final BoxField field, final double[] y) {
        for (int i = 0; i < count; i++) {
            for (int a = 0; a < packing.components(); a++) {
                for (int h = 0; h < grid.harmonics(); h++) {
                    add(i, a, h, field.re(from + i, a, h), field.im(from + i, a, h), y);
                }
            }
        }
    }

    /** Adds a component of a mode of the block, x + i y, to its family. */
    private void add(final int i, final int a, final int h, final double x, final double y, final double[] out) {
        final int second = i / lanes;
        final int at = at(packing.family(second, a), 0, h) + i % lanes;
        final int imaginary = at + width();
        if (packing.part(second, a) == 0) {
            out[at] += x;
            out[imaginary] += y;
        } else {
            out[at] -= y;
            out[imaginary] += x;
        }
    }

    /** Copies the modes of the block to the arrays of a field. */
    void store(final double[] y, final double[] re, final double[] im) {
        for (int h = 0; h < grid.harmonics(); h++) {
            store(y, h, re, im, h, grid.harmonics());
        }
    }

    /**
     * Copies one harmonic.
     *
     * @param re component a of mode i of the box at (components i + a) stride + at, set for the modes of the block
     * @param im likewise
     */
    void store(final double[] y, final int h, final double[] re, final double[] im, final int at, final int stride) {
        final int g = grid.opposite(h);
        for (int i = 0; i < count; i++) {
            final int second = i / lanes;
            final int j = i % lanes;
            for (int a = 0; a < packing.components(); a++) {
                final int family = packing.family(second, a);
                final double cRe = y[at(family, 0, h) + j];
                final double cIm = y[at(family, 1, h) + j];
                final double dRe = y[at(family, 0, g) + j];
                final double dIm = y[at(family, 1, g) + j];
                final boolean real = packing.part(second, a) == 0;
                final int to = (packing.components() * (from + i) + a) * stride + at;
                re[to] = real ? (cRe + dRe) / 2 : (cIm + dIm) / 2;
                im[to] = real ? (cIm - dIm) / 2 : (dRe - cRe) / 2;
            }
        }
    }
}
