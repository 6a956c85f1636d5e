package org.flavorwaves.physics.state;

/**
 * Absorption and emission of N momentum modes, the collision terms that drive rho_i to a source at the rate kappa_i,
 * C_i = kappa_i (P_s,i - P_i) and C0_i = kappa_i (P0_s,i - P0_i) (FW source). Immutable.
 *
 * <p>Rates are in the units of the potentials; a source is realizable like a state, |P_s| &lt;= min(P0_s, 2 - P0_s).
 */
public final class Absorption {
    private final double[] m_rate;

    private final double[] m_trace;

    private final double[] m_px;

    private final double[] m_py;

    private final double[] m_pz;

    /**
     * Copies and checks rates and sources.
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
        final int n = rate.length;
        ModeCheck.requireLength("P0_source", trace, n);
        ModeCheck.requireLength("Px_source", px, n);
        ModeCheck.requireLength("Py_source", py, n);
        ModeCheck.requireLength("Pz_source", pz, n);
        m_rate = rate.clone();
        m_trace = trace.clone();
        m_px = px.clone();
        m_py = py.clone();
        m_pz = pz.clone();
        for (int i = 0; i < n; i++) {
            if (!(rate[i] >= 0) || Double.isInfinite(rate[i])) {
                throw new InvalidModeException(i, "has absorption rate kappa = " + rate[i]
                    + "; it must be finite and >= 0");
            }
            Occupations.require(i, "_source", trace[i], px[i], py[i], pz[i]);
        }
    }

    /**
     * No absorption and no emission.
     *
     * @param modes number of modes
     * @return all rates and sources zero
     */
    public static Absorption none(final int modes) {
        final double[] zeros = new double[modes];
        return new Absorption(zeros, zeros, zeros, zeros, zeros);
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
     * Refuses absorption where a theory has no place for it.
     *
     * @param theory what does not know it, the subject of a sentence
     * @throws IllegalArgumentException if a rate is above 0
     */
    public void requireNone(final String theory) {
        for (int i = 0; i < m_rate.length; i++) {
            if (m_rate[i] > 0) {
                throw new IllegalArgumentException("Mode " + i + " has absorption and emission, kappa = " + m_rate[i]
                    + ", which drive its background; " + theory + " knows depolarization alone. Set kappa to 0, or"
                    + " resolve the waves in a box.");
            }
        }
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
     * The x component of a source.
     *
     * @param i mode index
     * @return P_s,i along x
     */
    public double px(final int i) {
        return m_px[i];
    }

    /**
     * The y component of a source.
     *
     * @param i mode index
     * @return P_s,i along y
     */
    public double py(final int i) {
        return m_py[i];
    }

    /**
     * The z component of a source.
     *
     * @param i mode index
     * @return P_s,i along z
     */
    public double pz(final int i) {
        return m_pz[i];
    }

    /**
     * The same for modes of other indices.
     *
     * @param of for each new mode the index of the old one whose rate and source it has
     * @return rates and sources of as many modes
     */
    public Absorption select(final int... of) {
        return new Absorption(pick(m_rate, of), pick(m_trace, of), pick(m_px, of), pick(m_py, of), pick(m_pz, of));
    }

    private static double[] pick(final double[] values, final int... of) {
        final double[] picked = new double[of.length];
        for (int i = 0; i < of.length; i++) {
            picked[i] = values[of[i]];
        }
        return picked;
    }
}
