package org.flavorwaves.physics.state;

/**
 * The flavor of N momentum modes: occupation traces P0 and polarization vectors P, rho = (P0 + P.sigma)/2 (JK 5).
 * Immutable.
 *
 * <p>Bounds, checked on construction with a rounding allowance of {@value #BOUND_TOLERANCE}: |P| &lt;= P0 and
 * P0 + |P| &lt;= 2, that is, both occupations (P0 +- |P|)/2 in [0, 1] (FW realizable).
 */
public final class FlavorState {
    /** Relative rounding allowance in the bounds on |P|. */
    public static final double BOUND_TOLERANCE = 1e-9;

    private final MomentumModes m_modes;

    private final double[] m_trace;

    private final double[] m_px;

    private final double[] m_py;

    private final double[] m_pz;

    /**
     * Copies and checks a state.
     *
     * @param modes the N modes
     * @param trace P0_i, dimensionless
     * @param px x components of P_i
     * @param py y components of P_i
     * @param pz z components of P_i, the difference f_e - f_x of the occupations
     * @throws IllegalArgumentException if an array has not N entries
     * @throws InvalidModeException if a mode is not finite or breaks a bound; names it with both values
     */
    public FlavorState(final MomentumModes modes, final double[] trace, final double[] px, final double[] py,
        final double[] pz) {
        m_modes = modes;
        final int n = modes.size();
        ModeCheck.requireLength("P0", trace, n);
        ModeCheck.requireLength("Px", px, n);
        ModeCheck.requireLength("Py", py, n);
        ModeCheck.requireLength("Pz", pz, n);
        m_trace = trace.clone();
        m_px = px.clone();
        m_py = py.clone();
        m_pz = pz.clone();
        for (int i = 0; i < n; i++) {
            Occupations.require(i, "", m_trace[i], m_px[i], m_py[i], m_pz[i]);
        }
    }

    /**
     * A state with every polarization vector along z, as neutrinos are emitted.
     *
     * @param modes the N modes
     * @param trace P0_i = f_e + f_x
     * @param pz Pz_i = f_e - f_x
     * @return the state
     */
    public static FlavorState alongZ(final MomentumModes modes, final double[] trace, final double[] pz) {
        return new FlavorState(modes, trace, new double[modes.size()], new double[modes.size()], pz);
    }

    /**
     * The same modes and traces with other polarization vectors.
     *
     * @param px x components
     * @param py y components
     * @param pz z components
     * @return a changed, checked copy
     */
    public FlavorState withPolarization(final double[] px, final double[] py, final double[] pz) {
        return new FlavorState(m_modes, m_trace, px, py, pz);
    }

    /**
     * What the modes are.
     *
     * @return the modes
     */
    public MomentumModes modes() {
        return m_modes;
    }

    /**
     * The number of modes.
     *
     * @return N &gt;= 1
     */
    public int size() {
        return m_trace.length;
    }

    /**
     * The occupation trace of a mode.
     *
     * @param i mode index
     * @return P0_i = f_e + f_x
     */
    public double trace(final int i) {
        return m_trace[i];
    }

    /**
     * The x component of a polarization vector.
     *
     * @param i mode index
     * @return Px_i
     */
    public double px(final int i) {
        return m_px[i];
    }

    /**
     * The y component of a polarization vector.
     *
     * @param i mode index
     * @return Py_i
     */
    public double py(final int i) {
        return m_py[i];
    }

    /**
     * The z component of a polarization vector.
     *
     * @param i mode index
     * @return Pz_i
     */
    public double pz(final int i) {
        return m_pz[i];
    }

    /**
     * The length of a polarization vector.
     *
     * @param i mode index
     * @return |P_i|
     */
    public double length(final int i) {
        return Math.sqrt(m_px[i] * m_px[i] + m_py[i] * m_py[i] + m_pz[i] * m_pz[i]);
    }

    /**
     * The occupation traces.
     *
     * @return P0 as a new array of length N
     */
    public double[] traces() {
        return m_trace.clone();
    }

    /**
     * The x components of the polarization vectors.
     *
     * @return a new array of length N
     */
    public double[] pxs() {
        return m_px.clone();
    }

    /**
     * The y components of the polarization vectors.
     *
     * @return a new array of length N
     */
    public double[] pys() {
        return m_py.clone();
    }

    /**
     * The z components of the polarization vectors.
     *
     * @return a new array of length N
     */
    public double[] pzs() {
        return m_pz.clone();
    }

    /**
     * The lengths of the polarization vectors.
     *
     * @return |P_i| as a new array of length N
     */
    public double[] lengths() {
        final double[] lengths = new double[size()];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = length(i);
        }
        return lengths;
    }
}
