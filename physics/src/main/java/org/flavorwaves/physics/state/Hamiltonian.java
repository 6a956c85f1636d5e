package org.flavorwaves.physics.state;

/**
 * The Hamiltonian vectors of all modes for given collective numbers, in O(N):
 *
 * <pre>H_i = s_i omega_i B + lambda z + q g_mn V^m_i J^n,   g = diag(1, -1, -1, -1)</pre>
 *
 * <p>(FW hamiltonian). Units of the potentials. Immutable.
 */
public final class Hamiltonian {
    private final double[] m_hx;

    private final double[] m_hy;

    private final double[] m_hz;

    private Hamiltonian(final double[] hx, final double[] hy, final double[] hz) {
        m_hx = hx;
        m_hy = hy;
        m_hz = hz;
    }

    /**
     * The Hamiltonian vectors of a state in its own collective field.
     *
     * @param state the state
     * @param environment vacuum mixing, matter and the strength of the nu-nu term
     * @return H_i of all modes
     */
    public static Hamiltonian of(final FlavorState state, final Environment environment) {
        return of(state.modes(), environment, CollectiveField.of(state));
    }

    /**
     * The Hamiltonian vectors of modes in a given collective field.
     *
     * @param modes the modes
     * @param environment vacuum mixing, matter and the strength of the nu-nu term
     * @param field the 12 collective numbers
     * @return H_i of all modes
     */
    public static Hamiltonian of(final MomentumModes modes, final Environment environment,
        final CollectiveField field) {
        final int n = modes.size();
        final double[] hx = new double[n];
        final double[] hy = new double[n];
        final double[] hz = new double[n];
        final double[] j = field.toArray();
        for (int c = 0; c < j.length; c++) {
            j[c] *= environment.selfInteraction();
        }
        final double bx = environment.bx();
        final double bz = environment.bz();
        final double lambda = environment.matterPotential();
        for (int i = 0; i < n; i++) {
            final double vx = modes.vx(i);
            final double vy = modes.vy(i);
            final double vz = modes.vz(i);
            final double so = modes.species(i).sign() * modes.omega(i);
            hx[i] = so * bx + j[0] - vx * j[3] - vy * j[6] - vz * j[9];
            hy[i] = j[1] - vx * j[4] - vy * j[7] - vz * j[10];
            hz[i] = so * bz + lambda + j[2] - vx * j[5] - vy * j[8] - vz * j[11];
        }
        return new Hamiltonian(hx, hy, hz);
    }

    /**
     * The same vectors seen from a frame that rotates in flavor space: dP/dt = Omega x P + (H - Omega) x P (JK II D).
     *
     * @param omegaX first component of the rotation vector Omega, in the units of the potentials
     * @param omegaY second component
     * @param omegaZ third component
     * @return H_i - Omega of all modes
     */
    public Hamiltonian rotating(final double omegaX, final double omegaY, final double omegaZ) {
        final double[] hx = m_hx.clone();
        final double[] hy = m_hy.clone();
        final double[] hz = m_hz.clone();
        for (int i = 0; i < hx.length; i++) {
            hx[i] -= omegaX;
            hy[i] -= omegaY;
            hz[i] -= omegaZ;
        }
        return new Hamiltonian(hx, hy, hz);
    }

    /**
     * The number of modes.
     *
     * @return N
     */
    public int size() {
        return m_hx.length;
    }

    /**
     * The x component for a mode.
     *
     * @param i mode index
     * @return H_{i,x}
     */
    public double hx(final int i) {
        return m_hx[i];
    }

    /**
     * The y component for a mode.
     *
     * @param i mode index
     * @return H_{i,y}
     */
    public double hy(final int i) {
        return m_hy[i];
    }

    /**
     * The z component for a mode.
     *
     * @param i mode index
     * @return H_{i,z}
     */
    public double hz(final int i) {
        return m_hz[i];
    }

    /**
     * The length for a mode.
     *
     * @param i mode index
     * @return |H_i|
     */
    public double length(final int i) {
        return Math.sqrt(m_hx[i] * m_hx[i] + m_hy[i] * m_hy[i] + m_hz[i] * m_hz[i]);
    }

    /**
     * The x components.
     *
     * @return a new array of length N
     */
    public double[] hxs() {
        return m_hx.clone();
    }

    /**
     * The y components.
     *
     * @return a new array of length N
     */
    public double[] hys() {
        return m_hy.clone();
    }

    /**
     * The z components.
     *
     * @return a new array of length N
     */
    public double[] hzs() {
        return m_hz.clone();
    }
}
