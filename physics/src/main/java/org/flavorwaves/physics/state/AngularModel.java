package org.flavorwaves.physics.state;

/**
 * What stands between the directions of an axially symmetric state. Discrete beams have instabilities of their own,
 * which a continuous spectrum has not; comparing both tells spurious growing waves from true ones.
 *
 * @param kind the interpolation of the lepton number over cos theta
 * @param order highest order of the Legendre series, negative for what the directions determine; without meaning for
 *            other kinds
 */
public record AngularModel(Kind kind, int order) {
    /** The beams as given, exact for the 3N x 3N problem of the state. */
    public static final AngularModel BEAMS = new AngularModel(Kind.BEAMS, -1);

    /** Straight lines between the directions; second order, never rings. */
    public static final AngularModel PIECEWISE_LINEAR = new AngularModel(Kind.PIECEWISE_LINEAR, -1);

    /**
     * A Legendre series of the order that the directions determine: projected on Gauss-Legendre nodes, otherwise fitted
     * by least squares; both are exact for polynomials up to that order.
     */
    public static final AngularModel LEGENDRE = new AngularModel(Kind.LEGENDRE, -1);

    /**
     * A Legendre series where the directions sample a smooth function, straight lines where they sample a rough one,
     * and beams where they are too few or leave holes.
     */
    public static final AngularModel AUTOMATIC = new AngularModel(Kind.AUTOMATIC, -1);

    /** Kinds of interpolation. */
    public enum Kind {
        /** None: beams as given. */
        BEAMS,
        /** Linear in cos theta between neighbouring directions. */
        PIECEWISE_LINEAR,
        /** One Legendre series in cos theta. */
        LEGENDRE,
        /** The one of the others that the state asks for. */
        AUTOMATIC
    }

    /**
     * A Legendre series of given order.
     *
     * @param order highest order, &gt;= 0
     * @return the model
     */
    public static AngularModel legendre(final int order) {
        if (order < 0) {
            throw new IllegalArgumentException("The order of a Legendre series is " + order
                + "; it must be 0 or more.");
        }
        return new AngularModel(Kind.LEGENDRE, order);
    }

    /**
     * Whether something stands between the directions.
     *
     * @return false for beams as given
     */
    public boolean isContinuous() {
        return kind != Kind.BEAMS;
    }
}
