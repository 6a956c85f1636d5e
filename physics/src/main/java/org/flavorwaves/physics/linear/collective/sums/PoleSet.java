package org.flavorwaves.physics.linear.collective.sums;

/** Simple poles on one horizontal line of the complex plane, each with real strengths in a number of channels. */
interface PoleSet {
    int size();

    /** Real part of a pole. */
    double position(int pole);

    /** Number of strengths of a pole. */
    int channels();

    /** Adds factor times the strengths of a pole to out[offset + channel]. */
    void addStrengths(int pole, double factor, double[] out, int offset);

    /** What sums poles one by one; not for several threads at once. */
    default Near near() {
        return new NearPoles(this);
    }

    /** Sums poles one by one. */
    interface Near {
        /**
         * Adds poles to sums.
         *
         * @param poles numbers of poles
         * @param from first place in this list
         * @param to place after the last one
         * @param re real part of z
         * @param im distance of z from the line of the poles
         * @param sums receives them
         */
        void add(int[] poles, int from, int to, double re, double im, PoleTree.Sums sums);
    }
}
