package org.flavorwaves.physics.kinetics.waves;

import java.util.Arrays;

import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.WaveFunction;
import org.flavorwaves.physics.linear.bands.BandDetail;
import org.flavorwaves.physics.linear.bands.BandKind;
import org.flavorwaves.physics.linear.bands.BandLine;
import org.flavorwaves.physics.linear.bands.BandLineSolver;
import org.flavorwaves.physics.linear.bands.BandSet;
import org.flavorwaves.physics.run.ParallelLoop;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.FlavorState;

/**
 * All 3N bands of all waves n = 1..nMax of a box on one background: frequencies Omega_{n,b} and {@link WaveVectors}
 * (JK 55). Immutable.
 *
 * <p>A list of amplitudes Phi_{n,b} = A_{n,b} exp(-i Omega t) has 2 nMax 3N entries, real and imaginary parts in turn,
 * all bands of n = 1 first; {@link #index} finds the place.
 */
public final class WaveBasis {
    private final Background m_background;

    private final BoxModes m_box;

    private final int m_bands;

    private final ModeTable m_modes;

    private final double[] m_re;

    private final double[] m_im;

    private final double[] m_condition;

    private final FrameMap m_frames;

    private final WaveVectors[] m_vectors;

    private final double m_spacing;

    private WaveBasis(final Background background, final BoxModes box, final BandLine line) {
        final int waves = box.nMax();
        m_background = background;
        m_box = box;
        m_bands = 3 * background.size();
        m_modes = ModeTable.of(background);
        m_re = new double[waves * m_bands];
        m_im = new double[waves * m_bands];
        m_condition = new double[waves * m_bands];
        m_frames = new FrameMap(background.frames(), background.size());
        m_vectors = new WaveVectors[waves];
        ParallelLoop.forEach(waves, "Flavor waves", Progress.NONE, w -> take(w, line.at(w)));
        m_spacing = Math.max(box.nMax() == 1 ? box.spacing() : 0, line.largestStep());
    }

    /**
     * Solves for all bands.
     *
     * @param background the background
     * @param box the box
     * @param progress told the share of finished waves
     * @return the basis
     * @throws DefectiveBandException if a band has a condition number above
     *             {@value org.flavorwaves.physics.linear.bands.BandSet#DEFECTIVE_CONDITION}
     */
    public static WaveBasis of(final Background background, final BoxModes box, final Progress progress) {
        final BandLine line = new BandLineSolver(BandDetail.VECTORS).solve(background, box.line(), progress);
        for (int w = 0; w < box.nMax(); w++) {
            final BandSet set = line.at(w);
            for (int b = 0; b < set.size(); b++) {
                final double condition = set.measures().orElseThrow().condition(b);
                if (!(condition <= BandSet.DEFECTIVE_CONDITION)) {
                    throw new DefectiveBandException(w + 1, b, condition, BandSet.DEFECTIVE_CONDITION);
                }
            }
        }
        return new WaveBasis(background, box, line);
    }

    private void take(final int w, final BandSet set) {
        for (int b = 0; b < m_bands; b++) {
            final int at = w * m_bands + b;
            m_re[at] = set.omegaRe(b);
            m_im[at] = set.kind(b) == BandKind.STABLE ? 0 : set.omegaIm(b);
            m_condition[at] = set.measures().orElseThrow().condition(b);
        }
        m_vectors[w] = new WaveVectors(set, m_frames, m_modes);
    }

    /**
     * The background.
     *
     * @return the state the waves are carried by
     */
    public Background background() {
        return m_background;
    }

    /**
     * The polarization vectors that the waves are carried by.
     *
     * @return state of the background
     */
    public FlavorState state() {
        return m_background.state();
    }

    /**
     * The box.
     *
     * @return its length, axis and largest n
     */
    public BoxModes box() {
        return m_box;
    }

    /**
     * The number of bands of one wave.
     *
     * @return 3N
     */
    public int bands() {
        return m_bands;
    }

    /**
     * The number of waves.
     *
     * @return nMax
     */
    public int waves() {
        return m_box.nMax();
    }

    /**
     * The number of amplitudes.
     *
     * @return nMax 3N
     */
    public int size() {
        return m_re.length;
    }

    /**
     * The place of an amplitude.
     *
     * @param n wave, 1 to nMax
     * @param b band, 0 to 3N - 1
     * @return (n - 1) 3N + b; the amplitude has entries 2 index and 2 index + 1
     */
    public int index(final int n, final int b) {
        return (n - 1) * m_bands + b;
    }

