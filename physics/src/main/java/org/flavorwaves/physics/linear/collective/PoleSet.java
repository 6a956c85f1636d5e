package org.flavorwaves.physics.linear.collective;

/** Simple poles on one horizontal line of the complex plane, each with real strengths in a number of channels. */
interface PoleSet {
    int size();

    /** Real part of a pole. */
    double position(int pole);

    /** Number of strengths of a pole. */
    int channels();

    /** Adds factor times the strengths of a pole to out[offset + channel]. */
    void addStrengths(int pole, double factor, double[] out, int offset);

    /** Adds a pole to sums, given u = 1/(z - x) and w = u^2. */
    void addTerms(int pole, double ur, double ui, double wr, double wi, PoleTree.Sums sums);
}
