package org.flavorwaves.physics.kinetics.relaxation;

import java.util.ArrayList;
import java.util.List;

import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.ModeArrays;
import org.flavorwaves.physics.linear.WaveFunction;
import org.flavorwaves.physics.linear.bands.BandDetail;
import org.flavorwaves.physics.linear.bands.BandKind;
import org.flavorwaves.physics.linear.bands.BandLine;
import org.flavorwaves.physics.linear.bands.BandLineSolver;
import org.flavorwaves.physics.linear.bands.BandSet;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.CollectiveField;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.WaveVector;

/**
 * The bands of a background that carry an action, at the wave numbers k_j = j dk, j = 1..J along an axis: stable,
 * collective, and of one signature all along. Waves of -k are the complex conjugates of those of k and no waves of
 * their own. Immutable.
 */
public final class ActionBands {
    /** |kappa| of a band of unit norm, in units of the largest one, below which it carries no action. */
    private static final double NEUTRAL = 1e-6;

    private final Background m_background;

    private final double m_step;

    private final int m_points;

    private final int[] m_bands;

    private final int m_left;

    private final double[][] m_omega;

    private final double[][] m_kappa;

    private final WaveFunction[][] m_right;

    private final WaveFunction[][] m_leftVector;

    private final double[][][] m_field;

    private ActionBands(final Background background, final double step, final BandLine line,
        final List<Integer> bands, final int left, final double[][] kappa) {
        m_background = background;
        m_step = step;
        m_points = line.points();
        m_bands = bands.stream().mapToInt(Integer::intValue).toArray();
        m_left = left;
        m_omega = new double[m_bands.length][m_points];
        m_kappa = new double[m_bands.length][];
        m_right = new WaveFunction[m_bands.length][m_points];
        m_leftVector = new WaveFunction[m_bands.length][m_points];
        m_field = new double[m_bands.length][m_points][];
        for (int b = 0; b < m_bands.length; b++) {
            m_kappa[b] = kappa[m_bands[b]];
            for (int j = 0; j < m_points; j++) {
                m_omega[b][j] = line.at(j).omegaRe(m_bands[b]);
                m_right[b][j] = line.at(j).vectors().orElseThrow().right(m_bands[b]);
                m_leftVector[b][j] = line.at(j).vectors().orElseThrow().left(m_bands[b]);
                m_field[b][j] = field(m_right[b][j]);
            }
        }
    }

    /**
     * Finds the bands and follows them along the line.
     *
     * @param background a mixing equilibrium without damping
     * @param axis unit vector along which the waves run
     * @param step dk in the units of the potentials
     * @param points J, at least 3
     * @param progress told the share of what is done; may cancel
     * @return the bands that carry an action
     * @throws IllegalArgumentException if there are fewer than three wave numbers, or no band carries an action
     */
    public static ActionBands of(final Background background, final WaveVector axis, final double step,
        final int points, final Progress progress) {
        if (points < 3 || !(step > 0) || Double.isInfinite(step * points)) {
            throw new IllegalArgumentException("Three-wave kinetics needs at least 3 wave numbers of a positive spacing"
                + " but has " + points + " of the spacing " + step + ".");
        }
        final List<WaveVector> line = new ArrayList<>();
        for (int j = 1; j <= points; j++) {
            line.add(axis.times(j * step));
        }
        final BandLine bands = new BandLineSolver(BandDetail.VECTORS).solve(background, line, progress);
        final double[][] kappa = new double[bands.bands()][points];
        double largest = 0;
        for (int b = 0; b < kappa.length; b++) {
            for (int j = 0; j < points; j++) {
                kappa[b][j] = signature(background, bands.at(j).vectors().orElseThrow().right(b));
                largest = Math.max(largest, isStable(bands.at(j), b) ? Math.abs(kappa[b][j]) : 0);
            }
        }
        final List<Integer> carried = new ArrayList<>();
        int left = 0;
        for (int b = 0; b < kappa.length; b++) {
            boolean stable = true;
            boolean trivial = true;
            for (int j = 0; j < points; j++) {
                trivial &= bands.at(j).kind(b) == BandKind.TRIVIAL;
                stable &= isStable(bands.at(j), b) && Math.abs(kappa[b][j]) > NEUTRAL * largest
                    && kappa[b][j] * kappa[b][0] > 0;
            }
            if (stable) {
                carried.add(b);
            } else if (!trivial) {
                left++;
            }
        }
        if (carried.isEmpty()) {
            throw new IllegalArgumentException("No wave of this background is stable and carries an action at all wave"
                + " numbers up to " + points * step + "; three-wave kinetics needs stable waves.");
        }
        return new ActionBands(background, step, bands, carried, left, kappa);
    }

