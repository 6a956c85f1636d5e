package org.flavorwaves.physics.equilibrium.path;

import org.flavorwaves.physics.numerics.CurvePoint;

/**
 * A place on a curve of equilibria that is kept.
 *
 * @param what what it is
 * @param at the point
 * @param leg leg of the track
 * @param station index of the point of the track, -1 between two
 * @param sheet number of folds passed before
 * @param reference frequency from which the rotation rate is counted, in the units of the potentials
 * @param index number of negative eigenvalues
 * @param smallestMode mode with the smallest |H_i|
 * @param smallestField that |H_i|, in the units of the potentials
 * @param uncertainty half of the interval of t in which it lies
 * @param directions number of eigenvalues that vanish there
 */
record CurveMark(What what, CurvePoint at, int leg, int station, int sheet, double reference, int index,
    int smallestMode, double smallestField, double uncertainty, int directions) {

    /** Kinds of places. */
    enum What {
        STATION, FOLD, BIFURCATION, ZERO_FIELD
    }
}
