package org.flavorwaves.physics.kinetics.waves;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

import org.flavorwaves.physics.state.FlavorState;

/**
 * The turbulent flavor-wave viscosity (JK 78), the rate gamma_i at which waves depolarize their background (JK 40):
 *
 * <pre>gamma_i |P_i| = -Phat_i . sum_{n != 0} H_{i,-n} x P_{i,n}</pre>
 *
 * <p>as a sum over bands (JK 79), with only those pairs of bands of the same n whose |Re Omega_{n,b} - Re Omega_{n,b'}|
 * is at most Delta (JK 80).
 * Bands are taken in the order of Re Omega, so that the partners of a band are a range that slides along: the cost is
 * O(N) a band. Products of waves by mode are those in local frames.
 *
 * <p>Not thread-safe: an instance keeps its work space.
 */
public final class FlavorViscosity {
    private final WaveBasis m_basis;

    private final double m_delta;

    private final double[] m_direction;

    private final double[] m_length;

    /** Bands of each wave by rising Re Omega. */
    private final int[][] m_order;

    private final double[] m_field = new double[WaveVectors.FIELD];

    private final double[] m_h = new double[6];

    private final double[] m_waveRe;

    private final double[] m_waveIm;

    private final double[] m_sumRe;

    private final double[] m_sumIm;

    private final double[] m_change;

    private final boolean m_isDamped;

    /**
     * The viscosity on a basis.
     *
     * @param basis the bands
     * @param delta width of the secular window in the units of the potentials, may be infinite
     */
    public FlavorViscosity(final WaveBasis basis, final double delta) {
        this(basis, delta, directions(basis.state()));
    }

    /**
     * With the unit vectors along which the polarizations are counted, 3 numbers a mode.
     *
     * @param basis the bands
     * @param delta width of the secular window in the units of the potentials, may be infinite
     * @param directions 3N numbers as {@link #directions} makes them, mode by mode; kept, not copied
     */
    public FlavorViscosity(final WaveBasis basis, final double delta, final double[] directions) {
        m_basis = basis;
        m_delta = delta;
        m_direction = directions;
        m_length = basis.state().lengths();
        m_order = new int[basis.waves()][];
        Arrays.setAll(m_order, w -> IntStream.range(0, basis.bands()).boxed()
            .sorted(Comparator.comparingDouble(b -> basis.omegaRe(basis.index(w + 1, b)))).mapToInt(b -> b).toArray());
        m_waveRe = new double[basis.bands()];
        m_waveIm = new double[basis.bands()];
        m_sumRe = new double[basis.bands()];
        m_sumIm = new double[basis.bands()];
        m_change = new double[2 * basis.size()];
        m_isDamped = Arrays.stream(basis.modes().damping()).anyMatch(d -> d != 0);
    }

    /**
     * P_i/|P_i|, 3 numbers a mode; 0 where P_i = 0.
     *
     * @param state N modes
     * @return a new array of 3N numbers, mode by mode
     */
    public static double[] directions(final FlavorState state) {
        final double[] directions = new double[3 * state.size()];
        for (int i = 0; i < state.size(); i++) {
            final double length = state.length(i);
            if (length > 0) {
                directions[3 * i] = state.px(i) / length;
                directions[3 * i + 1] = state.py(i) / length;
                directions[3 * i + 2] = state.pz(i) / length;
            }
        }
        return directions;
    }

    /**
     * The rates at which the polarizations shrink.
     *
     * @param phi amplitudes, at least 2 nMax 3N entries
     * @param out gamma_i |P_i| for each mode, in the units of the potentials, set; 0 where P_i = 0
     */
    public void depolarization(final double[] phi, final double[] out) {
        Arrays.fill(out, 0, m_length.length, 0);
        for (int w = 0; w < m_basis.waves(); w++) {
            if (Double.isInfinite(m_delta)) {
                m_basis.vectors(w).synthesize(phi, 2 * m_basis.index(w + 1, 0), m_sumRe, m_sumIm, m_waveRe, m_waveIm);
                m_basis.modes().field(m_waveRe, m_waveIm, 0, m_field, 0);
                addTorque(out);
            } else {
                addPairs(phi, w, out);
            }
        }
    }

