package org.flavorwaves.physics.distribution.crossing;

import java.util.List;
import java.util.Optional;

import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Direction;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.LeptonDirections;

/**
 * The crossings of a state: where on the sphere the lepton number G(v) = sum over energies and species of s w P_z
 * changes its sign, and how much there is on either side (FW crossing).
 *
 * <p>Three kinds of directions are told apart:
 * <ul>
 * <li>{@link Geometry#SERIES}: rings at the n Gauss-Legendre nodes of [-1, 1]. G(v) is the Legendre series of order
 * n - 1 through the nodes. Its zeros and the integrals of its positive and negative parts are exact for polynomials up
 * to that order. A region of one sign without a node counts only if |G| in it exceeds the sum of the upper half
 * of the coefficients, a bound for the ringing of the series.</li>
 * <li>{@link Geometry#RINGS}: any other rings or beams along one axis. G(v) is piecewise linear through G_d/(width of
 * cell d), cells ending half-way to the neighbours and at +-1; I+ and I- are sums over the rings.</li>
 * <li>{@link Geometry#SPHERE}: directions in general. A zero is reported for every two neighbours of opposite sign, on
 * the great circle through them by linear interpolation, so that the zeros together draw the contour G = 0. Neighbours
 * are directions whose diametral sphere holds no third one (the Gabriel graph, which is connected: a sign change is
 * never missed). I+ and I- are sums over the directions.</li>
 * </ul>
 *
 * @param geometry what the directions are
 * @param directions the lepton number by direction
 * @param zeros where G changes its sign: by rising cos theta on an axis
 * @param positive I+ = integral of the positive part of G, in the unit of the weights
 * @param negative I- = integral of the negative part of -G
 * @param positivePeak largest G, per cos theta on an axis, per sr on the sphere; 0 if G is nowhere positive
 * @param negativePeak largest -G
 * @param negativeFraction share of the sphere with G &lt; 0
 */
public record LeptonCrossings(Geometry geometry, LeptonDirections directions, List<CrossingZero> zeros,
    double positive, double negative, double positivePeak, double negativePeak, double negativeFraction) {

    /** What the directions of a state are. */
    public enum Geometry {
        /** Gauss-Legendre rings: a Legendre series. */
        SERIES,
        /** Rings or beams along one axis. */
        RINGS,
        /** Directions on the sphere. */
        SPHERE
    }

    /**
     * Copies the zeros.
     *
     * @param geometry what the directions are
     * @param directions the lepton number by direction
     * @param zeros where G changes its sign: by rising cos theta on an axis
     * @param positive I+ = integral of the positive part of G, in the unit of the weights
     * @param negative I- = integral of the negative part of -G
     * @param positivePeak largest G, per cos theta on an axis, per sr on the sphere; 0 if G is nowhere positive
     * @param negativePeak largest -G
     * @param negativeFraction share of the sphere with G &lt; 0
     */
    public LeptonCrossings {
        zeros = List.copyOf(zeros);
    }

    /**
     * Finds the crossings of a state.
     *
     * @param state the state
     * @return its crossings
     */
    public static LeptonCrossings of(final FlavorState state) {
        return of(state, Progress.NONE);
    }

    /**
     * Finds the crossings of a state. Cost O(N log N + N_v^2) for N modes and N_v directions.
     *
     * @param state the state
     * @param progress told how far the search on a sphere is
     * @return its crossings
     */
    public static LeptonCrossings of(final FlavorState state, final Progress progress) {
        final LeptonDirections directions = LeptonDirections.of(state);
        final Optional<Direction> axis = directions.axis();
        return axis.isPresent() ? AxialCrossings.find(directions, axis.get())
            : SphereCrossings.find(directions, progress);
    }

    /**
     * Whether G changes its sign.
     *
     * @return true if there is at least one zero
     */
    public boolean exists() {
        return !zeros.isEmpty();
    }

    /**
     * The depth of the crossing.
     *
     * @return min(I+, I-)/max(I+, I-), from 0 (no crossing) to 1 (as much on either side)
     */
    public double depth() {
        return ratio(positive, negative);
    }

    /**
     * The depth by the largest densities.
     *
     * @return min(max G, max -G)/max(max G, max -G), 0 without a crossing
     */
    public double peakDepth() {
        return ratio(positivePeak, negativePeak);
    }

    private static double ratio(final double a, final double b) {
        return a > 0 && b > 0 ? Math.min(a, b) / Math.max(a, b) : 0;
    }

    /**
     * The sign of the smaller side.
     *
     * @return +1 if I+ &lt; I-, else -1
     */
    public int minoritySign() {
        return positive < negative ? 1 : -1;
    }
}
