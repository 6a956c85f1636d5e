package org.flavorwaves.physics.transport.waves;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;

import org.apache.commons.math3.complex.Complex;
import org.flavorwaves.physics.flavomon.beams.FollowedRoots;
import org.flavorwaves.physics.state.MomentumModes;

/**
 * Growing waves of one aligned medium and what they take from its modes. Waves are carried as I = |A|^2 in the norm
 * sum_i w_i |psi_i|^2 = 1, summed over the circular sectors of k &gt; 0, that is over one sector of all k:
 *
 * <pre>dI/dt = 2 gamma I,   d|P_i|/dt = -2 gamma I |psi_i|^2/|P_i|                           (JK 78)</pre>
 *
 * <p>with psi_i = P_i e.V_i/(omega - k v_i) and the gamma of the same |P_i|. Then sum w s dP vanishes, because
 * sum_i w_i g_i |e.V_i|^2/|omega - k v_i|^2 does (FW unstable-identity). Not thread-safe.
 */
final class WaveExchange {
    /** 1/Z below this part of the sum of its terms is rounding. */
    private static final double MERGED = 1e-9;

    /** The share of the exchange whose waves are watched. */
    private static final double MOST = 0.9;

    private double m_strength;

    private final double[] m_weight;

    private final double[] m_signedWeight;

    private final Beams m_beams;

    private final int[] m_beam;

    /** v_z by beam. */
    private final double[] m_v;

    private final double[] m_numbers;

    private final FollowedRoots m_roots;

    /** |psi_i|^2/P_i^2 of the wave that was moved last, by beam. */
    private final double[] m_shares;

    private double m_noise;

    private double m_norm;

    private double m_flux;

    private double m_density;

    /**
     * Collects the beams of modes.
     *
     * @param modes the modes
     * @param beams what they are
     * @param strength factor on the nu-nu term
     * @param waveNumbers how many wave numbers there are
     */
    WaveExchange(final MomentumModes modes, final Beams beams, final double strength, final int waveNumbers) {
        m_strength = strength;
        m_weight = modes.weights();
        m_signedWeight = modes.signedWeights();
        m_beams = beams;
        m_beam = beams.ofModes();
        m_v = beams.velocities(2);
        m_numbers = new double[m_v.length];
        m_shares = new double[m_v.length];
        m_roots = beams.roots(waveNumbers);
    }

    /** Changes the factor on the nu-nu term, for the medium that is set next. */
    void setStrength(final double strength) {
        m_strength = strength;
    }

    /**
     * Changes the medium.
     *
     * @param p components P_i along the axis, by mode
     */
    void setPolarization(final double[] p) {
        Arrays.fill(m_numbers, 0);
        for (int i = 0; i < p.length; i++) {
            m_numbers[m_beam[i]] += m_strength * m_signedWeight[i] * p[i];
        }
        m_flux = 0;
        m_density = 0;
        for (int c = 0; c < m_v.length; c++) {
            m_density += m_numbers[c];
            m_flux += m_v[c] * m_numbers[c];
        }
        m_roots.setNumbers(m_numbers);
    }

    /** D^1, what a shifted wave number is above the physical one. */
    double flux() {
        return m_flux;
    }

    /** D^0, what a shifted frequency is above the physical one but for matter. */
    double density() {
        return m_density;
    }

    /** Whether beams of both signs are there; without them no fast wave grows. */
    boolean hasCrossing() {
        double least = 0;
        double largest = 0;
        for (final double number : m_numbers) {
            least = Math.min(least, number);
            largest = Math.max(largest, number);
        }
        return least < 0 && largest > 0;
    }

    /** sum |g|. */
    double strength() {
        double sum = 0;
        for (final double number : m_numbers) {
            sum += Math.abs(number);
        }
        return sum;
    }

    /** Lepton number of a beam, in the units of the potentials. */
    double number(final int beam) {
        return m_numbers[beam];
    }

    /** Sums of g v^n/(u - v)^m over the other beams, u the cosine of one. */
    private double[] momentsBeside(final int beam, final int m) {
        final double[] sums = new double[3];
        for (int c = 0; c < m_v.length; c++) {
            double term = c == beam ? 0 : m_numbers[c] / Math.pow(m_v[beam] - m_v[c], m);
            for (int n = 0; n < sums.length; n++) {
                sums[n] += term;
                term *= m_v[c];
            }
        }
        return sums;
    }

    /**
     * The shifted wave numbers at which the real waves of all other beams are in resonance with one, omega = k u:
     * k^2 + k (S_2 - S_0) - S_0 S_2 + S_1^2 = 0, S_n = sum of g v^n/(u - v) (FW beam-resonance).
     *
     * @param beam the one
     * @return two wave numbers, or NaN
     */
    double[] resonances(final int beam) {
        final double[] s = momentsBeside(beam, 1);
        final double half = (s[0] - s[2]) / 2;
        final double root = Math.sqrt(half * half + s[0] * s[2] - s[1] * s[1]);
        return new double[]{half - root, half + root};
    }

    /**
     * How fast a weak beam makes the wave in resonance with it grow: gamma^2 = g B/F', F the dispersion relation of the
     * others and B/(omega - k u) what a unit of the beam adds to it.
     *
     * @param beam the beam
     * @param k a wave number of {@link #resonances(int)}
     * @return gamma to the first order in the root of its number; 0 if the wave is stable
     */
    double resonantGrowth(final int beam, final double k) {
        final double u = m_v[beam];
        final double[] s = momentsBeside(beam, 1);
        final double[] t = momentsBeside(beam, 2);
        final double first = 1 - s[0] / k;
        final double second = 1 + s[2] / k;
        final double slope = (t[0] * second - first * t[2] - 2 * s[1] * t[1] / k) / (k * k);
        final double square = m_numbers[beam] * (u * u * first - second + 2 * u * s[1] / k) / slope;
        return square > 0 ? Math.sqrt(square) : 0;
    }