    private void addPairs(final double[] phi, final int w, final double[] out) {
        Arrays.fill(m_field, 0);
        int low = 0;
        int high = 0;
        for (final int b : m_order[w]) {
            while (high < m_order[w].length && paired(w, b, m_order[w][high])) {
                addField(phi, w, m_order[w][high++], 1);
            }
            while (!paired(w, b, m_order[w][low])) {
                addField(phi, w, m_order[w][low++], -1);
            }
            final int at = 2 * m_basis.index(w + 1, b);
            if (phi[at] != 0 || phi[at + 1] != 0) {
                Arrays.fill(m_sumRe, 0);
                Arrays.fill(m_sumIm, 0);
                m_basis.vectors(w).right().add(b, phi[at], phi[at + 1], m_sumRe, m_sumIm);
                m_basis.frames().toAxes(m_sumRe, m_sumIm, 1, m_waveRe, m_waveIm);
                addTorque(out);
            }
        }
    }

    private boolean paired(final int w, final int b, final int other) {
        return Math.abs(m_basis.omegaRe(m_basis.index(w + 1, b)) - m_basis.omegaRe(m_basis.index(w + 1, other)))
            <= m_delta;
    }

    /** Adds the collective numbers of a band to the field, or takes them away. */
    private void addField(final double[] phi, final int w, final int band, final int sign) {
        final double[] fields = m_basis.vectors(w).fields();
        final double x = sign * phi[2 * m_basis.index(w + 1, band)];
        final double y = sign * phi[2 * m_basis.index(w + 1, band) + 1];
        final int from = band * WaveVectors.FIELD;
        for (int c = 0; c < 12; c++) {
            m_field[c] += x * fields[from + c] - y * fields[from + 12 + c];
            m_field[12 + c] += x * fields[from + 12 + c] + y * fields[from + c];
        }
    }

    /**
     * The viscosities gamma_i.
     *
     * @param phi amplitudes, at least 2 nMax 3N entries
     * @return gamma_i in the units of the potentials; NaN where P_i = 0
     */
    public double[] rates(final double[] phi) {
        final double[] rates = new double[m_length.length];
        depolarization(phi, rates);
        for (int i = 0; i < rates.length; i++) {
            rates[i] = m_length[i] > 0 ? rates[i] / m_length[i] : Double.NaN;
        }
        return rates;
    }

    /** out_i -= 2 Re Phat_i . conj(H_i) x P_i of the field and the wave; the 2 is the wave -n. */
    private void addTorque(final double[] out) {
        final ModeTable modes = m_basis.modes();
        for (int i = 0; i < m_length.length; i++) {
            for (int a = 0; a < 3; a++) {
                m_h[a] = modes.h(i, m_field, 0, a);
                m_h[3 + a] = modes.h(i, m_field, 0, 12 + a);
            }
            double sum = 0;
            for (int a = 0; a < 3; a++) {
                final int a1 = a == 2 ? 0 : a + 1;
                final int a2 = a == 0 ? 2 : a - 1;
                sum += m_direction[3 * i + a]
                    * (m_h[a1] * m_waveRe[3 * i + a2] + m_h[3 + a1] * m_waveIm[3 * i + a2]
                        - m_h[a2] * m_waveRe[3 * i + a1] - m_h[3 + a2] * m_waveIm[3 * i + a1]);
            }
            out[i] -= 2 * sum;
        }
    }

