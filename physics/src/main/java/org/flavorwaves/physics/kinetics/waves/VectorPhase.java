package org.flavorwaves.physics.kinetics.waves;

/**
 * The phase of the first of the largest components of a vector. Without it vectors are real that can be.
 *
 * @param re its cosine
 * @param im its sine
 */
record VectorPhase(double re, double im) {
    /** Components of at least this share of the largest one are as large. */
    private static final double ALIKE = 1 - 1e-6;

    /** The phase of a vector that is not zero. */
    static VectorPhase of(final double[] re, final double[] im) {
        double largest = 0;
        for (int c = 0; c < re.length; c++) {
            largest = Math.max(largest, Math.hypot(re[c], im[c]));
        }
        int c = 0;
        while (Math.hypot(re[c], im[c]) < ALIKE * largest) {
            c++;
        }
        final double size = Math.hypot(re[c], im[c]);
        return new VectorPhase(re[c] / size, im[c] / size);
    }

    /** Takes the phase from a vector. */
    void remove(final double[] cRe, final double[] cIm) {
        multiply(cRe, cIm, -im);
    }

    /** Adds the phase to a vector. */
    void add(final double[] cRe, final double[] cIm) {
        multiply(cRe, cIm, im);
    }

    private void multiply(final double[] cRe, final double[] cIm, final double sine) {
        for (int c = 0; c < cRe.length; c++) {
            final double turned = cRe[c] * re - cIm[c] * sine;
            cIm[c] = cRe[c] * sine + cIm[c] * re;
            cRe[c] = turned;
        }
    }
}