    /** cos theta of a beam. */
    double cosine(final int beam) {
        return m_v[beam];
    }

    int beams() {
        return m_v.length;
    }

    int beamOf(final int mode) {
        return m_beam[mode];
    }

    FollowedRoots roots() {
        return m_roots;
    }

    /**
     * Moves the wave of a slot to the present medium.
     *
     * @param slot index of the slot
     * @param k shifted wave number
     * @param p the components P_i that the medium was given
     * @return the growth rate; 0 if the slot has no growing wave
     */
    double move(final int slot, final double k, final double[] p) {
        if (!m_roots.move(slot, k)) {
            return 0;
        }
        for (int c = 0; c < m_shares.length; c++) {
            m_shares[c] = m_roots.moved().response(c);
        }
        double norm = 0;
        double left = 0;
        double noise = 0;
        for (int i = 0; i < p.length; i++) {
            final double share = m_weight[i] * m_shares[m_beam[i]];
            norm += share * p[i] * p[i];
            left += share;
            noise += share * m_weight[i] * p[i] * p[i];
        }
        m_norm = norm;
        m_noise = Math.sqrt(norm / left) * noise * m_strength / m_roots.moved().overlap();
        for (int c = 0; c < m_shares.length; c++) {
            m_shares[c] /= norm;
        }
        return m_roots.growth(slot);
    }

    /**
     * What noise of the strength P_i^2 in each transverse component of all modes is in the wave that was moved last,
     * with the left vector left_i = w_i s_i e.V_i/(omega - k v_i) of left.psi = 1: sum_i P_i^2 |left_i|^2 over the
     * condition sqrt(sum_i |left_i|^2/w_i), at least 1, which keeps it finite times the growth where two waves merge
     * (FW wave-noise).
     */
    double noise() {
        return m_noise;
    }

    /**
     * The I that belongs to |A|^2 = 1 of the field psi = A e of the wave that was moved last: twice its norm
     * sum_i w_i P_i^2 |e.V_i|^2/|omega - k v_i|^2 (FW random-field).
     */
    double ofField() {
        return 2 * m_norm;
    }

    /**
     * N a quantum state, 2 pi |A|^2/|Z| for |A|^2 per dK, that belongs to I = 1 of that wave (FR 11); NaN where two
     * branches merge, so that 1/Z is rounding.
     */
    double quanta() {
        double size = 0;
        for (int c = 0; c < m_v.length; c++) {
            size += Math.abs(m_numbers[c]) * m_roots.moved().response(c);
        }
        final double inverse = Math.abs(1 / m_roots.moved().renormalisation());
        return inverse > MERGED * size ? 2 * Math.PI * inverse / ofField() : Double.NaN;
    }

    /**
     * What nine tenths of the exchange are below: waves that were moved last and mix at most so much have that share of
     * the gains gamma I. A wave that is about to stop growing merges with its mirror image and mixes without bound, but
     * exchanges nothing; a largest {@link WaveMixing} would say how close to the edge there is a wave number.
     *
     * @param p P_i along the axis
     * @param inTime d_t P_i
     * @param along d_z P_i
     * @param matter d_z lambda
     * @param shifted the shifted wave number of each slot
     * @param intensity I of each slot; not above 0 where it has not begun
     * @return the mixing; NaN if none grows
     */
    double mixing(final double[] p, final double[] inTime, final double[] along, final double matter,
        final IntToDoubleFunction shifted, final IntToDoubleFunction intensity) {
        final List<double[]> found = new ArrayList<>();
        double left = 0;
        for (int j = 0; j < m_roots.size(); j++) {
            final double growth = m_roots.growth(j);
            if (growth > 0 && intensity.applyAsDouble(j) > 0) {
                final double gain = growth * intensity.applyAsDouble(j);
                left += MOST * gain;
                found.add(new double[]{
                    wave(j, shifted.applyAsDouble(j), scaled(p)).of(scaled(inTime), scaled(along), matter), gain});
            }
        }
        found.sort(Comparator.comparingDouble(wave -> wave[0]));
        double mixing = Double.NaN;
        for (int j = 0; j < found.size() && left > 0; j++) {
            mixing = found.get(j)[0];
            left -= found.get(j)[1];
        }
        return mixing;
    }

    private WaveMixing wave(final int slot, final double k, final double[] p) {
        m_roots.move(slot, k);
        final double[][] v = new double[3][p.length];
        final Complex[] detuning = new Complex[p.length];
        final Complex[] force = new Complex[p.length];
        for (int i = 0; i < p.length; i++) {
            for (int axis = 0; axis < v.length; axis++) {
                v[axis][i] = m_beams.velocities(axis)[m_beam[i]];
            }
            detuning[i] = m_roots.moved().detuning(m_beam[i]);
            force[i] = m_roots.moved().force(m_beam[i]);
        }
        return new WaveMixing(v, m_weight, m_signedWeight, p, detuning, force);
    }

    private double[] scaled(final double[] p) {
        return Arrays.stream(p).map(x -> m_strength * x).toArray();
    }

    /** The mean intensity of noise P_i^2 in each transverse component of all modes in a wave. */
    double meanNoise(final double[] p) {
        return m_beams.noise(m_weight, p);
    }

    /** |psi_i|^2/P_i^2 of the wave that was moved last, for the modes of a beam. */
    double share(final int beam) {
        return m_shares[beam];
    }
}