    /**
     * The real part of a frequency.
     *
     * @param index place of the band
     * @return Re Omega_{n,b} in the units of the potentials
     */
    public double omegaRe(final int index) {
        return m_re[index];
    }

    /**
     * The imaginary part of a frequency, exactly 0 for stable bands.
     *
     * @param index place of the band
     * @return Im Omega_{n,b} in the units of the potentials
     */
    public double omegaIm(final int index) {
        return m_im[index];
    }

    /**
     * The largest condition number of all bands.
     *
     * @return a number &gt;= 1
     */
    public double worstCondition() {
        double worst = 1;
        for (final double c : m_condition) {
            worst = Math.max(worst, c);
        }
        return worst;
    }

    /**
     * The largest growth rate.
     *
     * @return max Im Omega_{n,b} in the units of the potentials
     */
    public double largestGrowth() {
        double largest = Double.NEGATIVE_INFINITY;
        for (final double im : m_im) {
            largest = Math.max(largest, im);
        }
        return largest;
    }

    /**
     * The spacing of the frequencies of a band at neighbouring waves of the box.
     *
     * @return the largest |Re Omega_{n+1,b} - Re Omega_{n,b}| in the units of the potentials, bands followed from n to
     *         n + 1; the spacing of k if the box has a single wave
     */
    public double modeSpacing() {
        return m_spacing;
    }

    /**
     * The wave functions Psi_n = sum_b Phi_{n,b} psi_{n,b} (JK 55).
     *
     * @param amplitudes Phi, 2 nMax 3N entries
     * @param n wave, 1 to nMax
     * @return Psi_n
     */
    public WaveFunction wave(final double[] amplitudes, final int n) {
        final double[] re = new double[m_bands];
        final double[] im = new double[m_bands];
        m_vectors[n - 1].synthesize(amplitudes, 2 * index(n, 0), new double[m_bands], new double[m_bands], re, im);
        return WaveFunction.owning(re, im);
    }

    /**
     * All wave functions.
     *
     * @param amplitudes Phi, 2 nMax 3N entries
     * @return Psi_n of n = 1..nMax
     */
    public WaveFunction[] waves(final double[] amplitudes) {
        final WaveFunction[] waves = new WaveFunction[waves()];
        Arrays.setAll(waves, w -> wave(amplitudes, w + 1));
        return waves;
    }

    /**
     * The amplitudes of all waves.
     *
     * @param waves Psi_n of n = 1..nMax
     * @return Phi, 2 nMax 3N entries
     */
    public double[] expand(final WaveFunction[] waves) {
        final double[] amplitudes = new double[2 * size()];
        for (int n = 1; n <= waves.length; n++) {
            expand(waves[n - 1], n, amplitudes);
        }
        return amplitudes;
    }

    /**
     * The amplitudes of a wave, Phi_{n,b} = left_b . Psi_n (JK 62).
     *
     * @param wave Psi_n
     * @param n wave, 1 to nMax
     * @param amplitudes Phi, 2 nMax 3N entries, of which those of n are set
     */
    public void expand(final WaveFunction wave, final int n, final double[] amplitudes) {
        m_vectors[n - 1].expand(wave, amplitudes, 2 * index(n, 0));
    }

    /**
     * The size of one amplitude of a wave.
     *
     * @param n wave, 1 to nMax
     * @param b band, 0 to 3N - 1
     * @param wave Psi_n
     * @return |left_b . Psi_n|
     */
    public double product(final int n, final int b, final WaveFunction wave) {
        return m_vectors[n - 1].product(b, wave);
    }

    /** The vectors of wave n = w + 1. */
    WaveVectors vectors(final int w) {
        return m_vectors[w];
    }

    /** The local frames of the background. */
    FrameMap frames() {
        return m_frames;
    }

    /**
     * All vectors of wave n = w + 1.
     *
     * @param w wave, n - 1
     * @param left whether the left vectors are wanted
     * @return real and imaginary parts in new arrays, component c of band b at 3N b + c
     */
    public double[][] vectors(final int w, final boolean left) {
        return m_vectors[w].all(left);
    }

    /**
     * What the momentum modes contribute to the waves.
     *
     * @return velocities and couplings of the N modes
     */
    public ModeTable modes() {
        return m_modes;
    }
}