    private static boolean isStable(final BandSet bands, final int band) {
        return bands.kind(band) == BandKind.STABLE;
    }

    /**
     * The signature of a wave function (FW action), kappa = sum_i w_i s_i P_i.(i psi_i x psi_i^*)/|P_i|^2.
     *
     * @param background the background
     * @param psi a wave function
     * @return kappa in the units of the potentials
     */
    static double signature(final Background background, final WaveFunction psi) {
        final FlavorState state = background.state();
        final ModeArrays modes = background.modeArrays();
        double kappa = 0;
        for (int i = 0; i < state.size(); i++) {
            final double square = state.length(i) * state.length(i);
            if (square > 0) {
                final double cx = psi.re(i, 1) * psi.im(i, 2) - psi.im(i, 1) * psi.re(i, 2);
                final double cy = psi.re(i, 2) * psi.im(i, 0) - psi.im(i, 2) * psi.re(i, 0);
                final double cz = psi.re(i, 0) * psi.im(i, 1) - psi.im(i, 0) * psi.re(i, 1);
                kappa += 2 * modes.coupling()[i] / square
                    * (state.px(i) * cx + state.py(i) * cy + state.pz(i) * cz);
            }
        }
        return kappa;
    }

    /** The 12 complex collective numbers of a wave function: real parts, then imaginary parts. */
    private double[] field(final WaveFunction psi) {
        final ModeArrays modes = m_background.modeArrays();
        final double[] field = new double[2 * CollectiveField.SIZE];
        for (int i = 0; i < m_background.size(); i++) {
            final double w = modes.coupling()[i];
            CollectiveField.add(field, 0, w * psi.re(i, 0), w * psi.re(i, 1), w * psi.re(i, 2), modes.vx()[i],
                modes.vy()[i], modes.vz()[i]);
            CollectiveField.add(field, CollectiveField.SIZE, w * psi.im(i, 0), w * psi.im(i, 1), w * psi.im(i, 2),
                modes.vx()[i], modes.vy()[i], modes.vz()[i]);
        }
        return field;
    }

    /**
     * The number of bands that carry an action.
     *
     * @return at least 1
     */
    public int size() {
        return m_bands.length;
    }

    /**
     * The number of the band among all of the background.
     *
     * @param band index from 0 to size - 1
     * @return index from 0 to 3N - 1 at the first wave number
     */
    public int number(final int band) {
        return m_bands[band];
    }

    /**
     * The number of collective bands that are left out: unstable, damped, defective or without an action of one sign.
     *
     * @return a count, beside the N bands of |P_i| that stream freely
     */
    public int leftOut() {
        return m_left;
    }

    /**
     * The number of wave numbers.
     *
     * @return J
     */
    public int points() {
        return m_points;
    }

    /**
     * The spacing of the wave numbers.
     *
     * @return dk in the units of the potentials
     */
    public double step() {
        return m_step;
    }

    /**
     * A wave number.
     *
     * @param point index from 0 to J - 1
     * @return (point + 1) dk
     */
    public double waveNumber(final int point) {
        return (point + 1) * m_step;
    }

    /**
     * A frequency.
     *
     * @param band index of the band
     * @param point index of the wave number
     * @return Omega in the units of the potentials
     */
    public double omega(final int band, final int point) {
        return m_omega[band][point];
    }

    /**
     * The signature of a band, of unit 2-norm (FW action).
     *
     * @param band index of the band
     * @param point index of the wave number
     * @return kappa; its sign is that of the action
     */
    public double kappa(final int band, final int point) {
        return m_kappa[band][point];
    }

    /**
     * The power of the background, to which that of waves compares.
     *
     * @return sum_i |P_i|^2
     */
    public double power() {
        double power = 0;
        for (int i = 0; i < m_background.size(); i++) {
            power += m_background.state().length(i) * m_background.state().length(i);
        }
        return power;
    }

    Background background() {
        return m_background;
    }

    WaveFunction right(final int band, final int point) {
        return m_right[band][point];
    }

    WaveFunction left(final int band, final int point) {
        return m_leftVector[band][point];
    }

    double[] field(final int band, final int point) {
        return m_field[band][point];
    }
}
