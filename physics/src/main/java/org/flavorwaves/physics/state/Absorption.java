package org.flavorwaves.physics.state;

/**
 * Absorption and emission of N momentum modes, the collision terms that drive rho_i to a source at the rate kappa_i,
 * C_i = kappa_i (P_s,i - P_i) and C0_i = kappa_i (P0_s,i - P0_i) (FW source). Immutable.
 *
 * <p>Rates are in the units of the potentials; a source is realizable like a state, |P_s| &lt;= min(P0_s, 2 - P0_s).
 */
public final class Absorption {
    private static final int TWO_FLAVORS = 3;

    private static final int THREE_FLAVORS = 8;

    private final double[] m_rate;

    private final double[] m_trace;

    private final int m_components;

    /** Component a of mode i at components i + a. */
    private final double[] m_p;

    /**
     * Copies and checks rates and sources of two flavors.
     *
     * @param rate kappa_i &gt;= 0, in the units of the potentials
     * @param trace P0_s,i = f_e + f_x of the source
     * @param px x components of P_s,i
     * @param py y components of P_s,i
     * @param pz z components of P_s,i, the difference f_e - f_x of the source
     * @throws IllegalArgumentException if the lengths differ
     * @throws InvalidModeException if a rate is negative or not finite, or a source breaks a bound; names the mode
     */
    public Absorption(final double[] rate, final double[] trace, final double[] px, final double[] py,
        final double[] pz) {
        this(rate.clone(), trace.clone(), TWO_FLAVORS, join(rate.length, px, py, pz));
        ModeCheck.requireLength("P0_source", trace, rate.length);
        for (int i = 0; i < rate.length; i++) {
            Occupations.require(i, "_source", trace[i], px[i], py[i], pz[i]);
        }
    }

    private Absorption(final double[] rate, final double[] trace, final int components, final double[] p) {
        m_rate = rate;
        m_trace = trace;
        m_components = components;
        m_p = p;
        for (int i = 0; i < rate.length; i++) {
            if (!(rate[i] >= 0) || Double.isInfinite(rate[i])) {
                throw new InvalidModeException(i, "has absorption rate kappa = " + rate[i]
                    + "; it must be finite and >= 0");
            }
        }
    }

    private static double[] join(final int n, final double[] px, final double[] py, final double[] pz) {
        ModeCheck.requireLength("Px_source", px, n);
        ModeCheck.requireLength("Py_source", py, n);
        ModeCheck.requireLength("Pz_source", pz, n);
        final double[] p = new double[TWO_FLAVORS * n];
        for (int i = 0; i < n; i++) {
            p[TWO_FLAVORS * i] = px[i];
            p[TWO_FLAVORS * i + 1] = py[i];
            p[TWO_FLAVORS * i + 2] = pz[i];
        }
        return p;
    }

    /**
     * Rates and sources of three flavors. Whether these are realizable is for the state to check.
     *
     * @param rate kappa_i &gt;= 0, in the units of the potentials
     * @param trace trace of the density matrix of each source
     * @param vectors eight components of each source, component 8 i + a
     * @return rates and sources
     * @throws IllegalArgumentException if the lengths differ
     * @throws InvalidModeException if a rate is negative or not finite; names the mode
     */
    public static Absorption ofThreeFlavors(final double[] rate, final double[] trace, final double[] vectors) {
        ModeCheck.requireLength("source", trace, rate.length);
        ModeCheck.requireLength("source", vectors, THREE_FLAVORS * rate.length);
        return new Absorption(rate.clone(), trace.clone(), THREE_FLAVORS, vectors.clone());
    }

    /**
     * No absorption and no emission.
     *
     * @param modes number of modes
     * @return all rates and sources zero
     */
    public static Absorption none(final int modes) {
        return new Absorption(new double[modes], new double[modes], TWO_FLAVORS, new double[TWO_FLAVORS * modes]);
    }

    /**
     * The number of modes.
     *
     * @return N
     */
    public int size() {
        return m_rate.length;
    }

    /**
     * Whether any mode is absorbed and emitted.
     *
     * @return true if a rate is above 0
     */
    public boolean acts() {
        for (final double rate : m_rate) {
            if (rate > 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * The rate of a mode.
     *
     * @param i mode index
     * @return kappa_i in the units of the potentials
     */
    public double rate(final int i) {
        return m_rate[i];
    }

    /**
     * The occupation trace of a source.
     *
     * @param i mode index
     * @return P0_s,i
     */
    public double trace(final int i) {
        return m_trace[i];
    }

    /**
     * Whether the sources are of three flavors.
     *
     * @return true if they have eight components
     */
    public boolean hasThreeFlavors() {
        return m_components == THREE_FLAVORS;
    }

    /**
     * A component of a source.
     *
     * @param i mode index
     * @param a component, 0..2 for x, y, z of two flavors, 0..7 of three
     * @return P_s,i along it
     */
    public double component(final int i, final int a) {
        return m_p[m_components * i + a];
    }

    /**
     * The x component of a source of two flavors.
     *
     * @param i mode index
     * @return P_s,i along x
     */
    public double px(final int i) {
        return component(i, 0);
    }

    /**
     * The y component of a source of two flavors.
     *
     * @param i mode index
     * @return P_s,i along y
     */
    public double py(final int i) {
        return component(i, 1);
    }

    /**
     * The z component of a source of two flavors.
     *
     * @param i mode index
     * @return P_s,i along z
     */
    public double pz(final int i) {
        return component(i, 2);
    }

    /**
     * The same for modes of other indices.
     *
     * @param of for each new mode the index of the old one whose rate and source it has
     * @return rates and sources of as many modes
     */
    public Absorption select(final int... of) {
        final double[] p = new double[m_components * of.length];
        for (int i = 0; i < of.length; i++) {
            System.arraycopy(m_p, m_components * of[i], p, m_components * i, m_components);
        }
        return new Absorption(pick(m_rate, of), pick(m_trace, of), m_components, p);
    }

    private static double[] pick(final double[] values, final int... of) {
        final double[] picked = new double[of.length];
        for (int i = 0; i < of.length; i++) {
            picked[i] = values[of[i]];
        }
        return picked;
    }
}