    /**
     * What the pairs of the window put into |P_i|^2,
     *
     * <pre>2 Re sum_{n&gt;0} sum_{b,b'} conj(Phi_{n,b} psi_{n,b}(i)) . psi_{n,b'}(i) X_{n,b'}</pre>
     *
     * <p>With X = Phi this is the part of the waves in the second identity (FW length). Its rate of change by the
     * three-wave term N is twice the sum with X = -i N, which first-order averaging takes from |P_i|^2 beside the
     * viscosity (FW cubic-viscosity); at an infinite window it vanishes.
     *
     * @param phi amplitudes Phi, at least 2 nMax 3N entries
     * @param other X in the same order
     * @return a new array of N numbers
     */
    public double[] pairs(final double[] phi, final double[] other) {
        final double[] out = new double[m_length.length];
        for (int w = 0; w < m_basis.waves(); w++) {
            Arrays.fill(m_sumRe, 0);
            Arrays.fill(m_sumIm, 0);
            int low = 0;
            int high = 0;
            for (final int b : m_order[w]) {
                while (high < m_order[w].length && paired(w, b, m_order[w][high])) {
                    addBand(other, w, m_order[w][high++], 1);
                }
                while (!paired(w, b, m_order[w][low])) {
                    addBand(other, w, m_order[w][low++], -1);
                }
                final int at = 2 * m_basis.index(w + 1, b);
                if (phi[at] != 0 || phi[at + 1] != 0) {
                    m_basis.vectors(w).right().addOverlaps(b, 2 * phi[at], 2 * phi[at + 1], m_sumRe, m_sumIm, out);
                }
            }
        }
        return out;
    }

    private void addBand(final double[] other, final int w, final int band, final int sign) {
        final double x = sign * other[2 * m_basis.index(w + 1, band)];
        final double y = sign * other[2 * m_basis.index(w + 1, band) + 1];
        if (x != 0 || y != 0) {
            m_basis.vectors(w).right().add(band, x, y, m_sumRe, m_sumIm);
        }
    }

    /**
     * The rates of {@link #depolarization} times |P_i| from the frequencies alone, the identity
     * (FW viscosity-of-a-band) extended to pairs of bands and to depolarizing collisions:
     *
     * <pre>gamma_i |P_i|^2
     *     = sum_{n&gt;0} sum_{b,b'} Im[(Omega_b - conj(Omega_b') + 2 i D_i) P_{b,i} . conj(P_{b',i})]</pre>
     *
     * <p>with P_{b,i} = Phi_b psi_b[i] and the pairs of the window; for b = b' alone it is
     * 2 sum (Im Omega_{n,b} + D_i) |Phi_{n,b}|^2 |psi_{n,b}(i)|^2, so that a stable wave causes no viscosity. It holds
     * exactly whatever the background.
     *
     * @param phi amplitudes, at least 2 nMax 3N entries
     * @return gamma_i |P_i|^2 for each mode, in the units of the potentials
     */
    public double[] fromFrequencies(final double[] phi) {
        return fromFrequencies(phi, new double[2 * m_basis.size()]);
    }

    /**
     * The same, and what the three-wave term takes: together -d|P_i|^2/dt / 2 (FW cubic-viscosity).
     *
     * @param phi amplitudes, at least 2 nMax 3N entries
     * @param slopes -i N_{n,b} in the same order, what the three-wave term changes amplitudes by
     * @return half of what |P_i|^2 loses in a unit of time, for each mode
     */
    public double[] fromFrequencies(final double[] phi, final double[] slopes) {
        for (int at = 0; at < m_basis.size(); at++) {
            final double x = phi[2 * at];
            final double y = phi[2 * at + 1];
            m_change[2 * at] = slopes[2 * at] + m_basis.omegaIm(at) * x + m_basis.omegaRe(at) * y;
            m_change[2 * at + 1] = slopes[2 * at + 1] + m_basis.omegaIm(at) * y - m_basis.omegaRe(at) * x;
        }
        final double[] out = pairs(phi, m_change);
        if (m_isDamped) {
            final double[] squares = pairs(phi, phi);
            for (int i = 0; i < out.length; i++) {
                out[i] += m_basis.modes().damping()[i] * squares[i];
            }
        }
        return out;
    }
}
