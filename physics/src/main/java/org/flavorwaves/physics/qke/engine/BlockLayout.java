package org.flavorwaves.physics.qke.engine;

import org.flavorwaves.physics.qke.field.BoxField;
import org.flavorwaves.physics.qke.field.BoxGrid;

/**
 * Where the harmonics of up to 2 B modes are stored. Lane j holds the modes j and B + j of a block in three complex
 * fields ("families"): Px + i Py of the first, Px + i Py of the second, and Pz of the first + i Pz of the second; the
 * order is family, real or imaginary, harmonic, lane.
 *
 * @param grid the box
 * @param from first mode of the box in the block
 * @param count number of modes in the block
 * @param lanes B
 */
record BlockLayout(BoxGrid grid, int from, int count, int lanes) {
    /** The number of families. */
    static final int FAMILIES = 3;

    /** The number of stored numbers. */
    int size() {
        return FAMILIES * 2 * grid.harmonics() * lanes;
    }

    /** Where the lanes of a family, its real (0) or imaginary (1) part and a harmonic begin. */
    int at(final int family, final int part, final int h) {
        return ((family * 2 + part) * grid.harmonics() + h) * lanes;
    }

    /** Copies the modes of the block from a field. */
    void load(final BoxField field, final double[] y) {
        for (int j = 0; j < lanes; j++) {
            for (int h = 0; h < grid.harmonics(); h++) {
                for (int second = 0; second < 2; second++) {
                    final int i = from + second * lanes + j;
                    if (second * lanes + j < count) {
                        y[at(second, 0, h) + j] = field.re(i, 0, h) - field.im(i, 1, h);
                        y[at(second, 1, h) + j] = field.im(i, 0, h) + field.re(i, 1, h);
                        y[at(2, 0, h) + j] += second == 0 ? field.re(i, 2, h) : -field.im(i, 2, h);
                        y[at(2, 1, h) + j] += second == 0 ? field.im(i, 2, h) : field.re(i, 2, h);
                    }
                }
            }
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
     * @param re component a of mode i of the box at (3 i + a) stride + at, set for the modes of the block
     * @param im likewise
     */
    void store(final double[] y, final int h, final double[] re, final double[] im, final int at, final int stride) {
        final int g = grid.opposite(h);
        for (int i = 0; i < count; i++) {
            final int second = i / lanes;
            final int j = i % lanes;
            final int to = 3 * (from + i) * stride + at;
            final double pRe = y[at(second, 0, h) + j];
            final double pIm = y[at(second, 1, h) + j];
            final double qRe = y[at(second, 0, g) + j];
            final double qIm = y[at(second, 1, g) + j];
            re[to] = (pRe + qRe) / 2;
            im[to] = (pIm - qIm) / 2;
            re[to + stride] = (pIm + qIm) / 2;
            im[to + stride] = (qRe - pRe) / 2;
            final double cRe = y[at(2, 0, h) + j];
            final double cIm = y[at(2, 1, h) + j];
            final double dRe = y[at(2, 0, g) + j];
            final double dIm = y[at(2, 1, g) + j];
            re[to + 2 * stride] = second == 0 ? (cRe + dRe) / 2 : (cIm + dIm) / 2;
            im[to + 2 * stride] = second == 0 ? (cIm - dIm) / 2 : (dRe - cRe) / 2;
        }
    }

    /** Sets harmonic h, not 0, to a wave of 3 numbers a mode of the box, and the opposite one to its conjugate. */
    void load(final double[] re, final double[] im, final int h, final double[] y) {
        final int g = grid.opposite(h);
        for (int i = 0; i < count; i++) {
            final int second = i / lanes;
            final int j = i % lanes;
            final int c = 3 * (from + i);
            y[at(second, 0, h) + j] = re[c] - im[c + 1];
            y[at(second, 1, h) + j] = im[c] + re[c + 1];
            y[at(second, 0, g) + j] = re[c] + im[c + 1];
            y[at(second, 1, g) + j] = re[c + 1] - im[c];
            if (second == 0) {
                y[at(2, 0, h) + j] = re[c + 2];
                y[at(2, 1, h) + j] = im[c + 2];
                y[at(2, 0, g) + j] = re[c + 2];
                y[at(2, 1, g) + j] = -im[c + 2];
            } else {
                y[at(2, 0, h) + j] -= im[c + 2];
                y[at(2, 1, h) + j] += re[c + 2];
                y[at(2, 0, g) + j] += im[c + 2];
                y[at(2, 1, g) + j] += re[c + 2];
            }
        }
    }
}
